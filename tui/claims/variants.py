"""WORD × WORD → whether they come of one: names in other forms, families of stems, compounds."""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import takewhile

from tui.claims.words import functional, listed, stem

HALF = 4
"""How long either half of a compound is at least."""
FAMILY, LONG = 5, 7
"""How long a beginning makes stems one family if they end as words do; and if not."""
ENDINGS = listed(
    """
    a o e i s y n t d al ial ical ic ist ism iti iv or er ar ari at ator atori ant ent enti ential
    anc enc anci enci an ian ean ish ous ious ful less ness ship hood dom ment abl ibl abil ibil
    li iz is ifi if age ag ur in eer ee ward wis ti ci tic sis si sion tion ion ional ativ it
    itori tor tiv iser izer
    """
) | {""}
"""What follows the common beginning in stems of one family."""


def same_name(
    one: tuple[str, ...], other: tuple[str, ...], known: Mapping[str, tuple[str, ...]]
) -> bool:
    """Say whether two names may mean the same: equal, acronym, short form or inhabitants.

    A short form keeps the last word of the long one: Kagame for Paul Kagame, Francophonie for
    Organisation Internationale de la Francophonie.
    """
    one, other = (
        known.get(one[0], one) if len(one) == 1 else one,
        (known.get(other[0], other) if len(other) == 1 else other),
    )
    if one == other or initials(one, other) or initials(other, one):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == len(long) == 1:
        return derived_form(short[0], long[0])
    return short[-1] == long[-1] and set(short) <= set(long)


def initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a single word spells the first letters of the others."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def derived_form(one: str, other: str) -> bool:
    """Say whether two stems come of one word: diplomat, diplomaci; Kenya, Kenyan; migrat, migrant.

    They share a beginning, and what follows it in each ends words; or the beginning is so long
    that it is enough.
    """
    shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))
    if shared < FAMILY:
        return False
    if one[shared:] in ENDINGS and other[shared:] in ENDINGS:
        return True
    return shared >= LONG and abs(len(one) - len(other)) <= 4


def halves(compound: str, known: Container[str]) -> tuple[str, ...]:
    """Give the two known stems that a word is made of, as evenly as may be; none if it is not.

    cybersecur is cyber and secur, a handle georgesoros is georg and soros.
    """
    cuts = range(HALF, len(compound) - HALF + 1)
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(compound))):
        first, second = stem(compound[:cut]), compound[cut:]
        last = next((form for form in (second, second + "e") if form in known), "")
        if last and first in known and not (functional(first) or functional(last)):
            return first, last
    return ()
