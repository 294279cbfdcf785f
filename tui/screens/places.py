"""Marks: a letter for a place in a document, kept in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.document import Document, shorten
from tui.ledger import Ledger
from tui.screens.reload import same_place


@dataclass(frozen=True, slots=True)
class Place:
    """A marked place."""

    letter: str
    """What it is called."""
    document: Document
    """Where it is."""
    offset: int
    """At which code point."""

    @property
    def words(self) -> str:
        """The words that stand there."""
        return shorten(self.document.text[self.offset : self.offset + 400], 120)


@dataclass(frozen=True, slots=True)
class Marks:
    """A letter marks one place in each document."""

    ledger: Ledger
    """Where they are kept."""

    def set(self, document: Document, letter: str, offset: int) -> None:
        """Mark a place; the letter's older place in this document is forgotten."""
        words = Place(letter, document, offset).words
        self.ledger.set_mark(document.sha256, letter, offset, words)

    def of(self, document: Document) -> dict[int, str]:
        """Give a document's marks by their offsets."""
        return {mark.offset: mark.letter for mark in self.ledger.marks(document.sha256)}

    def remove(self, place: Place) -> None:
        """Forget a mark."""
        self.ledger.unset_mark(place.document.sha256, place.letter)

    def places(self, documents: Sequence[Document]) -> Iterator[Place]:
        """Yield the marks of these documents, in their order."""
        kept = self.ledger.all_marks()
        for document in documents:
            for mark in kept.get(document.sha256, ()):
                yield Place(mark.letter, document, mark.offset)

    def letters(self, documents: Sequence[Document]) -> dict[Document, dict[int, str]]:
        """Give the letters of these documents' marks by their offsets."""
        found: dict[Document, dict[int, str]] = {}
        for place in self.places(documents):
            found.setdefault(place.document, {})[place.offset] = place.letter
        return found

    def find(self, letter: str, document: Document, documents: Sequence[Document]) -> Place | None:
        """Give the place of a letter: in this document, else in the first that has it."""
        named = (place for place in self.places([document, *documents]) if place.letter == letter)
        return next(named, None)

    def move(self, old: Document, new: Document) -> None:
        """Find the places of a document in what it has become."""
        for place in list(self.places([old])):
            self.set(new, place.letter, same_place(old, new, place.offset))
