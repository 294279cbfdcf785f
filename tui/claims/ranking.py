"""CLAIM → ROW: a score for every passage, from the claim, its context and the whole paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.claims.passages import TRUSTED, Pool, expanded, query
from tui.claims.postings import standard
from tui.document import Document, Sentence

CONTEXT = 0.5
"""What the claim's paragraph counts beside the claim itself."""
AROUND = 1.0
"""What the passage's paragraph counts beside the passage itself."""
CENTRAL = 1.0
"""What a passage's nearness to the whole paper counts, in a collection of few passages."""
REACH = 3
"""How many sentences either side make a claim's context."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim against every passage of a pool."""

    scores: tuple[float, ...]
    """Per passage, a sum of distances from the mean; comparable within the row only."""
    weights: dict[str, float]
    """The claim's content words and what each weighs."""


def row(
    pool: Pool,
    paper: Document,
    claim: tuple[int, int],
    context: tuple[int, int],
    central: Sequence[float],
) -> Row:
    """Score every passage.

    Four BM25 scores (claim and its context, against passage and paragraph) are summed as
    z-scores, with the passage's nearness to the whole paper. The context reads the claim as
    its neighbours do: a pronoun's name stands there.
    """
    weights = query(pool, paper.text, *claim)
    total = scored(pool, weights)
    if context == claim:
        total = [score * (1 + CONTEXT) for score in total]
    else:
        around = scored(pool, query(pool, paper.text, *context))
        total = [score + CONTEXT * more for score, more in zip(total, around, strict=True)]
    if central:
        total = [score + more for score, more in zip(total, central, strict=True)]
    return Row(tuple(total), weights)


def scored(pool: Pool, weights: dict[str, float]) -> list[float]:
    """Score the passages and their paragraphs for one query, as a sum of z-scores."""
    alike = expanded(pool, weights)
    near = standard(pool.sentences.row(weights, alike))
    units = pool.paragraphs.row(weights, alike)
    wide = standard([units[passage.paragraph] for passage in pool.passages])
    return [score + AROUND * more for score, more in zip(near, wide, strict=True)]


def centrality(pool: Pool, paper: Document, found: Sequence[Sentence]) -> list[float]:
    """Give how near each passage is to the paper as a whole; empty where that says nothing.

    A passage's mean score over all sentences of the paper is its score for one query that
    weighs each word by the share of sentences that hold it. In a large collection most
    passages are about something else, which the claim itself tells better: the share fades.
    """
    share = CENTRAL * TRUSTED / (TRUSTED + len(pool.passages))
    if share < CENTRAL / 20 or not found:
        return []
    weights: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for sentence in found:
        words = query(pool, paper.text, sentence.start, sentence.end)
        counts.update(words.keys())
        weights.update(words)
    mean = {stem: weight * counts[stem] / len(found) for stem, weight in weights.items()}
    return [share * score for score in standard(pool.sentences.row(mean, expanded(pool, mean)))]


def surroundings(found: Sequence[Sentence], index: int) -> tuple[int, int]:
    """Give the stretch of a sentence's paragraph around it, REACH sentences either side."""
    paragraph = found[index].paragraph
    near: Iterable[Sentence] = found[max(0, index - REACH) : index + REACH + 1]
    same = [sentence for sentence in near if sentence.paragraph == paragraph]
    return same[0].start, same[-1].end
