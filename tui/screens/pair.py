"""What stands side by side: a claim, and a passage of a report or the report's silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from time import monotonic
from typing import TYPE_CHECKING

from tui.document import Document, Spanned
from tui.ledger import Quote, Verdict
from tui.panes.selecting import sentence_at
from tui.panes.signals import of_report
from tui.screens.desk import Desk
from tui.screens.work import TELL_EVERY

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Evidence, Finding

WEIGHED = 1000
"""Among so many claims the nearest to a sentence is found in a blink."""


@dataclass(slots=True)
class Pair:
    """Which claim, which report and which of its passages the reader looks at."""

    desk: Desk
    """What is open."""
    place: int
    """The claim, by its place in the paper, from 0."""
    report: Document | None = None
    """The report beside it."""
    passage: int = 0
    """Which of the report's passages, 0 the best."""
    held: bool = False
    """Whether the reader wants this report beside this claim, whatever it says to it."""
    waits: bool = False
    """Whether the claim was not compared yet when it was turned to."""
    paper: Document | None = field(init=False)
    """Whose claims they are; what is open may change meanwhile."""
    claims: tuple[Claim, ...] = field(init=False)
    """The claims that can be looked at."""
    comparison: Comparison | None = field(init=False)
    """What they are compared by; it may give way to a better one."""

    def __post_init__(self) -> None:
        self.paper, self.claims = self.desk.paper, self.desk.claims
        self.comparison = self.desk.comparison
        if self.report not in self.desk.collection.reports:
            self.report = None

    @property
    def current(self) -> bool:
        """Whether claims and comparison are still the desk's."""
        return self.claims == self.desk.claims and self.comparison is self.desk.comparison

    @property
    def stands(self) -> bool:
        """Whether the paper is still what it was."""
        return self.paper is self.desk.paper and self.desk.comparison is not None

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.claims[self.place]

    @property
    def finding(self) -> Finding | None:
        """What the reports say to the claim; None until it is compared."""
        return self.desk.at_hand(self.claim) if self.stands else None

    @property
    def passages(self) -> tuple[Evidence, ...]:
        """What the report beside it says to it, then what else of it the reader judged."""
        finding = self.finding
        found = of_report(finding, self.report) if finding and self.report else ()
        return (*found, *(each for each in self.remembered if each.document is self.report))

    @property
    def remembered(self) -> tuple[Evidence, ...]:
        """Passages that the reader judged and that are not found for the claim by now."""
        judged, finding = self.desk.judged.of(self.claim), self.finding
        if not judged or finding is None:
            return ()
        found = {(each.document.sha256, each.start, each.end) for each in finding.evidence}
        return tuple(
            _judged(report, said.passage)
            for said in judged
            if said.passage
            and (said.report, said.passage.start, said.passage.end) not in found
            and (report := self._report(said.report)) is not None
        )

    @property
    def remembers(self) -> bool:
        """Whether the passage stands here only by the reader's word."""
        return self.evidence is not None and self.evidence in self.remembered

    @property
    def _known(self) -> tuple[Evidence, ...]:
        """What is found for the claim, the best first, then what else the reader judged."""
        return (*(self.finding.evidence if self.finding else ()), *self.remembered)

    def _report(self, sha256: str) -> Document | None:
        reports = self.desk.collection.reports
        return next((report for report in reports if report.sha256 == sha256), None)

    @property
    def bands(self) -> dict[Document, str]:
        """Give the reports that speak to the claim by rank, with what their first passage is."""
        bands: dict[Document, str] = {}
        for evidence in self._known:
            bands.setdefault(evidence.document, evidence.band)
        return bands

    @property
    def evidence(self) -> Evidence | None:
        """The passage beside the claim; None where the report is silent."""
        own = self.passages
        return own[self.passage] if self.passage < len(own) else None

    @property
    def asked(self) -> Verdict | None:
        """What the reader can judge here, undecided: a passage, or the silence of all reports."""
        if not self.stands or self.paper is None or self.finding is None:
            return None
        claim, evidence, comparison = _quote(self.paper, self.claim), self.evidence, self.comparison
        if evidence is not None:
            passage = _quote(evidence.document, evidence)
            return Verdict(claim, evidence.document.sha256, passage, "undecided")
        if not self.finding.silent or comparison is None or not comparison.reports:
            return None
        among = tuple(report.sha256 for report in self.desk.collection.reports)
        return Verdict(claim, "", None, "undecided", among=among)

    def look_at(self, verdict: Verdict) -> None:
        """Take the passage that a verdict is on, if it is among those found for the claim."""
        for evidence in self._known:
            if verdict.report == evidence.document.sha256 and verdict.passage == _quote(
                evidence.document, evidence
            ):
                self.report, self.held = evidence.document, True
                self.passage = self.passages.index(evidence)

    def turn_to(self, place: int) -> None:
        """Take another claim; a report that says less to it than the best gives way to that."""
        self.held = self.held and place == self.place and self.report is not None
        self.place, self.passage = place, 0
        self.waits = self.finding is None
        bands = self.bands
        best = next(iter(bands), None)
        if best is not None and not self.held:
            stays = self.report is not None and bands.get(self.report) == bands[best]
            self.report = self.report if stays else best
        elif self.report is None:
            searched = self.desk.comparison.reports if self.desk.comparison else ()
            self.report = next(iter((*searched, *self.desk.collection.reports)), None)

    def next_passage(self, direction: int) -> None:
        """Take another passage of the report, around the ends."""
        if own := self.passages:
            self.passage = (self.passage + direction) % len(own)

    def next_report(self, direction: int) -> None:
        """Take another report: those that speak to the claim by rank, then the silent ones."""
        reports = tuple(dict.fromkeys((*self.bands, *self.desk.collection.reports)))
        if reports:
            at = reports.index(self.report) if self.report in reports else 0
            self.report, self.passage = reports[(at + direction) % len(reports)], 0
            self.held = True


