"""A paper's PARAGRAPHS → the stage each seems to belong to: introduction, methods, results…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp, sqrt

from tui.outline.weights import Weights

STAGES: tuple[str, ...] = (
    "abstract",
    "introduction",
    "methods",
    "results",
    "discussion",
    "conclusion",
    "back matter",
    "other",
)
_WORD = re.compile(r"[^\W\d_]{2,}")

NAMES: tuple[str, ...] = (
    *(f"turn to {stage}" for stage in STAGES),
    *(f"change of {stage}" for stage in STAGES),
    *(f"like {stage}" for stage in STAGES),
    "turn of stage",
    "change of stage",
)
"""The features that `changes` gives."""


def stems(block: str) -> set[str]:
    """Give the words of a block, cut to seven letters, folded."""
    return {word[:7] for word in _WORD.findall(block.lower())}


def stages(blocks: Sequence[str], weights: Weights) -> list[list[float]]:
    """Give for each block a share a stage, in the order of `STAGES`; they sum to 1.

    One logistic model a stage over the block's telling stems.
    """
    bias = weights.stages[""]
    shares = []
    for block in blocks:
        sums = list(bias)
        for stem in stems(block):
            row = weights.stages.get(stem)
            if row:
                sums = [a + b for a, b in zip(sums, row, strict=True)]
        odds = [1 / (1 + exp(-max(-30.0, min(30.0, value)))) for value in sums]
        whole = sum(odds)
        shares.append([value / whole for value in odds])
    return shares


def changes(shares: Sequence[Sequence[float]]) -> Iterator[list[float]]:
    """Give a row of `NAMES` for each block: how the stages below it differ from those above."""
    for index, here in enumerate(shares):
        if not index:
            yield [0.0] * len(NAMES)
            continue
        above, below = _mean(shares[max(0, index - 2) : index]), _mean(shares[index : index + 2])
        far_above = _mean(shares[max(0, index - 4) : index])
        far_below = _mean(shares[index : index + 4])
        turns = [b - a for a, b in zip(above, below, strict=True)]
        wide = [abs(b - a) for a, b in zip(far_above, far_below, strict=True)]
        overlap = sum(sqrt(a * b) for a, b in zip(far_above, far_below, strict=True))
        yield [*turns, *wide, *here, sum(map(abs, turns)) / 2, 1 - overlap]


def _mean(rows: Sequence[Sequence[float]]) -> list[float]:
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]
