"""What the reader typed → a query: words, phrases, exclusions and where to look; never an error."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from tui.search.folding import LENGTH, fold, terms, words

How = Literal["forgiving", "exact", "phrase"]

_PIECE = re.compile(
    r"""(?P<banned>!?)
        (?:(?P<field>in|kind):)?
        (?: (?P<quote>["“”„«»])(?P<phrase>[^"“”„«»]*)(?P<closed>["“”„«»]?)
          | (?P<exact>['‘’]?)(?P<word>[^\s"“”„«»]+) )""",
    re.VERBOSE | re.IGNORECASE,
)

_WORD = re.compile("[^ ]+")
"""A word of a query without signs."""

_SPELT = re.compile(r"[^\W_]{1,2}(?:[.&][^\W_]{1,2})+\.?")
"""U.S.A., R&D: letters that belong together."""

LONGEST = 2000
"""Characters of a query that are read; the rest is ignored."""

MOST = 24
"""Words and phrases of a query that are read; the rest is ignored."""


class Clause(NamedTuple):
    """A word or a phrase that the reader looks for, or bans."""

    words: tuple[str, ...]
    """Folded; one, or the words of a phrase in order."""
    how: How = "forgiving"
    """Whether forms, completions and typing errors count as well, or how it is quoted."""
    unfinished: bool = False
    """Whether the last word may still be going on."""
    joined: str = ""
    """For a part of a compound (post-conflict) the compound written as one."""
    start: int = 0
    """Where it stands in what was typed, without what quotes it."""
    end: int = 0
    """Where it ends there."""


class Filter(NamedTuple):
    """Where to look: `in:` a document or section, `kind:` of paragraph."""

    field: Literal["in", "kind"]
    """Which of the two."""
    value: str
    """As typed."""
    banned: bool = False
    """Whether to look everywhere else instead."""


class Query(NamedTuple):
    """A query as it was understood."""

    wanted: tuple[Clause, ...] = ()
    """What a passage should have."""
    banned: tuple[Clause, ...] = ()
    """What it must not have."""
    filters: tuple[Filter, ...] = ()
    """Where to look."""


def parse(text: str) -> Query:
    """Read a query; whatever makes no sense (yet) is ignored."""
    text = text[:LONGEST]
    wanted: list[Clause] = []
    if text.replace(" ", "").isalnum():  # words alone, as most queries are
        for match in _WORD.finditer(text):
            wanted += _word(match[0], match.start(), False, match.end() == len(text))
        return Query(_without_stub(wanted)[:MOST])
    banned: list[Clause] = []
    filters: list[Filter] = []
    for match in _PIECE.finditer(text):
        ban, place, quote, phrase, closed, exact, word = match.groups()
        at_end = match.end() == len(text)
        value = phrase if quote else word
        if place:
            name: Literal["in", "kind"] = "in" if place.lower() == "in" else "kind"
            if value.strip():
                filters.append(Filter(name, value.strip(), bool(ban)))
            continue
        if value[-1:] == ":" and value.lower() in ("in:", "kind:"):
            continue  # a place that is still being typed
        if quote:
            found = _phrase(value, match.start("phrase"), at_end and not closed)
        else:
            found = _word(value, match.start("word"), bool(exact), at_end)
        (banned if ban else wanted).extend(found)
    return Query(_without_stub(wanted)[:MOST], tuple(banned)[:MOST], tuple(filters)[:MOST])


def _phrase(text: str, start: int, unfinished: bool) -> list[Clause]:
    parts = tuple(words(text))
    unfinished = unfinished and not text[-1:].isspace()
    end = start + len(text)
    return [Clause(parts, "phrase", unfinished, "", start, end)] if parts else []


def _word(text: str, start: int, exact: bool, unfinished: bool) -> list[Clause]:
    how: How = "exact" if exact else "forgiving"
    if text.isascii() and text.isalnum() and len(text) <= LENGTH:  # most are, and need no more
        unfinished = unfinished and not exact
        return [Clause((text.lower(),), how, unfinished, "", start, start + len(text))]
    if _SPELT.fullmatch(text):
        return _phrase(text, start, unfinished and not exact)
    found = tuple(terms(text))
    joined = ""
    if len(found) > 1 and "-" in fold(text):
        joined = "".join(term.word for term in found)
    unfinished = unfinished and not exact and bool(found) and found[-1].end == len(text)
    return [
        Clause(
            (term.word,),
            how,
            unfinished and term is found[-1],
            joined,
            start + term.start,
            start + term.end,
        )
        for term in found
    ]


def _without_stub(wanted: list[Clause]) -> tuple[Clause, ...]:
    """Leave out a last word of one letter: nobody means it yet, unless it is all there is."""
    if len(wanted) > 1 and wanted[-1].unfinished:
        *others, last = wanted
        word = "".join(last.words)
        if len(word) == 1 and word.isascii() and not word.isdigit():
            return tuple(others)
    return tuple(wanted)
