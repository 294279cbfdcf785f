"""REPORTS → VOICES: which reports repeat an earlier one's text, the very same or nearly so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

from tui.claims.findings import Evidence
from tui.claims.parsing import Parsed
from tui.claims.passages import Pool
from tui.claims.signals import Signal
from tui.claims.words import words
from tui.document import BODY_KINDS, Document, Span, derived

SHINGLE = 5
"""Words in a shingle: enough that two texts share few by accident."""
SKETCH = 128
"""The most shingles kept of a text: those with the smallest hashes (Broder 1997)."""
SAME = 0.5
"""The share of the shorter text's shingles from which two reports are one voice."""
COMMON = 50
"""A shingle in more reports is boilerplate and tells nothing."""
EDITED = 0.6
"""The share of all their words that two passages of one voice have in common."""
DIFFERENCES = ("numbers differ", "dates differ", "wording", "negation")
"""The signals that go before all others."""
READ = 50_000
"""Words of a text that its sketch is made of."""

Twins = Mapping[Document, tuple[Document, ...]]
"""report → the later ones with the very same text."""


def twins(reports: Iterable[Document]) -> Twins:
    """Find the reports with the very same text: one voice, searched and counted once."""
    first: dict[str, Document] = {}
    found = defaultdict[Document, list[Document]](list)
    for report in reports:
        original = first.setdefault(report.text, report)
        if original is not report:
            found[original].append(report)
    return {original: tuple(same) for original, same in found.items()}


def kept(pool: Pool, order: Sequence[int], top: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield rank and place of the best passages, at most so many a report and in all."""
    taken: Counter[Document] = Counter()
    shown = 0
    for rank, place in enumerate(order, 1):
        report = pool.passages[place].document
        if taken[report] < top:
            taken[report] += 1
            shown += 1
            yield rank, place
        if shown == most:
            return


def repeated(found: Sequence[Evidence], twins: Twins, most: int) -> Iterator[Evidence]:
    """Yield the passages found once more for the twins of their reports, at most so many."""
    again = ((evidence, twin) for evidence in found for twin in twins.get(evidence.document, ()))
    for evidence, twin in islice(again, most):
        said = evidence.signals
        if not any(signal.kind == "same text" for signal in said):
            text = f"same text as {label(evidence.document, twin)}"
            copy = Signal("same text", text, None, Span(evidence.start, evidence.end))
            first = sum(signal.kind in DIFFERENCES for signal in said)
            said = (*said[:first], copy, *said[first:])
        yield replace(evidence, document=twin, signals=said)


def folded(
    found: Iterable[Evidence], firsts: Mapping[Document, Document], places: Mapping[Document, int]
) -> list[Evidence]:
    """Give passages by rank, where a copy's has the rank of the one it repeats and follows it.

    Firsts give for each report that repeats another the first of that voice; of one voice, the
    first in the collection's order is the original, whichever was found to fit best.
    """
    voices: list[list[Evidence]] = []
    for evidence in sorted(found, key=lambda evidence: evidence.rank):
        voice = firsts.get(evidence.document, evidence.document)
        met = (
            group
            for group in voices
            if firsts.get(group[0].document, group[0].document) is voice
            and all(evidence.document is not other.document for other in group)
            and near_same(evidence.text, group[0].text)
        )
        group = next(met, None)
        if group is None:
            voices.append([evidence])
        else:
            group.append(evidence)
    ordered, saved = [], 0
    for group in voices:
        rank = group[0].rank - saved
        group.sort(key=lambda evidence: places.get(evidence.document, len(places)))
        saved += len({evidence.rank for evidence in group}) - 1
        ordered += [replace(evidence, rank=rank) for evidence in group]
    return ordered


def near_same(one: str, other: str) -> bool:
    """Say whether two passages are one but for a few words."""
    if one == other:
        return True
    mine, theirs = set(words(one)), set(words(other))
    return len(mine & theirs) >= EDITED * len(mine | theirs)


def label(report: Document, copy: Document) -> str:
    """Name a report so that it is told from its copy: by its title, else its outlet or path."""
    if report.name != copy.name:
        return report.name
    if report.outlet and report.outlet != copy.outlet:
        return report.outlet
    return report.path


def copied(passage: Parsed, first: Document) -> str:
    """Say of a passage of a copy whether the first of that voice has it too, and name that."""
    name = "the paper" if first.role == "paper" else label(first, passage.document)
    same = f" {' '.join(words(passage.text))} " in whole(first)
    return f"same text as {name}" if same else f"edited copy of {name}"


@derived
def whole(document: Document) -> str:
    """Give all words of a document, folded."""
    return f" {' '.join(words(document.text))} "


@derived
def sketch(document: Document) -> frozenset[int]:
    """Give a sample of the hashes of a document's shingles, the same for the same text."""
    written = (
        word
        for block in document.paragraphs
        if block.kind in BODY_KINDS
        for word in words(document.text, block.start, min(block.end, block.start + 8 * READ))
    )
    read = list(islice(written, READ))
    shingles = {" ".join(read[at : at + SHINGLE]) for at in range(len(read) - SHINGLE + 1)}
    hashes = (int.from_bytes(blake2b(s.encode(), digest_size=8).digest()) for s in shingles)
    return frozenset(sorted(hashes)[:SKETCH])


@lru_cache(maxsize=64)
def voices(reports: tuple[Document, ...]) -> Mapping[Document, Document]:
    """Give for each report that repeats an earlier one the first of that voice.

    Two reports are one voice when half of what can be compared of their sketches agrees: the
    smallest hashes of both, as many as the shorter sketch reaches.
    """
    holders = defaultdict[int, list[Document]](list)
    first: dict[Document, Document] = {}
    for report in reports:
        mine = sketch(report)
        met = Counter(
            other
            for shingle in mine
            if len(holders[shingle]) <= COMMON
            for other in holders[shingle]
        )
        for other, _ in met.most_common(5):
            if alike(mine, sketch(other)) >= SAME:
                first[report] = first.get(other, other)
                break
        for shingle in mine:
            holders[shingle].append(report)
    return first


def alike(one: frozenset[int], other: frozenset[int]) -> float:
    """Estimate how much of two texts is the same (Jaccard's index), from their sketches."""
    smallest = sorted(one | other)[: min(SKETCH, max(len(one), len(other)))]
    if not smallest:
        return 0.0
    return sum(hash in one and hash in other for hash in smallest) / len(smallest)
