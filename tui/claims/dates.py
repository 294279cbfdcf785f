"""TEXT → DATES: how dates are written, and where one only says when the text itself was."""

from __future__ import annotations

import re

from tui.claims.numerals import MONTH, MONTHS, SCALES, YEAR

NOTE = r"(?:[.,]\d{1,3}(?:\s+[“\"(]?(?-i:[A-Z])|\s*\Z)|,\d{1,2}(?=\s))"
"""The number of a footnote, glued to a year that ends a sentence: in 2019.12 The."""

_SCALE = "(?:" + "|".join(SCALES) + ")"
DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})(?:,? (?P<y1>{YEAR}))?"
    rf"|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y2>{YEAR}))?"
    rf"|(?P<m3>{MONTH})(?: of)?,? (?P<y3>{YEAR})"
    rf"|(?P<iso>{YEAR}-\d\d(?:-\d\d)?)"
    rf"|(?P<decade>{YEAR})s\b"
    rf"|(?P<y4>{YEAR})(?:(?={NOTE})|(?![\d,.]*\d)(?! ?(?:%|percent|per cent|{_SCALE}\b))))",
    re.IGNORECASE,
)
AFTER = re.compile(NOTE)
_DAY = rf"(?i:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}|{MONTH})(?:,? {YEAR})?"
DATELINE = re.compile(
    rf"\s*(?:(?:[A-Z][\w.’'/-]*[ ,]+){{0,6}}{_DAY}(?: ?\([^)]{{1,40}}\))? ?(?:[—–]|--|- )"
    r"|(?i:(?:first )?published|posted|(?:last )?updated|©|copyright)(?: on| at|:)? "
    rf"(?:{_DAY}|{YEAR})"
    rf"|By (?:[A-Z][\w.’'-]+ ){{0,3}}[A-Z][\w.’'-]+ ?[,|·•–—-] ?(?:{_DAY}|{YEAR}))"
)
"""What opens a report and tells when it was written: 12 March 2020 —, By A. Writer, 2020."""


def dated(match: re.Match[str]) -> str:
    """Normalise a date, as exact as it is written; a decade keeps its s."""
    part = match.groupdict()
    if part["iso"] or part["y4"]:
        return str(part["iso"] or part["y4"])
    if part["decade"]:
        return f"{part['decade']}s"
    month = part["m1"] or part["m2"] or part["m3"]
    year = part["y1"] or part["y2"] or part["y3"] or "-"
    day = part["d1"] or part["d2"]
    number = next(n for n, m in enumerate(MONTHS, 1) if m.startswith(month.lower()[:3]))
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
