"""The frozen numbers of the boundary model: a data file learned by `tests/benchmarks/learn.py`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned; every logistic model gives each feature a weight, and has a bias."""

    stages: Mapping[str, tuple[float, ...]]
    """For each telling stem, and for the bias "", a weight a stage in `stages.STAGES`' order."""
    boundaries: Mapping[str, Mapping[str, float]]
    """For each model ("paper sections", "prose subsections"…) its features' weights, and "bias"."""
    words: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """For a model the weights of the words that open a block, cut short; few models have them."""


@cache
def frozen() -> Weights:
    """Read the weights that ship with the package, once."""
    return loads(_FILE.read_text(encoding="utf-8"))


def loads(text: str) -> Weights:
    """Read weights from JSON."""
    read = json.loads(text)
    return Weights(
        {stem: tuple(row) for stem, row in read["stages"].items()},
        dict(read["boundaries"]),
        dict(read["words"]),
    )


def dumps(weights: Weights) -> str:
    """Write weights as JSON, a stem or a feature a line."""
    stages = ",\n".join(
        f"{json.dumps(stem, ensure_ascii=False)}: {json.dumps([round(w, 2) for w in row])}"
        for stem, row in weights.stages.items()
    )
    return (
        f'{{"stages": {{\n{stages}\n}},\n"boundaries": {{\n{_rows(weights.boundaries)}\n}},\n'
        f'"words": {{\n{_rows(weights.words)}\n}}}}\n'
    )


def _rows(models: Mapping[str, Mapping[str, float]]) -> str:
    return ",\n".join(
        f"{json.dumps(name)}: {json.dumps({k: round(v, 3) for k, v in row.items()}, indent=0)}"
        for name, row in models.items()
    )
