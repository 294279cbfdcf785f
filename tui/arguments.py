"""The words of a command line in; verbs, and documents for the paths among them, out."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tui.claims import Comparison
    from tui.claims.vectors import Model
    from tui.document import Collection, Document
    from tui.search import Index

DEFAULT_VERB = "open"
"""The verb that is meant where none is named."""

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

_NO_CACHE = f"{__name__}.no_cache"
"""Where click's context keeps that option."""


def spread(arguments: Sequence[str], option: str) -> Iterator[str]:
    """Repeat an option before each of its values: `--reports a b` becomes two of them."""
    taking = False
    for argument, following in zip(arguments, [*arguments[1:], "--"], strict=False):
        if argument == option:
            taking = True
            if following.startswith("-") and following != "-":
                raise click.BadOptionUsage(option, f"Option '{option}' requires an argument.")
            continue
        if argument.startswith("-") and argument != "-":
            taking = False
        if taking:
            yield option
        yield argument


class Verb(click.Command):
    """A verb whose `--reports` takes every value up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse after spreading the reports."""
        return super().parse_args(ctx, list(spread(args, "--reports")))


class Verbs(click.Group):
    """The verbs, the default one being meant where none is named."""

    command_class = Verb

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default verb before paths and options; refuse a word that is neither."""
        first = args[0] if args else ""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if not (first in self.commands or first in own or (ctx.resilient_parsing and not args)):
            if not ctx.resilient_parsing and is_word(first):
                raise click.UsageError(f"no such file or verb: {first}{self.hint(first)}", ctx)
            args = [DEFAULT_VERB, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Keep the order in which they are defined, which is the order of the work."""
        return list(self.commands)

    def hint(self, word: str) -> str:
        """Name the verb or the file nearby that the word may have been meant for."""
        from rapidfuzz import fuzz, process

        names = [*self.commands, *(entry.name for entry in Path().iterdir())]
        best = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=76)
        return f" (did you mean {best[0]}?)" if best else ""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the verbs and the files, for the first word may be either."""
        from click.shell_completion import CompletionItem

        offered = super().shell_complete(ctx, incomplete)
        offered += self.commands[DEFAULT_VERB].shell_complete(ctx, incomplete)
        if not offered:
            return [CompletionItem(incomplete, type="file")]
        beside = (entry for entry in sorted(Path().iterdir()) if not entry.name.startswith("."))
        offered += [
            CompletionItem(f"{entry.name}{'/' if entry.is_dir() else ''}")
            for entry in beside
            if entry.name.startswith(incomplete)
        ]
        return list({item.value: item for item in offered}.values())


def is_word(argument: str) -> bool:
    """Tell a mistyped verb from a path, be the path there or not."""
    looks_like_path = not argument or argument.startswith("-") or os.sep in argument
    return not (looks_like_path or Path(argument).suffix or exists(argument))


def exists(path: str) -> bool:
    """Tell whether the path, or the FILE of a FILE:LINE, is there."""
    file, _, line = path.rpartition(":")
    return path == "-" or Path(path).exists() or (line.isdecimal() and Path(file).exists())


def print_manual(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the page that `man` shows, and leave."""
    if wanted and isinstance(ctx.command, click.Group):
        from tui.output.manual import manual

        click.echo(manual(ctx.command, __version__), nl=False)
        ctx.exit()


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


def headless(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the options that all have whose results are printed."""
    formats = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Tables on a terminal and plain lines in a pipe, or JSON.",
    )
    no_cache = click.option(
        "--no-cache",
        is_flag=True,
        expose_value=False,
        callback=lambda ctx, _, wanted: ctx.meta.update({_NO_CACHE: wanted}),
        help="Neither use nor keep what was read before.",
    )
    return formats(no_cache(verb))


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


def comparison(paper: Document, reports: Sequence[Document], vectors: str | None) -> Comparison:
    """Prepare the reports for the paper; a great many are indexed, not held in memory."""
    from tui.claims import Comparison
    from tui.claims.stock import LARGE as MANY

    many = sum(len(report.text) for report in reports) >= MANY
    return Comparison(
        paper, reports, index=indexed(reports) if many else None, vectors=model(vectors)
    )


def model(path: str | None) -> Model | None:
    """Load the vectors of a folder, or of the extra where it is installed.

    Only where a folder was named it is said why there are none.
    """
    from tui.claims.vectors import NoVectors, load

    try:
        return load(path or "")
    except NoVectors as problem:
        if path:
            complain(str(problem))
        return None


def opened(
    paths: tuple[str, ...], *, paper: tuple[str, ...] = (), reports: tuple[str, ...] = ()
) -> Collection:
    """Open the paths, complain of each that could not be, and give up where none could."""
    from tui.library import open_collection

    collection = open_collection(paths, paper=paper, reports=reports, cache=cache())
    for problem in collection.problems:
        complain(str(problem))
    if not collection.documents:
        raise click.exceptions.Exit(FAILED)
    return collection


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
