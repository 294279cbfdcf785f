"""The command `sidelight`: arguments in, the reader or a verb's results on standard output out."""

from __future__ import annotations

import signal
import sys

import click

from tui import __version__
from tui.arguments import (
    FAILED,
    FOUND,
    NO_TERMINAL,
    complain,
    file_argument,
    has_screen,
    keep_pipe,
)
from tui.commands import DEFAULT_VERB, Verb, Verbs, exists, keep_commas_in_fish, print_manual
from tui.verbs import claims, compare, export, outline, search

EPILOG = """\b
Environment:
  SIDELIGHT_CONFIG, SIDELIGHT_LEDGER    other files of settings, and of what is remembered
  VISUAL, EDITOR, BROWSER               what e and B open
  NO_COLOR, TEXTUAL_ANIMATIONS=none     no colours; nothing moves by itself

\b
Completion, in the shell's start-up file:
  eval "$(_SIDELIGHT_COMPLETE=bash_source sidelight)"         zsh: zsh_source
  _SIDELIGHT_COMPLETE=fish_source sidelight | source          fish
"""
"""What stands below the help and at the end of the manual page."""

INTERRUPTED = 130
"""The exit status of a program that Ctrl+C ended, as shells have it."""


@click.command(DEFAULT_VERB, cls=Verb)
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
    if not has_screen("-" in given):
        click.echo(NO_TERMINAL, err=True)
        return FAILED
    if "-" in given and not sys.stdin.isatty():
        keep_pipe()
    from tui.start import run

    return run(paths, paper=paper, reports=reports)


@click.command("config", cls=Verb)
@click.option("--print", "whole", is_flag=True, help="Print all settings, and where they are set.")
def config(whole: bool) -> int:
    """Print where the settings are, or with --print all that hold.

    What is printed is a file of settings itself; comments say on which line a setting is made,
    and which keys are as they come. A wrong line is told and nothing printed.

    \b
      sidelight config --print
      sidelight config --print > new.toml
      $EDITOR "$(sidelight config)"
    """
    from tui.config import BadSetting, load, location, printed

    if not whole:
        click.echo(location())
        return FOUND
    from tui.app import Sidelight
    from tui.screens.bindings import bound, check

    try:
        settings = load()
        check(settings, Sidelight)
    except BadSetting as bad:
        complain(str(bad))
        return FAILED
    sys.stdout.buffer.write(printed(settings, bound(Sidelight)).encode())
    return FOUND


@click.group(
    cls=Verbs,
    commands=[open_reader, outline, search, claims, compare, export, config],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    epilog=EPILOG,
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
    with --format json. Exit status: 0 found, 1 nothing found, 2 error
    (then what could be opened is shown all the same), like grep.
    """
    if ctx.invoked_subcommand != DEFAULT_VERB and hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly with the pipe, as grep does


def main() -> None:
    """Run the command and leave with its exit status."""
    keep_commas_in_fish()
    try:
        status = sidelight.main(prog_name="sidelight", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        status = FAILED
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    sys.exit(status)
