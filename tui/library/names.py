"""Names as the reader gives them → the sources they lead to, before anything is read."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tui import ingest
from tui.document import Role, Unreadable
from tui.ingest import formats

_AT_LINE = re.compile(r"(.+):([0-9]+)\Z", re.DOTALL)


class Source(NamedTuple):
    """Something to read."""

    path: str
    """As the reader names it, without the line."""
    role: Role | None
    """Said outright, or None to guess."""
    line: int = 0
    """Where to begin, from 1; 0 where nothing was said."""
    listed: bool = False
    """Whether it was found in a folder, not named itself."""


@dataclass(slots=True)
class Sources:
    """What names lead to: each source once, under the first of its names."""

    count: int = 0
    """How many sources were found so far."""
    problems: list[Unreadable] = field(default_factory=list)
    """Names that lead nowhere, so far."""
    skipped: int = 0
    """Files in folders that were passed over so far."""
    _seen: set[object] = field(default_factory=set)

    def named(
        self, paths: Iterable[str], paper: Iterable[str], reports: Iterable[str]
    ) -> Iterator[Source]:
        """Yield what all names lead to: papers, then reports, then the others."""
        yield from self.of(paper, "paper")
        yield from self.of(reports, "report")
        yield from self.of(paths, None)

    def of(self, names: Iterable[str], role: Role | None) -> Iterator[Source]:
        """Yield what names lead to: files, files at a line, standard input, folders.

        Nothing is looked for ahead: the first of thousands is there before the others.
        """
        for name in names:
            at = _AT_LINE.match(name)
            if name != "-" and Path(name).is_dir():
                yield from self._walk(name, role)
            elif at and not Path(name).exists():
                if self._is_new(_identity(at[1])):
                    yield Source(at[1], role, int(at[2]))
            elif self._is_new(_identity(name)):
                yield Source(name, role)

    def _is_new(self, identity: object) -> bool:
        if identity in self._seen:
            return False
        self._seen.add(identity)
        self.count += 1
        return True

    def _walk(self, folder: str, role: Role | None) -> Iterator[Source]:
        """Yield the documents below a folder, in the order of names; count other files."""
        problems, skipped = len(self.problems), self.skipped
        known = yield from self._folder(folder, role)
        skipped = self.skipped - skipped
        if not known and len(self.problems) == problems:
            passed = f" ({skipped} of other kinds)" if skipped else ""
            self.problems.append(Unreadable(folder, f"no documents in this folder{passed}"))

    def _folder(self, folder: str, role: Role | None) -> Generator[Source, None, int]:
        """Yield what is in a folder, then what is in the folders there; give how many."""
        try:
            device = Path(folder).stat().st_dev
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(Unreadable(folder, ingest.reason(error)))
            return 0
        known = 0
        below: list[str] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            elif not entry.is_file() or not formats.is_document(entry.path):
                self.skipped += 1
            else:
                known += 1
                same = not entry.is_symlink() and entry.inode()
                identity = (device, same) if same else _identity(entry.path)
                if self._is_new(identity):
                    yield Source(entry.path, role, listed=True)
        for path in below:
            known += yield from self._folder(path, role)
        return known


def _identity(path: str) -> object:
    """Give what two names of one file share."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return path
    return (status.st_dev, status.st_ino) if status.st_ino else str(Path(path).resolve())
