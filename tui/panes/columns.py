"""What was found for a claim in; a glyph for each report, or counts of them, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from tui.document import Document

if TYPE_CHECKING:
    from tui.claims import Finding
    from tui.panes.line import Piece, Row

Band = Literal["strong", "partial", "weak", "silent", "skipped"]

GLYPHS: dict[Band, str] = {
    "strong": "●", "partial": "◐", "weak": "○", "silent": "·", "skipped": "–"
}  # fmt: skip
RANKS: tuple[Band, ...] = ("strong", "partial", "weak")
"""The bands of evidence, the best first."""
_DIGITS = 2
"""So many digits of a count are lined up; hardly ever more reports speak to one claim."""


def best_bands(finding: Finding) -> dict[Document, Band]:
    """Give the best band of each report that says something to the claim."""
    best: dict[Document, Band] = {}
    if not finding.silent:
        for evidence in finding.evidence:
            held = best.get(evidence.document)
            if held is None or RANKS.index(evidence.band) < RANKS.index(held):
                best[evidence.document] = evidence.band
    return best


def counted(best: Mapping[Document, Band] | None, reports: int) -> Row:
    """Give how many reports say each, where there are too many for a column each."""
    counts = Counter(best.values() if best else ())
    digits = min(len(str(reports)), _DIGITS)
    pieces: list[Piece] = []
    for band in RANKS:
        text = f" {GLYPHS[band]}{counts[band]:<{digits}}" if counts[band] else " " * (digits + 2)
        pieces.append((text, f"rail--{band}"))
    silent = best is not None and not best
    return (*pieces, (f" {GLYPHS['silent']}" if silent else "  ", "rail--silent"))
