"""SENTENCE → PENALTIES: a paper on itself, on theory or on what should be claims no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tui.claims.figures import cited
from tui.claims.parsing import Parsed


@dataclass(frozen=True, slots=True)
class Penalty:
    """One reason why a sentence is not to be checked against reports."""

    weight: float
    """What it takes from the sentence's log-odds."""
    reason: str
    """In words for the reader."""
    spreads: bool = False
    """Whether it speaks against the neighbours too: the paper on its own work, or advice."""


def _any(words: str) -> str:
    """Make a pattern for any of the words; a space inside one is written `_`."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


_WORK = _any(
    """
    paper study article thesis dissertation essay research analysis sub-?section section chapter
    review work investigation framework methodology
    """
)
_DOES = _any(
    """
    aims? seeks? investigat examin explor present outlin review discuss describ argu analy[sz]
    address contribut conclud offer provid draw employ use[sd]?\\b utili[sz] adopt focus follow
    synthesi propos develop ask attempt intend lay is\\b are\\b was\\b were\\b relies root proceed
    organi[sz] consider set
    """
)
_PART = _any("aims? goals? purpose objectives? significance structure remainder rest findings "
             "limitations? scope contribution")  # fmt: skip
_WE = _any("aim examine investigate explore argue propose present analy[sz]e discuss review "
           "describe hypothesi[sz]e")  # fmt: skip
_TELLS = _any("present outlin review lays? offer conclud discuss describ introduc examin summari "
              "explain provid address analy set")  # fmt: skip
AIM = re.compile(
    rf"\b(?:this|the(?: present| current)?|our|these) {_WORK}(?:’s|'s)?\b(?! shows? that)"
    rf"(?:\W+\w+){{0,3}}?\W+(?:also |critically |thus |then |further )?{_DOES}"
    rf"|\b{_PART} of (?:this|the|our)(?: present| current)? {_WORK}"
    rf"|\bwe {_WE}\b|\bin this (?:paper|study|article|section|chapter|essay)\b"
    r"|\bresearch questions?\b|\b(?:it|this) asks:",
    re.IGNORECASE,
)
ROADMAP = re.compile(
    r"\b(?:sections?|chapters?|parts?) (?:\d+|[ivx]+\b|one|two|three|four|five|six)(?:\W+\w+)?\W+"
    rf"{_TELLS}|\b(?:is|are) (?:structured|organi[sz]ed|divided) (?:as follows|into)"
    r"|\bas follows\b|\b(?:table|figure|fig\.|appendix) \w?\d+\w?\W+(?:\w+\W+)?"
    rf"(?:shows?|lists?|gives?|reports?|illustrat|depict|display|compar|{_TELLS})",
    re.IGNORECASE,
)
METHOD = re.compile(
    r"\b"
    + _any(
        """
        qualitative quantitative(?:ly)? methodolog\\w* case[-_]stud(?:y|ies) multi-case
        epistemolog\\w* interpretiv\\w* constructivis\\w* interviews? interviewees? respondents?
        questionnaires? survey_data sampl(?:e|ed|es|ing) purposive triangulat\\w* cod(?:es|ed|ing)
        thematic data datasets? primary_and_secondary document(?:ary)?_analysis
        (?:discourse|content)_analysis cross-case generali[sz]ab\\w* validity reliability
        limitations? units?_of_analysis conceptual theor(?:y|ies|etical\\w*) frameworks? lens(?:es)?
        literature scholar\\w* empirical(?:ly)? regressions? variables? hypothes[ie]s researchers?
        findings paradigms? concepts? notions?
        """
    )
    + r"\b",
    re.IGNORECASE,
)
RECOMMEND = re.compile(
    r"\b(?:should|must|ought to|would benefit from|(?:is|are) recommended|we recommend"
    r"|needs? to (?:be|do|invest|adopt|develop|ensure|expand)"
    r"|it is (?:essential|vital|imperative|important) (?:to|that)"
    r"|policy-?makers? (?:can|could|may))\b",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\b[A-Z][\w’'-]+ \((?:1[89]|20)\d\d[a-z]?\)")
"""Someone's work, or a body and its year: theory only among talk of theory."""
FUTURE = re.compile(r"\b(?:will|would|could|can|may|might|shall)\b(?! have been)", re.IGNORECASE)
NEEDED = tuple(
    re.compile(words)
    for words in (
        r"(?:sub)?(?:sections?|chapters?|parts?)|structured|organi[sz]ed|divided|follows|tables?"
        r"|figures?|figs?|appendix",
        rf"{_WORK}|section|we|questions?|asks",
        r"qualit.*|quant.*|method.*|cases?|multi|episte.*|interp.*|constr.*|interv.*|respon.*"
        r"|questi.*|survey|sampl.*|purpos.*|triang.*|cod(?:es|ed|ing)|themat.*|data.*|prim.*"
        r"|docum.*|disco.*|content|cross|gener.*|valid.*|relia.*|limit.*|units?|conce.*|theor.*"
        r"|frame.*|lens.*|liter.*|schol.*|empir.*|regre.*|varia.*|hypot.*|resea.*|findi.*"
        r"|parad.*|notio.*",
        r"should|must|ought|would|recommend.*|needs?|essential|vital|imperative|important"
        r"|policy.*",
        r"(?:will|would|could|can|may|might|shall)\b.*",
    )
)
"""Of ROADMAP, AIM, METHOD, RECOMMEND and FUTURE each: a word without which it cannot match."""
FACTUAL = re.compile(r"\b(?:has|have|had|was|were|did|\w{3,}ed)\b")
TITLES = (
    (1.5, "in a methods section", "method|data|design|limitation|sampling"),
    (1.0, "in a section of recommendations", "recommend|implication|way forward|future"),
    (0.8, "in a section on theory", "theor|literature|conceptual|framework|related work"),
    (4.0, "outside the argument", "reference|bibliograph|acknowledg|funding|disclosure|appendix"),
)
"""What a sentence loses in a section whose title matches, and why."""


