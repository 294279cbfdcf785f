"""DOCUMENT → NAMES: people, places and bodies it speaks of, their variants and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.claims.capitals import (
    ADJECTIVES,
    CAPITAL,
    LEADING,
    OPENERS,
    TITLES,
    USUAL,
    acronym,
    begun,
    ordinary,
    shouting,
    small,
)
from tui.claims.citations import cited
from tui.claims.words import GRAMMAR, Term, folded, frequencies, functional, listed, terms
from tui.document import Document, derived


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name."""

    start: int
    """The first code point, titles like President left out."""
    end: int
    """One past the last code point."""
    stems: tuple[str, ...]
    """Its words, folded, without connectives and articles."""
    opening: str = ""
    """The sentence's first word before it, which may be a part of it: the first name, or not."""


WORD = rf"(?:{CAPITAL}[\w]*(?:[-–]{CAPITAL}\w+)*|[a-z]?-?{CAPITAL}\w*)"
RUN = re.compile(
    rf"(?<![\w-]){WORD}(?:[’']{CAPITAL}\w+)?"
    rf"(?:(?: (?:(?:of |for )(?:the )?)?| to | al-"
    rf"| (?:de la|de|du|des|la|bin|von|van) ){WORD})*"
)
OPENING = re.compile(r"[.!?…:;”\"“‘•*—–-]\s*[“\"‘'(]?$|^\s*[“\"‘'(]?$")
"""What stands before a word whose capital may mean only that a sentence begins."""
CUT = re.compile(
    r"(?<=\w) (?:(?P<office>(?:President|Minister|Chancellor|Premier|Senator|Ambassador"
    r"|Secretary[- ]General) (?=[A-Z]))|to (?P<to>[^\W\d_]+))"
)
"""Where a run of capitals may be two names: at an office, whose it is and who holds it; at to."""
CONNECTING = listed(
    """
    of the and for to de la le les du des del der von van bin al el
    """
)
LABELS = listed(
    """
    fig figs figure figures table tables eq eqs equation equations appendix section sections
    chapter chapters supplementary ref refs
    """
)
"""What is named with a number: Table 3, S2 Fig."""
NUMBERED = re.compile(r"[a-z]?\d+[a-z]?")
DEFINED = re.compile(r"\((?:the )?[“\"‘]?([A-Z][A-Za-z]*[A-Z]\w*?)s?[”\"’]?\)")
"""(LF) after its Long Form: the acronym in brackets (Schwartz and Hearst 2003)."""
BEFORE = 120
"""Characters before an acronym that may hold its long form."""


@derived
def acronyms(document: Document) -> dict[str, tuple[str, ...]]:
    """Give the acronyms that the text defines, each with the stems of its long form."""
    found: dict[str, tuple[str, ...]] = {}
    for match in DEFINED.finditer(document.text):
        before = document.text[max(0, match.start() - BEFORE) : match.start()]
        long = expansion(before.rpartition("\n")[2], match.group(1))
        if long:
            key = folded(match.group(1))[1]
            found.setdefault(key, content(terms(long)))
    return found


def expansion(before: str, acronym: str) -> str:
    """Give the shortest end of the words before that spells the acronym's capitals, or nothing."""
    letters = [c.lower() for c in acronym if c.isupper()]
    starts = [m.start() for m in re.finditer(r"(?<![\w’'])\w", before)]
    initials = [before[s].lower() for s in starts]
    for first in range(len(starts) - 1, -1, -1):
        if initials[first] != letters[0] or len(starts) - first < len(letters) - 1:
            continue
        rest = iter(initials[first:])
        if all(letter in rest for letter in letters):
            return before[starts[first] :]
    return ""


def names(document: Document, start: int, end: int) -> tuple[Name, ...]:
    """Give the names of a sentence in order."""
    text = document.text
    if shouting(text[start:end]):
        return ()
    found = []
    citations = cited(text, start, end)
    for match in RUN.finditer(text, start, end):
        for first, last in pieces(document, *match.span()):
            opens = bool(OPENING.search(text[max(start, first - 4) : first]))
            found.append(named(document, first, last, opens))
    return tuple(
        name for name in found if name and not any(a <= name.start < b for a, b in citations)
    )


def pieces(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of capitals at an office and at `to`: of Kazakh President Tokayev are two names.

    So are of Oslo to Bergen; not of Right to Work, a word that is also written small.
    """
    text, first = document.text, start
    for match in CUT.finditer(text, start, end):
        word = match["to"]
        if word and (word.lower() in small(document) or text.startswith(" (", match.end())):
            continue
        before = text[first : match.start()].split()
        usual = not any(map(naming, before))
        if word or not usual:
            yield first, match.start()
        first = match.start("to") if word else match.end()
    yield first, end


def naming(word: str) -> bool:
    """Say whether a word before an office says whose it is: Kazakh, US; not Foreign."""
    common = frequencies().get(word.lower(), 0.0) > USUAL or word.lower() in LEADING
    return not common or word.endswith(ADJECTIVES) or word.isupper()


def content(found: Sequence[Term]) -> tuple[str, ...]:
    """Give the stems of a name's own words."""
    return tuple(t.stem for t in found if t.word not in CONNECTING)


def named(document: Document, start: int, end: int, opens: bool) -> Name | None:
    """Trim titles and a sentence's mere first word from a run of capitals; None if none stays."""
    found = list(terms(document.text, start, end))
    titled, opening = False, ""
    if opens and found and not acronym(document.text, found[0]):
        first = found[0].word
        if ordinary(document, first, alone=len(found) == 1) and not begun(document, found):
            if not functional(first) and first not in OPENERS | LEADING:
                opening = found[0].stem
            titled, found = first in TITLES, found[1:]
    while found and (found[0].word in LEADING or (titled and found[0].word == "general")):
        if acronym(document.text, found[0]):
            break
        titled, found = found[0].word in TITLES, found[1:]
    while found and found[-1].word in LEADING and not acronym(document.text, found[-1]):
        found = found[:-1]
    stems = content(found) or tuple(t.stem for t in found)
    if all(t.word in GRAMMAR and not acronym(document.text, t) for t in found):
        return None
    if not stems or (any(t.word in LABELS for t in found) and all(map(label, found))):
        return None
    return Name(found[0].start, found[-1].end, stems, opening)


def label(term: Term) -> bool:
    """Say whether a word only says where in the paper something is."""
    return term.word in LABELS or bool(NUMBERED.fullmatch(term.word))
