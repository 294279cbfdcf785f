"""SENTENCE → PARSED: its words, names and figures, everything that can be shared with another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tui.claims.figures import Figure, figures, numeral
from tui.claims.names import Name, names
from tui.claims.words import Term, functional, subjects, terms
from tui.document import Document

LONGEST = 20_000
"""Characters of a sentence that are looked at; nobody reads on."""
KEPT = 2048
"""How many sentences stay parsed: a paper's and the reports' passages under discussion."""


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """One stretch of a document, usually a sentence. Compared by identity: it is made once."""

    document: Document
    """Whose text it is in."""
    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    terms: tuple[Term, ...]
    """Its words in order."""
    names: tuple[Name, ...]
    """Its names in order."""
    figures: tuple[Figure, ...]
    """Its figures in order."""
    places: dict[str, Term]
    """stem → the first word with it."""
    stems: frozenset[str]
    """The stems of its words."""

    @property
    def text(self) -> str:
        """Give its words as written."""
        return self.document.text[self.start : self.end]


@lru_cache(maxsize=KEPT)
def parse(document: Document, start: int, end: int) -> Parsed:
    """Analyse a stretch of a document's text."""
    stop = min(end, start + LONGEST)
    words = tokens(document, start, end)
    places = {term.stem: term for term in reversed(words)}
    return Parsed(
        document,
        start,
        end,
        words,
        names(document, start, stop),
        figures(document.text, start, stop) if any(numeral(t.word) for t in words) else (),
        places,
        frozenset(places),
    )


@lru_cache(maxsize=KEPT)
def tokens(document: Document, start: int, end: int) -> tuple[Term, ...]:
    """Give the words of a stretch of a document's text, as far as they are looked at."""
    return terms(document.text, start, min(end, start + LONGEST))


@lru_cache(maxsize=KEPT)
def spoken(document: Document, start: int, end: int) -> tuple[Term, ...]:
    """Give only those of the words that name a subject, each once."""
    return tuple(content(tokens(document, start, end)))


def content(found: tuple[Term, ...]) -> Iterator[Term]:
    """Yield the words that name a subject, each once."""
    seen: set[str] = set()
    for term in found:
        if term.stem not in seen and not functional(term.word):
            seen.add(term.stem)
            yield term


@lru_cache(maxsize=KEPT)
def pairs(document: Document, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """Give the neighbouring content words of a stretch of text, as stems, each pair once.

    Words that name no subject are passed over, and so is the order of the two: South-South,
    peacekeeping missions, hub for innovation.
    """
    found = subjects(document.text, start, min(end, start + LONGEST))
    return tuple(dict.fromkeys((min(two), max(two)) for two in pairwise(found)))
