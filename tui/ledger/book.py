"""The reader's own word, kept in one SQLite file: said in, and there again the next time.

Every change is a transaction of its own in a write-ahead log: a program that is killed loses
nothing that was said to it. Of two programs that say something of one thing, the last is right.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tui.ledger.model import Choice, Mark, Memory, Place
from tui.ledger.storage import Foreign, is_broken, opened, set_aside

if TYPE_CHECKING:
    from sqlite3 import Connection

VARIABLE = "SIDELIGHT_LEDGER"
"""The environment variable that names another file."""

Step = tuple[str, tuple[str | int, ...]]
"""A statement and its values."""


class Ledger:
    """The open file, or a memory that ends with the program where no file can be had."""

    def __init__(self, connection: Connection, notice: str = "") -> None:
        """`open` makes one; the connection holds the tables already."""
        self.notice = notice
        """What the reader should know: what was set aside, or why nothing is kept; else empty."""
        self._connection = connection

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the file named, else the environment's, else the usual one; never raises.

        A broken file is set aside under a dated name and a new one begun. Where there can be no
        file, all is kept until the program ends. `notice` says so.
        """
        import sqlite3

        file, notice = location(path), ""
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                return cls(opened(str(file)))
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise
                aside = set_aside(file)
                notice = f"{file} was broken: it is now {aside.name}, and a new one was begun"
                return cls(opened(str(file)), notice)
        except (sqlite3.Error, OSError, Foreign) as error:
            reason = f"{file}: {str(error) or 'cannot be opened'}"
            return cls(opened(":memory:"), f"nothing will be kept after the end: {reason}")

    def close(self) -> None:
        """Close the file; nothing is lost where this is never called."""
        self._connection.close()

    def set_place(self, document: str, place: Place) -> None:
        """Keep where the reader is in a document, named by its sha256."""
        values = (document, place.here, place.top)
        self.ask("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", *values)

    def place(self, document: str) -> Place | None:
        """Give where the reader was in a document; None if it was never read."""
        rows = self.ask("SELECT here, top FROM place WHERE document = ?", document)
        return Place(*rows[0]) if rows else None

    def set_mark(self, document: str, letter: str, offset: int, snippet: str) -> None:
        """Give a letter to a place in a document; it had another before, or none."""
        values = (document, letter, offset, snippet)
        self.ask("INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?)", *values)

    def marks(self, document: str) -> tuple[Mark, ...]:
        """Give a document's marks in the order of the text."""
        asked = (
            "SELECT letter, offset, snippet FROM mark WHERE document = ? ORDER BY offset, letter"
        )
        return tuple(Mark(*row) for row in self.ask(asked, document))

    def unset_mark(self, document: str, letter: str) -> None:
        """Forget the place that a letter stood for in a document."""
        self.ask("DELETE FROM mark WHERE document = ? AND letter = ?", document, letter)

    def all_marks(self) -> dict[str, list[Mark]]:
        """Give every document's marks by its sha256, each in the order of the text."""
        asked = "SELECT document, letter, offset, snippet FROM mark ORDER BY offset, letter"
        found: dict[str, list[Mark]] = {}
        for document, *values in self.ask(asked):
            found.setdefault(document, []).append(Mark(*values))
        return found

    def choose(self, document: str, choice: Choice, source: str = "") -> None:
        """Keep what the reader chose of a document's sentences; `source` is where the file lies."""
        values = (document, choice.start, choice.end, choice.text, choice.added, source)
        self.ask("INSERT OR REPLACE INTO choice VALUES (?, ?, ?, ?, ?, ?)", *values)

    def unchoose(self, document: str, choice: Choice) -> None:
        """Forget a choice: the program's word stands again."""
        asked = "DELETE FROM choice WHERE document = ? AND start = ? AND stop = ?"
        self.ask(asked, document, choice.start, choice.end)

    def choices(self, document: str) -> tuple[Choice, ...]:
        """Give what was chosen of a document's sentences, in the order of the text."""
        asked = "SELECT start, stop, text, added FROM choice WHERE document = ? ORDER BY start"
        rows = self.ask(asked, document)
        return tuple(Choice(start, end, text, bool(added)) for start, end, text, added in rows)

    def choices_before(self, document: str, source: str) -> tuple[tuple[str, Choice], ...]:
        """Give what was chosen while the source held other bytes than the document's, with theirs.

        A source without a name has no such past.
        """
        asked = "SELECT document, start, stop, text, added FROM choice"
        asked += " WHERE source = ? AND source <> '' AND document <> ? ORDER BY start"
        rows = self.ask(asked, source, document)
        return tuple(
            (name, Choice(start, end, text, bool(added))) for name, start, end, text, added in rows
        )

    def remember(self, collection: str, memory: Memory) -> None:
        """Keep how a collection is left; `collection_key` names it."""
        values = (collection, memory.written())
        self.ask("INSERT OR REPLACE INTO memory VALUES (?, ?)", *values)

    def memory(self, collection: str) -> Memory | None:
        """Give how a collection was left; None if it was never opened."""
        rows = self.ask("SELECT json FROM memory WHERE collection = ?", collection)
        return Memory.read(rows[0][0]) if rows else None

    def remembers(self) -> bool:
        """Tell whether any collection was ever left."""
        return bool(self.ask("SELECT 1 FROM memory LIMIT 1"))

    def ask(self, sql: str, *values: str | int) -> list[Any]:
        """Run one statement, a transaction of its own; what fails becomes the notice."""
        import sqlite3

        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeEncodeError) as error:
            self.notice = f"not kept: {error}"
            return []

    def change(self, steps: Iterable[Step]) -> bool:
        """Take all steps or none, and come back when they are on the disk; tell if they are.

        What the reader decides is worth that wait; where the reader is, is not.
        """
        import sqlite3

        connection = self._connection
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN IMMEDIATE")
            for sql, values in steps:
                connection.execute(sql, values)
            connection.execute("COMMIT")
        except (sqlite3.Error, UnicodeEncodeError) as error:
            self.notice = f"not kept: {error}"
            return False
        finally:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                connection.execute("PRAGMA synchronous = NORMAL")
        return True


def location(path: Path | None = None) -> Path:
    """Give where the ledger is: the path named, else the environment's, else the usual one."""
    if named := path or os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("sidelight") / "ledger.db"
