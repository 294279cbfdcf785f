"""Results of the headless verbs in, tables and colours for a terminal out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from tui.document import Document, Span, Unreadable, visible
from tui.outline import outline
from tui.output import BANDS, MARKS, NEAR, NOT_SEARCHED, OWN, SILENT
from tui.output.lines import around
from tui.output.places import at, passage, section_title, spot

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison, Evidence, Finding
    from tui.search import Found, Hit

COLOURS = {"strong": "green", "partial": "yellow", "weak": "dim", "inferred": "cyan"}
"""By band and by origin; each has a glyph too."""

SECTION_WIDTH = 24
"""At most so many cells for a section's title beside a hit."""


def outlines(documents: Sequence[Document]) -> None:
    """Print a table a document: line, section, and why the program believes in it."""
    console = Console(highlight=False)
    for document in documents:
        console.print(headline(document).append(visible(role(document)), "dim"))
        table = grid("right", "left", "left")
        for section in outline(document):
            title = f"{'  ' * (section.level - 1)}{MARKS[section.origin]} {visible(section.title)}"
            table.add_row(
                Text(spot(document, section.start), "dim"),
                Text(title, COLOURS.get(section.origin, "")),
                Text(visible(section.reason), "dim"),
            )
        console.print(table, "")


def hits(found: Found, *, context: int, with_section: bool) -> None:
    """Print the hits by document, the best one's first, the words found in colour."""
    console = Console(highlight=False)
    first: dict[Document, int] = {}
    for hit in found.hits:
        first.setdefault(hit.document, len(first))
    ordered = sorted(found.hits, key=lambda hit: first[hit.document])
    for document, group in groupby(ordered, key=lambda hit: hit.document):
        console.print(headline(document))
        table = grid("right", "left", "left", "left")
        table.columns[1].max_width = SECTION_WIDTH
        table.columns[1].no_wrap = True
        for hit in group:
            for cells in hit_rows(hit, context):
                table.add_row(*cells)
        console.print(table, "")


def hit_rows(hit: Hit, context: int) -> Iterator[tuple[Text, ...]]:
    """Yield line, section, text and tier of a hit, and of its neighbours without the tier."""
    for sentence, is_hit in around(hit, context):
        text = Text(visible(hit.document.text[sentence.start : sentence.end]))
        if is_hit:
            colour(text, sentence.start, hit.matches)
        else:
            text.stylize("dim")
        yield (
            Text(spot(hit.document, sentence.start), file_style(hit.document)),
            Text(visible(section_title(hit.document, hit.start) or "") if is_hit else "", "cyan"),
            text,
            Text(hit.tier if is_hit else "", "dim"),
        )


def claims(paper: Document, claims: Sequence[Claim], *, every: bool) -> None:
    """Print a table of claims: line, text, score, reasons."""
    console = Console(highlight=False)
    console.print(headline(paper))
    table = grid("right", "left", "right", "left")
    for claim in claims:
        table.add_row(
            Text(spot(paper, claim.start), "dim"),
            Text(passage(paper, claim)),
            Text(f"{claim.score:.2f}"),
            Text(visible(", ".join(claim.reasons)), "dim"),
        )
    console.print(table)


def findings(
    comparison: Comparison,
    findings: Iterable[Finding],
    added: Container[Claim] = (),
    unread: Sequence[Unreadable] = (),
) -> None:
    """Print a table of claims and passages side by side, with a glyph and a word for each."""
    console = Console(highlight=False)
    paper = comparison.paper
    console.print(headline(paper))
    table = Table(box=None, padding=(0, 1), show_header=False)
    table.add_column(justify="right")
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for finding in findings:
        rows = [silence(comparison, finding)] if finding.silent else []
        rows += [(Text(*band(evidence)), beside(evidence)) for evidence in finding.evidence]
        own = f"{OWN} " if finding.claim in added else ""
        left = Text(own + spot(paper, finding.claim.start), "dim"), claimed(paper, finding)
        for right in rows:
            table.add_row(*left, *right)
            left = Text(), Text()
        table.add_row()
    console.print(table)


def silence(comparison: Comparison, finding: Finding) -> tuple[Text, Text]:
    """Give the glyph and word of a silent claim, and the nearest passage, dimmed, if any."""
    if not comparison.searched.passages:
        return Text(f"{NOT_SEARCHED} not searched", "dim"), Text()
    said, found = Text(f"{SILENT} silent", "dim"), finding.nearest
    if found is None or finding.evidence or found.coverage < NEAR:
        return said, Text()
    near = Text(f"nearest, {found.coverage:.0%}: ").append_text(beside(found))
    near.stylize("dim")
    return said, near


def claimed(paper: Document, finding: Finding) -> Text:
    """Give a claim, what it shares with the best passage in colour, what no report has below."""
    claim = finding.claim
    text = Text(visible(paper.text[claim.start : claim.end]))
    for best in finding.evidence[:1]:
        colour(text, claim.start, [shared.claim for shared in best.shared])
    nowhere = f"\nin no report: {visible(', '.join(finding.missing))}" if finding.missing else ""
    return text.append(nowhere, "magenta")


def band(evidence: Evidence) -> tuple[str, str]:
    """Give a passage's glyph, word and coverage, and their colour."""
    return f"{BANDS[evidence.band]} {evidence.band} {evidence.coverage:.0%}", COLOURS[evidence.band]


def beside(evidence: Evidence) -> Text:
    """Give a passage with the shared words in colour, its place and its signals below."""
    document = evidence.document
    text = Text(visible(document.text[evidence.start : evidence.end]))
    colour(text, evidence.start, [shared.passage for shared in evidence.shared])
    where = f"\n{at(document, evidence.start)}"
    signals = "".join(f"\n{visible(signal.text)}" for signal in evidence.signals)
    return text.append(where, "dim").append(signals, "magenta")


def headline(document: Document) -> Text:
    """Give a document's name and path."""
    path = Text(visible(document.path), file_style(document))
    return Text(visible(document.name), "bold").append("  ").append(path)


def file_style(document: Document) -> Style:
    """Give the style of what stands for a file: dim, and a link to it that the terminal opens."""
    path = None if document.path == "-" else Path(document.path).resolve().as_uri()
    return Style(dim=True, bold=False, link=path)


def role(document: Document) -> str:
    """Give a document's role, and why it was guessed if it was."""
    guess = f", guessed: {document.role_reason}" if document.role_reason else ""
    return f" · {document.role}{guess}"


def colour(text: Text, offset: int, spans: Iterable[Span]) -> None:
    """Colour spans of the document in a text that begins at the offset."""
    for span in spans:
        text.stylize("bold yellow", max(0, span.start - offset), max(0, span.end - offset))


def grid(*columns: str) -> Table:
    """Give a table without lines; each column is aligned `left` or `right`."""
    table = Table.grid(padding=(0, 2))
    for justify in columns:
        table.add_column(justify=justify)  # type: ignore[arg-type]
    return table
