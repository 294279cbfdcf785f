"""PARAGRAPHS' words → one row of numbers for each place where a section could begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from tui.outline.cues import ENDINGS, OPENINGS, REGISTERS

_WINDOW = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_BINS = 8
_HEAD = 200
"""Characters of a block that count as its opening, and as its end."""

NAMES: tuple[str, ...] = (
    *OPENINGS,
    *ENDINGS,
    *(f"{way} {name}" for name in REGISTERS for way in ("rise of", "fall of")),
    "words change",
    "cohesion dips",
    "unlike the one above",
    "new words",
    "opens with new words",
    "opening words taken up",
    "opening words of the one above",
    "its end against the opening below",
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


def features(blocks: Sequence[str]) -> list[list[float]]:
    """Give a row of `NAMES` for each block, as if a section began there; the first row is zeros."""
    total = len(blocks)
    changes = _registers(blocks)
    cohesion = _cohesion(blocks)
    rows: list[list[float]] = []
    for index, block in enumerate(blocks):
        if not index:
            rows.append([0.0] * len(NAMES))
            continue
        head, above = block[:240], blocks[index - 1]
        row = [float(pattern.match(head) is not None) for pattern in OPENINGS.values()]
        row += [float(pattern.search(above[-900:]) is not None) for pattern in ENDINGS.values()]
        row += changes[index]
        row += cohesion[index]
        row += [
            log(len(block) + 20) - 6,
            log(len(above) + 20) - 6,
            float(len(block) < 90),
            float(len(above) < 90),
            log(total) - 4,
        ]
        rows.append(row)
    return rows


def places(total: int) -> list[list[float]]:
    """Give a row of `PLACES` for each of so many paragraphs."""
    rows = []
    for index in range(total):
        where = index / max(1, total - 1) * (_BINS - 1)
        hats = [max(0.0, 1 - abs(where - n)) for n in range(_BINS)]
        flags = (index == 1, index == 2, index == total - 1, index >= total - 3)
        rows.append([*map(float, flags), *hats])
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


def _cohesion(blocks: Sequence[str]) -> list[list[float]]:
    """Give measures of how much the vocabulary changes at each block (TextTiling's idea)."""
    bags = [_bag(block) for block in blocks]
    heads = [_bag(block[:_HEAD]) for block in blocks]
    tails = [_bag(block[-_HEAD:]) for block in blocks]
    spread = Counter(word for bag in bags for word in bag)
    vectors = [
        {w: (1 + log(n)) * log(1 + len(bags) / spread[w]) for w, n in bag.items()} for bag in bags
    ]
    windows = [
        _cosine(_sum(vectors[max(0, i - _WINDOW) : i]), _sum(vectors[i : i + _WINDOW]))
        for i in range(len(blocks))
    ]
    seen: set[str] = set()
    rows = []
    for i, bag in enumerate(bags):
        near = [windows[j] for j in range(max(1, i - 2), min(len(blocks), i + 3)) if j != i]
        dip = sum(near) / len(near) - windows[i] if near else 0.0
        fresh = sum(word not in seen for word in bag) / (len(bag) or 1)
        alike = _cosine(vectors[i - 1], vectors[i]) if i else 0.0
        near_above = set().union(*bags[max(0, i - 4) : i])
        soon = set().union(*bags[i + 1 : i + 4])
        opening = heads[i]
        size = len(opening) or 1
        new = [word for word in opening if word not in near_above]
        rows.append(
            [
                1 - windows[i],
                dip * 3,
                1 - alike,
                fresh,
                len(new) / size,
                sum(word in soon for word in new) / size,
                sum(word in bags[i - 1] for word in opening) / size if i else 0.0,
                sum(word in tails[i - 1] for word in opening) / size if i else 0.0,
            ]
        )
        seen.update(bag)
    return rows


def _bag(words: str) -> Counter[str]:
    return Counter(word[:6] for word in _WORD.findall(words.lower()))


def _sum(vectors: Sequence[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector in vectors:
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight
    return total


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    dot = sum(weight * b[word] for word, weight in a.items() if word in b)
    norm = sum(w * w for w in a.values()) * sum(w * w for w in b.values())
    return dot / sqrt(norm) if norm else 0.0
