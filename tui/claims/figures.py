"""TEXT → FIGURES: numbers, sums, shares and dates, in digits or words, with value and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from tui.claims.citations import cited
from tui.claims.dates import AFTER, DATE, DATELINE, dated
from tui.claims.numerals import ONES, PARTS, SCALES, SHORT, TENS, spelled
from tui.claims.units import SIGN, currency, measured, money

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
    """The currency, the measure or the stem of the noun counted; empty for dates, bare numbers."""
    counted: tuple[str, ...] = ()
    """The unit and the stems of the words after it: one of them is what is counted."""
    rough: float = 0.0
    """How far off the value may be meant: a third is about 33 percent."""

    @property
    def amount(self) -> float:
        """Give the number itself; for a date its year, or 0."""
        head = self.value[:4] if self.kind == "date" else self.value
        try:
            return float(head)
        except ValueError:
            return 0.0


_SMALL = "(?:" + "|".join([*TENS, *sorted(ONES[1:], key=len, reverse=True)]) + ")"
_SCALE = "(?:" + "|".join(SCALES) + ")"
_PART = "(?:" + "|".join(PARTS) + ")"
_WORDED = (
    rf"(?:{_SMALL}(?:[- ]{_SMALL})?|a|half a)(?:[- ](?:and )?{_SCALE}"
    rf"(?: (?:and )?{_SMALL}(?:[- ]{_SMALL})?\b)?)+|{_SMALL}(?:-{_SMALL})?"
)
NUMBER = re.compile(
    rf"(?<![\w.,”’)\]])(?<![A-Za-z]-)(?P<sign>{SIGN})? ?"
    r"(?:(?P<digits>\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+,\d{1,2}"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?!\d|,\d)|0,\d+|\d+(?:\.\d+)?)"
    rf"|(?P<worded>\b(?:{_WORDED})\b))"
    rf"(?:[ -]?(?P<scale>{_SCALE}|mn|bn|tn|k|m|b)(?:s)?\b)?"
    r"(?:(?P<percent> ?%|[ -]per ?cent\b| ?pc\b|[ -]percentage[ -]points?\b"
    r"| pour cent\b| prozent\b| por ciento\b)"
    r"|(?P<ordinal>st|nd|rd|th)\b)?(?!\w)\+?",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"\b(?:(?P<count>{_SMALL})[- ](?P<parts>{_PART})s\b"
    rf"|(?:one-|(?:an?|one) (?=\w+ of\b)|(?<=\bby )(?:a|one) )(?P<part>{_PART})\b"
    r"|(?<!first )(?<!second )(?<!other )half(?= (?:of|the|its|their|all)\b)|(?<=\bby )half\b"
    rf"|(?P<some>{_SMALL}) (?:in|out of)(?: every)? (?P<all>{_SMALL})\b"
    r"|(?P<few>[1-9]) in(?: every)? (?P<many>[2-9]|10)(?![\d.,]*\d)\b(?! (?-i:[A-Z])))",
    re.IGNORECASE,
)
"""A share in words: two-thirds, a quarter of, by half, one in five."""
_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4}
FACTOR = re.compile(
    rf"\b(?:(?P<often>twice|thrice)(?P<as> as\b)?|(?P<times>{'|'.join(_MULTIPLES)})(?:ed|ing)\b"
    rf"|(?:(?<=\bto )|(?<=\bwill )|(?<=\bwould )|(?<=\bthan )|(?<=\balmost )|(?<=\bnearly ))"
    rf"(?P<verb>{'|'.join(_MULTIPLES)})e\b"
    rf"|(?P<folds>{_SMALL}|\d+)[- ]?fold\b)",
    re.IGNORECASE,
)
"""How many times: twice as many, doubled, tenfold; visited twice."""
HINT = re.compile(
    rf"\d|{'|'.join([*TENS, *ONES[2:], *PARTS, 'half', *SCALES, *_MULTIPLES])}|twice|thrice|fold",
    re.IGNORECASE,
)
"""What one of the words of every figure holds."""
LABEL = re.compile(
    r"\b(?:sections?|chapters?|figures?|figs?\.?|tables?|equations?|eqs?\.?|appendix|pages?|pp?\."
    r"|refs?\.|vol\.|volume|no\.|article|item|step|note|lemma|theorem)"
    r" ?\(?(?:\w?\d+\w?\)?(?:, ?| and | to |–|-))*$",
    re.IGNORECASE,
)
"""What makes a number a label: it counts nothing."""
COUNTED = re.compile(
    r"\+?[- ](?:(?:of|the|all|its|their|new|more|other|de|des)\s+|d[’'])*"
    r"([A-Za-z][A-Za-z’'-]+(?: [A-Za-z][\w’'-]+){0,2})"
)
"""What is counted: the words after a number."""
JOINED = re.compile(r" ?(?:and|to|or|-|–|—) ?(?:about |some )?[$€£¥]?")
"""What stands between the two ends of a range."""
SCALED = re.compile(rf"({_SCALE})s?\b", re.IGNORECASE)


def figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Give the figures of `text[start:end]` in order; citations, labels and datelines are none."""
    end = len(text) if end is None else end
    if not any(map(numeral, text[start:end].split())):
        return ()
    taken = cited(text, start, end)
    if line := DATELINE.match(text, start, end):
        taken.append(line.span())
    found: list[Figure] = []
    for match in DATE.finditer(text, start, end):
        if free(match.span(), taken):
            found.append(Figure(*match.span(), "date", dated(match), ""))
            note = AFTER.match(text, match.end(), end)
            taken.append((match.start(), note.end() if note else match.end()))
    for pattern, told in ((FRACTION, fraction), (FACTOR, factor)):
        for match in pattern.finditer(text, start, end):
            if free(match.span(), taken) and (figure := told(match)):
                found.append(figure)
                taken.append(match.span())
    for match in NUMBER.finditer(text, start, end):
        before = text[max(start, match.start() - 24) : match.start()]
        if not free(match.span(), taken) or LABEL.search(before):
            continue
        number = counted(text, match, end)
        if number:
            found.append(number)
    return tuple(ranged(text, sorted(found, key=lambda figure: figure.start)))


