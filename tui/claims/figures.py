"""TEXT → FIGURES: numbers, sums, shares and dates, in digits or words, with value and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.claims.words import functional, in_order, stem

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
}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$", "€": "€", "eur": "€",
    "euro": "€", "euros": "€", "£": "£", "gbp": "£", "pounds": "£", "¥": "¥", "yen": "¥",
    "yuan": "yuan", "₹": "₹", "rupees": "₹",
}  # fmt: skip

_MONTH = "(?:" + "|".join(f"{m}|{m[:3]}\\.?" if m != "may" else "may" for m in MONTHS) + ")"
_YEAR = r"(?:1[0-9]|20)\d\d"
_SMALL = "(?:" + "|".join([*TENS, *sorted(ONES[1:], key=len, reverse=True)]) + ")"
_SCALE = "(?:" + "|".join(SCALES) + ")"
_WORDED = (
    rf"(?:{_SMALL}(?:[- ]{_SMALL})?|a|half a)(?:[- ](?:and )?{_SCALE}"
    rf"(?: (?:and )?{_SMALL}(?:[- ]{_SMALL})?\b)?)+|{_SMALL}(?:-{_SMALL})?"
)

DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH})(?: of)?,? (?P<y3>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-\d\d(?:-\d\d)?)"
    rf"|(?P<decade>{_YEAR})s\b"
    rf"|(?P<y4>{_YEAR})(?![\d,.]*\d)(?! ?(?:%|percent|per cent|{_SCALE}\b)))",
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
HINT = re.compile(rf"\d|{'|'.join([*TENS, *ONES[2:], 'half', *SCALES])}", re.IGNORECASE)
"""What one of the words of every figure holds."""
LABEL = re.compile(
    r"\b(?:section|sections|chapter|figure|fig\.|table|equation|eq\.|appendix|page|pages|p\.|pp\.|"
    r"vol\.|volume|no\.|article|item|step|note|lemma|theorem)\s*$",
    re.IGNORECASE,
)
"""What makes a number a label: it counts nothing."""
CITED = re.compile(
    rf"\((?:[^()]{{0,200}}?[;, ])?[A-Z][\w’'-]+(?: et al\.?,?|,| (?:&|and) [A-Z][\w’'-]+,?) "
    rf"{_YEAR}[a-z]?\b[^()]{{0,200}}\)"
    rf"|(?:\bet al\.|[’']s|s[’']) \({_YEAR}[a-z]?\b[^()]{{0,20}}\)"
    rf"|\b(?!{_MONTH}\b)[A-Z][\w’'-]+ \({_YEAR}[a-z]?(?:, [^()]{{0,20}})?\)"
    r"(?= (?:[a-z]+ly )?(?:argu|not|show|suggest|find|found|observ|claim|defin|describ|propos|"
    r"point|demonstrat|conclud|contend|stat|report|identif|emphasi|call|write|maintain)\w*)"
    r"|\[\d{1,3}(?:[,–-] ?\d{1,3})*\]"
)
"""A citation: (Vital, 1967; Keohane, 1969), Nye's (2004), Whitfield (2009) notes, [12]."""
AUTHORED = re.compile(
    r"(?P<told>\b(?:work|findings|concept|notion|idea|theory|stud(?:y|ies)|analysis|framework|model"
    r"|arguments?|definition|view|insights?|typology|approach|writings?) of )?"
    rf"(?P<name>\b(?!{_MONTH}\b)[A-Z][\w’'-]+)(?: (?:&|and) [A-Z][\w’'-]+)? \({_YEAR}[a-z]?\)"
)
"""A name and a year in brackets: a work if it is told as one, or the name is an author's."""
AUTHOR = re.compile(
    rf"[(;] ?(?:see |e\.g\.,? )?([A-Z][\w’'-]+)(?: et al\.| (?:&|and) [A-Z][\w’'-]+)?,? {_YEAR}"
    r"|^([A-Z][\w’'-]+), (?:[A-Z]\.|[A-Z][a-z]+ ?[(,&])",
    re.MULTILINE,
)
"""An author: cited in brackets, (Vital, 1967), or first in a line of references."""
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
    for match in NUMBER.finditer(text, start, end):
        before = text[max(start, match.start() - 12) : match.start()]
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


def cited(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the places of the citations in `text[start:end]`."""
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return []
    found = [match.span() for match in CITED.finditer(text, start, end)]
    found += [
        match.span()
        for match in AUTHORED.finditer(text, start, end)
        if match["told"] or match["name"] in authors(text)
    ]
    return found


@lru_cache(maxsize=8)
def authors(text: str) -> frozenset[str]:
    """Give the names that a text cites as authors."""
    return frozenset(match[1] or match[2] for match in AUTHOR.finditer(text))


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


def spelled(words: str) -> float:
    """Give the value of a number in words: twenty-five, two hundred and six thousand."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+", words):
        if word in ONES:
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
