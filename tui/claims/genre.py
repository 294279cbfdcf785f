"""SENTENCE → PENALTIES: a paper on itself, on theory or on what should be claims no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.claims.citations import cited
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
    organi[sz] consider set reveal demonstrat appl(?:y|ies|ied)
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
_TOOK = (
    r"use[ds]?|utili[sz]ed?|comput\w+|calculat\w+|develop\w*|assess\w*|includ\w+|ran|rerun|fit(?:ted)?"
    r"|consider\w*|examin\w+|quantif\w+|extract\w+|measur\w+|appl(?:y|ied)|employ\w*|test(?:ed)?"
    r"|select\w*|collect\w*|compar\w+|analy[sz]\w*|model(?:l?ed)?|express\w*|investigat\w+|evaluat\w+"
    r"|distinguish\w*|interpolat\w+|decompos\w+|standardi[sz]\w+|adopt\w*|follow\w*|defin\w+|chose|choose"
    r"|creat\w+|acquir\w+|compil\w+|construct\w+|combin\w+|perform\w*|conduct\w*|derived?|divid\w+"
    r"|project\w*|assum\w+|refer|denot\w+|validat\w+|integrat\w+|require|account(?:ed)?|control(?:led)?"
    r"|explored?|plot(?:ted)?|provide|focus\w*"
)
DOING = re.compile(rf"\b(?:we|i)\b(?: (?!have\b)\w+){{0,2}}? (?:{_TOOK})\b", re.IGNORECASE)
"""The authors at work: we used, we then calculated."""
_DONE = (
    r"used|computed|calculated|model{1,2}ed|included|fitted|considered|examined|quantified|extracted"
    r"|measured|applied|tested|selected|analy[sz]ed|obtained|derived|defined|performed|conducted"
    r"|standardi[sz]ed|interpolated|normali[sz]ed|combined|assumed|represented|expressed|denoted|scaled"
    r"|estimated|processed|coded|assessed|averaged|categori[sz]ed|lineari[sz]ed|projected|chosen"
    r"|determined|evaluated|corrected"
)
DONE = re.compile(
    rf"\b(?:is|are|was|were|been|be) (?:\w+ly |then |also |further )*(?:{_DONE})\b", re.IGNORECASE
)
"""Their work, told without them: values were interpolated."""
POINTER = re.compile(
    r"\b(?:shown|depicted|given|listed|plotted|presented|described|summari[sz]ed|provided|reported"
    r"|displayed|illustrated|detailed|found) (?:\w+ )?(?:in|by|as) (?:the |our |an? )?"
    r"(?:\w+ ){0,2}(?:tables?|figs?\b|figures?|appendix|sections?|supplement\w*|s\d)"
    r"|\b(?:described|given|reported) elsewhere\b"
    r"|^(?:supplementary )?(?:figs?\.?|figures?|tables?|eqs?\.?|equations?) ?\(?\w?\d",
    re.IGNORECASE,
)
"""Where in the paper to look: are given in Table 2; Fig. 3 plots."""
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
        r"we|i",
        _DONE,
        r"tables?|fig(?:ure)?s?|appendix|sections?|supplement.*|s\d+|elsewhere|eqs?"
        r"|equations?",
        r"model(?:s|l?ed|l?ing)?|coefficients?|covariates?|parameters?|posterior|priors?|variances?"
        r"|regress.*|distributions?|residuals?|intercepts?|likelihood|estimat(?:e|es|or|ion)|algorithm.*"
        r"|equations?|linear|quadratic|logarithm.*|iterations?|interpolat.*|simulat.*|assumptions?"
        r"|datasets?|resolution|calibrat.*|deviations?|procedures?|protocols?|criteri(?:on|a)|software"
        r"|scripts?",
    )
)
"""Of each pattern a word without which it cannot match: ROADMAP, AIM, METHOD, RECOMMEND, FUTURE,
DOING, DONE, POINTER; the last are the words of those who model or measure."""
ROADMAPS, AIMS, METHODS, ADVICE, WILL, DOINGS, DEEDS, POINTERS, MODELS = (
    1 << bit for bit in range(len(NEEDED))
)
FACTUAL = re.compile(r"\b(?:has|have|had|was|were|did|\w{3,}ed)\b")
TITLES = (
    (1.5, "in a methods section", "method|data|design|limitation|sampling|materials"),
    (1.0, "in a section of recommendations", "recommend|implication|way forward|future"),
    (0.8, "in a section on theory", "theor|literature|conceptual|framework|related work"),
    (4.0, "outside the argument", "reference|bibliograph|acknowledg|funding|disclosure|appendix"),
)
"""What a sentence loses in a section whose title matches, and why."""


@lru_cache(maxsize=1 << 16)
def hints(word: str) -> int:
    """Give the patterns that may match a sentence with this word, a bit for each of NEEDED."""
    return sum(1 << bit for bit, words in enumerate(NEEDED) if words.fullmatch(word))


def penalties(sentence: Parsed, titles: Sequence[str]) -> Iterator[Penalty]:
    """Yield what speaks against checking a sentence, in sections of these titles."""
    text, hinted, modelling = sentence.text, 0, 0
    for term in sentence.terms:
        hint = hints(term.word)
        hinted |= hint
        modelling += hint >= MODELS
    if text.rstrip("”\"’') ").endswith("?"):
        yield Penalty(4.0, "a question")
    if text.rstrip().endswith(":"):
        yield Penalty(1.5, "announces a list")
    if hinted & ROADMAPS and ROADMAP.search(text):
        yield Penalty(4.0, "says where in the paper things are", spreads=True)
    elif hinted & AIMS and AIM.search(text):
        yield Penalty(3.0, "says what the paper does", spreads=True)
    yield from theory(text, hinted)
    yield from work(text, hinted, modelling)
    yield from wishes(sentence, hinted)
    if len(sentence.terms) < 4:
        yield Penalty(2.0, "too short")
    yield from titled(tuple(titles))


def theory(text: str, hinted: int) -> Iterator[Penalty]:
    """Yield that a sentence speaks of method or theory, or of what others wrote."""
    talk = len(METHOD.findall(text)) if hinted & METHODS else 0
    if talk:
        yield Penalty(min(3.0, 1.0 * talk), "speaks of method or theory", spreads=True)
    cites = bool(cited(text, 0, len(text)))
    if talk and (cites or SOURCE.search(text)):
        yield Penalty(2.5, "tells others' theory")
    elif cites:
        yield Penalty(0.5, "rests on a citation")


def work(text: str, hinted: int, modelling: int) -> Iterator[Penalty]:
    """Yield that a sentence tells how the authors worked, not what came of it."""
    if hinted & DOINGS and DOING.search(text):
        yield Penalty(2.0, "tells what the authors did")
    if hinted & DEEDS and DONE.search(text):
        yield Penalty(1.0, "tells how it was done")
    if hinted & POINTERS and POINTER.search(text):
        yield Penalty(2.5, "points to a table or figure")
    if modelling:
        yield Penalty(0.5 * min(2, modelling), "speaks of models and measures")


def wishes(sentence: Parsed, hinted: int) -> Iterator[Penalty]:
    """Yield that a sentence recommends, or tells what may be."""
    text = sentence.text
    if hinted & ADVICE and RECOMMEND.search(text):
        specific = bool(sentence.figures or len(sentence.names) > 1)
        weight = 1.5 if FACTUAL.search(text) and specific else 3.0
        yield Penalty(weight, "recommends", spreads=True)
    elif hinted & WILL and FUTURE.search(text) and not FACTUAL.search(text):
        yield Penalty(1.0, "says what may be")


@lru_cache(maxsize=256)
def titled(titles: tuple[str, ...]) -> tuple[Penalty, ...]:
    """Give what the titles of a section, and of those around it, say against its sentences."""
    for weight, reason, pattern in TITLES:
        if any(re.search(pattern, title, re.IGNORECASE) for title in titles):
            return (Penalty(weight, reason),)
    return ()
