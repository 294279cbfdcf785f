"""CLAIM × PASSAGE → SIGNALS: what a reader should see about the two, each with its places.

The program says what is there; only the reader says what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.claims.agreeing import SMALL, same_value
from tui.claims.alignment import Shared
from tui.claims.dating import dates_differ
from tui.claims.differing import differing, others
from tui.claims.figures import Figure
from tui.claims.parsing import KEPT, Parsed
from tui.claims.units import measure
from tui.claims.wording import CONDITIONAL, ENOUGH, OPINION, denial, firmness, within
from tui.document import Span, shorten


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation, never a verdict."""

    kind: str
    """What was observed: numbers differ, dates differ, wording, negation, same text,
    near-verbatim, conditional, opinion, same value, other numbers, numbers, dates, names."""
    text: str
    """The observation for the reader."""
    claim: Span | None = None
    """Where it stands in the paper, if it does."""
    passage: Span | None = None
    """Where it stands in the report, if it does."""


RUN = 6
"""So many consecutive words in common are no accident."""
PERCENT = re.compile(r"[ -]?(?:per ?cent|pc)\b| %")
NOUN = re.compile(r"[ -][^\W\d_]+")


def signals(
    claim: Parsed,
    passage: Parsed,
    common: Sequence[Shared],
    copy: str = "",
    covered: float = 1.0,
    everywhere: Callable[[str], bool] = lambda stem: False,
) -> tuple[Signal, ...]:
    """Give what is to be seen about a claim and a passage, the most telling first.

    Copy says whose text the report repeats; covered is the share of the claim's words that the
    passage holds; a name whose stems stand everywhere in the collection is no signal.
    """
    return tuple(found(claim, passage, common, copy, covered, everywhere))


def found(
    claim: Parsed,
    passage: Parsed,
    common: Sequence[Shared],
    copy: str,
    covered: float,
    everywhere: Callable[[str], bool],
) -> Iterator[Signal]:
    """Yield the signals: what differs, whose text it is, how it is said, what is the same."""
    telling = [item for item in common if not usual(claim, passage, item, everywhere)]
    differ = first_differing(claim, passage, common)
    yield from differ
    if telling:
        yield from worded(claim, passage, telling, covered)
    if copy:
        yield Signal("same text", copy, None, Span(passage.start, passage.end))
    if run := verbatim(claim, passage):
        words = shorten(claim.document.text[run[0].start : run[0].end], 60)
        yield Signal("near-verbatim", f"near-verbatim: “{words}”", *run)
    for kind, pattern in (("conditional", CONDITIONAL), ("opinion", OPINION)):
        if match := within(pattern, passage):
            text = f"{kind} in the report: “{quoted(passage, match)}”"
            yield Signal(kind, text, None, match)
    if telling and covered >= ENOUGH and not any(s.kind == "numbers differ" for s in differ):
        yield from nearby(claim, passage)
    for kind, noun in (("number", "numbers"), ("date", "dates"), ("name", "names")):
        if items := [item for item in telling if item.kind == kind]:
            text = f"shares {noun}: {', '.join(held(claim, passage, items))}"
            yield Signal(noun, text, items[0].claim, items[0].passage)


def usual(claim: Parsed, passage: Parsed, item: Shared, everywhere: Callable[[str], bool]) -> bool:
    """Say whether an item is a name that tells nothing.

    It stands everywhere, or one is of the other only: African diplomats are not Africa.
    """
    if item.kind != "name":
        return False
    sides = (claim, item.claim), (passage, item.passage)
    stems = [
        [t.stem for t in side.terms if span.start <= t.start < span.end] for side, span in sides
    ]
    if any(all(map(everywhere, mine)) for mine in stems):
        return True
    return len(stems[0]) == len(stems[1]) == 1 and stems[0] != stems[1]


