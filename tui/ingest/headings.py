"""A bare short line and its neighbours → how sure it is a heading, why, and at which depth."""

from __future__ import annotations

import re

_LONGEST = 120
_NUMBER = re.compile(
    r"(?:(?:chapter|section|part|appendix|article)\s+(?:\d+|[ivxlc]+|[a-z])\b[.:]?"
    r"|(?P<dots>\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s+(?=\S)|[IVX]{1,5}[.)]\s+|[A-Z][.)]\s+(?=[A-Z]))",
    re.IGNORECASE,
)
_USUAL = re.compile(
    r"(?:abstract|summary|executive summary|introduction|background|literature review|related work"
    r"|(?:materials|data) and methods?|methods?|methodology|results?|results and discussion"
    r"|findings|discussion|limitations|conclusions?|concluding remarks|discussion and conclusions?"
    r"|recommendations|acknowledge?ments?|references|bibliography|appendix|rationale|motivation"
    r"|specification|overview|notes|further reading|key ?words|contents|table of contents)",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"(?:an?|the|of|in|on|at|to|for|and|or|nor|but|by|with|from|as|be|into|its|over|under|vs|via)\b"
)
_TERMINAL = re.compile(r"[.!?:][\"”’)\]]*$")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|said"
    r"|says|told)\b"
)


def heading(words: str, before: str, after: str) -> tuple[float, str]:
    """Score a line between two blocks: 0..1, with the reason; 0 where it cannot be a heading.

    `before` and `after` are the blocks around it, empty at the ends of the text. Shape,
    numbering, capitals and the company it keeps speak for it.
    """
    count = words.count(" ") + 1
    if len(words) > _LONGEST or count > 16 or not after or not any(c.isalpha() for c in words):
        return 0.0, ""
    number = _NUMBER.match(words)
    bare = words[number.end() :] if number else words
    if _USUAL.fullmatch(bare.rstrip(":. ")):
        return 0.95, "a usual heading on a line of its own"
    if words[-1] in ".,;" or words[0].islower() or not bare:
        return 0.0, ""
    return _shape(words, bare, before, after, number is not None)


def _shape(words: str, bare: str, before: str, after: str, numbered: bool) -> tuple[float, str]:
    tokens = [t for t in bare.split() if t[:1].isalpha()]
    capital = sum(t[0].isupper() or _SMALL.match(t) is not None for t in tokens) / max(
        1, len(tokens)
    )
    score, reason = 0.35, "a short line of its own"
    if words.isupper() and len(words) > 3:
        score, reason = 0.8, "a line in capitals"
    elif numbered:
        score, reason = 0.75, "a numbered line of its own"
    elif capital == 1.0 and len(tokens) > 1:
        score, reason = 0.65, "a short line of its own, in title case"
    if len(after) > 2.5 * len(words) and after[:1].isupper() and _TERMINAL.search(after):
        score += 0.15
    if before and not _TERMINAL.search(before):
        score -= 0.25
    if before.endswith(":"):
        score -= 0.4
    if words[-1] in "?!":
        score -= 0.15
    if words[-1] == ":":
        score -= 0.2
    if _VERBS.search(bare):
        score -= 0.2
    if len(tokens) > 10:
        score -= 0.15
    return max(0.0, min(0.95, score)), reason


def depth(words: str) -> int:
    """Give the depth that a heading's numbering tells, `2.1` two, or 0 where it tells none."""
    match = _NUMBER.match(words)
    if match is None:
        return 0
    return match["dots"].count(".") + 1 if match["dots"] else 1
