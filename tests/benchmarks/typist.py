"""A word → the word as hurried hands type it, on a QWERTY keyboard."""

from __future__ import annotations

import random

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

_SLIPS = (
    ("neighbour", 0.33),
    ("omission", 0.27),
    ("transposition", 0.2),
    ("doubling", 0.08),
    ("insertion", 0.12),
)
"""How often a typing error is of which kind; nearly as found in logs of keyboards."""

_FIRST = 0.05
"""How often it is in the first letter, whatever the length of the word."""


def misspell(word: str, rng: random.Random, edits: int = 1) -> str:
    """Make so many typing errors in a word; it is always another word then."""
    wrong = word
    while wrong == word:
        wrong = word
        for _ in range(edits):
            wrong = _slip(wrong, rng)
    return wrong


def _slip(word: str, rng: random.Random) -> str:
    (kind,) = rng.choices([kind for kind, _ in _SLIPS], [share for _, share in _SLIPS])
    place = 0 if rng.random() < _FIRST else rng.randrange(1, len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    if kind == "neighbour":
        return before + _beside(letter, rng) + after
    if kind == "omission":
        return before + after
    if kind == "transposition":
        return before + after[:1] + letter + after[1:]
    if kind == "doubling":
        return before + letter + letter + after
    return before + letter + _beside(letter, rng) + after


def _beside(letter: str, rng: random.Random) -> str:
    """Choose a key next to the letter's."""
    for row, keys in enumerate(_KEYS):
        if letter in keys:
            x = keys.index(letter)
            around = [keys[n] for n in (x - 1, x + 1) if 0 <= n < len(keys)]
            for other in (row - 1, row + 1):
                if 0 <= other < len(_KEYS):
                    near = (x, x + 1) if other < row else (x - 1, x)
                    around += [_KEYS[other][n] for n in near if 0 <= n < len(_KEYS[other])]
            return rng.choice(around)
    return rng.choice("etaoin")
