"""SENTENCE → FEATURES: what makes it checkable or not, counted; each has a name for the reader."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from tui.claims.figures import Figure
from tui.claims.words import Term, listed

WORDS = {
    "past": listed(
        "was were had did went made took said got gave came became began brought built bought "
        "caught chose cut fell felt fought found grew held kept knew led left lost met paid ran "
        "saw sent sold spent stood taught told thought voted won wrote put set hit rose broke "
        "spoke threw drove"
    ),
    "perfect": listed("has have he's i've we've they've"),
    "change": listed(
        "increase increased increases decrease decreased rise rose risen fall fell fallen cut "
        "cuts grow grew grown growth lose lost gain gained double doubled triple reduce reduced "
        "raise raised created lower lowered higher expand expanded decline declined drop dropped"
    ),
    "quantity": listed(
        "most many all every each majority half percent million billion thousand hundreds "
        "thousands millions billions number times dozens few several quarter third twice none"
    ),
    "comparison": listed(
        "more less than fewer greater bigger larger smaller higher lower better worse largest "
        "biggest highest lowest best worst first last only ever never same"
    ),
    "report": listed(
        "said says say told reported announced according stated claims claimed voted passed "
        "signed supported opposed proposed promised called"
    ),
    "reason": listed("because when while since before after until"),
    "hedge": listed(
        "may might could perhaps probably maybe seem seems possibly likely appears suppose guess "
        "somewhat"
    ),
    "wish": listed(
        "should must ought need needs let's let want wants hope wish would like try going will "
        "shall i'll we'll"
    ),
    "opinion": listed("think believe feel opinion guess hope agree disagree sure suppose"),
    "courtesy": listed("thank thanks please welcome goodbye evening sorry"),
    "first person": listed("i i'm i'd i'll i've me my myself"),
    "we": listed("we our us we're we'll we've"),
    "you": listed("you your you're you'll"),
    "others": listed("he his him she her they their them"),
    "present": listed("is are it's that's he's she's they're there's isn't aren't"),
}
"""The word lists, by feature; each counts its words up to three."""

NAMES = (
    *WORDS,
    "length",
    "length²",
    "number",
    "percent",
    "money",
    "date",
    "figure",
    "name",
    "any name",
    "past form",
    "superlative",
    "adverb",
    "negation",
    "condition",
    "question",
    "quotation",
    "opening",
    "dash",
)
"""The features in the order of `features`."""
MIDDLE = re.compile(r"(?<=[a-z,;] )[A-ZÀ-ÖØ-Þ]\w+")
"""A capital where no sentence begins."""


def features(sentence: str, found: Sequence[Term], counted: Sequence[Figure]) -> list[float]:
    """Count the features of a sentence, with its words and figures, in the order of NAMES."""
    words = [term.word for term in found if not term.word[0].isdigit()]
    kinds = [figure.kind for figure in counted]
    capitals = len(MIDDLE.findall(sentence))
    length = math.log(len(words) or 1)
    marked = [0] * (len(WORDS) + 4)
    for word in words:
        for place in marks(word):
            marked[place] += 1
    past, superlative, adverb, negation = marked[len(WORDS) :]
    return [
        *(float(min(3, count)) for count in marked[: len(WORDS)]),
        length,
        length * length,
        min(3, kinds.count("number")),
        min(2, kinds.count("percent")),
        min(2, kinds.count("money")),
        min(2, kinds.count("date")),
        float(bool(kinds)),
        min(4, capitals),
        float(capitals > 0),
        min(3, past),
        min(2, superlative),
        min(3, adverb),
        float(negation > 0),
        float("if" in words),
        float("?" in sentence),
        float('"' in sentence or "“" in sentence),
        float(words[:1] != [] and words[0] in ("well", "so", "now", "and", "but", "look", "let's")),
        float("--" in sentence or " - " in sentence),
    ]


@lru_cache(maxsize=1 << 16)
def marks(word: str) -> tuple[int, ...]:
    """Give the places of the lists that hold a word, and after them of the forms it may have."""
    long = len(word) > 4
    forms = (
        long and word.endswith("ed"),
        long and word.endswith("est"),
        long and word.endswith("ly"),
        word.endswith("n't") or word in ("not", "never", "no"),
    )
    held = (*(word in some for some in WORDS.values()), *forms)
    return tuple(place for place, holds in enumerate(held) if holds)
