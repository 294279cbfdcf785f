"""A tree of XHTML whose every word is meant to be read → its blocks, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.document import Kind
from tui.ingest.blocks import Block, aligned

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = re.compile("head|script|style|template|nav|svg|math|noscript|audio|video|object")
_BLOCKS = re.compile(
    "html|body|main|article|section|div|header|footer|aside|figure|address|details|summary|center"
    "|h[1-6]|p|pre|ul|ol|li|dl|dt|dd|blockquote|table|caption|figcaption|hr|form|fieldset"
)
_KINDS: dict[str, Kind] = {"blockquote": "quote", "figcaption": "caption", "caption": "caption"}
_SPACE = re.compile(r"\s+")


def blocks(element: _Element, kind: Kind = "body", level: int = 0) -> Iterator[Block]:
    """Yield the blocks of an element: h1–h6, paragraphs, quotes, lists, tables and code.

    `kind` and `level` are those of the words that stand in it without a block of their own.
    """
    held: list[str] = [element.text or ""]
    for child in element:
        name = _name(child)
        if _BLOCKS.fullmatch(name):
            yield from _flushed(held, kind, level)
            yield from _block(child, name, kind, level)
        elif name == "br":
            held.append("\n")
        elif name and not _UNSEEN.fullmatch(name):
            held.append(_words(child))
        held.append(child.tail or "")
    yield from _flushed(held, kind, level)


def _block(element: _Element, name: str, kind: Kind, level: int) -> Iterator[Block]:
    if name[0] == "h" and name[1:].isdigit():
        yield Block(_SPACE.sub(" ", _words(element)).strip(), "heading", int(name[1:]))
    elif name == "pre":
        yield Block("".join(map(str, element.itertext())).strip("\n"), "code")
    elif name in ("ul", "ol"):
        yield from _items(element, name, level + 1)
    elif name == "table":
        yield from _table(element)
    else:
        yield from blocks(element, _KINDS.get(name, kind), level)


def _items(element: _Element, name: str, level: int) -> Iterator[Block]:
    """Yield the items of a list, the first words of each after its mark."""
    number = 0
    for item in element:
        if _name(item) != "li":
            continue
        number += 1
        mark = f"{number}. " if name == "ol" else "• "
        for block in blocks(item, "list", level):
            if mark and block.kind == "list" and block.level == level:
                block = Block(mark + block.text, "list", level)
                mark = ""
            yield block


def _table(element: _Element) -> Iterator[Block]:
    """Yield a table's caption and rows; one of a single column is only a frame."""
    rows = [
        [cell for cell in row if _name(cell) in ("td", "th")]
        for row in element.iter()
        if _name(row) == "tr"
    ]
    for child in element:
        if _name(child) == "caption":
            yield from blocks(child, "caption")
    if max(map(len, rows), default=0) < 2:
        for row in rows:
            for cell in row:
                yield from blocks(cell)
        return
    for line in aligned([[_words(cell) for cell in row] for row in rows]):
        yield Block(line, "table")


def _flushed(held: list[str], kind: Kind, level: int) -> Iterator[Block]:
    """Yield the words held so far as a paragraph, and let go of them."""
    parts = "".join(each if each == "\n" else each.replace("\n", " ") for each in held)
    held.clear()
    lines = [_SPACE.sub(" ", line).strip() for line in parts.split("\n")]
    text = "\n".join(filter(None, lines))
    if text:
        yield Block(text, kind, level)


def _words(element: _Element) -> str:
    """Give the words in an element, without those that are not shown."""
    parts = [element.text or ""]
    for child in element:
        name = _name(child)
        if name and not _UNSEEN.fullmatch(name):
            parts.append(_words(child))
            parts.append(" " if _BLOCKS.fullmatch(name) or name == "br" else "")
        parts.append(child.tail or "")
    return "".join(parts)


def _name(element: _Element) -> str:
    """Give the tag without its name space; nothing for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
