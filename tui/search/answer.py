"""Meanings of what was typed → the passages that have them, read more and more loosely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.document import Document
from tui.search.highlight import Marker
from tui.search.hits import Hit, Tier
from tui.search.index import Index
from tui.search.meaning import CLOSE, EXACT, GUESSED, Meaning, guessed, joined, widened
from tui.search.places import Filters
from tui.search.postings import postings

if TYPE_CHECKING:
    import tantivy

ENOUGH = 10
"""With so many passages found nothing is guessed, and no word is given up."""

_TIERS: tuple[Tier, Tier, Tier] = ("exact", "stem", "fuzzy")


class Answer:
    """The passages found so far for one query; which ones there are does not hang on the limit."""

    def __init__(self, index: Index, filters: Filters, limit: int) -> None:
        self.total = 0
        """How many there are."""
        self.whole = 0
        """How many of them have all the words."""
        self._index = index
        self._filters = filters
        self._limit = max(0, limit)
        self._scores: list[tuple[float, Tier]] = []
        self._numbers: list[int] = []
        self._loosest: tantivy.Query | None = None
        self._made: dict[tuple[int, int], tantivy.Query | None] = {}

    def loosen(self, meanings: list[Meaning], optional: frozenset[int]) -> list[Meaning]:
        """Search for all words, then for some, until there is enough; give the meanings used.

        `optional` are the places of those that need not be there.
        """
        needed = [meant for number, meant in enumerate(meanings) if number not in optional]
        unknown = [meant for meant in needed if not meant.known]
        if not unknown or all(meant.apart for meant in unknown):
            loosest = max([meant.loosest() for meant in needed])
            for level in range(EXACT, loosest + 1):
                self._all(meanings, optional, level, counted=level == loosest)
        if not self.whole and meanings[-1].clause.unfinished and self._narrow():
            meanings = [*meanings[:-1], widened(self._index.vocabulary, meanings[-1])]
            self._made.clear()
            self._all(meanings, optional, CLOSE, counted=True)
        if self.whole < ENOUGH:
            vocabulary = self._index.vocabulary
            guess = unknown or ([] if self.whole else needed)
            meanings = [guessed(vocabulary, m) if m in guess else m for m in meanings]
            meanings = joined(vocabulary, meanings) if len(meanings) > 1 else meanings
            if guess or any(meant.together for meant in meanings):
                self._all(meanings, optional, GUESSED, counted=True)
        if self.whole < ENOUGH and len(needed) > 1:
            self._some(meanings, optional)
        return meanings

    def hits(self, mark: Marker) -> tuple[Hit, ...]:
        """Give the best of them, best first."""
        numbered, places = self._index.numbered, self._index.table.places(self._numbers)
        new = tuple.__new__  # a third of the time that Hit() takes; there are hundreds a key
        return tuple(
            [
                new(Hit, (numbered[number], start, end, score, tier, mark))
                for (score, tier), (number, start, end) in zip(self._scores, places, strict=True)
            ]
        )

    def list_all(self) -> None:
        """Take the passages as they come, where the query only says where to look."""
        import tantivy

        self.whole = self._run([tantivy.Query.all_query()], [], 3.0, 1.0, EXACT, counted=True)

    def counts(self) -> tuple[tuple[Document, int], ...]:
        """Count the passages of each document, the most first."""
        if self._loosest is None:
            return ()
        numbered = self._index.numbered
        asked = {"n": {"terms": {"field": "document", "size": max(1, len(numbered))}}}
        answer = self._index.searcher.aggregate(self._loosest, asked)["n"]["buckets"]
        return tuple((numbered[int(b["key"])], int(b["doc_count"])) for b in answer)

    def _all(
        self, meanings: list[Meaning], optional: frozenset[int], level: int, counted: bool
    ) -> None:
        """Add the passages with all the words, read so loosely."""
        wanted: list[tantivy.Query] = []
        welcome: list[tantivy.Query] = []
        for number, meant in enumerate(meanings):
            query = self._query(meanings, number, level)
            if query is not None:
                (welcome if number in optional else wanted).append(query)
            elif number not in optional and (level != GUESSED or meant.clause.how != "forgiving"):
                return
        if wanted:
            found = self._run(wanted, welcome, 3.0 - level, 1.0, level, counted)
            self.whole = max(self.whole, found)

    def _some(self, meanings: list[Meaning], optional: frozenset[int]) -> None:
        """Give up one word after the other until there is enough."""
        import tantivy

        needed = [number for number in range(len(meanings)) if number not in optional]
        step = 1.0 / (3 * len(needed))
        loosest = max(meant.loosest() for meant in meanings)
        for least in range(len(needed) - 1, 0, -1):
            for level in range(EXACT, loosest + 1):
                found = [self._query(meanings, number, level) for number in needed]
                queries = [(tantivy.Occur.Should, query) for query in found if query is not None]
                last = level == loosest
                if len(queries) >= least and (last or len(self._numbers) < self._limit):
                    either = tantivy.Query.boolean_query(queries, minimum_number_should_match=least)
                    base = step * (3 * least - level)
                    self._run([either], [], base, step, level, counted=last)
            if self.total >= ENOUGH:
                break

    def _narrow(self) -> bool:
        """Tell whether only some places are searched."""
        from tantivy import Occur

        return any(occur == Occur.Must for occur, _ in self._filters)

    def _query(self, meanings: Sequence[Meaning], number: int, level: int) -> tantivy.Query | None:
        """Give the query for one meaning read so loosely, made once."""
        meant = meanings[number]
        place = number, min(level, meant.loosest())
        if place not in self._made:
            self._made[place] = postings(self._index, meant, place[1])
        return self._made[place]

    def _run(
        self,
        wanted: list[tantivy.Query],
        welcome: list[tantivy.Query],
        base: float,
        step: float,
        level: int,
        counted: bool,
    ) -> int:
        """Search; add what is new, scored from base on and below base + step; give the total."""
        query = wanted[0] if len(wanted) == 1 else None
        if query is None or welcome or self._filters:  # one that is alone is faster as it is
            query = _joined(wanted, welcome, self._filters)
        self._loosest = query
        room = self._limit - len(self._numbers)
        if room <= 0:
            if counted:
                self.total = self._count(query)
            return self.total
        found = self._index.searcher.search(query, self._limit, count=counted)
        hits, tier = found.hits, _TIERS[level]
        numbers = self._index.numbers(hits)
        scores = [(base + step * score / (1 + score), tier) for score, _ in hits]
        if self._numbers:
            seen = set(self._numbers)
            new = [place for place, number in enumerate(numbers) if number not in seen][:room]
            scores, numbers = [scores[place] for place in new], [numbers[place] for place in new]
        self._scores += scores
        self._numbers += numbers
        self.total = int(found.count) if counted else len(self._numbers)  # type: ignore[attr-defined]
        return self.total

    def _count(self, query: tantivy.Query) -> int:
        """Count the passages of a query without ranking them: faster where it has many words."""
        asked = {"n": {"value_count": {"field": "document"}}}
        return int(self._index.searcher.aggregate(query, asked)["n"]["value"])


def _joined(
    wanted: list[tantivy.Query], welcome: list[tantivy.Query], filters: Filters
) -> tantivy.Query:
    """Make one query of those that must be met, those that may be, and filters."""
    import tantivy

    must, should = tantivy.Occur.Must, tantivy.Occur.Should
    clauses = [(must, query) for query in wanted] + [(should, query) for query in welcome]
    return tantivy.Query.boolean_query(clauses + filters)
