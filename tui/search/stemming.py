"""Words → stems and function words of a language; languages without rules stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

_SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}

_PREFIXES = {"ar": ("", "ال", "و", "وال", "ب", "بال", "ل", "لل")}
"""What a language writes before a stem, joined to it: the, and, in, for."""

_STOPPED = frozenset(("da", "nl", "en", "fi", "fr", "de", "hu", "it", "no", "pt", "ru", "es", "sv"))
"""The languages whose function words tantivy knows."""


@lru_cache(maxsize=16)
def stemmer(language: str) -> Callable[[list[str]], list[str]]:
    """Give the function from folded words to their stems; the words themselves where it has none.

    M. F. Porter, “Snowball: a language for stemming algorithms” (2001).
    """
    name = _SNOWBALL.get(language[:2])
    if name is None:
        return list
    from Stemmer import Stemmer  # type: ignore[import-not-found]  # ships no types

    try:
        return Stemmer(name).stemWords  # type: ignore[no-any-return]
    except KeyError:  # an older Snowball without that language
        return list


def prefixes(language: str) -> tuple[str, ...]:
    """Give what may stand before the stem of a word, nothing among it."""
    return _PREFIXES.get(language[:2], ("",))


@lru_cache(maxsize=16)
def _stopper(language: str) -> Callable[[str], list[str]]:
    """Give the function from words, spaces between, to those that are no function words."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    stop = Filter.stopword(_SNOWBALL[language])
    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(stop).build().analyze


def function_words(words: Sequence[str], languages: Sequence[str]) -> frozenset[str]:
    """Tell which of the words are function words (of, the) in any of the languages."""
    found: set[str] = set()
    for language in languages:
        if language[:2] in _STOPPED:
            found |= set(words) - set(_stopper(language[:2])(" ".join(words)))
    return frozenset(found)