def _judged(report: Document, passage: Quote) -> Evidence:
    """Give a passage of which nothing was found: nothing is shared with the claim."""
    from tui.claims import Evidence

    return Evidence(report, passage.start, passage.end, passage.text, 0, 0.0, 0.0, "weak", (), ())


def _quote(document: Document, span: Spanned) -> Quote:
    return Quote(span.start, span.end, document.text[span.start : span.end])


def compared(pair: Pair) -> Iterator[list[tuple[int, Finding]]]:
    """Compare all claims, always next the one nearest to where the reader is by then.

    Yields as many as are ready; the claim that is looked at at once.
    """
    waiting = set(range(len(pair.claims)))
    batch: list[tuple[int, Finding]] = []
    told = monotonic()
    while waiting and pair.stands:
        place = next(p for p in outward(pair.place, len(pair.claims)) if p in waiting)
        waiting.remove(place)
        if (finding := pair.desk.finding(pair.claims[place])) is not None:
            batch.append((place, finding))
        if place == pair.place or monotonic() - told >= TELL_EVERY:
            yield batch
            batch, told = [], monotonic()
    yield batch


def claim_for(desk: Desk, document: Document | None, offset: int) -> int:
    """Give the place of the claim to begin with beside what is read there.

    In the paper that is the claim at the offset or the next; in a report the one of whose
    distinctive words the sentence there holds most; else the one that was looked at last.
    """
    from tui.claims.findings import CUTS
    from tui.claims.parsing import parse

    last = desk.claim_near(desk.paper, desk.walked)
    comparison = desk.comparison
    if document is None or comparison is None or document is desk.paper:
        return desk.claim_near(document, offset) if document is desk.paper else last
    if document not in comparison.reports or len(desk.claims) > WEIGHED:
        return last
    sentence = sentence_at(document, offset)
    said = parse(document, sentence.start, sentence.end).stems
    share, place = CUTS["weak"], last
    for other, claim in enumerate(desk.claims):
        weights = comparison.weights(claim)
        held = sum(weight for stem, weight in weights.items() if stem in said)
        if held > share * sum(weights.values()):
            share, place = held / sum(weights.values()), other
    return place


def outward(centre: int, count: int) -> Iterator[int]:
    """Yield every place, the nearest to the centre first."""
    pairs = zip_longest(range(centre, count), range(centre - 1, -1, -1))
    return (place for place in chain.from_iterable(pairs) if place is not None)
