"""REPORTS → STOCK: what claims are searched in, whole in memory or as an index of candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.claims.parsing import tokens
from tui.claims.passages import Builder, Pool, Scale, evident
from tui.claims.words import background
from tui.document import Document
from tui.ingest import sentences
from tui.search import Index, candidates, frequency

LARGE = 12_000_000
"""Characters of all reports from which they are indexed instead of held in memory."""
CANDIDATES, MANY = 40, 400
"""The most passages of an index that are looked at closely for one claim; and for a long list."""
TELLING = 8.0
"""From so rare a last word on, it alone stands for a name: Kagame, Francophonie; not Council."""


@dataclass(frozen=True, slots=True)
class Stock:
    """All passages of the reports."""

    reports: tuple[Document, ...]
    """In their order."""
    places: Mapping[Document, int]
    """Which place each has."""
    scale: Scale
    """What words weigh among all passages."""
    whole: Pool | None
    """All passages, where they are few."""
    index: Index | None
    """Finds candidates, where they are many."""

    def pool(self, query: Mapping[str, float], wanted: Iterable[str] | None, *, many: bool) -> Pool:
        """Give the passages that a claim with these words is scored against.

        Of an index they are its candidates, few or many; of their words only those that can
        match the wanted ones are kept, or all for None.
        """
        if self.whole is not None or self.index is None:
            return self.whole or Builder().close()
        numbers = defaultdict[Document, set[int]](set)
        most = MANY if many else CANDIDATES
        for report, number, _ in candidates(self.index, query, most, self.places):
            numbers[report].add(number)
        builder = Builder(wanted, sparse=True)
        for report in sorted(numbers, key=self.places.__getitem__):
            found = sentences(report)
            builder.add(report, [found[n] for n in sorted(numbers[report])])
        return builder.close()

    def stands(self, name: Sequence[str], pool: Pool) -> bool:
        """Say whether some passage holds the name: all its words, or its one telling last word."""
        units = [{u for u, _ in pool.sentences.matches(s, pool.alike(s))} for s in name]
        if units and set.intersection(*units):
            return True
        if background(name[-1]) >= TELLING and self.scale.frequency(name[-1]):
            return True
        if self.index is None or not all(map(self.scale.frequency, name)):
            return False
        best = candidates(self.index, dict.fromkeys(name, 1.0), 1, self.places)
        return any(
            set(name) <= {t.stem for t in tokens(d, s.start, s.end)}
            for d, n, _ in best
            for s in (sentences(d)[n],)
        )


def stock(reports: Sequence[Document], index: Index | None = None) -> Stock:
    """Prepare the reports; an index of them (and of more) is used where they are many."""
    reports = tuple(reports)
    places = {report: place for place, report in enumerate(reports)}
    if sum(len(report.text) for report in reports) < LARGE:
        builder = Builder()
        for report in reports:
            builder.add(report, evident(report))
        pool = builder.close()
        return Stock(reports, places, pool.scale(), pool, None)
    index = index or Index.of(reports)
    chosen = index
    scale = Scale(index.passages, index.passages, lambda stem: frequency(chosen, stem))
    return Stock(reports, places, scale, None, index)
