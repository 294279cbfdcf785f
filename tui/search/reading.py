"""How a query was understood → a line for the reader, a suggestion, and what to light up."""

from __future__ import annotations

from tui.search.highlight import Marker
from tui.search.meaning import GUESSED, Meaning
from tui.search.query import Query

Unit = tuple[Meaning, Meaning | None]
"""A meaning, or two that make one word."""


def units(meanings: list[Meaning]) -> list[Unit]:
    """Take the meanings by two where they make one word, the others one by one."""
    found: list[Unit] = []
    for meant in meanings:
        if meant.together and found and found[-1][1] is None:
            found[-1] = found[-1][0], meant
        else:
            found.append((meant, None))
    return found


def reading(units: list[Unit], parsed: Query, where: str) -> str:
    """Say how the query was read, where it was read otherwise than as typed."""
    parts = [_joined(one, two) if two else _read(one) for one, two in units]
    parts += ["without " + " ".join(clause.words) for clause in parsed.banned]
    return " · ".join(filter(None, [*parts, where]))


def suggestion(query: str, units: list[Unit]) -> str | None:
    """Give the query with its unknown words corrected; None where all are known or hopeless."""
    result, last = [], 0
    for one, two in units:
        if two and not (one.known and two.known):
            words, end = two.together[:1], two.clause.end
        elif one.guessed and not one.known:
            words = one.guessed if one.clause.how == "phrase" else one.guessed[:1]
            end = one.clause.end
        else:
            continue
        result += [query[last : one.clause.start], " ".join([word for word, _ in words])]
        last = end
    return "".join(result) + query[last:] if result else None


def _joined(one: Meaning, two: Meaning) -> str:
    typed = f"{one.clause.words[0]} {two.clause.words[0]}"
    return f"{typed} → {', '.join([word for word, _ in two.together[:3]])}"


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
    if clause.how == "phrase":
        typed = f"“{' '.join(clause.words)}”"
        if meant.guessed and not meant.known:
            return f"{typed} → “{' '.join(word for word, _ in meant.guessed)}”"
        return typed if meant.known else f"{typed} in no passage"
    typed = clause.words[0]
    if clause.how == "exact":
        return f"exactly {typed}" if meant.exact else f"{typed} in no passage"
    if meant.exact:
        return ""
    if meant.close:
        return f"{typed}…" if clause.unfinished else f"{typed}: its forms"
    said = [" ".join(two) for two in meant.apart[:1]] + [word for word, _ in meant.guessed[:3]]
    return f"{typed} → {', '.join(said)}" if said else f"{typed} in no passage"
