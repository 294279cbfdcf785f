"""What a section says, or what was announced of it → a short label in sentence case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.document import Section, shorten
from tui.outline import subjects

LONGEST = 60
"""Characters that a label may have."""

_CLOSING = re.compile(
    r"\W*(?:[\w-]+ ){0,3}?(?:conclu[ds]\w*|(?:summari[sz]|clos)es?|ends?|finish\w*)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:\W|\b(?:and|then|finally|also|first|next|briefly|we|i|it|will|shall|is|are|was|were"
    r"|be|to|"
    r"the|a|an|our|its|some|these|this|that|their|each|all|out|up|on|in|of|at|with|by|for|into|"
    r"upon|turns?|go(?:es)? on|devoted|dedicated|concerned|there|one|two|three|four|five|six|"
    r"several|main|core|key|brief|short|detailed|comprehensive|thorough|in-depth|full|concise|"
    r"extensive|illustrative|following|corresponding|necessary|overall|relevant|various|how)\b"
    r"(?!-))+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:(?:review|present|offer|report|address|set|contain|detail|deal|focus|extend|draw|recall|"
    r"discuss|explain|develop|construct|establish|highlight|consider|collect|demonstrat|sketch|"
    r"list|revisit|turn|start|look|survey|show|cover|obtain|begin|lay|outlin|describ|introduc|"
    r"provid|summari[sz]|examin|defin|explor|illustrat|propos|compar|evaluat|formulat|investigat|"
    r"synthesi[sz]|assess|contextuali[sz]|elaborat|generali[sz]|analy[sz]|deriv|prov|giv|stat|"
    r"us|mak|conduct|perform|carr)(?:e?s|e|ed|ing)?|stud(?:y|ies|ied)|(?:specif|appl|identif|"
    r"clarif|justif|carr)(?:y|ies|ied|ying)|given|shown|drawn|made|laid)\b\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[,;:.(\[–—]|\b(?:that|which|who|where|when|on|for|in|by|with|including|guiding|used|"
    r"using|through|to|from|as|whose|based|obtained|related|and (?:its?|we|how|the|then|also"
    r"|\w+s (?:that|the|how|an?|some))|"
    r"after|before|within|into|under|such|is|are|can|we|it|has|have|will|about|between|among|"
    r"against|over|at|via)\b)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:overview|analys[ie]s|discussion|review|description|summary|results?|proofs?|theory|study|"
    r"examples?|definitions?|construction|details?|properties|concepts?|cases?|case studies|"
    r"literature|applications?|notions?|implications?|development|comparison|evaluation|history)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\W+$|\s+(?:and|or|of|the|a|an|to|for|in|on|with|by|as|both|their|its|that|which|we|is|are"
    r"|from|explicitly|specifically|primarily|particularly|mainly|largely|focus(?:ing|ed)|based"
    r"|aim(?:ing|ed)|relat(?:ing|ed)|including|us(?:ing|ed)|leading|due|according|depending"
    r"|belonging|compared|associated|corresponding)$"
)


def announced(words: str) -> str:
    """Name a section by what the text's plan says of it; empty where that gives no name.

    The verb and its fillers go, the object's head stays, with its `of …` where it fits.
    """
    if _CLOSING.match(_FILLER.sub("", words)):
        return "Conclusion"
    phrase = words.strip()
    for _ in range(4):
        shorter = _VERB.sub("", _FILLER.sub("", phrase, count=1), count=1)
        if shorter == phrase:
            break
        phrase = shorter
    phrase = _FILLER.sub("", phrase)
    if re.match(r"(?:section|chapter|part)s?\b", phrase, re.IGNORECASE):
        return ""
    cut = _CUT.search(phrase, phrase.find(" "))
    head = phrase[: cut.start()] if cut else phrase
    if cut and _GENERIC.fullmatch(head) and cut[0].strip() in ("on", "for", "about"):
        longer = _CUT.search(phrase, cut.end())
        head = phrase[: longer.start()] if longer else phrase
        if len(head) > LONGEST:
            head = phrase[: cut.start()]
    of = re.search(r"\s+of\s+", head)
    if of and len(head) > LONGEST:
        head = head[: of.start()]
    return tidy(head)


def tidy(phrase: str) -> str:
    """Put a phrase in sentence case, whole words only, without loose ends; empty if too short."""
    phrase = " ".join(phrase.split())
    if len(phrase) > LONGEST:
        phrase = phrase[: max(0, phrase.rfind(" ", 0, LONGEST + 1))]
    for _ in range(6):
        shorter = _TRAILING.sub("", phrase)
        if shorter == phrase:
            break
        phrase = shorter
    if len(phrase) < 4 or not phrase[0].isalnum():
        return ""
    return phrase[0].upper() + phrase[1:]


_TRIGGERS = (
    ("Conclusion", r"(?:in conclusion|to conclude|in summary|concluding)\b|.{0,80}\bconclud"),
    ("Acknowledgements", r"(?:we|the authors?|i)\b.{0,40}\b(?:thank|acknowledge|grateful)"),
    (
        "Funding and interests",
        r".{0,80}\b(?:(?:supported|funded) by|competing interest|conflicts? of)",
    ),
    ("Limitations", r".{0,80}\blimitations?\b"),
    (
        "Research gap",
        r".{0,160}\b(?:gap|underexamined|under-?researched|little attention|understudied)\b",
    ),
    ("Future work", r".{0,80}\bfuture (?:work|research|studies|directions)\b"),
    ("Policy recommendations", r".{0,140}\b(?:policy )?recommendations?\b"),
    ("Data sources", r".{0,140}\b(?:data (?:sources?|collection)|primary and secondary data)\b"),
    ("Methodology", r".{0,100}\b(?:methodolog|research design|this study employs)"),
    ("Statistical analysis", r".{0,100}\b(?:statistical analys|were analy[sz]ed using|anova)"),
    ("Participants", r".{0,60}\b(?:participants|respondents|patients) (?:were|was)\b"),
    ("Related work", r".{0,100}\b(?:related work|previous studies|existing literature)\b"),
    ("Conceptual framework", r".{0,100}\b(?:conceptual|theoretical) framework"),
    (
        "Discussion",
        r"(?:this section|we|our|in this (?:study|work)).{0,40}\b(?:synthesi|discuss|findings)",
    ),
    ("Results", r".{0,80}\b(?:results? (?:of|from|show)|findings)\b"),
)
_TRIGGERED = tuple((label, re.compile(pattern, re.IGNORECASE)) for label, pattern in _TRIGGERS)

_LOOSE = re.compile(
    r"(?:about|after|along|although|as|at|because|before|both|by|compared|described|due|during"
    r"|for|from|given|here|if|in(?! (?:situ|vitro|vivo|silico)\b)|it|let|like|moreover|not|on"
    r"|prior|regarding|shown|since|so|such|than|that|there|thus|to|under|unlike|until|via|what"
    r"|when|where|whether|which|while|who|with|play|take|be|have|do|need)\b(?!-)"
    r"|(?!how ).*(?-i:\b(?:is|are|was|were|has|have|had|been|be|sought|can|could|will|would|should"
    r"|may|might)\b)",
    re.IGNORECASE,
)
"""A fragment of a sentence, and no noun phrase."""
_NOUNS = re.compile(
    r"(?:[A-Z][\w’'-]*|[a-z]+(?:-[a-z]+)+|[a-z]{4,})(?:[ ](?:of[ ])?(?:[A-Z][\w’'-]*"
    r"|[a-z-]{4,})){1,3}"
)
_PLAIN = frozenset(
    re.split(
        r"\s+",
        """about above after again against also although among another because been before being
        below between both could does doing down during each even every from further have having
        here however into itself just less like made make makes many more most much must near need
        never only other over same should show shown shows since some such than that their them
        then there these they this those through thus under until upon used uses using very well
        were what when where whether which while will with within without would your rather
        further often several particularly include including includes provide provides become
        becomes remains give given gives take takes allow allows first second third based different
        various important recent significant according yield various follows following similar
        around across towards toward increasingly emphasizing demonstrated showed found reported""",
    )
)


def triggered(block: str) -> str:
    """Give the generic label that a block's opening words call for, or nothing."""
    head = block[:260]
    return next((label for label, pattern in _TRIGGERED if pattern.match(head)), "")


