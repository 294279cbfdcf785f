"""A passage and the words looked for → the spans to light up, exact to the character."""

from __future__ import annotations

from typing import NamedTuple

from tui.document import Span
from tui.search.folding import Term, terms


class Marker(NamedTuple):
    """The words that a query found, whole or by their beginnings."""

    words: frozenset[str] = frozenset()
    """Folded words to light up."""
    beginnings: tuple[str, ...] = ()
    """Light up the words that begin with these as well."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Light up these words where they stand in a row; the last may go on if it ends in `*`."""

    def spans(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        """Give the spans of `text[start:end]` to light up, as offsets into the text."""
        found = list(terms(text[start:end]))
        lit = [Span(t.start + start, t.end + start) for t in found if self._lit(t.word)]
        for phrase in self.phrases:
            lit += [Span(s + start, e + start) for s, e in occurrences(found, phrase)]
        return merged(lit)

    def _lit(self, word: str) -> bool:
        return word in self.words or any(word.startswith(begin) for begin in self.beginnings)


def occurrences(found: list[Term], phrase: tuple[str, ...]) -> list[tuple[int, int]]:
    """Give start and end of each place where the words of a phrase stand in a row."""
    size = len(phrase)
    places = []
    for first in range(len(found) - size + 1):
        row = found[first : first + size]
        if all(met(term.word, word) for term, word in zip(row, phrase, strict=True)):
            places.append((row[0].start, row[-1].end))
    return places


def met(word: str, wanted: str) -> bool:
    """Tell whether a folded word is the wanted one, or begins with it where it ends in `*`."""
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word == wanted


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Put spans in order and make one of those that overlap."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
