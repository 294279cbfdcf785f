"""TEXT → FIGURES: numbers, sums, shares and dates, in digits or words, with value and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.claims.citations import cited
from tui.claims.numerals import MONTH, MONTHS, ONES, PARTS, SCALES, SHORT, TENS, YEAR, spelled
from tui.claims.words import functional, stem

FigureKind = Literal["number", "percent", "money", "date"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    kind: FigureKind
    """What is counted decides what it may be compared with."""
    value: str
    """Normalised: a plain decimal, or a date as exact as it is written (2013, 2013-04, --05-28)."""
    unit: str
    """The currency, or the stem of the noun counted; empty for dates and bare numbers."""

    @property
    def amount(self) -> float:
        """Give the number itself; for a date its year, or 0."""
        head = self.value[:4] if self.kind == "date" else self.value
        try:
            return float(head)
        except ValueError:
            return 0.0


CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$", "€": "€", "eur": "€",
    "euro": "€", "euros": "€", "£": "£", "gbp": "£", "pounds": "£", "¥": "¥", "yen": "¥",
    "yuan": "yuan", "₹": "₹", "rupees": "₹",
}  # fmt: skip

_SMALL = "(?:" + "|".join([*TENS, *sorted(ONES[1:], key=len, reverse=True)]) + ")"
_SCALE = "(?:" + "|".join(SCALES) + ")"
_PART = "(?:" + "|".join(PARTS) + ")"
_WORDED = (
    rf"(?:{_SMALL}(?:[- ]{_SMALL})?|a|half a)(?:[- ](?:and )?{_SCALE}"
    rf"(?: (?:and )?{_SMALL}(?:[- ]{_SMALL})?\b)?)+|{_SMALL}(?:-{_SMALL})?"
)

DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})(?:,? (?P<y1>{YEAR}))?"
    rf"|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y2>{YEAR}))?"
    rf"|(?P<m3>{MONTH})(?: of)?,? (?P<y3>{YEAR})"
    rf"|(?P<iso>{YEAR}-\d\d(?:-\d\d)?)"
    rf"|(?P<decade>{YEAR})s\b"
    rf"|(?P<y4>{YEAR})(?![\d,.]*\d)(?! ?(?:%|percent|per cent|{_SCALE}\b)))",
    re.IGNORECASE,
)
NUMBER = re.compile(
    rf"(?<![\w.])(?<![A-Za-z]-)(?P<sign>(?:US|A|C)?[$€£¥₹])? ?"
    rf"(?:(?P<digits>\d{{1,3}}(?:[,\u202f\u00a0]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<worded>\b(?:{_WORDED})\b))"
    rf"(?:[ -]?(?P<scale>{_SCALE}|mn|bn|tn|k|m|b)(?:s)?\b)?"
    r"(?:(?P<percent> ?%|[ -]per ?cent\b|[ -]percentage points?\b)"
    r"|(?P<ordinal>st|nd|rd|th)\b)?(?!\w)\+?",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"\b(?:(?P<count>{_SMALL})[- ](?P<parts>{_PART})s\b"
    rf"|(?:one-|(?:an?|one) (?=\w+ of\b)|(?<=\bby )a )(?P<part>{_PART})\b"
    r"|(?<!first )(?<!second )(?<!other )half(?= (?:of|the|its|their|all)\b)|(?<=\bby )half\b"
    rf"|(?P<some>{_SMALL}) (?:in|out of)(?: every)? (?P<all>{_SMALL})\b)",
    re.IGNORECASE,
)
"""A share in words: two-thirds, a quarter of, by half, one in five; in whole percents."""
HINT = re.compile(rf"\d|{'|'.join([*TENS, *ONES[2:], *PARTS, 'half', *SCALES])}", re.IGNORECASE)
"""What one of the words of every figure holds."""
LABEL = re.compile(
    r"\b(?:sections?|chapters?|figures?|figs?\.?|tables?|equations?|eqs?\.?|appendix|pages?|pp?\."
    r"|refs?\.|vol\.|volume|no\.|article|item|step|note|lemma|theorem)"
    r" ?\(?(?:\w?\d+\w?\)?(?:, ?| and | to |–|-))*$",
    re.IGNORECASE,
)
"""What makes a number a label: it counts nothing."""
COUNTED = re.compile(r"\+?[- ](?:(?:of|the|all|its|their|new|more|other)\s+)*([A-Za-z][a-z’'-]+)")


def figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Give the figures of `text[start:end]` in order; citations and labels are none."""
    end = len(text) if end is None else end
    if not any(map(numeral, text[start:end].split())):
        return ()
    taken = cited(text, start, end)
    found: list[Figure] = []
    for match in DATE.finditer(text, start, end):
        if free(match.span(), taken) and (figure := dated(match)):
            found.append(figure)
            taken.append(match.span())
    for match in FRACTION.finditer(text, start, end):
        share = fraction(match)
        if free(match.span(), taken) and 0 < share < 1:
            found.append(Figure(*match.span(), "percent", f"{100 * share:.0f}", "%"))
            taken.append(match.span())
    for match in NUMBER.finditer(text, start, end):
        before = text[max(start, match.start() - 24) : match.start()]
        if not free(match.span(), taken) or LABEL.search(before):
            continue
        number = counted(text, match, end)
        if number:
            found.append(number)
    return tuple(sorted(found, key=lambda figure: figure.start))


