"""WORDS AFTER A NUMBER → UNIT: a currency, a measure or the noun counted, in one spelling each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui.claims.words import functional, in_order, listed, stem

CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$", "€": "€", "eur": "€",
    "euro": "€", "euros": "€", "£": "£", "gbp": "£", "pound": "£", "pounds": "£", "¥": "¥",
    "jpy": "¥", "yen": "¥", "yuan": "yuan", "cny": "yuan", "renminbi": "yuan", "₹": "₹",
    "inr": "₹", "rupee": "rupee", "rupees": "rupee", "franc": "franc", "francs": "franc",
    "shilling": "shilling", "shillings": "shilling", "peso": "peso", "pesos": "peso",
    "dinar": "dinar", "dinars": "dinar", "naira": "naira", "kroner": "kroner", "kronor": "kronor",
    "zloty": "zloty", "lira": "lira", "liras": "lira", "rouble": "rouble", "roubles": "rouble",
    "ruble": "rouble", "rubles": "rouble", "baht": "baht", "ringgit": "ringgit", "cedi": "cedi",
    "cedis": "cedi", "birr": "birr", "kwacha": "kwacha", "dirham": "dirham", "dirhams": "dirham",
    "riyal": "riyal", "riyals": "riyal", "rand": "rand",
}  # fmt: skip
"""How money is written, in lower case; a bare dollar is the American one."""
CODES = "USD|EUR|GBP|JPY|CNY|INR|CHF|AUD|CAD|NZD|ZAR|KES|UGX|TZS|RWF|NGN|GHS|BRL|MXN|SEK|NOK|DKK"
SIGN = rf"(?:US|AU|CA|NZ|HK|[ACRS])?\$|[€£¥₹]|(?-i:(?:{CODES})) ?(?=\d)"
"""What may stand before a sum of money."""
DOLLARS = {"american": "$", "australian": "A$", "canadian": "C$", "au$": "A$", "ca$": "C$",
           "aud": "A$", "cad": "C$"}  # fmt: skip
MEASURES = {
    "km": ("metr", 1e3), "kilometr": ("metr", 1e3), "kilomet": ("metr", 1e3),
    "meter": ("metr", 1.0), "metr": ("metr", 1.0), "cm": ("metr", 0.01),
    "centimetr": ("metr", 0.01), "centimet": ("metr", 0.01),
    "mile": ("mile", 1.0), "feet": ("feet", 1.0), "foot": ("feet", 1.0), "ft": ("feet", 1.0),
    "kg": ("kilo", 1.0), "kilo": ("kilo", 1.0), "kilogram": ("kilo", 1.0),
    "tonn": ("kilo", 1e3), "ton": ("ton", 1.0), "hectar": ("hectar", 1.0), "acr": ("acr", 1.0),
    "litr": ("litr", 1.0), "liter": ("litr", 1.0), "second": ("second", 1.0),
    "minut": ("minut", 1.0), "hour": ("hour", 1.0), "day": ("day", 1.0), "week": ("week", 1.0),
    "month": ("month", 1.0), "year": ("year", 1.0), "decad": ("year", 10.0),
    "centuri": ("year", 100.0), "time": ("time", 1.0), "fold": ("fold", 1.0),
}  # fmt: skip
"""stem → the measure it is told in, and how many of that; only what converts exactly."""
KEPT = listed("years year people days day time times")
"""Words so common that they name no subject, yet may be what is counted."""
GREATER = re.compile(r"(?:as|more|higher|larger|bigger|greater|faster|the)$")
"""After `times`: a factor, not how often."""

Unit = tuple[str, float, tuple[str, ...]]
"""The unit, how many of it one is, and the stems of all the words that may name what is counted."""


def money(sign: str) -> str:
    """Give the currency of a sign or code before a sum."""
    sign = sign.strip().lower()
    return CURRENCIES.get(sign) or DOLLARS.get(sign) or sign.upper()


def currency(words: Sequence[str]) -> tuple[str, int]:
    """Give the currency that the words begin with, and in how many of them; or nothing in 0."""
    for count, word in enumerate(words[:2], 1):
        unit = CURRENCIES.get(word)
        if unit is None:
            continue
        kind = words[0] if count == 2 else ""
        if unit == "$" and kind:
            return DOLLARS.get(kind, "$" if kind == "us" else f"{kind} $"), count
        return (f"{kind} {unit}" if kind else unit), count
    return "", 0


def measured(words: Sequence[str]) -> Unit:
    """Give the unit that the words after a number name."""
    if not words or (functional(words[0]) and words[0] not in KEPT):
        return "", 1.0, ()
    size = words[0] if words[0] in ("square", "cubic") and len(words) > 1 else ""
    words = words[1:] if size else words
    stems = [stem(word) for word in words]
    if words[0] == "times" and len(words) > 1 and GREATER.match(words[1]):
        return "fold", 1.0, ("fold",)
    unit, factor = MEASURES.get(stems[0], (stems[0], 1.0))
    if size:
        unit, factor = f"{size} {unit}", factor ** (2 if size == "square" else 3)
    rest = []
    for word, form in zip(words[1:], stems[1:], strict=True):
        if functional(word) and word not in KEPT:
            break
        rest.append(form)
    return unit, factor, (unit, *rest)


def measure(unit: str) -> bool:
    """Say whether a unit is a measure: such are the same or not, whatever stands beside them."""
    return unit.split(" ")[-1] in _TOLD


_TOLD = frozenset(told for told, _ in MEASURES.values())


@cache
def shell() -> frozenset[str]:
    """Give stems of nouns that order a text (shell nouns, Schmid 2000): three ways, two cases."""
    return frozenset(
        map(
            stem,
            in_order(
                """
                ways cases reasons factors aspects dimensions parts types kinds steps strategies
                approaches themes sections chapters categories questions issues things levels
                forms examples points options pillars principles elements lessons sides groups
                sets objectives goals aims hypotheses findings phases stages areas domains
                channels mechanisms arguments claims conditions criteria features functions
                patterns perspectives components strands tools variables concepts theories models
                others characteristics challenges limitations implications contributions studies
                """
            ),
        )
    )
