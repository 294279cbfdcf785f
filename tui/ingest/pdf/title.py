"""Paragraphs of a PDF → the one that is its title, whole, and the size of the text's letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.ingest import furniture
from tui.ingest.pdf.paragraphs import Piece

_LONGEST = 300
_NUMBERED = re.compile(r"\d+(?:\.\d+)*[.)]?\s+\S")
_OPENS = re.compile(r"(?:abstract|summary|introduction|contents)\W*", re.IGNORECASE)


def with_title(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], int | None]:
    """Find the title and join to it the lines below it that are set as large: it is one."""
    title = _title(pieces)
    if title is None:
        return pieces, None
    whole = pieces[title]
    end = title + 1
    for below in pieces[end : title + 4]:
        large = abs(below.size - whole.size) < 0.1 and below.page == whole.page
        if not large or furniture.names(below.text) or _OPENS.fullmatch(below.text):
            break
        if _NUMBERED.match(below.text) or len(whole.text) + len(below.text) > _LONGEST:
            break
        whole = replace(whole, text=f"{whole.text} {below.text}", lines=whole.lines + below.lines)
        end += 1
    return [*pieces[:title], whole, *pieces[end:]], title


def _title(pieces: Sequence[Piece]) -> int | None:
    """Give the index of the largest lines of the first page, if they are larger than the text."""
    first = [i for i, piece in enumerate(pieces[:30]) if piece.page == pieces[0].page]
    likely = [i for i in first if 8 <= len(pieces[i].text) <= _LONGEST and " " in pieces[i].text]
    if not likely:
        return None
    best = max(likely, key=lambda i: (round(pieces[i].size, 1), -i))
    return best if pieces[best].size > 1.15 * body_size(pieces) else None


def body_size(pieces: Sequence[Piece]) -> float:
    """Give the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
