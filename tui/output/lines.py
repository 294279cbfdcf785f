"""Results of the headless verbs in, plain lines for a pipe out, `path:line: text` as in grep."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui import ingest
from tui.document import Document, Sentence, Unreadable, index_at, visible
from tui.outline import outline
from tui.output import BANDS, MARKS, NEAR, NOT_SEARCHED, OWN, SILENT
from tui.output.places import at, passage, place

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Finding
    from tui.search import Found, Hit


def outlines(documents: Sequence[Document]) -> None:
    """Print a line a section, indented by its depth, its mark saying where it comes from."""
    for document in documents:
        guessed = f", guessed: {document.role_reason}" if document.role_reason else ""
        about = f"{document.name} ({document.role}{guessed})"
        print(f"{visible(document.path)}: {visible(about)}")
        for section in outline(document):
            indent = "  " * (section.level - 1)
            print(
                f"{at(document, section.start)}: "
                f"{indent}{MARKS[section.origin]} {visible(section.title)}"
            )


def hits(found: Found, *, context: int, with_section: bool) -> None:
    """Print a line a hit; with context, its neighbours too, their paths followed by `-`."""
    for number, hit in enumerate(found.hits):
        if context and number:
            print("--")
        for sentence, is_hit in around(hit, context):
            where = at(hit.document, sentence.start)
            if with_section:
                where += f":{place(hit.document, sentence.start)}"
            print(f"{where}{':' if is_hit else '-'} {passage(hit.document, sentence)}")


def around(hit: Hit, context: int) -> Iterator[tuple[Sentence, bool]]:
    """Yield the sentence of a hit, and so many before and after it, telling which is which."""
    sentences = ingest.sentences(hit.document)
    middle = index_at(sentences, hit.start)
    for index in range(max(0, middle - context), min(len(sentences), middle + context + 1)):
        yield sentences[index], index == middle


def claims(paper: Document, claims: Sequence[Claim], *, every: bool) -> None:
    """Print a line a claim; where every sentence is asked for, with its score."""
    for claim in claims:
        score = f"{claim.score:.2f} " if every else ""
        print(f"{at(paper, claim.start)}: {score}{passage(paper, claim)}")


def findings(
    comparison: Comparison,
    findings: Iterable[Finding],
    added: Container[Claim] = (),
    unread: Sequence[Unreadable] = (),
) -> None:
    """Print a line a claim, and below it, indented, a line a passage or its silence."""
    paper = comparison.paper
    for finding in findings:
        own = f"{OWN} " if finding.claim in added else ""
        print(f"{at(paper, finding.claim.start)}: {own}{passage(paper, finding.claim)}")
        if not comparison.searched.passages:
            print(f"  {NOT_SEARCHED} not searched")
        elif finding.silent:
            print(f"  {SILENT} silent{nearest(finding)}")
        for evidence in finding.evidence:
            signals = "; ".join(signal.text for signal in evidence.signals)
            print(
                f"  {BANDS[evidence.band]} {evidence.band} {evidence.coverage:.0%} "
                f"{at(evidence.document, evidence.start)}: {passage(evidence.document, evidence)}"
                f"{f' [{visible(signals)}]' if signals else ''}"
            )
        if finding.missing:
            print(f"  - in no report: {visible(', '.join(finding.missing))}")


def nearest(finding: Finding) -> str:
    """Say which passage comes nearest to a silent claim, and how near, if any does at all."""
    found = finding.nearest
    if found is None or finding.evidence or found.coverage < NEAR:
        return ""
    where = at(found.document, found.start)
    return f"; nearest {found.coverage:.0%} {where}: {passage(found.document, found)}"
