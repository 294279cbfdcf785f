"""What the screens say about claims, in the machine's vocabulary: never a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.document import Document, Span, shorten
from tui.ledger import Verdict
from tui.ledger.choices import ADDED, DROPPED
from tui.panes.outcomes import made, says
from tui.panes.signals import near
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from tui.claims import Claim, Finding, Searched
    from tui.ledger import Choice
    from tui.screens.pair import Pair

LOST = 5
"""So many of the reader's words that are lost are told one by one."""
ROOM = 24
"""Cells a report's name may take in a status line."""
NO_REPORT = "No report to compare with: open some, or say which is which, --paper A --reports B"
"""Said also where all that is open was taken for papers."""


def claim_line(desk: Desk, place: int) -> str:
    """Say which claim this is and what each of a few reports has on it."""
    claim = desk.claims[place]
    said = [f"claim {place + 1} of {len(desk.claims)}{own_word(desk, claim)}"]
    if words := made(desk.judged.of(claim)):
        said.append(f"by your verdicts {words}")
    finding = desk.at_hand(claim)
    reports = desk.comparison.reports if desk.comparison else ()
    if finding is not None:
        said += _found(finding, reports)
    return " · ".join(said)


def _found(finding: Finding, reports: Sequence[Document]) -> Iterator[str]:
    """Say what each of a few reports has on a claim, or how many of many."""
    bands = {evidence.document: evidence.band for evidence in reversed(finding.evidence)}
    if not reports:
        yield "no report was searched"
    elif finding.silent:
        yield f"silent in {len(reports)} {'report' if len(reports) == 1 else 'reports'}"
    elif len(reports) > 3:
        yield f"passages in {len(bands)} of {len(reports)} reports"
    else:
        for report in reports:
            yield f"{shorten(report.name, ROOM)}: {bands.get(report, 'silent')}"


def own_word(desk: Desk, claim: Claim) -> str:
    """Say what the reader said of a claim."""
    sign = desk.signs.get(Span(claim.start, claim.end))
    said = {ADDED: ", added by you", DROPPED: ", dropped by you: a brings it back"}
    return said[sign] if sign else ""


def not_to_judge(pair: Pair) -> str:
    """Say calmly why there is nothing to judge beside a claim, or only a silence."""
    finding, comparison = pair.finding, pair.comparison
    if finding is None:
        return "still being compared"
    if comparison is None or not comparison.reports:
        return "no report was searched"
    if finding.silent:
        return "no passage to judge: u confirms the silence"
    return "no passage of this report to judge: tab goes to the next report"


def why_not(desk: Desk) -> str:
    """Say why there is nothing to compare yet, or at all."""
    collection = desk.collection
    if collection.documents and not collection.papers:
        return "No paper among the documents: name one with --paper FILE"
    if collection.documents and not collection.reports:
        return NO_REPORT
    if desk.comparison is not None and not desk.claims:
        return "No sentence of this paper reads like a claim: a makes the one at your place a claim"
    if desk.waits:
        return "A long paper: c reads its claims, c again compares them"
    return "The claims are still being read"


def why_no_claim(desk: Desk) -> str:
    """Say why the sentence at the place cannot be made a claim."""
    return why_not(desk) if desk.comparison is None else "claims are the paper’s: this is a report"


def toggled(sign: str) -> str:
    """Say what became of a sentence whose sign is now this one."""
    said = {ADDED: "added as a claim", DROPPED: "dropped from the claims"}
    return f"{said[sign]} · a takes it back" if sign else "taken back"


def lost_words(lost: Sequence[Choice | Verdict]) -> str:
    """Say which of the reader's claims and verdicts were on words that no longer stand there."""
    verdicts = sum(isinstance(each, Verdict) for each in lost)
    choices = len(lost) - verdicts
    lots = [_many(choices, "claim")] * (choices > 0) + [_many(verdicts, "verdict")] * (verdicts > 0)
    said = [f"{' and '.join(lots).capitalize()} of yours not found in the new text, word for word:"]
    said += [_lost(each) for each in lost[:LOST]]
    said += [f"… and {len(lost) - LOST} more"] * (len(lost) > LOST)
    if verdicts:
        said.append("The ledger keeps them with the older text.")
    return "\n".join(said)


def _lost(one: Choice | Verdict) -> str:
    if not isinstance(one, Verdict):
        return f"{'added' if one.added else 'dropped'}: “{shorten(one.text, 80)}”"
    note = f", “{shorten(one.note, 40)}”" if one.note else ""
    return f"{says(one)}{note}: “{shorten(one.claim.text, 80)}”"


def _many(count: int, word: str) -> str:
    return f"one {word}" if count == 1 else f"{count} {word}s"


def gone_words(paths: Sequence[str]) -> str:
    """Say which sources were deleted or moved away meanwhile."""
    if len(paths) == 1:
        return f"{paths[0]} is gone; its text stays open here"
    return f"{paths[0]} and {len(paths) - 1:,} more files are gone; their text stays open here"


def silence_lines(
    finding: Finding | None, searched: Searched, report: Document | None
) -> tuple[str, ...]:
    """Say calmly that there is no passage, in what it was looked for, and what comes nearest."""
    if report is None:
        return (NO_REPORT,)
    reason = next((why for document, why in searched.skipped if document is report), "")
    if reason:
        return (report.name, "", f"Not searched: {reason}.")
    if finding is None:
        return (report.name, "", "Comparing.")
    from tui.claims.passages import evident

    count = sum(1 for _ in evident(report))
    amount = f"{count:,} sentences, above {searched.threshold:.2f}"
    said = [report.name, "", f"No passage in this report, {amount}."]
    nearest = near(finding)
    if finding.silent and nearest is None:
        said += ["", "Nothing near in any report."]
    elif finding.silent and nearest is not None:
        said += ["", f"Nearest, in “{nearest.document.name}”:", f"“{nearest.text}”"]
        said += [f"{nearest.coverage:.0%} of the claim’s distinctive words"]
    if finding.missing:
        said += ["", f"In no report: {', '.join(finding.missing)}"]
    return tuple(said)
