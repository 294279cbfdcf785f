"""reStructuredText → DOCUMENT: what the reader sees, each block on the line where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from tui.document import Document, Kind
from tui.ingest.blocks import Meta, Placed, document, placed
from tui.ingest.decoding import decode

_ADORNMENT = re.compile(r"([!-/:-@[-`{-~])\1{2,}$")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"``([^`\n]+)``"), r"\1"),
    (re.compile(r":[\w:+.-]+:`(?:[^`<]*?<)?~?!?([^`<>]+)>?`"), r"\1"),
    (re.compile(r"`([^`<]+?)[ \t]*(\n?)[ \t]*<[^>`]*>`__?"), r"\1\2"),
    (re.compile(r"`([^`]+)`__?"), r"\1"),
    (re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*"), r"\1"),
    (re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<=\])_\b|(?<=\w)__?(?=[\s.,;:)]|$)", re.MULTILINE), ""),
)
"""Inline markup and what is seen of it; none of them takes a line break away."""

_FIELD = re.compile(r":?([A-Z][\w -]{0,30}):(?:\s+(.*))?$")
_ITEM = re.compile(r"(?:([-*+•])|\(?(?:\d{1,3}|#|[a-zA-Z])[.)])\s+(?=\S)")
_TABLE = re.compile(r"[+=-][+=-]+[ +=-]*$")
_READ = re.compile("note|warning|important|tip|hint|attention|caution|danger|error|topic")
"""Directives whose content is prose."""

_UNSEEN = re.compile(r"\.\.(?:\s|$)")
_DIRECTIVE = re.compile(r"\.\.\s+(?:[\w-]+:)?([\w-]+)::\s*(.*)")
_FOOTNOTE = re.compile(r"\.\.\s+\[([\w#*.-]{1,40})\]\s+(\S.*)")


def read_rst(path: str, data: bytes) -> Document:
    """Read reStructuredText: the text without its markup, line for line.

    Adorned titles are headings, their depth by the order in which the adornments appear.
    Comments, targets and directives are unseen, except for the prose and code they hold.
    """
    source = decode(path, data)
    lines = source.split("\n")
    fields = _fields(lines)
    text, paragraphs = placed(len(lines), _seen(lines))
    meta = Meta(
        title=fields.get("title", ""),
        authors=tuple(name for a in fields.get("author", "").split(",") if (name := a.strip())),
        date=fields.get("date") or fields.get("created") or "",
    )
    return document(path, data, text, paragraphs, meta)


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """Read the pairs of the first field list."""
    found: dict[str, str] = {}
    for line in lines[:40]:
        match = _FIELD.match(line)
        if match:
            found.setdefault(match[1].lower(), (match[2] or "").strip())
    return found


def _seen(lines: Sequence[str]) -> Iterator[Placed]:
    """Yield the blocks that are seen, in order."""
    depths: list[str] = []
    literal = -1  # the indent outside which a literal block ends; -1 outside of one
    number = 0
    while number < len(lines):
        line = lines[number]
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            number += 1
            continue
        if literal >= 0 and indent <= literal:
            literal = -1
        end = _block_end(lines, number)
        title = _title(lines, number) if literal < 0 else None
        if title is not None:
            at, style = title
            if style not in depths:
                depths.append(style)
            yield at, _bare(lines[at].strip()), "heading", depths.index(style) + 1
            number = at + 2
            continue
        block = [each.rstrip() for each in lines[number:end]]
        if literal >= 0:
            yield number, dedent("\n".join(block)), "code", 0
        elif _UNSEEN.match(line.lstrip()):
            directive = _DIRECTIVE.match(line.lstrip())
            note = _FOOTNOTE.match(line.lstrip())
            if directive and _READ.fullmatch(directive[1]):
                if directive[2]:
                    yield number, _bare(directive[2]), "body", 0
                yield from _prose(number + 1, block[1:], indent)
            elif note:
                block[0] = f"[{note[1]}] {note[2]}"
                yield number, _bare("\n".join(map(str.strip, block))), "list", 1
            elif directive and "code" in directive[1]:
                literal = indent
            else:
                end = _content_end(lines, number, indent)
        else:
            yield from _prose(number, block, indent)
            if block[-1].endswith("::"):
                literal = indent
        number = end


def _block_end(lines: Sequence[str], number: int) -> int:
    """Give where the lines without a blank one between them end."""
    while number < len(lines) and lines[number].strip():
        number += 1
    return number


def _content_end(lines: Sequence[str], number: int, indent: int) -> int:
    """Give where the text that stands deeper than an unseen line ends."""
    number += 1
    while number < len(lines):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        number += 1
    return number


def _title(lines: Sequence[str], number: int) -> tuple[int, str] | None:
    """Give the line of a title that begins here, and how it is adorned."""
    over = _ADORNMENT.match(lines[number].rstrip())
    at = number + 1 if over else number
    if at + 1 >= len(lines) or not lines[at].strip() or (not over and lines[at][0] == " "):
        return None
    under = _ADORNMENT.match(lines[at + 1].rstrip())
    if not under or (over and over[0] != under[0]) or len(under[0]) < len(lines[at].strip()) - 2:
        return None
    return at, under[1] * (2 if over else 1)


def _prose(number: int, block: Sequence[str], indent: int) -> Iterator[Placed]:
    """Yield a block's table rows, list items or paragraph."""
    if not block:
        return
    if any(_TABLE.match(line.strip()) for line in block):
        for row, line in enumerate(block, number):
            if not _TABLE.match(line.strip()):
                yield row, line.strip().strip("|").replace("|", "│").strip(), "table", 0
        return
    held: list[str] = []
    first, kind = number, "quote" if indent else "body"
    fields = _FIELD.match(block[0].strip()) is not None
    for at, line in enumerate(block, number):
        words = line.strip()
        if held and (_ITEM.match(words) or (fields and _FIELD.match(words))):
            yield _joined(first, held, kind, indent)
            held, first = [], at
        held.append(words)
    if held:
        yield _joined(first, held, kind, indent)


def _joined(first: int, held: Sequence[str], kind: str, indent: int) -> Placed:
    words = _bare("\n".join(held))
    if words.endswith("::"):
        words = words[:-1]
    if _FIELD.match(held[0]) and held[0].startswith(":"):
        return first, words, "furniture", 0
    item = _ITEM.match(words)
    if item:
        words = "• " + words[item.end() :] if item[1] else words
        return first, words, "list", 1 + indent // 2
    told: Kind = "quote" if kind == "quote" else "body"
    return first, words, told, 0


def _bare(words: str) -> str:
    """Take the inline markup off."""
    for pattern, seen in _INLINE:
        words = pattern.sub(seen, words)
    return words
