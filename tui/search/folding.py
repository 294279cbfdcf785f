"""Text → folded terms: what a reader may type differently is made equal, and places are kept."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"}
    | dict(zip("қғңөұүһә", "кгноууха", strict=True))
)
"""Letters that people type as others and that Unicode does not decompose."""

_QUOTES = dict.fromkeys("‘’‛ʻʼʹ′´＇", "'") | dict.fromkeys("“”„‟«»″＂", '"')
_HYPHENS = dict.fromkeys("‐‑﹣－", "-")
_STRETCHED = "\u0640"
"""The line that makes Arabic words longer."""

_TYPED = _LETTERS | str.maketrans(_QUOTES | _HYPHENS)
"""All of them, for what a character is when it is decomposed."""

_POSSESSIVE = re.compile(r"'(?<=[^\W\d_]')(?:s|t|d|m|ll|re|ve)(?![^\W_])")
"""The apostrophe first and what is before it second: Python finds it faster."""

_ALONE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without spaces between words: each is a word of its own."""

LENGTH = 60
"""A longer word, in letters, counts as several."""

_VOWELS = r"\u0900-\u0963\u0966-\u0dff"
"""The scripts of India, whose vowels are marks on letters: these are of the word as well."""

LETTER = rf"(?:[^\W_{_ALONE}]|[{_VOWELS}])"
"""Of what words are made, where they are not single characters."""

_WORD = rf"[{_ALONE}]|{LETTER}{{1,{LENGTH}}}"
_NUMBER = r"(?<!\d[.,])(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,12})?|\d{1,20}\.\d{1,20})(?!\.?[^\W_])"
"""381,700 and 14.4, but neither 28.05.2025 nor 1,2,3."""

_SEPARATED = re.compile(r"\d[.,]\d")
_PATTERNS = {
    (True, False): re.compile(rf"[a-z0-9]{{1,{LENGTH}}}"),
    (True, True): re.compile(rf"{_NUMBER}|[a-z0-9]{{1,{LENGTH}}}"),
    (False, False): re.compile(_WORD),
    (False, True): re.compile(rf"{_NUMBER}|{_WORD}"),
}
"""What a word is: in text of ASCII alone or not, with numbers of several parts or not; the simpler
the faster."""

_ANY = re.compile(_WORD)
_FOREIGN = re.compile(r"[^\x00-\x7f]")

_MARKS = {"’": "'", "‘": "'", "“": " ", "”": " ", "–": " ", "—": " "}
"""The characters that most texts have beside ASCII, and what `flat` makes of them."""

_MOST_FOREIGN = 40
"""A text with more different characters beside ASCII is not folded at once."""

_SIGNS = frozenset(".,'")
_FLAT = {n: chr(n).lower() if chr(n).isalnum() or chr(n) in _SIGNS else " " for n in range(128)}
_DIGITS = re.compile(r"[0-9][.,][0-9]")
_FIGURE = re.compile(
    r"""[0-9](?<![a-z0-9].)(?<![0-9][.,].)
        (?:[0-9]{0,2}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,12})?|[0-9]{0,19}\.[0-9]{1,20})
        (?!\.?[a-z0-9])""",
    re.VERBOSE,
)
"""A `_NUMBER` of ASCII text, found by its first digit."""


