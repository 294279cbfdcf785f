"""PAPER → CLAIMS: its checkable sentences, each with a score and the reasons in words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tui.claims.features import NAMES, features
from tui.claims.genre import Penalty, penalties
from tui.claims.model import COMMON, CONSTANT, FEATURES
from tui.claims.parsing import Parsed, parse
from tui.document import BODY_KINDS, Document, derived
from tui.ingest import sentences
from tui.outline import section_at

CHECKABLE = 0.4
"""The score from which a sentence is a claim."""
SPREAD = 0.5
"""What its neighbours' talk of the paper's own work takes from a sentence."""
SUBJECT = 0.15
"""A name in so large a share of a paper's sentences is what the paper is about."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a paper that can be checked."""

    id: str
    """Stable as long as the sentence's words are; unique in the paper."""
    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    text: str
    """The sentence."""
    section: str
    """The title of its section, or nothing."""
    score: float
    """How checkable it looks, 0..1."""
    reasons: tuple[str, ...]
    """Why, in words for the reader: what speaks for it, then what against."""


def claims(paper: Document, *, every: bool = False) -> tuple[Claim, ...]:
    """Give the claims in the paper's order; with `every` all sentences, each with its score."""
    found = scored(paper)
    return found if every else tuple(claim for claim in found if claim.score >= CHECKABLE)


@derived
def scored(paper: Document) -> tuple[Claim, ...]:
    """Score every sentence of the paper."""
    parsed = [parse(paper, sentence.start, sentence.end) for sentence in sentences(paper)]
    sections = [section_at(paper, sentence.start) for sentence in sentences(paper)]
    titles = [section.title if section else "" for section in sections]
    against = [tuple(penalties(one, title)) for one, title in zip(parsed, titles, strict=True)]
    places = [sentence.paragraph for sentence in sentences(paper)]
    talk = [sum(p.weight for p in mine if p.spreads) for mine in against]
    around = talk_around(talk, places)
    subjects = main_names(parsed)
    seen: Counter[str] = Counter()
    found = []
    for place, one in enumerate(parsed):
        extra = (Penalty(min(2.0, SPREAD * around[place]), "stands among talk of the work itself"),)
        score, reasons = judged(one, subjects, against[place] + extra * (around[place] >= 1))
        kind = paper.paragraphs[places[place]].kind
        if kind not in BODY_KINDS:
            score, reasons = 0.0, (kind, *reasons)
        identity = sha256(" ".join(one.text.lower().split()).encode()).hexdigest()[:8]
        seen[identity] += 1
        if seen[identity] > 1:
            identity += f"-{seen[identity]}"
        found.append(Claim(identity, one.start, one.end, one.text, titles[place], score, reasons))
    return tuple(found)


def judged(
    sentence: Parsed, subjects: frozenset[str], against: Sequence[Penalty]
) -> tuple[float, tuple[str, ...]]:
    """Give a sentence's score 0..1 and the reasons: the frozen model, then what the genre knows."""
    counts = dict(
        zip(NAMES, features(sentence.text, sentence.terms, sentence.figures), strict=True)
    )
    words = dict.fromkeys(term.word for term in sentence.terms)
    evidence = CONSTANT + sum(FEATURES[name] * count for name, count in counts.items())
    evidence += sum(COMMON.get(word, 0.0) for word in words)
    reasons = list(speaking_for(sentence, counts))
    if any(subjects & set(name.stems) for name in sentence.names):
        evidence += 1.0
        reasons.append("names the paper's subject")
    for penalty in against:
        evidence -= penalty.weight
        reasons.append(penalty.reason)
    return round(1 / (1 + math.exp(-evidence)), 4), tuple(reasons)


def speaking_for(sentence: Parsed, counts: dict[str, float]) -> Iterator[str]:
    """Yield what makes the sentence checkable, in words for the reader."""
    dates = sum(figure.kind == "date" for figure in sentence.figures)
    numbers = len(sentence.figures) - dates
    for count, noun in ((numbers, "number"), (dates, "date"), (len(sentence.names), "name")):
        if count:
            yield f"{count} {noun}{'s' if count > 1 else ''}"
    if counts["past"] + counts["past form"] > 0:
        yield "past-tense report"
    if counts["change"]:
        yield "reports a change"
    if counts["comparison"] + counts["superlative"] > 0:
        yield "compares"
    if counts["quantity"]:
        yield "says how much"
    if counts["report"]:
        yield "says who said so"


def main_names(parsed: list[Parsed]) -> frozenset[str]:
    """Give the stems of the single-word names that a large share of the sentences holds."""
    counts = Counter(
        stem
        for one in parsed
        for stem in {name.stems[0] for name in one.names if len(name.stems) == 1}
    )
    least = max(3, SUBJECT * len(parsed))
    return frozenset(stem for stem, count in counts.items() if count >= least)


def talk_around(talk: Sequence[float], places: Sequence[int]) -> list[float]:
    """Give how much the neighbours of each sentence speak of the paper's own work.

    The mean over the other sentences of its paragraph, and half of that of the paragraphs
    before and after: among sentences on method a plain one is about method too.
    """
    sums, counts = defaultdict[int, float](float), Counter(places)
    for place, weight in zip(places, talk, strict=True):
        sums[place] += weight
    found = []
    for place, weight in zip(places, talk, strict=True):
        own = (sums[place] - weight) / max(1, counts[place] - 1)
        beside = [sums[near] / counts[near] for near in (place - 1, place + 1) if counts[near]]
        found.append(own + 0.5 * sum(beside) / max(1, len(beside)))
    return found
