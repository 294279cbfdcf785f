"""PARAGRAPHS' words → the log-odds that a section or a sub-section opens at each, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.outline import features, stages
from tui.outline.cues import ENDINGS, OPENINGS
from tui.outline.weights import Weights, frozen

_SAID = (*OPENINGS, *ENDINGS)
BESIDE = tuple(f"{side}: {name}" for side in ("above", "below") for name in features.NAMES)
"""The features that `beside` adds."""
_TELLING = 0.3
"""A cue that adds less than this to the log-odds is no reason to show."""


@dataclass(frozen=True, slots=True)
class Odds:
    """What the model believes of the places where a section could begin."""

    sections: tuple[float, ...]
    """Log-odds that a section opens at each block."""
    subsections: tuple[float, ...]
    """Log-odds that a section or a sub-section opens at each block."""
    reasons: tuple[str, ...]
    """What speaks most for a boundary at each block, in a few words."""
    stages: tuple[tuple[float, ...], ...]
    """For a paper the share of each of `stages.STAGES` in each block; else empty."""


def names(*, paper: bool) -> tuple[str, ...]:
    """Give the names of the features of a row."""
    further = (*features.PLACES, *features.LATE, *stages.NAMES)
    return (*features.NAMES, *further) if paper else features.NAMES


def rows(
    blocks: Sequence[str], shares: Sequence[Sequence[float]], *, paper: bool
) -> list[list[float]]:
    """Give a row of features for each block; a paper's places and stages count too."""
    plain = features.features(blocks)
    if not paper:
        return plain
    places, turns = features.places(len(blocks)), stages.changes(shares)
    late = features.late(plain)
    return [a + b + c + d for a, b, c, d in zip(plain, places, late, turns, strict=True)]


def beside(table: Sequence[Sequence[float]]) -> list[list[float]]:
    """Lengthen each row by the plain features of the blocks above and below it (`BESIDE`).

    A sub-section is told also by how little its neighbours look like the beginning of one.
    """
    width, last = len(features.NAMES), len(table) - 1
    return [
        [*row, *table[max(0, i - 1)][:width], *table[min(last, i + 1)][:width]]
        for i, row in enumerate(table)
    ]


def odds(blocks: Sequence[str], *, paper: bool, weights: Weights | None = None) -> Odds:
    """Weigh every block as a section's first.

    A logistic model over cue phrases, register, lexical cohesion and length (`features`), and
    for a paper over place and stage; for sub-sections over the first sentence's words too.
    """
    weights = weights or frozen()
    shares = stages.stages(blocks, weights) if paper else []
    table = rows(blocks, shares, paper=paper)
    known, kind = names(paper=paper), "paper" if paper else "prose"
    upper = weights.boundaries[f"{kind} sections"]
    lower = weights.boundaries[f"{kind} subsections"]
    said = weights.words.get(f"{kind} subsections", {})
    wide = (*known, *BESIDE)
    opened = [sum(said.get(word, 0.0) for word in features.opening(block)) for block in blocks]
    return Odds(
        tuple(_logit(row, known, upper) for row in table),
        tuple(_logit(row, wide, lower) + o for row, o in zip(beside(table), opened, strict=True)),
        tuple(_reason(row, known, upper) for row in table),
        tuple(tuple(share) for share in shares),
    )


def _logit(row: Sequence[float], known: Sequence[str], weights: Mapping[str, float]) -> float:
    return weights["bias"] + sum(
        value * weights.get(name, 0.0) for name, value in zip(known, row, strict=True) if value
    )


def _reason(row: Sequence[float], known: Sequence[str], weights: Mapping[str, float]) -> str:
    """Name the cue that speaks most for a boundary, else what else does."""
    shares = {
        name: value * weights.get(name, 0.0)
        for name, value in zip(known, row, strict=True)
        if value
    }
    said = [name for name in _SAID if shares.get(name, 0.0) > _TELLING]
    turns = [name for name in stages.NAMES[: len(stages.STAGES)] if shares.get(name, 0) > _TELLING]
    for told in (said, turns):
        if told:
            return max(told, key=lambda name: shares[name])
    return "its words differ from those above"
