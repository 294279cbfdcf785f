"""An e-book → DOCUMENT: its chapters in the order of the spine, headings as they are marked."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui.document import Document, Unreadable
from tui.ingest.archive import Archive
from tui.ingest.blocks import Block, Meta, document, joined, one_line
from tui.ingest.xhtml import blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"


def read_epub(path: str, data: bytes) -> Document:
    """Read an e-book. A chapter without a heading takes its name from the book's contents.

    Raises Unreadable for books under a lock (DRM).
    """
    archive = Archive(path, data)
    rootfile = next(archive.xml(_CONTAINER).iter("{*}rootfile"), None)
    package_path = rootfile.get("full-path", "") if rootfile is not None else ""
    package = archive.xml(package_path)
    folder = posixpath.dirname(package_path)
    chapters = list(_spine(package, folder))
    _refuse_locked(archive, set(chapters))
    names = _contents(archive, package, folder)
    found: list[Block] = []
    for chapter in chapters:
        if chapter in archive:
            found.extend(_chapter(archive, chapter, names.get(chapter, "")))
    text, paragraphs = joined(found)
    return document(path, data, text, paragraphs, _meta(package))


def _meta(package: _Element) -> Meta:
    def first(name: str) -> str:
        return one_line(next((e.text for e in package.iter(f"{{*}}{name}") if e.text), ""))

    return Meta(
        title=first("title"),
        authors=tuple(one_line(e.text) for e in package.iter("{*}creator") if e.text),
        outlet=first("publisher"),
        date=first("date"),
    )


def _spine(package: _Element, folder: str) -> Iterator[str]:
    """Yield the names of the chapters' members in reading order, the contents page left out."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split():
            yield _member(folder, item.get("href", ""))


def _refuse_locked(archive: Archive, chapters: set[str]) -> None:
    """Raise where a chapter is encrypted; fonts often are, and do not matter."""
    root = archive.xml_if_there(_ENCRYPTION)
    for reference in root.iter("{*}CipherReference") if root is not None else ():
        if unquote(reference.get("URI", "")) in chapters:
            raise Unreadable(archive.path, "encrypted (the book is under a lock)")


def _contents(archive: Archive, package: _Element, folder: str) -> dict[str, str]:
    """Read the book's contents: of each member its first name there."""
    names: dict[str, str] = {}
    for item in package.iter("{*}item"):
        kind = item.get("media-type", "")
        if "nav" not in (item.get("properties") or "").split() and "ncx" not in kind:
            continue
        member = _member(folder, item.get("href", ""))
        root = archive.xml_if_there(member)
        if root is None:
            continue
        here = posixpath.dirname(member)
        for link in root.iter("{*}a"):
            label = one_line("".join(link.itertext()))
            names.setdefault(_member(here, link.get("href", "")), label)
        for point in root.iter("{*}navPoint"):
            content = next(point.iter("{*}content"), None)
            if content is not None:
                label = one_line(next((text.text for text in point.iter("{*}text")), ""))
                names.setdefault(_member(here, content.get("src", "")), label)
    return names


def _member(folder: str, reference: str) -> str:
    """Give the name inside the archive that a reference from a folder means."""
    return posixpath.normpath(posixpath.join(folder, unquote(reference.partition("#")[0])))


def _chapter(archive: Archive, name: str, called: str) -> Iterator[Block]:
    """Yield a chapter's blocks, below its name where it has no heading itself."""
    found = list(blocks(archive.xml(name)))
    words = sum(len(block.text) for block in found)
    if called and words and not any(block.kind == "heading" for block in found):
        if found[0].text.casefold() == called.casefold():
            found = found[1:]
        yield Block(called, "heading", 1)
    yield from found
