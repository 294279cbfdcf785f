"""POOL + VECTORS → how near each passage is in meaning, and which words stand for which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.claims.passages import Pool
from tui.claims.postings import Alike
from tui.claims.vectors import Model, unit
from tui.claims.words import WORD, folded

if TYPE_CHECKING:
    from tui.claims.vectors import Matrix

ALIKE = 0.5
"""The cosine from which one word may stand for another, with the cubed cosine as factor."""
CLOSEST = 20
"""The most words that stand for one."""


@dataclass(frozen=True)
class Meaning:
    """The passages of one pool as vectors, made when first asked for."""

    model: Model
    """Makes the vectors."""
    pool: Pool
    """Whose passages."""

    def prepare(self) -> None:
        """Make the vectors now, not when the first claim asks for them."""
        _ = self.paragraphs, self.vocabulary

    @cached_property
    def passages(self) -> Matrix:
        """Give a row per passage, without what all have in common."""
        return unit(self.whole - self.common)

    @cached_property
    def whole(self) -> Matrix:
        """Give a row per passage."""
        return self.model.embed([p.document.text[p.start : p.end] for p in self.pool.passages])

    @cached_property
    def common(self) -> Matrix:
        """Give the mean of the passages: what is in all of them tells none from another."""
        return self.whole.sum(axis=0) / max(1, len(self.whole))  # type: ignore[no-any-return]

    @cached_property
    def paragraphs(self) -> Matrix:
        """Give a row per passage, of its paragraph: the mean of the passages in it."""
        import numpy as np

        units = np.array([passage.paragraph for passage in self.pool.passages])
        sums = np.zeros((len(self.pool.paragraphs.lengths), self.passages.shape[1]), np.float32)
        np.add.at(sums, units, self.passages)
        sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        return sums[units]  # type: ignore[no-any-return]

    @cached_property
    def vocabulary(self) -> tuple[list[str], Matrix]:
        """Give the stems that are words, with a row for each."""
        written: dict[str, str] = {}
        for passage in self.pool.passages:
            for match in WORD.findall(passage.document.text, passage.start, passage.end):
                word, stem = folded(match)
                if len(stem) > 2 and stem.isalpha():
                    written.setdefault(stem, word)
        return list(written), self.model.words(list(written.values()))

    def rows(self, text: str) -> tuple[list[float], list[float]]:
        """Give each passage's cosine with a text, and its paragraph's."""
        if not self.pool.passages:
            return [], []
        query = unit(self.model.embed([text]) - self.common)[0]
        return (self.passages @ query).tolist(), (self.paragraphs @ query).tolist()

    @cached_property
    def known(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """Keep the stems asked for so far, each with those near to it."""
        return {}

    def near(self, stems: Sequence[str], written: Sequence[str]) -> None:
        """Learn which stems of the passages are near to these, which are written so."""
        import numpy as np

        others, rows = self.vocabulary
        cosines = self.model.words(written) @ rows.T
        for stem, row in zip(stems, cosines, strict=True):
            near = np.flatnonzero(row >= ALIKE)
            near = near[np.argsort(-row[near], kind="stable")][: CLOSEST + 1]
            self.known[stem] = tuple(
                (others[place], float(row[place]) ** 3) for place in near if others[place] != stem
            )

    def expanded(self, query: Iterable[str], written: Mapping[str, str]) -> Alike:
        """Give the words that may stand for a query's, derived forms among them."""
        query = tuple(query)
        asked = [stem for stem in query if stem.isalpha() and stem in written]
        new = [stem for stem in asked if stem not in self.known]
        if new and self.vocabulary[0]:
            self.near(new, [written[stem] for stem in new])
        found = {stem: dict(others) for stem, others in self.pool.expanded(query).items()}
        for stem in asked:
            for other, factor in self.known.get(stem, ()):
                mine = found.setdefault(stem, {})
                mine[other] = max(mine.get(other, 0.0), factor)
        return {stem: tuple(others.items()) for stem, others in found.items()}
