"""INDEX and what was typed → HITS: first what has all words as typed, then ever more forgiving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from tui.document import Document, Section
from tui.search.folding import words
from tui.search.hits import Found, Hit, Tier
from tui.search.index import Index
from tui.search.meaning import CLOSE, EXACT, GUESSED, Meaning, guessed, meaning, postings
from tui.search.places import Within, placed
from tui.search.query import Query, parse
from tui.search.reading import marker, reading, suggestion
from tui.search.stemming import function_words

if TYPE_CHECKING:
    import tantivy

ENOUGH = 10
"""With so many passages found nothing is guessed, and no word is given up."""

_TIERS: tuple[Tier, Tier, Tier] = ("exact", "stem", "fuzzy")

_Filters = list[tuple["tantivy.Occur", "tantivy.Query"]]
_Row = tuple[float, int, int, int, Tier]  # score, number of the document, start, length, tier


def search(
    index: Index,
    query: str,
    *,
    limit: int = 50,
    within: Within = None,
    sections: Callable[[Document], Sequence[Section]] | None = None,
) -> Found:
    """Search the documents of an index for a query, as the reader types it.

    `within` is a document, or one with the start and end of a stretch of it, and holds on top of
    the query's own `in:`; `sections` gives a document's outline, so that `in:` knows them.
    Best first: all words as typed, all in some form or completed, all but some of them guessed,
    then passages with only some of the words; within each by BM25. Raises for no string.
    """
    parsed = parse(query)
    filters, where = placed(index, parsed.filters, within, sections)
    filters += _banned(index, parsed)
    meanings = [meaning(index.vocabulary, clause) for clause in parsed.wanted]
    if not meanings:
        asked = bool(parsed.filters or parsed.banned)
        return _listed(index, query, filters, where, limit if asked else 0)
    answer = _Answer(index, filters, limit)
    meanings = answer.loosen(meanings)
    mark = marker(meanings)
    hits = tuple(
        Hit(index.numbered[number], start, start + length, score, tier, mark)
        for score, number, start, length, tier in answer.rows
    )
    return Found(
        query,
        answer.total,
        suggestion(query, meanings),
        reading(meanings, parsed, where),
        hits,
        answer.whole,
        cache(lambda: answer.counts()),
    )


class _Answer:
    """The passages found so far for one query, while it is read more and more loosely."""

    def __init__(self, index: Index, filters: _Filters, limit: int) -> None:
        self.index = index
        self.filters = filters
        self.limit = limit
        self.rows: list[_Row] = []
        self.total = 0
        self.whole = 0
        self._seen: set[tuple[int, int]] = set()
        self._loosest: tantivy.Query | None = None

    def loosen(self, meanings: list[Meaning]) -> list[Meaning]:
        """Search for all words, then for some, until there is enough; give the meanings used."""
        optional = _optional(self.index, meanings)
        for level in (EXACT, CLOSE):
            if len(self.rows) < self.limit:
                self._all(meanings, optional, level)
        if len(self.rows) >= min(ENOUGH, self.limit):
            return meanings
        needed = [m for m in meanings if m.clause.words[0] not in optional]
        unknown = [m for m in needed if not m.known]
        if unknown or not self.rows:
            meanings = [
                guessed(self.index.vocabulary, m) if m in unknown or not unknown else m
                for m in meanings
            ]
            self._all(meanings, optional, GUESSED)
        if len(self.rows) < min(ENOUGH, self.limit) and len(needed) > 1:
            self._some(meanings, optional)
        return meanings

    def counts(self) -> tuple[tuple[Document, int], ...]:
        """Count the passages of each document, the most first."""
        if self._loosest is None:
            return ()
        documents = self.index.numbered
        asked = {"n": {"terms": {"field": "document", "size": max(1, len(documents))}}}
        answer = self.index.searcher.aggregate(self._loosest, asked)["n"]["buckets"]
        return tuple((documents[int(b["key"])], int(b["doc_count"])) for b in answer)

    def _all(self, meanings: list[Meaning], optional: frozenset[str], level: int) -> None:
        """Add the passages with all the words, read so loosely."""
        from tantivy import Occur

        clauses = []
        for meant in meanings:
            query = postings(self.index, meant, level)
            spare = meant.clause.words[0] in optional
            if query is not None:
                clauses.append((Occur.Should if spare else Occur.Must, query))
            elif not spare and (level != GUESSED or meant.clause.how != "forgiving"):
                return
        if any(occur == Occur.Must for occur, _ in clauses):
            found = self._run(clauses, 3 - level, level)
            self.whole = max(self.whole, found)

    def _some(self, meanings: list[Meaning], optional: frozenset[str]) -> None:
        """Add the passages with some of the words: first those with more of them."""
        from tantivy import Occur, Query

        clauses = [
            (Occur.Should, query)
            for meant in meanings
            if meant.clause.words[0] not in optional
            and (query := postings(self.index, meant, GUESSED)) is not None
        ]
        if len(clauses) > 1:
            before = len(self.rows)
            self._run([(Occur.Must, Query.boolean_query(clauses))], 0, GUESSED)
            self.rows[before:] = sorted(
                (self._weighed(row, meanings) for row in self.rows[before:]),
                key=lambda row: (-row[0], row[1], row[2]),
            )

    def _run(self, clauses: _Filters, base: int, level: int) -> int:
        """Search and add what is new; give how many passages there are in all."""
        from tantivy import Query

        query = Query.boolean_query(clauses + self.filters)
        searcher = self.index.searcher
        found = searcher.search(query, max(1, self.limit + len(self.rows)))
        fresh = [
            (score, address)
            for score, address in found.hits
            if (address.segment_ord, address.doc) not in self._seen
        ][: self.limit - len(self.rows)]
        addresses = [address for _, address in fresh]
        self._seen.update((address.segment_ord, address.doc) for address in addresses)
        columns = [
            searcher.fast_field_values(name, addresses) for name in ("document", "start", "length")
        ]
        rows = [
            (base + score / (1 + score), number, start, length, _TIERS[level])
            for (score, _), number, start, length in zip(fresh, *columns, strict=True)
        ]
        self.rows += sorted(rows, key=lambda row: (-row[0], row[1], row[2]))
        count = int(found.count)  # type: ignore[attr-defined]  # missing in its stubs
        self.total = max(self.total, count)
        self._loosest = query
        return count

    def _weighed(self, row: _Row, meanings: list[Meaning]) -> _Row:
        """Score a passage with some of the words by how many, then how they were read."""
        score, number, start, length, _ = row
        here = set(words(self.index.numbered[number].text[start : start + length]))
        levels = []
        for meant in meanings:
            for level, meant_words in enumerate((meant.exact, meant.close, meant.guessed)):
                if any(word in here for word, _ in meant_words):
                    levels.append(level)
                    break
        worst = max(levels, default=GUESSED)
        share = (len(levels) + (GUESSED - worst + score) / 3) / (len(meanings) + 1)
        return min(share, 0.999), number, start, length, _TIERS[worst]


def _optional(index: Index, meanings: list[Meaning]) -> frozenset[str]:
    """Give the function words of a query; none where it has nothing else."""
    plain = tuple(m.clause.words[0] for m in meanings if m.clause.how == "forgiving")
    found = function_words(plain, index.vocabulary.languages)
    return found if len(found) < len({m.clause.words[0] for m in meanings}) else frozenset()


def _banned(index: Index, parsed: Query) -> _Filters:
    from tantivy import Occur

    queries = [
        postings(index, meaning(index.vocabulary, clause), EXACT) for clause in parsed.banned
    ]
    return [(Occur.MustNot, query) for query in queries if query is not None]


def _listed(index: Index, query: str, filters: _Filters, where: str, limit: int) -> Found:
    """Answer a query without words: all passages of the places it names, in reading order."""
    from tantivy import Occur, Query

    if not limit:
        return Found(query, 0, None, where, ())
    answer = _Answer(index, filters, limit)
    count = answer._run([(Occur.Must, Query.all_query())], 3, EXACT)
    hits = tuple(
        Hit(index.numbered[number], start, start + length, score, tier)
        for score, number, start, length, tier in answer.rows
    )
    return Found(query, count, None, where, hits, count, cache(lambda: answer.counts()))