class _Folding(dict[int, str]):
    """Code point → its folded text, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """Fold one character: case, accents, ligatures, quotes, digits; soft hyphens vanish."""
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _HYPHENS:
        return _HYPHENS[character]
    if unicodedata.category(character) in ("Cf", "Cs") or character == _STRETCHED:
        return ""  # soft hyphens, joiners, direction marks
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    apart = unicodedata.normalize("NFKD", character.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", bare).casefold().translate(_TYPED)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Fold a text, character by character, so that `Places` can tell where each one went."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def plain(text: str) -> str:
    """Fold a text and blank the endings after an apostrophe (Kagame's, don't) in place."""
    folded = fold(text)
    if "'" not in folded:
        return folded
    return _POSSESSIVE.sub(_blank, folded)


def flat(text: str) -> str | None:
    """Give the folded words of a text where they stood in it, with spaces between them.

    The same words as `words` gives, many times faster; None where a letter becomes several or
    none, where letters are not of ASCII even when folded or many are not as they stand, and for
    words of more than `LENGTH`.
    """
    for mark, blank in _MARKS.items():
        text = text.replace(mark, blank)
    place = met = 0
    while not text.isascii():
        place = _FOREIGN.search(text, place).start()  # type: ignore[union-attr]  # there is one
        foreign, met = text[place], met + 1
        folded = _FOLDING[ord(foreign)]
        if folded and not _ANY.search(folded):  # a sign; an ellipsis is three points
            folded = folded if folded in _SIGNS else " "
        if len(folded) != 1 or not folded.isascii() or met > _MOST_FOREIGN:
            return None
        text = text.replace(foreign, folded)
    text = text.translate(_FLAT)
    if "'" in text:
        text = _POSSESSIVE.sub(_blank, text).replace("'", " ")
    if _DIGITS.search(text):
        text = _FIGURE.sub(_figure, text)
    text = text.replace(".", " ").replace(",", " ").replace("\0", ".")
    return None if _long(text) else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _figure(match: re.Match[str]) -> str:
    """Write 381,700 as one word of the same size, and keep the point of 14.4 until the end."""
    return match[0].replace(",", "").replace(".", "\0").ljust(len(match[0]))


def _long(text: str) -> bool:
    """Tell whether a word of a flat text has more than `LENGTH` letters."""
    place = 0
    while len(text) - place > LENGTH:
        place = text.rfind(" ", place, place + LENGTH + 1) + 1
        if not place:
            return True
    return False


def alone(word: str) -> bool:
    """Tell whether a folded word is of a script without spaces between words."""
    return re.match(rf"[{_ALONE}]", word) is not None


class Term(NamedTuple):
    """One word of a text as the index knows it, and where it stands there."""

    word: str
    """The folded word."""
    start: int
    """Its first code point in the text before folding."""
    end: int
    """One past its last."""


def words(text: str) -> list[str]:
    """Give the folded words of a text in order; the parts of a compound are words of their own."""
    folded = plain(text)
    separated = _SEPARATED.search(folded) is not None
    found = _PATTERNS[folded.isascii(), separated].findall(folded)
    return [word.replace(",", "") for word in found] if separated else found


def terms(text: str) -> Iterator[Term]:
    """Yield the folded words of a text, as `words` does, with their places."""
    folded = plain(text)
    place = None if text.isascii() else Places(text)
    pattern = _PATTERNS[folded.isascii(), _SEPARATED.search(folded) is not None]
    for match in pattern.finditer(folded):
        start, end = match.span()
        if place:
            start, end = place.start(start), place.end(end)
        yield Term(match[0].replace(",", ""), start, end)


class Places:
    """Where the characters of a folded text stood in the text itself."""

    def __init__(self, text: str) -> None:
        self._shifts: list[tuple[int, int]] = []  # (folded offset, offset) after each change
        self._size = len(text)
        grown = 0
        for match in _FOREIGN.finditer(text):
            size = len(_FOLDING[ord(match[0])])
            if size != 1:
                grown += size - 1
                self._shifts.append((match.end() + grown, match.end()))

    def start(self, offset: int) -> int:
        """Give the place of the character at an offset of the folded text."""
        return self._place(offset)

    def end(self, offset: int) -> int:
        """Give the place after the character before an offset of the folded text, marks and all."""
        return max(self._place(offset - 1) + 1, self._place(offset)) if offset else 0

    def _place(self, offset: int) -> int:
        if not self._shifts:
            return offset
        index = bisect_right(self._shifts, (offset, self._size + 1))
        if index:
            folded, place = self._shifts[index - 1]
        else:
            folded = place = 0
        place += offset - folded
        if index < len(self._shifts):  # inside a character that became several: its own place
            place = min(place, self._shifts[index][1] - 1)
        return place
