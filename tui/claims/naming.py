"""NAME × NAME → whether both sentences mean the same by them, told by how each is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.claims.capitals import CAPITAL, TITLES, USUAL, small
from tui.claims.names import Name
from tui.claims.parsing import Parsed
from tui.claims.variants import initials, same_name
from tui.claims.words import frequencies
from tui.document import Document, derived

PLACED = re.compile(rf"\b(?:in|across|throughout|within|into|inside|near) ({CAPITAL}\w+)")
"""A place: nobody is in Kagame."""
PEOPLE = ("n", "ese", "i")
"""What makes a place's name its people's: Kenya, Kenyan."""


@derived
def placed(document: Document) -> frozenset[str]:
    """Give the words, in lower case, that the text uses as places."""
    return frozenset([word.lower() for word in PLACED.findall(document.text)])


def one_name(
    claim: Parsed, mine: Name, passage: Parsed, other: Name, known: Mapping[str, tuple[str, ...]]
) -> bool:
    """Say whether two names mean the same: equal, an acronym, of one family, or a short form.

    Known are acronyms with the stems of what they stand for.
    """
    if not same_name(mine.stems, other.stems, known):
        return False
    if len(mine.stems) == len(other.stems):
        if len(mine.stems) > 1 and spoken(claim, mine)[0] != spoken(passage, other)[0]:
            return False  # Nationals Park, National Parks
        apart = mine.opening and other.opening and mine.opening != other.opening
        return not apart or mine.opening in small(claim.document)
    sides = (claim, mine), (passage, other)
    (side, short), (far, long) = sorted(sides, key=lambda pair: len(pair[1].stems))
    if len(short.stems) > 1:
        return True
    if short.stems[0] in known or initials(short.stems, long.stems):
        return side.document.text[short.start : short.end].isupper()
    if short.opening and short.opening not in long.stems:
        return False  # another first name
    return alone_tells(side, short, far, long)


def alone_tells(side: Parsed, short: Name, far: Parsed, long: Name) -> bool:
    """Say whether the last word of a name stands for it: Kagame, Francophonie; not Africa, Bank.

    No place does, nothing after `of` (England is not its bank), and no usual word, unless a
    title tells that it is a person's.
    """
    word, whole = spoken(side, short)[-1], spoken(far, long)
    if "of" in whole or whole[-1] != word:
        return False
    if any(word in placed(end.document) for end in (side, far)):
        return False
    if any(word + ending in frequencies() for ending in PEOPLE):
        return False
    if frequencies().get(word, 0.0) <= USUAL:
        return True
    return any(titled(end, name) for end, name in ((side, short), (far, long)))


def spoken(side: Parsed, name: Name) -> list[str]:
    """Give the words of a name, in lower case."""
    return side.document.text[name.start : name.end].lower().replace("’s", "").split()


def titled(side: Parsed, name: Name) -> bool:
    """Say whether a title stands before a name."""
    before = side.document.text[max(side.start, name.start - 20) : name.start].split()
    return bool(before) and before[-1].rstrip(".").lower() in TITLES
