"""Text and a width in, lines as offsets out; and between offsets and cells, by graphemes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import split_graphemes

from tui.document import visible

_SPECIAL = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2200-\u22ff]"
)
"""Whatever is not surely one cell wide and one grapheme by itself."""

Line = tuple[int, int]
"""Where a line begins and ends in its document, white space at its end left out."""


def wrap(text: str, start: int, end: int, width: int) -> tuple[Line, ...]:
    """Break `text[start:end]` at spaces into lines of at most `width` cells, at least one line.

    Line breaks inside count as spaces; a word longer than a line is broken after a dash or, at
    last, between graphemes.
    """
    width = max(width, 2)
    block = visible(text[start:end])
    break_lines = _wrap_graphemes if _SPECIAL.search(block) else _wrap_narrow
    lines = break_lines(block, width)
    return tuple((start + first, start + last) for first, last in lines) or ((start, start),)


def hard_lines(text: str, start: int, end: int, width: int) -> tuple[Line, ...]:
    """Keep the lines of `text[start:end]` as they are, breaking only those that don't fit."""
    lines: list[Line] = []
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        lines.extend(wrap(text, start, stop, width))
        start = stop + 1
    return tuple(lines)


def _wrap_narrow(block: str, width: int) -> Iterator[Line]:
    position, size = _skip_spaces(block, 0), len(block)
    while size - position > width:
        cut = block.rfind(" ", position + 1, position + width + 1)
        if cut < 0:
            cut = _after_dash(block, position, position + width)
        yield position, _trimmed(block, position, cut)
        position = _skip_spaces(block, cut)
    if position < size:
        yield position, _trimmed(block, position, size)


def _wrap_graphemes(block: str, width: int) -> Iterator[Line]:
    graphemes, _ = split_graphemes(block)
    first, used, space = 0, 0, -1
    index = 0
    while index < len(graphemes):
        start, _, cells = graphemes[index]
        if block[start] == " ":
            if index == first:
                first = index = index + 1
                continue
            space = index
        elif block[start] == "\xad":
            cells = 0
        if used + cells > width and index > first and block[start] != " ":
            cut = space if space > first else index
            yield graphemes[first][0], _trimmed(block, graphemes[first][0], graphemes[cut][0])
            first = index = cut
            used, space = 0, -1
            continue
        used += cells
        # Between ideographs a line may break anywhere.
        if cells == 2 and used <= width:
            space = index + 1 if index + 1 < len(graphemes) else space
        index += 1
    if first < len(graphemes):
        yield graphemes[first][0], _trimmed(block, graphemes[first][0], len(block))


def _skip_spaces(block: str, position: int) -> int:
    while position < len(block) and block[position] == " ":
        position += 1
    return position


def _trimmed(block: str, start: int, end: int) -> int:
    while end > start and block[end - 1] == " ":
        end -= 1
    return end


def _after_dash(block: str, start: int, end: int) -> int:
    dash = max(block.rfind(mark, start, end) for mark in "-—–/")
    return dash + 1 if dash > start else end


def cells(text: str) -> int:
    """Measure how many terminal cells the text takes once it is shown."""
    shown = visible(text)
    if not _SPECIAL.search(shown):
        return len(shown)
    return split_graphemes(shown.replace("\xad", ""))[1]


def offset_at(text: str, start: int, end: int, column: int) -> int:
    """Give the offset of the grapheme of the line `text[start:end]` under a cell, `end` past it."""
    shown = visible(text[start:end])
    if not _SPECIAL.search(shown):
        return min(start + max(column, 0), end)
    used = 0
    for first, _, width in split_graphemes(shown)[0]:
        if used + width > column:
            return start + first
        used += width
    return end
