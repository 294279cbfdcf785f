"""PARAGRAPHS' words → how much the vocabulary changes at each, near and far (TextTiling's idea)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, sqrt

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_HEAD = 200
"""Characters of a block that count as its opening, and as its end."""
_WINDOWS = (1, 2, 3, 5, 8)
"""How many blocks above and below are compared."""
_USUAL = 3
"""The window whose dips count, and how far a place is to stand out."""

NAMES: tuple[str, ...] = (
    *(f"words change over {window}" for window in _WINDOWS),
    *(f"stands out over {window}" for window in _WINDOWS),
    "like the first one",
    "cohesion dips",
    "new words",
    "opens with new words",
    "opening words taken up",
    "opening words of the one above",
    "its end against the opening below",
)
"""The features that `cohesion` gives."""
FINE: frozenset[str] = frozenset(
    (
        "like the first one",
        *(f"words change over {window}" for window in (2, 5, 8)),
        *(f"stands out over {window}" for window in _WINDOWS),
    )
)
"""Those of them that tell small changes of subject, and distract from the large ones of a paper."""


def cohesion(blocks: Sequence[str]) -> list[list[float]]:
    """Give a row of `NAMES` for each block."""
    bags = [_bag(block) for block in blocks]
    vectors = _weighted(bags)
    columns = [_changes(vectors, window) for window in _WINDOWS]
    columns += [_outstanding(column) for column in columns]
    columns.append([_cosine(vector, vectors[0]) for vector in vectors])
    columns.append(_dips(columns[_WINDOWS.index(_USUAL)]))
    return [
        [*row, *openings]
        for row, openings in zip(zip(*columns, strict=True), _openings(blocks, bags), strict=True)
    ]


def _bag(words: str) -> Counter[str]:
    return Counter(word[:_STEM] for word in _WORD.findall(words.lower()))


def _weighted(bags: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Weigh each word by how often it stands in a block and in how few blocks it does."""
    spread = Counter(word for bag in bags for word in bag)
    rare = {word: log(1 + len(bags) / count) for word, count in spread.items()}
    return [{w: (1 + log(n)) * rare[w] for w, n in bag.items()} for bag in bags]


def _changes(vectors: Sequence[dict[str, float]], window: int) -> list[float]:
    """Give how unlike the blocks of a window above and below each place are, 0..1."""
    return [
        1 - _cosine(_sum(vectors[max(0, i - window) : i]), _sum(vectors[i : i + window]))
        for i in range(len(vectors))
    ]


def _dips(changes: Sequence[float]) -> list[float]:
    """Give how much more the words change at each place than at the four about it."""
    dips = []
    for i, change in enumerate(changes):
        near = [changes[j] for j in range(max(1, i - 2), min(len(changes), i + 3)) if j != i]
        dips.append(3 * (change - sum(near) / len(near)) if near else 0.0)
    return dips


def _outstanding(changes: Sequence[float]) -> list[float]:
    """Give how far each place stands out from the calmest ones near it, on both sides."""
    return [
        2 * change
        - min(changes[max(1, i - _USUAL) : i + 1], default=change)
        - min(changes[i : i + _USUAL + 1])
        for i, change in enumerate(changes)
    ]


def _openings(blocks: Sequence[str], bags: Sequence[Counter[str]]) -> Iterator[list[float]]:
    """Yield for each block which of its words are new, and what becomes of its first ones."""
    heads = [_bag(block[:_HEAD]) for block in blocks]
    tails = [_bag(block[-_HEAD:]) for block in blocks]
    seen: set[str] = set()
    for i, (bag, head) in enumerate(zip(bags, heads, strict=True)):
        above = set().union(*bags[max(0, i - 4) : i])
        soon = set().union(*bags[i + 1 : i + 4])
        size = len(head) or 1
        new = [word for word in head if word not in above]
        yield [
            sum(word not in seen for word in bag) / (len(bag) or 1),
            len(new) / size,
            sum(word in soon for word in new) / size,
            sum(word in bags[i - 1] for word in head) / size if i else 0.0,
            sum(word in tails[i - 1] for word in head) / size if i else 0.0,
        ]
        seen.update(bag)


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
