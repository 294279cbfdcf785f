"""Paths and options in, the results of a verb on standard output and its exit status out."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.arguments import (
    FAILED,
    FOUND,
    NOTHING,
    chosen,
    comparison,
    complain,
    file_argument,
    headless,
    indexed,
    opened,
    reading,
    set_beside,
    settings,
    the_paper,
    verdicts,
)
from tui.commands import Verb

if TYPE_CHECKING:
    from tui.output import Form

verb = partial(click.command, cls=Verb)
"""Makes a verb of a function; its name is the verb's, and it gives the exit status."""


@verb()
@click.argument("paths", nargs=-1, required=True, type=file_argument, metavar="PATH…")
@headless
def outline(paths: tuple[str, ...], form: Form) -> int:
    """Print the sections: given, detected (·) or inferred (≈).

    \b
      sidelight outline paper.txt
      sidelight outline news/ --format json | jq '.documents[].sections[].title'
    """
    from tui.outline import outline as sections
    from tui.output import output

    documents = opened(paths).documents
    output(form).outlines(documents)
    return FOUND if any(map(sections, documents)) else NOTHING


@verb()
@click.argument("query")
@click.argument("paths", nargs=-1, required=True, type=file_argument, metavar="PATH…")
@click.option("--limit", type=click.IntRange(1), default=50, help="At most so many hits (50).")
@click.option("-C", "--context", type=click.IntRange(0), default=0, help="Sentences around a hit.")
@click.option("-s", "--with-section", is_flag=True, help="Name the section and page in each line.")
@click.option("-c", "--count", is_flag=True, help="Print only how many hits each document has.")
@click.option("-l", "--files-with-matches", "files", is_flag=True, help="Print only their paths.")
@headless
def search(
    query: str,
    paths: tuple[str, ...],
    limit: int,
    context: int,
    with_section: bool,
    count: bool,
    files: bool,
    form: Form,
) -> int:
    """Find words, misspelt ones too, best hits first.

    \b
      sidelight search "kazakstan trad" news/
      sidelight search '"security council"' paper.txt --context 1
      sidelight search trade news/ --files-with-matches | xargs wc -w
    """
    if form == "json" and (count or files or context):
        raise click.UsageError("--count, --files-with-matches and --context are for text output")
    from tui import search as engine
    from tui.output import output, print_counts

    documents = opened(paths).documents
    found = engine.search(indexed(documents), query, limit=limit)
    if count or files:
        print_counts(documents, found, only_paths=files)
    else:
        output(form).hits(found, context=context, with_section=with_section)
        if found.suggestion:
            complain(f"showing results for {found.suggestion}")
        if found.total > len(found.hits):
            complain(f"{len(found.hits)} of {found.total} hits; --limit {found.total} shows all")
    return FOUND if found.total else NOTHING


@verb()
@click.argument("paper", type=file_argument)
@click.option("--all", "every", is_flag=True, help="Every sentence with its score.")
@headless
def claims(paper: str, every: bool, form: Form) -> int:
    """Print the checkable sentences of a paper, with the reasons.

    \b
      sidelight claims paper.txt
      sidelight claims paper.txt --all --format json
    """
    from tui.claims import claims as checkable
    from tui.output import output

    collection = opened((paper,))
    document = the_paper(collection.papers or collection.documents)
    found = checkable(document, every=every)
    output(form).claims(document, found, every=every)
    if not found:
        complain(f"{document.path}: no claims")
    return FOUND if found else NOTHING


