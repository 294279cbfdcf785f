"""A dossier in, comma-separated values out: a row a claim and passage, and claims × reports.

As RFC 4180 has it, in UTF-8. Each record is one line: what would break or steer it is shown as a
picture of itself, character for character. A cell that a spreadsheet would take for a formula
begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from tui.document import visible
from tui.dossier.facts import NOT_SEARCHED, ORPHANED, bands, said, state
from tui.dossier.model import Beside, Dossier, Orphan, Said

COLUMNS = (
    *("claim_id", "claim", "section", "claim_start", "claim_end"),
    *("report", "title", "outlet", "date", "passage", "start", "end"),
    *("score", "band", "signals", "verdict", "note", "decided_at", "version", "report_sha256"),
)
"""Whose claim, which passage, what the program sees, what the reader says, made of what."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Cells = list[str]


def rows(dossier: Dossier) -> Iterator[str]:
    """Yield the header and a line a claim and passage.

    A claim that the reports are silent about, or whose silence the reader confirmed, has a line
    without a passage. Verdicts that stand beside nothing come last, with the reason as signal.
    """
    yield record(COLUMNS)
    for entry in dossier.entries:
        claim = entry.finding.claim
        left = [claim.id, claim.text, claim.section, str(claim.start), str(claim.end)]
        if entry.finding.silent or entry.silence:
            band = state(dossier, entry) if entry.finding.silent else ""
            missing = ", ".join(entry.finding.missing)
            seen = f"in no report: {missing}" if missing else ""
            nothing = [*[""] * 8, band, seen, *verdict(entry.silence), dossier.version, ""]
            yield record(left + nothing)
        for passage in entry.passages:
            yield record(left + cells(passage, dossier.version))
    for orphan in dossier.orphans:
        yield record(orphaned(orphan, dossier.version))


def cells(passage: Beside, version: str) -> Cells:
    """Give the cells of a passage; what the program does not list has no score and band."""
    report, evidence = passage.report, passage.evidence
    return [
        report.path,
        report.title,
        report.outlet,
        report.date,
        report.text[passage.start : passage.end],
        str(passage.start),
        str(passage.end),
        f"{evidence.score:.4f}" if evidence else "",
        evidence.band if evidence else "",
        "; ".join(signal.text for signal in evidence.signals) if evidence else "",
        *verdict(passage.said),
        version,
        report.sha256,
    ]


def orphaned(orphan: Orphan, version: str) -> Cells:
    """Give the cells of a verdict as it was said, of words that stand there no more."""
    word, claim, passage = orphan.said, orphan.said.claim, orphan.said.passage
    left = ["", claim.text, "", str(claim.start), str(claim.end), "", "", "", ""]
    left += [passage.text, str(passage.start), str(passage.end)] if passage else ["", "", ""]
    return [*left, "", ORPHANED, orphan.reason, *verdict(word), version, word.report]


def verdict(word: Said | None) -> Cells:
    """Give the cells of the reader's word."""
    return [said(word), word.note, word.decided_at] if word else ["", "", ""]


def matrix(dossier: Dossier) -> Iterator[str]:
    """Yield a line a claim with the band of the best passage of each report.

    An empty cell is silence, so that whether a cell is empty makes 0 and 1 of it.
    """
    skipped = [report.path for report, _ in dossier.searched.skipped]
    header = ["claim_id", "claim", "section", *(report.path for report in dossier.reports)]
    yield record([*header, *skipped])
    for entry in dossier.entries:
        claim, best = entry.finding.claim, bands(entry)
        row = [claim.id, claim.text, claim.section]
        row += [best.get(report, "") for report in dossier.reports]
        yield record([*row, *[NOT_SEARCHED] * len(skipped)])


def record(values: Iterable[str]) -> str:
    """Give one line of the file."""
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([cell(value) for value in values])
    return line.getvalue()


def cell(value: str) -> str:
    """Give a value as no spreadsheet takes it for a formula, and no terminal for an order.

    A number stays one, be it negative.
    """
    if value.startswith(FORMULA) and not is_number(value):
        return "'" + visible(value)
    return visible(value)


def is_number(value: str) -> bool:
    """Tell a plain number, which acts on nothing."""
    return value.removeprefix("-").replace(".", "", 1).isdecimal()
