"""Spans over a document's one immutable text: paragraphs, sentences, sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, Protocol

Origin = Literal["given", "detected", "inferred"]
Kind = Literal[
    "body", "heading", "title", "caption", "keywords", "furniture", "quote", "list", "table", "code"
]

BODY_KINDS: frozenset[Kind] = frozenset({"body", "quote", "list", "table"})
"""The kinds whose sentences may be claims and evidence and are found by every search."""


class Spanned(Protocol):
    """Anything with a place in a document's text."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text, in code points: `text[start:end]`."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""


def _setters(kind: type) -> tuple[Callable[[object, Any], None], ...]:
    """Give what fills the slots of a frozen class, in the order of its fields.

    Of paragraphs and sentences there are hundreds of thousands. What a dataclass writes itself
    looks up and calls `object.__setattr__` for each field, which takes more than twice as long.
    """
    return tuple(getattr(kind, each.name).__set__ for each in fields(kind))


@dataclass(frozen=True, slots=True, init=False)
class Paragraph:
    """A block of the text, without the line breaks around it, and what kind of block it is."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    kind: Kind = "body"
    """What the block is; everything outside BODY_KINDS is shown apart and never evidence."""
    level: int = 0
    """For a heading its depth, 1 the outermost; otherwise 0 (a list's items: their nesting)."""
    origin: Origin = "given"
    """Whether the kind stands in the source's markup or was told from the text."""
    confidence: float = 1.0
    """How sure the kind is, 0..1; 1 where it is given."""
    reason: str = ""
    """Why the kind was told so, in a few words for the reader; empty where it is given."""

    def __init__(
        self,
        start: int,
        end: int,
        kind: Kind = "body",
        level: int = 0,
        origin: Origin = "given",
        confidence: float = 1.0,
        reason: str = "",
    ) -> None:
        _start(self, start)
        _end(self, end)
        _kind(self, kind)
        _level(self, level)
        _origin(self, origin)
        _confidence(self, confidence)
        _reason(self, reason)


_start, _end, _kind, _level, _origin, _confidence, _reason = _setters(Paragraph)


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """One sentence: `text[start:end]`, inside one paragraph."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    paragraph: int
    """The index of its paragraph in `Document.paragraphs`."""

    def __init__(self, start: int, end: int, paragraph: int) -> None:
        _begin(self, start)
        _stop(self, end)
        _paragraph(self, paragraph)


_begin, _stop, _paragraph = _setters(Sentence)


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline, in reading order; its children follow it with a higher level."""

    title: str
    """The heading's words, or a label for an inferred section."""
    level: int
    """Depth, 1 the outermost."""
    start: int
    """Where it begins: its heading, or its first paragraph."""
    end: int
    """Where the next section of its level or above begins, or the text ends."""
    origin: Origin
    """Given by the source's markup, detected from a line of its own, or inferred."""
    confidence: float
    """0..1; 1 where it is given."""
    reason: str
    """Why the program believes in it, in a few words for the reader."""


def index_at(spans: Sequence[Spanned], offset: int) -> int:
    """Give the index of the last span that starts at or before the offset; 0 before the first."""
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)