def inferred(blocks: Sequence[str]) -> tuple[str, str]:
    """Name a section by its own words, and say how: trigger, commonest phrase, or opening."""
    label = triggered(blocks[0])
    if label:
        return label, "what its opening words speak of"
    phrase = tidy(subjects.subject(blocks[0], LONGEST).removeprefix("following "))
    if phrase and not _LOOSE.match(phrase):
        return phrase, "what its first sentence is about"
    phrase = _phrase(blocks)
    if phrase and not _LOOSE.match(phrase):
        return phrase, "its commonest phrase"
    return opening(blocks[0]), "its opening words"


def distinct(sections: Iterable[Section], text: str) -> list[Section]:
    """Name a section by its opening words where another before it has its name already."""
    named: set[str] = set()
    found: list[Section] = []
    for section in sections:
        if section.title.casefold() in named:
            why = section.reason.partition("; named by")[0]
            title = opening(text[section.start : section.end])
            section = replace(section, title=title, reason=f"{why}; named by its opening words")
        named.add(section.title.casefold())
        found.append(section)
    return found


def opening(block: str) -> str:
    """Give a block's opening words: its first sentence where that fits, else cut at a word."""
    sentence = re.split(r"(?<=[a-z)\]][.!?])\s", block[:200], maxsplit=1)[0]
    return shorten(sentence.rstrip(".:;,") or sentence, LONGEST)


def _phrase(blocks: Sequence[str]) -> str:
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for place, block in enumerate(blocks[:6]):
        for match in _NOUNS.finditer(block[:1500]):
            words = match[0].split()
            while words and words[0].lower() in _PLAIN | {"of"}:
                words.pop(0)
            while words and (words[-1].lower() in _PLAIN | {"of"} or words[-1].endswith("ed")):
                words.pop()
            if len(words) < 2 or any(word.lower() in _PLAIN for word in words):
                continue
            folded = " ".join(words).lower()
            counts[folded] += 2 if not place else 1
            shown.setdefault(folded, " ".join(words))
    best = max(counts, key=lambda p: (counts[p], len(p)), default="")
    return tidy(shown[best]) if best and counts[best] >= 3 else ""
