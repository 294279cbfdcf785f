"""PARAGRAPHS' words → the log-odds that a section or a sub-section opens at each, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tui.outline import features
from tui.outline.cues import ENDINGS, OPENINGS
from tui.outline.weights import WEIGHTS

Depth = Literal["sections", "subsections"]

_SAID = (*OPENINGS, *ENDINGS)


@dataclass(frozen=True, slots=True)
class Odds:
    """What the model believes of the places where a section could begin."""

    sections: tuple[float, ...]
    """Log-odds that a section opens at each block."""
    subsections: tuple[float, ...]
    """Log-odds that a section or a sub-section opens at each block."""
    reasons: tuple[str, ...]
    """What speaks most for a boundary at each block, in a few words."""


def odds(blocks: Sequence[str], *, paper: bool) -> Odds:
    """Weigh every block as a section's first; where the text is a paper its place counts too.

    A logistic model over cue phrases, register, lexical cohesion and length (`features`).
    """
    rows = features.features(blocks)
    names = features.NAMES
    if paper:
        names = (*names, *features.PLACES)
        rows = [a + b for a, b in zip(rows, features.places(len(blocks)), strict=True)]
    kind = "paper" if paper else "prose"
    upper, lower = WEIGHTS[f"{kind} sections"], WEIGHTS[f"{kind} subsections"]
    return Odds(
        tuple(_logit(row, names, upper) for row in rows),
        tuple(_logit(row, names, lower) for row in rows),
        tuple(_reason(row, names, upper) for row in rows),
    )


def _logit(row: Sequence[float], names: Sequence[str], weights: dict[str, float]) -> float:
    return weights["bias"] + sum(
        value * weights[name] for name, value in zip(names, row, strict=True) if value
    )


def _reason(row: Sequence[float], names: Sequence[str], weights: dict[str, float]) -> str:
    shares = {name: value * weights[name] for name, value in zip(names, row, strict=True) if value}
    said = [name for name in _SAID if shares.get(name, 0) > 0.3]
    best = max(said, key=lambda name: shares[name], default="")
    other = max(shares, key=lambda name: shares[name], default="")
    return best or (f"its words: {other}" if other in names else "")
