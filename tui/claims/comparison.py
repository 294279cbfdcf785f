"""PAPER × REPORTS → FINDINGS: for each claim the passages that bear on it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.claims.alignment import Shared, coverage, shared
from tui.claims.extraction import Claim
from tui.claims.parsing import Parsed, parse
from tui.claims.passages import Pool, expanded, pool
from tui.claims.postings import Alike
from tui.claims.ranking import centrality, row, surroundings
from tui.claims.signals import Signal, signals
from tui.claims.silence import THRESHOLD, known_acronyms, missing, strength
from tui.claims.words import terms
from tui.document import Document, index_at
from tui.ingest import sentences

Band = Literal["strong", "partial", "weak"]

STRONG, PARTIAL, WEAK = 0.4, 0.2, 0.08
"""Coverage from which a passage is called so."""
SHOWN = 100
"""The most passages that one finding holds over all reports."""


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
    """The best passage of all, also for a silent claim; None where nothing was searched."""
    missing: tuple[str, ...]
    """The claim's names and figures that stand in no report, as it writes them."""


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
    """The reports that were not searched, and why."""


class Comparison:
    """A paper against reports: prepared once, then asked for one claim after the other."""

    def __init__(self, paper: Document, reports: Sequence[Document]) -> None:
        self.paper = paper
        self.skipped = tuple(unsearchable(paper, reports))
        left_out = {id(document) for document, _ in self.skipped}
        self.reports = tuple(d for d in reports if id(d) not in left_out and d is not paper)
        self.pool: Pool = pool(self.reports)
        self.known = known_acronyms((paper, *self.reports))
        self.central = centrality(self.pool, paper, sentences(paper))

    @property
    def searched(self) -> Searched:
        """Say what was searched and what was not."""
        return Searched(len(self.reports), len(self.pool.passages), THRESHOLD, self.skipped)

    def finding(self, claim: Claim, top: int = 3, *, every: bool = False) -> Finding:
        """Find what the reports say to a claim: at most `top` passages of each report.

        With `every`, silent claims keep their passages, and passages below the lowest band
        stay too.
        """
        mine = parse(self.paper, claim.start, claim.end)
        ranked = row(
            self.pool, self.paper, (claim.start, claim.end), self.context(claim), self.central
        )
        alike = expanded(self.pool, ranked.weights)
        absent = missing(self.pool, mine, self.known, alike)
        order = sorted(range(len(ranked.scores)), key=lambda i: (-ranked.scores[i], i))
        spoken = self.strength(
            mine, ranked.weights, alike, order[:3], max(ranked.scores, default=0.0), absent
        )
        chosen = [
            self.evidence(mine, i, rank, ranked.scores[i], ranked.weights, alike)
            for rank, i in self.kept(order, top)
        ]
        kept = [e for e in chosen if every or e.coverage >= WEAK]
        silent = spoken < THRESHOLD or not any(e.coverage >= WEAK for e in chosen)
        return Finding(
            claim, spoken, silent, tuple(kept if every or not silent else ()),
            chosen[0] if chosen else None, absent,
        )  # fmt: skip

    def context(self, claim: Claim) -> tuple[int, int]:
        """Give the stretch of the claim's paragraph around it."""
        found = sentences(self.paper)
        return (
            surroundings(found, index_at(found, claim.start)) if found else (claim.start, claim.end)
        )

    def kept(self, order: Sequence[int], top: int) -> Iterator[tuple[int, int]]:
        """Yield rank and place of the best passages, at most `top` a report and SHOWN in all."""
        left = dict.fromkeys(range(len(self.reports)), top)
        shown = 0
        for rank, index in enumerate(order, 1):
            report = self.pool.passages[index].document
            if left[report]:
                left[report] -= 1
                shown += 1
                yield rank, index
            if shown == SHOWN:
                return

    def strength(
        self,
        claim: Parsed,
        weights: dict[str, float],
        alike: Alike,
        best: Sequence[int],
        score: float,
        absent: Sequence[str],
    ) -> float:
        """Say how far the reports speak to the claim, by its best passages."""
        if not best:
            return 0.0
        names = {claim.document.text[name.start : name.end] for name in claim.names}
        return strength(
            self.pool,
            weights,
            alike,
            [self.stems(i) for i in best],
            [self.around(i) for i in best],
            score,
            sum(text in names for text in absent),
        )

    def stems(self, index: int) -> frozenset[str]:
        """Give the stems of a passage."""
        passage = self.pool.passages[index]
        text = self.reports[passage.document].text
        return frozenset(t.stem for t in terms(text, passage.start, passage.end))

    def around(self, index: int) -> frozenset[str]:
        """Give the stems of a passage's paragraph."""
        report = self.reports[self.pool.passages[index].document]
        paragraph = report.paragraphs[report.paragraph_at(self.pool.passages[index].start)]
        return frozenset(t.stem for t in terms(report.text, paragraph.start, paragraph.end))

    def evidence(
        self,
        claim: Parsed,
        index: int,
        rank: int,
        score: float,
        weights: dict[str, float],
        alike: Alike,
    ) -> Evidence:
        """Set a passage beside the claim."""
        passage = self.pool.passages[index]
        report = self.reports[passage.document]
        theirs = parse(report, passage.start, passage.end)
        common = shared(claim, theirs, weights, alike)
        covered = coverage(frozenset(t.stem for t in theirs.terms), weights, alike)
        return Evidence(
            report, passage.start, passage.end, theirs.text, rank, score, covered, band(covered),
            common, signals(claim, theirs, common),
        )  # fmt: skip


def band(coverage: float) -> Band:
    """Say a coverage in a word."""
    if coverage >= STRONG:
        return "strong"
    return "partial" if coverage >= PARTIAL else "weak"


LANGUAGES = {
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "ru": "Russian",
    "zh": "Chinese",
    "ar": "Arabic",
}


def unsearchable(paper: Document, reports: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """Yield the reports that cannot be searched, each with the reason."""
    for report in reports:
        if report.language != paper.language and len(report.text) >= 200:
            yield report, LANGUAGES.get(report.language, report.language)
        elif not report.text.strip():
            yield report, "empty"
