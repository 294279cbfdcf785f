"""A plain text's first paragraphs → who wrote it, for whom and when, where they say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.document import Paragraph
from tui.ingest.dates import iso_date

_FIRST = 10
"""So many paragraphs may hold a byline or a dateline."""
_LONGEST = 160
_BY = re.compile(
    r"(?:(?:written|posted|reported|words|story) )?by:?\s+(?=\S)|author:\s+", re.IGNORECASE
)
_PARTS = re.compile(r"\s*(?:[,;|·•]|\band\b|&)\s*")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*|de|van|von|der|da|bin|al|el|la|le)")
_STAFF = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editors?|desk|agency|agencies|news|press|times"
    r"|reuters|afp|bureau)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[^\W\d_a-z][\w .,’'/-]{1,50}\((?P<outlet>[^\W\d_a-z][\w .&’'-]{1,30})\)\s*[—–-]+\s"
)


class Said(NamedTuple):
    """What a text says of itself."""

    authors: tuple[str, ...] = ()
    outlet: str = ""
    date: str = ""


def said(text: str, paragraphs: Sequence[Paragraph]) -> Said:
    """Read the byline and the date among the short lines above the text, and the dateline.

    A byline is a line of its own that begins with "By"; a dateline opens the first long
    paragraph with a place and, in brackets, who reports from there.
    """
    authors: tuple[str, ...] = ()
    outlet = date = ""
    for paragraph in paragraphs[:_FIRST]:
        if paragraph.kind in ("title", "heading"):
            continue
        words = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
        if paragraph.kind == "furniture":
            by = None if authors else _BY.match(words)
            if by:
                authors, outlet = _names(words[by.end() :])
            else:
                date = date or iso_date(words)
        elif paragraph.end - paragraph.start > _LONGEST:
            dateline = _DATELINE.match(words)
            outlet = outlet or (dateline["outlet"] if dateline else "")
            break
    return Said(authors, outlet, date)


def _names(words: str) -> tuple[tuple[str, ...], str]:
    """Give the names that a byline lists, and the house that follows them."""
    names: list[str] = []
    house = ""
    for part in filter(None, _PARTS.split(" ".join(words.split()).rstrip("."))):
        if _STAFF.search(part):
            house = house or (part if names and part[0].isupper() else "")
        elif " " in part and all(map(_NAME.fullmatch, part.split())) and part.count(" ") < 5:
            names.append(part.title() if part.isupper() else part)
    return tuple(names), house
