"""The lines of all pages → the same without running heads, running feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tui.ingest.pdf.lines import Line

_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_PLACED = 0.4
"""The share of the rows at one height that run, from which on all of them do."""
_EDGE = 3
"""How many rows at the top and at the bottom of a page may be running ones."""


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out what the edges of pages repeat, and the pages' numbers.

    A row at an edge runs when its words, numbers aside, are found at that edge of other pages
    too, or when it stands where such rows stand; either way the text keeps its distance.
    """
    edges = [(_rows(page, top=True), _rows(page, top=False)) for page in pages]
    kept: list[list[Line]] = [list(page) for page in pages]
    for side in (0, 1):
        rows = [edge[side] for edge in edges]
        often = _often(rows)
        places = _places(rows, often)
        for page, edge in zip(kept, rows, strict=True):
            for row in _running(edge, often, places):
                for line in row:
                    page.remove(line)
    return kept


def _rows(page: Iterable[Line], *, top: bool) -> list[list[Line]]:
    """Give the outermost rows of a page, the outermost first; a row is what shares a height."""
    rows: list[list[Line]] = []
    for line in sorted(page, key=lambda line: -line.bottom if top else line.bottom):
        if rows and abs(rows[-1][0].bottom - line.bottom) < 3:
            rows[-1].append(line)
        elif len(rows) == _EDGE + 1:
            break
        else:
            rows.append([line])
    return rows


def _likeness(row: Iterable[Line]) -> str:
    """Give a row's words with the numbers taken out."""
    words = " ".join(line.text for line in sorted(row, key=lambda line: line.left))
    return _DIGITS.sub("#", words.casefold()).strip()


def _often(edges: Sequence[Sequence[Sequence[Line]]]) -> set[str]:
    """Give the likenesses that enough pages share at this edge."""
    counts = Counter(
        likeness for edge in edges for likeness in {_likeness(row) for row in edge[:_EDGE]}
    )
    enough = 2 if len(edges) < 8 else max(3, len(edges) // 12)
    return {likeness for likeness, count in counts.items() if count >= enough}


def _places(edges: Sequence[Sequence[Sequence[Line]]], often: set[str]) -> frozenset[int]:
    """Give the heights at which rows run: three of them, and a good part of all that stand there.

    A text's first lines stand all at one height too, and tables may repeat the same words there.
    """
    running: Counter[int] = Counter()
    standing: Counter[int] = Counter()
    for row in (row for edge in edges for row in edge[:_EDGE]):
        heights = [round(row[0].bottom) + near for near in (-1, 0, 1)]
        standing.update(heights)
        if _likeness(row) in often or _is_number(row):
            running.update(heights)
    return frozenset(
        height
        for height, count in running.items()
        if count >= 3 and count >= _PLACED * standing[height]
    )


def _is_number(row: Sequence[Line]) -> bool:
    return len(row) == 1 and _NUMBER.fullmatch(row[0].text) is not None


def _running(
    edge: Sequence[list[Line]], often: set[str], places: frozenset[int]
) -> list[list[Line]]:
    """Give the running rows of one edge: from the outermost inwards to the last one set apart."""
    running = 0
    for number, (row, inner) in enumerate(pairwise(edge), 1):
        apart = abs(row[0].bottom - inner[0].bottom) > 1.4 * max(row[0].size, inner[0].size)
        placed = round(row[0].bottom) in places
        if not (_likeness(row) in often or _is_number(row) or (placed and apart)):
            break
        if apart:
            running = number
    return list(edge[:running])
