"""Claims with what is known of them in, the rows of their list in one of its orders out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from tui.panes.outcomes import LATER

if TYPE_CHECKING:
    from tui.claims import Claim, Finding

Order = Literal["paper", "section", "score", "silence", "verdict"]

ORDERS: dict[Order, str] = {
    "paper": "",
    "section": "by section",
    "score": "by score",
    "silence": "silent first",
    "verdict": "unjudged first",
}
"""How the claims may stand, and what the header says then."""
ORDERED = "As in the paper, by section, score, silent or unjudged first"
"""The same in words, for the help."""
OPEN = (" ", LATER)
"""The signs of a claim that is still to be judged."""
RANKED = (*OPEN, "±", "✗", "~", "∅", "✓")
"""The order of the reader's signs where the claims stand by them."""


def arranged(
    order: Order,
    claims: Sequence[Claim],
    dropped: Collection[int],
    findings: Mapping[int, Finding],
    verdicts: Mapping[int, str],
) -> list[int | str]:
    """Give the claims by their places in the paper, the dropped last; by section, with its name."""
    places = list(range(len(claims)))
    if order == "score":
        places.sort(key=lambda place: (place in dropped, -claims[place].score))
    elif order == "silence":
        places.sort(key=lambda place: (place in dropped, _strength(findings.get(place))))
    elif order == "verdict":
        ranks = {place: RANKED.index(verdicts.get(place, " ")) for place in places}
        places.sort(key=lambda place: (place in dropped, ranks[place]))
    if order != "section":
        return list(places)
    rows: list[int | str] = []
    for place in places:
        section = claims[place].section
        if not place or section != claims[place - 1].section:
            rows.append(section or "(no section)")
        rows.append(place)
    return rows


def _strength(finding: Finding | None) -> tuple[int, float]:
    """Sort silence first, and last what is not known yet."""
    if finding is None:
        return 2, 0.0
    return 0 if finding.silent else 1, finding.strength
