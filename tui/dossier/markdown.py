"""A dossier in, a page in Markdown out, for people and for what makes other pages of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from tui.document import Document
from tui.dossier import facts
from tui.dossier.model import Beside, Dossier, Entry, Orphan, Said

_SPECIAL = re.compile(r"([\\`*_{}\[\]#~$|])")
"""What Markdown may take for an order."""
_OPENING = re.compile(r"^(\d+)(?=[.)])|^(?=[-+=:])")
"""Where a list or a heading would begin at the beginning of a line."""


def pieces(dossier: Dossier) -> Iterator[str]:
    """Yield the page from top to bottom."""
    for line in lines(dossier):
        yield f"{line}\n"


def lines(dossier: Dossier) -> Iterator[str]:
    """Yield the lines of the page."""
    yield f"# {plain(facts.name(dossier.paper))}"
    yield ""
    yield f"A paper in the light of the news. **{plain(facts.CAVEAT)}**"
    yield ""
    for whose, word in facts.balance(dossier):
        yield f"- {whose}: {plain(word)}"
    yield from orphans(dossier.orphans)
    yield from documents(dossier)
    yield from matrix(dossier)
    yield from claims(dossier)
    yield from method(dossier)


def orphans(lost: Iterable[Orphan]) -> Iterator[str]:
    """Yield the verdicts that stand beside nothing, before all else."""
    heading = ["", "## ⚠ Verdicts that stand beside nothing here", ""]
    for orphan in lost:
        yield from heading
        heading = []
        yield f"- **{plain(facts.said(orphan.said))}**: {plain(orphan.reason)}"
        yield f"  - Claim: “{plain(facts.line(orphan.said.claim.text))}”"
        if orphan.said.passage:
            words = plain(facts.line(orphan.said.passage.text))
            yield f"  - Passage: “{words}” in the report `{plain(orphan.said.report)}`"
        for note in filter(None, (orphan.said.note, orphan.said.decided_at)):
            yield f"  - {plain(facts.line(note))}"


def documents(dossier: Dossier) -> Iterator[str]:
    """Yield the paper, the reports, and what was not searched."""
    numbered = facts.numbers(dossier)
    yield from ("", "## Documents", "")
    yield f"Searched: {plain(facts.searched(dossier))}."
    yield ""
    yield from row("", "Document", "Source", "SHA-256 of the file")
    yield rule(4)
    for document in dossier.documents:
        title = [plain(facts.name(document))]
        if first := dossier.voices.get(document):
            title.append(f"*repeats the text of {numbered[first]}: one voice*")
        source = filter(None, (facts.about(document), facts.line(document.path), document.url))
        number = numbered.get(document, "Paper")
        where = plain(facts.line(" · ".join(source)))
        yield from row(number, "; ".join(title), where, f"`{document.sha256}`")
    yield from ("", "### Not searched", "")
    missed = list(facts.unsearched(dossier))
    for what, why in missed:
        yield f"- {plain(what)}: {plain(why)}"
    if not missed:
        yield "All reports that were given were searched."


def matrix(dossier: Dossier) -> Iterator[str]:
    """Yield the claims against those reports that have a passage for any."""
    shown, others = facts.columns(dossier)
    numbered = facts.numbers(dossier)
    yield from ("", "## Claims and reports", "")
    yield f"The program’s bands: {facts.LEGEND}. {others}".rstrip()
    yield ""
    yield from row("Claim", *(numbered[report] for report in shown), "The reader")
    yield rule(len(shown) + 2)
    for entry in dossier.entries:
        best = facts.bands(entry)
        cells = [facts.GLYPHS[best.get(report, facts.SILENT)] for report in shown]
        claim = f"[{entry.number}](#claim-{entry.number}) {plain(facts.opening(entry))}"
        yield from row(claim, *cells, plain(entry.outcome))


def claims(dossier: Dossier) -> Iterator[str]:
    """Yield each claim with what stands beside it, by section."""
    numbered = facts.numbers(dossier)
    yield from ("", "## Claims")
    for section, group in groupby(dossier.entries, key=lambda entry: entry.finding.claim.section):
        yield from ("", f"### {plain(facts.line(section)) or 'Without a section'}")
        for entry in group:
            yield ""
            yield from one(dossier, entry, numbered)


def one(dossier: Dossier, entry: Entry, numbered: dict[Document, str]) -> Iterator[str]:
    """Yield a claim: its words, whose word it is that is said of it, and its passages."""
    finding, claim = entry.finding, entry.finding.claim
    own = ", added by the reader" if entry.added else ""
    yield f'<a id="claim-{entry.number}"></a>'
    yield f"**{entry.number}.** {plain(facts.place(dossier.paper, claim.start))}{own}"
    yield ""
    yield f"> {plain(facts.line(claim.text))}"
    yield ""
    outcome = f"**{plain(entry.outcome)}**"
    yield f"The reader: {' · '.join(filter(None, (outcome, verdict(entry.silence))))}"
    if finding.silent:
        yield ""
        yield f"The program: {plain(facts.silence(dossier))}"
        if nearest := facts.nearest(entry):
            yield f"Nearest: {quote(nearest, numbered)} ({plain(facts.band(nearest))})"
    if finding.missing:
        yield ""
        missing = ", ".join(map(facts.line, finding.missing))
        yield f"The program: in no report: {plain(missing)}"
    if entry.passages:
        yield ""
        yield from row("Passage", "The program sees", "The reader says")
        yield rule(3)
    for passage in entry.passages:
        seen = "<br>".join(plain(item) for item in facts.seen(passage))
        yield from row(quote(passage, numbered), seen, verdict(passage.said) or "—")


def quote(passage: Beside, numbered: dict[Document, str]) -> str:
    """Give a passage and its place."""
    where = facts.place(passage.report, passage.start)
    return f"“{plain(facts.words(passage))}” ({numbered[passage.report]}, {plain(where)})"


def verdict(word: Said | None) -> str:
    """Give the reader's word, its note and its time, for the end of a line or a cell."""
    if word is None:
        return ""
    parts = [f"**{plain(facts.said(word))}**"]
    parts += [plain(facts.line(item)) for item in (word.note, word.decided_at) if item]
    return " · ".join(parts)


def method(dossier: Dossier) -> Iterator[str]:
    """Yield how the page came about, and what its words mean."""
    yield from ("", "## How this was made", "")
    for what, how in facts.method(dossier):
        yield f"- {plain(what)}: {plain(how)}"
    yield from ("", "The reader’s words:", "")
    for label, meaning in facts.LABELS.items():
        yield f"- **{label}**: {plain(meaning)}"


def row(*cells: str) -> Iterator[str]:
    """Yield a row of a table."""
    yield f"| {' | '.join(cells)} |"


def rule(columns: int) -> str:
    """Give the line below the head of a table."""
    return "|" + " --- |" * columns


def plain(text: str) -> str:
    """Escape what Markdown, or HTML in it, would not show as it is written."""
    escaped = _SPECIAL.sub(r"\\\1", escape(text, quote=False))
    return _OPENING.sub(lambda match: f"{match[1] or ''}\\", escaped)
