"""DOCUMENT → SENTENCES: sentencex proposes the boundaries, guards for prose correct them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.document import Document, Sentence, derived


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PIECE = 100_000
"""Longer paragraphs are segmented in windows of this many characters, so that time stays linear."""

_ALWAYS = _words(
    """
    mr mrs ms mx dr prof profs rev fr hon sen rep gov pres gen brig maj col lt sgt cpl pte capt cmdr
    adm supt det insp amb messrs mme mlle st ste vs cf viz approx ca circa esp resp incl i.e e.g eds
    """
)
"""Abbreviations that never end a sentence: something always follows them."""

_MAYBE = _words(
    """
    inc ltd co corp bros plc dept univ assn intl govt ave blvd rd mt ft jr sr al jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ph.d m.d
    """
)
"""Abbreviations that end a sentence only where a word that opens sentences follows."""

_NUMBERED = _words(
    "no nos p pp pg para vol vols ch chap sec sect secs fig figs eq eqs tab ref refs art app"
)
"""Abbreviations that hold on to a number, and are ordinary words or ends otherwise."""

_OPENERS = _words(
    """
    a after all although an and another any as at because before both but by despite during each
    even every few finally first for from he her here his how however i if in instead it its last
    many meanwhile moreover most my no nor not now of on once one only or other our over perhaps
    second she since so some still such that the their then there therefore these they this those
    though three through thus to today two under unless until we what when where whether which
    while who why with yet you your
    """
)
"""Words that commonly open a sentence, folded."""

_QUOTED = re.compile(r"[\"“”‘«»]|[.!?]\)")
_CLOSING = "\"'”’»)]"
_LEADING = "\"'“‘«([ "
_WITHIN = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(]?[^\W\d_a-zß-öø-ÿ])")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_MARKER = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\W*$")
_SPEAKER = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|of|de|van) ){1,5}(?:said|asked|told|added|says|asks|replied|wrote"
    r"|shouted|cried|answered|noted|wondered|insisted|declared)\b"
)


@derived
def sentences(document: Document) -> tuple[Sentence, ...]:
    """Give all sentences of all paragraphs in reading order; those of any kind of paragraph."""
    text, language = document.text, document.language
    return tuple(
        Sentence(start + paragraph.start, end + paragraph.start, index)
        for index, paragraph in enumerate(document.paragraphs)
        for start, end in segment(text[paragraph.start : paragraph.end], language)
    )


def segment(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Give (start, end) of each sentence, without the white space around it.

    The text is one paragraph; a line break in it is mere white space.
    """
    start = 0
    for cut in (*_cuts(text, language), len(text)):
        piece = text[start:cut]
        words = piece.strip()
        if words:
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(words)
        start = cut


def _cuts(text: str, language: str) -> Iterator[int]:
    """Give where a sentence ends and another begins, in order."""
    last = 0
    for cut in _proposed(text, language):
        if cut > last and not _holds(text, last, cut):
            yield cut
            last = cut


def _proposed(text: str, language: str) -> Iterator[int]:
    from sentencex import segment as pieces  # type: ignore[import-untyped]  # ships no types

    flat = text.replace("\n", " ")
    start, width = 0, _PIECE
    while start < len(flat):
        window = flat[start : start + width]
        rest = start + width < len(flat)
        found = pieces(language, window)
        if rest and len(found) == 1:  # one sentence fills the window
            width *= 2
            continue
        for piece in found[:-1] if rest else found:
            if _QUOTED.search(piece):
                yield from (start + match.end() for match in _WITHIN.finditer(piece))
            start += len(piece)
            yield start
        width = _PIECE


def _holds(text: str, start: int, cut: int) -> bool:
    """Tell whether the words on both sides of a proposed cut belong together."""
    if cut >= len(text):
        return False
    tail = text[max(start, cut - 40) : cut].rstrip()
    head = text[cut : cut + 60].strip().lstrip(_LEADING)
    if not head:
        return True
    word = tail[tail.rfind(" ") + 1 :].lstrip(_LEADING)
    bare = word.rstrip(_CLOSING)
    if bare[-1:] != ".":
        return word != bare and _SPEAKER.match(head) is not None
    first = head.split(None, 1)[0]
    if first.islower() and first.isalpha():
        return True
    stem = bare[:-1].lower()
    if len(stem) > 6 or stem.endswith("."):
        return False
    return _abbreviates(bare[:-1], tail, first) or (cut - start < 9 and _is_marker(text[start:cut]))


def _abbreviates(word: str, tail: str, first: str) -> bool:
    """Tell whether the stop after `word` is an abbreviation's and `first` goes on."""
    stem = word.lower()
    if stem in _ALWAYS:
        return True
    if stem in _NUMBERED:
        return first[0].isdigit() or (stem != "no" and len(first.strip(".,)")) == 1)
    opens = first.strip("’'”\",.;:").lower().partition("’")[0] in _OPENERS
    if stem in _MAYBE or _DOTTED.fullmatch(stem):
        return not opens
    if len(stem) != 1 or not stem.isalpha() or opens:
        return False
    before = tail[: tail.rfind(word)].rstrip().rpartition(" ")[2]
    return word.isupper() and (not before or before[0].isupper() or before[0] in '(“"‘')


def _is_marker(piece: str) -> bool:
    """Tell whether the piece is a list's number or letter and no sentence."""
    return _MARKER.match(piece) is not None
