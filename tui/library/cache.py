"""Sources that were read before → the documents they gave, kept in one SQLite file.

Documents are kept by the digest of their source's bytes. A file that has not been touched since
is known by its stamp, as git knows one, and not read again. Whatever is here can be computed
again: a cache that cannot be opened, written or understood is no error, only no help.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui import ingest
from tui.document import Document, Paragraph

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAME = "documents.sqlite"
_LARGEST = 1024 * 2**20
"""Above this size, in bytes, the file is emptied before anything is added."""

_FRESH = 2 * 10**9
"""A file changed less than so many nanoseconds ago may change again without a trace."""

_SCHEMA = """
    PRAGMA journal_mode=WAL;
    PRAGMA synchronous=NORMAL;
    CREATE TABLE IF NOT EXISTS version (program TEXT);
    CREATE TABLE IF NOT EXISTS stamps (stamp TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS documents
        (key TEXT, number INTEGER, text TEXT, rest TEXT, UNIQUE (key, number));
"""
_TUPLES = frozenset({"authors", "pages"})
_SAID = ("title", "role", "role_reason", "outlet", "date", "url", "language", *_TUPLES)
"""What is told of a document beside its text."""

Rows = list[tuple[int, str, str]]
"""Of each document of a source: its number, its text, and the rest as JSON."""


_USUAL = Document("", "", (), "")
_parse = json.JSONDecoder().raw_decode
_write = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode


class Cache:
    """The documents of sources that were read before; closed after use."""

    def __init__(self, folder: Path | None) -> None:
        """Open the cache in a folder, or nowhere for None."""
        self._database = _opened(folder) if folder is not None else None
        self._rows: list[tuple[str, int, str, str]] = []
        self._stamps: list[tuple[str, str]] = []

    @property
    def works(self) -> bool:
        """Whether it is of any help."""
        return self._database is not None

    def untouched(self, stamps: Sequence[str]) -> dict[str, Rows]:
        """Give the documents of files by their stamps; at most a few hundred at once."""
        marks = ",".join("?" * len(stamps))
        query = f"""SELECT stamp, number, text, rest FROM stamps JOIN documents USING (key)
                    WHERE stamp IN ({marks})"""
        found: dict[str, Rows] = {}
        for stamp, *row in self._execute(query, stamps):
            found.setdefault(stamp, []).append(tuple(row))
        return found

    def same(self, key: str, stamp: str) -> Rows:
        """Give the documents of a source by its key, and know it by its stamp from now on."""
        rows = self._execute("SELECT number, text, rest FROM documents WHERE key = ?", (key,))
        if rows and stamp:
            self._stamps.append((stamp, key))
        return rows

    def keep(self, key: str, stamp: str, documents: Sequence[Document], path: str) -> None:
        """Add the documents of a source, which are found again after `save`."""
        if not self.works:
            return
        for number, document in enumerate(documents):
            self._rows.append((key, number, document.text, _packed(document, path)))
        if stamp:
            self._stamps.append((stamp, key))

    def save(self) -> None:
        """Write what was added, all or nothing, so that other programs hardly have to wait."""
        if self._rows or self._stamps:
            self._execute("BEGIN IMMEDIATE")
            # A text that were bound as it is would keep a copy of its bytes as long as it lives.
            rows = ((key, number, text.encode(), rest) for key, number, text, rest in self._rows)
            self._insert("documents VALUES (?, ?, CAST(? AS TEXT), ?)", rows)
            self._insert("stamps VALUES (?, ?)", self._stamps)
            self._execute("COMMIT")
        self._rows, self._stamps = [], []

    def close(self) -> None:
        """Let go of the file; what was not saved is lost."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _insert(self, into: str, rows: Iterable[Sequence[object]]) -> None:
        self._execute(f"INSERT OR REPLACE INTO {into}", rows, many=True)

    def _execute(self, statement: str, values: Any = (), *, many: bool = False) -> list[Any]:
        """Execute a statement; after an error the cache is of no help any more."""
        if self._database is None:
            return []
        import sqlite3

        execute = self._database.executemany if many else self._database.execute
        try:
            return execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeError):
            self.close()
            return []


