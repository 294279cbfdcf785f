"""CLAIM × PASSAGE → how firmly each says it, and what one of them denies, with the places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.claims.alignment import Shared
from tui.claims.differing import CLAUSE, NEAR
from tui.claims.parsing import KEPT, LONGEST, Parsed, content
from tui.document import Span

ENOUGH = 0.2
"""From such a coverage on, both sides are taken to speak of one thing."""
BESIDE = 30
"""Characters after a soft or firm word in which what it says so of begins."""
SOME = 0.1
"""The coverage below which not even a shared word that is denied tells anything."""
NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|denied|denies|deny|refus\w+|"
    r"fail(?:ed|s)? to|lacks?|lacked|\w+n[’']t)\b",
    re.IGNORECASE,
)
SCOPED = re.compile(
    r"\bnot (?:only|just|merely|simply|least|necessarily)\b"
    r"|\bno (?:longer|doubt|matter|less than)\b"
    r"|\bnot to mention\b|\bno\. ?\d|\bwhy not\b|\bif not\b",
    re.IGNORECASE,
)
"""Where a cue denies nothing."""
TENTATIVE = re.compile(
    r"\b(?:(?-i:may)|might|could|perhaps|possibly|probably|likely|reportedly|allegedly|apparently|"
    r"suggests?|suggested|appears?|appeared|seems?|seemed|associated with|linked to|"
    r"correlat\w+ with|tends? to|expected to|estimated|up to)\b",
    re.IGNORECASE,
)
FIRM = re.compile(
    r"\b(?:proves?|proved|proven|shows? that|showed that|demonstrat\w+|confirm\w*|causes?|caused|"
    r"establish\w+|certainly|definitely|clearly|always|undoubtedly|will|ensures?|guarantees?)\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:could|would|might|(?-i:may)|if|imagine|potentially|potential for|hopes? to|plans? to"
    r"|aims? to|intends? to|ambitions? to|opportunit(?:y|ies) to)\b",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:I (?:think|believe|feel|hope|suppose|do not claim|have read)|in my (?:view|opinion)|"
    r"from my perspective|my (?:own )?(?:thoughts|reflections|view)|we (?:think|believe|feel|hope)|"
    r"perhaps|arguably|unfortunately|hopefully)\b"
)  # fmt: skip


def firmness(
    claim: Parsed, passage: Parsed, common: Sequence[Shared], covered: float
) -> tuple[Span, Span] | None:
    """Find a soft word on one side and a firm one on the other, of one thing; the claim's first."""
    if covered < ENOUGH:
        return None
    for soft, firm in ((claim, passage), (passage, claim)):
        one, other = within(TENTATIVE, soft), within(FIRM, firm)
        if one and other and not within(TENTATIVE, firm):
            mine, theirs = (one, other) if soft is claim else (other, one)
            if any(
                0 <= item.claim.start - mine.end <= BESIDE
                and 0 <= item.passage.start - theirs.end <= BESIDE
                for item in common
            ):
                return mine, theirs
    return None


def denial(
    claim: Parsed, passage: Parsed, common: Sequence[Shared], covered: float
) -> tuple[Span | None, Span | None]:
    """Find a negation that only one side has, near something shared: the claim's or the passage's.

    Both must speak of one thing: the passage holds enough of the claim, or at least some of it
    and the very word that is denied.
    """
    mine, theirs = [item.claim for item in common], [item.passage for item in common]
    one, other = denied(claim, mine), denied(passage, theirs)
    if one and other:
        return None, None
    if covered < ENOUGH:
        one = one if one and covered >= SOME and next_held(claim, one, mine) else None
        other = other if other and covered >= SOME and next_held(passage, other, theirs) else None
    return one, other


def denied(side: Parsed, places: Sequence[Span]) -> Span | None:
    """Find a negation near something shared, in its clause."""
    text = side.document.text
    for cue in negations(side):
        if any(
            -10 <= place.start - cue.end <= NEAR and not CLAUSE.search(text, cue.end, place.start)
            for place in places
        ):
            return cue
    return None


def next_held(side: Parsed, cue: Span, places: Sequence[Span]) -> bool:
    """Say whether the first word after a negation that names a subject is shared."""
    after = (term for term in content(side.terms) if term.start >= cue.end)
    term = next(after, None)
    return term is not None and any(p.start <= term.start < p.end for p in places)


@lru_cache(maxsize=8 * KEPT)
def within(pattern: re.Pattern[str], side: Parsed) -> Span | None:
    """Find the first match of a pattern in a sentence."""
    match = pattern.search(side.document.text, side.start, min(side.end, side.start + LONGEST))
    return Span(*match.span()) if match else None


@lru_cache(maxsize=KEPT)
def negations(side: Parsed) -> tuple[Span, ...]:
    """Find the negations of a sentence; cues that deny nothing are passed over."""
    text, end = side.document.text, min(side.end, side.start + LONGEST)
    idle = [match.span() for match in SCOPED.finditer(text, side.start, end)]
    return tuple(
        Span(*match.span())
        for match in NEGATION.finditer(text, side.start, end)
        if not any(start <= match.start() < stop for start, stop in idle)
    )
