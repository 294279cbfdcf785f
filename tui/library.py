"""Paths as the reader names them → the collection of documents they hold, step by step."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui import ingest
from tui.document import Collection, Document, Role, Unreadable
from tui.ingest import formats

_AT_LINE = re.compile(r"(.+):([0-9]+)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Opened:
    """One step of opening: a document, or why there is none, and how far the work is."""

    found: Document | Unreadable
    """What the step brought."""
    done: int
    """How many sources are finished or being read; a source may hold many documents."""
    total: int
    """How many sources there are."""
    place: int | None = None
    """The offset where the reader asked to begin in the document, by `FILE:LINE`."""
    skipped: int = 0
    """How many files in folders were passed over: hidden, or of no kind that can be read."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Something to read."""

    path: str
    """As the reader names it, without the line."""
    role: Role | None
    """Said outright, or None to guess."""
    line: int = 0
    """Where to begin, from 1; 0 where nothing was said."""


@dataclass(slots=True)
class _Named:
    """What the names on the command line lead to, before anything is read."""

    sources: list[_Source] = field(default_factory=list)
    problems: list[Unreadable] = field(default_factory=list)
    skipped: int = 0


def open_collection(
    paths: Iterable[str], *, paper: Iterable[str] = (), reports: Iterable[str] = ()
) -> Collection:
    """Open everything that is named; what cannot be opened is in the collection's problems.

    `paper` and `reports` say the roles outright, the papers first where a file is named twice;
    all other roles are guesses. Folders are searched through, `-` is standard input, and
    `FILE:LINE` says where to begin.
    """
    return gather(opening(paths, paper=paper, reports=reports))


def gather(steps: Iterable[Opened]) -> Collection:
    """Make a collection of the steps taken so far."""
    documents: list[Document] = []
    problems: list[Unreadable] = []
    place: tuple[Document, int] | None = None
    skipped = 0
    for step in steps:
        skipped = step.skipped
        if isinstance(step.found, Unreadable):
            problems.append(step.found)
            continue
        documents.append(step.found)
        if step.place is not None and place is None:
            place = step.found, step.place
    return Collection(tuple(documents), tuple(problems), skipped, place)


def opening(
    paths: Iterable[str], *, paper: Iterable[str] = (), reports: Iterable[str] = ()
) -> Generator[Opened, None, None]:
    """Yield each document as soon as it is read: papers, then reports, then the others.

    Nothing is read ahead: close the generator to stop. No source is opened twice.
    """
    named = _Named()
    groups: tuple[tuple[Iterable[str], Role | None], ...]
    groups = ((paper, "paper"), (reports, "report"), (paths, None))
    for names, role in groups:
        for name in names:
            _look(name, role, named)
    total = len(named.sources)
    for problem in named.problems:
        yield Opened(problem, 0, total, None, named.skipped)
    seen: set[object] = set()
    for done, source in enumerate(named.sources, 1):
        identity = _identity(source.path)
        if identity in seen:
            continue
        seen.add(identity)
        for found in _parts(source):
            yield Opened(found, done, total, _place(found, source), named.skipped)


def _look(name: str, role: Role | None, named: _Named) -> None:
    """Add what a name leads to: a file, a file at a line, standard input or a folder."""
    if name == "-":
        named.sources.append(_Source(name, role))
    elif Path(name).is_dir():
        _walk(name, role, named)
    elif (at := _AT_LINE.match(name)) and not Path(name).exists():
        named.sources.append(_Source(at[1], role, int(at[2])))
    else:
        named.sources.append(_Source(name, role))


def _walk(folder: str, role: Role | None, named: _Named) -> None:
    """Add the documents below a folder in the order of their names, and count the other files."""
    before = len(named.sources)
    skipped = 0

    def refused(error: OSError) -> None:
        named.problems.append(Unreadable(error.filename or folder, ingest.reason(error)))

    problems = len(named.problems)
    for here, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = str(Path(here, name))
            if name.startswith(".") or not formats.is_document(path):
                skipped += 1
            else:
                named.sources.append(_Source(path, role))
    named.skipped += skipped
    if len(named.sources) == before and len(named.problems) == problems:
        passed = f" ({skipped} of other kinds or hidden)" if skipped else ""
        named.problems.append(Unreadable(folder, f"no documents in this folder{passed}"))


def _identity(path: str) -> object:
    """Give what two names of one file share."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return path
    return (status.st_dev, status.st_ino) if status.st_ino else str(Path(path).resolve())


def _parts(source: _Source) -> Iterator[Document | Unreadable]:
    """Read one source, with the role the reader said."""
    for found in ingest.parts(source.path):
        if source.role and isinstance(found, Document):
            yield replace(found, role=source.role, role_reason="")
        else:
            yield found


def _place(found: Document | Unreadable, source: _Source) -> int | None:
    """Give where the line that was named begins, or the last one; a row has its own line."""
    if not source.line or isinstance(found, Unreadable):
        return None
    if found.path != source.path:  # one of many rows
        return 0 if found.path == f"{source.path}:{source.line}" else None
    lines = found.text.split("\n", source.line)[: source.line - 1]
    return min(sum(len(text) + 1 for text in lines), found.text.rfind("\n") + 1)


def seeds() -> tuple[str, ...]:
    """Give the paths of the documents that come with the program; empty if they are missing."""
    package = Path(__file__).parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return tuple(sorted(str(path) for path in folder.glob("*.txt")))
    return ()
