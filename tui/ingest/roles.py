"""TEXT and its paragraphs → its role, paper or report, as a guess with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.document import Paragraph, Role

_CITATION = re.compile(
    r"\((?:[^()\n]{0,60}[, ])?(?:19|20)\d\d[a-z]?(?:[;,][^()\n]{0,80})?\)|et al\b(?<=\bet al)"
    r"|\[\d{1,3}(?:[,–-] ?\d{1,3})*\]"
)
"""Each way begins with a letter of its own, so that the search is fast."""
_DATED = ("(19", "(20", ", 19", ", 20", "[1", "[2")
_OPENINGS = ("(", "[", "et al")
"""Every citation has one of these."""
_FEWEST = 3
"""Fewer citations say nothing."""
_SELF = (
    *(f"{which} paper" for which in ("this", "our", "present")),
    *(f"{which} study" for which in ("this", "our", "present")),
    *(f"{which} article" for which in ("this", "our", "present")),
    *("this thesis", "this chapter", "section 2", "section 3", "section 4"),
    *("we show", "we propose", "we find", "we present"),
)
_NEWS = (
    " said",
    " told ",
    " announced",
    "according to",
    *(f"on {day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")),
)
_FRONT = re.compile(r"\W*(?:abstract|summary|key ?words|index terms)\b", re.IGNORECASE)
_BACK = re.compile(r"[\dIVX. ]*(?:references|bibliography|works cited)\W*$", re.IGNORECASE)


def guess(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Role, str]:
    """Guess whether the text is a paper or a report, and say why in a few words.

    A paper is long, cites, speaks of itself and of its sections, has an abstract, keywords and
    references; any two of these at least must speak for it, and more than the news against it.
    """
    sample = text if len(text) < 120_000 else text[:80_000] + text[-40_000:]
    thousand_words = max(0.2, len(sample) / 6000)
    reasons: list[tuple[float, str]] = []
    if len(text) > 15_000:
        reasons.append((1.0, "long"))
    citations = _citations(sample)
    if citations >= _FEWEST:
        reasons.append((min(2.0, citations / thousand_words), f"{citations} citations"))
    ends = list(_ends(text, paragraphs))
    if reasons or ends:  # else the text's own words cannot make it a paper
        folded = sample.lower()
        selves = sum(map(folded.count, _SELF))
        if selves >= 2:
            reasons.append((min(1.5, 1.5 * selves / thousand_words), "speaks of itself as a study"))
        reasons += ends
        if len(reasons) >= 2:
            news = sum(map(folded.count, _NEWS))
            weight = sum(points for points, _ in reasons) - min(1.5, 0.5 * news / thousand_words)
            if weight >= 2:
                return "paper", ", ".join(reason for _, reason in reasons)
    short = len(text) < 15_000
    return "report", "short, few citations" if short else "few citations, no abstract"


def _citations(sample: str) -> int:
    """Count the citations, or give 0 where there cannot be enough of them."""
    if sum(map(sample.count, _OPENINGS)) < _FEWEST:
        return 0
    if not any(mark in sample for mark in _DATED) and "et al" not in sample:
        return 0
    return len(_CITATION.findall(sample))


def _ends(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[float, str]]:
    """Yield what a paper begins and ends with, each with its weight."""
    first = paragraphs[:12]
    if any(p.kind == "keywords" or _FRONT.match(text, p.start, p.start + 24) for p in first):
        yield 1.5, "abstract or keywords"
    short = (p for p in paragraphs if p.end - p.start < 30)
    if any(_BACK.match(text, p.start, p.end) for p in short):
        yield 1.5, "references"
