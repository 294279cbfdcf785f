"""A dossier in, one self-contained page of HTML out: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from tui.document import Document
from tui.dossier import facts
from tui.dossier.model import Beside, Dossier, Entry, Orphan, Said
from tui.dossier.style import STYLE

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Tells the browser too that the page fetches nothing and runs nothing."""


def pieces(dossier: Dossier) -> Iterator[str]:
    """Yield the page from top to bottom."""
    title = shown(facts.name(dossier.paper))
    yield "<!DOCTYPE html>\n"
    yield f'<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="generator" content="Sidelight {shown(dossier.version)}">\n'
    yield f"<style>{STYLE}</style>\n</head>\n<body>\n<header>\n"
    yield '<p class="kind">A paper in the light of the news</p>\n'
    yield f"<h1>{title}</h1>\n"
    yield f'<p class="caveat">{shown(facts.CAVEAT)}</p>\n'
    yield from defined(facts.balance(dossier))
    yield "</header>\n<main>\n"
    yield from orphans(dossier.orphans)
    yield from documents(dossier)
    yield from matrix(dossier)
    yield from claims(dossier)
    yield "</main>\n<footer>\n<h2>How this was made</h2>\n"
    yield from defined(facts.method(dossier))
    yield "<h3>What the reader’s words mean</h3>\n"
    yield from defined(facts.LABELS.items())
    yield "</footer>\n</body>\n</html>\n"


def shown(text: str) -> str:
    """Give text as the page shows it, with nothing in it that acts on a browser."""
    return escape(facts.line(text))


def address(url: str) -> str:
    """Give an address, as a link where it is one of the web."""
    shows = shown(url)
    if not url.startswith(("https://", "http://")):
        return shows
    return f'<a href="{shows}" rel="noreferrer">{shows}</a>'


