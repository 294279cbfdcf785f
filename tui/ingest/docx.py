"""A Word file → DOCUMENT: paragraphs, lists, tables and notes, headings by their styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.document import Document
from tui.ingest.archive import Archive
from tui.ingest.blocks import Block, Meta, aligned, document, joined, one_line
from tui.ingest.wordstyles import Lists, Style, W, styles, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_UNSEEN = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "txbxContent", "rPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""Parts of a paragraph that are not shown in it."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What the parts of a Word file beside its text say, and what was met on the way."""

    styles: Mapping[str, Style]
    """What each style makes of a paragraph, by its id."""
    lists: Lists
    """The lists' marks, counted as they are met."""
    notes: list[tuple[str, str]]
    """The notes met so far: footnote or endnote, and its id."""


def read_docx(path: str, data: bytes) -> Document:
    """Read a Word file; notes stand at its end, deletions not accepted yet are left out."""
    archive = Archive(path, data)
    body = archive.xml("word/document.xml").find(f"{W}body")
    word = _Word(
        styles(archive.xml_if_there("word/styles.xml")),
        Lists(archive.xml_if_there("word/numbering.xml")),
        [],
    )
    blocks = list(_blocks(body, word)) if body is not None else []
    blocks += _notes(archive, word)
    text, paragraphs = joined(blocks)
    meta = _meta(archive)
    shown = next((one_line(block.text) for block in blocks if block.kind == "title"), "")
    return document(path, data, text, paragraphs, replace(meta, title=shown or meta.title))


def _meta(archive: Archive) -> Meta:
    core = archive.xml_if_there("docProps/core.xml")
    if core is None:
        return Meta()
    return Meta(
        title=one_line(core.findtext(f"{_DC}title")),
        authors=tuple(
            name for a in (core.findtext(f"{_DC}creator") or "").split(";") if (name := one_line(a))
        ),
        date=core.findtext(f"{_TERMS}created") or core.findtext(f"{_TERMS}modified") or "",
    )


def _blocks(parent: _Element, word: _Word) -> Iterator[Block]:
    """Yield the blocks below an element, those in content controls and text boxes too."""
    for child in parent:
        if child.tag == f"{W}p":
            yield _paragraph(child, word)
            for box in child.iter(f"{W}txbxContent"):
                if not any("Fallback" in str(above.tag) for above in box.iterancestors()):
                    yield from _blocks(box, word)
        elif child.tag == f"{W}tbl":
            yield from _table(child, word)
        elif child.tag not in _UNSEEN and isinstance(child.tag, str):
            yield from _blocks(child, word)


def _paragraph(element: _Element, word: _Word) -> Block:
    """Make a block of a paragraph, after its list's mark where it has one."""
    properties = element.find(f"{W}pPr")
    style = word.styles.get(value(properties, "pStyle"), Style())
    text = _text(element, word)
    outline = value(properties, "outlineLvl")
    if style.kind == "body" and outline.isdigit() and int(outline) < 9:
        style = Style("heading", int(outline) + 1)
    list_id = value(properties, "numPr/numId") or style.list_id
    if not text or style.kind != "body" or list_id in ("", "0"):
        return Block(one_line(text) if style.kind == "heading" else text, style.kind, style.level)
    depth = value(properties, "numPr/ilvl")
    level = int(depth) if depth.isdigit() else 0
    return Block(word.lists.mark(list_id, level) + text, "list", level + 1)


def _text(element: _Element, word: _Word) -> str:
    """Give what is seen of a paragraph, notes by their number in brackets."""
    return "".join(_runs(element, word)).strip()


def _runs(element: _Element, word: _Word) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN:
            continue
        match child.tag.removeprefix(W) if isinstance(child.tag, str) else "":
            case "t":
                yield "".join(map(str, child.itertext()))
            case "tab":
                yield " "
            case "br" | "cr" if child.get(f"{W}type") in (None, "textWrapping"):
                yield "\n"
            case "noBreakHyphen":
                yield "‑"
            case "footnoteReference" | "endnoteReference" as kind:
                word.notes.append((kind[:-9], child.get(f"{W}id", "")))
                yield f"[{len(word.notes)}]"
            case "pPr":
                continue
            case _:
                yield from _runs(child, word)


def _table(element: _Element, word: _Word) -> Iterator[Block]:
    """Yield a table's rows; a table of one column is only a frame around its paragraphs."""
    own = (row for row in element.iter(f"{W}tr") if next(row.iterancestors(element.tag)) is element)
    rows = [row.findall(f"{W}tc") for row in own]
    if max(map(len, rows), default=0) < 2:
        for row in rows:
            for cell in row:
                yield from _blocks(cell, word)
        return
    words = [[_cell(cell, word) for cell in row] for row in rows]
    for line in aligned([row for row in words if any(row)]):
        yield Block(line, "table")


def _cell(cell: _Element, word: _Word) -> str:
    return " ".join(filter(None, (_text(each, word) for each in cell.iter(f"{W}p"))))


def _notes(archive: Archive, word: _Word) -> Iterator[Block]:
    """Yield the notes in the order they were met."""
    found: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _ in word.notes}:
        root = archive.xml_if_there(f"word/{kind}s.xml")
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            found[kind, note.get(f"{W}id", "")] = _cell(note, word)
    for number, key in enumerate(tuple(word.notes), 1):
        if found.get(key):
            yield Block(f"[{number}] {found[key]}", "list", 1)
