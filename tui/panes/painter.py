"""Rows of a layout and the layers on them in, strips for the terminal out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.document import Document, Section, shorten
from tui.panes.ink import GUTTER, ORDER, Layers, pieces
from tui.panes.layout import Row, indent
from tui.panes.wrap import cells, shown

HEADER = 2
"""Rows above the text: the document, and the section the reader is in."""
MARGIN = 3
"""Cells left of the text: a mark or kind, a layer's glyph, and one of air."""
SIGNS = {"inferred": "≈ ", "detected": "· ", "given": ""}
"""What stands before a section's title, by origin."""
OVER = frozenset({*ORDER, "thumb", *(f"gutter-{layer}" for layer in GUTTER)})
"""Inks that lie over others and leave what they don't say."""
_KINDS: tuple[str, ...] = ("body", "heading", "title", "caption", "keywords", "furniture")
_KINDS += ("quote", "list", "table", "code")
INKS = (*_KINDS, *sorted(OVER), "label", "note", "here", "quiet", "header")
"""Everything that has an ink of its own."""

_KIND_GLYPH = {"caption": "▫", "keywords": "#", "furniture": "·"}
"""What stands beside the kinds that are shown dimmed."""

Ink = Callable[[str], Style]
"""Gives the ink of a kind, a layer or a part of the page by its name; "page" is the paper."""


class Painter:
    """Paints the rows of one document at one left edge and width, in the inks of the theme."""

    def __init__(self, document: Document, layers: Layers, left: int, width: int, ink: Ink) -> None:
        """`left` is where the gutter begins, `width` the whole pane's; both in cells."""
        self.document = document
        self.layers = layers
        self.left = left
        self.width = width
        self.ink = ink

    def header(self, section: Section | None, percent: int) -> list[Strip]:
        """Paint what document this is, how far it is read, and the section."""
        left = self.left + MARGIN
        role = self.document.role + ("?" if self.document.role_reason else "")
        progress = f"{percent} %"
        room = self.width - left - len(role) - len(progress) - 8
        head = f"{shorten(shown(self.document.name), max(room, 4))} · {role}"
        gap = " " * max(self.width - left - cells(head) - len(progress) - 2, 1)
        place = SIGNS[section.origin] + section.title if section else ""
        place = shorten(shown(place), max(self.width - left - 2, 4))
        quiet, pad = self.ink("quiet"), Segment(" " * left, self.ink("page"))
        return [
            Strip([pad, Segment(head, self.ink("header")), Segment(gap + progress, quiet)]),
            Strip([pad, Segment(place, quiet)]),
        ]

    def strip(self, row: Row | None, here: int, thumb: bool, marks: Mapping[int, str]) -> Strip:
        """Paint one row; None is a row past the end. `here` is the reader's paragraph."""
        base = self.ink("page")
        segments = [Segment(" " * self.left, base)]
        used = self.left
        for segment, size in self._pieces(row, here, marks) if row else ():
            segments.append(segment)
            used += size
        segments.append(Segment(" " * (self.width - used - 1), base))
        segments.append(Segment("▐", self.ink("thumb")) if thumb else Segment(" ", base))
        return Strip(segments, self.width)

    def _pieces(self, row: Row, here: int, marks: Mapping[int, str]) -> list[tuple[Segment, int]]:
        if row.kind == "gap":
            return []
        paragraph = self.document.paragraphs[row.paragraph]
        if row.kind != "text":
            words = shorten(row.text, max(self.width - self.left - MARGIN - 2, 4))
            words = " " * MARGIN + shown(words)
            return [(Segment(words, self.ink(row.kind)), cells(words))]
        touched = self.layers.over(row.start, row.end)
        painted = [self._gutter(row, touched, row.paragraph == here, marks)]
        if set_in := indent(paragraph):
            lead = ("│ " if paragraph.kind == "quote" else "").ljust(set_in)
            painted.append((Segment(lead, self.ink("quiet")), set_in))
        base = self.ink(paragraph.kind)
        for start, end, layers in pieces(row.start, row.end, touched):
            words = shown(self.document.text[start:end]).replace("\xad", "")
            style = base
            for layer in layers:
                style += self.ink(layer)
            painted.append((Segment(words, style), cells(words)))
        return painted

    def _gutter(
        self, row: Row, touched: Mapping[str, object], is_here: bool, marks: Mapping[int, str]
    ) -> tuple[Segment, int]:
        paragraph = self.document.paragraphs[row.paragraph]
        mark = next((marks[at] for at in marks if row.start <= at < row.end), " ")
        if mark == " " and row.start == paragraph.start:
            mark = _KIND_GLYPH.get(paragraph.kind, " ")
        for layer, glyph in GUTTER.items():
            if layer in touched:
                return Segment(f"{mark}{glyph} ", self.ink(f"gutter-{layer}")), MARGIN
        glyph, ink = ("▏", "here") if is_here else (" ", "quiet")
        return Segment(f"{mark}{glyph} ", self.ink(ink)), MARGIN


def said(words: str, width: int, ink: Ink) -> Strip:
    """Paint a line of the program's own where no document is shown."""
    return Strip([Segment("    " + shorten(shown(words), max(width - 8, 8)), ink("note"))])


def thumb_of(window: Sequence[Row], length: int, height: int) -> range:
    """Give the rows of the thumb beside a text of `length`; empty when all of it is in view."""
    if not window or not length:
        return range(0)
    start, end = window[0].start, window[-1].end
    if start == 0 and end >= length - 1:
        return range(0)
    size = max(1, min(height, height * (end - start) // length))
    first = min(round(height * start / length), height - size)
    return range(first, first + size)
