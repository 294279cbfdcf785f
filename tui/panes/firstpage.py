"""A document and a terminal's size in, escape codes for its first page out, with no framework.

The screen that follows paints the same words in the same cells; a test holds the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.document import Document, visible
from tui.panes.layout import (
    HEADER,
    MARGIN,
    Layout,
    Place,
    Row,
    indent,
    left_of,
    text_width,
    title_of,
)

CONTENTS, CONTENTS_WIDE = 30, 40
"""Cells that the contents take, as the style sheet has it."""
NARROW, WIDE = 100, 140
"""Below the first many columns the contents stay hidden until asked for; from the second on they
are wide."""
FOOT = 2
"""Rows below the page: the status and the keys."""

_HEX = re.compile(r"#(..)(..)(..)\Z")
_BOLD = ("heading", "title")
_ITALIC = ("quote", "caption", "keywords", "furniture")


@dataclass(frozen=True, slots=True)
class Colours:
    """Of a theme, each as `#rrggbb`, or empty for the terminal's own."""

    ink: str = ""
    """Of the words."""
    paper: str = ""
    """Behind the page."""
    beside: str = ""
    """Behind the contents."""
    foot: str = ""
    """Behind the status and the keys."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where the page begins."""

    top: int = 0
    """The offset at its first row."""
    here: int = 0
    """The offset that must be on it."""


def first_page(
    document: Document,
    size: tuple[int, int],
    measure: int,
    start: Start,
    *,
    contents: bool = False,
    colours: Colours = Colours(),
) -> str:
    """Paint the page for a terminal of `size` columns and rows, from its top left corner.

    `measure` is the length of the lines in cells; `contents` leaves their room at the left.
    """
    columns, rows = size
    beside = CONTENTS_WIDE if columns >= WIDE else CONTENTS if columns >= NARROW else 0
    beside *= contents
    width, height = columns - beside, max(rows - FOOT - HEADER, 1)
    layout = Layout(document, text_width(width, measure))
    left = left_of(width, layout.width)
    lines = [_heading(document, width - left), ""]
    lines += [_line(document, row) for row in layout.window(_top(layout, start, height), height)]
    lines += [""] * (rows - FOOT - len(lines))
    pane = _ground(colours.beside) + " " * beside
    paper = f"\x1b[0m{_ground(colours.ink, 38)}{_ground(colours.paper)}"
    page = [f"{pane}{paper}{' ' * left}{line}\x1b[K" for line in lines[: rows - FOOT]]
    foot = [f"{_ground(colours.foot)}\x1b[K"] * FOOT
    return "\x1b[H" + "\x1b[0m\r\n".join([*page, *foot]) + "\x1b[0m"


def words_page(words: str) -> str:
    """Paint the program's own words alone."""
    return f"\x1b[H\x1b[2J\x1b[{HEADER + 1};{MARGIN + 2}H\x1b[3m{words}\x1b[0m"


def _top(layout: Layout, start: Start, height: int) -> Place:
    top = min(layout.place_of(start.top) if start.top else (0, 0), layout.last_top(height))
    window = layout.window(top, height)
    if window and window[0].start <= start.here <= window[-1].end:
        return top
    return min(layout.moved(layout.place_of(start.here), -(height // 3)), layout.last_top(height))


def _heading(document: Document, room: int) -> str:
    return " " * MARGIN + f"\x1b[1m{title_of(document, room - MARGIN - len('100 %') - 8)}\x1b[22m"


def _line(document: Document, row: Row) -> str:
    if row.kind != "text":
        return ""
    paragraph = document.paragraphs[row.paragraph]
    lead = ("│ " if paragraph.kind == "quote" else "").ljust(indent(paragraph))
    words = visible(document.text[row.start : row.end]).replace("\xad", "")
    if paragraph.kind in _BOLD:
        words = f"\x1b[1m{words}\x1b[22m"
    elif paragraph.kind in _ITALIC:
        words = f"\x1b[3m{words}\x1b[23m"
    return " " * MARGIN + lead + words


def _ground(colour: str, layer: int = 48) -> str:
    if not (parts := _HEX.match(colour)):
        return ""
    return f"\x1b[{layer};2;" + ";".join(str(int(part, 16)) for part in parts.groups()) + "m"