@lru_cache(maxsize=1 << 16)
def hints(word: str) -> int:
    """Give the patterns that may match a sentence with this word, a bit for each of NEEDED."""
    return sum(1 << bit for bit, words in enumerate(NEEDED) if words.fullmatch(word))


def penalties(sentence: Parsed, section: str) -> Iterator[Penalty]:
    """Yield what speaks against checking a sentence of the section."""
    text, hinted = sentence.text, 0
    for term in sentence.terms:
        hinted |= hints(term.word)
    specific = bool(sentence.figures or len(sentence.names) > 1)
    if text.rstrip("”\"’') ").endswith("?"):
        yield Penalty(4.0, "a question")
    if text.rstrip().endswith(":"):
        yield Penalty(1.5, "announces a list")
    if hinted & 1 and ROADMAP.search(text):
        yield Penalty(4.0, "says where in the paper things are", spreads=True)
    elif hinted & 2 and AIM.search(text):
        yield Penalty(3.0, "says what the paper does", spreads=True)
    talk = len(METHOD.findall(text)) if hinted & 4 else 0
    if talk:
        yield Penalty(min(3.0, 1.0 * talk), "speaks of method or theory", spreads=True)
    cites = bool(cited(text, 0, len(text)))
    if talk and (cites or SOURCE.search(text)):
        yield Penalty(2.5, "tells others' theory")
    elif cites:
        yield Penalty(1.0, "rests on a citation")
    if hinted & 8 and RECOMMEND.search(text):
        weight = 1.5 if FACTUAL.search(text) and specific else 3.0
        yield Penalty(weight, "recommends", spreads=True)
    elif hinted & 16 and FUTURE.search(text) and not FACTUAL.search(text):
        yield Penalty(1.0, "says what may be")
    if len(sentence.terms) < 4:
        yield Penalty(2.0, "too short")
    yield from titled(section)


@lru_cache(maxsize=256)
def titled(section: str) -> tuple[Penalty, ...]:
    """Give what a section's title says against its sentences."""
    for weight, reason, pattern in TITLES:
        if re.search(pattern, section, re.IGNORECASE):
            return (Penalty(weight, reason),)
    return ()
