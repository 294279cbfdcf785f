"""CLAIM × PASSAGE → SIGNALS: what a reader should see about the two, each with its places.

The program says what is there; only the reader says what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.claims.alignment import Shared
from tui.claims.differing import NEAR, differing, others
from tui.claims.parsing import KEPT, LONGEST, Parsed
from tui.document import Span, shorten


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation, never a verdict."""

    kind: str
    """What was observed: numbers, dates, names, numbers differ, other numbers, negation,
    wording, near-verbatim, conditional, opinion, same text."""
    text: str
    """The observation for the reader."""
    claim: Span | None = None
    """Where it stands in the paper, if it does."""
    passage: Span | None = None
    """Where it stands in the report, if it does."""


RUN = 6
"""So many consecutive words in common are no accident."""
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


def signals(
    claim: Parsed, passage: Parsed, common: Sequence[Shared], copy: str = ""
) -> tuple[Signal, ...]:
    """Give what is to be seen about a claim and a passage; copy names the report it repeats."""
    return tuple(found(claim, passage, common, copy))


def found(claim: Parsed, passage: Parsed, common: Sequence[Shared], copy: str) -> Iterator[Signal]:
    """Yield the signals, the most telling first."""
    if copy:
        yield Signal("same text", f"same text as {copy}", None, Span(passage.start, passage.end))
    if run := verbatim(claim, passage):
        words = shorten(claim.document.text[run[0].start : run[0].end], 60)
        yield Signal("near-verbatim", f"near-verbatim: “{words}”", *run)
    yield from numbers(claim, passage, common)
    for kind, noun in (("number", "numbers"), ("date", "dates"), ("name", "names")):
        items = [item for item in common if item.kind == kind]
        if items:
            written = dict.fromkeys(quoted(claim, item.claim) for item in items)
            text = f"shares {noun}: {', '.join(written)}"
            yield Signal(noun, text, items[0].claim, items[0].passage)
    if common:
        yield from worded(claim, passage, common)
    for kind, pattern in (("conditional", CONDITIONAL), ("opinion", OPINION)):
        if match := within(pattern, passage):
            text = f"{kind} in the report: “{quoted(passage, match)}”"
            yield Signal(kind, text, None, match)


def verbatim(claim: Parsed, passage: Parsed) -> tuple[Span, Span] | None:
    """Find the longest run of the same words, at least RUN of them."""
    if runs(claim).isdisjoint(runs(passage)):
        return None
    mine, theirs = claim.terms, passage.terms
    places: dict[str, list[int]] = {}
    for place, term in enumerate(theirs):
        places.setdefault(term.word, []).append(place)
    best, length = (0, 0), 0
    before: dict[int, int] = {}
    for place, term in enumerate(mine):
        here = {other: before.get(other - 1, 0) + 1 for other in places.get(term.word, ())}
        for other, run in here.items():
            if run > length:
                best, length = (place, other), run
        before = here
    first, second = best[0] - length + 1, best[1] - length + 1
    return (
        Span(mine[first].start, mine[best[0]].end),
        Span(theirs[second].start, theirs[best[1]].end),
    )


def numbers(claim: Parsed, passage: Parsed, common: Sequence[Shared]) -> Iterator[Signal]:
    """Yield the first figures that differ; short of that, that other numbers are nearby."""
    for one, other in differing(claim, passage, common):
        left, right = Span(one.start, one.end), Span(other.start, other.end)
        text = f"numbers differ: {quoted(claim, left)} ↔ {quoted(passage, right)}"
        yield Signal("numbers differ", text, left, right)
        return
    mine, theirs = others(claim, passage), others(passage, claim)
    if common and mine and theirs:
        left, right = Span(mine[0].start, mine[0].end), Span(theirs[0].start, theirs[0].end)
        written = ", ".join(quoted(passage, Span(f.start, f.end)) for f in theirs[:3])
        yield Signal("other numbers", f"other numbers nearby: {written}", left, right)


def worded(claim: Parsed, passage: Parsed, common: Sequence[Shared]) -> Iterator[Signal]:
    """Yield what the wording of one side has and the other has not."""
    mine = denied(claim, [item.claim for item in common])
    theirs = denied(passage, [item.passage for item in common])
    if bool(mine) != bool(theirs):
        side, span = ("the claim", mine) if mine else ("the report", theirs)
        source = claim if mine else passage
        if span:
            text = f"negation in {side} only: “{quoted(source, span)}”"
            yield Signal("negation", text, mine, theirs)
    for soft, firm, order in ((claim, passage, "claim"), (passage, claim, "report")):
        one, other = within(TENTATIVE, soft), within(FIRM, firm)
        if one and other and not within(TENTATIVE, firm):
            text = f"wording: “{quoted(soft, one)}” ↔ “{quoted(firm, other)}”"
            spans = (one, other) if order == "claim" else (other, one)
            yield Signal("wording", text, *spans)
            return


def denied(side: Parsed, places: Sequence[Span]) -> Span | None:
    """Find a negation near something shared."""
    for cue in negations(side):
        if any(-10 <= place.start - cue.end <= NEAR for place in places):
            return cue
    return None


@lru_cache(maxsize=KEPT)
def runs(side: Parsed) -> frozenset[tuple[str, ...]]:
    """Give all runs of RUN words of a sentence."""
    words = [term.word for term in side.terms]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


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


def quoted(side: Parsed, span: Span) -> str:
    """Give the words at a place, on one line."""
    return shorten(side.document.text[span.start : span.end], 60)
