"""CLAIM × REPORTS → STRENGTH: how far the reports speak to it, told by what is missing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from tui.claims.alignment import coverage
from tui.claims.names import acronyms
from tui.claims.parsing import Parsed
from tui.claims.passages import Pool
from tui.claims.postings import Alike
from tui.claims.words import background
from tui.document import Document

TELLING = 8.0
"""From so rare a last word on, it alone stands for a name: Kagame, Francophonie; not Council."""
THRESHOLD = 0.5
"""The strength below which a claim is called silent."""


def missing(
    pool: Pool, claim: Parsed, known: Mapping[str, tuple[str, ...]], alike: Alike
) -> tuple[str, ...]:
    """Give the claim's names and figures that stand in no report, as the claim writes them."""
    absent = []
    seen: set[tuple[str, ...]] = set()
    for name in claim.names:
        forms = {name.stems, known.get(name.stems[0], name.stems)}
        if name.stems not in seen and not any(stands(pool, form, alike) for form in forms):
            absent.append((name.start, name.end))
        seen.add(name.stems)
    for figure in claim.figures:
        digits = figure.value[:4] if figure.kind == "date" else figure.value
        written = claim.document.text[figure.start : figure.end]
        if not any(pool.sentences.frequency(form) for form in (digits, *written.lower().split())):
            absent.append((figure.start, figure.end))
    return tuple(claim.document.text[start:end] for start, end in sorted(absent))


def stands(pool: Pool, name: tuple[str, ...], alike: Alike) -> bool:
    """Say whether some passage holds the name: all its words, or its one telling last word."""
    units = [
        {unit for unit, _ in pool.sentences.matches(stem, alike.get(stem) or pool.alike(stem))}
        for stem in name
    ]
    if set.intersection(*units):
        return True
    return background(name[-1]) >= TELLING and bool(units[-1])


def known_acronyms(documents: Sequence[Document]) -> dict[str, tuple[str, ...]]:
    """Gather the acronyms that the documents define; the first definition stands."""
    known: dict[str, tuple[str, ...]] = {}
    for document in documents:
        for acronym, words in acronyms(document).items():
            known.setdefault(acronym, words)
    return known


def strength(
    pool: Pool,
    weights: Mapping[str, float],
    alike: Alike,
    best: Sequence[frozenset[str]],
    around: Sequence[frozenset[str]],
    score: float,
    absent_names: int,
) -> float:
    """Give how far the reports speak to the claim, 0..1, comparable between claims.

    Best are the stems of the best passages, around those of their paragraphs; score is the best
    passage's. What is missing tells as much as what is found: a word or a name that stands in
    no report at all. Each feature is weighed by its usual spread, nothing is learned.
    """
    close = sum(coverage(stems, weights, alike) for stems in best) / max(1, len(best))
    wide = max((coverage(stems, weights, alike) for stems in around), default=0.0)
    total = sum(weights.values()) or 1.0
    gone = sum(w for s, w in weights.items() if not pool.sentences.frequency(s) and s not in alike)
    evidence = (
        5.0 * close
        + 3.3 * wide
        - 2.6 * gone / total
        - 0.6 * min(3, absent_names)
        + 1.2 * math.log(1 + len(weights))  # a long claim is never covered as fully as a short
        + 0.1 * score
        - 3.5
    )
    return 1 / (1 + math.exp(-evidence))
