"""DOCUMENT → NAMES: people, places and bodies it speaks of, their variants and acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.claims.citations import cited
from tui.claims.numerals import ONES, TENS
from tui.claims.words import Term, folded, frequencies, functional, listed, terms
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


CAPITAL = r"[A-ZÀ-ÖØ-ÞĀŁŚŠŽČ]"
WORD = rf"(?:{CAPITAL}[\w]*(?:[-–]{CAPITAL}\w+)*|[a-z]?-?{CAPITAL}\w*)"
RUN = re.compile(
    rf"(?<![\w-]){WORD}(?:[’']{CAPITAL}\w+)?"
    rf"(?:(?: (?:of |for )?(?:the )?| and the | (?:de la|de|du|des|la|bin|von|van) | al-){WORD})*"
)
OPENING = re.compile(r"[.!?…:;”\"“‘(\[•*—–-]\s*[“\"‘'(]?$|^\s*[“\"‘'(]?$")
"""What stands before a word whose capital may mean only that a sentence begins."""
TITLES = listed(
    """
    president prime minister deputy vice chancellor king queen prince princess sir lord lady
    dr prof professor mr mrs ms miss madam senator sen representative rep governor gov
    secretary ambassador judge justice chief director chairman chairwoman chair ceo
    captain colonel major sergeant pope bishop archbishop cardinal rev reverend sheikh imam
    mayor former late saint st
    """
)
CONNECTING = listed(
    """
    of the and for de la le les du des del der von van bin al el
    """
)
NEVER = listed(
    """
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december god ok am
    pm mr
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
LEADING = (
    TITLES
    | NEVER
    | listed(
        """
    the a an this that these those its his her their our my in on at by for from with as of
    to and but or if when while after before since he she it they we you who which what how
    why
    """
    )
)
"""What a name neither begins nor ends with."""
DEFINED = re.compile(r"\((?:the )?[“\"‘]?([A-Z][A-Za-z]*[A-Z]\w*?)s?[”\"’]?\)")
"""(LF) after its Long Form: the acronym in brackets (Schwartz and Hearst 2003)."""
CAPITALISED = re.compile(rf" (?<=[a-z,;] )({CAPITAL}\w+)")
SMALL = re.compile(r"(?<![\w-])([a-zà-öø-þ]\w+)")
"""Words with a capital, and without, where no sentence begins."""
LETTERS = re.compile(r"[^\W\d_]{4,}")
BEFORE = 120
"""Characters before an acronym that may hold its long form."""


@derived
def capitalised(document: Document) -> frozenset[str]:
    """Give the words written with a capital where no sentence begins, in lower case."""
    return frozenset([word.lower() for word in CAPITALISED.findall(document.text)])


@derived
def small(document: Document) -> frozenset[str]:
    """Give the words written without a capital."""
    return frozenset(SMALL.findall(document.text))


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
        if any(a <= match.start() < b for a, b in citations):
            continue
        opens = bool(OPENING.search(text[max(start, match.start() - 4) : match.start()]))
        name = named(document, match.start(), match.end(), opens)
        if name:
            found.append(name)
    return tuple(found)


def content(found: Sequence[Term]) -> tuple[str, ...]:
    """Give the stems of a name's own words."""
    return tuple(t.stem for t in found if t.word not in CONNECTING)


def shouting(sentence: str) -> bool:
    """Say whether capitals tell nothing: a text in capitals, or a headline, which has no stop."""
    written = LETTERS.findall(sentence)
    if len(written) < 5:
        return False
    if not sentence.rstrip("”\"’') ").endswith("."):
        written = [word[0] for word in written]
    return sum(map(str.isupper, written)) > 0.8 * len(written)


def named(document: Document, start: int, end: int, opens: bool) -> Name | None:
    """Trim titles and a sentence's mere first word from a run of capitals; None if none stays."""
    found = list(terms(document.text, start, end))
    titled = False
    if opens and found and ordinary(document, found[0].word, alone=len(found) == 1):
        titled, found = found[0].word in TITLES, found[1:]
    while found and (found[0].word in LEADING or (titled and found[0].word == "general")):
        if acronym(document.text, found[0]):
            break
        titled, found = found[0].word in TITLES, found[1:]
    while found and found[-1].word in LEADING and not acronym(document.text, found[-1]):
        found = found[:-1]
    stems = content(found) or tuple(t.stem for t in found)
    if not stems or (any(t.word in LABELS for t in found) and all(map(label, found))):
        return None
    return Name(found[0].start, found[-1].end, stems)


def label(term: Term) -> bool:
    """Say whether a word only says where in the paper something is."""
    return term.word in LABELS or bool(NUMBERED.fullmatch(term.word))


def acronym(text: str, term: Term) -> bool:
    """Say whether a word is written all in capitals: IT, US."""
    return term.end - term.start > 1 and text[term.start : term.end].isupper()


def ordinary(document: Document, word: str, *, alone: bool) -> bool:
    """Say whether a capital at the beginning of a sentence is only that."""
    if word in capitalised(document) and not (alone and word in small(document)):
        return False
    if functional(word) or frequencies().get(word, 0.0) > 1e-5 or word in (*ONES, *TENS):
        return True
    return (alone and word.endswith(("ing", "ed", "ly"))) or word in small(document)
