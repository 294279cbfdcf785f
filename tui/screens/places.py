"""Marks: places with a letter, in the order they were set."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.document import Document, shorten
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


@dataclass(slots=True)
class Marks:
    """A letter marks one place in each document."""

    _places: dict[tuple[Document, str], Place] = field(default_factory=dict)

    def set(self, document: Document, letter: str, offset: int) -> None:
        """Mark a place; the letter's older place in this document is forgotten."""
        self._places[document, letter] = Place(letter, document, offset)

    def of(self, document: Document) -> dict[int, str]:
        """Give a document's marks by their offsets."""
        return {place.offset: place.letter for place in self.all if place.document is document}

    def find(self, document: Document, letter: str) -> Place | None:
        """Give the place of a letter: in this document, else in any other."""
        others = (place for place in self.all if place.letter == letter)
        return self._places.get((document, letter)) or next(others, None)

    def move(self, old: Document, new: Document) -> None:
        """Find the places of a document in what it has become."""
        for place in [place for place in self.all if place.document is old]:
            del self._places[old, place.letter]
            self.set(new, place.letter, same_place(old, new, place.offset))

    @property
    def all(self) -> tuple[Place, ...]:
        """Every mark."""
        return tuple(self._places.values())
