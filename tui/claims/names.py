"""DOCUMENT → NAMES: people, places and bodies it speaks of, their variants and acronyms."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tui.claims.figures import ONES, TENS, cited
from tui.claims.words import Term, folded, frequencies, functional, listed, stem, terms
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
HALF = 4
"""How long either half of a compound is at least."""
FAMILY, LONG = 5, 7
"""How long a beginning makes stems one family if they end as words do; and if not."""
ENDINGS = listed(
    """
    a o e i s y n t d al ial ical ic ist ism iti iv or er ar ari at ator atori ant ent enti ential
    anc enc anci enci an ian ean ish ous ious ful less ness ship hood dom ment abl ibl abil ibil
    li iz is ifi if age ag ur in eer ee ward wis ti ci tic sis si sion tion ion ional ativ it
    itori tor tiv iser izer
    """
) | {""}
"""What follows the common beginning in stems of one family."""


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
    if not stems:
        return None
    return Name(found[0].start, found[-1].end, stems)


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


def same_name(
    one: tuple[str, ...], other: tuple[str, ...], known: dict[str, tuple[str, ...]]
) -> bool:
    """Say whether two names may mean the same: equal, acronym, short form or inhabitants.

    A short form keeps the last word of the long one: Kagame for Paul Kagame, Francophonie for
    Organisation Internationale de la Francophonie.
    """
    one, other = (
        known.get(one[0], one) if len(one) == 1 else one,
        (known.get(other[0], other) if len(other) == 1 else other),
    )
    if one == other or initials(one, other) or initials(other, one):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == len(long) == 1:
        return derived_form(short[0], long[0])
    return short[-1] == long[-1] and set(short) <= set(long)


def initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a single word spells the first letters of the others."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def derived_form(one: str, other: str) -> bool:
    """Say whether two stems come of one word: diplomat, diplomaci; Kenya, Kenyan; migrat, migrant.

    They share a beginning, and what follows it in each ends words; or the beginning is so long
    that it is enough.
    """
    shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))
    if shared < FAMILY:
        return False
    if one[shared:] in ENDINGS and other[shared:] in ENDINGS:
        return True
    return shared >= LONG and abs(len(one) - len(other)) <= 4


def halves(compound: str, known: Container[str]) -> tuple[str, ...]:
    """Give the two known stems that a word is made of, as evenly as may be; none if it is not.

    cybersecur is cyber and secur, a handle georgesoros is georg and soros.
    """
    cuts = range(HALF, len(compound) - HALF + 1)
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(compound))):
        first, second = stem(compound[:cut]), compound[cut:]
        last = next((form for form in (second, second + "e") if form in known), "")
        if last and first in known and not (functional(first) or functional(last)):
            return first, last
    return ()
