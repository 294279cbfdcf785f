"""The command `sidelight`: arguments in, the reader or a verb's results on standard output out."""

from __future__ import annotations

import gc
import signal
import sys
from typing import TYPE_CHECKING

import click

from tui import __version__
from tui.arguments import (
    DEFAULT_VERB,
    FAILED,
    NO_TERMINAL,
    Verbs,
    comparison,
    complain,
    exists,
    headless,
    indexed,
    keep_pipe,
    opened,
    print_manual,
    the_paper,
)

if TYPE_CHECKING:
    from tui.output import Form

FOUND, NOTHING, INTERRUPTED = 0, 1, 130
"""Exit statuses beside FAILED; the last is a shell's for Ctrl+C."""

file_argument = click.Path(allow_dash=True, exists=False)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="[PATH]… [--paper P] [--reports R…] | VERB …",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.option(
    "--man",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_manual,
    help="Print the manual page and exit.",
)
@click.pass_context
def sidelight(ctx: click.Context) -> None:
    """Read a paper in the light of the news: outline, search, claims beside reports.

    \b
      sidelight                                open the three documents it comes with
      sidelight paper.txt news/                open a paper and a folder of reports
      sidelight --paper p.txt --reports a.txt b.txt
      sidelight notes.txt:120                  open at a line
      sidelight VERB --help                    what a verb does, with examples

    Where no verb is named, `open` is meant; a file named like a verb is ./search. Without a
    terminal, use the other verbs: results go to standard output, plain lines in a pipe, JSON
    with --format json. Exit status: 0 found, 1 nothing found, 2 error, like grep.
    """
    if ctx.invoked_subcommand != DEFAULT_VERB and hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly with the pipe, as grep does


@sidelight.command(DEFAULT_VERB)
@click.argument("paths", nargs=-1, type=file_argument, metavar="[PATH]…")
@click.option("--paper", multiple=True, type=file_argument, help="A paper, whatever it looks like.")
@click.option(
    "--reports", multiple=True, type=file_argument, metavar="R…", help="Reports, likewise."
)
def open_reader(paths: tuple[str, ...], paper: tuple[str, ...], reports: tuple[str, ...]) -> int:
    """Open the reader; meant where no verb is named.

    Folders are read with all that is in them, - is standard input, FILE:LINE opens there.
    Which document is the paper is guessed, and shown as a guess, unless you say it.

    \b
      sidelight open seeds
      sidelight --paper paper.txt --reports news/ column.txt
      curl -s https://example.org/report.txt | sidelight paper.txt -
    """
    given = (*paths, *paper, *reports)
    if given and not any(map(exists, given)):
        for path in given:
            complain(f"{path}: no such file or folder")
        return FAILED
    screen = sys.stdout.isatty() and sys.stderr.isatty()  # Textual draws on the latter
    if not (screen and ("-" in given or sys.stdin.isatty())):
        click.echo(NO_TERMINAL, err=True)
        return FAILED
    if "-" in given and not sys.stdin.isatty():
        keep_pipe()
    gc.set_threshold(50_000)  # to look for garbage every 700 objects is a tenth of the start
    from tui.app import run

    gc.freeze()
    return run(paths, paper=paper, reports=reports)


@sidelight.command()
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


@sidelight.command()
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


@sidelight.command()
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


@sidelight.command()
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

    \b
      sidelight compare --paper paper.txt news/
      sidelight compare --paper paper.txt a.txt b.txt --top 1
      sidelight compare seeds --format json | jq '.claims[] | select(.silent) | .text'
    """
    from tui.claims import claims as checkable
    from tui.output import balance, output

    named = (*reports, *more)
    if paper is None:
        collection = opened(named)
        document = the_paper(collection.papers or collection.documents)
    else:
        collection = opened((), paper=(paper,), reports=named)
        document = the_paper(collection.papers)
    beside = tuple(report for report in collection.reports if report is not document)
    if not beside:
        complain(f"no report to set beside {document.path}")
        if collection.problems:
            return FAILED
    compared = comparison(document, beside, vectors)
    for report, language in compared.searched.skipped:
        complain(f"{report.path}: not searched: {language}")
    claims = checkable(document, every=every)
    found = [compared.finding(claim, top=top, every=every) for claim in claims]
    output(form).findings(compared, found)
    complain(balance(compared.searched, found))
    return NOTHING if all(finding.silent for finding in found) else FOUND


def main() -> None:
    """Run the command and leave with its exit status."""
    try:
        status = sidelight.main(prog_name="sidelight", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        status = FAILED
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    sys.exit(status)
