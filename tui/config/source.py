"""The text of a configuration in; its values by name, and the line of each, out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.document import SidelightError

Name = tuple[str, ...]
"""A value's key with those of the tables it is in: `("compare", "threshold")`."""

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
"""Where TOML was broken, at the end of the library's message."""


class BadSetting(SidelightError):
    """A configuration that cannot be followed: which file and line, and why, in one line."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        """`line` counts from 1; it is 0 where the file as a whole is meant."""
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Source:
    """A configuration's text and the file it came from."""

    path: Path
    """The file."""
    text: str = ""
    """What it holds; empty where there is none."""

    def values(self) -> Iterator[tuple[Name, Any]]:
        """Yield everything that is set, in order; raises `BadSetting` where it is no TOML."""
        import tomllib

        try:
            yield from _leaves(tomllib.loads(self.text))
        except tomllib.TOMLDecodeError as error:
            at = _WHERE.search(str(error))
            last = self.text.rstrip().count("\n") + 1
            reason = str(error)[: at.start()] if at else str(error)
            line = int(at[1]) if at and at[1] else last
            raise BadSetting(self.path, line, f"not TOML: {reason.lower()}") from None

    def wrong(self, name: Name, reason: str) -> BadSetting:
        """Give the error that points at a value."""
        return BadSetting(self.path, self.line_of(name), reason)

    def line_of(self, name: Name) -> int:
        """Give the line on which a value's key stands, from 1; the text must be good TOML.

        The parser tells no lines. A value is there once so many lines are parsed, and it begins
        after the longest beginning of the text that is good TOML without it.
        """
        lines = self.text.split("\n")

        def parsed(count: int) -> int:
            while _table(lines[:count]) is None:
                count -= 1
            return count

        def holds(count: int) -> bool:
            table = _table(lines[: parsed(count)]) or {}
            return any(each[: len(name)] == name for each, _ in _leaves(table))

        end = bisect_left(range(len(lines) + 1), True, key=holds)
        return parsed(max(end - 1, 0)) + 1


def _table(lines: Iterable[str]) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _leaves(table: Mapping[str, Any], within: Name = ()) -> Iterator[tuple[Name, Any]]:
    """Yield what a table and the tables in it hold; an empty table is a leaf itself."""
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*within, key))
        else:
            yield (*within, key), value


def called(name: Name) -> str:
    """Write a name as the file does, its keys quoted where they must be."""
    bare = re.compile(r"[A-Za-z0-9_-]+")
    return ".".join(key if bare.fullmatch(key) else quoted(key) for key in name)


def quoted(text: str) -> str:
    """Write a text as TOML."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def meant(word: str, known: Iterable[str]) -> str:
    """Name the known word that comes closest, for the end of a message; empty if none is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {best[0]}?" if best else ""
