"""A meaning → the query over the postings that finds it, scored as what is meant."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tui.search.index import Index
from tui.search.meaning import CLOSE, EXACT, Meaning

if TYPE_CHECKING:
    import tantivy

_APART = 0.8
"""What a word written as two is worth beside it."""


def postings(index: Index, meant: Meaning, level: int) -> tantivy.Query | None:
    """Make the query over the postings for a meaning read so loosely; None where it is nothing.

    Each word scores as if it were as rare as what is looked for, times its weight, so that a rare
    misreading is not worth more than the word that is meant.
    """
    import tantivy

    if meant.clause.how == "phrase":
        return _row(index, meant, level)
    words = meant.words(level)
    queries = [term(index, *word) for word in words[:1]]
    if len(words) > 1:
        worth = rarity(index, words[0][0])
        queries += [
            term(index, word, weight * worth / rarity(index, word)) for word, weight in words[1:]
        ]
    if level >= CLOSE:
        for two in meant.apart:
            row: list[str | tuple[int, str]] = list(two)
            queries.append(
                tantivy.Query.boost_query(
                    tantivy.Query.phrase_query(index.schema, "words", row), _APART
                )
            )
    if not queries:
        return None
    return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries)


def term(index: Index, word: str, boost: float) -> tantivy.Query:
    """Make the query for a word; it scores BM25 times the boost."""
    import tantivy

    query = tantivy.Query.term_query(index.schema, "words", word)
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def rarity(index: Index, word: str) -> float:
    """Give the inverse document frequency, as BM25 has it."""
    n = index.vocabulary.frequency(word)
    return math.log(1 + (index.passages - n + 0.5) / (n + 0.5)) or 1e-6


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
