"""Pieces of text and a width in cells in, a line that is exactly that wide out."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.document import visible
from tui.panes.wrap import cells, offset_at, wrap

Piece = tuple[str, str]
"""Some text and the component classes that style it, set apart by spaces; "" is plain."""

Row = tuple[Piece, ...]
"""A line's pieces from left to right."""

Ink = Callable[[str], Style]
"""Gives the style of component classes, set apart by spaces."""


def fit(row: Row, width: int) -> Row:
    """Fill the row with spaces to exactly `width` cells, or cut it there with `…`."""
    sizes = [cells(text) for text, _ in row]
    spare = width - sum(sizes)
    if spare >= 0:
        return (*row, (" " * spare, "")) if spare else row
    if width <= 0:
        return ()
    kept: list[Piece] = []
    room = width - 1
    for (text, style), size in zip(row, sizes, strict=True):
        if size > room:
            cut = text[: offset_at(text, 0, len(text), room)].rstrip() + "…"
            return (*kept, (cut, style), (" " * (room + 1 - cells(cut)), ""))
        kept.append((text, style))
        room -= size
    return tuple(kept)


def beside(left: Row, right: Row, width: int) -> Row:
    """Put one row at the left, cut where needed, and another, kept whole, at the right."""
    room = width - sum(cells(text) for text, _ in right)
    return fit((*fit(left, max(0, room)), *right), width)


def inks_of(widget: Widget) -> Ink:
    """Give what looks component styles up, each once: for as long as a frame takes to draw."""
    known: dict[str, Style] = {}

    def ink(names: str) -> Style:
        if names not in known:
            known[names] = widget.get_visual_style(*names.split()).rich_style
        return known[names]

    return ink


def painted(row: Row, width: int, ink: Ink, under: str = "") -> Strip:
    """Give the row, which is `width` cells wide, in its styles upon the styles `under`."""
    return Strip(
        [
            Segment(visible(text).replace("\xad", ""), ink(f"{under} {style}"))
            for text, style in row
            if text
        ],
        width,
    )


def wrapped(row: Row, width: int) -> list[Row]:
    """Break a row at spaces into lines of at most `width` cells; none for an empty row."""
    text = "".join(text for text, _ in row)
    if not text.strip():
        return []
    return [cut(row, start, end) for start, end in wrap(text, 0, len(text), width)]


def folded(row: Row, width: int, lines: int) -> list[Row]:
    """Break a row into exactly so many lines of that width, the last cut where it is longer."""
    text = "".join(text for text, _ in row)
    breaks = wrap(text, 0, len(text), width)
    broken = [cut(row, start, end) for start, end in breaks[:lines]]
    if len(breaks) > lines:
        broken[-1] = cut(row, breaks[lines - 1][0], len(text))
    return [fit(line, width) for line in (*broken, *[()] * lines)[:lines]]


def cut(row: Row, start: int, end: int) -> Row:
    """Give the pieces of the row between two offsets into its text."""
    pieces: list[Piece] = []
    offset = 0
    for text, style in row:
        part = text[max(0, start - offset) : max(0, end - offset)]
        if part:
            pieces.append((part, style))
        offset += len(text)
    return tuple(pieces)
