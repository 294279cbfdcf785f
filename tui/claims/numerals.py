"""TEXT → NUMBERS: how numbers, parts, months and years are written in English words."""

from __future__ import annotations

import re

from tui.claims.words import in_order

MONTHS = in_order(
    """
    january february march april may june july august september october november december
    """
)
ONES = in_order(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """
)
TENS = in_order(
    """
    twenty thirty forty fifty sixty seventy eighty ninety
    """
)
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "milliarden": 1e9,
    "milliarde": 1e9,
    "milliard": 1e9,
    "millionen": 1e6,
}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
PARTS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
MONTH = "(?:" + "|".join(f"{m}|{m[:3]}\\.?" if m != "may" else "may" for m in MONTHS) + ")"
YEAR = r"(?:1[0-9]|20)\d\d"


def spelled(words: str) -> float:
    """Give the value of a number in words: twenty-five, two hundred and six thousand."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+|\d+", words):
        if word.isdigit():
            current += int(word)
        elif word in ONES:
            current += ONES.index(word)
        elif word in TENS:
            current += 10 * (TENS.index(word) + 2)
        elif word == "half":
            current = 0.5
        elif word == "a":
            current = current or 1.0
        elif word in ("dozen", "hundred"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0.0
    return total + current


def in_words(number: int) -> tuple[str, ...]:
    """Give the words of a number below a hundred: 44 is forty, four."""
    tens, ones = divmod(number, 10) if number >= 20 else (0, number)
    return (*(TENS[tens - 2 : tens - 1] if tens else ()), *((ONES[ones],) if ones else ()))
