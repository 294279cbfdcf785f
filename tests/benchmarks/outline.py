"""OUTLINES against the truth: sections recovered from texts whose headings were removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.figures import Figure, Options
from tests.benchmarks.learn import PROSE, Text, learn, load
from tui.document import Document
from tui.ingest.text import read_text
from tui.outline.sections import built
from tui.outline.weights import Weights

FOLDS = 5
_NOTE = "mean over documents; weights learned without the document (5 folds), file to outline"
_TARGETS = (
    ("oastm", "sections", "F1", 0.57),
    ("oastm", "sections", "Pk", 28.0),
    ("plos", "sections", "F1", 0.47),
    ("peps", "sections", "F1", 0.36),
    ("oastm", "subsections", "F1", 0.62),
)


def run(options: Options) -> Iterable[Figure]:
    """Give the figures of outlines, headings, furniture and the seeds."""
    if options.data is None:
        yield Figure("outline", float("nan"), note="needs --data, the folder of evaluation sets")
        return
    yield from _recovered(options.data)


def _recovered(data: Path) -> Iterator[Figure]:
    scores: dict[tuple[str, str, str], list[float]] = {}
    for weights, texts in folds([text for source in PROSE for text in load(data, source)]):
        for text in texts:
            sections, subsections = places(text, weights)
            for depth, found in (("sections", sections), ("subsections", subsections)):
                truth = set(getattr(text, depth))
                total = len(text.paragraphs)
                scores.setdefault((text.source, depth, "F1"), []).append(f1(found, truth))
                scores.setdefault((text.source, depth, "Pk"), []).append(pk(found, truth, total))
    wanted = {(source, depth, measure): target for source, depth, measure, target in _TARGETS}
    for key, values in scores.items():
        source, depth, measure = key
        yield Figure(
            f"stripped {source}, {depth}, {measure}",
            float(np.mean(values)),
            wanted.get(key),
            unit="%" if measure == "Pk" else "",
            at_most=measure == "Pk",
            note=_NOTE,
        )


def folds(texts: Sequence[Text]) -> Iterator[tuple[Weights, list[Text]]]:
    """Part the texts into folds; give each with weights that were learned from the others."""
    for fold in range(FOLDS):
        rest = [text for index, text in enumerate(texts) if index % FOLDS != fold]
        yield learn(rest), [text for index, text in enumerate(texts) if index % FOLDS == fold]


def places(text: Text, weights: Weights) -> tuple[set[int], set[int]]:
    """Read the paragraphs as a file and give those that open a section, and a sub-section."""
    document = read_text("a.txt", "\n\n".join(text.paragraphs).encode())
    found = [(index_of(document, s.start), s.level) for s in built(document, weights)]
    upper = {index for index, level in found if level == 1 and index}
    return upper, {index for index, _ in found if index}


def index_of(document: Document, start: int) -> int:
    """Give the index of the paragraph that starts there."""
    return document.paragraph_at(start)


def f1(found: set[int], truth: set[int]) -> float:
    """Give the harmonic mean of precision and recall, exact places only."""
    return 2 * len(found & truth) / (len(found) + len(truth)) if found or truth else 1.0


def pk(found: set[int], truth: set[int], total: int) -> float:
    """Give Pk in percent: how often two places half a section apart are parted wrongly."""
    reach = max(1, round(total / (len(truth) + 1) / 2))
    pairs = range(total - reach)
    wrong = sum(_parted(found, i, reach) != _parted(truth, i, reach) for i in pairs)
    return 100 * wrong / max(1, len(pairs))


def _parted(opens: set[int], place: int, reach: int) -> bool:
    return any(place < at <= place + reach for at in opens)
