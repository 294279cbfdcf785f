"""CLAIM × PASSAGE → DIFFERING: the figures of both that count the same thing and disagree."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.claims.agreeing import same_figure
from tui.claims.alignment import Shared
from tui.claims.figures import JOINED, Figure, plain
from tui.claims.parsing import Parsed, content
from tui.claims.words import in_order, stem
from tui.document import Span

NEAR = 60
"""Characters around a figure in which what it is about usually stands."""
RATIO = 30
"""How many times one figure may be the other and still count the same thing."""
ROUGH = 0.1
"""How far a figure may be off that is said to be rough, or is a share in words: a third."""

_GAP = r"(?:the |a |an |some |about |US)?$"
LEAST = re.compile(
    r"\b(?:more than|over|above|at least|exceed\w*|upwards? of|no (?:fewer|less) than|minimum of) "
    + _GAP, re.IGNORECASE,
)  # fmt: skip
MOST = re.compile(
    r"\b(?:less than|fewer than|under|below|at most|up to|no more than|as many as|maximum of) "
    + _GAP, re.IGNORECASE,
)  # fmt: skip
ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|close to|estimated|circa) $",
    re.IGNORECASE,
)
OPEN = re.compile(r"\+| or more\b| or higher\b")
CHANGE = re.compile(
    r"\b(?:by|rose|fell|grew|gr[eo]wn?|increas\w+|decreas\w+|dropp\w+|declin\w+|up|down|gain\w*|jump\w*"
    r"|surg\w+|climb\w*|slid|shrank|cut) (?:about |some |nearly |almost )?$",
    re.IGNORECASE,
)
LEVEL = re.compile(
    r"\b(?:to|at|is|was|were|are|reach\w*|hit|stands?|total\w*) (?:about |some |nearly |almost )?$",
    re.IGNORECASE,
)
RATE = re.compile(r"(?: [a-z]+)? (?:an?|per|each|every) ([a-z]+)")
"""Of what a figure is told for each: $4 a dose, 650 barrels a day."""
PLANNED = re.compile(
    r"\b(?:plan(?:s|ned)?|targets?|goals?|aim(?:s|ed)?|expect\w*|forecast\w*|project(?:s|ed)|will"
    r"|would|could|(?-i:may)|might|hop(?:es?|ing)|propos\w+|pledg\w+|promis\w+|should)\b",
    re.IGNORECASE,
)
CONTRASTS = (
    "january february march april may june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday",
    "first second third fourth fifth sixth last next",
    "north south east west northern southern eastern western central",
    "men women", "male female", "boys girls", "husbands wives", "mothers fathers",
    "adults children", "rural urban", "public private", "domestic foreign", "imports exports",
    "births deaths", "killed injured wounded", "dead injured wounded", "hired dismissed fired",
    "bought sold", "won lost", "supported opposed", "minimum maximum", "highest lowest",
    "primary secondary", "daily weekly monthly annual", "day week month year hour",
    "revenue profit loss", "income spending", "before after",
    "morning evening", "spring summer autumn winter",
)  # fmt: skip
"""Words of which two sentences on the same thing do not hold different ones."""
CLAUSE = re.compile(r"[,;:] (?:and|but|while|which|who|when|where|as|so)\b|;|: |[—–]")
"""Where another clause begins."""
CALENDAR = 2
"""So many of them, the first, are of dates."""


def differing(
    claim: Parsed, passage: Parsed, common: Sequence[Shared]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield a figure of the claim with the passage's that disagrees with it.

    The same kind and unit, what is counted shared, and one candidate on either side. Figures
    that a bound, a range or rounding reconciles do not disagree.
    """
    mine, theirs = others(claim, passage), others(passage, claim)
    pairs = [(one, other) for one in mine for other in theirs if comparable(one, other)]
    if not pairs or not one_subject(claim, passage, common):
        return
    for one, other in pairs:
        alone = sum(p[0] is one for p in pairs) == 1 == sum(p[1] is other for p in pairs)
        if (
            alone
            and counted_alike(claim, passage, one, other)
            and told_of_the_same(claim, passage, one, other, common)
            and apart(interval(claim, one), interval(passage, other))
        ):
            yield one, other


def others(side: Parsed, opposite: Parsed) -> list[Figure]:
    """Give the figures of a side, without dates, that the opposite side does not hold."""
    return [
        figure
        for figure in side.figures
        if figure.kind != "date" and not any(same_figure(figure, f) for f in opposite.figures)
    ]


def comparable(one: Figure, other: Figure) -> bool:
    """Say whether two figures count the same: kind and unit."""
    return (
        one.kind == other.kind
        and one.unit == other.unit
        and (one.kind != "number" or bool(one.unit))
    )


