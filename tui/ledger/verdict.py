"""What only the reader says of a claim and a passage, and what that makes of the claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Label = Literal[
    "supports", "contradicts", "mentions", "overstates", "understates", "unrelated", "undecided"
]
"""What the reader says a passage does to a claim.

supports: states or entails it (FEVER's SUPPORTS); contradicts: states the opposite or an
incompatible value (REFUTES); mentions: refers to it, no evidence either way; overstates,
understates: the same finding, stronger or weaker; unrelated: speaks of something else;
undecided: to be decided later.
"""
LABELS: tuple[Label, ...] = get_args(Label)

Outcome = Literal[
    "borne out", "contradicted", "conflicting", "mentioned only", "silent", "not yet read"
]
"""What the reader's verdicts make of a claim; "borne out" is by the press, and not yet true."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document, with its words, to be found again or known to be lost."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reader's word on a claim and a passage of a report, or on the silence about a claim."""

    claim: Quote
    """The claim, in the paper."""
    report: str
    """The report's sha256; empty where the reader confirms that no report speaks of the claim."""
    passage: Quote | None
    """The passage, in the report; None with an empty report."""
    label: Label
    """What the reader says; "unrelated" where silence is confirmed."""
    note: str = ""
    """The reader's own words, if any."""
    decided_at: str = ""
    """When it was said, in UTC, as ISO 8601 to the second: 2026-11-22T17:05:00Z."""
    among: tuple[str, ...] = ()
    """Where silence is confirmed the sha256 of each report that was open then, sorted."""

    @property
    def place(self) -> tuple[Quote, str, Quote | None]:
        """What it is on: the claim, the report and the passage."""
        return self.claim, self.report, self.passage


def outcome(verdicts: Iterable[Verdict]) -> Outcome:
    """Give what the verdicts on one claim make of it.

    Overstating and understating passages bear it out in part, so that they count as support;
    passages that are all rejected leave it silent.
    """
    said = {verdict.label for verdict in verdicts} - {"undecided"}
    supported = bool(said & {"supports", "overstates", "understates"})
    if supported and "contradicts" in said:
        return "conflicting"
    if supported:
        return "borne out"
    if "contradicts" in said:
        return "contradicted"
    if "mentions" in said:
        return "mentioned only"
    return "silent" if said else "not yet read"