def defined(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a list of words with what is said of them."""
    yield "<dl>\n"
    for what, told in items:
        yield f"<dt>{shown(what)}</dt><dd>{shown(told)}</dd>\n"
    yield "</dl>\n"


def orphans(lost: Iterable[Orphan]) -> Iterator[str]:
    """Yield the verdicts that stand beside nothing, before all else."""
    lost = tuple(lost)
    if not lost:
        return
    yield '<section class="orphans">\n<h2>⚠ Verdicts that stand beside nothing here'
    yield "</h2>\n<ul>\n"
    for orphan in lost:
        word = orphan.said
        yield f"<li>{verdict(word)}<br>{shown(orphan.reason)}"
        yield f"<br><small>Claim: “{shown(word.claim.text)}”"
        if word.passage:
            yield f"<br>Passage: “{shown(word.passage.text)}” in the report "
            yield f"<code>{shown(word.report)}</code>"
        yield "</small></li>\n"
    yield "</ul>\n</section>\n"


def documents(dossier: Dossier) -> Iterator[str]:
    """Yield the paper, the reports, and what was not searched."""
    numbered = facts.numbers(dossier)
    yield "<section>\n<h2>Documents</h2>\n"
    yield f"<p>Searched: {shown(facts.searched(dossier))}.</p>\n"
    yield '<div class="scroll"><table class="sources">\n<thead><tr><th scope="col"></th>'
    yield '<th scope="col">Document</th><th scope="col">SHA-256 of the file</th></tr></thead>\n'
    yield "<tbody>\n"
    for document in dossier.documents:
        number = numbered.get(document, "Paper")
        yield f'<tr id="{number}"><th scope="row">{number}</th><td>{shown(document.name)}'
        source = (shown(facts.about(document)), shown(document.path), address(document.url))
        yield f'<span class="place">{"<br>".join(filter(None, source))}</span>'
        if first := dossier.voices.get(document):
            yield f"<em>Repeats the text of {numbered[first]}: one voice.</em>"
        yield f"</td><td><code>{document.sha256}</code></td></tr>\n"
    yield "</tbody></table></div>\n<h3>Not searched</h3>\n"
    missed = list(facts.unsearched(dossier))
    if missed:
        yield from defined(missed)
    else:
        yield "<p>All reports that were given were searched.</p>\n"
    yield "</section>\n"


def matrix(dossier: Dossier) -> Iterator[str]:
    """Yield the claims against those reports that have a passage for any."""
    columns, others = facts.columns(dossier)
    numbered = facts.numbers(dossier)
    yield "<section>\n<h2>Claims and reports</h2>\n"
    yield '<div class="scroll"><table class="matrix">\n'
    yield f"<caption>The program’s bands: {facts.LEGEND}. {shown(others)}</caption>\n"
    yield '<thead><tr><th scope="col">Claim</th>'
    for report in columns:
        number = numbered[report]
        title = shown(facts.name(report))
        yield f'<th scope="col"><a href="#{number}" title="{title}">{number}</a></th>'
    yield '<th scope="col">The reader</th></tr></thead>\n<tbody>\n'
    for entry in dossier.entries:
        best = facts.bands(entry)
        yield f'<tr><th scope="row"><a href="#claim-{entry.number}">{entry.number}</a> '
        yield f"{shown(facts.opening(entry))}</th>"
        for report in columns:
            band = best.get(report, facts.SILENT)
            yield f'<td><span aria-hidden="true">{facts.GLYPHS[band]}</span><i>{band}</i></td>'
        yield f"<td>{shown(entry.outcome)}</td></tr>\n"
    yield "</tbody></table></div>\n</section>\n"


def claims(dossier: Dossier) -> Iterator[str]:
    """Yield each claim with what stands beside it, by section."""
    numbered = facts.numbers(dossier)
    yield "<section>\n<h2>Claims</h2>\n"
    for section, group in groupby(dossier.entries, key=lambda entry: entry.finding.claim.section):
        yield f"<h3>{shown(section) or 'Without a section'}</h3>\n"
        for entry in group:
            yield from one(dossier, entry, numbered)
    yield "</section>\n"


def one(dossier: Dossier, entry: Entry, numbered: dict[Document, str]) -> Iterator[str]:
    """Yield a claim: its words, whose word it is that is said of it, and its passages."""
    finding, claim = entry.finding, entry.finding.claim
    own = ", added by the reader" if entry.added else ""
    where = shown(facts.place(dossier.paper, claim.start))
    yield f'<article class="claim" id="claim-{entry.number}">\n'
    yield f"<h4><b>{entry.number}</b> {where}{own}</h4>\n"
    own_tongue = f'lang="{shown(dossier.paper.language)}" dir="auto"'
    yield f"<blockquote {own_tongue}>{shown(claim.text)}</blockquote>\n"
    silence = f" · {verdict(entry.silence)}" if entry.silence else ""
    outcome = f'<span class="word">{shown(entry.outcome)}</span>' if entry.said else entry.outcome
    yield f'<p><span class="whose">The reader</span>{outcome}{silence}</p>\n'
    if finding.silent:
        yield f'<p><span class="whose">The program</span>{shown(facts.silence(dossier))}'
        if nearest := facts.nearest(entry):
            yield f" Nearest, {shown(facts.band(nearest))}: {quote(nearest, numbered)}"
        yield "</p>\n"
    if finding.missing:
        missing = shown(", ".join(finding.missing))
        yield f'<p><span class="whose">The program</span>In no report: {missing}.</p>\n'
    if entry.passages:
        yield '<table>\n<colgroup><col class="text"><col class="seen"><col></colgroup>\n'
        yield '<thead><tr><th scope="col">Passage</th><th scope="col">The program sees</th>'
        yield '<th scope="col">The reader says</th></tr></thead>\n<tbody>\n'
        for passage in entry.passages:
            seen = "".join(f"<li>{shown(item)}</li>" for item in facts.seen(passage))
            yield f"<tr><td>{quote(passage, numbered)}</td>"
            yield f'<td data-of="The program sees"><ul>{seen}</ul></td>'
            yield f'<td data-of="The reader says">{verdict(passage.said)}</td></tr>\n'
        yield "</tbody></table>\n"
    yield "</article>\n"


def quote(passage: Beside, numbered: dict[Document, str]) -> str:
    """Give a passage and its place."""
    report, number = passage.report, numbered[passage.report]
    words = f'<bdi lang="{shown(report.language)}">{shown(facts.words(passage))}</bdi>'
    where = f'<a href="#{number}">{number}</a>, {shown(facts.place(report, passage.start))}'
    return f'“{words}” <span class="place">{where}</span>'


def verdict(word: Said | None) -> str:
    """Give the reader's word, its note and its time."""
    if word is None:
        return "—"
    note = f'<span class="note">{shown(word.note)}</span>' if word.note else ""
    when = f"<time>{shown(word.decided_at)}</time>" if word.decided_at else ""
    return f'<span class="word">{shown(facts.said(word))}</span>{note}{when}'