def one_subject(
    claim: Parsed, passage: Parsed, common: Sequence[Shared], *, dated: bool = True
) -> bool:
    """Say whether nothing speaks against both sentences being about one thing.

    Against it: each names someone the other does not; other dates, if they are asked about;
    words in contrast (men and women, March and June); only one tells of a plan.
    """
    shared = [item for item in common if item.kind == "name"]
    alone = any(
        not any(item.claim.start < n.end and n.start < item.claim.end for item in shared)
        for n in claim.names
    ) and any(
        not any(item.passage.start < n.end and n.start < item.passage.end for item in shared)
        for n in passage.names
    )
    if alone or bool(PLANNED.search(claim.text)) != bool(PLANNED.search(passage.text)):
        return False
    dates = [f for f in claim.figures if f.kind == "date"]
    theirs = [f for f in passage.figures if f.kind == "date"]
    if dated and dates and theirs and not any(same_figure(a, b) for a in dates for b in theirs):
        return False
    return not any(
        claim.stems & words and passage.stems & words and not claim.stems & passage.stems & words
        for words in contrasts()[0 if dated else CALENDAR :]
    )


@cache
def contrasts() -> tuple[frozenset[str], ...]:
    """Give the stems of CONTRASTS."""
    return tuple(frozenset(map(stem, in_order(words))) for words in CONTRASTS)


def told_of_the_same(
    claim: Parsed, passage: Parsed, one: Figure, other: Figure, common: Sequence[Shared]
) -> bool:
    """Say whether what is said of the two figures is shared: two words, or a name, near both.

    The noun that is counted is not enough; nor is a name where each side says something else
    of it: killed in Lima, fled Lima.
    """
    near = [
        item
        for item in common
        if item.kind in ("name", "term")
        and not (one.start <= item.claim.start < one.end)
        and not (one.unit and one.kind == "number" and 0 <= item.claim.start - one.end <= 1)
        and abs(item.claim.start - one.start) <= NEAR
        and abs(item.passage.start - other.start) <= NEAR
    ]
    if len(near) > 1:
        return True
    if one.kind != "number" or not any(item.kind == "name" for item in near):
        return False
    here = around(claim, one, [item.claim for item in common])
    return all(here) or all(around(passage, other, [item.passage for item in common]))


def around(side: Parsed, figure: Figure, held: Sequence[Span]) -> list[bool]:
    """Say of each content word around a figure, in its clause, whether it is shared."""
    text = side.document.text
    first, last = max(side.start, figure.start - NEAR), min(side.end, figure.end + NEAR)
    for match in CLAUSE.finditer(text, first, last):
        if match.end() <= figure.start:
            first = match.end()
        elif match.start() >= figure.end:
            last = match.start()
            break
    return [
        any(span.start <= term.start < span.end for span in held)
        for term in content(side.terms)
        if first <= term.start < last and not figure.start <= term.start < figure.end
    ]


def counted_alike(claim: Parsed, passage: Parsed, one: Figure, other: Figure) -> bool:
    """Say whether both are sizes, or both changes; both for each of the same; and of one order."""
    change = CHANGE.search(before(claim, one)), CHANGE.search(before(passage, other))
    level = LEVEL.search(before(claim, one)), LEVEL.search(before(passage, other))
    if (change[0] and level[1]) or (level[0] and change[1]):
        return False
    rates = {
        match and match[1]
        for side, figure in ((claim, one), (passage, other))
        for match in (RATE.match(side.document.text, figure.end, side.end),)
    }
    small, large = sorted((one.amount, other.amount))
    return len(rates) == 1 and large <= RATIO * small


def interval(side: Parsed, figure: Figure) -> tuple[float, float]:
    """Give what a figure allows, from the words around it: at least 40, nearly 40, 30 to 40."""
    said, amount = before(side, figure), figure.amount
    if LEAST.search(said) or OPEN.match(side.document.text, figure.end, side.end):
        return amount, math.inf
    if MOST.search(said):
        return 0.0, amount
    words = figure.kind == "percent" and not side.document.text[figure.start].isdigit()
    if words or ABOUT.search(said):
        return amount * (1 - ROUGH), amount * (1 + ROUGH)
    for end in side.figures:
        low, high = sorted((end, figure), key=lambda f: f.start)
        if low is not high and JOINED.fullmatch(side.document.text, low.end, high.start):
            return min(end.amount, amount), max(end.amount, amount)
    half = precision(side.document.text[figure.start : figure.end], amount) / 2
    return amount - half, amount + half


def precision(written: str, amount: float) -> float:
    """Give the unit of a figure's last digit where it is rounded: 1.2 million, 7.5; else 0."""
    digits = re.search(r"\d(?:[\d.,]*\d)?", written)
    if not digits:
        return 0.0
    decimal = plain(digits[0])
    value, places = float(decimal), len(decimal.partition(".")[2])
    scale = amount / value if value else 1.0
    return float(scale * 10**-places) if places or scale > 1 else 0.0


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Say whether two intervals have nothing in common."""
    return one[1] < other[0] or other[1] < one[0]


def before(side: Parsed, figure: Figure) -> str:
    """Give the words right before a figure."""
    return side.document.text[max(side.start, figure.start - 30) : figure.start]
