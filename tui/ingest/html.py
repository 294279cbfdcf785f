"""A saved web page → DOCUMENT: the article without the page's furniture, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.document import BODY_KINDS, Document, Unreadable
from tui.ingest.blocks import Block, Meta, aligned, document, joined, one_line
from tui.ingest.chunks import rejoined
from tui.ingest.decoding import guessed

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document as Extracted

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_LINKS = 0.7
"""Above this share of linked characters a last block belongs to the page, not the article."""

_BREAKING = frozenset({"lb", "p", "head", "item", "row", "quote", "list"})
_WRAPS = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u200b]+")


def read_html(path: str, data: bytes) -> Document:
    """Read the article of a web page; its h1–h6 are headings, its metadata the page's.

    Raises Unreadable where no article can be found in the page.
    """
    return article(path, data, decode(data))


def read_mhtml(path: str, data: bytes) -> Document:
    """Read the article of a web page that was saved in one file with its pictures."""
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = part.get_content_charset()
                url = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
                return article(path, data, decode(content, charset), str(url))
    raise Unreadable(path, "no web page in it")


def article(path: str, data: bytes, page: str, url: str = "") -> Document:
    """Make a document of the article in a page's markup; `data` are the source's own bytes.

    The headline is the document's title and no part of the text, which many pages keep it out
    of anyway; links that trail the article are left out.
    """
    found = _found(page, url)
    if found is not None and (whole := rejoined(page, "".join(found.body.itertext()))) is not None:
        found = _found(whole, url) or found
    if found is None:
        raise Unreadable(path, "no article in this page")
    title = one_line(found.title)
    blocks = _blocks(_without_trail(found.body))
    text, paragraphs = joined(b for b in blocks if b.kind != "heading" or b.text != title)
    if not any(paragraph.kind in BODY_KINDS for paragraph in paragraphs):
        raise Unreadable(path, "no article in this page")
    meta = Meta(
        title=title,
        authors=tuple(filter(None, map(one_line, (found.author or "").split(";")))),
        outlet=one_line(found.sitename),
        date=found.date or "",
        url=found.url or url,
    )
    return document(path, data, text, paragraphs, meta)


def decode(data: bytes, charset: str | None = None) -> str:
    """Decode by BOM, strict UTF-8, what the sender or the page says, by guess at last."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:4096])
    encoding = charset or (said[1].decode("ascii", "replace") if said else "")
    if encoding.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
        encoding = "cp1252"  # as browsers do
    try:
        return data.decode(encoding, "replace") if encoding else guessed(data)
    except LookupError:
        return guessed(data)


def _found(page: str | _Element, url: str) -> Extracted | None:
    """Extract the article and what the page says of it, or nothing where there is no article."""
    from trafilatura import bare_extraction

    for library in ("trafilatura", "htmldate", "courlan", "readability"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)  # they would write on the screen
    found = bare_extraction(
        page,
        url=url or None,
        include_comments=False,
        include_links=True,  # so that blocks which are nothing but links can be told
        with_metadata=True,
        date_extraction_params={"extensive_search": False},  # no years that the text speaks of
    )
    return None if found is None or isinstance(found, dict) or found.body is None else found


def _without_trail(body: _Element) -> list[_Element]:
    """Give the blocks of the tree without the run of links to other pages at their end."""
    elements = list(body)
    while len(elements) > 1 and _links(elements[-1]) > _LINKS:
        elements.pop()
    return elements


def _links(element: _Element) -> float:
    """Give the share of the element's characters that stand in links."""
    linked = sum(len("".join(link.itertext())) for link in element.iter("ref"))
    return linked / max(1, len("".join(element.itertext()).strip()))


def _blocks(elements: Iterable[_Element]) -> Iterator[Block]:
    """Yield the blocks of trafilatura's tree in order."""
    for element in elements:
        match element.tag:
            case "head":
                level = (element.get("rend") or "h2")[1:]
                yield Block(_line(element), "heading", int(level) if level.isdigit() else 2)
            case "list":
                yield from _items(element, 1)
            case "quote":
                for line in _lines(element):
                    yield Block(line, "quote")
            case "table":
                rows = [[_line(cell) for cell in row.iter("cell")] for row in element.iter("row")]
                for row in aligned([row for row in rows if any(row)]):
                    yield Block(row, "table")
            case "code":
                yield Block("".join(element.itertext()).strip("\n"), "code")
            case "p" | "ab" | "fw" | "div" | "item":
                for line in _lines(element):
                    yield Block(line)
        if element.tail:
            yield Block(_BLANKS.sub(" ", _WRAPS.sub(" ", element.tail)).strip())


def _items(element: _Element, level: int) -> Iterator[Block]:
    """Yield the items of a list and of the lists inside it, each after its mark."""
    numbered = element.get("rend") == "ol"
    for number, item in enumerate(element.iterchildren("item"), 1):
        mark = f"{number}. " if numbered else "• "
        inner = item.findall("list")
        for child in inner:
            item.remove(child)
        words = _line(item)
        if words:
            yield Block(mark + words, "list", level)
        for child in inner:
            yield from _items(child, level + 1)


def _line(element: _Element) -> str:
    return " ".join(_lines(element))


def _lines(element: _Element) -> list[str]:
    """Give the element's words, a string for each line that the page breaks."""
    lines = "".join(_runs(element)).split("\n")
    return [line for line in (_BLANKS.sub(" ", line).strip() for line in lines) if line]


def _runs(element: _Element) -> Iterator[str]:
    yield _WRAPS.sub(" ", element.text or "")
    for child in element:
        breaks = child.tag in _BREAKING
        if breaks:
            yield "\n"
        yield from _runs(child)
        if breaks:
            yield "\n"
        yield _WRAPS.sub(" ", child.tail or "")
