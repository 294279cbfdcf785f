"""One DOCUMENT and what was typed → HITS in reading order, for walking from one to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from os.path import commonprefix

from tui.document import Document, Span, derived
from tui.search.folding import LETTER, Places, alone, plain, words
from tui.search.hits import Found, Hit, Tier
from tui.search.meaning import CLOSE, EXACT, GUESSED, Meaning, guessed, joined, meaning, optional
from tui.search.query import Query, parse
from tui.search.reading import marker, reading, suggestion, units
from tui.search.vocabulary import Vocabulary

_LARGE = 1_000_000
"""In a document of more characters a passage is a paragraph: it need not be split first."""

_AFTER = rf"(?!{LETTER})"
_GOING_ON = rf"{LETTER}*"
_BETWEEN = r"[\W_]+"


@dataclass(frozen=True, slots=True)
class _Page:
    """A document's passages, folded."""

    passages: tuple[tuple[int, int], ...]
    """Start and end of each."""
    folded: tuple[str, ...]
    """What each says, folded, of the length that `Places` expects."""


def find(document: Document, query: str) -> Found:
    """Find every occurrence in one document, in reading order.

    First the words as typed, in a row, each occurrence a hit. Where there is none: the passages
    with all the words but function words, then with their forms, then with their corrections,
    then with some of them. Every kind of paragraph is searched, whatever `in:` and `kind:` say.
    """
    parsed = parse(query)
    if not parsed.wanted:
        return Found(query, 0, None, "", ())
    page = _page(document)
    hits = tuple(_occurrences(document, page, parsed))
    meanings: list[Meaning] = []
    if not hits:
        vocabulary = _vocabulary(document)
        meanings = [meaning(vocabulary, clause) for clause in parsed.wanted]
        spare = optional(meanings, vocabulary.languages)
        meanings = [meant for number, meant in enumerate(meanings) if number not in spare]
        hits, meanings = _passages(document, page, parsed, meanings)
    read = units(meanings)
    return Found(
        query,
        len(hits),
        suggestion(query, read) if hits and hits[0].tier == "fuzzy" else None,
        reading(read, Query(banned=parsed.banned), ""),
        hits,
        len(hits),
        lambda: ((document, len(hits)),) if hits else (),
    )


@derived
def _page(document: Document) -> _Page:
    text = document.text
    if len(text) > _LARGE:
        passages = tuple((p.start, p.end) for p in document.paragraphs)
    else:
        from tui.ingest import sentences

        passages = tuple((s.start, s.end) for s in sentences(document))
    return _Page(passages, tuple(plain(text[start:end]) for start, end in passages))


@derived
def _vocabulary(document: Document) -> Vocabulary:
    counted: Counter[str] = Counter()
    for start, end in _page(document).passages:
        counted.update(set(words(document.text[start:end])))
    known = sorted(counted)
    return Vocabulary(known, [counted[word] for word in known], (document.language,))


def _occurrences(document: Document, page: _Page, parsed: Query) -> Iterator[Hit]:
    """Yield each place where the words stand in a row as typed, the last perhaps going on."""
    row = tuple(word for clause in parsed.wanted for word in clause.words)
    if len(parsed.wanted) > 1 and any(clause.how != "forgiving" for clause in parsed.wanted):
        return
    going_on = parsed.wanted[-1].unfinished
    if going_on and row == (row[0][:1],) and len(document.text) > _LARGE:
        going_on = False  # a letter of a large document: not every word that begins with it
    pattern = _Pattern.of([_row(row, going_on)], [max(row, key=len)])
    for number in _allowed(page, parsed):
        start, end = page.passages[number]
        places: Places | None = None
        for match in pattern.all(page.folded[number]):
            places = places or Places(document.text[start:end])
            span = Span(start + places.start(match.start()), start + places.end(match.end()))
            yield Hit(document, start, end, 3.0, "exact", (span,))


def _passages(
    document: Document, page: _Page, parsed: Query, meanings: list[Meaning]
) -> tuple[tuple[Hit, ...], list[Meaning]]:
    """Find the passages with all the words, read more and more loosely, at last with some."""
    tiers: tuple[Tier, Tier, Tier] = ("exact", "stem", "fuzzy")
    known = all(meant.known for meant in meanings)
    for level in (EXACT, CLOSE, GUESSED):
        if level == GUESSED:
            vocabulary = _vocabulary(document)
            meanings = [m if m.known and not known else guessed(vocabulary, m) for m in meanings]
            meanings = joined(vocabulary, meanings)
            meanings = [m for m in meanings if m.words(level)] or meanings
        patterns = [_either(meant, level) for meant in meanings]
        if all(patterns):
            found = _with_all(page, parsed, [p for p in patterns if p])
            hits = _hits(document, page, found, 3.0 - level, tiers[level], meanings)
            if hits:
                return hits, meanings
    either = [pattern for meant in meanings if (pattern := _either(meant, GUESSED))]
    some = {number for pattern in either for number in _with_all(page, parsed, [pattern])}
    return _hits(document, page, sorted(some), 0.0, "fuzzy", meanings), meanings


