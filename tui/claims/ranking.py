"""CLAIM → RANKING: a score for every passage, from the claim, its context and the whole paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from tui.claims.meaning import Meaning
from tui.claims.parsing import Parsed, pairs, spoken, tokens
from tui.claims.passages import TRUSTED, Pool, Scale
from tui.claims.postings import Alike, Row, spread
from tui.claims.words import Term
from tui.document import Document, Sentence, index_at
from tui.ingest import sentences

NEIGHBOUR = 0.5
"""What the words of the sentence beside a claim count; half of it those of the next but one."""
AROUND = 0.7
"""What the passage's paragraph counts beside the passage itself."""
FOLLOWING = 0.2
"""What the sentence after the passage counts."""
CENTRAL = 0.125
"""What a passage's nearness to the whole paper counts, in a collection of few passages."""
MEANT = 1.25
"""What nearness in meaning counts beside the words, in a collection of many passages."""
PAIRED = 0.25
"""What neighbouring words that stand together in a passage too count beside single words."""
CLOSE = 100
"""So many passages, the best by all else, are looked at for such pairs."""
SORTED = 2000
"""Up to so many passages all are ranked, also those that share nothing with the claim."""
REACH = 3
"""How many sentences either side make a claim's context."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the reports for one claim."""

    claim: Parsed
    """The claim."""
    weights: Mapping[str, float]
    """Its content words, and what each weighs."""
    context: Mapping[str, float]
    """Its words, and for less its neighbours': they name what its pronouns mean."""
    around: str
    """The claim and its neighbours."""


def asked(
    paper: Document, claim: Parsed, scale: Scale, known: Mapping[str, tuple[str, ...]]
) -> Asked:
    """Ask for a claim of the paper; known are the acronyms with the words they stand for."""
    weights = scale.query(claim.terms)
    found = sentences(paper)
    if not found:
        return Asked(claim, weights, weights, claim.text)
    own = index_at(found, claim.start)
    near = surroundings(found, own)
    other = [Term(0, 0, stem, stem) for stem in other_forms(claim, known)]
    context = {stem: NEIGHBOUR * weight for stem, weight in scale.query(other).items()}
    for place in near:
        terms = spoken(paper, found[place].start, found[place].end)
        share = NEIGHBOUR / max(1, abs(place - own))
        for stem, weight in scale.query(terms).items():
            context[stem] = max(context.get(stem, 0.0), share * weight)
    text = paper.text[found[near[0]].start : found[near[-1]].end]
    return Asked(claim, weights, {**context, **weights}, text)


