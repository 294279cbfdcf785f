"""Layers of spans over a line in, the pieces of the line and what lies on each out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tui.document import Spanned

ORDER: tuple[str, ...] = ("dropped", "claim", "evidence", "term", "name", "number")
ORDER += ("search", "hit", "lit", "selection")
"""The layers, the lower first; where two overlap, the higher one's ink wins."""

GUTTER = {"selection": "┃", "hit": "▸", "search": "•", "evidence": "▌", "claim": "▌"}
GUTTER["dropped"] = "×"
"""The glyph beside a line that a layer touches, the foremost first: never only a colour."""

Piece = tuple[int, int, tuple[str, ...]]
"""Where a piece of the line begins and ends and the layers on it, the lower first."""


class Layers:
    """Spans by layer, each layer's in order and not overlapping one another."""

    def __init__(self) -> None:
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}

    def set(self, layer: str, spans: Iterable[Spanned]) -> bool:
        """Put these spans on a layer instead of what it held; tell whether anything changed."""
        merged: list[tuple[int, int]] = []
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            if merged and span.start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
            elif span.end > span.start:
                merged.append((span.start, span.end))
        starts = [start for start, _ in merged]
        ends = [end for _, end in merged]
        if starts == self._starts.get(layer, []) and ends == self._ends.get(layer, []):
            return False
        self.clear(layer)
        if starts:
            self._starts[layer], self._ends[layer] = starts, ends
        return True

    def clear(self, layer: str | None = None) -> None:
        """Empty one layer, or all."""
        for name in [layer] if layer else list(self._starts):
            self._starts.pop(name, None)
            self._ends.pop(name, None)

    def over(self, start: int, end: int) -> Mapping[str, list[tuple[int, int]]]:
        """Give the spans that touch `start..end`, by layer."""
        touched: dict[str, list[tuple[int, int]]] = {}
        for layer in ORDER if self._starts else ():
            starts = self._starts.get(layer)
            if not starts:
                continue
            ends = self._ends[layer]
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first < last:
                touched[layer] = list(zip(starts[first:last], ends[first:last], strict=True))
        return touched


def pieces(start: int, end: int, touched: Mapping[str, Sequence[tuple[int, int]]]) -> list[Piece]:
    """Cut a line where any layer begins or ends."""
    if not touched:
        return [(start, end, ())]
    cuts = {start, end}
    for spans in touched.values():
        for first, last in spans:
            cuts.update((min(max(first, start), end), min(max(last, start), end)))
    edges = sorted(cuts)
    return [
        (first, last, tuple(layer for layer in ORDER if _covers(touched.get(layer, ()), first)))
        for first, last in pairwise(edges)
    ]


def _covers(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(first <= offset < last for first, last in spans)
