"""A source's bytes and name → which format it is in; what no reader can read is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from tui.document import Unreadable

Format = Literal["text", "markdown", "rst", "html", "mhtml", "pdf", "docx", "epub", "jsonl", "csv"]

SUFFIXES: Mapping[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".rst": "rst",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
}
"""The names a folder is searched for; a file named outright may have any name."""

_NAMES = 300
"""A longer line, in bytes, does not name the columns of a table."""

_STOPS = (b".", b"!", b"?", b":")
"""What ends a line of prose, and hardly a column's name."""

HEAD = 4096
"""How many bytes from the beginning tell a format."""

_OLE = b"\xd0\xcf\x11\xe0"
_OLD = "an old Word, Excel or PowerPoint file; save it as .docx or .pdf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What such a file holds that is a new one under a password."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "an image, sound or video"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound or video"),
    (b"fLaC", "a FLAC sound"),
    (b"\x1aE\xdf\xa3", "a Matroska video"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\xca\xfe\xba\xbe", "a compiled program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\0asm", "a WebAssembly program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (_OLE, _OLD),
    (b"wOFF", "a font"),
    (b"\0\1\0\0\0", "a font"),
)
"""First bytes of what is often met; counted only where the content is binary."""

_TEXT_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "looks like RTF; save it as .docx or .txt"),
    (b"%!PS", "looks like PostScript; convert it to .pdf"),
)
"""Formats written in text characters whose text nobody wants to read."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_MARKDOWN = re.compile(
    rb"\A---\r?\n(?:[\w-]+:.*\r?\n)+---\r?\n|(?:\A|\n\r?\n)#{1,6} [^\n]+\n\r?\n(?=[^#\s])"
)
"""Front matter, or a heading that stands apart."""
_ARTICLES = re.compile(
    rb'"(?:text|body|content|article|full_?text|main_?text|article_?text|story)"\s*:', re.IGNORECASE
)
"""What JSON that holds articles has in its first objects, and other JSON seldom."""
_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]*:\s")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_OFFICE: tuple[tuple[str, str], ...] = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
)


def tell(path: str, data: bytes) -> Format:
    """Tell the format by content first, name second; raise Unreadable, saying what it looks like.

    Anything that is text and nothing else in particular is plain text, whatever its name.
    """
    named = SUFFIXES.get(_suffix(path), "text")
    found = seen(data[:HEAD])
    if data[:4] == b"PK\x03\x04":
        return _zipped(path, data)
    if found:
        return found
    if data.startswith(_OLE) and _LOCKED in data:
        raise Unreadable(path, "encrypted: it opens with a password only")
    if data.startswith(_OLE) and named == "docx":
        raise Unreadable(path, f"looks like {_OLD}")
    if named in ("pdf", "docx", "epub"):
        content = "its content is binary" if _is_binary(data) else "its content is plain text"
        raise Unreadable(path, f"no {named.upper()} file: {content}")
    if _is_binary(data):
        looks = next((name for magic, name in _MAGIC if data.startswith(magic)), "")
        raise Unreadable(path, f"binary: looks like {looks}" if looks else "binary, not text")
    for magic, reason in _TEXT_MAGIC:
        if data.startswith(magic):
            raise Unreadable(path, reason)
    if not data.strip(b" \t\r\n\f\v\xef\xbb\xbf\xff\xfe\0"):
        raise Unreadable(path, "empty")
    return _text(path, data) if named == "text" else named


def _text(path: str, data: bytes) -> Format:
    """Tell what a text is that its name does not tell."""
    line, end, _ = data[:_NAMES].lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if line.startswith((b"{", b"[")):
        from tui.ingest.rows import articles

        if _is_rows(data) or articles(data):
            return "jsonl"
    elif end and line.rstrip()[-1:] not in _STOPS and any(mark in line for mark in b",;\t|"):
        from tui.ingest.rows import is_table

        if is_table(line.decode("utf-8", "replace")):
            return "csv"
    nameless = _suffix(path) not in SUFFIXES
    return "markdown" if nameless and _MARKDOWN.search(data[:HEAD]) else "text"


def is_document(path: str) -> bool:
    """Say whether a file in a folder is worth opening: by its name, else by its first bytes."""
    if _suffix(path) in SUFFIXES:
        return True
    try:
        with Path(path).open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    articles = _suffix(path) == ".json" and _ARTICLES.search(head) is not None
    return articles or seen(head) is not None


def seen(head: bytes) -> Format | None:
    """Tell the format from the first bytes alone, where they leave no doubt; a zip does."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _HTML.match(head.removeprefix(_BOMS[0])):
        return "html"
    if _HEADER.match(head) and _MHTML.search(head):
        return "mhtml"
    return None


def _suffix(path: str) -> str:
    return "." + path.rpartition(".")[2].lower()


def _zipped(path: str, data: bytes) -> Format:
    """Tell a Word file and an e-book from other zip archives by the names inside."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(path, "damaged: a zip archive that ends too early") from None
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    for start, looks in _OFFICE:
        if any(name.startswith(start) for name in names):
            raise Unreadable(path, f"looks like {looks}")
    raise Unreadable(path, "binary: looks like a zip archive")


def _is_binary(data: bytes) -> bool:
    """Say whether the bytes are no text: ridden with NULs, or a tenth control characters."""
    if data.startswith(_BOMS[1:]) or unmarked(data):
        return False  # UTF-16 or UTF-32, where NULs belong
    head = data[:HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return data.count(b"\0") * 1000 > len(data) or controls * 10 > len(head)


def unmarked(data: bytes) -> str:
    """Name the encoding of UTF-16 without a mark: every other byte of most letters is NUL."""
    if b"\0" not in data[:2]:
        return ""
    even, odd = data[:HEAD:2], data[1:HEAD:2]
    for encoding, nuls, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(odd) > 7 and nuls.count(b"\0") > 0.6 * len(nuls) and b"\0" not in letters:
            return encoding
    return ""


def _is_rows(data: bytes) -> bool:
    """Say whether the first line is a whole JSON object, and so the file rows of them."""
    line = data.lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
