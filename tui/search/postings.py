"""A meaning → the query over the postings that finds it, scored as what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from tui.search.index import Index
from tui.search.meaning import CLOSE, EXACT, Meaning, Weighted

if TYPE_CHECKING:
    import tantivy

_APART = 0.8
"""What a word written as two is worth beside it."""


def postings(index: Index, meant: Meaning, level: int) -> tantivy.Query | None:
    """Make the query over the postings for a meaning read so loosely; None where it is nothing.

    Each word scores as if it were as rare as what is looked for, times its weight, so that a rare
    misreading is not worth more than the word that is meant.
    """
    if meant.clause.how == "phrase":
        return _row(index, meant, level)
    queries = _words(index, meant.words(level))
    if level >= CLOSE and meant.apart:
        queries += [_apart(index, two) for two in meant.apart]
    if len(queries) > 1:
        import tantivy

        return tantivy.Query.disjunction_max_query(queries)
    return queries[0] if queries else None


def _words(index: Index, words: Sequence[Weighted]) -> list[tantivy.Query]:
    """Make the queries for words, of which the first is the one that is looked for."""
    queries = [term(index, *first) for first in words[:1]]
    if len(words) > 1:
        import tantivy

        one, boosted, schema = tantivy.Query.term_query, tantivy.Query.boost_query, index.schema
        frequency, passages = index.vocabulary.frequency, index.passages
        worth = _rarity(frequency(words[0][0]), passages)
        for word, weight in words[1:]:
            boost = weight * worth / _rarity(frequency(word), passages)
            queries.append(boosted(one(schema, "words", word), boost))
    return queries


def _apart(index: Index, two: tuple[str, str]) -> tantivy.Query:
    """Make the query for a word written as two."""
    import tantivy

    row: list[str | tuple[int, str]] = list(two)
    query = tantivy.Query.phrase_query(index.schema, "words", row)
    return tantivy.Query.boost_query(query, _APART)


def term(index: Index, word: str, boost: float) -> tantivy.Query:
    """Make the query for a word; it scores BM25 times the boost."""
    import tantivy

    query = tantivy.Query.term_query(index.schema, "words", word)
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def rarity(index: Index, word: str) -> float:
    """Give the inverse document frequency, as BM25 has it."""
    return _rarity(index.vocabulary.frequency(word), index.passages)


def _rarity(frequency: int, passages: int) -> float:
    return log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) or 1e-6


def _row(index: Index, meant: Meaning, level: int) -> tantivy.Query | None:
    """Make the query for words in a row."""
    import tantivy

    row: list[str | tuple[int, str]] = list(meant.row(level))
    if not row:
        return None
    unfinished = meant.clause.unfinished and level != EXACT and meant.known
    if unfinished and len(row) > 1:
        return tantivy.Query.phrase_prefix_query(index.schema, "words", row)
    if unfinished:
        completions = index.vocabulary.completions(str(row[0]))
        return tantivy.Query.disjunction_max_query([term(index, word, 1.0) for word in completions])
    if len(row) == 1:  # a phrase of one word is none, and tantivy panics on it
        return tantivy.Query.term_query(index.schema, "words", row[0])
    return tantivy.Query.phrase_query(index.schema, "words", row)
