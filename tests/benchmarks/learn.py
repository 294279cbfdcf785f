"""Texts with known sections → the frozen weights of the boundary model.

`python -m tests.benchmarks.learn --data DIR` learns them from all texts and writes
`tui/outline/weights.json`. numpy is needed here and never when the program runs.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.texts import PAPERS, PROSE, Text, bare_lines, load
from tui.ingest import headings
from tui.outline import cohesion, features, model
from tui.outline import stages as staged
from tui.outline.weights import Weights, dumps

Matrix = NDArray[np.float64]

_TARGET = Path(__file__).parents[2] / "tui" / "outline" / "weights.json"
_STEMS = 300
_RIDGE = {"sections": 200.0, "subsections": 200.0}
_LEAST = 0.02
_OPENINGS, _COMMON, _RARE = 300, 12, 0.4
"""So many opening words count, from so many texts or more; and a rare one counts little, its
spread taken to be at least this."""
_TITLES = (
    (0, r"abstract|^summary$"),
    (1, r"introduction|background"),
    (2, r"method|material|experimental|procedure|setup|data"),
    (5, r"conclu|summary|outlook|future"),
    (3, r"result|finding|evaluation"),
    (4, r"discussion"),
    (6, r"acknowledg|funding|contribution|interest|ethic|appendix|supporting|availab|supplement"),
)
"""What a section's title says of its stage, by index in `stages.STAGES`; the first that fits."""


def learn(texts: Sequence[Text]) -> Weights:
    """Learn the stages' stems and the four boundary models from the texts."""
    papers = [text for text in texts if text.source in PAPERS]
    stems = _stages(papers)
    boundaries: dict[str, dict[str, float]] = {}
    words: dict[str, dict[str, float]] = {}
    held = _held_out(papers)
    for kind, pairs in (
        ("paper", [(text, _paper_rows(text, held[text])) for text in papers]),
        ("prose", [(text, _plain_rows(text)) for text in texts]),
    ):
        names = model.names(paper=kind == "paper")
        unused = cohesion.FINE if kind == "paper" else frozenset[str]()
        boundaries[f"{kind} sections"] = _boundary(pairs, names, unused)
        lower = f"{kind} subsections"
        boundaries[lower], words[lower] = _lower_boundary(pairs, names)
    return Weights(stems, boundaries, words)


@cache
def _plain_rows(text: Text) -> Matrix:
    return np.array(features.features(text.paragraphs))


def _paper_rows(text: Text, weights: Weights) -> Matrix:
    plain = _plain_rows(text)
    places, late = features.places(len(plain)), features.late(plain.tolist())
    shares = staged.stages(text.paragraphs, weights)
    return np.hstack([plain, places, late, np.array(list(staged.changes(shares)))])


def _held_out(papers: Sequence[Text]) -> dict[Text, Weights]:
    """Give each paper stage weights that were learned without it, so the models can trust them."""
    folds = 5
    held: dict[Text, Weights] = {}
    for fold in range(folds):
        kept = [text for index, text in enumerate(papers) if index % folds != fold]
        weights = Weights(_stages(kept), {})
        held |= {text: weights for index, text in enumerate(papers) if index % folds == fold}
    return held


def _boundary(
    pairs: Sequence[tuple[Text, Matrix]], names: Sequence[str], unused: frozenset[str]
) -> dict[str, float]:
    """Fit a logistic model, ridge on standardised features, to whether a section opens."""
    used = [index for index, name in enumerate(names) if name not in unused]
    names = [names[index] for index in used]
    rows = np.vstack([matrix[1:, used] for _, matrix in pairs])
    opens = np.concatenate([_opens(text, "sections")[1:] for text, _ in pairs])
    return logistic(rows, opens, names, _RIDGE["sections"], _LEAST)