def key_of(path: str, data: bytes) -> str:
    """Give the key of a source: what its bytes are, and by which name its format was told."""
    return sha256(data).hexdigest() + _suffix(path)


def stamp_of(path: str) -> str:
    """Give what changes whenever a file does; empty for a file that just did, or is none."""
    try:
        status = os.stat(path)  # noqa: PTH116  # of thousands of files
    except (OSError, ValueError):
        return ""
    if not status.st_ino or time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) < _FRESH:
        return ""
    return (
        f"{status.st_dev}:{status.st_ino}:{status.st_size}:{status.st_mtime_ns}"
        f":{status.st_ctime_ns}:{_suffix(path)}"
    )


def unpacked(rows: Rows, path: str) -> tuple[Document, ...]:
    """Make the documents of a source, wherever it is now; none where a row is damaged."""
    try:
        return tuple([_unpacked(text, path, *_parse(rest)[0]) for _, text, rest in sorted(rows)])
    except (ValueError, TypeError, IndexError):
        return ()


def _suffix(path: str) -> str:
    before, _, suffix = path.rpartition(".")
    return suffix.lower() if before and "/" not in suffix else ""


def _packed(document: Document, path: str) -> str:
    """Write all of a document but its text; what is as usual is left out."""
    usual = "body", 0, "given", 1.0, ""
    told = [
        (i, *said)
        for i, p in enumerate(document.paragraphs)
        if (said := (p.kind, p.level, p.origin, p.confidence, p.reason)) != usual
    ]
    places = [place for p in document.paragraphs for place in (p.start, p.end)]
    unusual = {
        name: value for name in _SAID if (value := getattr(document, name)) != getattr(_USUAL, name)
    }
    return _write([document.path.removeprefix(path), document.sha256, places, told, unusual])


def _unpacked(
    text: str,
    path: str,
    suffix: str,
    digest: str,
    places: list[int],
    told: list[list[Any]],
    said: dict[str, Any],
) -> Document:
    """Make a document; raise a ValueError, TypeError or IndexError where it makes none."""
    if places and places[-1] > len(text):
        raise ValueError("places beyond the text")
    each = iter(places)
    paragraphs = list(map(Paragraph, each, each))
    for index, *rest in told:
        paragraphs[index] = Paragraph(places[2 * index], places[2 * index + 1], *rest)
    for name in _TUPLES:
        if name in said:
            said[name] = tuple(said[name])
    return Document(path + suffix, text, tuple(paragraphs), digest, **said)


def _opened(folder: Path) -> Connection | None:
    """Open the file, made anew where it is damaged."""
    import sqlite3

    path = folder / _NAME
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(
                path, timeout=1.0, check_same_thread=False, isolation_level=None
            )
            try:
                _prepare(database)
            except sqlite3.Error:
                database.close()
                raise
            return database
        except sqlite3.OperationalError:
            return None  # locked for too long, or not to be written
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
        except OSError:
            return None
    return None


def _prepare(database: Connection) -> None:
    """Make the tables, empty them where they are too large or not this program's."""
    database.executescript(_SCHEMA)
    program = _program()
    written = database.execute("SELECT program FROM version").fetchone()
    pages, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    if written != (program,) or pages * size > _LARGEST:
        database.execute("BEGIN IMMEDIATE")
        for table in ("version", "stamps", "documents"):
            database.execute(f"DELETE FROM {table}")
        database.execute("INSERT INTO version VALUES (?)", (program,))
        database.execute("COMMIT")


def _program() -> str:
    """Give what changes whenever the code that reads documents does."""
    folder = Path(ingest.__file__).parent
    stats = ((path.name, path.stat()) for path in sorted(folder.rglob("*.py")))
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])
