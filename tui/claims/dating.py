"""CLAIM × PASSAGE → the dates that both give for what seems one event, and that disagree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.claims.agreeing import same_date
from tui.claims.alignment import Shared
from tui.claims.differing import around, one_subject, others
from tui.claims.figures import Figure
from tui.claims.parsing import Parsed

LEAST = 0.5
"""The share of the words around a date that the other sentence must hold too."""
ROLES = {
    "since": "from", "from": "from", "after": "after", "until": "to", "till": "to", "to": "to",
    "by": "to", "through": "to", "before": "to", "between": "from", "during": "at",
}  # fmt: skip
"""What a date is said for, by the word before it; else it is when something happened."""
ROLE = re.compile(r"(\w+) (?:about |around |early |late |mid-|the )?$")


def dates_differ(
    claim: Parsed, passage: Parsed, common: Sequence[Shared]
) -> tuple[Figure, Figure] | None:
    """Give the one date of the claim and the one of the passage, if they disagree on one event.

    Both as exact as the other and said for the same, since or in; all around the two shared but
    what one side adds; and no other figure that differs, as then both are told of other times.
    """
    mine = [figure for figure in claim.figures if figure.kind == "date"]
    theirs = [figure for figure in passage.figures if figure.kind == "date"]
    if len(mine) != 1 or len(theirs) != 1:
        return None
    one, other = mine[0], theirs[0]
    if exactness(one.value) != exactness(other.value) or same_date(one.value, other.value):
        return None
    if role(claim, one) != role(passage, other):
        return None
    if others(claim, passage) and others(passage, claim):
        return None
    if not one_subject(claim, passage, common, dated=False):
        return None
    here = around(claim, one, [item.claim for item in common])
    there = around(passage, other, [item.passage for item in common])
    words = sum(item.kind in ("term", "similar") for item in common)
    told = len(common) > 1 and words and (all(here) or all(there))
    enough = min(sum(here), sum(there)) > 1 and min(share(here), share(there)) >= LEAST
    return (one, other) if told and enough else None


def exactness(value: str) -> str:
    """Say how exact a date is: to a decade, a year, a month or a day."""
    if value.endswith("s"):
        return "decade"
    return {4: "year", 10: "day"}.get(len(value), "day" if value.startswith("--") else "month")


def role(side: Parsed, date: Figure) -> str:
    """Say what a date is said for."""
    match = ROLE.search(side.document.text, max(side.start, date.start - 20), date.start)
    return ROLES.get(match[1].lower(), "at") if match else "at"


def share(held: Sequence[bool]) -> float:
    """Give the share of what is held."""
    return sum(held) / max(1, len(held))
