"""The command's own help in, its manual page in roff out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc

import click


def manual(command: click.Group, version: str) -> str:
    """Give the manual page of a command and its verbs, for `man -l` and man1."""
    name = command.name or ""
    return "\n".join(lines(command, name, version)) + "\n"


def lines(command: click.Group, name: str, version: str) -> Iterator[str]:
    """Yield the page from top to bottom."""
    context = click.Context(command, info_name=name, help_option_names=["-h", "--help"])
    summary, *_ = paragraphs(command)
    yield f'.TH {name.upper()} 1 "" "{name} {version}" "User Commands"'
    yield ".SH NAME"
    yield f"{name} \\- {roff(first_sentence(summary))}"
    yield ".SH SYNOPSIS"
    yield f".B {name}"
    yield roff(" ".join(command.collect_usage_pieces(context)))
    yield ".SH DESCRIPTION"
    yield from described(command)
    yield from options(command, context)
    yield ".SH VERBS"
    for verb in command.list_commands(context):
        inner = command.commands[verb]
        below = click.Context(inner, info_name=verb, parent=context)
        yield f".SS {name} {verb} {roff(' '.join(inner.collect_usage_pieces(below)))}"
        yield from described(inner)
        yield from options(inner, below)
    yield ".SH NOTES"
    yield from set_out((command.epilog or "").strip().split("\n\n"))


def described(command: click.Command) -> Iterator[str]:
    """Yield the paragraphs of the help."""
    return set_out(paragraphs(command))


def set_out(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs, examples as they are written."""
    for paragraph in paragraphs:
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".nf", roff(paragraph.removeprefix("\b\n")), ".fi")
        else:
            yield from (".PP", roff(" ".join(paragraph.split())))


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield each option with what it does."""
    for option in command.get_params(context):
        if isinstance(option, click.Option) and (record := option.get_help_record(context)):
            names, meaning = record
            yield from (".TP", f".B {roff(names)}", roff(meaning))


def paragraphs(command: click.Command) -> list[str]:
    """Give the help's paragraphs."""
    return cleandoc(command.help or "").split("\n\n")


def first_sentence(text: str) -> str:
    """Give the first sentence without its full stop, as a manual's NAME has it."""
    return " ".join(text.split()).partition(". ")[0].rstrip(".")


def roff(text: str) -> str:
    """Escape what roff would take for a request, typeset otherwise or not read at all."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    ascii_only = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in plain)
    return re.sub(r"^(?=[.'])", r"\\&", ascii_only, flags=re.MULTILINE)
