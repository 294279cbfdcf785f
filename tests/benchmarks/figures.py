"""What a benchmark takes and gives: options in, figures beside their targets out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says to every benchmark."""

    data: Path | None = None
    """The folder of evaluation sets; quality benchmarks say so plainly when it is missing."""
    quick: bool = False
    """Smaller sizes and fewer repetitions, for a first look."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number beside its target."""

    name: str
    """What was measured, with its conditions."""
    value: float
    """The measured number; NaN where it could not be measured (the note says why)."""
    target: float | None = None
    """What it should reach; None for a figure that only informs."""
    unit: str = ""
    """Of value and target; empty for ratios and scores."""
    at_most: bool = True
    """Whether the target is an upper bound; otherwise a lower one."""
    note: str = ""
    """Conditions or the reason of a miss."""

    @property
    def met(self) -> bool:
        """Whether the target is reached; True where there is none."""
        if self.target is None:
            return True
        return self.value <= self.target if self.at_most else self.value >= self.target
