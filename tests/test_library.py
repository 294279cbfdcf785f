"""Paths become a collection, step by step; what cannot be opened stops nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import ingest, library
from tui.document import Document, Unreadable
from tui.ingest import formats

PROSE = "The first line of it.\n\nAnother paragraph follows it.\n\nThe end.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("Second in order.\n")
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "sub" / "c.txt").write_text("Third in order.\n")
    return tmp_path


def names(documents: tuple[Document, ...]) -> list[str]:
    return [Path(document.path).name for document in documents]


def reasons(problems: tuple[Unreadable, ...]) -> list[str]:
    return [problem.reason for problem in problems]


def test_a_folder_is_read_with_its_folders_in_order(folder: Path) -> None:
    collection = library.open_collection([str(folder)])
    assert names(collection.documents) == ["a.txt", "b.txt", "c.txt"]
    assert collection.documents[0].path == str(folder / "a.txt")
    assert collection.problems == ()


def test_hidden_files_are_skipped_and_unknown_ones_counted(folder: Path) -> None:
    (folder / ".hidden.txt").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("x")
    (folder / "zebra.png").write_bytes(b"\x89PNG")
    collection = library.open_collection([str(folder)])
    assert len(collection.documents) == 3
    assert collection.skipped == 1


def test_a_file_named_outright_may_be_hidden_or_of_any_name(folder: Path) -> None:
    (folder / ".notes").write_text("Some words.")
    assert len(library.open_collection([str(folder / ".notes")]).documents) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "no such file or directory"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", "binary: looks like a PNG image"),
    ],
)
def test_what_cannot_be_opened_is_a_problem_and_the_rest_opens(
    folder: Path, data: bytes | None, reason: str
) -> None:
    bad = folder / "bad.txt"
    if data is not None:
        bad.write_bytes(data)
    collection = library.open_collection([str(bad), str(folder / "a.txt")])
    assert names(collection.documents) == ["a.txt"]
    assert reasons(collection.problems) == [reason]
    assert collection.problems[0].path == str(bad)


def test_a_folder_without_documents_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x")
    collection = library.open_collection([str(tmp_path)])
    assert collection.documents == ()
    assert reasons(collection.problems) == ["no documents in this folder (1 of other kinds)"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_folder_is_a_problem(folder: Path) -> None:
    (folder / "sub").chmod(0)
    collection = library.open_collection([str(folder)])
    (folder / "sub").chmod(0o700)
    assert len(collection.documents) == 2
    assert reasons(collection.problems) == ["permission denied"]


def test_nothing_is_opened_twice(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "a.txt")
    named = [str(folder / "a.txt"), f"{folder}/sub/../a.txt", str(folder), str(folder / "a.txt")]
    collection = library.open_collection(named)
    assert names(collection.documents) == ["a.txt", "b.txt", "c.txt"]


def test_a_role_said_outright_beats_the_guess(folder: Path) -> None:
    paper = str(folder / "b.txt")
    collection = library.open_collection([], paper=[paper], reports=[str(folder)])
    assert names(collection.papers) == ["b.txt"]
    assert names(collection.reports) == ["a.txt", "c.txt"]
    assert [document.role_reason for document in collection.documents] == ["", "", ""]
    assert names(collection.documents) == ["b.txt", "a.txt", "c.txt"]


def test_a_role_not_said_is_a_guess_with_its_reason(folder: Path) -> None:
    (document,) = library.open_collection([str(folder / "a.txt")]).documents
    assert document.role == "report"
    assert document.role_reason


@pytest.mark.parametrize(
    ("line", "words"),
    [(0, "The first"), (1, "The first"), (2, "\n"), (3, "Another"), (5, "The end"), (99, "")],
)
def test_a_file_opens_at_a_line(folder: Path, line: int, words: str) -> None:
    collection = library.open_collection([f"{folder / 'a.txt'}:{line}"])
    (document,) = collection.documents
    assert document.path == str(folder / "a.txt")
    if line:
        assert collection.place is not None
        assert collection.place[0] is document
        assert document.text[collection.place[1] :].startswith(words)


def test_a_file_whose_name_ends_like_a_line_is_that_file(folder: Path) -> None:
    (folder / "a.txt:3").write_text("Its own words.")
    (document,) = library.open_collection([str(folder / "a.txt:3")]).documents
    assert document.text == "Its own words."


def test_documents_come_one_by_one_and_the_work_can_be_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    whole = ingest.parts

    def watched(path: str, data: bytes) -> Iterator[Document | Unreadable]:
        read.append(path)
        return whole(path, data)

    monkeypatch.setattr(ingest, "parts", watched)
    steps = library.opening([str(folder)])
    first = next(steps)
    assert isinstance(first.found, Document)
    assert first.done == 1
    assert len(read) == 1
    second = next(steps)
    assert (second.done, second.total) == (2, 3)
    steps.close()
    assert len(read) == 2


def test_the_first_document_is_there_before_the_others_are_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    worth = formats.is_document

    def watched(path: str) -> bool:
        looked.append(Path(path).name)
        return worth(path)

    monkeypatch.setattr(formats, "is_document", watched)
    steps = library.opening([str(folder)])
    assert isinstance(next(steps).found, Document)
    assert looked == ["a.txt"]
    assert len(list(steps)) == 2


def test_steps_so_far_make_a_collection(folder: Path) -> None:
    steps = library.opening([str(folder), str(folder / "none.txt")])
    assert names(library.gather([next(steps), next(steps)]).documents) == ["a.txt", "b.txt"]


def test_the_seeds_come_with_the_program() -> None:
    seeds = library.seeds()
    assert len(seeds) == 3
    collection = library.open_collection(seeds)
    assert len(collection.papers) == 1
    assert len(collection.reports) == 2
    assert collection.problems == ()


def test_no_names_open_nothing() -> None:
    collection = library.open_collection([])
    assert (collection.documents, collection.problems) == ((), ())


def test_a_table_without_articles_is_told_in_short_unless_it_was_named(folder: Path) -> None:
    table = folder / "votes.csv"
    table.write_text("country,year,votes for,votes against\nKenya,2014,148,45\n")
    short = "no column called text"
    assert reasons(library.open_collection([str(folder)]).problems) == [short]
    (told,) = reasons(library.open_collection([str(table)]).problems)
    assert told == f"{short}; the columns are country, year, votes for, votes against"
