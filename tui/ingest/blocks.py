"""Blocks of a source with markup → DOCUMENT: joined into one text, bare ones told their kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate

from tui.document import Document, Kind, Origin, Paragraph, Unreadable
from tui.ingest import kinds, language, roles
from tui.ingest.dates import iso_date

_FOUND: frozenset[Kind] = frozenset({"furniture", "caption", "keywords"})
"""Kinds that no markup names: a paragraph's words tell them."""

_SURE = 0.85
"""Furniture told with less confidence is told by its company, which means little here."""

_WIDE = 100
"""A table wider than this, in characters, is not aligned: its rows will be wrapped."""


Placed = tuple[int, str, Kind, int]
"""A line of the source, from 0, what is seen there and below, and the kind and level of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source before it has a place."""

    text: str
    """Its words, without white space around them; lines inside are kept."""
    kind: Kind = "body"
    """What the markup says it is."""
    level: int = 0
    """For a heading its depth, for a list's item its nesting."""
    origin: Origin = "given"
    """Whether markup says so."""
    confidence: float = 1.0
    """How sure the kind is."""
    reason: str = ""
    """Why the kind was told so; empty where it is given."""
    page: int = 0
    """The page it begins on, from 1; 0 for sources without pages."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What the source says of itself."""

    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    date: str = ""
    url: str = ""


def joined(blocks: Iterable[Block]) -> tuple[str, list[Paragraph]]:
    """Join blocks into a text and its paragraphs; empty ones are left out.

    Blank lines part them, but one line break parts the items of a list and a table's rows.
    """
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    start = 0
    for block in blocks:
        if not block.text:
            continue
        if paragraphs:
            close = block.kind == paragraphs[-1].kind and block.kind in ("list", "table")
            parts.append("\n" if close else "\n\n")
            start += len(parts[-1])
        told = (block.kind, block.level, block.origin, block.confidence, block.reason)
        paragraphs.append(Paragraph(start, start + len(block.text), *told))
        parts.append(block.text)
        start += len(block.text)
    return "".join(parts), paragraphs


def placed(count: int, blocks: Iterable[Placed]) -> tuple[str, list[Paragraph]]:
    """Lay blocks on the lines where the source has them, into a text of `count` lines."""
    lines = [""] * count
    spans: list[tuple[int, int, Kind, int]] = []
    for first, words, kind, level in blocks:
        shown = words.split("\n")
        for number, line in enumerate(shown, first):
            lines[number] = f"{lines[number]} {line}" if lines[number] else line
        if not spans or first >= spans[-1][1]:  # else the line has a paragraph already
            spans.append((first, first + len(shown), kind, level))
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    paragraphs = [
        Paragraph(starts[first], starts[end] - 1, kind, level) for first, end, kind, level in spans
    ]
    return "\n".join(lines), paragraphs


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Set a table's rows so that its columns stand below each other, where they are not wide."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    columns = max((len(row) for row in cells), default=0)
    widths = [max(len(row[i]) if i < len(row) else 0 for row in cells) for i in range(columns)]
    if sum(widths) + 3 * columns > _WIDE:
        return [" │ ".join(row) for row in cells]
    return [
        " │ ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in cells
    ]


def document(
    path: str,
    data: bytes,
    text: str,
    paragraphs: Sequence[Paragraph],
    meta: Meta,
    pages: tuple[int, ...] = (),
) -> Document:
    """Make the document; raise Unreadable where there is nothing to read.

    Paragraphs without a kind of their own are told furniture, captions and keyword lines, and
    headings where the source gives none. The first heading, where it says the title or is the
    only one of its depth, becomes the title, and the others move up to depth 1.
    """
    if not paragraphs:
        raise Unreadable(path, "no text in it")
    told = _levelled(_titled(text, _told(text, paragraphs), meta.title))
    title = meta.title or kinds.title(text, told)
    role, reason = roles.guess(text, told)
    return Document(
        path=path,
        text=text,
        paragraphs=tuple(told),
        sha256=sha256(data).hexdigest(),
        title=title,
        role=role,
        role_reason=reason,
        authors=meta.authors,
        outlet=meta.outlet,
        date=iso_date(meta.date),
        url=meta.url,
        language=language.guess(text),
        pages=pages,
    )


def one_line(words: str | None) -> str:
    """Fold the white space of what should be one line; nothing stays nothing."""
    return " ".join(words.split()) if words else ""


def _told(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Tell the kinds that the markup leaves open."""
    given = any(paragraph.kind == "heading" for paragraph in paragraphs)
    wanted = _FOUND if given else _FOUND | {"heading", "title"}
    found = {
        paragraph.start: paragraph
        for paragraph in kinds.tell(text, [(p.start, p.end) for p in paragraphs])
        if paragraph.kind in wanted
        and (paragraph.kind != "furniture" or paragraph.confidence >= _SURE)
    }
    return [found.get(p.start, p) if p.kind == "body" else p for p in paragraphs]


def _titled(text: str, paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """Make the heading that is the document's title a title."""
    headings = [i for i, p in enumerate(paragraphs) if p.kind == "heading"]
    if not headings or any(p.kind == "title" for p in paragraphs):
        return paragraphs
    first = headings[0]
    top = paragraphs[first].level
    words = one_line(text[paragraphs[first].start : paragraphs[first].end])
    alone = len(headings) > 1 and all(paragraphs[i].level > top for i in headings[1:])
    says = words.casefold() in title.casefold() or title.casefold() in words.casefold()
    if (says if title else alone) and paragraphs[first].origin == "given":
        paragraphs[first] = replace(paragraphs[first], kind="title", level=0)
    return paragraphs


def _levelled(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Number the headings' depths 1, 2, 3 without gaps, whatever the source began with."""
    used = sorted({p.level for p in paragraphs if p.kind == "heading"})
    if used == list(range(1, len(used) + 1)):
        return paragraphs
    depth = {level: index for index, level in enumerate(used, 1)}
    return [replace(p, level=depth[p.level]) if p.kind == "heading" else p for p in paragraphs]


def pages_of(
    blocks: Sequence[Block], paragraphs: Sequence[Paragraph], count: int
) -> tuple[int, ...]:
    """Give where each of `count` pages begins: at the first paragraph that begins on it or later.

    Blocks and paragraphs are the same in number.
    """
    starts: list[int] = []
    end = paragraphs[-1].end if paragraphs else 0
    for block, paragraph in zip(blocks, paragraphs, strict=True):
        starts.extend([paragraph.start] * (block.page - len(starts)))
    starts.extend([end] * (count - len(starts)))
    return (0, *starts[1:])
