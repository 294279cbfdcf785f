"""FINDINGS → OVERVIEWS: silence by section, passages no claim covers, the matrix, the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tui.claims.alignment import same_figure
from tui.claims.figures import Figure, figures
from tui.claims.findings import Band, Finding
from tui.claims.passages import evident
from tui.document import Document, Sentence, Span, derived


@dataclass(frozen=True, slots=True)
class Silence:
    """The silent claims of one section."""

    section: str
    """Its title."""
    claims: int
    """How many claims it makes."""
    silent: tuple[Finding, ...]
    """Those that no report speaks to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of the paper against every report."""

    figure: Figure
    """The figure, with its place in the paper."""
    same: tuple[tuple[Document, Span], ...]
    """Where reports give the same figure."""
    other: tuple[tuple[Document, Span], ...]
    """Where reports give another figure of the same kind and unit."""


def silences(findings: Iterable[Finding]) -> tuple[Silence, ...]:
    """Gather the silent claims by section, in the paper's order."""
    ordered = sorted(findings, key=lambda finding: finding.claim.start)
    found = []
    for section, group in groupby(ordered, key=lambda finding: finding.claim.section):
        mine = tuple(group)
        found.append(Silence(section, len(mine), tuple(f for f in mine if f.silent)))
    return tuple(found)


def uncovered(
    findings: Iterable[Finding], reports: Sequence[Document]
) -> tuple[tuple[Document, tuple[Sentence, ...]], ...]:
    """Give for each report the sentences that are no claim's evidence: what is left out."""
    held = {(e.document, e.start) for finding in findings for e in finding.evidence}
    return tuple(
        (report, tuple(s for s in evident(report) if (report, s.start) not in held))
        for report in reports
    )


def matrix(
    findings: Sequence[Finding], reports: Sequence[Document]
) -> tuple[tuple[Band | None, ...], ...]:
    """Give a row per finding with each report's best band; None where it is silent."""
    rows = []
    for finding in findings:
        best: dict[Document, Band] = {}
        for evidence in sorted(finding.evidence, key=lambda e: -e.coverage):
            best.setdefault(evidence.document, evidence.band)
        rows.append(tuple(best.get(report) for report in reports))
    return tuple(rows)


def folded(
    row: Sequence[Band | None], columns: int
) -> tuple[tuple[Band | None, ...], dict[Band, int]]:
    """Give the columns of a matrix row that fit, and counts by band of those that do not."""
    if len(row) <= columns:
        return tuple(row), {}
    rest = row[columns:]
    bands: tuple[Band, ...] = ("strong", "partial", "weak")
    return tuple(row[:columns]), {band: n for band in bands if (n := rest.count(band))}


@derived
def all_figures(document: Document) -> tuple[Figure, ...]:
    """Give the figures of a document's evident sentences, in order."""
    return tuple(
        figure
        for sentence in evident(document)
        for figure in figures(document.text, sentence.start, sentence.end)
    )


def numbers(paper: Document, reports: Sequence[Document]) -> tuple[Entry, ...]:
    """Set every figure of the paper beside every report's: the number ledger."""
    by_kind: dict[tuple[str, str], list[tuple[Document, Figure]]] = {}
    for report in reports:
        for figure in all_figures(report):
            by_kind.setdefault((figure.kind, figure.unit), []).append((report, figure))
    entries = []
    for mine in all_figures(paper):
        alike = [
            pair
            for (kind, unit), pairs in by_kind.items()
            if kind == mine.kind and (unit == mine.unit or not unit or not mine.unit)
            for pair in pairs
        ]
        same = tuple((d, Span(f.start, f.end)) for d, f in alike if same_figure(mine, f))
        other = tuple(
            (d, Span(f.start, f.end))
            for d, f in alike
            if mine.kind != "date"
            and mine.unit
            and f.unit == mine.unit
            and not same_figure(mine, f)
        )
        entries.append(Entry(mine, same, other))
    return tuple(entries)