def other_forms(claim: Parsed, known: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield stems of the claim's names in other forms: an acronym's words, a name's initials."""
    for name in claim.names:
        if len(name.stems) == 1:
            yield from known.get(name.stems[0], ())
        else:
            yield "".join(stem[0] for stem in name.stems)


def ranked(
    query: Asked, pool: Pool, count: int, meaning: Meaning | None, central: Row, share: float
) -> tuple[Total, Alike]:
    """Score every passage of the pool for a claim; give also what stands for its words.

    Count is how many passages there are, of which the pool may hold only the candidates.
    The claim in its context against the passage, its paragraph, and the sentence that follows; a
    share of the passage's nearness to the whole paper; with vectors, the same by meaning too.
    """
    alike = dict(pool.expanded(query.context))
    if meaning is not None:
        written = {term.stem: term.word for term in query.claim.terms}
        alike.update(meaning.expanded(query.weights, written))
    total = Total(pool, count)
    total.add_words(query.context, alike)
    total.add_following(query.weights, alike)
    if meaning is not None:
        meant = MEANT * count / (TRUSTED + count)  # among a few, all are on one subject
        texts = {query.claim.text, query.around}  # one where the claim stands alone
        for text in sorted(texts):
            total.add_meaning(meaning, text, meant / len(texts))
    total.add(central, share)
    total.add_pairs(query, PAIRED)
    return total, {stem: others for stem, others in alike.items() if stem in query.weights}


class Total:
    """A score for every passage of a pool: rows are added to it as z-scores.

    z-scores are summed, never ranks: on five of six sets of claims with labelled evidence rank
    fusion is worse than BM25 alone.
    """

    def __init__(self, pool: Pool, count: int) -> None:
        self.pool = pool
        self.count = max(count, len(pool.passages))
        self.scores = [0.0] * len(pool.passages)
        self.base = 0.0

    def add(self, row: Row, share: float = 1.0, count: int = 0) -> None:
        """Add a row of so many passages, or of all; one that it leaves out scores 0 in it."""
        mean, deviation = spread(row.values(), count or self.count)
        if deviation < 1e-9 or not share:
            return
        factor = share / deviation
        scores = self.scores
        for place, score in row.items():
            scores[place] += factor * score
        self.base -= factor * mean

    def add_words(self, weights: Mapping[str, float], alike: Alike) -> None:
        """Add what BM25 says of the passages, and of their paragraphs, for a query."""
        self.add(self.pool.sentences.row(weights, alike))
        units = self.pool.paragraphs.row(weights, alike)
        firsts = self.pool.firsts
        wide = {
            place: score
            for unit, score in units.items()
            for place in range(firsts[unit], firsts[unit + 1])
        }
        self.add(wide, AROUND)

    def add_following(self, weights: Mapping[str, float], alike: Alike) -> None:
        """Add what BM25 says of the sentence after each passage, in the same report."""
        passages = self.pool.passages
        row = {
            place - 1: score
            for place, score in self.pool.sentences.row(weights, alike).items()
            if place and passages[place - 1].document is passages[place].document
        }
        self.add(row, FOLLOWING)

    def add_meaning(self, meaning: Meaning, text: str, share: float = 1.0) -> None:
        """Add how near the passages, and their paragraphs, are to a text in meaning."""
        near, wide = meaning.rows(text)
        self.add(dict(enumerate(near)), share, len(near))
        self.add(dict(enumerate(wide)), share * AROUND, len(wide))

    def add_pairs(self, query: Asked, share: float = 1.0) -> None:
        """Add what neighbouring words of the claim weigh that are neighbours in a passage too.

        After the sequential dependence model (Metzler and Croft 2005).
        """
        claim, scores = query.claim, self.scores
        near = frozenset(nlargest(CLOSE, range(len(scores)), key=scores.__getitem__))
        wanted = pairs(claim.document, claim.start, claim.end)
        units = self.pool.sentences.units
        holders = {s: near.intersection(units.get(s, ())) for pair in wanted for s in pair}
        row: Row = {}
        for one, other in wanted:
            weight = query.weights.get(one, 0.0) + query.weights.get(other, 0.0)
            for place in sorted(holders[one] & holders[other]):
                passage = self.pool.passages[place]
                if (one, other) in pairs(passage.document, passage.start, passage.end):
                    row[place] = row.get(place, 0.0) + weight
        self.add(row, share, min(CLOSE, len(self.scores)))

    def order(self) -> list[int]:
        """Give the places by score, best first, and as in the reports where equal.

        Of a great many passages only those that hold something of the claim are sorted.
        """
        scores = self.scores
        places: Iterable[int] = range(len(scores))
        if len(scores) > SORTED:
            places = [place for place, score in enumerate(scores) if score > 0]
        return sorted(places, key=lambda place: -scores[place])

    def score(self, place: int) -> float:
        """Give a passage's sum of z-scores."""
        return self.scores[place] + self.base


def centrality(pool: Pool, scale: Scale, paper: Document, found: Sequence[Sentence]) -> Row:
    """Give how near each passage is to the paper as a whole.

    A passage's mean score over all sentences of the paper is its score for one query that
    weighs each word by the share of sentences that hold it. It is capped a deviation above the
    mean: being near to everything is no reason to stand before what speaks of just this.
    """
    weights: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for sentence in found:
        words = {t.stem: t for t in tokens(paper, sentence.start, sentence.end)}
        counts.update(words.keys())
        weights.update(scale.query(t for s, t in words.items() if s not in weights))
    mean = {stem: weight * counts[stem] / max(1, len(found)) for stem, weight in weights.items()}
    row = pool.sentences.row(mean, pool.expanded(mean))
    middle, deviation = spread(row.values(), len(pool.passages))
    return {place: min(score, middle + deviation) for place, score in row.items()}


def central_share(scale: Scale) -> float:
    """Give what centrality counts: all among few passages, nothing among many.

    In a large collection most passages are about something else, which the claim itself tells
    better.
    """
    share = CENTRAL * TRUSTED / (TRUSTED + scale.passages)
    return share if share >= CENTRAL / 20 else 0.0


def surroundings(found: Sequence[Sentence], own: int) -> range:
    """Give the places of a sentence and of those of its paragraph around it, REACH either side."""
    paragraph, first, last = found[own].paragraph, own, own + 1
    while first > max(0, own - REACH) and found[first - 1].paragraph == paragraph:
        first -= 1
    while last < min(len(found), own + REACH + 1) and found[last].paragraph == paragraph:
        last += 1
    return range(first, last)
