"""A Word file's styles and numbering → what they make of a paragraph, and the marks of lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.document import Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The name space of a Word file's text, styles and numbering."""

_HEADING = re.compile(r"heading\s*([1-9])")
_NAMED: tuple[tuple[str, Kind], ...] = (
    ("title", "title"),
    ("caption", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("block text", "quote"),
    ("html preformatted", "code"),
    ("macro", "code"),
    ("toc", "furniture"),
    ("table of figures", "furniture"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph's style makes of it."""

    kind: Kind = "body"
    """Its kind."""
    level: int = 0
    """A heading's depth."""
    list_id: str = ""
    """The list that its paragraphs are items of, or empty."""


def value(element: _Element | None, path: str) -> str:
    """Give the `w:val` of an element below, or nothing."""
    if element is None:
        return ""
    found = element.find("/".join(W + name for name in path.split("/")))
    return found.get(f"{W}val", "") if found is not None else ""


def styles(root: _Element | None) -> dict[str, Style]:
    """Read what each style means, from its name, its outline level or the style below it."""
    if root is None:
        return {}
    elements = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {name: _style(name, elements, 8) for name in elements}


def _style(name: str, elements: Mapping[str, _Element], deep: int) -> Style:
    element = elements.get(name)
    if element is None or not deep:
        return Style()
    called = value(element, "name").lower()
    list_id = value(element, "pPr/numPr/numId")
    heading = _HEADING.match(called)
    outline = value(element, "pPr/outlineLvl")
    if heading or (outline.isdigit() and int(outline) < 9):
        return Style("heading", int(heading[1]) if heading else int(outline) + 1)
    for begins, kind in _NAMED:
        if called == begins or (begins == "toc" and called.startswith("toc ")):
            return Style(kind)
    below = _style(value(element, "basedOn"), elements, deep - 1)
    return Style(below.kind, below.level, list_id or below.list_id)


class Lists:
    """The lists of one file, counted item by item."""

    def __init__(self, root: _Element | None) -> None:
        """Take the root of `numbering.xml`, where the file has one."""
        self._forms = _forms(root) if root is not None else {}
        self._counts: dict[tuple[str, int], int] = {}

    def mark(self, list_id: str, level: int) -> str:
        """Count the next item of a list and give its mark, as `1. ` or `• `."""
        for deeper in range(level + 1, 9):
            self._counts.pop((list_id, deeper), None)
        self._counts[list_id, level] = self._counts.get((list_id, level), 0) + 1
        form, written = self._forms.get((list_id, level), ("bullet", ""))
        if form in ("bullet", "none", "") or not written:
            return "• "
        for depth in range(level + 1):
            count = self._counts.get((list_id, depth), 1)
            own = self._forms.get((list_id, depth), ("decimal", ""))[0]
            written = written.replace(f"%{depth + 1}", _number(count, own))
        return written + " "


def _number(count: int, form: str) -> str:
    words = chr(96 + count) if form.endswith("Letter") and count <= 26 else str(count)
    return words.upper() if form.startswith("upper") else words


def _forms(root: _Element) -> dict[tuple[str, int], tuple[str, str]]:
    """Read how the items of each list are numbered, and how that is written, by depth."""
    abstract = {each.get(f"{W}abstractNumId", ""): each for each in root.iter(f"{W}abstractNum")}
    forms: dict[tuple[str, int], tuple[str, str]] = {}
    for number in root.iter(f"{W}num"):
        levels = abstract.get(value(number, "abstractNumId"))
        for level in levels.iter(f"{W}lvl") if levels is not None else ():
            key = number.get(f"{W}numId", ""), int(level.get(f"{W}ilvl", "0"))
            forms[key] = value(level, "numFmt"), value(level, "lvlText")
    return forms
