"""A row of one of the overview's lists in, where it leads the reader out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.document import Document, Span
from tui.panes.numbers import NumberLedger
from tui.panes.overview import OverviewRows, SilentClaims
from tui.panes.uncovered import UncoveredPassages
from tui.screens.desk import Desk


@dataclass(frozen=True, slots=True)
class Target:
    """Where the reader wants to go from the overview."""

    document: Document
    """The paper, or a report."""
    span: Span
    """The place."""
    claim: int | None = None
    """The claim there, by its place, if it is one."""
    compared: bool = False
    """Whether the claim is to stand beside what the reports say."""
    report: Document | None = None
    """Beside which report then; None for the one that says most to it."""


def target_of(desk: Desk, rows: OverviewRows) -> Target | None:
    """Give where the row under the cursor leads; None where there is none, or no paper by now."""
    if isinstance(rows, NumberLedger):
        return Target(*rows.target) if rows.target else None
    if isinstance(rows, UncoveredPassages):
        left, sentence = rows.at(rows.cursor) if rows.count else (None, None)
        if left is None or sentence is None:
            return None
        return Target(left.report, Span(sentence.start, sentence.end))
    start = rows.start if isinstance(rows, SilentClaims) else None
    if start is None or desk.paper is None:
        return None
    claim = desk.claim_at(desk.paper, start)
    end = desk.claims[claim].end if claim is not None else start
    return Target(desk.paper, Span(start, end), claim)


def compared(desk: Desk, rows: OverviewRows) -> Target | None:
    """Give the claim of that row beside the report chosen, or one that has another number."""
    target, claim, report = target_of(desk, rows), None, None
    if isinstance(rows, NumberLedger) and rows.count:
        claim, report = rows.numbers[rows.cursor].claim, rows.disputed
    elif target is not None:
        claim = target.claim
    if target is None or claim is None:
        return None
    return replace(target, claim=claim, compared=True, report=report)
