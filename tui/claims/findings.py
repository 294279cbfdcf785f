"""What a comparison finds: evidence, findings, and what was searched; plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.claims.alignment import Shared
from tui.claims.extraction import Claim
from tui.claims.signals import Signal
from tui.document import Document

Band = Literal["strong", "partial", "weak"]

CUTS: dict[Band, float] = {"strong": 0.3, "partial": 0.15, "weak": 0.05}
"""The coverage from which a passage is called so, and below which it says nothing to the claim."""
ITEMS: dict[Band, int] = {"strong": 3, "partial": 2, "weak": 1}
"""How many words, names and figures it must share for it: one word may be half of a short claim.

Among passages on a claim's subject in the development sets, one in three of the strong bears on
it, one in eight of the partial, one in ten of the weak.
"""
TELLING = 3.0
"""What a word must weigh to say something alone."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage, a sentence of a report, beside a claim."""

    document: Document
    """The report."""
    start: int
    """The first code point in the report's text."""
    end: int
    """One past the last code point."""
    text: str
    """The sentence."""
    rank: int
    """Its place among all reports' passages for this claim, from 1."""
    score: float
    """What ranks it; comparable within the claim only."""
    coverage: float
    """The share 0..1 of the claim's distinctive words that it holds, by weight."""
    band: Band
    """The coverage in a word."""
    shared: tuple[Shared, ...]
    """What both hold, in the claim's order."""
    signals: tuple[Signal, ...]
    """What else a reader should see about the two."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reports say to one claim."""

    claim: Claim
    """The claim."""
    strength: float
    """How far the reports speak to it at all, 0..1; comparable between claims."""
    silent: bool
    """Whether the strength is below the threshold, or no passage shares enough."""
    evidence: tuple[Evidence, ...]
    """Best first over all reports; none for a silent claim unless every passage was asked for."""
    nearest: Evidence | None
    """The best passage; of a silent claim the one of the best that holds most of it; or None."""
    missing: tuple[str, ...]
    """The claim's names and figures that stand in no report, as it writes them."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why one passage stands where it stands."""

    evidence: Evidence
    """The passage; its coverage and rank are there."""
    matched: tuple[Shared, ...]
    """What both hold, the weightiest first."""
    lacking: tuple[tuple[str, float], ...]
    """The claim's words that it does not hold, with their weights, the weightiest first."""
    passages: int
    """How many passages it was ranked among."""
    runner_up: Evidence | None
    """The next passage after it in the finding, if any."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a silence was found in."""

    reports: int
    """How many reports were searched."""
    passages: int
    """How many sentences they hold."""
    threshold: float
    """The strength below which a claim is silent."""
    skipped: tuple[tuple[Document, str], ...] = ()
    """The reports that were not searched, and why: a language, or that they are empty."""
    vectors: str = ""
    """The model that passages were also matched with by meaning, if any."""


def band(coverage: float, items: int) -> Band:
    """Say in a word how much of the claim a passage holds that shares so many items with it."""
    fitting = (word for word, least in CUTS.items() if coverage >= least and items >= ITEMS[word])
    return next(fitting, "weak")


def telling(evidence: Evidence) -> bool:
    """Say whether a passage says anything to its claim: enough, and more than a common word."""
    alone = evidence.shared[0].weight if len(evidence.shared) == 1 else TELLING
    return evidence.coverage >= CUTS["weak"] and alone >= TELLING
