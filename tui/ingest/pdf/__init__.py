"""A PDF → DOCUMENT: paragraphs in reading order, with pages, headings and no running heads."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.document import Document, Unreadable
from tui.ingest.blocks import Block, Meta, document, joined, one_line, pages_of
from tui.ingest.pdf.headings import Bookmark, with_headings
from tui.ingest.pdf.lines import Line, lines_of
from tui.ingest.pdf.paragraphs import paragraphs_of
from tui.ingest.pdf.running import without_running

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_SCANNED = 20
"""Fewer characters a page than this, and the pages are pictures."""

_NOBODY = re.compile(r"\W*(?:anonymous|unknown|unspecified|user|admin\w*|author)\W*", re.IGNORECASE)
"""What programs write where they know no author."""

_MADE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_FILE_NAME = re.compile(r"\.\w{2,4}$|^(?:microsoft word|untitled|document\d*)\b", re.IGNORECASE)


def read_pdf(path: str, data: bytes) -> Document:
    """Read a PDF; its bookmarks are headings, else lines set larger or bolder than the text.

    Raises Unreadable where it is encrypted, truncated, damaged or holds pictures of text only.
    """
    source = _opened(path, data)
    try:
        pages = list(_pages(source))
        bookmarks = tuple(_bookmarks(source))
        meta = _meta(source)
        count = len(source)
    finally:
        source.close()
    if sum(len(line.text) for page in pages for line in page) < _SCANNED * count:
        raise Unreadable(path, "no text in it: scanned pages need text recognition first")
    blocks = with_headings(paragraphs_of(without_running(pages)), bookmarks)
    text, paragraphs = joined(blocks)
    places = pages_of([block for block in blocks if block.text], paragraphs, count)
    shown = next((one_line(block.text) for block in blocks if block.kind == "title"), "")
    title = meta.title if _believable(meta.title, blocks) else shown
    described = Meta(title, meta.authors, date=meta.date)
    return document(path, data, text, paragraphs, described, places)


def _opened(path: str, data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    logging.getLogger("pypdfium2").setLevel(logging.CRITICAL + 1)  # it would write on the screen
    whole = b"%%EOF" in data.rstrip(b"\0\r\n\t ")[-4096:]
    try:
        source = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(path, "encrypted: it opens with a password only") from None
        if not whole:
            raise Unreadable(path, "truncated: the end of the file is missing") from None
        raise Unreadable(path, "damaged: no PDF that can be opened") from None
    if not whole:
        source.close()
        raise Unreadable(path, "truncated: the end of the file is missing")
    if not len(source):
        source.close()
        raise Unreadable(path, "no pages in it")
    return source


def _pages(source: PdfDocument) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each page; a page that is damaged has none."""
    from pypdfium2 import PdfiumError

    for number in range(len(source)):
        try:
            page = source[number]
        except PdfiumError:
            yield ()
            continue
        yield lines_of(page, number + 1)
        page.close()


def _bookmarks(source: PdfDocument) -> Iterator[Bookmark]:
    from pypdfium2 import PdfiumError

    try:
        for item in source.get_toc(max_depth=15):
            target = item.get_dest()
            page = target.get_index() if target else None
            if page is not None and item.get_title():
                yield Bookmark(one_line(item.get_title()), item.level + 1, page + 1)
    except PdfiumError:
        return


def _meta(source: PdfDocument) -> Meta:
    said = source.get_metadata_dict()
    made = _MADE.match(said.get("CreationDate", ""))
    return Meta(
        title=one_line(said.get("Title")),
        authors=tuple(
            name
            for part in re.split(r"[;,]|\band\b", said.get("Author", ""))
            if (name := one_line(part)) and not _NOBODY.fullmatch(name)
        ),
        date="-".join(filter(None, made.groups())) if made else "",
    )


def _believable(title: str, blocks: list[Block]) -> bool:
    """Say whether the title in the file's dictionary is one: no file name, and on a first page."""
    if not title or _FILE_NAME.search(title):
        return False
    first = "".join(c for b in blocks[:40] for c in b.text.casefold() if c.isalnum())
    return "".join(c for c in title.casefold() if c.isalnum())[:40] in first
