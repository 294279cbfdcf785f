"""What stands side by side: a claim, and a passage of a report or the report's silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from time import monotonic
from typing import TYPE_CHECKING

from tui.document import Document
from tui.panes.signals import of_report
from tui.screens.desk import Desk
from tui.screens.work import TELL_EVERY

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Evidence, Finding


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
        """What the report beside it says to it."""
        finding = self.finding
        return of_report(finding, self.report) if finding and self.report else ()

    @property
    def evidence(self) -> Evidence | None:
        """The passage beside the claim; None where the report is silent."""
        own = self.passages
        return own[self.passage] if self.passage < len(own) else None

    def turn_to(self, place: int) -> None:
        """Take another claim; a report that is silent on it gives way to the one that says most."""
        self.place, self.passage = place, 0
        finding = self.finding
        self.waits = finding is None
        speaking = [evidence.document for evidence in finding.evidence] if finding else []
        if speaking and self.report not in speaking:
            self.report = speaking[0]
        elif self.report is None:
            searched = self.desk.comparison.reports if self.desk.comparison else ()
            self.report = next(iter((*searched, *self.desk.collection.reports)), None)

    def next_passage(self, direction: int) -> None:
        """Take another passage of the report, around the ends."""
        if own := self.passages:
            self.passage = (self.passage + direction) % len(own)

    def next_report(self, direction: int) -> None:
        """Take another report, whether it has a passage or not."""
        reports = self.desk.collection.reports
        if reports:
            at = reports.index(self.report) if self.report in reports else 0
            self.report, self.passage = reports[(at + direction) % len(reports)], 0


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


def outward(centre: int, count: int) -> Iterator[int]:
    """Yield every place, the nearest to the centre first."""
    pairs = zip_longest(range(centre, count), range(centre - 1, -1, -1))
    return (place for place in chain.from_iterable(pairs) if place is not None)
