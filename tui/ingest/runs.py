"""BLOCKS of a page, some known furniture → how surely each other short one is furniture too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp, log

LONGEST = 200
"""Characters of a block that may be told by its company."""
_FEWEST = 3
"""A text with fewer blocks of known furniture is no web page: nothing is told by company."""
_SHORT, _LONG = 100, 120
_END = re.compile(r"[.!?…。！？][\"”’)\]」]*$")

_WEIGHTS = {
    "known": 1.26,
    "length": -0.51,
    "ends a sentence": -1.11,
    "words": 0.63,
    "one word": 0.90,
    "tiny": 0.67,
    "short ones near": 2.62,
    "short ones about": 2.99,
    "long ones near": -0.02,
    "far from long ones": -0.38,
    "above all long ones": 1.75,
    "below all long ones": 1.18,
    "known ones near": 2.85,
    "known ones about": 3.50,
    "bias": -4.52,
}
"""Learned from web pages whose articles are known (`tests/benchmarks/pages.py`)."""

NAMES: tuple[str, ...] = (
    "known",
    "length",
    "ends a sentence",
    "words",
    "one word",
    "tiny",
    "short ones near",
    "short ones about",
    "long ones near",
    "far from long ones",
    "above all long ones",
    "below all long ones",
    "known ones near",
    "known ones about",
)


def enough(known: Sequence[bool]) -> bool:
    """Tell whether so much furniture is known that its company says something."""
    return sum(known) >= _FEWEST


def sure(
    words: Sequence[str], known: Sequence[bool], weights: Mapping[str, float] | None = None
) -> list[float]:
    """Give for each block how surely it is furniture, 0..1, from its shape and its company.

    `known` says which blocks are furniture by their words. A logistic model over length, and
    over how many short, long and known blocks stand about.
    """
    weights = weights or _WEIGHTS
    return [
        1 / (1 + exp(-max(-30.0, min(30.0, _odds(row, weights))))) if len(block) <= LONGEST else 0.0
        for block, row in zip(words, signs(words, known), strict=True)
    ]


def _odds(row: Sequence[float], weights: Mapping[str, float]) -> float:
    return weights["bias"] + sum(
        weights[name] * value for name, value in zip(NAMES, row, strict=True)
    )


def signs(words: Sequence[str], known: Sequence[bool]) -> list[list[float]]:
    """Give a row of `NAMES` for each block."""
    ends = [_END.search(block[-4:]) is not None for block in words]
    short = [len(b) < _SHORT and not end for b, end in zip(words, ends, strict=True)]
    long = [len(b) >= _LONG and end for b, end in zip(words, ends, strict=True)]
    places = [index for index, is_long in enumerate(long) if is_long]
    first, last = (places[0], places[-1]) if places else (len(words), -1)
    shorts, longs, knowns = (_Share(flags) for flags in (short, long, known))
    far = _distance(long)
    return [
        [
            float(known[i]),
            log(len(block) + 3) - 4,
            float(ends[i]),
            log(block.count(" ") + 1),
            float(" " not in block),
            float(len(block) < 25),
            shorts.about(i, 5),
            shorts.about(i, 12),
            longs.about(i, 5),
            far[i],
            float(i < first),
            float(i > last),
            knowns.about(i, 3),
            knowns.about(i, 8),
        ]
        for i, block in enumerate(words)
    ]


class _Share:
    """How many of the blocks about a place have a mark; sums are kept, so each asks once."""

    def __init__(self, flags: Sequence[bool]) -> None:
        self._sums = [0, *accumulate(map(int, flags))]

    def about(self, place: int, reach: int) -> float:
        """Give the share among the blocks at most `reach` away."""
        low, high = max(0, place - reach), min(len(self._sums) - 1, place + reach + 1)
        return (self._sums[high] - self._sums[low]) / (high - low)


def _distance(flags: Sequence[bool], most: int = 12) -> list[float]:
    """Give how far the next marked block is on either side, as a share of `most`."""
    far = [most] * len(flags)
    for order in (range(len(flags)), range(len(flags) - 1, -1, -1)):
        steps = most
        for index in order:
            steps = 0 if flags[index] else min(most, steps + 1)
            far[index] = min(far[index], steps)
    return [steps / most for steps in far]
