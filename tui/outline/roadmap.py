"""PARAGRAPHS' words → the plan that the text announces: "Section 2 reviews…, Section 3…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

_NUMERALS = {
    word: number
    for number, words in enumerate(
        (
            ("1", "i", "one", "first"),
            ("2", "ii", "two", "second"),
            ("3", "iii", "three", "third"),
            ("4", "iv", "four", "fourth"),
            ("5", "v", "five", "fifth"),
            ("6", "vi", "six", "sixth"),
            ("7", "vii", "seven", "seventh"),
            ("8", "viii", "eight", "eighth"),
            ("9", "ix", "nine", "ninth"),
            ("10", "x", "ten", "tenth"),
            ("11", "xi", "eleven", "eleventh"),
            ("12", "xii", "twelve", "twelfth"),
        ),
        start=1,
    )
    for word in words
}
_NUMERAL = "|".join(sorted(_NUMERALS, key=len, reverse=True))
_MENTION = re.compile(
    rf"(?:in |the )*\b(?:(?P<unit>sections?|sect?\.|chapters?|parts?|§)\s*(?P<number>{_NUMERAL})\b"
    rf"(?!\.\d)|(?P<ordinal>{_NUMERAL}|last|final) (?:section|part|chapter)\b)",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:review|lay|outlin|present|offer|conclud|describ|discuss|introduc|giv|provid|summar|"
    r"explain|analy|examin|recall|show|report|develop|deriv|prov|defin|explor|turn|contain|deal|"
    r"focus|extend|specif|appl|illustrat|draw|consider|propos|detail|address|set|devot|compar|"
    r"evaluat|stat|formulat|study|studies|investigat|identif|clos|end|survey|cover|obtain|"
    r"construct|establish|synthesi|assess|highlight|contextuali|begin|start|look|finish|briefly)",
    re.IGNORECASE,
)
_FEWEST = 3
_REACH = 0.5


@dataclass(frozen=True, slots=True)
class Item:
    """One section that the text announces."""

    number: int
    """As announced; the introduction is usually 1."""
    words: str
    """What the announcement says of it, from its verb on."""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The plan of the text, told near its beginning."""

    first: int
    """The index of the block where the plan begins."""
    last: int
    """The index of the block where it ends."""
    items: tuple[Item, ...]
    """The announced sections, their numbers rising."""


def roadmap(blocks: Sequence[str]) -> Roadmap | None:
    """Find the plan in the first half of the blocks: at least three sections in rising order.

    It may run over a few blocks; each announcement needs a verb that organises beside it.
    """
    best: Roadmap | None = None
    for first in range(max(1, round(_REACH * len(blocks)))):
        if _MENTION.search(blocks[first]) is None:
            continue
        found = _from(blocks, first)
        if found and (best is None or len(found.items) > len(best.items)):
            best = found
    return best


def _from(blocks: Sequence[str], first: int) -> Roadmap | None:
    items: list[Item] = []
    last = first
    for index in range(first, min(len(blocks), first + 8)):
        found = _rising(_announced(blocks[index]), items[-1].number if items else 0)
        if not found:
            if index > last + 1 or not items:
                break
            continue
        items += found
        last = index
    together = items and items[0].number <= 2 and items[-1].number - items[0].number < 12
    return Roadmap(first, last, tuple(items)) if together and len(items) >= _FEWEST else None


def _rising(items: Sequence[Item], floor: int) -> list[Item]:
    kept: list[Item] = []
    for item in items:
        number = item.number or (kept[-1].number if kept else floor) + 1
        if floor < number <= floor + 2:
            kept.append(Item(number, item.words))
            floor = number
    return kept


def _announced(block: str) -> list[Item]:
    """Give each announcement in a block with what it says; number 0 for the last section."""
    mentions = list(_MENTION.finditer(block))
    items = []
    for mention, following in zip_longest(mentions, mentions[1:]):
        end = following.start() if following else len(block)
        words = _clause(block, mention.start(), mention.end(), end)
        if _VERBS.search(words[:90]):
            numeral = (mention["number"] or mention["ordinal"]).lower()
            items.append(Item(_NUMERALS.get(numeral, 0), words))
    return items


def _clause(block: str, start: int, begin: int, end: int) -> str:
    """Give the words that say what the section does: after its number, else before it."""
    after = re.split(r"(?<=[a-z)\]])[.;](?:\s|$)", block[begin:end])[0].strip(" ,:;.–—-")
    after = re.sub(r",?\s*(?:and|while|whereas|finally|then|in|the)*$", "", after).strip(" ,")
    if len(after) > 12:
        return after
    before = re.split(r"[.;:]\s", block[max(0, start - 200) : start])[-1].strip(" ,(")
    return f"{after} {before}".strip() if len(before) > len(after) else after
