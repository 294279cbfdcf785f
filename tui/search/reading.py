"""How a query was understood → a line for the reader, a suggestion, and what to light up."""

from __future__ import annotations

from tui.search.folding import terms
from tui.search.highlight import Marker
from tui.search.meaning import GUESSED, Meaning
from tui.search.query import Query


def reading(meanings: list[Meaning], parsed: Query, where: str) -> str:
    """Say how the query was read, where it was read otherwise than as typed."""
    parts = [part for meant in meanings if (part := _read(meant))]
    parts += ["without " + " ".join(clause.words) for clause in parsed.banned]
    if where:
        parts.append(where)
    return " · ".join(parts)


def suggestion(query: str, meanings: list[Meaning]) -> str | None:
    """Give the query with its unknown words corrected; None where all are known or hopeless."""
    corrected = {
        meant.clause.words[0]: meant.guessed[0][0]
        for meant in meanings
        if meant.guessed and not meant.known and meant.clause.how == "forgiving"
    }
    for meant in meanings:
        if meant.clause.how == "phrase" and meant.guessed and not meant.known:
            right = (word for word, _ in meant.guessed)
            corrected.update(zip(meant.clause.words, right, strict=True))
    corrected = {word: right for word, right in corrected.items() if word != right}
    if not corrected:
        return None
    result, last = [], 0
    for term in terms(query):
        if term.word in corrected:
            result += [query[last : term.start], corrected[term.word]]
            last = term.end
    return "".join(result) + query[last:] if result else None


def marker(meanings: list[Meaning]) -> Marker:
    """Gather what to light up in the passages found."""
    single: set[str] = set()
    phrases: list[tuple[str, ...]] = []
    beginnings: list[str] = []
    for meant in meanings:
        if meant.clause.how == "phrase":
            row = meant.row(GUESSED)
            if row:
                going_on = meant.clause.unfinished and meant.close
                phrases.append((*row[:-1], row[-1] + "*" * bool(going_on)))
            continue
        single.update([word for word, _ in meant.words(GUESSED)])
        phrases += meant.apart
        if meant.clause.unfinished and len(meant.clause.words[0]) > 1:
            beginnings.append(meant.clause.words[0])
    return Marker(frozenset(single), tuple(beginnings), tuple(phrases))


def _read(meant: Meaning) -> str:
    clause = meant.clause
    typed = " ".join(clause.words)
    if clause.how == "phrase":
        if meant.guessed and not meant.known:
            return f"“{typed}” → “{' '.join(word for word, _ in meant.guessed)}”"
        return f"“{typed}”" if meant.known else f"“{typed}” in no passage"
    if clause.how == "exact":
        return f"exactly {typed}" if meant.known else f"{typed} in no passage"
    if meant.known:
        return "" if meant.exact else f"{typed}…" if clause.unfinished else f"{typed}: its forms"
    if meant.guessed:
        return f"{typed} → {', '.join(word for word, _ in meant.guessed[:3])}"
    return f"{typed} in no passage"