def _lower_boundary(
    pairs: Sequence[tuple[Text, Matrix]], names: Sequence[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """Fit the same to whether a section or a sub-section opens; give the opening words apart."""
    openings = {text: _opening_words(text) for text, _ in pairs}
    spread = Counter(word for heads in openings.values() for word in set().union(*heads))
    words = [word for word, count in spread.most_common(_OPENINGS) if count >= _COMMON]
    rows = np.vstack(
        [
            np.hstack([model.beside(matrix.tolist()), _said(openings[text], words)])[1:]
            for text, matrix in pairs
        ]
    )
    opens = np.concatenate([_opens(text, "subsections")[1:] for text, _ in pairs])
    named = (*names, *model.BESIDE, *(f"word {word}" for word in words))
    least = np.repeat([_LEAST, _RARE], [rows.shape[1] - len(words), len(words)])
    fitted = logistic(rows, opens, named, _RIDGE["subsections"], least)
    return fitted, {word: fitted.pop(f"word {word}") for word in words}


@cache
def _opening_words(text: Text) -> list[set[str]]:
    return [features.opening(block) for block in text.paragraphs]


def _said(heads: Sequence[set[str]], words: Sequence[str]) -> Matrix:
    return np.array([[float(word in head) for word in words] for head in heads])


def logistic(
    rows: Matrix, wanted: Matrix, names: Sequence[str], strength: float, least: float | Matrix
) -> dict[str, float]:
    """Fit on standardised features (spread at least `least`); give weights by name, and "bias"."""
    middle, spread = rows.mean(0), np.maximum(rows.std(0), least)
    fitted = _ridge((rows - middle) / spread, wanted[:, None], strength)[:, 0]
    weights = fitted[:-1] / spread
    named = dict(zip(names, weights.tolist(), strict=True))
    return named | {"bias": float(fitted[-1] - (middle * weights).sum())}


def _opens(text: Text, depth: str) -> Matrix:
    opens = np.zeros(len(text.paragraphs))
    opens[list(getattr(text, depth))] = 1
    return opens


def _stages(papers: Sequence[Text]) -> dict[str, tuple[float, ...]]:
    """Learn for the most telling stems a weight a stage."""
    bags = [staged.stems(block) for text in papers for block in text.paragraphs]
    belongs = np.array([stage for text in papers for stage in _stage_of(text)])
    chosen = _telling(papers, bags, belongs)
    place = {stem: index for index, stem in enumerate(chosen)}
    rows = np.zeros((len(bags), len(chosen)))
    for index, bag in enumerate(bags):
        rows[index, [place[stem] for stem in bag if stem in place]] = 1
    fitted = _ridge(rows, np.eye(len(staged.STAGES))[belongs], 5.0)
    table = {stem: tuple(fitted[index].tolist()) for stem, index in place.items()}
    return {"": tuple(fitted[-1].tolist())} | table


def _stage_of(text: Text) -> list[int]:
    stage, told = 0, []
    for index in range(len(text.paragraphs)):
        for level, title in text.titles.get(index, ()):
            if level == 1:
                stage = next((s for s, p in _TITLES if re.search(p, title.lower())), 7)
        told.append(stage)
    return told


def _telling(
    papers: Sequence[Text], bags: Sequence[set[str]], belongs: NDArray[np.int_]
) -> list[str]:
    """Give the stems that tell some stage best (chi squared), from eight papers or more."""
    spread: Counter[str] = Counter()
    for text in papers:
        spread.update(set().union(*map(staged.stems, text.paragraphs)))
    counts = Counter(stem for bag in bags for stem in bag)
    pairs = Counter((s, int(b)) for bag, b in zip(bags, belongs, strict=True) for s in bag)
    sizes = Counter(belongs.tolist())
    scores: dict[str, float] = {}
    for stem, papers_with in spread.items():
        if papers_with < 8:
            continue
        expected = {stage: counts[stem] * size / len(bags) for stage, size in sizes.items()}
        scores[stem] = max((pairs[stem, s] - e) ** 2 / (e + 3) for s, e in expected.items())
    return sorted(scores, key=lambda stem: (-scores[stem], stem))[:_STEMS]


def _ridge(rows: Matrix, wanted: Matrix, strength: float) -> Matrix:
    """Fit logistic models, a column each, by steps along a bound of the curvature (Böhning).

    Returns a weight a feature and, last, the bias.
    """
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.full(rows.shape[1], strength)
    penalty[-1] = 1e-3
    inverse = np.linalg.inv(rows.T @ rows / 4 + np.diag(penalty))
    fitted = np.zeros((rows.shape[1], wanted.shape[1]))
    for _ in range(150):
        believed = 1 / (1 + np.exp(-np.clip(rows @ fitted, -30, 30)))
        fitted -= inverse @ (rows.T @ (believed - wanted) + penalty[:, None] * fitted)
    return fitted


def learn_headings(texts: Sequence[Text]) -> dict[str, float]:
    """Learn what tells a bare line that is a heading from other short lines."""
    rows, wanted = [], []
    for text in texts:
        lines, places = bare_lines(text)
        for index, (above, line, below) in enumerate(
            zip(["", *lines], lines, [*lines[1:], ""], strict=False)
        ):
            if headings.candidate(line, below):
                rows.append(list(headings.signs(line, above, below).values()))
                wanted.append(float(index in places))
    names = list(headings.signs("A", "", "B"))
    return logistic(np.array(rows), np.array(wanted), names, 20.0, 0.05)


def main() -> None:
    """Learn from all texts and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    texts = [text for source in PROSE for text in load(data, source)]
    _TARGET.write_text(dumps(learn(texts)), encoding="utf-8")
    for name, weight in learn_headings(texts).items():
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
