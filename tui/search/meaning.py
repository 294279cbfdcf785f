"""A clause of a query → the words of the index it may mean, from as typed to guessed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.search.query import Clause
from tui.search.stemming import function_words
from tui.search.vocabulary import GUESSES, Vocabulary

EXACT, CLOSE, GUESSED = range(3)
"""How loosely a clause may be read: as typed; forms and completions as well; typos as well."""

Weighted = tuple[str, float]

NONE: frozenset[int] = frozenset()
"""No places of meanings."""

_FORM = 0.9
_COMPLETION = 0.8
"""What a form, the nearer in spelling the more, and a completion are worth beside the word."""
_RARER = 1000
"""So many completions are taken where the usual ones are not found."""
_GUESS = 0.7
"""What a correction of a known word is worth beside it; of an unknown one, all."""
_SPLIT = 6
"""A word of so many letters may be written as two."""


class Meaning(NamedTuple):
    """What a clause may mean, in words that the index has."""

    clause: Clause
    """The clause as typed."""
    exact: tuple[Weighted, ...] = ()
    """The word as typed, or nothing; for a phrase its words, or nothing."""
    close: tuple[Weighted, ...] = ()
    """Its other forms, and its completions while it is unfinished."""
    guessed: tuple[Weighted, ...] = ()
    """Its corrections, likeliest first; for a phrase its words, the unknown ones corrected."""
    apart: tuple[tuple[str, str], ...] = ()
    """The word written as two (co-operation for cooperation); as close as a form."""
    together: tuple[Weighted, ...] = ()
    """What it makes with the word typed before it, written as one (peacekeeping for peace
    keeping); a guess at both."""

    @property
    def known(self) -> bool:
        """Whether the index has it, in whatever form."""
        return bool(self.exact or self.close)

    def words(self, level: int) -> tuple[Weighted, ...]:
        """Give the words it may mean when read so loosely."""
        if level == EXACT:
            return self.exact
        return self.exact + self.close + (self.guessed if level == GUESSED else ())

    def row(self, level: int) -> tuple[str, ...]:
        """Give a phrase's words when read so loosely; nothing where they are not known."""
        words = self.exact or (level > EXACT and self.close) or (level > CLOSE and self.guessed)
        return tuple(word for word, _ in words or ())

    def loosest(self) -> int:
        """Give the level from which on nothing is added."""
        return GUESSED if self.guessed else CLOSE if self.close or self.apart else EXACT


def meaning(vocabulary: Vocabulary, clause: Clause) -> Meaning:
    """Look a clause up in the vocabulary, without guessing."""
    if clause.how == "phrase":
        return _phrase(vocabulary, clause)
    word = clause.words[0]
    exact = tuple([(w, 1.0) for w in (word, clause.joined) if vocabulary.frequency(w)])
    if clause.how == "exact":
        return Meaning(clause, exact)
    forms = vocabulary.forms(word) if not clause.unfinished or len(word) > 3 else ()
    close = {form: _FORM / (1 + edits / 4) for form, edits in forms}
    if clause.unfinished:
        for completion in vocabulary.completions(word):
            close.setdefault(completion, _COMPLETION)
    for taken, _ in exact:
        close.pop(taken, None)
    apart: tuple[tuple[str, str], ...] = ()
    if len(word) >= _SPLIT and not (clause.unfinished and (exact or close)):
        apart = _apart(vocabulary, word, bool(exact))
    return Meaning(clause, exact, tuple(close.items()), (), apart)


def widened(vocabulary: Vocabulary, meant: Meaning) -> Meaning:
    """Take in the rarer completions of a word as well: in one place they may be the only ones."""
    if meant.clause.how != "forgiving":
        return meant
    others = dict.fromkeys(vocabulary.completions(meant.clause.words[0], _RARER), _COMPLETION)
    return meant._replace(close=tuple((others | dict(meant.close)).items()))


def _apart(vocabulary: Vocabulary, word: str, known: bool) -> tuple[tuple[str, str], ...]:
    """Give the ways to write it as two words.

    A function word among them is less likely than a typing error (a tribute for atribute).
    """
    ways = vocabulary.apart(word, 2 if known else 1)
    if ways and not known:
        compounds = [way for way in ways if not function_words(way, vocabulary.languages)]
        if len(compounds) < len(ways) and vocabulary.near(word, 1):
            return tuple(compounds)
    return ways


def guessed(vocabulary: Vocabulary, meant: Meaning) -> Meaning:
    """Add the corrections of its words; exact ones have none."""
    clause = meant.clause
    if clause.how == "exact" or meant.guessed:
        return meant
    if clause.how == "phrase":
        if meant.known:
            return meant
        corrected = [_corrected(vocabulary, word) for word in clause.words]
        row = tuple((word, 1.0) for word in corrected) if all(corrected) else ()
        return Meaning(clause, meant.exact, meant.close, row)
    guesses = vocabulary.guesses(clause.words[0], clause.unfinished)
    worth = _GUESS if meant.known else 1.0
    weighted = tuple([(guess.word, worth * guess.weight) for guess in guesses])
    return Meaning(clause, meant.exact, meant.close, weighted, meant.apart)


def joined(vocabulary: Vocabulary, meanings: Sequence[Meaning]) -> list[Meaning]:
    """Let words typed side by side mean the known words that they make written as one."""
    result = list(meanings)
    for number, (one, two) in enumerate(pairwise(meanings)):
        if result[number].together or not _side_by_side(one.clause, two.clause):
            continue
        found = _together(vocabulary, one.clause.words[0], two.clause)
        if found:
            result[number] = one._replace(guessed=one.guessed + found)
            result[number + 1] = two._replace(guessed=two.guessed + found, together=found)
    return result


def _side_by_side(one: Clause, two: Clause) -> bool:
    plain = one.how == two.how == "forgiving" and not one.joined
    return plain and two.start == one.end + 1


def _together(vocabulary: Vocabulary, first: str, second: Clause) -> tuple[Weighted, ...]:
    word = first + second.words[0]
    if not word.isalpha():
        return ()
    if second.unfinished:
        return tuple([(whole, _GUESS) for whole in vocabulary.completions(word, GUESSES)])
    return ((word, _GUESS),) if vocabulary.frequency(word) else ()


def optional(meanings: Sequence[Meaning], languages: Sequence[str]) -> frozenset[int]:
    """Tell which meanings are function words, by their place; none where there is nothing else.

    They may be missing in what is found.
    """
    if len(meanings) < 2:
        return NONE
    plain = [m.clause.words[0] for m in meanings if m.clause.how == "forgiving"]
    stopped = function_words(plain, languages)
    found = frozenset(
        number
        for number, meant in enumerate(meanings)
        if meant.clause.how == "forgiving" and meant.clause.words[0] in stopped
    )
    return found if len(found) < len(meanings) else NONE


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
