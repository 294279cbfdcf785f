"""What the reader said is there the next time, whatever happens to the program or the file."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.ledger import Choice, Ledger, Mark, Memory, Place, collection_key, location

ROOT = Path(__file__).parent.parent


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "ledger.db"


def fill(file: Path) -> None:
    ledger = Ledger.open(file)
    ledger.set_mark("a", "x", 7, "words")
    ledger.close()


def kept(file: Path) -> tuple[Mark, ...]:
    ledger = Ledger.open(file)
    assert not ledger.notice
    marks = ledger.marks("a")
    ledger.close()
    return marks


def program(file: Path, body: str) -> "subprocess.Popen[str]":
    """Run a few lines in a process of their own, with its ledger open."""
    opening = f"from pathlib import Path\nledger = Ledger.open(Path({str(file)!r}))"
    code = f"from tui.ledger import *\n{opening}\n{body}"
    command, pipe = [sys.executable, "-c", code], subprocess.PIPE
    return subprocess.Popen(command, text=True, cwd=ROOT, stdin=pipe, stdout=pipe)


def test_all_that_was_said_is_there_the_next_time(file: Path) -> None:
    memory = Memory("a", ("contents", "page"), 80, "trade", "nord")
    ledger = Ledger.open(file)
    ledger.set_place("a", Place(10, 3))
    ledger.set_place("b", Place(1, 1))
    ledger.set_place("a", Place(20, 13))
    ledger.set_mark("a", "y", 9, "later")
    ledger.set_mark("a", "x", 4, "moved afterwards")
    ledger.set_mark("a", "x", 2, "two words")
    ledger.remember("c", Memory())
    ledger.remember("c", memory)
    ledger.close()
    ledger = Ledger.open(file)
    assert ledger.place("a") == Place(20, 13)
    assert ledger.marks("a") == (Mark("x", 2, "two words"), Mark("y", 9, "later"))
    assert ledger.memory("c") == memory
    assert not ledger.notice
    ledger.close()


def test_what_was_never_said_is_not_there(file: Path) -> None:
    ledger = Ledger.open(file)
    assert ledger.place("a") is None
    assert ledger.marks("a") == ()
    assert ledger.memory("c") is None
    ledger.close()


def test_what_was_chosen_is_there_by_its_bytes_and_by_its_source(file: Path) -> None:
    kept, dropped = Choice(5, 9, "Yes.", True), Choice(0, 4, "No.", False)
    ledger = Ledger.open(file)
    for choice in (kept, dropped, Choice(10, 12, "x", True)):
        ledger.choose("a", choice, "/paper")
    ledger.unchoose("a", Choice(10, 12, "x", True))
    ledger.choose("b", kept)
    ledger.close()
    ledger = Ledger.open(file)
    assert ledger.choices("a") == (dropped, kept)
    assert ledger.choices_before("a", "/paper") == ()
    assert ledger.choices_before("c", "/paper") == (("a", dropped), ("a", kept))
    assert ledger.choices_before("c", "") == ()
    ledger.close()


def test_a_file_of_an_older_version_gets_what_is_new_and_loses_nothing(file: Path) -> None:
    fill(file)
    with sqlite3.connect(file) as older:
        older.executescript("DROP TABLE choice; DROP TABLE verdict; DROP TABLE searched;")
        older.execute("PRAGMA user_version = 1")
    older.close()
    assert kept(file) == (Mark("x", 7, "words"),)
    ledger = Ledger.open(file)
    ledger.choose("a", Choice(0, 1, "x", True))
    assert ledger.choices("a")
    ledger.close()


def test_a_killed_program_loses_nothing_it_was_told(file: Path) -> None:
    body = "n = 0\nwhile n := n + 1: ledger.set_place('a', Place(n, 0)); print(n, flush=True)"
    with program(file, body) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(50)][-1]
        writer.send_signal(signal.SIGKILL)
    ledger = Ledger.open(file)
    found = ledger.place("a")
    assert found is not None
    assert found.here >= told
    assert not ledger.notice
    ledger.close()


def test_two_programs_at_once_both_keep_what_they_are_told(file: Path) -> None:
    body = "input()\nfor n in range(100): ledger.set_mark({0!r}, str(n), n, ''); "
    body += "ledger.set_place('both', Place(n, {1}))\nprint(ledger.notice)"
    writers = [program(file, body.format(name, at)) for at, name in enumerate("ab")]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    said = [writer.communicate()[0].strip() for writer in writers]
    assert said == ["", ""]
    ledger = Ledger.open(file)
    assert [len(ledger.marks(name)) for name in "ab"] == [100, 100]
    assert ledger.place("both") in (Place(99, 0), Place(99, 1))
    ledger.close()


def test_programs_that_begin_the_file_at_the_same_moment_do_not_disturb_each_other(
    file: Path,
) -> None:
    body = "ledger.set_mark('a', {0!r}, 1, '')\nprint(ledger.notice)"
    writers = [program(file, body.format(name)) for name in "abcd"]
    assert [writer.communicate()[0].strip() for writer in writers] == [""] * 4
    assert [mark.letter for mark in kept(file)] == ["a", "b", "c", "d"]


def _spoilt(data: bytes) -> bytes:
    return data[:4096] + b"\xff" * (len(data) - 4096)


@pytest.mark.parametrize("spoil", [lambda data: b"no database" * 1000, _spoilt])
def test_a_broken_file_is_set_aside_and_a_new_one_begun(
    file: Path, spoil: Callable[[bytes], bytes]
) -> None:
    for times in (1, 2):
        fill(file)
        broken = spoil(file.read_bytes())
        file.write_bytes(broken)
        ledger = Ledger.open(file)
        assert "was broken" in ledger.notice
        assert ledger.marks("a") == ()
        ledger.set_mark("a", "z", 1, "")
        ledger.close()
        assert [mark.letter for mark in kept(file)] == ["z"]
        aside = list(file.parent.glob("ledger.broken-20*.db"))
        assert len(aside) == times
        assert broken in [each.read_bytes() for each in aside]


def test_what_cannot_be_a_file_is_kept_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "ledger.db"):
        ledger = Ledger.open(path)
        assert ledger.notice.startswith("nothing will be kept after the end: ")
        ledger.set_mark("a", "x", 1, "")
        assert ledger.marks("a") == (Mark("x", 1, ""),)
        ledger.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_a_file_of_a_newer_version_or_another_program_is_left_alone(file: Path) -> None:
    fill(file)
    with sqlite3.connect(file) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    other = file.with_name("other.db")
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE mine (own)")
    database.close()
    for path, reason in ((file, "newer version"), (other, "another program")):
        before = path.read_bytes()
        ledger = Ledger.open(path)
        assert reason in ledger.notice
        ledger.set_mark("a", "x", 1, "")
        ledger.close()
        assert path.read_bytes() == before


def test_a_file_that_can_no_longer_be_written_stops_nothing(file: Path) -> None:
    ledger = Ledger.open(file)
    ledger._connection.execute("PRAGMA query_only = 1")
    ledger.set_mark("a", "x", 1, "")
    assert ledger.notice.startswith("not kept: ")
    assert ledger.marks("a") == ()
    ledger.close()


def test_memories_of_other_versions_are_read_as_far_as_they_are_understood(file: Path) -> None:
    ledger = Ledger.open(file)
    said = '{"search": "trade", "width": "wide", "panes": ["page"], "later": 1}'
    ledger.ask("INSERT INTO memory VALUES ('c', ?)", said)
    assert ledger.memory("c") == Memory(search="trade", panes=("page",))
    ledger.close()


def test_the_environment_names_the_file_and_an_argument_goes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIDELIGHT_LEDGER", "elsewhere.db")
    assert location() == Path("elsewhere.db")
    assert location(tmp_path) == tmp_path
    monkeypatch.delenv("SIDELIGHT_LEDGER")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert location() == tmp_path / "sidelight" / "ledger.db"


def test_a_collection_is_named_by_its_sources_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    here = collection_key(("b.txt", "a.txt", "-"))
    assert here == collection_key(("-", "./a.txt", str(Path.cwd() / "b.txt"), "a.txt"))
    assert here != collection_key(("b.txt", "a.txt"))
    assert collection_key(("ab",)) != collection_key(("a", "b"))
    monkeypatch.chdir(os.sep)
    assert here != collection_key(("b.txt", "a.txt", "-"))


def test_who_never_left_a_collection_is_new_here(file: Path) -> None:
    ledger = Ledger.open(file)
    assert not ledger.remembers()
    ledger.remember("a", Memory())
    assert ledger.remembers()


def test_a_mark_is_forgotten_and_the_others_are_given_by_document(file: Path) -> None:
    ledger = Ledger.open(file)
    for document, letter, offset in (("a", "x", 7), ("a", "y", 3), ("b", "x", 1)):
        ledger.set_mark(document, letter, offset, "words")
    ledger.unset_mark("a", "x")
    assert ledger.all_marks() == {"a": [Mark("y", 3, "words")], "b": [Mark("x", 1, "words")]}
