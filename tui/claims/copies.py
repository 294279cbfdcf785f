"""REPORTS → VOICES: which reports, or which of their sentences, repeat an earlier one's text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b

from tui.claims.words import WORD
from tui.document import BODY_KINDS, Document, derived

SHINGLE = 5
"""Words in a shingle: enough that two texts share few by accident."""
SKETCH = 128
"""The most shingles kept of a text: those with the smallest hashes (Broder 1997)."""
SAME = 0.5
"""The share of the shorter text's shingles from which two reports are one voice."""
COMMON = 50
"""A shingle in more reports is boilerplate and tells nothing."""


@derived
def sketch(document: Document) -> frozenset[int]:
    """Give a sample of the hashes of a document's shingles, the same for the same text."""
    words = [
        word.lower()
        for block in document.paragraphs
        if block.kind in BODY_KINDS
        for word in WORD.findall(document.text, block.start, block.end)
    ]
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    hashes = (int.from_bytes(blake2b(s.encode(), digest_size=8).digest()) for s in shingles)
    return frozenset(sorted(hashes)[:SKETCH])


@lru_cache(maxsize=64)
def voices(reports: tuple[Document, ...]) -> Mapping[Document, Document]:
    """Give for each report that repeats an earlier one the first of that voice.

    Two reports are one voice when half of what can be compared of their sketches agrees: the
    smallest hashes of both, as many as the shorter sketch reaches.
    """
    holders = defaultdict[int, list[Document]](list)
    first: dict[Document, Document] = {}
    for report in reports:
        mine = sketch(report)
        met = Counter(
            other
            for shingle in mine
            if len(holders[shingle]) <= COMMON
            for other in holders[shingle]
        )
        for other, _ in met.most_common(5):
            if alike(mine, sketch(other)) >= SAME:
                first[report] = first.get(other, other)
                break
        for shingle in mine:
            holders[shingle].append(report)
    return first


def alike(one: frozenset[int], other: frozenset[int]) -> float:
    """Estimate how much of two texts is the same (Jaccard's index), from their sketches."""
    smallest = sorted(one | other)[: min(SKETCH, max(len(one), len(other)))]
    if not smallest:
        return 0.0
    return sum(hash in one and hash in other for hash in smallest) / len(smallest)
