"""What the ledger keeps, as values: places, marks, chosen claims, how a collection was left."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.document import Document, derived


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in a document."""

    here: int
    """The offset of the reader's place."""
    top: int
    """The offset of the first row on the screen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place the reader gave a letter to."""

    letter: str
    """The key that returns to it."""
    offset: int
    """The first code point."""
    snippet: str
    """The words there, for lists, and to find the place again in a changed document."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that the reader made a claim, or one the program took for a claim, let fall."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    text: str
    """The sentence, to find it again in a changed document."""
    added: bool
    """Whether it is a claim by the reader's word, or is none."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How a collection was left, for the next time it is opened."""

    document: str = ""
    """The sha256 of the document that was being read."""
    panes: tuple[str, ...] = ()
    """The ids of the panes that were shown, from left to right; empty: as it comes."""
    width: int = 0
    """The length of the lines in cells; 0 for the settings'."""
    search: str = ""
    """The last query."""
    theme: str = ""
    """The name of the theme; empty for the settings'."""
    colours: tuple[str, ...] = ()
    """Its colours of the words, and behind the page, the contents and the foot of the screen."""

    def written(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, written: str) -> Memory:
        """Read what this version wrote or another: what is not understood is as it comes."""
        said = json.loads(written)
        known: dict[str, Any] = {}
        for field in fields(cls):
            value = said.get(field.name)
            value = tuple(map(str, value)) if isinstance(value, list) else value
            if type(value) is type(field.default):
                known[field.name] = value
        return cls(**known)


@derived
def source_of(document: Document) -> str:
    """Name the file a document was read from; empty for standard input, which is no file."""
    path = "" if document.path == "-" else str(Path(document.path).resolve())
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def folded(text: str) -> str:
    """Give the words, however they are broken into lines."""
    return " ".join(text.split())


def collection_key(paths: Iterable[str]) -> str:
    """Name a collection by its sources: the same for the same ones in any order."""
    sources = {path if path == "-" else str(Path(path).resolve()) for path in paths}
    return sha256("\0".join(sorted(sources)).encode("utf-8", "surrogateescape")).hexdigest()
