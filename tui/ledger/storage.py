"""A path in, a database with the ledger's tables out; a broken file is set aside, never deleted."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection, Error

PATIENCE = 2.0
"""How many seconds to wait while another program writes."""
_NAME = 0x51DE1167
"""The application's number in the file's header: other programs' databases are left alone."""
_SCHEMA = (
    """
    CREATE TABLE place (document TEXT PRIMARY KEY, here INTEGER NOT NULL, top INTEGER NOT NULL)
        WITHOUT ROWID;
    CREATE TABLE mark (
        document TEXT NOT NULL, letter TEXT NOT NULL, offset INTEGER NOT NULL,
        snippet TEXT NOT NULL, PRIMARY KEY (document, letter)
    ) WITHOUT ROWID;
    CREATE TABLE memory (collection TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE TABLE choice (
        document TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
        text TEXT NOT NULL, added INTEGER NOT NULL, source TEXT NOT NULL,
        PRIMARY KEY (document, start, stop)
    );
    CREATE INDEX choice_source ON choice (source);
    """,
    """
    CREATE TABLE verdict (
        paper TEXT NOT NULL, claim_start INTEGER NOT NULL, claim_stop INTEGER NOT NULL,
        claim TEXT NOT NULL, report TEXT NOT NULL, passage_start INTEGER NOT NULL,
        passage_stop INTEGER NOT NULL, passage TEXT NOT NULL, label TEXT NOT NULL,
        note TEXT NOT NULL, decided_at TEXT NOT NULL, among TEXT NOT NULL,
        paper_source TEXT NOT NULL, report_source TEXT NOT NULL, sought TEXT NOT NULL,
        PRIMARY KEY (paper, claim_start, claim_stop, report, passage_start, passage_stop)
    );
    CREATE INDEX verdict_source ON verdict (paper_source);
    CREATE TABLE searched (among TEXT PRIMARY KEY, reports TEXT NOT NULL) WITHOUT ROWID;
    """,
)
"""What brings a file from each version to the next; `user_version` says how many were done."""


class Foreign(Exception):
    """A database that is not this version's to write."""


def opened(file: str) -> Connection:
    """Open a database and bring it to this version's tables."""
    import sqlite3

    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        if _version(connection) < len(_SCHEMA):
            _migrate(connection)
        with suppress(sqlite3.OperationalError):  # another program is doing the same
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: Connection) -> int:
    """Give the version of the tables, 0 for an empty file; raises where they are not to be used."""
    import sqlite3

    ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master")
    ((name,),) = connection.execute("PRAGMA application_id")  # there since the tables are
    ((version,),) = connection.execute("PRAGMA user_version")
    if tables and name != _NAME:
        raise Foreign("the database of another program")
    if version > len(_SCHEMA):
        raise Foreign("written by a newer version of this program")
    ((found,),) = connection.execute("PRAGMA quick_check(1)")
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    return int(version)


def _migrate(connection: Connection) -> None:
    """Take the steps that are missing, all or none."""
    connection.execute("BEGIN IMMEDIATE")
    for step in _SCHEMA[_version(connection) :]:
        for statement in step.split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_NAME}")
    connection.execute(f"PRAGMA user_version = {len(_SCHEMA)}")
    connection.execute("COMMIT")


def is_broken(error: Error) -> bool:
    """Whether the file is no database any more, rather than busy, missing or not ours to write."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def set_aside(file: Path) -> Path:
    """Give the file, and what the library keeps beside it, a dated name that nothing has yet."""
    dated = f"{file.stem}.broken-{datetime.now():%Y-%m-%d-%H%M%S}"
    names = (f"{dated}{-n if n > 1 else ''}{file.suffix}" for n in count(1))
    aside = next(path for path in map(file.with_name, names) if not path.exists())
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{file}{ending}").rename(f"{aside}{ending}")
    return aside
