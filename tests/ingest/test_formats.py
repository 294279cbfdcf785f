"""A format is told by content first, name second, and what is no text is refused with a reason."""

import io
import zipfile
from pathlib import Path

import pytest

from tui.document import Unreadable
from tui.ingest import formats

PROSE = b"It was a quiet day in Astana. Nothing happened."


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")  # the same bytes at any time
    return held.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200)
LOCKED = "encrypted: it opens with a password only"


@pytest.mark.parametrize(
    ("path", "data", "told"),
    [
        ("a.txt", PROSE, "text"),
        ("a", PROSE, "text"),
        ("a.unknown", PROSE, "text"),
        ("-", PROSE, "text"),
        ("a.MD", PROSE, "markdown"),
        ("a.rst", PROSE, "rst"),
        ("a.csv", b"title,text\na,b\n", "csv"),
        ("a.tsv", b"title\ttext\na\tb\n", "csv"),
        ("a.jsonl", b'{"text": "a"}\n', "jsonl"),
        ("a.txt", b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        ("-", b'{"text": "a"}', "jsonl"),
        ("a.txt", b"{braces} are no JSON\n", "text"),
        ("a.txt", b"<!DOCTYPE html><html><body>x</body></html>", "html"),
        ("a.txt", b"\xef\xbb\xbf\n<!-- saved --><HTML lang=en>", "html"),
        ("a.docx", b"<html><body>Word writes these too</body></html>", "html"),
        ("a.xhtml", b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        ("a.html", PROSE, "html"),
        ("a.txt", b"%PDF-1.7\n", "pdf"),
        ("-", b"\n%PDF-1.4\n", "pdf"),
        ("a", b"From: <Saved by Blink>\nContent-Type: multipart/related; x\n\n", "mhtml"),
        ("a.txt", b"Content-Type: a header is quoted here\n", "text"),
        ("a.zip", zipped("word/document.xml"), "docx"),
        ("a", zipped("mimetype", "META-INF/container.xml"), "epub"),
        ("a.txt", "Заря".encode("utf-16"), "text"),
        ("a.txt", "Заря".encode("utf-32"), "text"),
        ("a.txt", b"an escape \x1b[31m stays text", "text"),
        ("a.txt", PROSE * 40 + b"\0", "text"),
        ("a.txt", "Zaria, Nigeria: words".encode("utf-16-le"), "text"),
        ("a.txt", "Zaria, Nigeria: words".encode("utf-16-be"), "text"),
        ("-", b"title,date,text\na,2025,b\n", "csv"),
        ("a.txt", b"headline;body\na;b\n", "csv"),
        ("-", b"Title, text, and words\n", "text"),
        ("-", b"one,two\n", "text"),
        ("-", b'[{"text": "a"}]', "jsonl"),
        ("a.json", b'{\n "text": "a"\n}', "jsonl"),
        ("a.json", b'{\n "name": "a"\n}', "text"),
        ("-", b"[1] Notes are no JSON, nor is this.\n", "text"),
        ("-", b"# On Trade\n\nWords.\n", "markdown"),
        ("notes", b"---\ntitle: On Trade\n---\nWords.\n", "markdown"),
        ("a.txt", b"# On Trade\n\nWords.\n", "text"),
        ("-", b"#!/bin/sh\n# comment\necho\n", "text"),
    ],
)
def test_content_tells_the_format_then_the_name(path: str, data: bytes, told: str) -> None:
    assert formats.tell(path, data) == told


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary: looks like a PNG image"),
        ("a.pdf", b"\xff\xd8\xff\xe0\0\x10JFIF", "no PDF file: its content is binary"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "binary: looks like a JPEG image"),
        ("a", b"\x7fELF\2\1\1\0\0\0\0", "binary: looks like a program"),
        ("a.txt", bytes(range(256)) * 4, "binary, not text"),
        ("a.txt", b"a\0b\0c\0", "binary, not text"),
        ("a.docx", PROSE, "no DOCX file: its content is plain text"),
        ("a.pdf", PROSE, "no PDF file: its content is plain text"),
        ("a.epub", PROSE, "no EPUB file: its content is plain text"),
        ("a.docx", zipped("word/document.xml")[:-30], "damaged: a zip archive that ends too early"),
        ("a.zip", zipped("readme"), "binary: looks like a zip archive"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        (
            "a.docx",
            OLE,
            "looks like an old Word, Excel or PowerPoint file; save it as .docx or .pdf",
        ),
        ("a.xlsx", zipped("xl/workbook.xml"), "looks like an Excel workbook"),
        ("a.odt", zipped("content.xml"), "looks like an OpenDocument file; save it as .docx"),
        ("a.rtf", rb"{\rtf1 words}", "looks like RTF; save it as .docx or .txt"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.html", b"\n", "empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_it_looks_like(
    path: str, data: bytes, reason: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        formats.tell(path, data)
    assert refusal.value.path == path
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("name", "data", "worth"),
    [
        ("a.txt", b"", True),
        ("a.PDF", b"", True),
        ("notes", PROSE, False),
        ("a.py", PROSE, False),
        ("paper", b"%PDF-1.7", True),
        ("saved", b"<html>", True),
        ("news.json", b'[{"title": "a", "text": "b"}]', True),
        ("package.json", b'{"name": "a"}', False),
    ],
)
def test_a_folder_is_searched_by_name_then_by_first_bytes(
    tmp_path: Path, name: str, data: bytes, worth: bool
) -> None:
    (tmp_path / name).write_bytes(data)
    assert formats.is_document(str(tmp_path / name)) is worth