def _hits(
    document: Document,
    page: _Page,
    found: list[int],
    score: float,
    tier: Tier,
    meanings: list[Meaning],
) -> tuple[Hit, ...]:
    mark = marker(meanings)
    hits = tuple(Hit(document, *page.passages[number], score, tier, mark) for number in found)
    if any(_numeric(word) for meant in meanings for word, _ in meant.words(GUESSED)):
        return tuple(hit for hit in hits if hit.matches)  # the 2 of 2.4 is none
    return hits


def _with_all(page: _Page, parsed: Query, patterns: list[_Pattern]) -> list[int]:
    """Give the numbers of the passages that every pattern matches."""
    found = []
    for number in _allowed(page, parsed):
        folded = page.folded[number]
        if all(pattern.any(folded) for pattern in patterns):
            found.append(number)
    return found


def _allowed(page: _Page, parsed: Query) -> Iterable[int]:
    """Give the numbers of the passages without a banned word."""
    if not parsed.banned:
        return range(len(page.folded))
    banned = [_Pattern.of([_row(c.words, c.unfinished)], [c.words[0]]) for c in parsed.banned]
    return (
        number
        for number, folded in enumerate(page.folded)
        if not any(pattern.any(folded) for pattern in banned)
    )


def _either(meant: Meaning, level: int) -> _Pattern | None:
    """Match any of the words that a clause may mean when read so loosely; None for no word."""
    clause = meant.clause
    if clause.how == "phrase":
        row = meant.row(level)
        going_on = clause.unfinished and level != EXACT and meant.known
        return _Pattern.of([_row(row, going_on)], [row[0]]) if row else None
    words = [word for word, _ in meant.words(level)]
    parts = [_row((word,), False) for word in words]
    if level != EXACT:
        parts += [_row(two, False) for two in meant.apart]
        words += [second for _, second in meant.apart]
        if clause.unfinished and meant.known:
            parts.append(_row(clause.words, True))
            words.append(clause.words[0])
    return _Pattern.of(parts, words) if parts else None


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Words to look for in folded text, found fast where they are rare."""

    needles: tuple[str, ...]
    """Where none of these is, there is no match."""
    expression: re.Pattern[str]
    """Matches the words."""

    @staticmethod
    def of(parts: list[str], words: list[str]) -> _Pattern:
        """Make a pattern of alternatives and the words in them, of which each has one."""
        common = commonprefix(words)  # noqa: RUF071 (of letters, not of paths)
        needles = (common,) if len(common) > 2 or len(words) == 1 else tuple(words)
        if any(map(_numeric, needles)):
            needles = ("",)  # spelt otherwise in the text
        return _Pattern(needles, re.compile("|".join(parts)))

    def any(self, folded: str) -> bool:
        """Tell whether it matches anywhere."""
        for needle in self.needles:
            if needle in folded:
                return self.expression.search(folded) is not None
        return False

    def all(self, folded: str) -> Iterable[re.Match[str]]:
        """Give all matches."""
        return self.expression.finditer(folded) if self.needles[0] in folded else ()


def _row(words: tuple[str, ...], going_on: bool) -> str:
    """Give the expression for words in a row, the last perhaps going on."""
    first = words[0]
    if alone(first):
        found = first
    else:  # the letters first and what is before them second: Python finds it faster
        begin = first[0] if _numeric(first) else re.escape(first)
        found = f"{begin}(?<!{LETTER}{begin}){_spelt(first)[len(begin) :]}"
    for before, word in pairwise(words):
        found += (r"[\W_]*" if alone(before) or alone(word) else _BETWEEN) + _spelt(word)
    if alone(words[-1]):
        return found
    return found + (_GOING_ON if going_on else _AFTER)


def _spelt(word: str) -> str:
    """Give the expression for a folded word as a text may spell it: 381700 as 381,700."""
    return ",?".join(word) if _numeric(word) else re.escape(word)


def _numeric(word: str) -> bool:
    return word.isascii() and word.isdigit()
