"""Rows of articles, as JSON or CSV → a DOCUMENT a row; broken rows are named."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from io import StringIO

from tui.document import Document, Unreadable
from tui.ingest.blocks import one_line
from tui.ingest.dates import iso_date
from tui.ingest.decoding import decode
from tui.ingest.formats import HEAD
from tui.ingest.text import read_text

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "maintext", "articletext", "story"),
    "title": ("title", "headline", "heading", "name"),
    "date": ("date", "published", "publishdate", "publisheddate", "datepublish", "datepublished",
             "publishedat", "pubdate", "publicationdate", "createdat", "timestamp", "time"),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper", "site", "sitename",
               "sourcename", "sourcedomain", "domain", "hostname"),
    "url": ("url", "link", "href", "uri", "permalink"),
    "author": ("author", "authors", "byline", "creator", "by"),
}  # fmt: skip
"""What the fields of an article are usually called, in small letters without punctuation."""

_SHOWN = 6
"""How many lines of broken rows are named."""

Row = tuple[int, Mapping[str, object] | None]
"""The line a row begins on, from 1, and its fields; None where it cannot be read."""


_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 and UTF-32 begin."""

_SINGLE = re.compile(r"(?:^|[,;\t|])'[^'\n]*[,;\t|][^'\n]*'(?:[,;\t|]|\r?$)", re.MULTILINE)
"""A field in single quotes that holds what parts fields."""


def read_jsonl(path: str, data: bytes) -> Iterator[Document | Unreadable]:
    """Yield a document a line, or one for each object of an array, named by its number there.

    The broken ones are one problem, told last.
    """
    if data.startswith(_WIDE):
        data = decode(path, data).encode()
    listed = articles(data)
    return _documents(path, enumerate(listed, 1) if listed else _jsonl(data))


def read_csv(path: str, data: bytes) -> Iterator[Document | Unreadable]:
    """Yield a document a row; the broken rows are one problem, told last.

    The first row names the columns. Raises Unreadable where none of them is the text.
    """
    return _documents(path, _csv(path, decode(path, data)))


def _documents(path: str, rows: Iterator[Row]) -> Iterator[Document | Unreadable]:
    broken: list[int] = []
    count = 0
    for line, fields in rows:
        count += 1
        document = _document(f"{path}:{line}", fields) if fields else None
        if document is None:
            broken.append(line)
        else:
            yield document
    if broken or not count:
        yield Unreadable(path, _complaint(broken, count))


def _complaint(broken: list[int], count: int) -> str:
    if not count:
        return "no rows in it"
    lines = ", ".join(map(str, broken[:_SHOWN])) + (", …" if len(broken) > _SHOWN else "")
    word = "line" if len(broken) == 1 else "lines"
    return f"{len(broken)} of {count} rows cannot be read or have no text ({word} {lines})"


def _document(path: str, fields: Mapping[str, object]) -> Document | None:
    """Make a row's document, or None where it has no text; `path` ends with the row's line."""
    said = {_key(name): value for name, value in fields.items()}

    def field(name: str) -> str:
        return next((words for key in _NAMES[name] if (words := _words(said.get(key)))), "")

    text = field("text").encode("utf-8", "replace")
    try:
        document = read_text(path, text)
    except Unreadable:
        return None
    date = field("date") or next(
        (str(said[key]) for key in _NAMES["date"] if isinstance(said.get(key), int | float)), ""
    )
    return replace(
        document,
        sha256=sha256(json.dumps(fields, default=str, sort_keys=True).encode()).hexdigest(),
        title=one_line(field("title")) or document.title,
        authors=tuple(filter(None, map(one_line, field("author").split(";")))),
        outlet=one_line(field("outlet")),
        date=iso_date(date),
        url=field("url"),
    )


def _key(name: object) -> str:
    return "".join(c for c in str(name).lower() if c.isalnum())


def _words(value: object) -> str:
    """Give a field's words: a list's by semicolons, an object's by its name."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"))
    return ""


def articles(data: bytes) -> list[Mapping[str, object] | None]:
    """Give the objects of one JSON array, or of the one that an object holds, if they are articles.

    None stands for what is no object; an object that is an article itself is the only one.
    """
    line, _, rest = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith((b"[", b"{")) or (rest[:HEAD].strip() and _is_object(line)):
        return []
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return []
    if isinstance(value, dict) and not _is_article(value):
        value = next((each for each in value.values() if isinstance(each, list)), None)
    found = value if isinstance(value, list) else [value]
    if not any(map(_is_article, found)):
        return []
    return [each if isinstance(each, dict) else None for each in found]


def _is_article(value: object) -> bool:
    return isinstance(value, dict) and not set(map(_key, value)).isdisjoint(_NAMES["text"])


def _is_object(row: bytes) -> bool:
    try:
        return isinstance(json.loads(row), dict)
    except (ValueError, RecursionError):
        return False


def _jsonl(data: bytes) -> Iterator[Row]:
    for line, row in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not row.strip():
            continue
        try:
            fields = json.loads(decode("", row))
        except (ValueError, RecursionError, Unreadable):
            fields = None
        yield line, fields if isinstance(fields, dict) else None


def _csv(path: str, text: str) -> Iterator[Row]:
    csv.field_size_limit(2**31 - 1)  # an article may be longer than the library expects
    rows = csv.reader(StringIO(text, newline=""), _dialect(text))
    header = next((row for row in rows if any(map(str.strip, row)) and not _says_how(row)), [])
    if not is_header(header):
        columns = ", ".join(header[:8])
        raise Unreadable(path, f"no column called text; the columns are {one_line(columns)}")
    line = rows.line_num + 1
    try:
        for row in rows:
            if row:
                fits = len(row) == len(header)
                yield line, dict(zip(header, row, strict=True)) if fits else None
            line = rows.line_num + 1
    except csv.Error:
        yield line, None


def is_header(names: Sequence[str]) -> bool:
    """Tell whether one of the columns holds the text of articles."""
    return not set(map(_key, names)).isdisjoint(_NAMES["text"])


def is_table(line: str) -> bool:
    """Tell whether a line names the columns of a table of articles: the text and another."""
    names = next(csv.reader([line.strip()], _dialect(line)), [])
    keys = set(map(_key, names))
    known = [not keys.isdisjoint(usual) for usual in _NAMES.values()]
    return known[0] and sum(known) > 1 and all(name and name == name.strip() for name in names)


def _says_how(row: Sequence[str]) -> bool:
    """Tell the line that tells a spreadsheet what parts the fields."""
    return row[0].lower().startswith("sep=")


def _dialect(text: str) -> type[csv.Dialect]:
    """Tell the delimiter by which one the first line has most of, and the quotes."""
    said = re.match(r"sep=(.)\s*\n", text, re.IGNORECASE)
    first = text.lstrip().partition("\n")[0]
    found = said[1] if said else max(",\t;|", key=first.count)
    single = '"' not in text[:20_000] and _SINGLE.search(text[:20_000]) is not None

    class Dialect(csv.excel):
        delimiter = found
        quotechar = "'" if single else '"'

    return Dialect
