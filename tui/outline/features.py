"""PARAGRAPHS' words → one row of numbers for each place where a section could begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log, sqrt

from tui.outline import cohesion
from tui.outline.cues import ENDINGS, OPENINGS, REGISTERS

_WINDOW = 3
_BINS = 8
_SENTENCE = re.compile(r"(?<=[a-z)\]0-9][.!?])\s+(?=[A-Z])")
_WORD = re.compile(r"[A-Za-z]{2,}")
_FIGURE = re.compile(r"\b(?:fig|figure|table)\b", re.IGNORECASE)
_OPENING, _LETTERS = 160, 7
"""Characters of a block's first sentence whose words count, and letters of each of them."""

NAMES: tuple[str, ...] = (
    *OPENINGS,
    *ENDINGS,
    *(f"{way} {name}" for name in REGISTERS for way in ("rise of", "fall of")),
    *cohesion.NAMES,
    "sentences",
    "sentences above",
    "opens with names",
    "opens with a bracket",
    "opens with a note",
    "opens with a comma",
    "opens with a figure",
    "after a figure",
    "length",
    "length above",
    "stands short",
    "stands below a short one",
    "many paragraphs",
)
PLACES: tuple[str, ...] = (
    "second paragraph",
    "third paragraph",
    "last paragraph",
    "among the last three",
    *(f"place {n}" for n in range(_BINS)),
)
"""The further features of a text that looks like a paper."""


_CLOSING = (
    "speaks of the study",
    "tells what was found",
    "concludes",
    "speaks of limits",
    "looks ahead",
    "like the first one",
)
LATE: tuple[str, ...] = tuple(f"late: {name}" for name in _CLOSING)
"""What means more near the end of a paper, where its conclusion is to be told."""
_LATE_FROM = 0.7
"""The share of a paper's blocks from which on they are late, more and more."""


def features(blocks: Sequence[str]) -> list[list[float]]:
    """Give a row of `NAMES` for each block, as if a section began there; the first row is zeros."""
    total = len(blocks)
    changes = _registers(blocks)
    similar = cohesion.cohesion(blocks)
    parts = [_SENTENCE.split(block) for block in blocks]
    rows: list[list[float]] = []
    for index, block in enumerate(blocks):
        if not index:
            rows.append([0.0] * len(NAMES))
            continue
        head, above = block[:240], blocks[index - 1]
        row = [float(pattern.match(head) is not None) for pattern in OPENINGS.values()]
        row += [float(pattern.search(above[-900:]) is not None) for pattern in ENDINGS.values()]
        row += changes[index]
        row += similar[index]
        row += [log(len(parts[index])), log(len(parts[index - 1])), *_first(parts[index][0])]
        row.append(float(_FIGURE.search(above[-200:]) is not None))
        row += [
            log(len(block) + 20) - 6,
            log(len(above) + 20) - 6,
            float(len(block) < 90),
            float(len(above) < 90),
            log(total) - 4,
        ]
        rows.append(row)
    return rows


def _first(sentence: str) -> list[float]:
    """Measure a block's first sentence: names, brackets, notes, an early comma, figures."""
    others = sentence.split()[1:]
    return [
        sum(word[0].isupper() for word in others) / max(1, len(others)),
        float("(" in sentence),
        float("[" in sentence),
        float("," in sentence[:40]),
        float(_FIGURE.search(sentence) is not None),
    ]


def opening(block: str) -> set[str]:
    """Give the words that open a block, folded and cut short."""
    sentence = _SENTENCE.split(block, maxsplit=1)[0][:_OPENING]
    return {word[:_LETTERS] for word in _WORD.findall(sentence.lower())}


def places(total: int) -> list[list[float]]:
    """Give a row of `PLACES` for each of so many paragraphs."""
    rows = []
    for index in range(total):
        where = index / max(1, total - 1) * (_BINS - 1)
        hats = [max(0.0, 1 - abs(where - n)) for n in range(_BINS)]
        flags = (index == 1, index == 2, index == total - 1, index >= total - 3)
        rows.append([*map(float, flags), *hats])
    return rows


def late(table: Sequence[Sequence[float]]) -> list[list[float]]:
    """Give a row of `LATE` for each row of `NAMES`: the same, by how late it stands."""
    columns = [NAMES.index(name) for name in _CLOSING]
    last = max(1, len(table) - 1)
    rows = []
    for index, row in enumerate(table):
        how = max(0.0, (index / last - _LATE_FROM) / (1 - _LATE_FROM))
        rows.append([row[column] * how for column in columns])
    return rows


def _registers(blocks: Sequence[str]) -> list[list[float]]:
    """Give, for each block and register, how much its rate rises and falls from there on."""
    sizes = [len(block) / 600 + 0.2 for block in blocks]
    columns = []
    for pattern in REGISTERS.values():
        counts = [len(pattern.findall(block)) for block in blocks]
        columns.append([_change(counts, sizes, index) for index in range(len(blocks))])
    return [
        [side for column in columns for side in (max(0.0, column[i]), max(0.0, -column[i]))]
        for i in range(len(blocks))
    ]


def _change(counts: list[int], sizes: list[float], index: int) -> float:
    low, high = max(0, index - _WINDOW), index + _WINDOW
    above = sum(counts[low:index]) / (sum(sizes[low:index]) or 1)
    below = sum(counts[index:high]) / (sum(sizes[index:high]) or 1)
    return (below - above) / sqrt(below + above + 0.5)
