"""UNITS → SCORES: an inverted index of stretches of text in memory, and BM25 over it."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

K1 = 1.5
"""How soon repeating a word stops adding (Robertson and Zaragoza 2009)."""
B = 0.3
"""How much a long unit is held against its matches, 0..1; low, as sentences are all short."""

Alike = Mapping[str, Sequence[tuple[str, float]]]
"""stem → the other stems that may stand for it, each with a factor 0..1."""
Row = dict[int, float]
"""unit → its score; units without one have none."""


@dataclass(slots=True)
class Postings:
    """Units of text by the stems they hold. Built by `add` and `close`, then only read."""

    units: dict[str, array[int]] = field(default_factory=dict)
    """stem → the units that hold it, ascending."""
    counts: dict[str, array[float]] = field(default_factory=dict)
    """stem → how often each of those units holds it; damped as BM25 does by `close`."""
    lengths: array[int] = field(default_factory=lambda: array("i"))
    """Words per unit."""
    again: Counter[str] = field(default_factory=Counter)
    """stem → how many of its units repeat an earlier one."""
    repeats: int = 0
    """How many units do."""

    @property
    def distinct(self) -> int:
        """Give the number of different units."""
        return len(self.lengths) - self.repeats

    def repeat(self, stems: Iterable[str]) -> None:
        """Take note that the last unit repeats an earlier one: for rarity both are one."""
        self.again.update(set(stems))
        self.repeats += 1

    def add(self, stems: Sequence[str], length: int) -> None:
        """Append one unit of so many words, of which these stems are kept."""
        unit = len(self.lengths)
        self.lengths.append(length)
        units, counts = self.units, self.counts
        bag: dict[str, int] = {}
        for stem in stems:
            bag[stem] = bag.get(stem, 0) + 1
        for stem, count in bag.items():
            if stem in units:
                units[stem].append(unit)
                counts[stem].append(count)
            else:
                units[stem] = array("i", (unit,))
                counts[stem] = array("d", (count,))

    def close(self) -> None:
        """Damp the counts by the mean length; no unit can follow."""
        mean = max(1.0, sum(self.lengths) / max(1, len(self.lengths)))
        damping = [K1 * (1 - B + B * length / mean) for length in self.lengths]
        for stem, units in self.units.items():
            pairs = zip(units, self.counts[stem], strict=True)
            self.counts[stem] = array("d", ((K1 + 1) * n / (n + damping[u]) for u, n in pairs))

    def frequency(self, stem: str) -> int:
        """Give the number of different units that hold the stem."""
        return len(self.units.get(stem, ())) - self.again[stem]

    def row(self, query: Mapping[str, float], alike: Alike) -> Row:
        """Score by BM25 the units that hold anything of a query, with each stem's weight.

        A stem of the query counts once per unit, by the best of the stems that stand for it
        (soft matching).
        """
        scores: Row = {}
        get = scores.get
        for stem, weight in query.items():
            for unit, best in self.matches(stem, alike.get(stem, ())):
                scores[unit] = get(unit, 0.0) + weight * best
        return scores

    def matches(
        self, stem: str, others: Sequence[tuple[str, float]]
    ) -> Iterable[tuple[int, float]]:
        """Give each unit that holds the stem, or one that stands for it, and how well."""
        if not others:
            return self.hits(stem)
        best = dict(self.hits(stem))
        for other, factor in others:
            for unit, score in self.hits(other):
                if score * factor > best.get(unit, 0.0):
                    best[unit] = score * factor
        return best.items()

    def hits(self, stem: str) -> Iterable[tuple[int, float]]:
        """Give the units that hold the very stem, each with BM25's damped count."""
        if stem not in self.units:
            return ()
        return zip(self.units[stem], self.counts[stem], strict=True)


def rarity(frequency: int, units: int) -> float:
    """Give the inverse frequency of what so many units of all hold."""
    return math.log(1 + (units - frequency + 0.5) / (frequency + 0.5))


def spread(scores: Iterable[float], count: int) -> tuple[float, float]:
    """Give mean and standard deviation of so many scores; those not given are 0."""
    total = squares = 0.0
    for score in scores:
        total += score
        squares += score * score
    mean = total / max(1, count)
    return mean, math.sqrt(max(0.0, squares / max(1, count) - mean * mean))
