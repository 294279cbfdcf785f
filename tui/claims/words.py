"""TEXT → TERMS: folded, stemmed words with their places, and how common a word is in English."""

from __future__ import annotations

import gzip
import math
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import combining, normalize

WORD = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|(?:(?<=[#@])|(?<=[a-z]))[A-Z][a-z]+(?=[A-Z])"
    r"|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*\d*"
)
"""A number with its separators; a part of a #HashTag; a run of letters, without possessive 's."""

PASSAGE_WORDS = 25
"""The length of a usual sentence, to turn a word's frequency into a sentence frequency."""
FIGURE = 4e-5
"""The frequency of one figure; the list counts figures by their shape only."""
RAREST = 1e-6
"""The frequency of a word that the list of general English does not hold."""
COMMON = 6e-4
"""A more frequent word says nothing about a text's subject."""
LONG = 80
"""A token of so many characters is no word that comes again."""
MET = 1 << 16
"""How many tokens are kept."""
MARKS = ".,;:!?()[]\"“”‘’'-–—…*/"
"""What stands around words and holds none."""


ENDINGS = ("e", "y", "s", "es", "ing", "ed", "ation", "ity", "al", "ic")
"""What a stem may have lost: assembl, assembly; agenc, agency."""


def in_order(words: str) -> tuple[str, ...]:
    """Give the words of a text."""
    return tuple(words.split())


def listed(words: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(words.split())


GRAMMAR = listed(
    """
    above across again ago along already also although always among amid around aside because
    become becomes been behind being below beneath beside besides between beyond cannot could
    despite during each either else elsewhere etc ever for furthermore given hence hers herself
    himself how however including indeed inside instead itself let likewise many may meanwhile
    might moreover much must myself neither nevertheless nonetheless nor notably often onto others
    otherwise ought ours ourselves outside particularly per perhaps quite rather regarding shall
    should simply since some such than that their theirs themselves then there therefore these
    they this those though through throughout thus till together too toward towards under unless
    unlike until upon us very via was were whatever when whenever where whereas wherever whether
    which while whom whose will with within without would yes yet your yours yourself
    """
)
"""Words that join, point or hedge."""


class Term(NamedTuple):
    """One word of a text."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    word: str
    """Lower case, without accents."""
    stem: str
    """What is matched; a number's digits without thousands separators."""


def terms(text: str, start: int = 0, end: int | None = None) -> tuple[Term, ...]:
    """Give the words of `text[start:end]` in order, function words included."""
    found: list[Term] = []
    if start and text[start - 1] in "#@":
        start -= 1  # which makes what follows a tag of several words
    at = start
    for token in text[start:end].split():
        at = text.index(token, at)
        for first, last, word, stem in PIECES[token]:
            found.append(Term(at + first, at + last, word, stem))
        at += len(token)
    return tuple(found)


def stems(text: str, start: int, end: int) -> list[str]:
    """Give only the stems of the words of `text[start:end]`."""
    return [piece[3] for token in text[start:end].split() for piece in PIECES[token]]


def subjects(text: str, start: int, end: int) -> list[str]:
    """Give only the stems of those words of `text[start:end]` that name a subject."""
    return [
        stem
        for token in text[start:end].split()
        for _, _, word, stem in PIECES[token]
        if not functional(word)
    ]


def words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Give only the words of `text[start:end]` themselves, folded."""
    return [piece[2] for token in text[start:end].split() for piece in PIECES[token]]


Piece = tuple[int, int, str, str]
"""One word of a token, what stands between white space: its place there, word and stem."""


def cut(token: str) -> tuple[Piece, ...]:
    """Cut a token into its words."""
    bare = token.strip(MARKS)
    if bare.isascii() and bare.isalpha():  # as most are; WORD finds the same
        start, word = token.index(bare), bare.lower()
        return ((start, start + len(bare), word, stem(word)),)
    return tuple([(*match.span(), *folded(match[0])) for match in WORD.finditer(token)])


class Pieces(dict[str, tuple[Piece, ...]]):
    """The words of each token; kept, for most tokens were met before.

    A lookup in it costs half of one in `lru_cache`, and all reading of text waits for it.
    """

    def __missing__(self, token: str) -> tuple[Piece, ...]:
        found = cut(token)
        if len(token) < LONG:
            if len(self) >= MET:
                self.clear()
            self[token] = found
        return found


PIECES = Pieces()


@lru_cache(maxsize=1 << 16)
def folded(written: str) -> tuple[str, str]:
    """Give a written word in lower case without accents, and its stem."""
    word = written.lower().replace("’", "'")
    if not word.isascii():
        word = "".join(c for c in normalize("NFKD", word) if not combining(c))
    if word[:1].isdigit():
        return word, word.replace(",", "").rstrip(".")
    return word, stem(word)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Give the English Snowball stem."""
    return str(stemmer().stemWord(word))


@cache
def stemmer() -> Any:
    """Load the stemmer when the first word asks for it."""
    from Stemmer import Stemmer  # type: ignore[import-not-found] # no annotations

    return Stemmer("english", 0)


@cache
def frequencies() -> dict[str, float]:
    """Give each common English word's share of running text.

    The list is the small one that the wordfreq package ships: bins of words, one per
    hundredth of a decade (Speer 2022). Reading its file leaves out the package's own
    start-up, which is twenty times as long as the reading.
    """
    import msgpack  # type: ignore[import-untyped]

    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        return {}
    path = Path(spec.submodule_search_locations[0]) / "data" / "small_en.msgpack.gz"
    bins = msgpack.loads(gzip.decompress(path.read_bytes()), raw=False)[1:]
    return {word: 10 ** (-index / 100) for index, bin in enumerate(bins) for word in bin}


@lru_cache(maxsize=1 << 16)
def background(word: str) -> float:
    """Give the inverse sentence frequency of a word in general English, 0 to about 10."""
    share = FIGURE if word[:1].isdigit() else frequencies().get(word, RAREST)
    expected = 1 - math.exp(-share * PASSAGE_WORDS)
    return math.log(1 + (1 - expected) / expected)


@lru_cache(maxsize=1 << 12)
def telling(stem: str) -> float:
    """Give the inverse sentence frequency of the commonest word that a stem may be of."""
    forms = [stem + ending for ending in ENDINGS]
    return min(background(form) for form in (stem, stem[:-1] + "y", *forms))


@lru_cache(maxsize=1 << 16)
def functional(word: str) -> bool:
    """Say whether a word is so common, or so much grammar, that it names no subject."""
    return len(word) < 2 or word in GRAMMAR or frequencies().get(word, 0.0) > COMMON
