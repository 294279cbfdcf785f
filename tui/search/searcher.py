"""INDEX and what was typed → HITS: first what has all words as typed, then ever more forgiving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.document import Document
from tui.search.hits import Found, Hit, Tier
from tui.search.index import Index, unpacked
from tui.search.meaning import EXACT, GUESSED, Meaning, guessed, meaning
from tui.search.places import Filters, Outline, Within, placed
from tui.search.postings import postings
from tui.search.query import Query, parse
from tui.search.reading import marker, reading, suggestion
from tui.search.stemming import function_words

if TYPE_CHECKING:
    import tantivy

ENOUGH = 10
"""With so many passages found nothing is guessed, and no word is given up."""

_TIERS: tuple[Tier, Tier, Tier] = ("exact", "stem", "fuzzy")

_Row = tuple[float, int, int, int, Tier]
"""Of a found passage: score, number of the document, start, length, tier."""


def search(
    index: Index,
    query: str,
    *,
    limit: int = 50,
    within: Within = None,
    sections: Outline = None,
) -> Found:
    """Search the documents of an index for a query, as the reader types it.

    `within` is a document, or one with the start and end of a stretch of it, and holds on top of
    the query's own `in:`; `sections` gives a document's outline, so that `in:` knows them.
    Best first: all words as typed, all in some form or completed, all but some of them guessed,
    then passages with only some of the words, those with more of them first and again as typed,
    in some form, guessed; within each by BM25. Raises for no string.
    """
    parsed = parse(query)
    filters, where = placed(index, parsed.filters, within, sections)
    if parsed.banned:
        filters += _banned(index, parsed)
    meanings = [meaning(index.vocabulary, clause) for clause in parsed.wanted]
    answer = _Answer(index, filters, limit)
    if meanings:
        meanings = answer.loosen(meanings)
    elif parsed.filters or parsed.banned:
        answer.list_all()
    total = answer.total
    mark = marker(meanings)
    numbered = index.numbered
    hits = tuple(
        [
            Hit(numbered[number], start, start + length, score, tier, mark)
            for score, number, start, length, tier in answer.rows
        ]
    )
    whole = total if answer.whole is None else answer.whole
    corrected = suggestion(query, meanings) if hits and hits[0].tier == "fuzzy" else None
    said = reading(meanings, parsed, where)
    return Found(query, total, corrected, said, hits, whole, answer.counts)


class _Answer:
    """The passages found so far for one query, while it is read more and more loosely."""

    def __init__(self, index: Index, filters: Filters, limit: int) -> None:
        self.index = index
        self.filters = filters
        self.limit = max(0, limit)
        self.rows: list[_Row] = []
        self.total = 0
        self.whole: int | None = None
        self._seen: set[tuple[int, int]] = set()
        self._loosest: tantivy.Query | None = None
        self._made: dict[tuple[int, int], tantivy.Query | None] = {}

    def loosen(self, meanings: list[Meaning]) -> list[Meaning]:
        """Search for all words, then for some, until there is enough; give the meanings used."""
        optional = _optional(self.index, meanings)
        needed = [meant for n, meant in enumerate(meanings) if n not in optional]
        loosest = max([meant.loosest() for meant in needed])
        for level in range(EXACT, loosest + 1):
            if len(self.rows) < self.limit:
                self._all(meanings, optional, level)
        enough = min(ENOUGH, self.limit)
        if len(self.rows) >= enough:
            return meanings
        unknown = [meant for meant in needed if not meant.known]
        if unknown or not self.rows:
            guess = unknown or needed
            known = self.index.vocabulary
            meanings = [guessed(known, m) if any(m is g for g in guess) else m for m in meanings]
            self._made.clear()
            self._all(meanings, optional, GUESSED)
        if len(self.rows) < enough and len(needed) > 1:
            self.whole = len(self.rows)
            self._some(meanings, optional)
        return meanings

    def list_all(self) -> None:
        """Take the passages as they come, where the query only says where to look."""
        import tantivy

        self._run([(tantivy.Occur.Must, tantivy.Query.all_query())], 3.0, 1.0, EXACT)

    def counts(self) -> tuple[tuple[Document, int], ...]:
        """Count the passages of each document, the most first."""
        if self._loosest is None:
            return ()
        numbered = self.index.numbered
        asked = {"n": {"terms": {"field": "document", "size": max(1, len(numbered))}}}
        answer = self.index.searcher.aggregate(self._loosest, asked)["n"]["buckets"]
        return tuple((numbered[int(b["key"])], int(b["doc_count"])) for b in answer)

    def _query(self, meanings: Sequence[Meaning], number: int, level: int) -> tantivy.Query | None:
        """Give the query for one clause read so loosely, made once."""
        level = min(level, meanings[number].loosest())
        if (number, level) not in self._made:
            self._made[number, level] = postings(self.index, meanings[number], level)
        return self._made[number, level]

    def _all(self, meanings: list[Meaning], optional: frozenset[int], level: int) -> None:
        """Add the passages with all the words, read so loosely."""
        import tantivy

        clauses: Filters = []
        for number, meant in enumerate(meanings):
            query = self._query(meanings, number, level)
            if query is not None:
                clauses.append(
                    (tantivy.Occur.Should if number in optional else tantivy.Occur.Must, query)
                )
            elif number not in optional and (level != GUESSED or meant.clause.how != "forgiving"):
                return
        if any(occur == tantivy.Occur.Must for occur, _ in clauses):
            self._run(clauses, 3.0 - level, 1.0, level)

    def _some(self, meanings: list[Meaning], optional: frozenset[int]) -> None:
        """Add the passages with some of the words: first those with more of them."""
        import tantivy

        needed = [number for number in range(len(meanings)) if number not in optional]
        step = 1.0 / (3 * len(needed))
        levels = range(max(meant.loosest() for meant in meanings) + 1)
        for least in range(len(needed) - 1, 0, -1):
            for level in levels:
                found = [self._query(meanings, number, level) for number in needed]
                queries = [(tantivy.Occur.Should, query) for query in found if query is not None]
                if len(self.rows) < self.limit and len(queries) >= least:
                    either = tantivy.Query.boolean_query(queries, minimum_number_should_match=least)
                    base = step * (3 * least - level)
                    self._run([(tantivy.Occur.Must, either)], base, step, level)

    def _run(self, clauses: Filters, base: float, step: float, level: int) -> None:
        """Search and add what is new, scored from base on and below base + step."""
        import tantivy

        query = tantivy.Query.boolean_query(clauses + self.filters)
        searcher, rows, seen = self.index.searcher, self.rows, self._seen
        found = searcher.search(query, max(1, self.limit))
        self._loosest = query
        self.total = int(found.count)  # type: ignore[attr-defined]  # missing in its stubs
        scores: list[float] = []
        addresses: list[tantivy.DocAddress] = []
        for score, address in found.hits:
            key = address.segment_ord, address.doc
            if len(rows) + len(scores) < self.limit and key not in seen:
                seen.add(key)
                scores.append(base + step * score / (1 + score))
                addresses.append(address)
        tier = _TIERS[level]
        places = searcher.fast_field_values("place", addresses)
        rows += [
            (score, *unpacked(int(place or 0)), tier)
            for score, place in zip(scores, places, strict=True)
        ]


def _optional(index: Index, meanings: list[Meaning]) -> frozenset[int]:
    """Tell which clauses are function words, by their place; none where there is nothing else."""
    if len(meanings) < 2:
        return frozenset()
    plain = tuple(m.clause.words[0] for m in meanings if m.clause.how == "forgiving")
    stopped = function_words(plain, index.vocabulary.languages)
    found = frozenset(
        number
        for number, meant in enumerate(meanings)
        if meant.clause.how == "forgiving" and meant.clause.words[0] in stopped
    )
    return found if len(found) < len(meanings) else frozenset()


def _banned(index: Index, parsed: Query) -> Filters:
    """Give the filters that keep out what is banned: words as typed, in no other form."""
    import tantivy

    meanings = [meaning(index.vocabulary, clause) for clause in parsed.banned]
    queries = [postings(index, meant, EXACT) for meant in meanings]
    return [(tantivy.Occur.MustNot, query) for query in queries if query is not None]
