"""What was read before is not read again, and a cache in any state is never in the way."""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.ingest.writers import Words, column, pdf
from tui import ingest, library
from tui.document import Document, Unreadable
from tui.library import head

PROSE = "A Title of Some Words\n\nThe first paragraph of it, said “Ann”.\n\nThe end.\n"
LONG_AGO = 1_600_000_000


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text(PROSE)
    (folder / "b.md").write_text("# Title\n\nSome *words*.\n")
    page = [Words(50, 770, "A Paper on Reading", 20), *column(50, 700, ["Words of it."] * 9)]
    (folder / "c.pdf").write_bytes(pdf([page, page]))
    (folder / "d.jsonl").write_text('{"text": "One."}\n{"text": "Two.", "author": "Ann"}\n')
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were parsed, and not taken from the cache."""
    paths: list[str] = []
    whole = ingest.parts

    def watched(path: str, data: bytes) -> Iterator[Document | Unreadable]:
        paths.append(Path(path).name)
        return whole(path, data)

    monkeypatch.setattr(ingest, "parts", watched)
    return paths


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as changed long enough ago for its stamp to be believed."""
    monkeypatch.setattr("tui.library.cache._FRESH", 0)


def opened(folder: Path, cache: Path | None) -> list[dict[str, object]]:
    collection = library.open_collection([str(folder)], cache=cache)
    assert collection.problems == ()
    names = [field.name for field in fields(Document)]
    return [{name: getattr(d, name) for name in names} for d in collection.documents]


@pytest.mark.parametrize("fresh", [0, 10**18], ids=["by stamp", "by content"])
def test_documents_from_the_cache_are_the_same_and_not_read_again(
    folder: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch, fresh: int
) -> None:
    monkeypatch.setattr("tui.library.cache._FRESH", fresh)
    first = opened(folder, cache)
    assert read == ["a.txt", "b.md", "c.pdf", "d.jsonl"]
    read.clear()
    assert opened(folder, cache) == first
    assert read == []
    assert len(first) == 5


@pytest.mark.usefixtures("long_ago")
def test_a_file_untouched_since_is_not_even_opened(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(folder, cache)
    monkeypatch.setattr(ingest, "contents", lambda path: pytest.fail(f"opened {path}"))
    assert opened(folder, cache) == first


@pytest.mark.parametrize("fresh", [0, 10**18], ids=["by stamp", "by content"])
def test_a_changed_file_is_read_again(
    folder: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch, fresh: int
) -> None:
    monkeypatch.setattr("tui.library.cache._FRESH", fresh)
    opened(folder, cache)
    read.clear()
    (folder / "a.txt").write_text("Other words now.\n")
    assert opened(folder, cache)[0]["text"] == "Other words now.\n"
    assert read == ["a.txt"]


def test_a_change_that_keeps_size_and_time_is_seen_while_the_file_is_fresh(
    folder: Path, cache: Path
) -> None:
    path = folder / "a.txt"
    os.utime(path, (LONG_AGO, LONG_AGO))
    opened(folder, cache)
    path.write_text(PROSE.upper())
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert opened(folder, cache)[0]["text"] == PROSE.upper()


@pytest.mark.usefixtures("long_ago")
def test_a_copy_elsewhere_is_known_by_its_content(
    folder: Path, cache: Path, read: list[str], tmp_path: Path
) -> None:
    opened(folder, cache)
    read.clear()
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "z.txt").write_text(PROSE)
    (only,) = opened(tmp_path / "copies", cache)
    assert only["path"] == str(tmp_path / "copies" / "z.txt")
    assert read == []


def test_the_name_tells_the_format_so_another_name_is_another_document(
    folder: Path, cache: Path
) -> None:
    opened(folder, cache)
    (folder / "b.txt").write_text("# Title\n\nSome *words*.\n")
    texts = {d["path"]: d["text"] for d in opened(folder, cache)}
    assert texts[str(folder / "b.txt")] == "# Title\n\nSome *words*.\n"
    assert texts[str(folder / "b.md")] == "Title\n\nSome words.\n"


def test_a_source_with_a_problem_tells_it_each_time(folder: Path, cache: Path) -> None:
    (folder / "d.jsonl").write_text('{"text": "One."}\n{\n')
    for _ in range(2):
        collection = library.open_collection([str(folder)], cache=cache)
        assert [problem.reason[:6] for problem in collection.problems] == ["1 of 2"]
        assert len(collection.documents) == 4


