"""A page of a PDF → its lines in reading order, each with its place and the size of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_int, create_string_buffer
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_BREAK = re.compile("(\r\n|[\n\r\ufffe\x02])")
"""Where pdfium ends a line; the last two stand for a hyphen at its end."""

_SHORT = 120
"""Longer lines are no headings, and so their weight does not matter."""

_NUMBER = re.compile(r"\s*(\d{1,4})(?:\s+|$)")
_UNSCALED = 3
"""No font is so small, in points, as the unit that scaled letters are given in."""

_BOLD = re.compile(
    rb"bold|black|heavy|semib|demi|cmbx|cmssbx|medi|(?:^|[A-Z+-])\w*TB$", re.IGNORECASE
)


class Line(NamedTuple):
    """A line as it stands on the page; lengths in points, from the page's lower left."""

    text: str
    """Its words; a hyphen that breaks a word at its end is left out."""
    page: int
    """From 1."""
    left: float
    """Of its first letter."""
    right: float
    """Of its last letter."""
    bottom: float
    """Of its first letter's box."""
    size: float
    """Of its font; where the page scales its letters, the height of their boxes."""
    bold: bool
    """Whether its font is a bold one; not asked of long lines, nor where a small letter opens."""
    hyphen: bool
    """Whether a hyphen at its end was left out."""


def lines_of(page: PdfPage, number: int) -> tuple[Line, ...]:
    """Give the lines of a page in the order in which they are read."""
    textpage = page.get_textpage()
    try:
        return in_columns(_rows(_lines(textpage, number)))
    finally:
        textpage.close()


def _lines(textpage: PdfTextPage, number: int) -> Iterator[Line]:
    import pypdfium2.raw as pdfium

    count = textpage.count_chars()
    whole = textpage.get_text_range()
    direct = len(whole) == count  # else some letters have no code and the places differ
    box = pdfium.FS_RECTF()
    into = byref(box)
    measure, size_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetFontSize
    pieces = _BREAK.split(whole)
    numbered = _are_numbered(pieces[::2])
    at = 0
    for words, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        start, at = at, at + len(words) + len(end)
        number_before = _NUMBER.match(words) if numbered else None
        text = words[number_before.end() if number_before else 0 :].strip()
        if not text:
            continue
        first = start + words.index(text)
        last = first + len(text) - 1
        if not direct:
            first = max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, first))
            last = max(first, pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, last))
        measure(textpage, first, into)
        left, bottom, height = box.left, box.bottom, box.top - box.bottom
        measure(textpage, last, into)
        if len(text) > 3 and abs(box.bottom - bottom) > abs(box.right - left):
            continue  # runs up or down the margin
        size = max(size_of(textpage, first), size_of(textpage, last))  # one may be a raised mark
        if size < _UNSCALED:  # the page scales its letters, so their boxes have to tell
            size = max(height, box.top - box.bottom)
        likely = len(text) < _SHORT and not text[0].islower()
        bold = likely and _is_bold(textpage, first) and _is_bold(textpage, last)
        hyphen = end in ("\ufffe", "\x02")
        yield Line(" ".join(text.split()), number, left, box.right, bottom, size, bold, hyphen)


def _are_numbered(lines: Sequence[str]) -> bool:
    """Say whether a page numbers its lines at the left, as manuscripts for review do."""
    matches = [_NUMBER.match(line) for line in lines if line.strip()]
    numbers = [int(match[1]) for match in matches if match]
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) >= 8 and steps >= 0.7 * len(numbers) and len(numbers) > 0.4 * len(matches)


def _rows(lines: Iterable[Line]) -> list[Line]:
    """Put back into its line what pdfium tears off: raised marks and what follows them."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last is None or last.hyphen or not _same_row(last, line):
            rows.append(line)
            continue
        tight = len(line.text) < 4 or line.text[0] in ",.;:)" or line.left - last.right < 1
        rows[-1] = last._replace(
            text=last.text + ("" if tight else " ") + line.text,
            right=line.right,
            bottom=max(last, line, key=lambda each: each.size).bottom,
            size=max(last.size, line.size),
            bold=last.bold and line.bold,
            hyphen=line.hyphen,
        )
    return rows


def _same_row(last: Line, line: Line) -> bool:
    """Say whether a line goes on where the last one stopped, at almost its height."""
    size = max(last.size, line.size)
    near = -0.2 * size < line.left - last.right < 0.7 * size
    return near and abs(line.bottom - last.bottom) < 0.6 * size


def _is_bold(textpage: PdfTextPage, index: int) -> bool:
    """Tell a bold font by its weight where the file says it, else by its name."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(textpage, index) >= 600:
        return True
    name = create_string_buffer(64)
    flags = c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 64, byref(flags))
    return bool(flags.value & (1 << 18)) or _BOLD.search(name.value) is not None


def in_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put the lines of a page that goes to and fro between two columns into reading order.

    Most pages are written column by column and stay as they are. Lines across both columns
    part the page; within each part the left column is read first.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return tuple(lines)
    sides = [0 if line.right <= gutter else 1 if line.left >= gutter else 2 for line in lines]
    turns = sum(a == 1 and b == 0 for a, b in pairwise(sides))
    if turns <= 2:
        return tuple(lines)
    ordered = sorted(zip(lines, sides, strict=True), key=lambda each: -each[0].bottom)
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line, side in ordered:
        if side == 2:
            found += [*left, *right, line]
            left, right = [], []
        else:
            (left, right)[side].append(line)
    return (*found, *left, *right)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Give where the gap between two columns is, or None where there are none."""
    if len(lines) < 8:
        return None
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    left = sum(line.right <= middle for line in lines)
    right = sum(line.left >= middle for line in lines)
    if left + right < 0.7 * len(lines) or min(left, right) < 0.25 * len(lines):
        return None
    return middle
