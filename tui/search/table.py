"""Passages, numbered in the order they were written → where each stands; and the way back."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field


def _numbers() -> array[int]:
    return array("I")


def _sizes() -> array[int]:
    return array("H")


@dataclass(frozen=True, slots=True)
class Table:
    """Where the passages of an index stand; it grows while the index is written."""

    firsts: list[int] = field(default_factory=list)
    """The number of the first passage of each document, or of the one after it if it has none."""
    starts: array[int] = field(default_factory=_numbers)
    """The first code point of each passage."""
    lengths: array[int] = field(default_factory=_sizes)
    """How many code points it has."""

    def add(self, start: int, end: int) -> int:
        """Add a passage to the document begun last and give its number."""
        self.starts.append(start)
        self.lengths.append(end - start)
        return len(self.starts) - 1

    def places(self, numbers: list[int]) -> list[tuple[int, int, int]]:
        """Give the document's number, the start and the end of passages."""
        firsts, starts, lengths = self.firsts, self.starts, self.lengths
        return [
            (bisect_right(firsts, number) - 1, (start := starts[number]), start + lengths[number])
            for number in numbers
        ]

    def stretch(self, document: int, start: int, end: int) -> tuple[int, int]:
        """Give the first and one past the last number of what begins from start on, before end.

        An end below 0 is that of the document.
        """
        first = self.firsts[document]
        last = [*self.firsts[document + 1 : document + 2], len(self.starts)][0]
        begin = bisect_left(self.starts, start, first, last)
        return begin, bisect_left(self.starts, end, begin, last) if end >= 0 else last
