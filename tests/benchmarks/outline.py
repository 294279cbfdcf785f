"""OUTLINES against the truth: sections recovered, headings, furniture and sentences told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import TypeVar

from tests.benchmarks.figures import Figure, Options
from tests.benchmarks.learn import learn, learn_headings
from tests.benchmarks.pages import Page, learn_runs, pages
from tests.benchmarks.texts import PROSE, Text, bare_lines, load
from tests.ingest.test_sentences import TABLE
from tui.ingest import furniture, headings, runs
from tui.ingest.kinds import AMONG, LEVEL
from tui.ingest.sentences import segment
from tui.ingest.text import read_text
from tui.outline import outline
from tui.outline.sections import built
from tui.outline.weights import Weights

FOLDS = 5
T = TypeVar("T")
_HELD = f"mean over documents; learned without the document ({FOLDS} folds)"
_TARGETS = {
    ("oastm", "sections", "F1"): 0.57,
    ("oastm", "sections", "Pk"): 28.0,
    ("plos", "sections", "F1"): 0.47,
    ("peps", "sections", "F1"): 0.36,
    ("oastm", "subsections", "F1"): 0.62,
}
_SEEDS = Path(__file__).parents[2] / "seeds"
_SECTIONS = {3, 11, 18, 27, 36, 63, 79, 86}
"""The lines of the seed paper where its introduction and its seven announced sections begin."""
_SUBSECTIONS = _SECTIONS | {
    *(13, 15, 17, 19, 21, 23, 25, 28, 30, 32, 34, 37, 38, 40, 44, 46, 49, 51, 54, 56, 59, 61),
    *(64, 66, 68, 70, 72, 74, 80, 81, 82, 83, 84, 85),
}
"""One reading of its sub-sections, to inform; readers differ."""


def run(options: Options) -> Iterable[Figure]:
    """Give the figures of recovered outlines, headings, furniture, sentences and the seeds."""
    yield from _seeds()
    yield _sentences()
    yield _long(3_000 if options.quick else 30_000)
    if options.data is None:
        yield Figure("recovered outlines", float("nan"), note="needs --data, the sets' folder")
        return
    yield from _furniture(options.data)
    texts = [text for source in PROSE for text in load(options.data, source)]
    yield from _headings(texts)
    if not options.quick:
        yield from _recovered(texts)


def _seeds() -> Iterator[Figure]:
    (path,) = _SEEDS.glob("000_*.txt")
    document = read_text(str(path), path.read_bytes())
    began = process_time()
    sections = outline(document)
    spent = process_time() - began
    top = {document.line_at(s.start) for s in sections if s.level == 1}
    every = {document.line_at(s.start) for s in sections} - {1, 2}
    right = float(len(top & _SECTIONS))
    yield Figure("seed paper, sections at their paragraphs", right, 8.0, "of 8", at_most=False)
    yield Figure(
        "seed paper, sections and sub-sections, F1",
        f1(every, _SUBSECTIONS),
        0.75,
        at_most=False,
        note="against one reading",
    )
    yield Figure("seed paper, outline", 1000 * spent, unit="ms", note="first time, weights read")


def _sentences() -> Figure:
    right = 0
    for case in TABLE:
        expected = case.split(" | ")
        text = " ".join(expected)
        right += [text[start:end] for start, end in segment(text)] == expected
    return Figure("sentence boundaries, cases right", right / len(TABLE), 0.95, at_most=False)


def _long(count: int) -> Figure:
    """Time a text of so many paragraphs, read into a document, against its own `str.split()`."""
    (path,) = _SEEDS.glob("000_*.txt")
    blocks = [line[:330] for line in path.read_text(encoding="utf-8").split("\n")]
    data = "\n\n".join(blocks[index % len(blocks)] for index in range(count)).encode()
    began = process_time()
    data.decode().split()
    split = process_time() - began
    began = process_time()
    read_text("a.txt", data)
    note = f"{len(data) / 1e6:.0f} MB, {count} paragraphs"
    return Figure(
        "a long text read, against str.split()", (process_time() - began) / split, note=note
    )


def _furniture(data: Path) -> Iterator[Figure]:
    known_pages = list(pages(data))
    told = right = there = 0
    for rest, held in _parted(known_pages):
        weights = learn_runs(rest)
        for page in held:
            marks = _marked(page, weights)
            told += sum(marks)
            right += sum(m and not a for m, a in zip(marks, page.article, strict=True))
            there += page.article.count(False)
    note = f"blocks of {len(known_pages)} pages; learned without the page ({FOLDS} folds)"
    yield Figure("furniture, precision", right / told, 0.95, at_most=False, note=note)
    yield Figure("furniture, recall", right / there, 0.60, at_most=False, note=note)


def _marked(page: Page, weights: dict[str, float]) -> list[bool]:
    known = [len(b) <= runs.LONGEST and furniture.furniture(b) for b in page.blocks]
    if not runs.enough(known):
        return known
    sure = runs.sure(page.blocks, known, weights)
    return [told or chance > AMONG for told, chance in zip(known, sure, strict=True)]


def _headings(texts: Sequence[Text]) -> Iterator[Figure]:
    scores: dict[str, list[float]] = {}
    for rest, held in _parted(texts):
        weights = learn_headings(rest)
        for text in held:
            lines, truth = bare_lines(text)
            company = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
            found = {
                index
                for index, (above, line, below) in enumerate(company)
                if headings.heading(line, above, below, weights)[0] >= LEVEL
            }
            scores.setdefault(text.source, []).append(f1(found, truth))
    for source, values in scores.items():
        yield Figure(f"bare-line headings, {source}, F1", fmean(values), 0.85, "", False, _HELD)


def _recovered(texts: Sequence[Text]) -> Iterator[Figure]:
    scores: dict[tuple[str, str, str], list[float]] = {}
    for rest, held in _parted(texts):
        weights = learn(rest)
        for text in held:
            total = len(text.paragraphs)
            for depth, found in zip(
                ("sections", "subsections"), places(text, weights), strict=True
            ):
                truth = set(getattr(text, depth))
                scores.setdefault((text.source, depth, "F1"), []).append(f1(found, truth))
                scores.setdefault((text.source, depth, "Pk"), []).append(pk(found, truth, total))
    for key, values in scores.items():
        source, depth, measure = key
        percent = measure == "Pk"
        yield Figure(
            f"stripped {source}, {depth}, {measure}",
            fmean(values),
            _TARGETS.get(key),
            unit="%" if percent else "",
            at_most=percent,
            note=_HELD if percent else f"exact places; {_HELD}",
        )


def _parted(items: Sequence[T]) -> Iterator[tuple[list[T], list[T]]]:
    """Part the items into folds; give for each the others, to learn from, and itself."""
    for fold in range(FOLDS):
        rest = [item for index, item in enumerate(items) if index % FOLDS != fold]
        yield rest, [item for index, item in enumerate(items) if index % FOLDS == fold]


def places(text: Text, weights: Weights) -> tuple[set[int], set[int]]:
    """Read the paragraphs as a file; give those that open a section, and a sub-section too."""
    document = read_text("a.txt", "\n\n".join(text.paragraphs).encode())
    found = [(document.paragraph_at(s.start), s.level) for s in built(document, weights)]
    upper = {index for index, level in found if level == 1 and index}
    return upper, {index for index, _ in found if index}


def f1(found: set[int], truth: set[int]) -> float:
    """Give the harmonic mean of precision and recall, exact places only."""
    return 2 * len(found & truth) / (len(found) + len(truth)) if found or truth else 1.0


def pk(found: set[int], truth: set[int], total: int) -> float:
    """Give Pk in percent: how often two places half a section apart are parted wrongly."""
    reach = max(1, round(total / (len(truth) + 1) / 2))
    pairs = range(total - reach)
    wrong = sum(_between(found, i, reach) != _between(truth, i, reach) for i in pairs)
    return 100 * wrong / max(1, len(pairs))


def _between(opens: set[int], place: int, reach: int) -> bool:
    return any(place < at <= place + reach for at in opens)