def held(claim: Parsed, passage: Parsed, items: Sequence[Shared]) -> Iterable[str]:
    """Give what is shared as it is written, on both sides where that differs; each once.

    Of two dates what they have in common is written by the less exact.
    """
    said: dict[Span, str] = {}
    for item in items:
        mine, theirs = quoted(claim, item.claim), quoted(passage, item.passage)
        if item.kind == "date":
            text = min(mine, theirs, key=len)
        elif plain(mine) == plain(theirs):
            text = mine
        elif item.kind == "name":
            text = f"{mine} ≈ {theirs}"
        else:
            text = " = ".join((measured(claim, item.claim), measured(passage, item.passage)))
        if item.passage not in said or "≈" in said[item.passage]:
            said[item.passage] = text
    return dict.fromkeys(said.values())


def plain(written: str) -> str:
    """Give a name or figure without what may be written either way: 7 percent, 7%."""
    return PERCENT.sub("%", written.casefold()).replace(",", "")


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


def first_differing(claim: Parsed, passage: Parsed, common: Sequence[Shared]) -> tuple[Signal, ...]:
    """Give the first figures that differ, or the dates."""
    for one, other in differing(claim, passage, common):
        return (differs("numbers", claim, one, passage, other),)
    dates = dates_differ(claim, passage, common)
    return (differs("dates", claim, dates[0], passage, dates[1]),) if dates else ()


def differs(noun: str, claim: Parsed, one: Figure, passage: Parsed, other: Figure) -> Signal:
    """Set two figures side by side, the claim's first."""
    left, right = Span(one.start, one.end), Span(other.start, other.end)
    text = f"{noun} differ: {quoted(claim, left)} ↔ {quoted(passage, right)}"
    return Signal(f"{noun} differ", text, left, right)


def nearby(claim: Parsed, passage: Parsed) -> Iterator[Signal]:
    """Yield that a value stands in both for something else, and other numbers of the passage."""
    mine, theirs = others(claim, passage), others(passage, claim)
    told = [figure for figure in mine if figure.unit and figure.amount > SMALL]
    equal = [(a, b) for a in told for b in theirs if b.unit and same_value(a, b)]
    for one, other in equal[:1]:
        left = whole(claim, Span(one.start, one.end))
        right = whole(passage, Span(other.start, other.end))
        text = f"same value, other unit: {quoted(claim, left)} ↔ {quoted(passage, right)}"
        yield Signal("same value", text, left, right)
    theirs = [figure for figure in theirs if all(figure is not other for _, other in equal)]
    if mine and theirs:
        left, right = Span(mine[0].start, mine[0].end), Span(theirs[0].start, theirs[0].end)
        written = ", ".join(quoted(passage, Span(f.start, f.end)) for f in theirs[:3])
        yield Signal("other numbers", f"other numbers nearby: {written}", left, right)


def measured(side: Parsed, place: Span) -> str:
    """Give a figure as it is written, with its measure: 0.3 km."""
    told = any(figure.start == place.start and measure(figure.unit) for figure in side.figures)
    return quoted(side, whole(side, place) if told else place)


def whole(side: Parsed, place: Span) -> Span:
    """Give the place of a figure with the word after it that says what it counts."""
    counts = any(f.start == place.start and f.kind == "number" and f.unit for f in side.figures)
    match = NOUN.match(side.document.text, place.end, side.end) if counts else None
    return Span(place.start, match.end() if match else place.end)


def worded(
    claim: Parsed, passage: Parsed, common: Sequence[Shared], covered: float
) -> Iterator[Signal]:
    """Yield what the wording of one side has and the other has not, the claim's words first."""
    if places := firmness(claim, passage, common, covered):
        text = f"wording: “{quoted(claim, places[0])}” ↔ “{quoted(passage, places[1])}”"
        yield Signal("wording", text, *places)
    mine, theirs = denial(claim, passage, common, covered)
    for side, source, cue in (("claim", claim, mine), ("report", passage, theirs)):
        if cue:
            text = f"negation in the {side} only: “{quoted(source, cue)}”"
            yield Signal("negation", text, mine, theirs)


@lru_cache(maxsize=KEPT)
def runs(side: Parsed) -> frozenset[tuple[str, ...]]:
    """Give all runs of RUN words of a sentence."""
    words = [term.word for term in side.terms]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def quoted(side: Parsed, span: Span) -> str:
    """Give the words at a place, on one line."""
    return shorten(side.document.text[span.start : span.end], 60)
