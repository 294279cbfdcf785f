"""Hits in, a list of them under their documents out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from tui.document import Document, Section, shorten
from tui.panes.line import Piece, Row, beside, fit, folded
from tui.panes.painter import SIGNS
from tui.panes.rows import Rows
from tui.panes.wrap import cells

if TYPE_CHECKING:
    from tui.search import Found, Hit

WIDE = 90
"""Cells from which a hit takes one line, otherwise two."""
ASIDE = 16
"""The fewest cells that the section takes, where there is room for it: as `≈ Introduction` does."""


COUNTED = 5000
"""Up to so many hits they are counted by document; beyond, that would hold up the keys."""


class Hits(Rows, can_focus=False):
    """Hits under their documents: section, words around the match, tier."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hits--match",  # the words found
        "hits--section",  # where a hit stands
        "hits--status",  # how many, and how the query was read
    }
    HEADER = 2

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[Document | Hit, ...] = ()
        """Each document before its hits."""
        self.counts: dict[Document, int] = {}
        """How many hits each document has, listed or not, as far as it is known."""
        self.status: tuple[Row, Row] = ((), ())
        """The lines above the list."""
        self.section_at: Callable[[Document, int], Section | None] = lambda document, offset: None
        """Tells the section of an offset; the screen's to set."""

    def show(self, found: Found | None) -> None:
        """List the hits by document, the documents in the order of their best hit."""
        hits = found.hits if found else ()
        grouped: dict[Document, list[Hit]] = {}
        for hit in hits:
            grouped.setdefault(hit.document, []).append(hit)
        items: list[Document | Hit] = []
        for document, of_document in grouped.items():
            items += [document, *of_document]
        self.items = tuple(items)
        if found and found.total <= len(hits):
            self.counts = {document: len(of) for document, of in grouped.items()}
        else:
            self.counts = dict(found.counts) if found and found.total <= COUNTED else {}
        self.fill(len(self.items))

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        item = self.items[self.cursor] if self.items else None
        return None if isinstance(item, Document) else item

    @property
    def place(self) -> int:
        """Which of the hits, as they are listed, is under the cursor, from 1; 0 for none."""
        return sum(map(self.selectable, range(self.cursor + 1))) if self.items else 0

    def selectable(self, index: int) -> bool:
        """Whether the row is a hit."""
        return not isinstance(self.items[index], Document)

    def header(self, line: int, width: int) -> Row:
        """Give a line of the status."""
        return self.status[line]

    def on_resize(self) -> None:
        """Give a hit two lines where they are short."""
        self.each = 1 if self.size.width >= WIDE else 2
        super().on_resize()

    def lines_of(self, index: int, width: int) -> tuple[Row, ...]:
        """Give a document's name, or a hit."""
        item = self.items[index]
        if isinstance(item, Document):
            count = f" {self.counts[item]:,}" if item in self.counts else ""
            name = beside(((item.name, "rows--group"),), ((count, "rows--quiet"),), width)
            return (name,) if self.each == 1 else ((), name)
        aside = max(ASIDE, width // 4) if width >= 3 * ASIDE else 0
        tier: Row = ((f" {item.tier:>5}", "rows--quiet"),) if width >= 30 else ()
        room = width - aside - sum(cells(text) for text, _ in tier)
        place = folded(((self._place(item), "hits--section"),), max(0, aside - 2), self.each)
        words = snippet(item, room if self.each == 1 else room * 5 // 3)
        lines = zip(place, folded(words, room, self.each), (tier, ()), strict=False)
        return tuple(
            beside((*fit(left, aside), *middle), right, width) for left, middle, right in lines
        )

    def _place(self, hit: Hit) -> str:
        section = self.section_at(hit.document, hit.start)
        if section:
            sign = SIGNS[section.origin].replace(" ", "\xa0")
            return sign + " ".join(section.title.split())
        page = hit.document.page_at(hit.start)
        return f"p. {page}" if page else ""


def snippet(hit: Hit, width: int) -> Row:
    """Give the hit's sentence from where its first match is in view, the matches lit.

    Where there is room the rest of its paragraph follows.
    """
    text, start, matches = hit.document.text, hit.start, hit.matches
    if matches and matches[0].end - start > width * 2 // 3:
        first = matches[0].start
        start = max(start, min(first - width // 3, hit.end - width + 2))
        space = text.find(" ", start, first) if start > hit.start else start - 1
        start = space + 1 if space >= 0 else first
    pieces: list[Piece] = [("… ", "rows--quiet")] if start > hit.start else []
    end = min(hit.end, start + 4 * width)  # more than fits, however narrow the letters
    for match in matches:
        if start <= match.start < match.end <= end:
            pieces.append((text[start : match.start], ""))
            pieces.append((text[match.start : match.end], "hits--match"))
            start = match.end
    pieces.append((text[start:end], ""))
    if end == hit.end:
        paragraph = hit.document.paragraphs[hit.document.paragraph_at(hit.start)]
        pieces.append((text[end : min(paragraph.end, end + 4 * width)], "rows--quiet"))
    return tuple(pieces)


def status(found: Found, called: str = "") -> tuple[Row, Row]:
    """Say how many hits stand in how many documents, or in the one place that was searched.

    Below, how the query was read.
    """
    counted = found.hits if found.total <= len(found.hits) else None
    documents = len({hit.document for hit in counted} if counted else found.counts)
    many = "documents" if documents != 1 else "document"
    where = f"“{shorten(called, 40)}”" if called else f"{documents:,} {many}"
    count = f" {found.total:,} in {where}"
    if not found.total:
        count = f" nothing in {where}" if called else " nothing"
    first: list[Piece] = [(count, "hits--status")]
    if found.suggestion:
        first += [(" · showing results for ", "rows--quiet"), (found.suggestion, "hits--match")]
    return tuple(first), ((f" {found.reading}", "rows--quiet"),)
