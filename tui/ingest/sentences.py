"""DOCUMENT → SENTENCES: proposed at stops, by sentencex beyond English; guards correct them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.document import Document, Sentence, derived, index_at


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PIECE = 100_000
"""Longer paragraphs are segmented in windows of this many characters, so that time stays linear."""

_ALWAYS = _words(
    """
    mr mrs ms mx dr prof profs rev fr hon sen rep gov pres gen brig maj col lt sgt cpl pte capt cmdr
    adm supt det insp amb messrs mme mlle st ste v vs cf viz approx ca circa esp resp incl i.e e.g
    eds
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

_BEFORE_NAMES = _words("and & or by with of from to for that as but than")
"""Words before an initial that tell it from the letter of a thing, as in "group B"."""

_END = re.compile(
    r"([.!?…。！？][\"'”’»)\]]*(?:\[\d[\d ,–-]{0,20}\])?)"  # a stop, what closes, a note's mark
    r"(?:\s+(?=[\"“‘'«(\[]*(?:[^\W_a-zß-öø-ÿ]|[a-z]{1,5}[A-Z\d]))|(?<=[。！？])(?=\S))"
)
"""Where a sentence may end and another begin; the guards tell whether it does."""

_QUOTED = re.compile(r"[\"“”‘«»]|[.!?]\)")
_CLOSING = "\"'”’»)]"
_LEADING = "\"'“‘«([ "
_MARK = re.compile(r"\[[\d ,–-]+\]$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_MARKER = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\W*$")
_SPEAKER = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|of|de|van) ){1,5}(?:said|asked|told|added|says|asks|replied|wrote"
    r"|shouted|cried|answered|noted|wondered|insisted|declared)\b"
)

LONG = 20_000
"""Characters from which the sentences of a paragraph are not read twice."""


@derived
def sentences(document: Document) -> tuple[Sentence, ...]:
    """Give all sentences of all paragraphs in reading order; those of any kind of paragraph."""
    return tuple(split(document))


def split(document: Document) -> Iterator[Sentence]:
    """Yield what `sentences` gives and keeps; they take as much memory as the text itself."""
    for paragraph in range(len(document.paragraphs)):
        yield from _read(document, paragraph)


def sentences_in(document: Document, paragraph: int) -> Sequence[Sentence]:
    """Give the sentences of one paragraph, by its number, in reading order.

    Those of a short one are read anew, without the others; of a long one all are kept.
    """
    block = document.paragraphs[paragraph]
    if block.end - block.start < LONG:
        return _read(document, paragraph)
    found = sentences(document)
    after = index_at(found, block.end - 1) + 1
    return found[index_at(found, block.start) : after]


def _read(document: Document, paragraph: int) -> list[Sentence]:
    block = document.paragraphs[paragraph]
    spans = segment(document.text, document.language, block.start, block.end)
    return [Sentence(start, end, paragraph) for start, end in spans]


def segment(
    text: str, language: str = "en", start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Give (start, end) of each sentence of `text[start:end]`, without white space around it.

    That is one paragraph; a line break in it is mere white space.
    """
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    found: list[tuple[int, int]] = []
    for stop, cut in _proposed(text, language, start, end):
        if cut > start and not _holds(text, start, stop, cut):
            found.append((start, stop))
            start = cut
    if start < end:
        found.append((start, end))
    return found


def _proposed(text: str, language: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Give where a sentence may end and where the next one would begin, in order."""
    if language == "en":
        return _ends(text, start, end)
    return _segmented(text[start:end], language, start)


def _ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        yield match.end(1), match.end()


def _segmented(text: str, language: str, offset: int) -> Iterator[tuple[int, int]]:
    """Let the library propose, which knows the abbreviations of other languages."""
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
            end = start + len(piece)
            if _QUOTED.search(piece):
                for stop, cut in _ends(flat, start, end):
                    yield offset + stop, offset + cut
            if piece.strip() and end < len(flat):
                yield offset + start + len(piece.rstrip()), offset + end
            start = end
        width = _PIECE


def _holds(text: str, start: int, stop: int, cut: int) -> bool:
    """Tell whether the words on both sides of a proposed end belong together."""
    if text[stop - 1] == "." and text[stop - 8 : stop - 1].isalpha() and text[cut].isupper():
        return False  # a word too long for an abbreviation
    head = text[cut : cut + 60].strip().lstrip(_LEADING)
    if not head:
        return True
    tail = text[max(start, stop - 40) : stop]
    word = tail.rsplit(None, 1)[-1].lstrip(_LEADING)
    bare = _MARK.sub("", word) if word[-1:] == "]" else word
    bare = bare.rstrip(_CLOSING)
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
        numbered = any(letter.isdigit() for letter in first)
        return numbered or (stem != "no" and len(first.strip(".,)")) == 1)
    opens = first.strip("’'”\",.;:").lower().partition("’")[0] in _OPENERS
    if stem in _MAYBE or _DOTTED.fullmatch(stem):
        return not opens
    if len(stem) != 1 or not word.isupper() or opens:
        return False
    before = tail[: tail.rfind(word)].rstrip().rpartition(" ")[2]
    named = not before or before[0].isupper() or before[0] in '(“"‘' or before in _BEFORE_NAMES
    return named or (first[1:2] == "." and first[0].isupper())


def _is_marker(piece: str) -> bool:
    """Tell whether the piece is a list's number or letter and no sentence."""
    return _MARKER.match(piece) is not None