@lru_cache(maxsize=1 << 16)
def numeral(word: str) -> bool:
    """Say whether a sentence with this word, in lower case, may hold a figure."""
    return HINT.search(word) is not None


def free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Say whether the span overlaps none of the others."""
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def dated(match: re.Match[str]) -> Figure:
    """Normalise a date, as exact as it is written; a decade keeps its s."""
    part = match.groupdict()
    if part["iso"]:
        value = part["iso"]
    elif part["decade"]:
        value = part["decade"] + "s"
    elif part["y4"]:
        value = part["y4"]
    else:
        month = part["m1"] or part["m2"] or part["m3"]
        year = part["y1"] or part["y2"] or part["y3"] or "-"
        day = part["d1"] or part["d2"]
        number = next(n for n, m in enumerate(MONTHS, 1) if m.startswith(month.lower()[:3]))
        value = f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    return Figure(match.start(), match.end(), "date", value, "")


def fraction(match: re.Match[str]) -> float:
    """Give the value of a share in words."""
    part = match.groupdict()
    if part["some"]:
        return spelled(part["some"].lower()) / max(1.0, spelled(part["all"].lower()))
    over = (part["parts"] or part["part"] or "").lower()
    return spelled((part["count"] or "one").lower()) / PARTS[over] if over else 0.5


def counted(text: str, match: re.Match[str], end: int) -> Figure | None:
    """Normalise a number with what it counts; None for ordinals and the mere word one."""
    part = match.groupdict()
    if part["ordinal"]:
        return None
    digits, scale = part["digits"], (part["scale"] or "").lower()
    amount = (
        float(re.sub(r"[^\d.]", "", digits)) if digits else spelled(part["worded"].lower())
    ) * (SCALES.get(scale) or SHORT.get(scale) or 1)
    noun = COUNTED.match(text, match.end(), end)
    word = noun.group(1).lower() if noun else ""
    if functional(word) and word not in ("years", "people", "days"):
        word = ""
    if amount == 1 and not (part["percent"] or scale or part["sign"]):
        return None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    value = f"{amount:.10g}"
    if part["percent"]:
        points = "point" in part["percent"].lower()
        return Figure(start, match.end(), "percent", value, "points" if points else "%")
    if part["sign"]:
        return Figure(start, match.end(), "money", value, CURRENCIES[part["sign"].lower()[-1]])
    if word in CURRENCIES and noun:
        return Figure(start, noun.end(), "money", value, CURRENCIES[word])
    return Figure(start, match.end(), "number", value, stem(word) if word else "")
