"""A clause of a query → the words of the index it may mean, from as typed to guessed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.search.index import Index
from tui.search.query import Clause
from tui.search.typos import cost
from tui.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import tantivy

EXACT, CLOSE, GUESSED = range(3)
"""How loosely a clause may be read: as typed; forms and completions as well; typos as well."""

Weighted = tuple[str, float]

_FORM = 0.9
_COMPLETION = 0.8
"""What a form, the nearer in spelling the more, and a completion are worth beside the word."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a clause may mean, in words that the index has."""

    clause: Clause
    """The clause as typed."""
    exact: tuple[Weighted, ...] = ()
    """The word as typed, or nothing; for a phrase its words, or nothing."""
    close: tuple[Weighted, ...] = ()
    """Its other forms, and its completions while it is unfinished."""
    guessed: tuple[Weighted, ...] = ()
    """Its corrections, likeliest first; for a phrase its words, the unknown ones corrected."""

    @property
    def known(self) -> bool:
        """Whether the index has it, in whatever form."""
        return bool(self.exact or self.close)

    def words(self, level: int) -> tuple[Weighted, ...]:
        """Give the words it may mean when read so loosely."""
        if level == EXACT:
            return self.exact
        return self.exact + self.close + (self.guessed if level == GUESSED else ())


def meaning(vocabulary: Vocabulary, clause: Clause) -> Meaning:
    """Look a clause up in the vocabulary, without guessing."""
    if clause.how == "phrase":
        return _phrase(vocabulary, clause)
    word = clause.words[0]
    exact = tuple((w, 1.0) for w in (word, clause.joined) if w and vocabulary.frequency(w))
    if clause.how == "exact":
        return Meaning(clause, exact)
    close = {form: _FORM / (1 + cost(word, form) / 4) for form in vocabulary.forms(word)}
    if clause.unfinished:
        for completion in vocabulary.completions(word):
            close.setdefault(completion, _COMPLETION)
    for taken, _ in exact:
        close.pop(taken, None)
    return Meaning(clause, exact, tuple(close.items()))


def guessed(vocabulary: Vocabulary, meant: Meaning) -> Meaning:
    """Add the corrections of its words; exact ones have none."""
    clause = meant.clause
    if clause.how == "exact" or meant.guessed:
        return meant
    if clause.how == "phrase":
        if meant.known:
            return meant
        corrected = [_corrected(vocabulary, word) for word in clause.words]
        return Meaning(
            clause, (), (), tuple((w, 1.0) for w in corrected if w) if all(corrected) else ()
        )
    guesses = vocabulary.guesses(clause.words[0], clause.unfinished)
    return Meaning(
        clause, meant.exact, meant.close, tuple((g.word, 0.7 * g.weight) for g in guesses)
    )


def _phrase(vocabulary: Vocabulary, clause: Clause) -> Meaning:
    *whole, last = clause.words
    known = all(map(vocabulary.frequency, whole))
    words = tuple((word, 1.0) for word in clause.words)
    if known and vocabulary.frequency(last):
        return Meaning(clause, words, words if clause.unfinished else ())
    if known and clause.unfinished and vocabulary.completions(last, 1):
        return Meaning(clause, (), words)
    return Meaning(clause)


def _corrected(vocabulary: Vocabulary, word: str) -> str:
    if vocabulary.frequency(word):
        return word
    guesses = vocabulary.guesses(word)
    return guesses[0].word if guesses else ""


def postings(index: Index, meant: Meaning, level: int) -> tantivy.Query | None:
    """Make the query over the postings for a meaning read so loosely; None where it is nothing.

    Each word scores as if it were as rare as what is looked for, times its weight, so that a rare
    misreading is not worth more than the word that is meant.
    """
    from tantivy import Query as Postings

    words = meant.words(level)
    if not words:
        return None
    if meant.clause.how == "phrase":
        return _row(index, meant, level)
    worth = rarity(index, words[0][0])
    queries = [
        Postings.boost_query(
            Postings.term_query(index.schema, "words", word), weight * worth / rarity(index, word)
        )
        for word, weight in words
    ]
    return queries[0] if len(queries) == 1 else Postings.disjunction_max_query(queries)


def _row(index: Index, meant: Meaning, level: int) -> tantivy.Query:
    """Make the query for words in a row."""
    from tantivy import Query as Postings

    row: list[str | tuple[int, str]] = [w for w, _ in (meant.exact or meant.close or meant.guessed)]
    unfinished = meant.clause.unfinished and level != EXACT and not meant.guessed
    if unfinished and len(row) > 1:
        return Postings.phrase_prefix_query(index.schema, "words", row)
    if unfinished:
        completions = index.vocabulary.completions(str(row[0]))
        return Postings.disjunction_max_query(
            [Postings.term_query(index.schema, "words", word) for word in completions]
        )
    if len(row) == 1:  # a phrase of one word is none, and tantivy panics on it
        return Postings.term_query(index.schema, "words", row[0])
    return Postings.phrase_query(index.schema, "words", row)


def rarity(index: Index, word: str) -> float:
    """Inverse document frequency, as BM25 has it."""
    n = index.vocabulary.frequency(word)
    return math.log(1 + (index.passages - n + 0.5) / (n + 0.5)) or 1e-6
