"""FILE → DOCUMENT: what a source says, where, and what kind of block each part is."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.document import Document, Unreadable
from tui.ingest import formats
from tui.ingest.sentences import sentences, sentences_in, split

_ROW = re.compile(r"(.+):[0-9]+\Z", re.DOTALL)
"""How a row of a file is named: by the line it begins on."""

__all__ = ["contents", "parts", "read", "reason", "sentences", "sentences_in", "split"]


def read(path: str, data: bytes | None = None) -> tuple[Document, ...]:
    """Read a source into its documents, more than one where it holds rows of articles.

    `data` are its bytes if they were read already, as for `-`. A path may also be a document's
    own where it is a row of a file, as `news.jsonl:3`. Raises Unreadable when there is no
    document in it; rows that are broken beside good ones are left out (`parts` tells them).
    """
    row = _ROW.match(path)
    if data is None and row and not Path(path).exists():
        return _row(path, row[1])
    documents: list[Document] = []
    for part in parts(path, data):
        if isinstance(part, Unreadable):
            problem = part
        else:
            documents.append(part)
    if not documents:
        raise problem
    return tuple(documents)


def _row(path: str, file: str) -> tuple[Document, ...]:
    """Read one row of a file."""
    documents = [document for document in read(file) if document.path == path]
    if not documents:
        raise Unreadable(path, "no such row")
    return tuple(documents)


def parts(path: str, data: bytes | None = None) -> Iterator[Document | Unreadable]:
    """Yield the documents of a source as they are read, and what could not be read; never raise.

    A source yields at least one of the two.
    """
    try:
        if data is None:
            data = contents(path)
        if not data:
            raise Unreadable(path, "empty")
        yield from _read(path, data)
    except Unreadable as problem:
        yield problem


def reason(error: OSError) -> str:
    """Say in a few words what the system had against a file."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def contents(path: str) -> bytes:
    """Give the bytes of a file, or of standard input for `-`; raise Unreadable without them."""
    try:
        if path == "-":
            return _piped()
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a Path costs as much again
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode):
                raise Unreadable(path, "a device, not a file")
            return file.read()
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
    """Hand the bytes to the reader of their format, each imported only where it is used."""
    form = formats.tell(path, data)
    if form == "text":
        from tui.ingest.text import read_text

        yield read_text(path, data)
    elif form in ("jsonl", "csv"):
        from tui.ingest.rows import read_csv, read_jsonl

        yield from read_csv(path, data) if form == "csv" else read_jsonl(path, data)
    else:
        try:
            yield _marked_up(form, path, data)
        except (Unreadable, MemoryError, NameError, ImportError):
            raise
        except Exception as error:  # a parser that broke on it; the other sources still open
            raise Unreadable(path, f"damaged: {type(error).__name__}: {error}") from error


def _marked_up(form: formats.Format, path: str, data: bytes) -> Document:
    """Read a source that holds one document and says of its parts what they are."""
    match form:
        case "markdown":
            from tui.ingest.markdown import read_markdown as reader
        case "rst":
            from tui.ingest.rst import read_rst as reader
        case "html":
            from tui.ingest.html import read_html as reader
        case "mhtml":
            from tui.ingest.html import read_mhtml as reader
        case "docx":
            from tui.ingest.docx import read_docx as reader
        case "epub":
            from tui.ingest.epub import read_epub as reader
        case _:
            from tui.ingest.pdf import read_pdf as reader
    return reader(path, data)
