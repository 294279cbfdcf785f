"""REPORTS → STOCK: what claims are searched in, whole in memory or as an index of candidates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import groupby

from tui.claims.copies import Twins
from tui.claims.parsing import tokens
from tui.claims.passages import Builder, Pool, Scale, evident
from tui.claims.words import stems, telling
from tui.document import Document, Sentence, index_at
from tui.ingest import sentences_in
from tui.search import Index, candidates, count, frequency

LARGE = 4_000_000
"""Characters of all reports from which they are indexed instead of held in memory."""
HITS, HITS_OF_MANY = 24, 400
"""The most sentences of an index that are asked for by one claim; and for a long list."""
LOOKED_AT, LOOKED_AT_OF_MANY = 12, 100
"""The most paragraphs of theirs that are looked at closely; and for a long list."""
TOGETHER = 0.3
"""What a paragraph's other hits count beside its best one."""
AROUND = 8
"""So many sentences either side of a hit are looked at too, in its paragraph."""
SAMPLE = 300
"""So many reports of an index are read to tell how words repeat in a paragraph."""
TELLING = 8.0
"""From so rare a last word on, it alone stands for a name: Kagame, Francophonie; not Council."""


@dataclass(frozen=True, slots=True)
class Stock:
    """All passages of the reports."""

    reports: tuple[Document, ...]
    """In their order."""
    places: Mapping[Document, int]
    """Which place each has."""
    scale: Scale
    """What words weigh among all passages."""
    whole: Pool | None
    """All passages, where they are few."""
    index: Index | None
    """Finds candidates, where they are many."""

    def size(self, twins: Twins) -> int:
        """Give how many passages all reports hold, their twins' included."""
        if self.whole is None:
            everyone = {*self.reports, *(twin for same in twins.values() for twin in same)}
            return count(self.index, everyone) if self.index else 0
        again = sum(len(twins.get(p.document, ())) for p in self.whole.passages) if twins else 0
        return len(self.whole.passages) + again

    def pool(self, query: Mapping[str, float], wanted: Iterable[str] | None, *, many: bool) -> Pool:
        """Give the passages that a claim with these words is scored against.

        Of an index they are its candidates, few or many; of their words only those that can
        match the wanted ones are kept, or all for None.
        """
        if self.whole is not None or self.index is None:
            return self.whole or Builder().close()
        hits = candidates(self.index, query, HITS_OF_MANY if many else HITS, self.places)
        found = defaultdict[Document, list[Sentence]](list)
        for report, around in near(hits, LOOKED_AT_OF_MANY if many else LOOKED_AT):
            found[report] += around
        builder = Builder(wanted, sparse=True)
        for report in sorted(found, key=self.places.__getitem__):
            builder.add(report, sorted(found[report], key=lambda sentence: sentence.start))
        return builder.close()

    def stands(self, name: Sequence[str], pool: Pool) -> bool:
        """Say whether some passage holds the name: all its words, or its one telling last word."""
        units = [{u for u, _ in pool.sentences.matches(s, pool.alike(s))} for s in name]
        if units and set.intersection(*units):
            return True
        if telling(name[-1]) >= TELLING and self.scale.frequency(name[-1]):
            return True
        if self.index is None or not all(map(self.scale.frequency, name)):
            return False
        best = candidates(self.index, dict.fromkeys(name, 1.0), 1, self.places)
        return any(
            set(name) <= {term.stem for term in tokens(report, passage.start, passage.end)}
            for report, passage, _ in best
        )


def near(
    hits: Iterable[tuple[Document, Sentence, float]], most: int
) -> Iterator[tuple[Document, list[Sentence]]]:
    """Yield the sentences around hits, in the paragraphs with the best hits, each once.

    What a claim says may stand in a whole paragraph, so that its best sentence alone tells little.
    """
    held = defaultdict[tuple[Document, int], list[tuple[int, float]]](list)
    for report, hit, score in hits:
        held[report, hit.paragraph].append((hit.start, score))

    def worth(unit: tuple[Document, int]) -> float:
        scores = [score for _, score in held[unit]]
        return max(scores) + TOGETHER * (sum(scores) - max(scores))

    for report, paragraph in nlargest(most, held, key=worth):
        found = sentences_in(report, paragraph)
        numbers = [index_at(found, start) for start, _ in held[report, paragraph]]
        yield (
            report,
            [
                sentence
                for place, sentence in enumerate(found)
                if any(abs(place - number) <= AROUND for number in numbers)
            ],
        )


def stock(reports: Sequence[Document], index: Index | None = None) -> Stock:
    """Prepare the reports; an index of them (and of more) is used where they are many."""
    reports = tuple(reports)
    places = {report: place for place, report in enumerate(reports)}
    if sum(len(report.text) for report in reports) < LARGE:
        builder = Builder()
        for report in reports:
            builder.add(report, evident(report))
        pool = builder.close()
        return Stock(reports, places, pool.scale(), pool, None)
    index = index or Index.of(reports)
    return Stock(reports, places, estimated(index, reports), None, index)


def estimated(index: Index, reports: Sequence[Document]) -> Scale:
    """Weigh words by the paragraphs that hold them, where an index counts sentences.

    A subject's words come again in the same paragraph, so that counted by sentences they seem
    common. How often they do is told from a sample of the reports.
    """
    in_sentences, in_paragraphs = Counter[str](), Counter[str]()
    sentences_read = paragraphs_read = 0
    for report in reports[:: max(1, len(reports) // SAMPLE)][:SAMPLE]:
        for _, group in groupby(evident(report), key=lambda sentence: sentence.paragraph):
            held: set[str] = set()
            for sentence in group:
                words = set(stems(report.text, sentence.start, sentence.end))
                in_sentences.update(words)
                held |= words
                sentences_read += 1
            in_paragraphs.update(held)
            paragraphs_read += 1
    usual = in_sentences.total() / max(1, in_paragraphs.total())

    @cache
    def counted(stem: str) -> int:
        found = frequency(index, stem)
        again = (in_sentences[stem] + usual) / (in_paragraphs[stem] + 1)
        return max(1, round(found / again)) if found else 0

    units = round(index.passages * paragraphs_read / max(1, sentences_read))
    return Scale(index.passages, max(1, units), counted)
