"""Letters of a page → how they are set: whether their font is bold, whether it is monospaced."""

from __future__ import annotations

import re
from ctypes import byref, c_char, c_double, c_int
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_NAME = c_char * 64
"""Room for a font's name."""
_HEAVIER = 60
"""By how much a font's weight is above that of most letters of the page, where it is bold."""
_WEIGHED = 40
"""How many letters of a page are weighed."""

_BOLD = re.compile(
    rb"bold|black|heavy|semib|demi|cmbx|cmssbx|medi|(?:^|[A-Z+-])\w*TB$", re.IGNORECASE
)
_MONO = re.compile(
    rb"mono(?!type)|courier|consol|typewriter|menlo|monaco|andale|source_?code|fira_?code|fixed"
    rb"|(?:^|[+])(?:CM|LM|SF|EC|TC|TX|PCR)\w{0,2}TT",
    re.IGNORECASE,
)
_FIXED, _FORCED = 1 << 0, 1 << 18
"""Flags of a font's description: all of its letters equally wide; to be shown bold."""
_NARROW = frozenset("fijlrtI.,:;'|!()[]")
_MEASURED = 60
"""How many letters of a line are measured."""
_ASKED = 6
"""How many letters of a line are asked for their font."""


def heavy(textpage: PdfTextPage) -> int:
    """Give the weight from which a font of the page is bold: files call their text's heavy, too."""
    import pypdfium2.raw as pdfium

    count = textpage.count_chars()
    step = 1 + count // _WEIGHED
    weights = sorted(pdfium.FPDFText_GetFontWeight(textpage, at) for at in range(0, count, step))
    return max(600, weights[len(weights) // 2] + _HEAVIER) if weights else 600


def is_bold(textpage: PdfTextPage, index: int, least: int) -> bool:
    """Tell a bold font by its weight where the file says it, else by its name."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(textpage, index) >= least:
        return True
    return _is_forced(*_font(textpage, index))


@lru_cache(maxsize=256)
def _is_forced(name: bytes, flags: int) -> bool:
    return bool(flags & _FORCED) or _BOLD.search(name) is not None


def is_mono(textpage: PdfTextPage, text: str, first: int) -> bool:
    """Say whether a line, its first letter's index given, is all in a monospaced font.

    The last letters are not asked: a formula's number or a note's mark may stand there.
    """
    name, flags = _font(textpage, first)
    if name and not _is_fixed(name, flags):
        return False  # as almost every line, and most quickly
    inked = [at for at, character in enumerate(text) if not character.isspace()]
    inked = inked[:-1] or inked
    for at in inked[:: 1 + len(inked) // _ASKED]:
        name, flags = _font(textpage, first + at)
        if not name:
            return is_even(textpage, text, first)
        if not _is_fixed(name, flags):
            return False
    return bool(inked)


@lru_cache(maxsize=256)
def _is_fixed(name: bytes, flags: int) -> bool:
    return bool(flags & _FIXED) or _MONO.search(name) is not None


def is_even(textpage: PdfTextPage, text: str, first: int) -> bool:
    """Say whether the letters of a line whose font has no name stand at equal distances.

    Figures do in most fonts; narrow letters and others beside each other in monospaced ones only.
    """
    import pypdfium2.raw as pdfium

    letters = [at for at, character in enumerate(text[:_MEASURED]) if not character.isspace()]
    x, y = c_double(), c_double()
    places = {}
    for at in letters:
        pdfium.FPDFText_GetCharOrigin(textpage, first + at, byref(x), byref(y))
        places[at] = x.value
    steps = {at: places[at + 1] - places[at] for at in letters if at + 1 in places}
    narrow = [step for at, step in steps.items() if text[at] in _NARROW]
    others = [step for at, step in steps.items() if text[at].isalpha() and text[at] not in _NARROW]
    if min(len(narrow), len(others)) < 2:
        return False
    widths = sorted(steps.values())
    usual = widths[len(widths) // 2]
    return usual > 0 and all(abs(width - usual) < 0.04 * usual for width in widths)


def _font(textpage: PdfTextPage, index: int) -> tuple[bytes, int]:
    """Give the name of a letter's font and its flags."""
    import pypdfium2.raw as pdfium

    name = _NAME()
    flags = c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 64, byref(flags))
    return name.value, flags.value
