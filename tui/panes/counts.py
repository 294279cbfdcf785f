"""A document or section in; what is counted beside its heading out: size, marks, claims, hits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.document import Document, Section
from tui.panes.line import Piece, Row
from tui.panes.wrap import cells

SIGNS = {"marks": "’", "claims": "◇", "hits": "◂ "}
"""What stands before each count: a mark's key, the paper's sign left empty, a hit's arrow."""
ROOMY = 34
"""From so many cells on, sizes and claims are shown whatever is left for the title."""
SIZE_CELLS = 5
"""Cells of a size, `1.2k` with one of air."""
UNSPACED = 12
"""Characters to a space or line break from which a script is taken to have no spaces."""

Starts = Mapping[Document, Sequence[int]]
"""Where each of something begins, in order, for each document."""


@dataclass(slots=True)
class Counts:
    """What there is in all documents, to be counted for each of their sections."""

    hits: Starts = field(default_factory=dict)
    """What the last search found."""
    claims: Starts = field(default_factory=dict)
    """The claims of the paper."""
    judged: Starts = field(default_factory=dict)
    """Those of them that the reader judged."""
    marks: Mapping[Document, Mapping[int, str]] = field(default_factory=dict)
    """The letters of the reader's marks, by their offsets."""
    _words: dict[tuple[Document, int, int], int] = field(default_factory=dict)

    def words(self, document: Document, item: Document | Section) -> int:
        """Give about how many words a section has; reckoned once."""
        start, end = _bounds(item)
        stretch = document, start, end
        if stretch not in self._words:
            self._words[stretch] = words_in(document.text, start, end)
        return self._words[stretch]

    def forget(self) -> None:
        """Forget the sizes: the documents have changed."""
        self._words.clear()

    def row(self, document: Document, item: Document | Section, room: int, width: int) -> Row:
        """Give what stands at the right of a heading that leaves so much room in the width.

        Marks and hits are what the reader is after: they always stand there. In a narrow list
        the others give way to the words of a title, and sizes to the hits of a search.
        """
        marks, claims, judged, hits = self._within(document, item)
        roomy = width >= ROOMY
        found: list[Piece] = []
        if marks:
            shown = "".join(marks[:3]) + ("…" if len(marks) > 3 else "")
            found.append((f" {SIGNS['marks']}{shown}", "contents--marks"))
        last: list[Piece] = [(f" {SIGNS['hits']}{hits:,}", "contents--hits")] if hits else []
        room -= sum(cells(text) for text, _ in (*found, *last))
        if roomy or (not self.hits and room >= SIZE_CELLS):
            size = shortly(self.words(document, item))
            last.append((f"{size:>{SIZE_CELLS}}", "rows--quiet"))
            room -= SIZE_CELLS
        named: Row = ((f" {SIGNS['claims']}{claims}", "contents--claims"),)
        if judged:
            by_reader = (str(judged), "contents--judged")
            named = (
                (f" {SIGNS['claims']}", "contents--claims"),
                by_reader,
                (f"/{claims}", "contents--claims"),
            )
        if claims and (roomy or room >= sum(cells(text) for text, _ in named)):
            found += named
        return (*found, *last)

    def said(self, document: Document, item: Document | Section) -> str:
        """Say the same in words."""
        marks, claims, judged, hits = self._within(document, item)
        said = [_many(self.words(document, item), "word")]
        said += [_many(claims, "claim")] if claims else []
        said += [f"{judged:,} judged by you"] if judged else []
        said += [_many(hits, "hit")] if hits else []
        said += [f"marked {' '.join(marks)}"] if marks else []
        return " · ".join(said)

    def _within(
        self, document: Document, item: Document | Section
    ) -> tuple[list[str], int, int, int]:
        start, end = _bounds(item)
        marks = self.marks.get(document, {})
        letters = [marks[at] for at in sorted(marks) if start <= at < max(end, start + 1)]
        claims, judged, hits = (
            bisect_left(starts, end) - bisect_left(starts, start)
            for starts in (each.get(document, ()) for each in (self.claims, self.judged, self.hits))
        )
        return letters, claims, judged, hits


def words_in(text: str, start: int, end: int) -> int:
    """Give about how many words a stretch has: by its spaces, or in a script without any by half.

    Quick enough for a book in one section, which to split would take seconds.
    """
    length = end - start
    gaps = text.count(" ", start, end) + text.count("\n", start, end)
    gaps -= text.count("\n\n", start, end)
    if length > UNSPACED * (gaps + 1):
        return length // 2
    return gaps + (length > 0 and not text[end - 1].isspace())


def shortly(number: int) -> str:
    """Write a number in four letters at most: 850, 1.2k, 12k, 3.4M."""
    for unit, name in ((1_000_000, "M"), (1_000, "k")):
        if number >= unit:
            return f"{number / unit:.{int(number < 9.95 * unit)}f}{name}"
    return str(number)


def _bounds(item: Document | Section) -> tuple[int, int]:
    return (0, len(item.text)) if isinstance(item, Document) else (item.start, item.end)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
