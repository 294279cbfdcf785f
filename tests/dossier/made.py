"""A small paper and its reports, as plain or as hostile as a test wants them, and their dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO

from tests.claims.documents import document, seeds
from tui.claims import Claim, Comparison, Evidence, Finding, Signal, claims
from tui.document import Document, Unreadable
from tui.dossier import Dossier, dossier
from tui.dossier.files import FORMATS
from tui.ledger.verdict import Label, Quote, Verdict, outcome

EVIL = (
    '=HYPERLINK("http://evil.example","click") <script>alert(1)</script> ]]> a "quote", `code` | '
    "*b* [x](javascript:alert(1)) &amp; {\\tex} "
    "\u202egnp.exe \ud800 \x1b[31m \x00 \ufffe\nnext\tline"
)
"""What a document may hold to harm who opens what is made of it."""

FIRST = "Trade grew to 12 million dollars in 2024."
SECOND = "The lake is 40 metres deep."
TIME = "2026-11-22T17:05:00Z"


def paper_of(*sentences: str) -> Document:
    """Make a paper of sentences, a paragraph each."""
    return replace(document(*sentences, role="paper"), path="paper.txt")


def report_of(path: str, *sentences: str, **about: str) -> Document:
    """Make a report."""
    encoded = (sentence.encode("utf-8", "replace").decode() for sentence in sentences)
    whole = document(*encoded)
    return replace(whole, path=path, text="\n\n".join(sentences), **about)  # type: ignore[arg-type]


def claim_at(paper: Document, text: str) -> Claim:
    start = paper.text.index(text)
    return Claim(f"c{start}", start, start + len(text), text, "Results", 0.9, ())


def evidence_at(report: Document, text: str, rank: int = 1, *signals: str) -> Evidence:
    start = report.text.index(text)
    said = tuple(Signal("numbers differ", signal) for signal in signals)
    return Evidence(report, start, start + len(text), text, rank, 3.25, 0.5, "strong", (), said)


def finding(claim: Claim, *found: Evidence, missing: Sequence[str] = ()) -> Finding:
    nearest = found[0] if found else None
    return Finding(claim, 0.9 if found else 0.1, not found, found, nearest, tuple(missing))


def verdict(
    claim: Claim, evidence: Evidence | None, label: Label, note: str = "", *among: Document
) -> Verdict:
    quote = Quote(claim.start, claim.end, claim.text)
    if evidence is None:
        shas = tuple(report.sha256 for report in among)
        return Verdict(quote, "", None, label, note, TIME, shas)
    passage = Quote(evidence.start, evidence.end, evidence.text)
    return Verdict(quote, evidence.document.sha256, passage, label, note, TIME)


def gathered(
    paper: Document,
    reports: Sequence[Document],
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict] = (),
    unread: Sequence[Unreadable] = (),
    made: str = "",
) -> Dossier:
    return dossier(
        Comparison(paper, reports), findings, verdicts, outcome, unread=unread, made=made
    )


def small(words: str = "Trade grew to 14 million dollars.", note: str = "a note") -> Dossier:
    """Give a dossier with all there can be: a verdict, a silence, an orphan, what is not read.

    The words stand in the report, as its title and in the reader's note.
    """
    paper = paper_of(FIRST, SECOND)
    report = report_of("news/a.txt", words, title=words, outlet=words, date="2025-05-28")
    french = report_of("b.txt", "Le commerce a encore augmenté cette année. " * 9, language="fr")
    first, second = claim_at(paper, FIRST), claim_at(paper, SECOND)
    passage = evidence_at(report, words, 1, f"numbers differ: 12 ↔ {words}")
    gone = replace(verdict(first, passage, "supports", words), report="0" * 64)
    return gathered(
        paper,
        (report, french),
        (finding(first, passage), finding(second, missing=("lake",))),
        (
            verdict(first, passage, "contradicts", note),
            verdict(second, None, "unrelated", "looked twice", report, french),
            gone,
        ),
        (Unreadable("c.pdf", "damaged"),),
    )


@cache
def of_seeds(judged: int = 6) -> Dossier:
    """Give the dossier of the seeds, some of the passages and one silence judged."""
    paper, *reports = seeds()
    compared = Comparison(paper, reports)
    found = [compared.finding(claim) for claim in claims(paper)]
    labels: tuple[Label, ...] = ("supports", "contradicts", "mentions")
    pairs = [(one.claim, evidence) for one in found for evidence in one.evidence][:judged]
    said = [
        verdict(claim, evidence, labels[place % 3]) for place, (claim, evidence) in enumerate(pairs)
    ]
    silent = next(one.claim for one in found if one.silent)
    said.append(verdict(silent, None, "unrelated", "", *reports))
    return gathered(paper, reports, found, said)


def written(dossier: Dossier, suffix: str, part: str = "") -> bytes:
    """Give the bytes of one of the files of a format."""
    file = BytesIO()
    FORMATS[suffix][part or suffix](dossier, file)
    return file.getvalue()
