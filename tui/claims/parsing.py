"""SENTENCE → PARSED: its words, names and figures, everything that can be shared with another."""

from __future__ import annotations

from dataclasses import dataclass

from tui.claims.figures import Figure, figures
from tui.claims.names import Name, names
from tui.claims.words import Term, terms
from tui.document import Document


@dataclass(frozen=True, slots=True)
class Parsed:
    """One stretch of a document, usually a sentence."""

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

    @property
    def text(self) -> str:
        """Give its words as written."""
        return self.document.text[self.start : self.end]


LONGEST = 20_000
"""Characters of a sentence that are looked at closely; nobody reads on."""


def parse(document: Document, start: int, end: int) -> Parsed:
    """Analyse a stretch of a document's text."""
    stop = min(end, start + LONGEST)
    return Parsed(
        document,
        start,
        end,
        terms(document.text, start, stop),
        names(document, start, stop),
        figures(document.text, start, stop),
    )
