"""One DOCUMENT and what was typed → HITS in reading order, for walking from one to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.document import Document, Span, derived
from tui.search.folding import Places, plain, words
from tui.search.hits import Found, Hit, Tier
from tui.search.meaning import CLOSE, EXACT, GUESSED, Meaning, guessed, meaning
from tui.search.query import Clause, Query, parse
from tui.search.reading import marker, reading, suggestion
from tui.search.vocabulary import Vocabulary

_LARGE = 1_000_000
"""In a document of more characters a passage is a paragraph: it need not be split first."""

_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_GOING_ON = r"[^\W_]*"
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
    with all the words, then with their forms, then with their corrections, then with some of
    them. Every kind of paragraph is searched; `in:` and `kind:` mean nothing here.
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
        hits, meanings = _passages(document, page, parsed, meanings)
    return Found(
        query,
        len(hits),
        suggestion(query, meanings) if hits and hits[0].tier == "fuzzy" else None,
        reading(meanings, Query(banned=parsed.banned), ""),
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
    row = [word for clause in parsed.wanted for word in clause.words]
    if len(parsed.wanted) > 1 and any(clause.how != "forgiving" for clause in parsed.wanted):
        return
    ending = _GOING_ON if parsed.wanted[-1].unfinished else _AFTER
    pattern = re.compile(_BEFORE + _BETWEEN.join(map(_spelt, row)) + ending)
    needle = max(row, key=lambda word: (not word.isdigit(), len(word)))
    needle = "" if any(c.isdigit() for c in needle) else needle
    for number in _allowed(page, parsed):
        folded = page.folded[number]
        if needle not in folded:
            continue
        start, end = page.passages[number]
        places: Places | None = None
        for match in pattern.finditer(folded):
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
            meanings = [m for m in meanings if m.words(level)] or meanings
        patterns = [_either(meant, level) for meant in meanings]
        if all(patterns):
            found = _with_all(page, parsed, [p for p in patterns if p])
            if found:
                return _hits(document, page, found, 3.0 - level, tiers[level], meanings), meanings
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
    return tuple(Hit(document, *page.passages[number], score, tier, mark) for number in found)


def _with_all(page: _Page, parsed: Query, patterns: list[re.Pattern[str]]) -> list[int]:
    """Give the numbers of the passages that every pattern matches."""
    found = []
    for number in _allowed(page, parsed):
        folded = page.folded[number]
        if all(pattern.search(folded) for pattern in patterns):
            found.append(number)
    return found


def _allowed(page: _Page, parsed: Query) -> Iterator[int]:
    """Yield the numbers of the passages without a banned word."""
    banned = [_row(clause) for clause in parsed.banned]
    for number, folded in enumerate(page.folded):
        if not any(pattern.search(folded) for pattern in banned):
            yield number


def _either(meant: Meaning, level: int) -> re.Pattern[str] | None:
    """Match any of the words that a clause may mean when read so loosely; None for no word."""
    clause = meant.clause
    if clause.how == "phrase":
        row = meant.row(level)
        unfinished = clause.unfinished and level != EXACT and meant.known
        return _row(Clause(row, "phrase", unfinished)) if row else None
    parts = [_spelt(word) + _AFTER for word, _ in meant.words(level)]
    if level != EXACT:
        parts += [_BETWEEN.join(map(_spelt, two)) + _AFTER for two in meant.apart]
        if clause.unfinished and meant.known:
            parts.append(_spelt(clause.words[0]))
    return re.compile(f"{_BEFORE}(?:{'|'.join(parts)})") if parts else None


def _row(clause: Clause) -> re.Pattern[str]:
    ending = _GOING_ON if clause.unfinished else _AFTER
    return re.compile(_BEFORE + _BETWEEN.join(map(_spelt, clause.words)) + ending)


def _spelt(word: str) -> str:
    """Give the pattern of a folded word as a text may spell it: 381700 as 381,700."""
    if word.isdigit():
        return ",?".join(word)
    return re.escape(word)
