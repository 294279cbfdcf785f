"""UNITS → SCORES: an inverted index of some thousand stretches of text, and BM25 over it."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

K1 = 1.2
"""How soon repeating a word stops adding (Robertson and Zaragoza 2009)."""
B = 0.3
"""How much a long unit is held against its matches, 0..1; low, as sentences are all short."""

Alike = Mapping[str, Sequence[tuple[str, float]]]
"""stem → the other stems that may stand for it, each with a factor 0..1."""


@dataclass(slots=True)
class Postings:
    """Units of text by the stems they hold. Built by `add` and `close`, then only read."""

    units: dict[str, array[int]] = field(default_factory=dict)
    """stem → the units that hold it, ascending."""
    counts: dict[str, array[int]] = field(default_factory=dict)
    """stem → how often each of those units holds it."""
    lengths: array[int] = field(default_factory=lambda: array("l"))
    """Words per unit."""
    damping: array[float] = field(default_factory=lambda: array("d"))
    """Per unit K1 × (1 - B + B × length ÷ mean length), once `close` was called."""

    def add(self, stems: Sequence[str]) -> None:
        """Append one unit."""
        unit = len(self.lengths)
        self.lengths.append(len(stems))
        for stem, count in Counter(stems).items():
            if stem not in self.units:
                self.units[stem] = array("l")
                self.counts[stem] = array("l")
            self.units[stem].append(unit)
            self.counts[stem].append(count)

    def close(self) -> None:
        """Take the mean length; no unit can follow."""
        mean = max(1.0, sum(self.lengths) / max(1, len(self.lengths)))
        self.damping = array("d", (K1 * (1 - B + B * n / mean) for n in self.lengths))

    def frequency(self, stem: str) -> int:
        """Give the number of units that hold the stem."""
        return len(self.units.get(stem, ()))

    def rarity(self, stem: str) -> float:
        """Give the inverse unit frequency, never negative."""
        return rarity(self.frequency(stem), len(self.lengths))

    def row(self, query: Mapping[str, float], alike: Alike) -> list[float]:
        """Score every unit by BM25, with the given weight of each stem.

        A stem of the query counts once per unit, by the best of the stems that stand for it
        (soft matching).
        """
        scores = [0.0] * len(self.lengths)
        for stem, weight in query.items():
            for unit, best in self.matches(stem, alike.get(stem, ())):
                scores[unit] += weight * best
        return scores

    def matches(
        self, stem: str, others: Sequence[tuple[str, float]]
    ) -> Iterable[tuple[int, float]]:
        """Give each unit that holds the stem, or one that stands for it, and how well."""
        if not others:
            return self.hits(stem, 1.0)
        best = dict(self.hits(stem, 1.0))
        for other, factor in others:
            for unit, score in self.hits(other, factor):
                if score > best.get(unit, 0.0):
                    best[unit] = score
        return best.items()

    def hits(self, stem: str, factor: float) -> list[tuple[int, float]]:
        """Give the units that hold the very stem, with BM25's damped count times the factor."""
        if stem not in self.units:
            return []
        factor *= K1 + 1
        damping = self.damping
        return [
            (unit, factor * count / (count + damping[unit]))
            for unit, count in zip(self.units[stem], self.counts[stem], strict=True)
        ]


def rarity(frequency: int, units: int) -> float:
    """Give the inverse frequency of what so many units of all hold."""
    return math.log(1 + (units - frequency + 0.5) / (frequency + 0.5))


def standard(row: Sequence[float]) -> list[float]:
    """Give the row as distances from its mean in standard deviations; zeros if all are equal."""
    if not row:
        return []
    mean = sum(row) / len(row)
    deviation = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row))
    if deviation < 1e-12:
        return [0.0] * len(row)
    return [(x - mean) / deviation for x in row]