def test_a_role_said_outright_is_not_remembered(folder: Path, cache: Path) -> None:
    path = str(folder / "a.txt")
    library.open_collection([], paper=[path], cache=cache)
    (document,) = library.open_collection([path], cache=cache).documents
    assert document.role == "report"
    assert document.role_reason


def damage(cache: Path, statement: str) -> None:
    with sqlite3.connect(cache / "documents.sqlite") as database:
        database.execute(statement)
    database.close()


@pytest.mark.usefixtures("long_ago")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET rest = '['",
        "UPDATE documents SET rest = '[1, 2]'",
        "UPDATE documents SET rest = 'null'",
        "UPDATE documents SET text = ''",
        "UPDATE documents SET text = NULL",
        "UPDATE documents SET text = x'ff'",
        'UPDATE documents SET rest = \'["", "", [0, 5], [[9, "body"]], {}]\'',
        'UPDATE documents SET rest = \'["", "", [0], [], {"nonsense": 1}]\'',
        "UPDATE version SET program = 'another'",
        "DROP TABLE version",
        "DELETE FROM stamps",
    ],
)
def test_a_damaged_entry_is_made_again(folder: Path, cache: Path, statement: str) -> None:
    first = opened(folder, cache)
    damage(cache, statement)
    assert opened(folder, cache) == first
    assert opened(folder, cache) == first


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\0" * 99])
def test_a_damaged_file_is_made_again(
    folder: Path, cache: Path, read: list[str], content: bytes
) -> None:
    cache.mkdir()
    (cache / "documents.sqlite").write_bytes(content)
    first = opened(folder, cache)
    read.clear()
    assert opened(folder, cache) == first
    assert read == []


def test_a_folder_that_cannot_be_written_is_no_help_and_no_harm(
    folder: Path, tmp_path: Path, read: list[str]
) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        assert len(opened(folder, place)) == 5


def test_a_cache_that_another_program_holds_is_no_help_and_no_harm(
    folder: Path, cache: Path
) -> None:
    first = opened(folder, cache)
    other = sqlite3.connect(cache / "documents.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    (folder / "e.txt").write_text("New words.\n")
    assert opened(folder, cache)[:5] == first
    other.close()


def test_what_was_finished_is_kept_when_the_work_is_stopped(
    folder: Path, cache: Path, read: list[str]
) -> None:
    steps = library.opening([str(folder)], cache=cache)
    for _ in range(3):
        next(steps)
    steps.close()
    read.clear()
    opened(folder, cache)
    assert "a.txt" not in read


def test_no_cache_is_written_unless_it_is_asked_for(folder: Path, tmp_path: Path) -> None:
    opened(folder, None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files"]


def test_the_usual_place_is_the_users_cache_folder() -> None:
    assert library.cache_folder().name == "sidelight"


def test_the_beginning_of_a_long_text_is_read_once_until_it_changes(
    tmp_path: Path, cache: Path, read: list[str], long_ago: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(head, "LONG", 2_000)
    monkeypatch.setattr(head, "BEGINNING", 500)
    source = tmp_path / "long.txt"
    source.write_text(PROSE * 100)
    os.utime(source, (LONG_AGO, LONG_AGO))
    first = library.beginning([str(source)], cache=cache)
    again = library.beginning([], paper=[str(source)], cache=cache)
    assert first is not None
    assert again is not None
    assert (again.text, again.paragraphs, again.role) == (first.text, first.paragraphs, "paper")
    assert (PROSE * 100).startswith(first.text)
    assert read == ["long.txt"]
    source.write_text("New: " + PROSE * 100)
    os.utime(source, (LONG_AGO + 1, LONG_AGO + 1))
    new = library.beginning([str(source)], cache=cache)
    assert new is not None
    assert new.text.startswith("New: ")


@pytest.mark.parametrize("short", [True, False], ids=["a short text", "a line named"])
def test_no_beginning_is_given_where_it_is_no_help(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, short: bool
) -> None:
    monkeypatch.setattr(head, "LONG", 2_000)
    source = tmp_path / "long.txt"
    source.write_text(PROSE * (10 if short else 100))
    assert library.beginning([str(source) if short else f"{source}:3"], cache=cache) is None
