"""Passages, numbered in the order they were written → where each stands; and the way back."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


def _numbers() -> array[int]:
    return array("I")


def _sizes() -> array[int]:
    return array("H")


@dataclass(frozen=True, slots=True)
class Table:
    """Where the passages of an index stand; it grows while the index is written."""

    documents: array[int] = field(default_factory=_numbers)
    """The number of each passage's document; they never become less."""
    starts: array[int] = field(default_factory=_numbers)
    """The first code point of each passage; they become more within a document."""
    lengths: array[int] = field(default_factory=_sizes)
    """How many code points it has."""

    @staticmethod
    def of(counts: Iterable[int], starts: array[int], lengths: array[int]) -> Table:
        """Make a table of how many passages each document has, and where they stand."""
        documents = _numbers()
        for document, count in enumerate(counts):
            documents.extend(array("I", [document]) * count)
        return Table(documents, starts, lengths)

    def counts(self) -> list[int]:
        """Give how many passages each document has, by its number."""
        found = Counter(self.documents)
        return [found[document] for document in range(max(found, default=-1) + 1)]

    def add(self, document: int, start: int, end: int) -> int:
        """Add a passage and give its number."""
        self.documents.append(document)
        self.starts.append(start)
        self.lengths.append(end - start)
        return len(self.starts) - 1

    def places(self, numbers: list[int]) -> list[tuple[int, int, int]]:
        """Give the document's number, the start and the end of passages."""
        documents, starts, lengths = self.documents, self.starts, self.lengths
        return [
            (documents[number], (start := starts[number]), start + lengths[number])
            for number in numbers
        ]

    def stretch(self, document: int, start: int, end: int) -> tuple[int, int]:
        """Give the first and one past the last number of what begins from start on, before end.

        An end below 0 is that of the document.
        """
        first, last = bisect_left(self.documents, document), bisect_right(self.documents, document)
        begin = bisect_left(self.starts, start, first, last)
        return begin, bisect_left(self.starts, end, begin, last) if end >= 0 else last
