"""Addresses in, words that are links of the terminal (OSC 8) out; what is unsafe is none."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar
from urllib.parse import quote

from rich.style import Style

LONGEST = 2000
"""Characters of an address that terminals still take."""
NEAR = 400
"""How far before a row an address on it may begin."""

_SAFE = re.compile(r"(?:https?://|mailto:)[!-~]+", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:https?://|mailto:)[^\s<>\"“”‘’«»\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)
_STOPS = ".,;:!?'*_…"

T = TypeVar("T")
Link = tuple[int, int, str]
"""Where words of a text begin and end that are a link, and its whole address."""


def safe(address: str) -> str:
    """Give a web or mail address as terminals take it; "" for any other, and for what hides codes.

    An address comes from a document, which may say anything: only printable ASCII is left of it.
    """
    address = address.strip()
    if not address.isprintable():
        return ""
    address = quote(address, safe=string.punctuation)
    return address if len(address) <= LONGEST and _SAFE.fullmatch(address) else ""


@lru_cache(maxsize=256)
def linking(style: Style, address: str) -> Style:
    """Give the style as that of a link to the address; the same style where it is unsafe.

    Kept, for each new style is a new link to terminals: so the rows of an address are one.
    """
    return style + Style(link=address) if (address := safe(address)) else style


def links_in(text: str, start: int, end: int, first: int) -> list[Link]:
    """Give the addresses written on a row of a paragraph that begins at `first`.

    Most rows have none, which costs one look for a colon.
    """
    behind = max(first, start - NEAR)
    if text.find("://", behind, end) < 0 and text.find("mailto:", behind, end) < 0:
        return []
    found = []
    for match in _WRITTEN.finditer(text, behind, end + LONGEST):
        address = _trimmed(match[0])
        stop = match.start() + len(address)
        if match.start() < end and start < stop:
            found.append((max(match.start(), start), min(stop, end), address))
    return found


def linked(
    pieces: Iterable[tuple[int, int, T]], links: Sequence[Link]
) -> Iterator[tuple[int, int, T, str]]:
    """Cut the pieces of a row where a link begins or ends; each with its address, or ""."""
    for start, end, layers in pieces:
        for first, last, address in links:
            if start < last and first < end:
                if start < first:
                    yield start, first, layers, ""
                start, before = min(last, end), max(start, first)
                yield before, start, layers, address
        if start < end:
            yield start, end, layers, ""


def _trimmed(address: str) -> str:
    """Leave out what ends the sentence, and a bracket that was opened before the address."""
    while address:
        last = address[-1]
        lone = last in ")]}" and address.count(last) > address.count("([{"[")]}".index(last)])
        if last not in _STOPS and not lone:
            break
        address = address[:-1]
    return address
