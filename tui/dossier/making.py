"""A comparison, its findings and the reader's verdicts in, the dossier of them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from tui import __version__
from tui.claims import Claim, Comparison, Finding
from tui.claims.copies import voices
from tui.claims.findings import CUTS, ITEMS
from tui.document import Document, Unreadable
from tui.dossier.facts import amount
from tui.dossier.model import Beside, Dossier, Entry, Orphan, Quoted, Said

S = TypeVar("S", bound=Said)
Place = tuple[str, int, int]
"""A report's sha256, and where a passage begins and ends there."""


def dossier(
    comparison: Comparison,
    findings: Iterable[Finding],
    verdicts: Sequence[S],
    outcome: Callable[[Iterable[S]], str],
    *,
    added: Container[Claim] = (),
    unread: Sequence[Unreadable] = (),
    made: str = "",
    version: str = __version__,
) -> Dossier:
    """Gather what is to be written.

    `outcome` says what the verdicts on one claim make of it; `made` is the time that is to be
    written, if any. A verdict stands only where its words still stand.
    """
    found = sorted(findings, key=lambda finding: finding.claim.start)
    searched = comparison.searched
    reports: dict[str, Document] = {}
    for report in (*comparison.reports, *(report for report, _ in searched.skipped)):
        reports.setdefault(report.sha256, report)
    claims = {(finding.claim.start, finding.claim.end) for finding in found}
    standing = defaultdict[tuple[int, int], list[S]](list)
    orphans = []
    for said in verdicts:
        if reason := lost(said, comparison, claims, reports):
            orphans.append(Orphan(said, reason))
        else:
            standing[said.claim.start, said.claim.end].append(said)
    entries = []
    for number, finding in enumerate(found, 1):
        mine = standing[finding.claim.start, finding.claim.end]
        passages = tuple(beside(finding, mine, reports))
        silence = next((said for said in mine if said.passage is None), None)
        own = finding.claim in added
        entries.append(Entry(number, finding, own, passages, silence, outcome(mine)))
    quoted = {passage.report for entry in entries for passage in entry.passages}
    return Dossier(
        version,
        made,
        comparison.paper,
        comparison.reports,
        searched,
        tuple(unread),
        {str(band): (least, ITEMS[band]) for band, least in CUTS.items()},
        tuple(entries),
        tuple(orphans),
        voices(tuple(report for report in comparison.reports if report in quoted)),
    )


def lost(
    said: Said,
    comparison: Comparison,
    claims: Container[tuple[int, int]],
    reports: Mapping[str, Document],
) -> str:
    """Say why a verdict stands beside nothing here; empty where it stands."""
    if not stands(said.claim, comparison.paper):
        return "the paper does not say this any more where it was judged"
    if (said.claim.start, said.claim.end) not in claims:
        return "the sentence is not among the claims"
    if said.passage is None:
        new = {report.sha256 for report in comparison.reports} - set(said.among)
        return f"silence was confirmed before {amount(len(new), 'report')} came" if new else ""
    if said.report not in reports:
        return "the report is not among these, or has changed since"
    if not stands(said.passage, reports[said.report]):
        return "the report does not say this any more where it was judged"
    return ""


def stands(quote: Quoted, document: Document) -> bool:
    """Tell whether the words stand where they stood."""
    return document.text[quote.start : quote.end] == quote.text


def beside(
    finding: Finding, verdicts: Iterable[Said], reports: Mapping[str, Document]
) -> Iterator[Beside]:
    """Yield the passages of a claim, each with the reader's word on it."""
    words: dict[Place, Said] = {}
    for said in verdicts:
        if said.passage:
            words[said.report, said.passage.start, said.passage.end] = said
    listed = set()
    for evidence in sorted(finding.evidence, key=lambda evidence: evidence.rank):
        place = (evidence.document.sha256, evidence.start, evidence.end)
        listed.add(place)
        yield Beside(evidence.document, evidence.start, evidence.end, evidence, words.get(place))
    others = [
        Beside(reports[sha256], start, end, None, said)
        for (sha256, start, end), said in words.items()
        if (sha256, start, end) not in listed
    ]
    yield from sorted(others, key=lambda other: (other.report.path, other.start, other.end))
