"""What everything else speaks of: documents, and spans over their one immutable text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Literal, TypeVar
from weakref import WeakKeyDictionary

from tui.spans import (
    BODY_KINDS,
    Kind,
    Origin,
    Paragraph,
    Section,
    Sentence,
    Span,
    Spanned,
    index_at,
)

__all__ = [
    "BODY_KINDS",
    "Collection",
    "Document",
    "Kind",
    "Origin",
    "Paragraph",
    "Role",
    "Section",
    "Sentence",
    "SidelightError",
    "Span",
    "Spanned",
    "Unreadable",
    "derived",
    "index_at",
    "shorten",
    "visible",
]

Role = Literal["paper", "report"]


class SidelightError(Exception):
    """Whatever goes wrong in a way the reader can understand.

    SidelightError
    └── Unreadable   one source could not be opened; the others still are
    """


class Unreadable(SidelightError):
    """A source that could not become a document; says which one and why, in one line."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Document:
    """One opened source. Compared by identity: two openings of a file are two documents."""

    path: str
    """How the reader names the source: the path as given, or `-` for standard input."""
    text: str
    """The text in reading order, newlines as `\\n`; every offset counts its code points."""
    paragraphs: tuple[Paragraph, ...]
    """The blocks of the text in order, not overlapping."""
    sha256: str
    """Of the source's bytes, in hexadecimal."""
    title: str = ""
    """From the source, else empty; `name` is what to show."""
    role: Role = "report"
    """Paper or report."""
    role_reason: str = ""
    """Why the role was guessed; empty when the reader said it outright."""
    authors: tuple[str, ...] = ()
    """In the source's order."""
    outlet: str = ""
    """The paper, agency or journal that published it."""
    date: str = ""
    """ISO 8601, as exact as the source is: 2025, 2025-05 or 2025-05-28."""
    url: str = ""
    """Where it was published."""
    language: str = "en"
    """ISO 639-1, guessed from the text."""
    pages: tuple[int, ...] = ()
    """Where each page of the source begins; empty for sources without pages."""

    @property
    def name(self) -> str:
        """What to call the document: its title, else its opening words."""
        if self.title:
            return self.title
        for paragraph in self.paragraphs:
            if paragraph.kind in BODY_KINDS:
                return shorten(self.text[paragraph.start : paragraph.end], 60)
        return self.path.rpartition("/")[2] or self.path

    def paragraph_at(self, offset: int) -> int:
        """Give the index of the paragraph that holds the offset, or of the last one before it."""
        return index_at(self.paragraphs, offset)

    def page_at(self, offset: int) -> int | None:
        """Give the page, from 1, or None where the source has no pages."""
        return bisect_right(self.pages, offset) or 1 if self.pages else None

    def line_at(self, offset: int) -> int:
        """Give the line of the text, from 1."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Collection:
    """All that is open, in the order it was named."""

    documents: tuple[Document, ...] = ()
    """What could be opened."""
    problems: tuple[Unreadable, ...] = ()
    """What could not, and why."""
    skipped: int = 0
    """Files in folders that were passed over, as of no kind that can be read."""
    place: tuple[Document, int] | None = None
    """Where the reader asked to begin, by `FILE:LINE`: a document and an offset."""

    @property
    def papers(self) -> tuple[Document, ...]:
        """The documents whose claims are checked."""
        return tuple(d for d in self.documents if d.role == "paper")

    @property
    def reports(self) -> tuple[Document, ...]:
        """The documents that the claims are checked against."""
        return tuple(d for d in self.documents if d.role == "report")


def shorten(text: str, width: int) -> str:
    """Cut the text at a word to at most `width` characters, white space folded, `…` where cut."""
    words = " ".join(text[: width * 8].split())
    if len(words) <= width:
        return words
    cut = words.rfind(" ", 0, width)
    return words[: cut if cut > width // 2 else width - 1].rstrip(" ,;:—–-") + "…"


_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control, escape and direction characters, line ends, and halves of characters."""


def visible(text: str) -> str:
    """Give the text in one line, as it may reach a terminal, character for character.

    What would steer the terminal becomes a picture of itself; tabs and line ends become spaces.
    """
    return _HIDDEN.sub(_picture, text) if _HIDDEN.search(text) else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\n\t\u2028\u2029":
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


T = TypeVar("T")


def derived(function: Callable[[Document], T]) -> Callable[[Document], T]:
    """Compute a pure function of a document once, and forget its value with the document."""
    values: WeakKeyDictionary[Document, T] = WeakKeyDictionary()

    @wraps(function)
    def once(document: Document) -> T:
        try:
            return values[document]
        except KeyError:
            return values.setdefault(document, function(document))

    return once
