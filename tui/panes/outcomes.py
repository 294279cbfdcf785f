"""Verdicts in; a sign of one cell, and words, for what they make of a claim out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.ledger import Label, Outcome, Verdict, outcome

SIGNS: dict[Outcome, str] = {
    "borne out": "✓",
    "contradicted": "✗",
    "conflicting": "±",
    "mentioned only": "~",
    "silent": "∅",
    "not yet read": " ",
}
"""A sign of one cell for what the reader's verdicts make of a claim."""
LATER = "?"
"""The sign of a claim not judged yet that has a word to be decided later, or a note."""
LEGEND = (
    ("✓", "by your verdicts borne out: by the press, not yet true"),
    ("✗", "contradicted"),
    ("±", "conflicting: supported here, contradicted there"),
    ("~", "mentioned only"),
    ("∅", "silent: confirmed, or all that you judged is unrelated"),
    ("?", "to be decided later"),
)
"""What each sign beside a claim means, for the help."""


def sign_of(verdicts: Iterable[Verdict]) -> str:
    """Give the sign of a claim that has these verdicts."""
    said = tuple(verdicts)
    found = outcome(said)
    return LATER if said and found == "not yet read" else SIGNS[found]


def made(verdicts: Sequence[Verdict]) -> str:
    """Say what the verdicts on a claim make of it; nothing where none decides."""
    found = outcome(verdicts)
    if found == "not yet read":
        return ""
    if found == "silent":
        return "silence confirmed" if confirms(verdicts) else "unrelated only"
    return found


def confirms(verdicts: Iterable[Verdict]) -> bool:
    """Whether the reader confirmed that no report speaks of the claim."""
    return any(each.passage is None and each.label == "unrelated" for each in verdicts)


def says(verdict: Verdict) -> str:
    """Say a verdict in words."""
    label: Label = verdict.label
    if label == "undecided":
        return "to be decided later"
    return "silence confirmed" if verdict.passage is None else label
