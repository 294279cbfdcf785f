"""A block's first sentence → what it speaks of: its subject, or else what it says of it."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:(?:however|moreover|furthermore|in|on|at|by|beyond|through|despite|while|although|as|for"
    r"|with|from|to|under|during|after|before|since|when|if|once|given|unlike|like|based|drawing"
    r"|following|aside|apart|due|because|among|between|across|within|without|against|rather|yet"
    r"|thus|therefore|finally"
    r"|first|second|third|perhaps|importantly|notably|indeed|similarly|additionally|overall|here"
    r"|today|historically|traditionally|also|of course|meanwhile|recently|far|\w+ing|\w+ly)\b"
    r"[^,;:.]{0,140},\s+)+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s+(?:(?:also|often|now|then|thus|still|never|always|increasingly|frequently|recently|only"
    r"|further|not)\s+)*(?P<verb>(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could"
    r"|may|might|must|should|remains?|rel(?:y|ies)|rests?|yields?|works?|offers?|shows?"
    r"|suggests?|argues?|describes?|presents?"
    r"|provides?|plays?|lies?|allows?|enables?|reflects?|fits?|refers?|aims?|seeks?|draws?"
    r"|examines?|bec[ao]mes?|began|begins?|gave|gives?|took|takes?|came|comes?|went|goes|held"
    r"|holds?|led|leads?|made|makes?|says?|said|saw|won|met|stands?|needs?|requires?|includes?"
    r"|contains?|continues?|follows?|uses?|employs?|focus(?:es)?|means?|seems?|appears?|exists?"
    r"|represents?|challenges|demonstrates?|indicates?|reveals?|supports?|describe|consists?"
    r"|depends?|involves?|leverages?|exten[dt]s?|raises?|sits|defines?|fell|rose|grew|built|kept"
    r"|wrote|brought|[a-z]{3,}(?:[^e]ed|ied|ised|ized|ates|izes|ises|ifies))\b)"
)
_AUTHOR = re.compile(
    r"(?:we|i)\s+(?:(?:\w+ly|now|first|then|next|also|will|can|have|had|shall|must|may)\s+)*\w+",
    re.IGNORECASE,
)
_OF_SPEECH = re.compile(
    r"\s+(?:(?:be|been|being|also|often|now|then|not|only|further|merely|simply|itself|themselves"
    r"|more|than|as|to|in|on|at|of|for|with|by|into|from|about|its|his|her|their|our|my|the|an?"
    r"|this|these|that|some|any|all|both|several|many|very|one|two|three|subjected|based|\w+ly)\b"
    r"\s*)*",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\s*\w+(?:ed|en|wn|ught|ne)\s+(?:(?:by|with|using|in|as|from|for|to|at|on|of|through|into|via"
    r"|under|that|after|before|between|over)\s+)+(?:using\s+)?"
)
"""What was done, up to what it was done with."""
_MODAL = re.compile(r"will|would|can|could|may|might|must|should|do|does|did", re.IGNORECASE)
_INFINITIVE = re.compile(r"^\s+(?!not\b)(?:\w+ly\s+|also\s+)?\w+(?:\s+(?:and|or)\s+\w+)?")
_DENIAL = re.compile(r"\s*(?:no|not|never|neither|nothing)\b", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^(?:(?:the|an?|this|these|that|those|its|our|their|one|two|three|several|many|some|such|all"
    r"|both|each|another|first|second|third|of|most|perhaps)\s+)+",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\s*(?:[,;:.(\[—“\"]|\s–\s|\s(?:that|which|who|where|when|as|for|in|on|at|with|through|by"
    r"|from|to"
    r"|including|because|while|into|across|among|than|within|if|so|but|upon|over|under)\s)"
)
_EMPTY = re.compile(
    r"(?:it|they|we|he|she|i|you|there|here|this|these|that|those|what|who|how|why|nothing|none|let"
    r"|(?:this|the|present|our) (?:paper|study|article|section|chapter|sub-?section|research|work"
    r"|analysis|authors?|results?|data)|authors?|results?|data|section|study|paper|article|case"
    r"|example|fact|number|way|following equations|following|part|kind|one|use|other|others"
    r"|first|same|effect|research|approach|process|people|question|problem|result)",
    re.IGNORECASE,
)


def subject(block: str, longest: int) -> str:
    """Give the noun phrase that a block's first sentence is about, or nothing.

    The words before the first finite verb, without what leads up to them; where that is a
    pronoun or a single word, the phrase after the verb.
    """
    sentence = " ".join(re.split(r"(?<=[a-z)\]][.!?])\s", block[:400], maxsplit=1)[0].split())
    sentence = _LEAD.sub("", sentence)
    author = _AUTHOR.match(sentence)
    if author:
        return _after(sentence[author.end() :], longest)
    verb = _VERB.search(sentence)
    if verb is None or verb.start() > 130:
        return ""
    phrase = _phrase(sentence[: verb.start()], longest)
    common = len(phrase) > 7 and phrase.islower()
    if (" " in phrase or common) and not _EMPTY.fullmatch(phrase):
        return phrase
    rest = sentence[verb.end() :]
    modal = _MODAL.fullmatch(verb["verb"])
    return _after(_INFINITIVE.sub("", rest, count=1) if modal else rest, longest)


def _after(rest: str, longest: int) -> str:
    """Give the noun phrase at the beginning of what follows a verb, or nothing."""
    if _DENIAL.match(rest):
        return ""
    for skipped in (_OF_SPEECH, _DONE, _OF_SPEECH):
        match = skipped.match(rest)
        rest = rest[match.end() :] if match else rest
    phrase = _phrase(rest, longest)
    return phrase if " " in phrase and not _EMPTY.fullmatch(phrase) else ""


def _phrase(words: str, longest: int) -> str:
    words = _DETERMINER.sub("", words.strip(" ,;:"))
    words = re.split(r"[,;:.(\[—“\"]|\s–\s|\s(?:that|which|who|where|when)\s", words, maxsplit=1)[0]
    if len(words) > longest or words.count(" ") > 6:
        cut = _WITHIN.search(words, words.find(" "))
        words = words[: cut.start()] if cut else ""
    if len(words) > longest or not words[:1].isalpha():
        return ""
    return words.strip()
