"""A dossier and a path in, the files that its suffix asks for out, each whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from tui.dossier import annotation, bibliography, markdown, page, refi, tables
from tui.dossier.model import Dossier, Unwritable

Write = Callable[[Dossier, IO[bytes]], None]
"""Writes one file."""

_ROW = re.compile(r":\d+\Z")
"""What names one article of a source that holds many."""


def text(pieces: Callable[[Dossier], Iterable[str]]) -> Write:
    """Make a writer of a function that yields pieces of text; none is kept."""

    def write(dossier: Dossier, file: IO[bytes]) -> None:
        for piece in pieces(dossier):
            file.write(piece.encode("utf-8", "replace"))

    return write


FORMATS: Mapping[str, Mapping[str, Write]] = {
    ".csv": {".csv": text(tables.rows), ".matrix.csv": text(tables.matrix)},
    ".md": {".md": text(markdown.pieces)},
    ".html": {".html": text(page.pieces)},
    ".jsonld": {".jsonld": text(annotation.pieces)},
    ".qdpx": {".qdpx": refi.write},
    ".bib": {".bib": text(bibliography.entries)},
}
"""By suffix the files to write, each with its own."""

SUFFIXES = tuple(FORMATS)
"""The suffixes that are known."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say of which path it is that the system refuses something."""
    try:
        yield
    except OSError as error:
        raise Unwritable(f"{path}: {error.strerror or error}") from None


def check(path: Path) -> None:
    """Raise Unwritable where no format, or no folder, is there for a path; reads no dossier."""
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(SUFFIXES)
        raise Unwritable(f"{path}: no format for this; name a file that ends in {known}")
    with told(path):
        if not path.parent.is_dir():
            raise Unwritable(f"{path}: no such folder: {path.parent}")


def export(dossier: Dossier, path: Path) -> tuple[Path, ...]:
    """Write the dossier in the format of the path's suffix; give the files written.

    A file that is there is replaced, at the end and only if all could be written; a source of
    the dossier never is. Raises Unwritable.
    """
    check(path)
    own = path.suffix.lower()
    targets = {
        path if suffix == own else path.with_suffix(suffix): write
        for suffix, write in FORMATS[own].items()
    }
    for target in targets:
        with told(target):
            refuse(target, dossier)
    with ExitStack() as drafts:
        written: list[tuple[Path, Path]] = []
        for target, write in targets.items():
            file = Path(os.path.realpath(target))  # a link stays one
            draft = file.with_name(f".sidelight-{os.getpid()}{file.suffix}.{len(written)}")
            with told(target), draft.open("xb") as opened:
                drafts.callback(draft.unlink, missing_ok=True)
                write(dossier, opened)
            written.append((draft, file))
        for draft, file in written:
            with told(file):
                draft.replace(file)
    return tuple(targets)


def refuse(target: Path, dossier: Dossier) -> None:
    """Raise Unwritable where something is there that must stay."""
    if not target.exists():
        return
    if target.is_dir():
        raise Unwritable(f"{target}: is a folder")
    if not target.is_file():
        raise Unwritable(f"{target}: is no regular file")
    if not os.access(target, os.W_OK):
        raise Unwritable(f"{target}: may not be written")
    for source in sources(dossier):
        if source.exists() and source.samefile(target):
            raise Unwritable(f"{target}: is one of the documents, and is not overwritten")


def sources(dossier: Dossier) -> Iterator[Path]:
    """Yield the files that the dossier was made of, those that could not be read too."""
    named = [document.path for document in dossier.documents]
    named += [problem.path for problem in dossier.unread]
    for path in dict.fromkeys(named):
        yield Path(path)
        if _ROW.search(path):
            yield Path(_ROW.sub("", path))
