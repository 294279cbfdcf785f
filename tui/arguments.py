"""What a command line says in; the documents it means, and where to draw them, out."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tui.claims import Claim, Comparison
    from tui.claims.vectors import Model
    from tui.config import Settings
    from tui.document import Collection, Document
    from tui.ledger import Ledger, Verdict
    from tui.search import Index

FOUND, NOTHING, FAILED = 0, 1, 2
"""The exit statuses, as grep has them."""

file_argument = click.Path(allow_dash=True, exists=False)
"""A path, or - for standard input; whether it can be opened is told later, of each."""

NO_TERMINAL = """\
sidelight: the reader needs a terminal for both keys and text. For files and pipes there are
  sidelight outline PATH…    sidelight claims PAPER
  sidelight search QUERY PATH…    sidelight compare --paper P R…"""

LARGE = 1_000_000
"""From so many characters on, an index is worth keeping for the next search."""

_NO_CACHE, _FAILED = f"{__name__}.no_cache", f"{__name__}.failed"
"""Where click's context keeps that option, and that a source could not be opened."""


def has_screen(piped: bool) -> bool:
    """Tell whether there is a terminal to draw on, and for the keys where no text is piped in.

    A server that shows the program in a browser (`textual serve`) takes both through pipes.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return not piped
    drawn = sys.stdout.isatty() and sys.stderr.isatty()  # the framework draws on the latter
    return drawn and (piped or sys.stdin.isatty())


def keep_pipe() -> None:
    """Read standard input to its end, then take keys from the terminal in its place."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(sys.stdin.buffer.read()))
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        click.echo(NO_TERMINAL, err=True)
        raise click.exceptions.Exit(FAILED) from None
    os.dup2(terminal, 0)


def reading(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the option that all have that read documents.

    Its exit status is that of an error where a source could not be opened, whatever the others
    gave: as grep has it.
    """

    @wraps(verb)
    def told(*arguments: object, **options: object) -> int:
        status = verb(*arguments, **options)
        return FAILED if click.get_current_context().meta.get(_FAILED) else status

    no_cache = click.option(
        "--no-cache",
        is_flag=True,
        expose_value=False,
        callback=lambda ctx, _, wanted: ctx.meta.update({_NO_CACHE: wanted}),
        help="Neither use nor keep what was read before.",
    )
    return no_cache(told)


def headless(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the options that all have whose results are printed."""
    formats = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Tables on a terminal and plain lines in a pipe, or JSON.",
    )
    return formats(reading(verb))


def cache() -> Path | None:
    """Give the folder for what can be computed again, unless the command line forbids it."""
    from tui.library import cache_folder

    return None if click.get_current_context().meta.get(_NO_CACHE) else cache_folder()


def indexed(documents: Sequence[Document]) -> Index:
    """Index the documents, on disk where that is worth it; complain if it cannot be kept there."""
    from tui.search import Index

    folder = cache()
    large = sum(len(document.text) for document in documents) >= LARGE
    index = Index.of(documents, folder / "search" if folder and large else None)
    if index.notice:
        complain(index.notice)
    return index


@contextmanager
def ledger() -> Iterator[Ledger | None]:
    """Open the reader's ledger where there is one, and complain where something is amiss."""
    from tui.ledger import Ledger, location

    if not location().exists():
        yield None
        return
    opened = Ledger.open()
    if opened.notice:
        complain(opened.notice)
    with closing(opened):
        yield opened


def chosen(paper: Document) -> tuple[Sequence[Claim], Container[Claim]]:
    """Give the claims of a paper as the reader wants them, and which of them are the reader's."""
    from tui.claims import claims
    from tui.document import Span
    from tui.ledger.choices import ADDED, Choices

    with ledger() as kept:
        if kept is None:
            return claims(paper), ()
        choices = Choices(kept)
        found, signs = choices.claims(paper), choices.signs(paper)
    added = [claim for claim in found if signs.get(Span(claim.start, claim.end)) == ADDED]
    return found, frozenset(added)


def verdicts(paper: Document, documents: Sequence[Document]) -> tuple[Verdict, ...]:
    """Give what the reader said of a paper's claims; complain of what new texts do not say."""
    from tui.ledger import Verdicts

    with ledger() as kept:
        for lost in Verdicts(kept).recover(paper, documents) if kept else ():
            complain(f"not found in the new text: {lost.label}: “{lost.claim.text}”")
        return Verdicts(kept).of(paper) if kept else ()


def settings() -> Settings:
    """Give the settings that hold; complain of a wrong line, and give up."""
    from tui.config import BadSetting, load

    try:
        return load()
    except BadSetting as bad:
        complain(str(bad))
        raise click.exceptions.Exit(FAILED) from None


def comparison(
    paper: Document, reports: Sequence[Document], vectors: str | None, threshold: float
) -> Comparison:
    """Prepare the reports for the paper; a great many are indexed, not held in memory."""
    from tui.claims import Comparison
    from tui.claims.stock import LARGE as MANY

    many = sum(len(report.text) for report in reports) >= MANY
    index = indexed(reports) if many else None
    return Comparison(paper, reports, index=index, vectors=model(vectors), threshold=threshold)


def model(path: str | None) -> Model | None:
    """Load the vectors of a folder, or of the extra where it is installed.

    Only where a folder was named it is said why there are none, and counts as a failure.
    """
    from tui.claims.vectors import NoVectors, load

    try:
        return load(path or "")
    except NoVectors as problem:
        if path:
            complain(f"{problem}; compared by words only")
            click.get_current_context().meta[_FAILED] = True
        return None


def opened(
    paths: tuple[str, ...], *, paper: tuple[str, ...] = (), reports: tuple[str, ...] = ()
) -> Collection:
    """Open the paths, complain of each that could not be, and give up where none could."""
    from tui.library import open_collection, passed_over

    collection = open_collection(paths, paper=paper, reports=reports, cache=cache())
    for problem in collection.problems:
        complain(str(problem))
        click.get_current_context().meta[_FAILED] = True
    if collection.skipped and sys.stderr.isatty():  # a person may wonder, a script does not
        complain(passed_over(collection.skipped))
    if not collection.documents:
        raise click.exceptions.Exit(FAILED)
    return collection


def set_beside(
    named: tuple[str, ...], paper: str | None, *, first: bool = False
) -> tuple[Document, tuple[Document, ...], Collection]:
    """Open what is named; give the paper, the reports, and the collection they are of.

    The paper is the one named as such, else the only one that looks like one; where there is
    none, with `first`, the first file named. Complains where no report is left.
    """
    if paper is not None:
        collection = opened((), paper=(paper,), reports=named)
        document = the_paper(collection.papers)
    else:
        collection = opened(named)
        document = collection.documents[0]
        if len(collection.papers) == 1 or not (first and document.path == named[0]):
            document = the_paper(collection.papers or collection.documents)
    others = collection.documents if first else collection.reports
    beside = tuple(other for other in others if other is not document)
    if not beside:
        complain(f"no report to set beside {document.path}")
    return document, beside, collection


def the_paper(candidates: Sequence[Document]) -> Document:
    """Give the one document whose claims are meant; several are an error, as none is."""
    if not candidates:
        raise click.exceptions.Exit(FAILED)
    if len(candidates) > 1:
        names = ", ".join(document.path for document in candidates)
        raise click.UsageError(f"which of these is the paper? {names}")
    return candidates[0]


def complain(message: str) -> None:
    """Say one thing on standard error."""
    from tui.document import visible

    click.echo(f"sidelight: {visible(message)}", err=True)
