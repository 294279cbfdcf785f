"""The words of a command line in; verbs with their options, and completions of words, out."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMPLETING = "_SIDELIGHT_COMPLETE"
"""The environment variable in which a shell says that it is completing, or wants to learn how."""
DEFAULT_VERB = "open"
"""The verb that is meant where none is named."""


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

        from tui.output.manual import first_sentence

        named = super().shell_complete(ctx, incomplete)
        for item in named:
            if verb := self.commands.get(item.value):  # its help whole, not its first words
                item.help = first_sentence(verb.help or "")
        offered = named + self.commands[DEFAULT_VERB].shell_complete(ctx, incomplete)
        if not offered:
            return [CompletionItem(incomplete, type="file")]
        # Among verbs a name is no file to the shell, and bash puts it in as it is.
        written = shlex.quote if os.environ.get(COMPLETING) == "bash_complete" else str
        offered += [
            CompletionItem(written(f"{entry.name}{'/' if entry.is_dir() else ''}"))
            for entry in sorted(Path().iterdir())
            if entry.name.startswith(incomplete) and not entry.name.startswith(".")
        ]
        return list({item.value: item for item in offered}.values())


def keep_commas_in_fish() -> None:
    """Let fish show descriptions, and complete names, that have a comma: click's script cuts them.

    It stands in the script that a shell asks for, before click writes it.
    """
    if os.environ.get(COMPLETING) == "fish_source":
        from click.shell_completion import FishComplete

        cutting = 'string split "," '
        script = FishComplete.source_template
        FishComplete.source_template = script.replace(cutting, 'string split -m 1 "," ')


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
