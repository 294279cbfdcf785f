"""A page of a PDF → its lines in reading order, each with its place and the size of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.ingest.pdf.columns import in_columns, left_of, seam_of
from tui.ingest.pdf.dingbats import readable
from tui.ingest.pdf.fonts import heavy, is_bold, is_mono

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_BREAK = re.compile("(\r\n|[\n\r\ufffe\x02])")
"""Where pdfium ends a line; the last two stand for a hyphen at its end."""

_SHORT = 120
"""Longer lines are no headings, and so their weight does not matter."""

_NUMBER = re.compile(r"\s*(\d{1,4})(?:\s+|$)")
_WORD = re.compile(r"\S+")
_UNSCALED = 3
"""No font is so small, in points, as the unit that scaled letters are given in."""

_TEX = {0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x0F: "ffl"}
_TEX |= {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}
_TEX |= dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True))
"""What TeX's fonts have in the places of control characters, where a file does not say it: the
first row is of its old encoding (OT1), the others of the Cork encoding (T1)."""

_CODED = re.compile(f"[{''.join(map(chr, _TEX))}]")


_BLANK = " \t\n\r\xa0\u2002\u2003\u2009\u3000"
"""White space without what Python takes for it, too: TeX's codes of ligatures."""
_MARK = re.compile(r"(?:\d{1,3}|[*†‡§])\s*(?=[^\W\d_])")
_NOTE = 20
"""Fewer characters than this are no note."""
_RAISED = 0.85
"""How much smaller than the text's letters those of a raised mark are, at most."""


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
    mono: bool = False
    """Whether its font is monospaced, as that of code and console output."""


def lines_of(page: PdfPage, number: int) -> tuple[Line, ...]:
    """Give the lines of a page in the order in which they are read."""
    textpage = page.get_textpage()
    try:
        lines = list(_lines(textpage, number))
        seam = seam_of(textpage, lines)
        if seam is not None:
            lines = list(_lines(textpage, number, seam))
        return in_columns(_rows(lines))
    finally:
        textpage.close()


def _lines(textpage: PdfTextPage, number: int, seam: float | None = None) -> Iterator[Line]:
    """Yield the lines as they are written; those that cross the seam of two columns are cut."""
    import pypdfium2.raw as pdfium

    whole = textpage.get_text_range()
    direct = len(whole) == textpage.count_chars()  # else some letters have no code
    whole = readable(whole)
    least = heavy(textpage)
    box = pdfium.FS_RECTF()
    into, raw = byref(box), textpage.raw
    measure, size_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetFontSize
    for text, first, hyphen in _cut(textpage, _pieces(whole), seam if direct else None):
        last = first + len(text) - 1
        if not direct:
            first = max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(raw, first))
            last = max(first, pdfium.FPDFText_GetCharIndexFromTextIndex(raw, last))
        measure(raw, first, into)
        left, bottom, height = box.left, box.bottom, box.top - box.bottom
        measure(raw, last, into)
        if len(text) > 3 and abs(box.bottom - bottom) > abs(box.right - left):
            continue  # runs up or down the margin
        size = size_of(raw, first)
        if not text[0].isalpha():  # it may be a raised mark
            size = max(size, size_of(raw, last))
        if size < _UNSCALED:  # the page scales its letters, so their boxes have to tell
            size = max(height, box.top - box.bottom)
        likely = len(text) < _SHORT and not text[0].islower()
        bold = likely and all(is_bold(textpage, at, least) for at in (first, last))
        mono = last - first == len(text) - 1 and is_mono(textpage, text, first)
        if mark := _MARK.match(text):  # of a note, where it is smaller than the note
            small = size_of(raw, first) < _RAISED * size_of(raw, last)
            text = text[mark.end() :] if small else text
        if _CODED.search(text):
            text = text.translate(_TEX)
        words = " ".join(text.split())
        yield Line(words, number, left, box.right, bottom, size, bold, hyphen, mono)


Piece = tuple[str, int, bool]
"""A line's words, the index of the first letter, and whether a hyphen was left out behind."""


def _pieces(whole: str) -> Iterator[Piece]:
    """Part a page's text into its lines; the numbers of lines are left out."""
    pieces = _BREAK.split(whole)
    numbered = _are_numbered(pieces[::2])
    at = 0
    for words, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        number = _NUMBER.match(words) if numbered else None
        text = words[number.end() if number else 0 :].strip(_BLANK)
        if text.strip() or _CODED.search(text):
            yield text, at + words.index(text), end in ("\ufffe", "\x02")
        at += len(words) + len(end)


def _cut(textpage: PdfTextPage, pieces: Iterable[Piece], seam: float | None) -> Iterator[Piece]:
    """Cut lines where a seam runs through them, between two words."""
    if seam is None:
        yield from pieces
        return
    for text, first, hyphen in pieces:
        starts = (word.start() for word in _WORD.finditer(text))
        at = next((start for start in starts if left_of(textpage, first + start) > seam), 0)
        if at:
            before = text[:at].rstrip()
            broken = len(before) > 1 and before[-1] == "-" and before[-2].isalpha()
            yield before.removesuffix("-") if broken else before, first, broken
        yield text[at:], first + at, hyphen


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
        if last is not None and _marks(last, line):
            rows[-1] = line
            continue
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
            mono=last.mono and line.mono,
        )
    return rows


def _marks(last: Line, line: Line) -> bool:
    """Say whether a line is only the raised mark of the note that the other one begins."""
    raised = 0.2 * line.size < last.bottom - line.bottom < 0.9 * line.size
    before = last.size < _RAISED * line.size and abs(line.left - last.right) < 0.5 * line.size
    marked = last.text.isdigit() and len(last.text) < 3 and line.text[0].isupper()
    return raised and before and marked and len(line.text) > _NOTE


def _same_row(last: Line, line: Line) -> bool:
    """Say whether a line goes on where the last one stopped, at almost its height."""
    size = max(last.size, line.size)
    near = -0.2 * size < line.left - last.right < 0.7 * size
    return near and abs(line.bottom - last.bottom) < 0.6 * size
