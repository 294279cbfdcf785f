from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.search.made import document
from tui.document import Document, Sentence
from tui.ingest import sentences
from tui.search import Index, indexing, search

TEXTS = [f"Document {n} tells of {name}." for n, name in enumerate(["tea", "milk", "coffee"])]


def opened() -> list[Document]:
    """Give the documents as a new run of the program has them."""
    return [document(text) for text in TEXTS]


def finished(steps: Generator[int, None, Index]) -> Index:
    while True:
        try:
            next(steps)
        except StopIteration as done:
            index: Index = done.value
            return index


def homes(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir())


def found(index: Index, query: str) -> list[Document]:
    return [hit.document for hit in search(index, query).hits]


def test_an_index_is_made_once_for_its_content(tmp_path: Path) -> None:
    Index.of(opened(), tmp_path)
    (home,) = homes(tmp_path)
    made = (home / "manifest").stat().st_mtime_ns
    again = opened()
    index = Index.of(list(reversed(again)), tmp_path)
    assert homes(tmp_path) == [home]
    assert (home / "manifest").stat().st_mtime_ns == made
    assert found(index, "coffee") == [again[2]]
    assert found(index, "cofee ") == [again[2]]
    assert index.notice == ""


def test_only_changed_documents_are_indexed_again(tmp_path: Path) -> None:
    many = [document(f"Number {n} tells of thing{n}.") for n in range(20)]
    Index.of(many, tmp_path)
    changed = [*many[1:], document("Something new about bananas.")]
    split: list[Document] = []

    def counted(one: Document) -> tuple[Sentence, ...]:
        split.append(one)
        return sentences(one)

    index = finished(indexing(changed, tmp_path, counted))
    assert split == changed[-1:]
    assert found(index, "bananas") == changed[-1:]
    assert found(index, "'thing0") == []
    assert found(index, "'thing7") == [many[7]]
    assert len(homes(tmp_path)) == 2


def test_places_are_right_after_any_number_of_changes(tmp_path: Path) -> None:
    many = [document(*[f"About word{n}x{k}." for k in range(n % 4)]) for n in range(12)]
    for n in range(12, 34):
        gone = n % 5 == 0
        many = [*many[gone:], document("", f"About word{n}x0.", "…", f"And word{n}x1 as well.")]
        index = Index.of(many, tmp_path)
    assert not index.whole
    for one in many:
        for paragraph in one.paragraphs:
            text = one.text[paragraph.start : paragraph.end]
            for word in re.findall(r"word\w+", text):
                (hit,) = search(index, f"'{word}").hits
                assert (hit.document, hit.start, hit.end) == (one, paragraph.start, paragraph.end)
                here = one, paragraph.start, paragraph.end
                before = one, 0, paragraph.start
                assert search(index, f"'{word}", within=here).total == 1
                assert search(index, f"'{word}", within=before).total == 0


def test_the_endings_of_many_words_are_kept_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.search.storage._MANY", 0)
    Index.of(opened(), tmp_path)
    again = opened()
    index = Index.of(again, tmp_path)
    assert index.vocabulary.backwards
    assert found(index, "xocument ") == again


def test_the_same_content_twice_is_found_twice(tmp_path: Path) -> None:
    twins = [document("Twin of tea."), document("Twin of tea.")]
    assert set(found(Index.of(twins, tmp_path), "twin")) == set(twins)
    assert set(found(Index.of(twins, tmp_path), "twin")) == set(twins)


def damage(path: Path, how: str) -> None:
    """Damage a file; not in place, for this very process may still have it mapped."""
    held = path.read_bytes()
    path.unlink()
    if how == "cut":
        path.write_bytes(held[: len(held) // 2])
    elif how == "garbage":
        path.write_bytes(os.urandom(len(held)))


@pytest.mark.parametrize("how", ["cut", "garbage", "gone"])
@pytest.mark.parametrize(
    "name", ["manifest", "words", "frequencies", "starts", "postings/meta.json", "*.idx"]
)
def test_a_damaged_index_is_made_anew(tmp_path: Path, how: str, name: str) -> None:
    Index.of(opened(), tmp_path)
    (home,) = homes(tmp_path)
    time.sleep(0.002)
    for path in home.rglob(name) if "*" in name else [home / name]:
        damage(path, how)
    again = opened()
    index = Index.of(again, tmp_path)
    assert found(index, "tea") == [again[0]]
    assert index.notice == ""


def test_what_another_version_made_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Index.of(opened(), tmp_path)
    monkeypatch.setattr("tui.__version__", "999")
    again = opened()
    assert found(Index.of(again, tmp_path), "tea") == [again[0]]
    assert len(homes(tmp_path)) == 2


def test_a_folder_that_cannot_be_written_means_memory_and_a_notice(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    again = opened()
    index = Index.of(again, blocked / "index")
    assert found(index, "tea") == [again[0]]
    assert "memory" in index.notice


def test_a_full_disk_means_memory_and_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    again = opened()
    index = Index.of(again, tmp_path)
    assert found(index, "tea") == [again[0]]
    assert "No space left" in index.notice
    assert list(tmp_path.iterdir()) == []


def test_dropped_halfway_nothing_is_left(tmp_path: Path) -> None:
    steps = indexing([document(*["A sentence about tea."] * 2000)], tmp_path)
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


def test_old_collections_are_forgotten(tmp_path: Path) -> None:
    for n in range(9):
        Index.of([document(f"Collection {n}.")], tmp_path)
    assert len(homes(tmp_path)) <= 6


PROGRAM = """
import sys
from pathlib import Path
from tests.search.test_storage import opened
from tui.search import Index, search
index = Index.of(opened(), Path(sys.argv[1]))
sys.exit(search(index, "tea").total != 1 or bool(index.notice))
"""


def test_two_programs_at_once_are_safe(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    root = Path(__file__).parents[2]
    running = [subprocess.Popen(command, cwd=root) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(list(tmp_path.iterdir())) == 1
