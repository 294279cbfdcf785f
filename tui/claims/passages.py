"""REPORTS → POOL: sentences that may be evidence, in their paragraphs, ready to be scored."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tui.claims.parsing import LONGEST, content
from tui.claims.postings import Alike, Postings, rarity
from tui.claims.variants import FAMILY, derived_form, halves
from tui.claims.words import Term, background, stems
from tui.document import BODY_KINDS, Document, Sentence
from tui.ingest import sentences

DERIVED = 0.7
"""What a derived form counts beside the word itself (diplomatic for diplomacy)."""
UNDER = 12
"""How many paragraphs above a heading is looked for."""
EVERYWHERE, MANY = 0.4, 12
"""What stands in more than this share of the units, of at least so many, is everywhere."""
TRUSTED = 300
"""From so many passages on, the reports' own word counts weigh more than general English's."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a report."""

    document: Document
    """Its report."""
    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    paragraph: int
    """Its paragraph, by its place in the pool."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What words weigh: rare in the reports and, the fewer they are, rare in general English."""

    passages: int
    """How many different passages all reports hold."""
    units: int
    """How many units the frequencies count."""
    frequency: Callable[[str], int]
    """stem → the number of units that hold it."""
    known: dict[str, float] = field(default_factory=dict)
    """stem → its weight, for those asked for so far."""

    def weight(self, term: Term) -> float:
        """Give what a word distinguishes; a word in every unit nothing, however rare elsewhere."""
        frequency = self.frequency(term.stem)
        share = TRUSTED / (TRUSTED + self.passages)
        everywhere = min(1.0, max(0, frequency - 1) / (self.units + 1))
        general = background(term.word) * (1 - everywhere)
        return (1 - share) * rarity(min(frequency, self.units), self.units) + share * general

    def everywhere(self, stem: str) -> bool:
        """Say whether so much of the collection holds a stem that it tells nothing apart."""
        return self.units >= MANY and self.frequency(stem) > EVERYWHERE * self.units

    def query(self, *found: Iterable[Term]) -> dict[str, float]:
        """Give the content words of stretches of text with what they weigh, in order."""
        weights: dict[str, float] = {}
        for terms in found:
            for term in content(tuple(terms)):
                stem = term.stem
                if stem not in self.known:
                    self.known[stem] = self.weight(term)
                weights.setdefault(stem, self.known[stem])
        return weights


@dataclass(frozen=True, slots=True)
class Pool:
    """The passages that a claim is scored against."""

    passages: tuple[Passage, ...]
    """In the order of the reports."""
    sentences: Postings
    """A unit per passage."""
    paragraphs: Postings
    """A unit per paragraph: the context of its passages."""
    firsts: Sequence[int]
    """Where each paragraph's passages begin, and one past the last."""
    beginnings: Mapping[str, Sequence[str]]
    """The stems by their first FAMILY letters, to find derived forms."""
    repeats: int = 0
    """How many passages stand in a paragraph that stood there before, word for word."""
    derived: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """stem → its derived forms, for those asked for so far."""

    def alike(self, stem: str) -> tuple[tuple[str, float], ...]:
        """Give the derived forms of a stem among the passages' words; of an unknown, its halves."""
        if stem not in self.derived:
            known = self.sentences.units
            others = [
                other
                for other in self.beginnings.get(stem[:FAMILY], ())
                if other != stem and derived_form(stem, other)
            ]
            if not others and stem not in known and stem.isalpha():
                others += halves(stem, known)
            self.derived[stem] = tuple((other, DERIVED) for other in others)
        return self.derived[stem]

    def expanded(self, query: Iterable[str]) -> Alike:
        """Give the derived forms of a query's words among the passages."""
        return {stem: others for stem in query if (others := self.alike(stem))}

    def scale(self) -> Scale:
        """Weigh words by these very passages' paragraphs, each counted once."""
        count = len(self.passages) - self.repeats
        return Scale(count, self.paragraphs.distinct, self.paragraphs.frequency)


def evident(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that may be evidence: the body's, or all where there is no body."""
    kinds = [paragraph.kind for paragraph in document.paragraphs]
    some = any(kind in BODY_KINDS for kind in kinds)
    for sentence in sentences(document):
        kind = kinds[sentence.paragraph]
        if kind in BODY_KINDS or (not some and kind != "furniture"):
            yield sentence


def heading(document: Document, paragraph: int) -> list[str]:
    """Give the stems of the heading that a paragraph stands under, if one is near above it."""
    for block in reversed(document.paragraphs[max(0, paragraph - UNDER) : paragraph]):
        if block.kind == "heading":
            return stems(document.text, block.start, block.end)
    return []


class Builder:
    """Takes passages report by report, in order, and closes into a pool.

    With a query only what may match its words is kept of the passages' words. A sparse pool
    holds some sentences of a paragraph; the others are their context all the same.
    """

    def __init__(self, query: Iterable[str] | None = None, *, sparse: bool = False) -> None:
        self.sparse = sparse
        self.wanted = None if query is None else frozenset(stem[:FAMILY] for stem in query)
        self.passages: list[Passage] = []
        self.sentences = Postings()
        self.paragraphs = Postings()
        self.firsts = array("i")
        self.met: set[int] = set()
        self.repeats = 0

    def add(self, report: Document, found: Iterable[Sentence]) -> None:
        """Add sentences of one report, in reading order; those of a paragraph are its context."""
        for number, group in groupby(found, key=lambda sentence: sentence.paragraph):
            unit = len(self.firsts)
            self.firsts.append(len(self.passages))
            context: list[str] = []
            before = length = read = 0
            for sentence in group:
                end = min(sentence.end, sentence.start + LONGEST)
                words = stems(report.text, sentence.start, end)
                read += end - sentence.start + 1
                length += len(words)
                words = self.kept(words)
                context += words
                self.passages.append(Passage(report, sentence.start, sentence.end, unit))
                self.sentences.add(words, length - before)
                before = length
            title = heading(report, number)
            block = report.paragraphs[number]
            if self.sparse and read < block.end - block.start:
                context = stems(report.text, block.start, min(block.end, block.start + LONGEST))
                length = len(context)
                context = self.kept(context)
            self.paragraphs.add(context + title, length + len(title))
            if not self.sparse:
                whole = hash(tuple(context))
                if whole in self.met:
                    self.paragraphs.repeat(context + title)
                    self.repeats += len(self.passages) - self.firsts[-1]
                self.met.add(whole)

    def kept(self, words: list[str]) -> list[str]:
        """Give those of the words that may match the query."""
        if self.wanted is None:
            return words
        return [word for word in words if word[:FAMILY] in self.wanted]

    def close(self) -> Pool:
        """Give the pool."""
        self.sentences.close()
        self.paragraphs.close()
        beginnings: dict[str, list[str]] = defaultdict(list)
        for stem in self.sentences.units:
            if len(stem) >= FAMILY and stem.isalpha():
                beginnings[stem[:FAMILY]].append(stem)
        self.firsts.append(len(self.passages))
        return Pool(
            tuple(self.passages),
            self.sentences,
            self.paragraphs,
            self.firsts,
            beginnings,
            self.repeats,
        )