@verb()
@click.argument("reports", nargs=-1, type=file_argument, metavar="[R]…")
@click.option("--paper", type=file_argument, help="The paper; guessed among R where left out.")
@click.option("--reports", "more", multiple=True, type=file_argument, metavar="R…", help="As R.")
@click.option("--top", type=click.IntRange(1), default=3, help="Passages a claim and report (3).")
@click.option("--all", "every", is_flag=True, help="Every sentence; passages below the threshold.")
@click.option("--vectors", type=click.Path(), help="A local folder of vectors to match meaning by.")
@headless
def compare(
    reports: tuple[str, ...],
    paper: str | None,
    more: tuple[str, ...],
    top: int,
    every: bool,
    vectors: str | None,
    form: Form,
) -> int:
    """Set each claim beside what the reports say, or their silence.

    Claims that you added or dropped in the reader count: an added one is marked + and, in JSON,
    has "added": true. The settings’ [compare] threshold holds.

    \b
      sidelight compare --paper paper.txt news/
      sidelight compare --paper paper.txt a.txt b.txt --top 1
      sidelight compare seeds --format json | jq '.claims[] | select(.silent) | .text'
    """
    from tui.claims import claims as checkable
    from tui.output import balance, output

    threshold = settings().threshold
    document, beside, collection = set_beside((*reports, *more), paper)
    if not beside and collection.problems and form == "text":
        return FAILED
    compared = comparison(document, beside, vectors, threshold)
    for report, language in compared.searched.skipped:
        complain(f"{report.path}: not searched: {language}")
    claims, added = (checkable(document, every=True), ()) if every else chosen(document)
    found = [compared.finding(claim, top=top, every=every) for claim in claims]
    output(form).findings(compared, found, added, collection.problems)
    complain(balance(compared.searched, found))
    if not beside and collection.problems:
        return FAILED
    return NOTHING if all(finding.silent for finding in found) else FOUND


@verb()
@click.argument("paths", nargs=-1, type=file_argument, metavar="P R…")
@click.option("--to", "file", required=True, metavar="FILE", help="The file to write.")
@click.option("--paper", type=file_argument, help="The paper, if P is none.")
@click.option("--reports", "more", multiple=True, type=file_argument, metavar="R…", help="As R.")
@click.option("--top", type=click.IntRange(1), default=3, help="Passages a claim and report (3).")
@click.option("--vectors", type=click.Path(), help="A local folder of vectors to match meaning by.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"]),
    metavar="DATE",
    help="The date or time to write into it; none is written otherwise.",
)
@reading
def export(
    paths: tuple[str, ...],
    file: str,
    paper: str | None,
    more: tuple[str, ...],
    top: int,
    vectors: str | None,
    date: datetime | None,
) -> int:
    """Write the claims, what the reports say to them and your verdicts to a file.

    P is the paper, unless another alone looks like one. The suffix of the file says how: .md and
    .html are pages to read; .csv has a row a claim and passage, and .matrix.csv beside it the
    claims by reports, a cell empty where a report is silent; .jsonld are W3C Web Annotations;
    .qdpx is a REFI-QDA project for NVivo, ATLAS.ti, MAXQDA or QualCoder; .bib the documents for
    BibTeX.

    A file that is there is replaced, one of the documents never. Without --date the same
    documents and verdicts give the same bytes.

    \b
      sidelight export paper.txt news/ --to dossier.html
      sidelight export --paper paper.txt --reports a.txt b.txt --to evidence.csv
      sidelight export seeds --to dossier.md --date "$(date -I)"
    """
    from tui.dossier import Unwritable, check, dossier
    from tui.dossier import export as write
    from tui.ledger import outcome
    from tui.output import amount, balance

    target = Path(file)
    try:
        check(target)
        threshold = settings().threshold
        document, beside, collection = set_beside((*paths, *more), paper, first=True)
        if not beside:
            return NOTHING
        compared = comparison(document, beside, vectors, threshold)
        for report, language in compared.searched.skipped:
            complain(f"{report.path}: not searched: {language}")
        claims, added = chosen(document)
        if not claims:
            complain(f"{document.path}: no claims")
            return NOTHING
        found = [compared.finding(claim, top=top) for claim in claims]
        made = f"{date:%Y-%m-%dT%H:%M:%SZ}".removesuffix("T00:00:00Z") if date else ""
        said, unread = verdicts(document, collection.documents), collection.problems
        whole = dossier(compared, found, said, outcome, added=added, unread=unread, made=made)
        written = write(whole, target)
    except Unwritable as problem:
        complain(str(problem))
        return FAILED
    complain(balance(compared.searched, found))
    if lost := len(whole.orphans):
        complain(f"{amount(lost, 'verdict')} beside nothing here: .html and .md say which and why")
    complain(f"wrote {' and '.join(map(str, written))}")
    return FOUND
