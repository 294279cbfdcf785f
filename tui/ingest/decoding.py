"""BYTES of a text → its characters: by mark, by form, or by an honest guess."""

from __future__ import annotations

import codecs

from tui.document import Unreadable
from tui.ingest.formats import unmarked

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_BINARY = 0.05
"""A share of control bytes above this is no text."""
_SAMPLE = 65536
"""So many bytes tell what a text is written in."""
_OTHER_SCRIPTS = (
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
    *("cp1251", "koi8_r", "iso8859_5", "cp1253", "cp1255", "cp1256", "cp874"),
)
"""What texts in other letters than Latin ones were written in before UTF-8."""
_GREEK = "\u0370"
"""The first letter that is not Latin."""

_ENOUGH = 10
"""So few letters tell nothing."""


def decode(path: str, data: bytes) -> str:
    """Decode by BOM, then as UTF-16 where every other byte tells it, then strict UTF-8, then by
    guess; newlines become `\\n`.

    A UTF-8 text with a few damaged bytes stays UTF-8, the damage shown as U+FFFD.
    Raises Unreadable where there is nothing to read or the bytes are no text.
    """
    if not data:
        raise Unreadable(path, "the file is empty")
    text = _decoded(path, data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise Unreadable(path, "the file holds nothing but white space")
    return text


def _decoded(path: str, data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    wide = unmarked(data)
    if wide:
        return data.decode(wide, "replace")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if b"\0" in sample or controls > _BINARY * len(sample):
        raise Unreadable(path, "this looks like a binary file, not a text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        loose = data.decode("utf-8", "replace")
        damaged = loose.count("�")
        foreign = len(loose) - len(loose.encode("ascii", "ignore"))
        return loose if foreign > 5 * damaged else guessed(data)


def guessed(data: bytes) -> str:
    """Decode bytes that are no UTF-8 and of which nothing says what they are.

    They are Windows-1252, as browsers take them to be, unless they read as another script:
    what tells two codes for Latin letters apart is too little to trust.
    """
    from charset_normalizer import from_bytes

    whole_lines = data[:_SAMPLE].rpartition(b"\n")[0] if len(data) > _SAMPLE else data
    found = from_bytes(whole_lines, cp_isolation=[*_OTHER_SCRIPTS]).best()
    if found is not None:
        letters = [letter for letter in str(found) if letter.isalpha()]
        if sum(letter >= _GREEK for letter in letters) > max(_ENOUGH, len(letters) / 2):
            return data.decode(found.encoding, "replace")
    return data.decode("cp1252", "replace")
