"""Rows of a layout and the layers on them in, strips for the terminal out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.document import Document, Section, shorten, visible
from tui.panes.ink import GUTTER, ORDER, Layers, pieces
from tui.panes.layout import HEADER, MARGIN, Row, indent, title_of
from tui.panes.links import linked, linking, links_in
from tui.panes.wrap import cells, wrap

SIGNS = {"inferred": "≈ ", "detected": "· ", "given": ""}
"""What stands before a section's title, by origin."""
_KINDS: tuple[str, ...] = ("body", "heading", "title", "caption", "keywords", "furniture")
_KINDS += ("quote", "list", "table", "code")
INKS = (
    *(*_KINDS, *ORDER, *(f"gutter-{layer}" for layer in GUTTER)),
    *("label", "note", "here", "quiet", "header", "thumb"),
)
"""Everything that has an ink of its own."""

_KIND_GLYPH = {"caption": "▫", "keywords": "#", "furniture": "·"}
"""What stands beside the kinds that are shown dimmed."""

Piece = tuple[str, Style, int]
"""Words as they are shown, their ink, and how many cells they take."""

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

    def header(self, section: Section | None, percent: int, here: int) -> list[Strip]:
        """Paint what document this is, how far it is read, and the section; `here` on its page."""
        left = self.left + MARGIN
        page = self.document.page_at(here)
        progress = f"p. {page} of {len(self.document.pages)} · " if page else ""
        progress += f"{percent} %"
        head = title_of(self.document, self.width - left - len(progress) - 8)
        gap = " " * max(self.width - left - cells(head) - len(progress) - 2, 1)
        place = SIGNS[section.origin] + section.title if section else ""
        place = shorten(visible(place), max(self.width - left - 2, 4))
        quiet, pad = self.ink("quiet"), Segment(" " * left, self.ink("page"))
        title = linking(self.ink("header"), self.document.url)
        return [
            Strip([pad, Segment(head, title), Segment(gap + progress, quiet)]),
            Strip([pad, Segment(place, quiet)]),
        ]

    def strip(self, row: Row | None, here: int, thumb: bool, marks: Mapping[int, str]) -> Strip:
        """Paint one row; None is a row past the end. `here` is the reader's paragraph."""
        base = self.ink("page")
        pieces: list[Piece] = [(" " * self.left, base, self.left)]
        if row is not None:
            if page := self._turned(row):
                pieces = [(f"{page} ".rjust(self.left), self.ink("quiet"), self.left)]
            pieces += self._pieces(row, here, marks)
        room = self.width - 1 - sum(size for _, _, size in pieces)
        pieces.append((" " * room, base, room))
        pieces.append(("▐", self.ink("thumb"), 1) if thumb else (" ", base, 1))
        return Strip(_joined(pieces), self.width)

    def _turned(self, row: Row) -> str:
        """Give the number of the page that begins in a row, where there is one and room for it."""
        document = self.document
        if not document.pages or row.kind != "text":
            return ""
        page = document.page_at(row.end - 1)
        turned = row.start == 0 or page != document.page_at(row.start - 1)
        return str(page) if turned and len(str(page)) < self.left else ""

    def _pieces(self, row: Row, here: int, marks: Mapping[int, str]) -> list[Piece]:
        if row.kind == "gap":
            return []
        paragraph = self.document.paragraphs[row.paragraph]
        if row.kind != "text":
            words = shorten(row.text, max(self.width - self.left - MARGIN - 2, 4))
            words = " " * MARGIN + visible(words)
            return [(words, self.ink(row.kind), cells(words))]
        touched = self.layers.over(row.start, row.end)
        painted = [self._gutter(row, touched, row.paragraph == here, marks)]
        if set_in := indent(paragraph):
            lead = ("│ " if paragraph.kind == "quote" else "").ljust(set_in)
            painted.append((lead, self.ink("quiet"), set_in))
        base = self.ink(paragraph.kind)
        links = links_in(self.document.text, row.start, row.end, paragraph.start)
        for start, end, layers, address in linked(pieces(row.start, row.end, touched), links):
            words = visible(self.document.text[start:end]).replace("\xad", "")
            style = base
            for layer in layers:
                style += self.ink(layer)
            style = linking(style, address) if address else style
            painted.append((words, style, cells(words)))
        return painted

    def _gutter(
        self, row: Row, touched: Mapping[str, object], is_here: bool, marks: Mapping[int, str]
    ) -> Piece:
        paragraph = self.document.paragraphs[row.paragraph]
        mark = next((marks[at] for at in marks if row.start <= at < row.end), " ")
        if mark == " " and row.start == paragraph.start:
            mark = _KIND_GLYPH.get(paragraph.kind, " ")
        for layer, glyph in GUTTER.items():
            if layer in touched:
                return f"{mark}{glyph} ", self.ink(f"gutter-{layer}"), MARGIN
        if is_here:
            return f"{mark}▏ ", self.ink("here"), MARGIN
        return f"{mark}  ", self.ink("page" if mark == " " else "quiet"), MARGIN


def _joined(pieces: Iterable[Piece]) -> list[Segment]:
    """Make one segment of neighbours in the same ink: fewer bytes for the terminal."""
    joined: list[Segment] = []
    text, ink = "", Style.null()
    for words, style, _ in pieces:
        if style is ink or style == ink:
            text += words
            continue
        if text:
            joined.append(Segment(text, ink))
        text, ink = words, style
    joined.append(Segment(text, ink))
    return joined


def said(lines: Sequence[str], width: int, ink: Ink) -> list[Strip]:
    """Paint the program's own words where no document is shown."""
    style, left = ink("note"), " " * (MARGIN + 1)
    strips = [Strip([])] * (HEADER + 1)
    for line in lines:
        spans = wrap(line, 0, len(line), min(width - 2 * len(left), 76))
        strips += [Strip([Segment(left + visible(line[a:b]), style)]) for a, b in spans]
    return strips


def thumb_of(window: Sequence[Row], extent: tuple[int, int], height: int) -> range:
    """Give the rows of the thumb, for a text between two offsets; empty when all is in view."""
    first, last = extent
    if not window or (window[0].start <= first and window[-1].end >= last):
        return range(0)
    length = max(last - first, 1)
    size = max(1, min(height, height * (window[-1].end - window[0].start) // length))
    top = min(round(height * (window[0].start - first) / length), height - size)
    return range(top, top + size)
