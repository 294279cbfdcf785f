"""WORD → what its capital tells: a name, a title, or only that a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.claims.numerals import ONES, TENS
from tui.claims.words import GRAMMAR, Term, frequencies, functional, listed
from tui.document import BODY_KINDS, Document, derived

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀŁŚŠŽČ]"
TITLES = listed(
    """
    president prime minister deputy vice chancellor king queen prince princess sir lord lady
    dr prof professor mr mrs ms miss madam senator sen representative rep governor gov
    secretary ambassador judge justice chief director chairman chairwoman chair ceo
    captain colonel major sergeant pope bishop archbishop cardinal rev reverend sheikh imam
    mayor former late saint st
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
OPENERS = listed(
    """
    several many most few both other all every each various numerous today yesterday tomorrow now
    once here according following recent recently many critics analysts officials experts
    """
)
"""What opens a sentence before a name and is no part of it."""
BEGINNING = listed(
    """
    north south east west northern southern eastern western central new united world great
    """
)
"""What many a name begins with."""
ADJECTIVES = ("an", "ese", "ish", "nch", "ic")
"""How words end that say of which people: Kenyan, Chinese."""
USUAL = 1e-5
"""A more frequent word is no name by itself."""
CAPITALISED = re.compile(rf" (?<=[a-z,] )({CAPITAL}\w+)")
SMALL = re.compile(r"(?<![\w-])([a-zà-öø-þ]\w+)")
"""Words with a capital, and without, where no sentence begins."""
LETTERS = re.compile(r"[^\W\d_]{4,}")


@derived
def capitalised(document: Document) -> frozenset[str]:
    """Give the words written with a capital where no sentence begins, in lower case.

    Headings tell nothing: they may be all in capitals.
    """
    text = document.text
    return frozenset(
        word.lower()
        for block in document.paragraphs
        if block.kind in BODY_KINDS
        for word in CAPITALISED.findall(text, block.start, block.end)
    )


@derived
def small(document: Document) -> frozenset[str]:
    """Give the words written without a capital."""
    return frozenset(SMALL.findall(document.text))


def shouting(sentence: str) -> bool:
    """Say whether capitals tell nothing: a text in capitals, or a headline, which has no stop."""
    written = LETTERS.findall(sentence)
    if len(written) < 5:
        return False
    if not sentence.rstrip("”\"’') ").endswith("."):
        written = [word[0] for word in written]
    return sum(map(str.isupper, written)) > 0.8 * len(written)


def acronym(text: str, term: Term) -> bool:
    """Say whether a word is written all in capitals: IT, US."""
    return term.end - term.start > 1 and text[term.start : term.end].isupper()


def ordinary(document: Document, word: str, *, alone: bool) -> bool:
    """Say whether a capital at the beginning of a sentence is only that."""
    if word in GRAMMAR or word in OPENERS:
        return True
    if word in capitalised(document) and not (alone and word in small(document)):
        return False
    if functional(word) or frequencies().get(word, 0.0) > USUAL or word in (*ONES, *TENS):
        return True
    if alone and document.language != "en":
        return True
    return (alone and word.endswith(("ing", "ed", "ly"))) or word in small(document)


def begun(document: Document, found: Sequence[Term]) -> bool:
    """Say whether a sentence's ordinary first word belongs to the name after it: World Bank.

    Nobody would write the other words with a capital if it did not.
    """
    first, rest = found[0], found[1:]
    if not rest or document.text[first.end : rest[0].start] != " ":
        return False
    if first.word in BEGINNING:
        return True
    if (
        functional(first.word)
        or first.word in OPENERS | LEADING
        or first.word.endswith(("ly", "ing"))
    ):
        return False
    return all(
        frequencies().get(t.word, 0.0) > USUAL and not t.word.endswith(ADJECTIVES) for t in rest
    )
