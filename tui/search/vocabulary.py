"""A typed word → the words of the index it may mean: completions, forms, corrected typos."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tui.search.stemming import prefixes, stemmer
from tui.search.typos import cost

COMPLETIONS = 24
"""How many completions of an unfinished word a query takes, the most frequent ones."""

GUESSES = 8
"""How many corrections of a word a query takes."""

_REMEMBERED = 4096
"""So many words' corrections are kept between keystrokes."""

_LAST = "\U0010ffff"
_ALTERED = "iel"
"""How English stems end whose last letter is another in some words: happy, hoping, possibility."""
_MOST_FORMS = 400
"""How many words with the beginning of a stem are looked at for its forms."""


class Guess(NamedTuple):
    """A word of the index that a typed word may mean."""

    word: str
    """The word, folded."""
    weight: float
    """How likely it is meant beside the other guesses, 0..1; the likeliest has 1."""


@dataclass(slots=True)
class Vocabulary:
    """The words of an index, sorted, with their document frequencies."""

    words: Sequence[str]
    """Folded, in code point order, each once."""
    frequencies: Sequence[int]
    """In how many passages each of them stands."""
    languages: tuple[str, ...] = ("en",)
    """The languages of the documents, for the forms of a word."""
    backwards: Sequence[int] = ()
    """The places of the words in the order of their spelling from the end, if it is known."""
    _known: dict[str, int] = field(init=False)
    _endings: list[str] = field(default_factory=list)
    _turned: list[str] = field(default_factory=list)
    _forms: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _guesses: dict[tuple[str, bool], tuple[Guess, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = dict(zip(self.words, self.frequencies, strict=True))

    def forget(self) -> None:
        """Forget the guesses and forms looked up so far, for measuring without them."""
        self._guesses.clear()
        self._forms.clear()

    def frequency(self, word: str) -> int:
        """Give the number of passages with the word, 0 where it is unknown."""
        return self._known.get(word, 0)

    def completions(self, prefix: str, limit: int = COMPLETIONS) -> list[str]:
        """Give the words that begin with the prefix, it included, the most frequent first."""
        first, last = _range(self.words, prefix)
        places: Iterable[int] = range(first, last)
        if last - first > limit:
            from heapq import nlargest

            places = nlargest(limit, places, key=self.frequencies.__getitem__)
        else:
            places = sorted(places, key=self.frequencies.__getitem__, reverse=True)
        return [self.words[place] for place in places]

    def forms(self, word: str) -> list[tuple[str, float]]:
        """Give the other words with the same stem in a language of the documents.

        Each with the number of edits that it is away, the nearest first.
        """
        found: list[str] = []
        for language in self.languages:
            found += self._stemmed(language, stemmer(language)([word])[0])
        if not found:
            return []
        near = _compare()(word, list(dict.fromkeys(found)))
        return [(form, edits) for form, edits, _ in near if edits]

    def stemmed(self, stem: str) -> list[str]:
        """Give the words whose stem it is in a language of the documents."""
        found = [word for language in self.languages for word in self._stemmed(language, stem)]
        return list(dict.fromkeys(found))

    def _stemmed(self, language: str, stem: str) -> list[str]:
        """Look among the words that begin like the stem; its last letter may be another there."""
        key = language, stem
        found = self._forms.get(key)
        if found is None:
            same = language[:2] == "en" and len(stem) > 4 and stem[-1] not in _ALTERED
            begin = stem if same else stem[: max(2, len(stem) - 1)]
            near: list[str] = []
            for prefix in prefixes(language):
                first, last = _range(self.words, prefix + begin)
                near += self.words[first : min(last, first + _MOST_FORMS)]
            stems = stemmer(language)(near) if near else ()
            found = [word for word, its in zip(near, stems, strict=True) if its == stem]
            self._forms[key] = found
        return found

    def apart(self, word: str, shortest: int) -> tuple[tuple[str, str], ...]:
        """Give at most two ways to write it as two known words, of so many letters at least."""
        known = self._known
        cuts = range(shortest, len(word) - 1)
        ways = [cut for cut in cuts if word[:cut] in known and word[cut:] in known]
        return tuple([(word[:cut], word[cut:]) for cut in ways[:2]])

    def guesses(self, word: str, unfinished: bool = False) -> tuple[Guess, ...]:
        """Give the words it may be a misspelling of, up to two edits away, likeliest first.

        An unfinished word is compared with the beginnings of words as well.
        """
        key = word, unfinished
        known = self._guesses.get(key)
        if known is None:
            if len(self._guesses) >= _REMEMBERED:
                self._guesses.clear()
            known = self._guesses[key] = self._guess(word, unfinished)
        return known

    def _guess(self, word: str, unfinished: bool) -> tuple[Guess, ...]:
        if len(word) < 3 or len(word) > 40 or not word.isalpha():
            return ()
        near = self.near(word, 1)
        if not near and len(word) >= 5:
            near = self.near(word, 2)
        if len(near) == 1 and not unfinished:
            return (Guess(near[0], 1.0),)
        ranked = [(self._rank(word, other, other), other) for other in near]
        if unfinished:
            ranked += [
                (self._rank(word, beginning, other) + _UNTYPED, other)
                for beginning, other in self._near_beginnings(word)
            ]
        ranked.sort()
        found: dict[str, Guess] = {}
        for rank, other in ranked:
            weight = math.exp(ranked[0][0] - rank)
            if weight < _LIKELY or len(found) == GUESSES:
                break
            found.setdefault(other, Guess(other, weight))
        return tuple(found.values())

    def _rank(self, typed: str, meant: str, word: str) -> float:
        """Give how unlikely it is to type so when that was meant, the beginning of that word."""
        return _EDIT * cost(typed, meant) - _RARITY * math.log(self._known[word] + 1)

    def near(self, word: str, edits: int) -> list[str]:
        """Find the other words at most so many edits away.

        An edit leaves the beginning or the end of a word intact; so only the words that share
        one of them are compared. After two edits the first letter or the last third mostly is.
        """
        size = len(word)
        part = max(1, (size - 1) // 2) if edits == 1 else max(1, size // 3)
        if not self._turned:
            self._turn()
        first, last = _range(self.words, word[:part] if edits == 1 else word[0])
        begun = self.words[first:last]
        first, last = _range(self._turned, word[: -part - 1 : -1])
        choices = [*begun, *self._endings[first:last]]
        found = _compare()(word, choices, score_cutoff=edits) if choices else ()
        return list({other: None for other, distance, _ in found if distance})

    def _turn(self) -> None:
        """Sort the words by their spelling from the end."""
        order = self.backwards or backwards(self.words)
        self._endings = [self.words[place] for place in order]
        self._turned = [word[::-1] for word in self._endings]

    def _near_beginnings(self, word: str) -> list[tuple[str, str]]:
        """Find words that begin almost like an unfinished word: the beginnings and the words.

        The first letter is right, or the first two are swapped.
        """
        size = len(word)
        if size < 4:
            return []
        for edits in (1, 2) if size >= 7 else (1,):
            for begins in ((word[:2], word[1] + word[0]), (word[0],)):
                near = [cut for begin in begins for cut in self._beginnings(word, begin, edits)]
                if near:
                    return [(cut, w) for cut in near for w in self.completions(cut, GUESSES)]
        return []

    def _beginnings(self, word: str, begin: str, edits: int) -> list[str]:
        """Compare an unfinished word with the beginnings, about as long as it, of longer words."""
        first, last = _range(self.words, begin)
        size = len(word)
        longer = [other for other in self.words[first:last] if len(other) > size]
        sizes = range(size - edits, size + edits + 1)
        cuts = list(dict.fromkeys([other[:cut] for cut in sizes for other in longer]))
        return _within(word, cuts, edits)


_LIKELY = 0.02
"""A guess so much less likely than the best is none."""

_EDIT = 3.0
_RARITY = 0.5
_UNTYPED = 0.5
"""How a guess is ranked: an edit's cost against the logarithm of the word's frequency."""


def backwards(words: Sequence[str]) -> array[int]:
    """Give the places of the words in the order of their spelling from the end."""
    return array("I", sorted(range(len(words)), key=[word[::-1] for word in words].__getitem__))


def _range(words: Sequence[str], prefix: str) -> tuple[int, int]:
    """Give where the words with the prefix begin and end among sorted ones."""
    first = bisect_left(words, prefix)
    return first, bisect_left(words, prefix + _LAST, first)


@cache
def _compare() -> Callable[..., list[tuple[str, float, int]]]:
    """Give the function that compares a word with many (transpositions count one)."""
    from functools import partial

    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return partial(extract, scorer=OSA.distance, limit=None)


def _within(word: str, choices: Sequence[str], edits: int) -> list[str]:
    """Keep the choices at most so many edits away."""
    if not choices:
        return []
    return [other for other, _, _ in _compare()(word, choices, score_cutoff=edits)]
