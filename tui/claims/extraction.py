"""PAPER → CLAIMS: its checkable sentences, each with a score and the reasons in words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import mul
from weakref import WeakKeyDictionary

from tui.claims.features import NAMES, features
from tui.claims.genre import Penalty, penalties
from tui.claims.model import COMMON, CONSTANT, FEATURES
from tui.claims.parsing import Parsed, parse
from tui.claims.words import Term, listed
from tui.document import BODY_KINDS, Document, Section, derived
from tui.ingest import sentences
from tui.outline import outline, section_at

CHECKABLE = 0.4
"""The score from which a sentence is a claim."""
WEIGHTS = tuple(FEATURES[name] for name in NAMES)
"""What each feature weighs, in their order."""
NEVER_PAST = listed(
    "united indeed hundred kindred sacred based limited need embed succeed proceed exceed"
)
"""Words that only look like the past of a verb, or tell of a state."""
LISTED = 1.0
"""What all get beside the model's log-odds: a paper reports more than a debate does."""
NUMBER, DATE, NAME = 0.7, 0.5, 0.7
"""What each number, each date and each name add: the more of them, the more can be checked."""
SPREAD = 0.5
"""What its neighbours' talk of the paper's own work takes from a sentence."""
SUBJECT = 0.15
"""A name in so large a share of a paper's sentences is what the paper is about: no addition."""


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
    steps = scoring(paper)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: tuple[Claim, ...] = done.value
            break
    return found if every else tuple(claim for claim in found if claim.score >= CHECKABLE)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one sentence says by itself; its words are not kept, for a paper may be a book."""

    evidence: float
    """The log-odds that it is checkable."""
    talk: float
    """How much it speaks of the paper's own work."""
    names: frozenset[tuple[str, ...]]
    """Its names, by their stems."""
    reasons: tuple[str, ...]
    """What speaks for it."""
    against: tuple[str, ...]
    """What speaks against it."""


SCORED: WeakKeyDictionary[Document, tuple[Claim, ...]] = WeakKeyDictionary()
"""The sentences of the papers that were read to the end."""
STEP = 200
"""Sentences that are read between two words about it."""


def scoring(paper: Document) -> Generator[int, None, tuple[Claim, ...]]:
    """Score every sentence of the paper in steps, which are kept once they are all done.

    Yields how many sentences are read, returns them; it can be left between any two steps.
    """
    if paper in SCORED:
        return SCORED[paper]
    found: list[Claim] = []
    singles: Counter[str] = Counter()
    judgements: list[Judged] = []
    for number, sentence in enumerate(sentences(paper)):
        if number % STEP == 0:
            yield number
        above = enclosing(paper, sentence.start)
        one = parse(paper, sentence.start, sentence.end)
        judgements.append(judged(one, tuple(penalties(one, above))))
        singles.update({name.stems[0] for name in one.names if len(name.stems) == 1})
        found.append(Claim("", one.start, one.end, one.text, "".join(above[:1]), 0.0, ()))
    subjects = main_names(singles, len(found))
    places = [sentence.paragraph for sentence in sentences(paper)]
    around = talk_around([one.talk for one in judgements], places)
    seen: Counter[str] = Counter()
    for place, (claim, judgement) in enumerate(zip(found, judgements, strict=True)):
        kind = paper.paragraphs[places[place]].kind
        score, reasons = weighed(judgement, subjects, around[place])
        if kind not in BODY_KINDS:
            score, reasons = 0.0, (kind, *reasons)
        elif _goes_on(paper, places[place], claim):
            score, reasons = 0.0, ("goes on after a formula or code", *reasons)
        found[place] = replace(claim, id=identity(claim.text, seen), score=score, reasons=reasons)
    return SCORED.setdefault(paper, tuple(found))


def enclosing(paper: Document, offset: int) -> tuple[str, ...]:
    """Give the titles of the sections that an offset stands in, the deepest first."""
    section = section_at(paper, offset)
    return titles(paper)[section.start, section.level] if section else ()


@derived
def titles(paper: Document) -> dict[tuple[int, int], tuple[str, ...]]:
    """Give for each section, by start and level, its title and those of the sections around it."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    above: list[Section] = []
    for section in outline(paper):
        while above and above[-1].level >= section.level:
            above.pop()
        above.append(section)
        found[section.start, section.level] = tuple(one.title for one in reversed(above))
    return found


def _goes_on(paper: Document, number: int, claim: Claim) -> bool:
    """Say whether a sentence began above the code or formula that stands before its paragraph."""
    opens = claim.start == paper.paragraphs[number].start and claim.text[0].islower()
    return opens and number > 0 and paper.paragraphs[number - 1].kind == "code"


def identity(text: str, seen: Counter[str]) -> str:
    """Name a sentence by its words; one that was seen before gets a number."""
    digest = sha256(" ".join(text.lower().split()).encode()).hexdigest()[:8]
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def judged(sentence: Parsed, against: Sequence[Penalty]) -> Judged:
    """Judge a sentence by itself: the frozen model, then what the genre knows."""
    found = features(sentence.text, sentence.terms, sentence.figures)
    evidence = LISTED + CONSTANT + sum(map(mul, WEIGHTS, found))
    dates = sum(figure.kind == "date" for figure in sentence.figures)
    evidence += NUMBER * min(3, len(sentence.figures) - dates) + DATE * min(2, dates)
    for word in dict.fromkeys(term.word for term in sentence.terms):
        if word in COMMON:
            evidence += COMMON[word]
    for penalty in against:
        evidence -= penalty.weight
    return Judged(
        evidence,
        sum(penalty.weight for penalty in against if penalty.spreads),
        frozenset(name.stems for name in sentence.names),
        tuple(speaking_for(sentence, dict(zip(NAMES, found, strict=True)))),
        tuple(penalty.reason for penalty in against),
    )


def weighed(
    sentence: Judged, subjects: frozenset[str], around: float
) -> tuple[float, tuple[str, ...]]:
    """Give a sentence's score 0..1 and the reasons, with what the paper around it adds."""
    evidence, reasons, against = sentence.evidence, sentence.reasons, sentence.against
    evidence += NAME * min(4, sum(not subjects.issuperset(name) for name in sentence.names))
    if around >= 1:
        evidence -= min(2.0, SPREAD * around)
        against += ("stands among talk of the work itself",)
    return round(1 / (1 + math.exp(-evidence)), 4), reasons + against


def speaking_for(sentence: Parsed, counts: dict[str, float]) -> Iterator[str]:
    """Yield what makes the sentence checkable, in words for the reader."""
    dates = sum(figure.kind == "date" for figure in sentence.figures)
    numbers = len(sentence.figures) - dates
    for count, noun in ((numbers, "number"), (dates, "date"), (len(sentence.names), "name")):
        if count:
            yield f"{count} {noun}{'s' if count > 1 else ''}"
    if counts["past"] > 0 or any(map(past, sentence.terms)):
        yield "past-tense report"
    if counts["change"]:
        yield "reports a change"
    if counts["comparison"] + counts["superlative"] > 0:
        yield "compares"
    if counts["quantity"]:
        yield "says how much"
    if counts["report"]:
        yield "says who said so"


def past(term: Term) -> bool:
    """Say whether a word is the past of a verb, by its form."""
    return term.word.endswith("ed") and len(term.stem) > 2 and term.word not in NEVER_PAST


def main_names(singles: Counter[str], sentences: int) -> frozenset[str]:
    """Give the stems of the single-word names that a large share of the sentences holds."""
    least = max(3, SUBJECT * sentences)
    return frozenset(stem for stem, count in singles.items() if count >= least)


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
