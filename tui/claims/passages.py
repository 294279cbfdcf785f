"""REPORTS → PASSAGES: every sentence that may be evidence, in its paragraph, ready to be scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.claims.names import derived_form
from tui.claims.postings import Alike, Postings
from tui.claims.words import background, functional, terms
from tui.document import BODY_KINDS, Document, Sentence
from tui.ingest import sentences

DERIVED = 0.5
"""What a derived form counts beside the word itself (diplomatic for diplomacy)."""
PREFIX = 6
"""How long a beginning two derived forms share."""
TRUSTED = 100
"""From so many passages on, the reports' own word counts weigh more than general English's."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a report."""

    document: int
    """Its report, by its place among the reports."""
    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    paragraph: int
    """Its paragraph, by its place in the pool."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The passages that claims are scored against, and what their words weigh."""

    passages: tuple[Passage, ...]
    """In the order of the reports."""
    sentences: Postings
    """A unit per passage."""
    paragraphs: Postings
    """A unit per paragraph: the context of its passages."""
    beginnings: Mapping[str, Sequence[str]]
    """The stems by their first PREFIX letters, to find derived forms."""

    def weight(self, stem: str, word: str) -> float:
        """Give what a word distinguishes: rare in the reports and, the fewer they are, in English.

        A word in every paragraph weighs nothing, however rare it is elsewhere.
        """
        units = len(self.paragraphs.lengths)
        frequency = self.paragraphs.frequency(stem)
        own = self.paragraphs.rarity(stem)
        share = TRUSTED / (TRUSTED + len(self.passages))
        everywhere = max(0, frequency - 1) / (units + 1)
        return (1 - share) * own + share * background(word) * (1 - everywhere)

    def alike(self, stem: str) -> Sequence[tuple[str, float]]:
        """Give the derived forms of a stem among the passages' words."""
        return [
            (other, DERIVED)
            for other in self.beginnings.get(stem[:PREFIX], ())
            if other != stem and derived_form(stem, other)
        ]


def evident(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that may be evidence: the body's, or all where there is no body."""
    found = [
        sentence
        for sentence in sentences(document)
        if document.paragraphs[sentence.paragraph].kind in BODY_KINDS
    ]
    yield from found or (
        sentence
        for sentence in sentences(document)
        if document.paragraphs[sentence.paragraph].kind != "furniture"
    )


def pool(reports: Sequence[Document]) -> Pool:
    """Gather the passages of the reports."""
    builder = Builder()
    for number, report in enumerate(reports):
        builder.add(number, report, evident(report))
    return builder.close()


class Builder:
    """Takes passages report by report, in order, and closes into a pool."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.sentences = Postings()
        self.paragraphs = Postings()

    def add(self, number: int, report: Document, found: Iterable[Sentence]) -> None:
        """Add sentences of one report, in reading order; their paragraphs are the context."""
        paragraph: list[str] = []
        last = None
        for sentence in found:
            stems = [t.stem for t in terms(report.text, sentence.start, sentence.end)]
            if sentence.paragraph != last and last is not None:
                self.paragraphs.add(paragraph)
                paragraph = []
            last = sentence.paragraph
            paragraph += stems
            unit = len(self.paragraphs.lengths)
            self.passages.append(Passage(number, sentence.start, sentence.end, unit))
            self.sentences.add(stems)
        if last is not None:
            self.paragraphs.add(paragraph)

    def close(self) -> Pool:
        """Give the pool."""
        self.sentences.close()
        self.paragraphs.close()
        beginnings: dict[str, list[str]] = defaultdict(list)
        for stem in self.sentences.units:
            if len(stem) >= PREFIX and stem.isalpha():
                beginnings[stem[:PREFIX]].append(stem)
        return Pool(tuple(self.passages), self.sentences, self.paragraphs, beginnings)


def query(pool: Pool, text: str, start: int, end: int) -> dict[str, float]:
    """Give the content words of a stretch of text with what they weigh, in order."""
    weights: dict[str, float] = {}
    for term in terms(text, start, end):
        if not functional(term.word) and term.stem not in weights:
            weights[term.stem] = pool.weight(term.stem, term.word)
    return weights


def expanded(pool: Pool, query: Iterable[str]) -> Alike:
    """Give the derived forms of a query's words among the passages."""
    return {stem: others for stem in query if (others := pool.alike(stem))}
