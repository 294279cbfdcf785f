"""Lines as a page has them written → the order of its columns, and where a seam parts them."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

    from tui.ingest.pdf.lines import Line

_FEW = 8
"""Fewer lines than this make no columns."""

_SEAM = 3.0
"""Half of the least width of the gap between two columns, in points; a space is narrower."""


def seam_of(textpage: PdfTextPage, lines: Sequence[Line]) -> float | None:
    """Give where two columns part that are written line by line across the page, if they are.

    pdfium takes such lines for one. That the middle of almost all of them is empty gives them
    away; the first two that are not end the search.
    """
    import pypdfium2.raw as pdfium

    if len(lines) < _FEW:
        return None
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    across = [line for line in lines if line.left < middle - 50 and line.right > middle + 50]
    if len(across) < max(_FEW, 0.5 * len(lines)):
        return None
    inked = 0
    sample = across[:: 1 + len(across) // 20]
    for line in sample:
        height = line.bottom + 0.4 * line.size
        inked += any(
            pdfium.FPDFText_GetCharIndexAtPos(textpage, middle + side, height, 0.1, 0.1) >= 0
            for side in (0, -_SEAM, _SEAM)
        )
        if inked > 0.1 * len(sample):
            return None
    return middle


def left_of(textpage: PdfTextPage, index: int) -> float:
    """Give the left side of a letter."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, index, byref(box))
    return float(box.left)


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
    if len(lines) < _FEW:
        return None
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    left = sum(line.right <= middle for line in lines)
    right = sum(line.left >= middle for line in lines)
    if left + right < 0.7 * len(lines) or min(left, right) < 0.25 * len(lines):
        return None
    return middle
