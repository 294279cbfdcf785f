"""FINDINGS → OVERVIEWS: silence by section, and passages that no claim covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tui.claims.accounts import Given, all_figures, ledger
from tui.claims.comparison import Comparison
from tui.claims.findings import CUTS, Finding
from tui.claims.parsing import LONGEST
from tui.claims.words import stems
from tui.document import Document, Sentence

__all__ = [
    "Cover", "Given", "Silence", "all_figures", "cover", "ledger", "silences", "uncovered",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Silence:
    """The silent claims of one section."""

    section: str
    """Its title."""
    claims: int
    """How many claims it makes."""
    silent: tuple[Finding, ...]
    """Those that no report speaks to."""


def silences(findings: Iterable[Finding]) -> tuple[Silence, ...]:
    """Gather the silent claims by section, in the paper's order."""
    ordered = sorted(findings, key=lambda finding: finding.claim.start)
    found = []
    for section, group in groupby(ordered, key=lambda finding: finding.claim.section):
        mine = tuple(group)
        found.append(Silence(section, len(mine), tuple(f for f in mine if f.silent)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the claims cover of the reports."""

    evidence: frozenset[tuple[Document, int]]
    """The passages that are some claim's evidence, each by its report and where it starts."""
    words: Mapping[str, Sequence[tuple[int, float]]]
    """stem → the claims that are spoken to and hold it, each with its share of the claim."""


def cover(comparison: Comparison, findings: Iterable[Finding]) -> Cover:
    """Gather what the claims cover: of many reports not every passage is listed as evidence."""
    spoken = [finding for finding in findings if not finding.silent]
    words = defaultdict[str, list[tuple[int, float]]](list)
    for place, finding in enumerate(spoken):
        weights = comparison.weights(finding.claim)
        total = sum(weights.values()) or 1.0
        for stem, weight in weights.items():
            words[stem].append((place, weight / total))
    held = frozenset((e.document, e.start) for finding in spoken for e in finding.evidence)
    return Cover(held, words)


def uncovered(claimed: Cover, report: Document, found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Give those of the sentences found in a report that no claim covers.

    They are no claim's evidence, and would be called strong beside none.
    """

    def bare(sentence: Sentence) -> bool:
        if (report, sentence.start) in claimed.evidence:
            return False
        shares: dict[int, float] = {}
        end = min(sentence.end, sentence.start + LONGEST)
        for stem in dict.fromkeys(stems(report.text, sentence.start, end)):
            for place, share in claimed.words.get(stem, ()):
                shares[place] = shares.get(place, 0.0) + share
        return max(shares.values(), default=0.0) < CUTS["strong"]

    return tuple(filter(bare, found))