@lru_cache(maxsize=1 << 16)
def numeral(word: str) -> bool:
    """Say whether a sentence with this word, in lower case, may hold a figure."""
    return HINT.search(word) is not None


def free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Say whether the span overlaps none of the others."""
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def fraction(match: re.Match[str]) -> Figure | None:
    """Normalise a share in words, in percents: whole ones, and rough, where it never ends."""
    part = match.groupdict()
    some, every = part["some"] or part["few"], part["all"] or part["many"]
    if some:
        above, below = spelled(some.lower()), spelled(every.lower())
    else:
        over = (part["parts"] or part["part"] or "").lower()
        above = spelled((part["count"] or "one").lower())
        below = PARTS.get(over, 2)
    share = 100 * above / max(1.0, below)
    if not 0 < share < 100:
        return None
    rough = 0.0 if share * 8 % 1 == 0 else 0.5
    value = f"{share:.0f}" if rough else f"{share:.10g}"
    return Figure(*match.span(), "percent", value, "%", ("%",), rough)


def factor(match: re.Match[str]) -> Figure | None:
    """Normalise how many times: as a factor, or how often."""
    part = match.groupdict()
    if often := part["often"]:
        times, unit = 2.0 if often.lower() == "twice" else 3.0, "fold" if part["as"] else "time"
    elif stem := part["times"] or part["verb"]:
        times, unit = float(_MULTIPLES[stem.lower()]), "fold"
    else:
        times, unit = spelled(part["folds"].lower()), "fold"
    end = match.end("often") if often else match.end()
    return Figure(match.start(), end, "number", f"{times:.10g}", unit, (unit,)) if times else None


def counted(text: str, match: re.Match[str], end: int) -> Figure | None:
    """Normalise a number with what it counts; None for ordinals and the mere word one."""
    part = match.groupdict()
    if part["ordinal"]:
        return None
    digits, scale = part["digits"], (part["scale"] or "").lower()
    amount = float(plain(digits)) if digits else spelled(part["worded"].lower())
    amount *= SCALES.get(scale) or SHORT.get(scale) or 1
    if amount == 1 and not (part["percent"] or scale or part["sign"]):
        return None
    noun = COUNTED.match(text, match.end(), end)
    words = noun.group(1).lower().replace("-", " ").split() if noun else []
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    value = f"{amount:.10g}"
    if part["percent"]:
        unit = "points" if "point" in part["percent"].lower() else "%"
        return Figure(start, match.end(), "percent", value, unit, (unit,))
    if part["sign"]:
        unit = money(part["sign"])
        return Figure(start, match.end(), "money", value, unit, (unit,))
    unit, length = currency(words)
    if noun and unit:
        stop = noun.start(1) + len(" ".join(words[:length]))
        return Figure(start, stop, "money", value, unit, (unit,))
    unit, size, every = measured(words)
    return Figure(start, match.end(), "number", f"{amount * size:.10g}", unit, every)


def plain(digits: str) -> str:
    """Give digits as a plain decimal: 1,234.5 and 1.234,5 are 1234.5, and 3,2 is 3.2."""
    if re.fullmatch(
        r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}|0,\d+", digits
    ):
        digits = digits.replace(".", "").replace(",", ".")
    return re.sub(r"[^\d.]", "", digits)


def ranged(text: str, found: list[Figure]) -> list[Figure]:
    """Give both ends of a range the unit and scale of one: 5 to 9 percent, $4 to 5 billion."""
    for place, (low, high) in enumerate(pairwise(found)):
        if not joined(text, low, high) or not (bare(low) or bare(high)):
            continue
        told = high if bare(low) else low
        if bare(low) or low.kind == "money":
            scale = SCALED.search(text, high.start, high.end)
            times = SCALES[scale[1].lower()] if scale and low.amount < 1000 else 1.0
            value = f"{low.amount * times:.10g}"
            found[place] = replace(
                low, kind=told.kind, value=value, unit=told.unit, counted=told.counted
            )
            if low.kind == "money":
                found[place + 1] = replace(
                    high, kind=told.kind, unit=told.unit, counted=told.counted
                )
    return found


def bare(figure: Figure) -> bool:
    """Say whether a figure is only a number."""
    return figure.kind == "number" and not figure.unit


def joined(text: str, low: Figure, high: Figure) -> bool:
    """Say whether two figures are the ends of a range."""
    return high.kind != "date" and bool(JOINED.fullmatch(text, low.end, high.start))
