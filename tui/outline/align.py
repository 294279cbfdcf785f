"""Announced sections and PARAGRAPHS → where each announced section begins, and how sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from itertools import accumulate
from math import exp, inf, log, sqrt

from tui.outline.roadmap import Item

_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN = re.compile(
    r"(?:section|paper|present|discuss|describ|review|outlin|provid|article|study|which|this|that|"
    r"with|from|their|these|those|three|offers?|explor|examin|more|also|will|some|into)"
)
_OPENINGS = tuple(
    (re.compile(item, re.IGNORECASE), re.compile(opening, re.IGNORECASE | re.DOTALL))
    for item, opening in (
        (
            r"literature|related|background|previous|theor",
            r".*\b(?:literature|studies|research|theory)\b",
        ),
        (
            r"framework|model|concept|notation|prelim|defin",
            r".*\b(?:framework|model|concept|defin|let)",
        ),
        (
            r"method|approach|design|data|setup|sampl",
            r".*\b(?:method|approach|design|data|employ|conducted|collected|sample)",
        ),
        (
            r"case stud|empiric|result|finding|experiment|applicat|evaluat|example",
            r".*\b(?:case|results?|findings?|experiments?|application|example|evaluat)",
        ),
        (
            r"discuss|implication",
            r".*\b(?:findings|synthesi|discuss|results|our (?:study|analysis))",
        ),
        (r"recommend|polic", r".*\b(?:recommend|polic)"),
        (
            r"conclu|summar|clos|final",
            r".*\b(?:conclu|summar|overall|this (?:paper|study|article))",
        ),
    )
)

_LIKE, _ECHO, _SUITS, _SPEAKING, _SUMMARY = 1.0, 2.0, 1.0, 1.0, 4.0
"""Weights beside the boundary's log-odds: likeness of the section and of its opening words to the
announcement, an opening of its kind, one that speaks of its section, likeness to the summary."""
_PLACES, _NEAR = 300, 6
"""So many of the likeliest places are weighed, so that time stays within bounds; and the first
section begins within so many blocks after the plan."""
_LONG, _LATE, _LAST = 0.5, 1.0, 0.5
"""Penalties: a length off the usual (squared log), a block between the plan and the first
section; and the last section's usual length beside the others'."""
_SPEAKS = re.compile(
    r"(?:in )?this (?:section|chapter|part)\b|this (?:study|paper|research)\b", re.I
)


def align(
    items: Sequence[Item], blocks: Sequence[str], odds: Sequence[float], summary: str
) -> list[tuple[int, float]]:
    """Place each item at one of the blocks, in order; gives (index, confidence 0..1) an item.

    Monotone dynamic programming over the sum of: the boundary's log-odds, the likeness of the
    section's paragraphs to what was announced (against the other items), an opening that suits
    the kind of section, the conclusion's likeness to the summary, and a prior on lengths. The
    blocks are those after the plan, so the first item begins at or near the first of them.
    """
    count, total = len(items), len(blocks)
    if not count or total < count:
        return []
    starts = _starts(items, blocks, odds, summary)
    places = _best(starts, _likeness(items, blocks), [len(block) + 1 for block in blocks])
    return [(place, _sure(starts[k][place], k, place)) for k, place in enumerate(places)]


def _best(starts: list[list[float]], likeness: list[list[float]], sizes: list[int]) -> list[int]:
    """Give the rising places, one an item, that score best together."""
    count, total = len(starts), len(sizes)
    likely = nlargest(_PLACES, range(total), key=lambda place: max(row[place] for row in starts))
    allowed = sorted({*range(min(total, _NEAR)), *likely})
    mass = [0, *accumulate(sizes)]
    usual = mass[-1] / count
    best = [[-inf] * (total + 1) for _ in range(count + 1)]
    back = [[0] * (total + 1) for _ in range(count + 1)]
    for place in allowed[:_NEAR]:
        best[0][place] = -_LATE * place
    for k in range(count):
        sums = [0.0, *accumulate(likeness[k])]
        last = k == count - 1
        room = usual * (_LAST if last else 1)
        for nth, begin in enumerate(allowed):
            if best[k][begin] == -inf:
                continue
            base = best[k][begin] + starts[k][begin]
            for end in (total,) if last else allowed[nth + 1 :]:
                off = log((mass[end] - mass[begin]) / room)
                alike = (sums[end] - sums[begin]) / sqrt(end - begin)
                score = base + _LIKE * alike - _LONG * off * off
                if score > best[k + 1][end]:
                    best[k + 1][end], back[k + 1][end] = score, begin
    places = [total]
    for k in range(count, 0, -1):
        places.append(back[k][places[-1]])
    return places[:0:-1]


def _sure(score: float, item: int, place: int) -> float:
    base = 0.85 if item == 0 and place == 0 else 1 / (1 + exp(-(score + 1) / 2))
    return round(min(0.95, max(0.3, base)), 2)


def _starts(
    items: Sequence[Item], blocks: Sequence[str], odds: Sequence[float], summary: str
) -> list[list[float]]:
    """Give for each item and block how well the item's section would begin there."""
    echoes = _likeness(items, [block[:250] for block in blocks])
    rows = []
    for item, echo in zip(items, echoes, strict=True):
        patterns = [opening for kind, opening in _OPENINGS if kind.search(item.words)]
        row = []
        for index, block in enumerate(blocks):
            suits = any(pattern.match(block[:300]) for pattern in patterns)
            speaks = suits and _SPEAKS.match(block) is not None
            row.append(
                max(-5.0, odds[index]) + _ECHO * echo[index] + _SUITS * suits + _SPEAKING * speaks
            )
        rows.append(row)
    if summary:
        bag = _bag(summary)
        for index, block in enumerate(blocks):
            rows[-1][index] += _SUMMARY * _cosine(_bag(block), bag)
    return rows


def _bag(words: str) -> Counter[str]:
    stems = (word[:6] for word in _WORD.findall(words.lower()))
    return Counter(stem for stem in stems if not _PLAIN.match(stem))


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    dot = sum(n * b[w] for w, n in a.items())
    return dot / sqrt((sum(n * n for n in a.values()) * sum(n * n for n in b.values())) or 1)


def _likeness(items: Sequence[Item], blocks: Sequence[str]) -> list[list[float]]:
    """Give for each item and block how much more alike they are than the block and all items."""
    bags = [_bag(block) for block in blocks]
    wanted = [set(_bag(item.words)) for item in items]
    spread = Counter(w for bag in bags for w in bag)
    shared = Counter(w for words in wanted for w in words)
    weight = {
        w: log(1 + len(bags) / spread[w]) * (1 if n == 1 else 0.3) if spread[w] else 0.0
        for w, n in shared.items()
    }
    rows = []
    for words in wanted:
        room = sum(weight[w] for w in words) or 1.0
        rows.append([sum(weight[w] for w in words if w in bag) / room for bag in bags])
    means = [sum(row[i] for row in rows) / len(rows) for i in range(len(blocks))]
    return [[value - mean for value, mean in zip(row, means, strict=True)] for row in rows]
