"""FILE → DOCUMENT: what a source says, where, and what kind of block each part is."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.document import Document, Unreadable
from tui.ingest import formats
from tui.ingest.sentences import sentences

__all__ = ["parts", "read", "reason", "sentences"]


def read(path: str, data: bytes | None = None) -> tuple[Document, ...]:
    """Read a source into its documents, more than one where it holds rows of articles.

    `data` are its bytes if they were read already, as for `-`. Raises Unreadable when there is
    no document in it; rows that are broken beside good ones are left out (`parts` tells them).
    """
    documents: list[Document] = []
    for part in parts(path, data):
        if isinstance(part, Unreadable):
            problem = part
        else:
            documents.append(part)
    if not documents:
        raise problem
    return tuple(documents)


def parts(path: str, data: bytes | None = None) -> Iterator[Document | Unreadable]:
    """Yield the documents of a source as they are read, and what could not be read; never raise.

    A source yields at least one of the two.
    """
    try:
        if data is None:
            data = _bytes(path)
        if not data:
            raise Unreadable(path, "empty")
        yield from _read(path, data)
    except Unreadable as problem:
        yield problem


def reason(error: OSError) -> str:
    """Say in a few words what the system had against a file."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def _bytes(path: str) -> bytes:
    """Read the file, or standard input for `-`; what the system has against it is Unreadable."""
    try:
        if path == "-":
            return _piped()
        if stat.S_ISCHR(Path(path).stat().st_mode):
            raise Unreadable(path, "a device, not a file")
        return Path(path).read_bytes()
    except OSError as error:
        raise Unreadable(path, reason(error)) from None
    except ValueError as error:  # a NUL inside the name
        raise Unreadable(path, str(error)) from None


def _piped() -> bytes:
    """Read standard input to its end, unless it is the reader's own keyboard."""
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        raise Unreadable("-", "nothing is piped into standard input")
    return sys.stdin.buffer.read()


def _read(path: str, data: bytes) -> Iterator[Document | Unreadable]:
    """Hand the bytes to the reader of their format, imported only where it is used."""
    match formats.tell(path, data):
        case "text" | "markdown" | "rst":
            from tui.ingest.text import read_text

            yield read_text(path, data)
        case other:
            raise Unreadable(path, f"{other} files cannot be read yet")
