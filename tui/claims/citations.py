"""TEXT → CITATIONS: where it cites others' works; their years and authors are no facts of it."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.claims.numerals import MONTH, YEAR

_AUTHOR = r"(?:(?:de|van|von|der|al|bin) )*[A-Z][\w’'-]+(?:,? (?:[A-Z]\.[ -]?)+)?"
_AUTHORS = rf"{_AUTHOR}(?: et al\.?,?|,|(?:, {_AUTHOR})*,? (?:&|and) {_AUTHOR},?)"
_YEAR = rf"{YEAR}[a-z]?\b"
CITED = re.compile(
    rf"\((?:[^()]{{0,200}}?[;, ])?{_AUTHORS} {_YEAR}[^()]{{0,200}}\)"
    rf"|\((?:see |e\.g\.,? |cf\. )?{_AUTHOR} {_YEAR}"
    r"(?:[:,] ?(?:pp?\. ?)?\d[^()]{0,40}|;[^()]{0,200})\)"
    rf"|(?:\bet al\.|[’']s|s[’']) \({YEAR}[a-z]?\b[^()]{{0,20}}\)"
    rf"|\b(?!{MONTH}\b)(?:{_AUTHOR}(?:, {_AUTHOR}){{0,4}},? (?:&|and) )?"
    rf"[A-Z][\w’'-]+ \({YEAR}[a-z]?(?:, [^()]{{0,20}})?\)"
    r"(?= (?:[a-z]+ly )?(?:argu|not|show|suggest|find|found|observ|claim|defin|describ|propos|"
    r"point|demonstrat|conclud|contend|stat|report|identif|emphasi|call|write|maintain)\w*)"
    r"|\[\d{1,3}(?:[,–-] ?\d{1,3})*\]"
)
"""A citation: (Vital, 1967; Keohane, 1969), Nye's (2004), Whitfield (2009) notes, [12]."""
AUTHORED = re.compile(
    r"(?P<told>\b(?:work|findings|concept|notion|idea|theory|stud(?:y|ies)|analysis|framework|model"
    r"|arguments?|definition|view|insights?|typology|approach|writings?) of "
    r"|\b(?:introduced|proposed|coined|developed|formulated|advanced|put forward) by )?"
    rf"(?P<name>\b(?!{MONTH}\b)[A-Z][\w’'-]+)(?: (?:&|and) [A-Z][\w’'-]+)? \({YEAR}[a-z]?\)"
)
"""A name and a year in brackets: a work if it is told as one, or the name is an author's."""
AUTHOR = re.compile(
    rf"[(;] ?(?:see |e\.g\.,? )?([A-Z][\w’'-]+)(?: et al\.| (?:&|and) [A-Z][\w’'-]+)?,? {YEAR}"
    r"|^([A-Z][\w’'-]+), (?:[A-Z]\.|[A-Z][a-z]+ ?[(,&])",
    re.MULTILINE,
)
"""An author: cited in brackets, (Vital, 1967), or first in a line of references."""


def cited(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the places of the citations in `text[start:end]`."""
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return []
    found = [match.span() for match in CITED.finditer(text, start, end)]
    found += [
        match.span()
        for match in AUTHORED.finditer(text, start, end)
        if match["told"] or match["name"] in authors(text)
    ]
    return found


@lru_cache(maxsize=8)
def authors(text: str) -> frozenset[str]:
    """Give the names that a text cites as authors."""
    return frozenset(match[1] or match[2] for match in AUTHOR.finditer(text))
