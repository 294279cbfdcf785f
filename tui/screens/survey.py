"""A desk in, the overview's three lists out, step by step: silence, what is uncovered, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic, sleep
from typing import TYPE_CHECKING

from tui.document import Document, Span, index_at
from tui.ingest import sentences
from tui.panes.numbers import Held, Number
from tui.panes.uncovered import Left
from tui.screens.desk import Desk
from tui.screens.work import TELL_EVERY

if TYPE_CHECKING:
    from tui.claims import Comparison, Finding
    from tui.claims.overview import Silence


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What is known since the last step."""

    compared: int
    """How many claims are compared by now."""
    silences: tuple[Silence, ...] = ()
    """The silent claims among them, by section."""
    numbers: tuple[Number, ...] = ()
    """The paper's figures, at the first step."""
    left: tuple[Left, ...] = ()
    """More reports, each with what no claim covers."""
    held: tuple[Held, ...] = ()
    """More figures of the paper that reports have something of."""
    read: int = 0
    """How many reports' figures are read by now."""
    done: bool = False
    """Whether that was all."""


def survey(desk: Desk) -> Iterator[Surveyed]:
    """Compute the overview, the quick first; it can be left between any two steps.

    It ends early when the desk has another comparison: what was found by both fits nowhere.
    """
    paper, comparison = desk.paper, desk.comparison
    if paper is None or comparison is None:
        return
    claims = desk.kept
    known = dict(desk.findings)
    found = [known[claim.id] for claim in claims if claim.id in known]
    yield _silent(found)
    numbers = _numbers(desk, paper)
    yield Surveyed(len(found), numbers=numbers)
    told = monotonic()
    for claim in claims:
        if claim.id not in known and (finding := desk.finding(claim)) is not None:
            found.append(finding)
        if desk.comparison is not comparison:
            return
        if monotonic() - told >= TELL_EVERY:
            yield _silent(found)
            told = monotonic()
    yield _silent(found, tuple(differing(found, numbers)))
    for step in _reports(paper, found, comparison):
        if desk.comparison is not comparison:
            return
        yield step


def _silent(found: Sequence[Finding], held: tuple[Held, ...] = ()) -> Surveyed:
    from tui.claims.overview import silences

    return Surveyed(len(found), silences(found), held=held)


def _numbers(desk: Desk, paper: Document) -> tuple[Number, ...]:
    """Give the paper's figures, each in its sentence and with its claim."""
    from tui.claims.overview import all_figures

    every = sentences(paper)
    found = []
    for figure in all_figures(paper):
        sentence = every[index_at(every, figure.start)]
        place = desk.claim_at(paper, figure.start)
        span = Span(figure.start, figure.end)
        found.append(Number(span, Span(sentence.start, sentence.end), place))
    return tuple(found)


def differing(found: Sequence[Finding], numbers: Sequence[Number]) -> Iterator[Held]:
    """Yield the figures that a report gives otherwise: same kind, same subject, one candidate."""
    places = {number.figure.start: place for place, number in enumerate(numbers)}
    for finding in found:
        for evidence in finding.evidence:
            for signal in evidence.signals:
                if signal.kind == "numbers differ" and signal.claim and signal.passage:
                    place = places.get(signal.claim.start)
                    if place is not None:
                        yield Held(place, evidence.document, signal.passage, "differs")


def _reports(
    paper: Document, found: Sequence[Finding], comparison: Comparison
) -> Iterator[Surveyed]:
    """Go through the reports: what no claim covers in them, and the paper's figures."""
    from tui.claims.overview import cover, ledger, uncovered
    from tui.claims.passages import evident

    told, left, held, read = monotonic(), list[Left](), list[Held](), 0
    claimed = cover(comparison, found)
    first = {twin: one for one, twins in comparison.twins.items() for twin in twins}
    for report in comparison.reports:
        every = tuple(evident(report))
        bare = uncovered(claimed, first.get(report, report), every)
        left.append(Left(report, bare, len(every)))
        held += (
            Held(place, report, one.place, one.state)
            for place, one in ledger(paper, report).items()
        )
        read += 1
        sleep(0)  # a key that waits goes first
        if monotonic() - told >= TELL_EVERY:
            yield Surveyed(len(found), left=tuple(left), held=tuple(held), read=read)
            told, left, held = monotonic(), [], []
    yield Surveyed(len(found), left=tuple(left), held=tuple(held), read=read, done=True)
