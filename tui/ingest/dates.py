"""A date as sources write it → ISO 8601, as exact as it is there."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_NUMBERS = re.compile(r"(\d{4})(?:([-/.]?)(\d{2})(?:\2(\d{2}))?)?(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"\b(?:{_DAY}\.?[ -])?({'|'.join(_MONTHS)})[a-z]*\.?,?[ -](?:{_DAY},? )?(\d{{4}})\b",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
"""Seconds or milliseconds since 1970."""


def iso_date(words: str) -> str:
    """Give the date that the words are or begin with, or name by its month; else nothing.

    A date of three numbers is one only where the year is first: the others are ambiguous.
    """
    words = words.strip()
    seconds = _SECONDS.fullmatch(words)
    if seconds:
        return datetime.fromtimestamp(int(seconds[1]), UTC).date().isoformat()
    numbers = _NUMBERS.match(words)
    if numbers:
        year, month, day = numbers[1], numbers[3] or "", numbers[4] or ""
        return _checked(year, month, day)
    named = _NAMED.search(words)
    if named:
        month = _MONTHS.index(named[2].lower()) + 1
        return _checked(named[4], f"{month:02}", (named[1] or named[3] or "").zfill(2))
    return ""


def _checked(year: str, month: str, day: str) -> str:
    """Join the parts that make sense."""
    if not 1 <= int(month or 0) <= 12:
        return year
    return f"{year}-{month}-{day}" if 1 <= int(day or 0) <= 31 else f"{year}-{month}"
