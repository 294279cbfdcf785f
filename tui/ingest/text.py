"""Bytes of a plain text → DOCUMENT: decoded, split into paragraphs, each told its kind."""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import pairwise

from tui.document import Document
from tui.ingest import bylines, kinds, language, roles
from tui.ingest.decoding import decode

Block = tuple[int, int]

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_ITEM = re.compile(r"(?:[-*+•▪◦‣–·]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)])\s")
_TERMINAL = (".", "!", "?", ":", ".”", '."', ".)", "?”", "!”", '?"', '!"')


def read_text(path: str, data: bytes) -> Document:
    """Make a document of a plain text's bytes.

    Its `text` is the decoded file itself: BOM dropped, newlines as `\\n`, nothing else changed.
    Raises Unreadable for an empty or a binary file.
    """
    text = decode(path, data)
    paragraphs = kinds.tell(text, split(text))
    role, reason = roles.guess(text, paragraphs)
    authors, outlet, date = bylines.said(text, paragraphs)
    return Document(
        path=path,
        text=text,
        paragraphs=paragraphs,
        sha256=sha256(data).hexdigest(),
        title=kinds.title(text, paragraphs),
        role=role,
        role_reason=reason,
        authors=authors,
        outlet=outlet,
        date=date,
        language=language.guess(text),
    )


def split(text: str) -> list[Block]:
    """Split a text into its paragraphs, as (start, end) without the white space around them.

    Blank lines part paragraphs; a line by itself is one too, unless the text is hard-wrapped:
    then lines that break only because the line was full belong together.
    """
    width = _wrap_width(text)
    if not width:
        return [match.span() for match in _LINE.finditer(text)]
    return _rejoined(text, width)


def _wrap_width(text: str) -> int:
    """Give the column at which the text is hard-wrapped, or 0 where lines are paragraphs.

    Told from lines that another follows at once: in wrapped prose their lengths crowd below
    one width, and many of the following lines begin in the middle of a sentence.
    """
    lines = text[:200_000].split("\n")
    pairs = [(a.rstrip(), b.strip()) for a, b in pairwise(lines) if a and b]
    pairs = [(a, b) for a, b in pairs if a and b]
    if not pairs:
        return 0
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not 30 <= width <= 160:
        return 0
    full = sum(length > 0.6 * width for length in lengths)
    running = sum(b[0].islower() and not a.endswith(_TERMINAL) for a, b in pairs)
    return width if full >= 0.5 * len(pairs) and running >= 0.25 * len(pairs) else 0


def _rejoined(text: str, width: int) -> list[Block]:
    blocks: list[Block] = []
    open_start = open_end = -1
    last = ""
    offset = 0
    for line in text.split("\n"):
        words = line.strip()
        start = offset + (len(line) - len(line.lstrip()) if words else 0)
        offset += len(line) + 1
        if words and open_start >= 0 and _runs_on(last, line, width):
            open_end = start + len(words)
        else:
            if open_start >= 0:
                blocks.append((open_start, open_end))
            open_start, open_end = (start, start + len(words)) if words else (-1, -1)
        last = line
    if open_start >= 0:
        blocks.append((open_start, open_end))
    return blocks


def _runs_on(last: str, line: str, width: int) -> bool:
    """Tell whether a line continues the one above it: that one was full, or broke off."""
    words = line.lstrip()
    if _ITEM.match(words):
        return False
    above = last.lstrip()
    indent, above_indent = len(line) - len(words), len(last) - len(above)
    hanging = _ITEM.match(above) is not None
    if indent > above_indent and not hanging:
        return False
    last = last.rstrip()
    first = words.find(" ") if " " in words else len(words)
    if len(last) + 1 + first > 0.85 * width:
        return True
    return words[0].islower() and not last.endswith(_TERMINAL)
