"""A document and a width in, screen rows out, reckoned only where the reader looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.document import Document, Paragraph, shorten, visible
from tui.panes.wrap import Line, hard_lines, wrap

HEADER = 2
"""Rows above the text: the document, and the section the reader is in."""
MARGIN = 3
"""Cells left of the text: a mark or kind, a layer's glyph, and one of air."""

Place = tuple[int, int]
"""A row of the document: a paragraph's index and the row within it."""

_KEPT = 4096
"""How many paragraphs' rows are kept; more than any screen holds."""
_LONG = 50_000
"""Characters from which a paragraph's rows are kept when the layout changes around it."""
Breaker = Callable[[str, int, int, int], tuple[Line, ...]]
"""Breaks a stretch of a text into lines of a width."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the page."""

    kind: Literal["text", "gap", "label", "note"]
    """Text of the document, an empty row, an inferred heading above, or a remark below."""
    paragraph: int
    """The index of the paragraph it belongs to."""
    start: int
    """Where the row's text begins in the document."""
    end: int
    """Where it ends; equal to `start` for rows without text of the document."""
    text: str = ""
    """The words of a label or note."""


@dataclass(frozen=True, slots=True)
class View:
    """What a view showed, to come back to the very line."""

    document: Document
    top: Place
    """The first row."""
    width: int
    """The length of the lines it was the first row of, in cells."""
    offset: int
    """The offset at the first row, for when the lines have another length."""
    here: int
    """The offset of the reader's place."""


class Layout:
    """A document wrapped to a width; places are rows, found without measuring what is between."""

    def __init__(
        self,
        document: Document,
        width: int,
        labels: Mapping[int, str] | None = None,
        notes: Mapping[int, str] | None = None,
    ) -> None:
        """Labels stand above and notes below the paragraphs whose indices name them."""
        self.document = document
        self.width = width
        self.labels = labels or {}
        self.notes = notes or {}
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._window: tuple[Place, int, list[Row]] = ((-1, 0), 0, [])

    def rows(self, index: int) -> tuple[Row, ...]:
        """Give all rows of one paragraph, the gap below it among them."""
        rows = self._rows.get(index)
        if rows is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            rows = self._rows[index] = self._wrapped(index)
        return rows

    def place_of(self, offset: int) -> Place:
        """Give the row that shows the offset."""
        if not self.document.paragraphs:
            return 0, 0
        index = self.document.paragraph_at(offset)
        rows = self.rows(index)
        for number, row in enumerate(rows):
            if row.kind != "label" and (offset < row.end or row.start == offset == row.end):
                return index, number
        return index, len(rows) - 1

    def offset_of(self, place: Place) -> int:
        """Give the offset at the beginning of a row."""
        paragraphs = self.document.paragraphs
        if not place[1]:  # needs no wrapping
            return paragraphs[place[0]].start if paragraphs else 0
        return self.rows(place[0])[place[1]].start

    def moved(self, place: Place, by: int) -> Place:
        """Go `by` rows down (or up, when negative), no further than the first or last row."""
        count = len(self.document.paragraphs)
        index, number = place[0], place[1] + by
        while number < 0 and index > 0:
            index -= 1
            number += len(self.rows(index))
        while index < count and number >= len(self.rows(index)):
            if index == count - 1:
                return index, max(0, len(self.rows(index)) - 1)
            number -= len(self.rows(index))
            index += 1
        return (index, max(0, number)) if count else (0, 0)

    def window(self, top: Place, height: int) -> Sequence[Row]:
        """Give the rows of a screen that begins at `top`; fewer where the document ends."""
        if self._window[:2] != (top, height):  # a frame asks several times
            found: list[Row] = []
            index, number = top
            count = len(self.document.paragraphs)
            while index < count and len(found) < height:
                found.extend(self.rows(index)[number:])
                index, number = index + 1, 0
            self._window = top, height, found[:height]
        return self._window[2]

    def last_top(self, height: int) -> Place:
        """Give the furthest top: the last row then stands at the bottom of the screen."""
        count = len(self.document.paragraphs)
        if not count:
            return 0, 0
        return self.moved((count - 1, len(self.rows(count - 1)) - 1), 1 - height)

    def _wrapped(self, index: int) -> tuple[Row, ...]:
        paragraphs = self.document.paragraphs
        paragraph = paragraphs[index]
        break_lines = hard_lines if paragraph.kind in ("table", "code") else wrap
        width = self.width - indent(paragraph)
        broken = _long_rows if paragraph.end - paragraph.start > _LONG else _rows_of
        rows = list(broken(break_lines, self.document.text, index, paragraph, width))
        if label := self.labels.get(index):
            at = paragraph.start
            rows[:0] = [Row("label", index, at, at, label), Row("label", index, at, at)]
        if note := self.notes.get(index):
            rows.append(Row("note", index, paragraph.end, paragraph.end, note))
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following is not None and not _joined(paragraph, following):
            rows.append(Row("gap", index, paragraph.end, paragraph.end))
        return tuple(rows)


def _rows_of(
    break_lines: Breaker, text: str, index: int, paragraph: Paragraph, width: int
) -> tuple[Row, ...]:
    lines = break_lines(text, paragraph.start, paragraph.end, width)
    return tuple(Row("text", index, start, end) for start, end in lines)


_long_rows = lru_cache(maxsize=8)(_rows_of)
"""Kept from one layout to the next: to wrap a book in one paragraph takes a quarter second."""


def title_of(document: Document, room: int) -> str:
    """Give what a page is headed with, in `room` cells: the document's name and its role."""
    role = document.role + ("?" if document.role_reason else "")
    return f"{shorten(visible(document.name), max(room - len(role), 4))} · {role}"


def text_width(width: int, measure: int) -> int:
    """Give the length of the lines in a pane of `width` cells, where `measure` is wanted."""
    return max(min(measure, width - MARGIN - 2), 8)


def left_of(width: int, text: int) -> int:
    """Give where the margin begins, for lines of `text` cells in the middle of the pane."""
    return max((width - text - MARGIN - 2) // 2, 0)


def indent(paragraph: Paragraph) -> int:
    """Give how many cells the kind of a paragraph sets it in."""
    match paragraph.kind:
        case "quote":
            return 2
        case "list":
            return 2 * max(paragraph.level, 1)
        case _:
            return 0


def _joined(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether two paragraphs stand without an empty row between them."""
    return paragraph.kind == following.kind and paragraph.kind in ("list", "table", "furniture")
