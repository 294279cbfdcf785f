"""Markdown → DOCUMENT: what the reader sees, each block on the line where the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tui.document import Document, Kind
from tui.ingest.blocks import Meta, Placed, aligned, document, placed
from tui.ingest.decoding import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"""^([A-Za-z_-]+)[ \t]*[:=][ \t]*(.*?)[ \t]*$""", re.MULTILINE)
_MARKUP = re.compile(r"[*_`]+")
_DEEPEST = 100
"""How deep lists and quotes may stand in each other; what is deeper is left out."""
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def read_markdown(path: str, data: bytes) -> Document:
    """Read Markdown: the text without its markup, line for line, so `FILE:LINE` is the file's.

    A line that is nothing but markup is empty; a paragraph keeps its line breaks. Headings,
    quotes, lists, tables and code have their kinds; front matter is the metadata.
    """
    source = decode(path, data)
    front = _FRONT.match(source)
    body = source
    if front:
        body = "\n" * front[0].count("\n") + source[front.end() :]
    text, paragraphs = placed(source.count("\n") + 1, _seen(body))
    return document(path, data, text, paragraphs, _meta(front[2]) if front else Meta())


def _meta(front: str) -> Meta:
    """Read the plain pairs of front matter; nested ones stay unread."""
    said = {key.lower(): value.strip("\"'[] ") for key, value in _PAIR.findall(front)}
    authors = said.get("author") or said.get("authors") or ""
    return Meta(
        title=_MARKUP.sub("", said.get("title", "")),
        authors=tuple(name for a in authors.split(",") if (name := a.strip("\"' "))),
        outlet=said.get("outlet") or said.get("publisher") or said.get("source") or "",
        date=said.get("date", ""),
        url=said.get("url") or said.get("link") or "",
    )


def _seen(source: str) -> Iterator[Placed]:
    """Yield the blocks that are seen, in order, each with the line it begins on, from 0."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    tokens = parser.enable(["table", "strikethrough"]).parse(source)
    depth = quotes = 0
    mark = ""
    numbers: list[int | None] = []
    heading = 0
    for index, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                ordered = token.type.startswith("o")
                numbers.append(int(token.attrGet("start") or 1) if ordered else None)
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
                depth -= 1
            case "list_item_open":
                number = numbers[-1]
                mark = "• " if number is None else f"{number}. "
                numbers[-1] = None if number is None else number + 1
            case "blockquote_open" | "blockquote_close":
                quotes += token.nesting
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "fence" | "code_block":
                yield from _code(token)
            case "html_block":
                yield from _html(token)
            case "table_open":
                yield from _table(tokens, index)
            case "inline" if token.map and not _in_table(tokens, index):
                kind: Kind = "list" if depth else "quote" if quotes else "body"
                if heading and kind == "body":
                    yield from _block(token, "", "heading", heading)
                else:
                    yield from _block(token, mark, kind, depth)
                mark = ""


def _block(token: Token, mark: str, kind: Kind, level: int) -> Iterator[Placed]:
    """Yield a run of text on the line where its first word is, after a list's mark."""
    words = _words(token)
    first = (token.map[0] if token.map else 0) + len(words) - len(words.lstrip("\n"))
    if words := words.strip():
        yield first, mark + (words.replace("\n", " ") if kind == "heading" else words), kind, level


def _code(token: Token) -> Iterator[Placed]:
    """Yield a block of code, without the fence around it."""
    if token.map and token.content.strip():
        first = token.map[0] + (token.type == "fence")
        yield first, token.content.rstrip("\n"), "code", 0


def _in_table(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index - 1].type in ("th_open", "td_open")


def _html(token: Token) -> Iterator[Placed]:
    """Yield the words between the tags of raw HTML, on their lines."""
    first = token.map[0] if token.map else 0
    bare = _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), token.content)
    for number, line in enumerate(bare.split("\n"), first):
        if line.strip():
            yield number, line.strip(), "body", 0


def _table(tokens: Sequence[Token], index: int) -> Iterator[Placed]:
    """Yield a table's rows, their columns aligned."""
    rows: list[list[str]] = []
    firsts: list[int] = []
    for token in takewhile(lambda token: token.type != "table_close", islice(tokens, index, None)):
        if token.type == "tr_open" and token.map:
            rows.append([])
            firsts.append(token.map[0])
        elif token.type == "inline":
            rows[-1].append(_words(token).replace("\n", " "))
    for first, row in zip(firsts, aligned(rows), strict=True):
        yield first, row, "table", 0


def _words(token: Token) -> str:
    """Give what is seen of a run of text: links by their words, images by their description."""
    parts: list[str] = []
    for child in token.children or ():
        match child.type:
            case "text" | "text_special" | "code_inline":
                parts.append(child.content)
            case "softbreak" | "hardbreak":
                parts.append("\n")
            case "image":
                parts.append(child.content)
            case "html_inline" if child.content.lower().startswith("<br"):
                parts.append(" ")
    return "\n".join(line.strip() for line in "".join(parts).split("\n"))
