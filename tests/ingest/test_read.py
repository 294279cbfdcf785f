"""A source is read by the reader of its format, and says plainly why when it cannot be."""

import io
import os
import sys
from pathlib import Path

import pytest

from tui import ingest
from tui.document import Document, Unreadable

PROSE = "It was a quiet day in Astana.\n\nNothing happened.\n"


def refusal(path: str, data: bytes | None = None) -> str:
    with pytest.raises(Unreadable) as raised:
        ingest.read(path, data)
    assert raised.value.path == path
    assert "\n" not in str(raised.value)
    return raised.value.reason


def test_a_plain_text_is_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + PROSE.replace("\n", "\r\n").encode())
    (document,) = ingest.read(str(path))
    assert document.text == PROSE
    assert document.path == str(path)
    words = [PROSE[p.start : p.end] for p in document.paragraphs]
    assert words == ["It was a quiet day in Astana.", "Nothing happened."]


def test_bytes_already_read_are_not_read_again() -> None:
    (document,) = ingest.read("-", PROSE.encode())
    assert document.path == "-"
    assert document.text == PROSE


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode())))
    assert ingest.read("-")[0].text == PROSE


def test_a_keyboard_is_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    assert refusal("-") == "nothing is piped into standard input"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "none.txt")) == "no such file or directory"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(str(tmp_path)) == "is a directory"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Unix")
def test_a_device_without_end_is_not_read() -> None:
    assert refusal("/dev/zero") == "a device, not a file"


def test_a_forbidden_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> io.FileIO:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr("builtins.open", forbidden)
    assert refusal(str(tmp_path / "secret.txt")) == "permission denied"


def test_a_name_that_no_system_allows_is_refused() -> None:
    assert "null" in refusal("a\0b.txt")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert refusal(str(tmp_path / "a.txt")) == "empty"


def test_a_binary_file_is_refused() -> None:
    assert refusal("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\0") == "binary: looks like a PNG image"


def test_control_characters_stay_in_the_text() -> None:
    (document,) = ingest.read("a.txt", b"red \x1b[31m and a bell \x07 in prose\n" * 9)
    assert "\x1b[31m" in document.text
    assert "\x07" in document.text


def test_parts_never_raise() -> None:
    parts = list(ingest.parts("a.txt", b""))
    assert [type(part) for part in parts] == [Unreadable]
    assert [type(part) for part in ingest.parts("a.txt", PROSE.encode())] == [Document]
