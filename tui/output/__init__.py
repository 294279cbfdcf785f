"""Results of the headless verbs in, text out: tables for a terminal, lines for a pipe, JSON."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, cast

from tui.document import Document, Unreadable, visible

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Finding, Searched
    from tui.search import Found

Form = Literal["text", "json"]

MARKS = {"given": " ", "detected": "·", "inferred": "≈"}
"""What stands before a heading, by where it comes from."""

BANDS = {"strong": "●", "partial": "◐", "weak": "○"}
"""A passage's glyph, by how much of the claim it covers."""

SILENT = "·"
"""The glyph of a claim that no report speaks of."""

NOT_SEARCHED = "–"
"""The glyph of a claim where there was no report that could be searched."""

NEAR = 0.005
"""The least coverage, 0..1, that is not told as 0%."""

OWN = "+"
"""What stands before a claim that the reader added."""

FURNITURE = frozenset({"furniture", "caption", "keywords"})
"""The kinds of paragraph that the outline lists as no part of the body."""


class Output(Protocol):
    """What each form can print: the results of every verb."""

    def outlines(self, documents: Sequence[Document]) -> None:
        """Print the sections of each document."""

    def hits(self, found: Found, *, context: int, with_section: bool) -> None:
        """Print what a search found, best first."""

    def claims(self, paper: Document, claims: Sequence[Claim], *, every: bool) -> None:
        """Print a paper's claims; `every`: whether all its sentences are among them."""

    def findings(
        self,
        comparison: Comparison,
        findings: Iterable[Finding],
        added: Container[Claim],
        unread: Sequence[Unreadable],
    ) -> None:
        """Print each claim beside its passages or its silence.

        Added are the reader's own claims; unread what could not be opened, told on standard
        error too.
        """


def output(form: Form) -> Output:
    """Choose by what was asked for and by whether standard output is a terminal."""
    if form == "json":
        from tui.output import shapes as chosen
    elif sys.stdout.isatty():
        from tui.output import tables as chosen  # type: ignore[no-redef]
    else:
        from tui.output import lines as chosen  # type: ignore[no-redef]
    return cast(Output, chosen)


def print_counts(documents: Iterable[Document], found: Found, *, only_paths: bool) -> None:
    """Print `path:hits` for every document, or only the paths of those that have hits."""
    counts = dict(found.counts)
    for document in documents:
        hits = counts.get(document, 0)
        if not only_paths:
            print(f"{visible(document.path)}:{hits}")
        elif hits:
            print(visible(document.path))


def balance(searched: Searched, findings: Sequence[Finding]) -> str:
    """Say in how much was searched for how many claims, and for how many there is nothing."""
    if not findings:
        return "no claim in the paper"
    if not searched.reports:
        return f"{amount(len(findings), 'claim')}, but no report was searched"
    found = Counter(best_band(finding) for finding in findings)
    bands = ", ".join(f"{found[band]:,} {band}" for band in (*BANDS, "silent") if found[band])
    where = f"{amount(searched.reports, 'report')}, {amount(searched.passages, 'sentence')}"
    meaning = f" and meaning ({searched.vectors})" if searched.vectors else ""
    return (
        f"{amount(len(findings), 'claim')}: {bands}; "
        f"{where}, threshold {searched.threshold:g}, by words{meaning}"
    )


def best_band(finding: Finding) -> str:
    """Give the band of the passage that covers most of a claim, or that it is silent."""
    if finding.silent:
        return "silent"
    found = {evidence.band for evidence in finding.evidence}
    return next(band for band in BANDS if band in found)


def amount(number: int, what: str) -> str:
    """Give a number with its noun: `1 report`, `1,200 reports`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
