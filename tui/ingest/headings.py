"""A bare short line and its neighbours → how sure it is a heading, why, and at which depth."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import exp, log

_LONGEST, _MOST = 160, 22
"""Characters and words that a heading may have."""
_FEW = 10
"""Words up to which a numbered line may end in a stop."""
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.'’-]+ ?){1,4}(?:\([^)]*\))?: \S*[a-z]")
"""Who speaks, as transcripts mark it."""
_NUMBER = re.compile(
    r"(?:(?:chapter|section|part|appendix|article)\s+(?:\d+|[ivxlc]+|[a-z])\b[.:]?"
    r"|(?P<dots>\d{1,2}(?:\.\d{1,2}){0,4})(?:(?P<mark>[.):])\s+(?=\S)|\s+(?-i:(?=[^\W\da-z])))"
    r"|[IVX]{1,5}[.)]\s+|[A-Z][.)]\s+(?=[A-Z]))",
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
_SYMBOLS = re.compile(r"[=<>{}\\$|@#]|``|::|\w\(|_\w")
_RUNS_ON = re.compile(
    r"(?:let|where|when|then|if|thus|hence|since|suppose|assume|consider|for|and|or|we|i|it|this|see|note|in|with|from|by|proof|algorithm|theorem"
    r"|lemma|figure|table)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:and|or|of|the|an?|to|in|by|with|for|from|that|which|is|are|was|were|be|has|have|had"
    r"|where|then|as|at|we|if|so|thus|let|into|than)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?)\b", re.IGNORECASE)

_ITEM_OF_A_LIST = 2.0
"""What a line below a colon loses in log-odds: it is more likely the first of a list."""
_WEIGHTS = {
    "usual": 0.35,
    "capitals": 0.52,
    "title case": 0.73,
    "share of capitals": 0.80,
    "words": -1.17,
    "many words": -0.72,
    "one word": 0.97,
    "asks": -0.85,
    "announces": -4.65,
    "stops": -3.70,
    "begins small": -0.11,
    "has a verb": -1.56,
    "length below": 0.61,
    "short below": -0.50,
    "capital below": 1.16,
    "sentence below": 0.64,
    "sentence above": 0.77,
    "colon above": -1.05,
    "short above": -0.62,
    "symbols": -1.01,
    "digits": -0.87,
    "brackets": -0.84,
    "runs on": -2.35,
    "article": -0.43,
    "bias": 2.98,
}


def signs(words: str, before: str, after: str) -> dict[str, float]:
    """Measure what tells a heading from prose: shape, words, and the blocks around it."""
    number = _NUMBER.match(words)
    bare = words[number.end() :] if number else words
    tokens = [token for token in bare.split() if token[:1].isalpha()]
    capitals = sum(t[0].isupper() or _SMALL.match(t) is not None for t in tokens)
    share = capitals / max(1, len(tokens))
    count = words.count(" ") + 1
    return {
        "usual": float(_USUAL.fullmatch(bare.rstrip(":. ")) is not None),
        "capitals": float(words.isupper() and len(words) > 3),
        "title case": float(share == 1 and len(tokens) > 1),
        "share of capitals": share,
        "words": log(count),
        "many words": float(count > 10),
        "one word": float(count == 1),
        "asks": float(words[-1] in "?!"),
        "announces": float(words[-1] == ":"),
        "stops": float(words[-1] in ".,;"),
        "begins small": float(words[0].islower()),
        "has a verb": float(_VERBS.search(bare) is not None),
        "length below": log(len(after) + 10) - 5,
        "short below": float(len(after) < 90),
        "capital below": float(after[:1].isupper()),
        "sentence below": float(_TERMINAL.search(after[-3:]) is not None),
        "sentence above": float(_TERMINAL.search(before[-3:]) is not None),
        "colon above": float(before.endswith(":")),
        "short above": float(0 < len(before) < 90),
        "symbols": float(_SYMBOLS.search(words) is not None),
        "digits": float(any(c.isdigit() for c in bare)),
        "brackets": float(any(c in '("“' for c in words)),
        "runs on": float(_RUNS_ON.match(bare) is not None),
        "article": float(_ARTICLE.match(bare) is not None),
    }


def candidate(words: str, after: str) -> bool:
    """Tell whether a line may be a heading at all: short, with a letter, above something."""
    short = len(words) <= _LONGEST and words.count(" ") < _MOST
    return short and bool(after) and any(c.isalpha() for c in words)


def heading(
    words: str, before: str, after: str, weights: Mapping[str, float] | None = None
) -> tuple[float, str]:
    """Score a line between two blocks: 0..1, with the reason; 0 where it cannot be a heading.

    `before` and `after` are the blocks around it, empty at the ends of the text. A logistic
    model over `signs`, learned from texts whose headings stood on bare lines; numbering, which
    those lacked, counts as much as capitals.
    """
    number = _NUMBER.match(words)
    counts = number and number["dots"] and not number["mark"]  # 25 Gurkhas died.
    if number and not counts and words[-1] == "." and words.count(" ") < _FEW:
        words = words[:-1]
    if not candidate(words, after) or words[0].islower() or words[-1] in ".,;":
        return 0.0, ""
    if _OPEN.search(words) or _SPEAKER.match(words):
        return 0.0, ""
    found = signs(words, before, after)
    weights = weights or _WEIGHTS
    odds = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    if number and number.end() < len(words):
        odds += weights["capitals"]
    if before.endswith(":"):
        odds -= _ITEM_OF_A_LIST
    sure = min(0.95, 1 / (1 + exp(-max(-30.0, odds))))
    if found["usual"]:
        return sure, "a usual heading on a line of its own"
    if found["capitals"]:
        return sure, "a line in capitals"
    if number:
        return sure, "a numbered line of its own"
    title = ", in title case" if found["title case"] else ""
    return sure, f"a short line of its own{title}"


def depth(words: str) -> int:
    """Give the depth that a heading's numbering tells, `2.1` two, or 0 where it tells none."""
    match = _NUMBER.match(words)
    if match is None:
        return 0
    return match["dots"].count(".") + 1 if match["dots"] else 1
