"""CLAIM × PASSAGE → SIGNALS: what a reader should see about the two, each with its places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.claims.alignment import Shared
from tui.claims.parsing import Parsed
from tui.document import Span


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation, never a verdict."""

    kind: str
    """What was observed."""
    text: str
    """The observation for the reader."""
    claim: Span | None = None
    """Where it stands in the paper, if it does."""
    passage: Span | None = None
    """Where it stands in the report, if it does."""


def signals(claim: Parsed, passage: Parsed, common: Sequence[Shared]) -> tuple[Signal, ...]:
    """Give what is to be seen about a claim and a passage."""
    return ()
