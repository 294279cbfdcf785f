"""FINDINGS → OVERVIEWS: silence by section, passages no claim covers, the number ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tui.claims.agreeing import same_figure
from tui.claims.comparison import Comparison
from tui.claims.figures import Figure, figures
from tui.claims.findings import CUTS, Finding
from tui.claims.parsing import LONGEST
from tui.claims.passages import evident
from tui.claims.words import stems
from tui.document import Document, Sentence, Span, derived


@dataclass(frozen=True, slots=True)
class Silence:
    """The silent claims of one section."""

    section: str
    """Its title."""
    claims: int
    """How many claims it makes."""
    silent: tuple[Finding, ...]
    """Those that no report speaks to."""


def silences(findings: Iterable[Finding]) -> tuple[Silence, ...]:
    """Gather the silent claims by section, in the paper's order."""
    ordered = sorted(findings, key=lambda finding: finding.claim.start)
    found = []
    for section, group in groupby(ordered, key=lambda finding: finding.claim.section):
        mine = tuple(group)
        found.append(Silence(section, len(mine), tuple(f for f in mine if f.silent)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the claims cover of the reports."""

    evidence: frozenset[tuple[Document, int]]
    """The passages that are some claim's evidence, each by its report and where it starts."""
    words: Mapping[str, Sequence[tuple[int, float]]]
    """stem → the claims that are spoken to and hold it, each with its share of the claim."""


def cover(comparison: Comparison, findings: Iterable[Finding]) -> Cover:
    """Gather what the claims cover: of many reports not every passage is listed as evidence."""
    spoken = [finding for finding in findings if not finding.silent]
    words = defaultdict[str, list[tuple[int, float]]](list)
    for place, finding in enumerate(spoken):
        weights = comparison.weights(finding.claim)
        total = sum(weights.values()) or 1.0
        for stem, weight in weights.items():
            words[stem].append((place, weight / total))
    held = frozenset((e.document, e.start) for finding in spoken for e in finding.evidence)
    return Cover(held, words)


def uncovered(claimed: Cover, report: Document, found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Give those of the sentences found in a report that no claim covers.

    They are no claim's evidence, and would be called strong beside none.
    """

    def bare(sentence: Sentence) -> bool:
        if (report, sentence.start) in claimed.evidence:
            return False
        shares: dict[int, float] = {}
        end = min(sentence.end, sentence.start + LONGEST)
        for stem in dict.fromkeys(stems(report.text, sentence.start, end)):
            for place, share in claimed.words.get(stem, ()):
                shares[place] = shares.get(place, 0.0) + share
        return max(shares.values(), default=0.0) < CUTS["strong"]

    return tuple(filter(bare, found))


@derived
def all_figures(paper: Document) -> tuple[Figure, ...]:
    """Give the figures of a paper's evident sentences, in order."""
    return tuple(figures_of(paper))


def figures_of(document: Document) -> Iterator[Figure]:
    """Yield the figures of a document's evident sentences, in order."""
    for sentence in evident(document):
        yield from figures(document.text, sentence.start, sentence.end)


@derived
def by_value(paper: Document) -> Mapping[str, Sequence[int]]:
    """Give the places among a paper's figures by what an equal figure has in common with each."""
    places = defaultdict[str, list[int]](list)
    for place, figure in enumerate(all_figures(paper)):
        for key in keys(figure):
            places[key].append(place)
    return places


def keys(figure: Figure) -> tuple[str, ...]:
    """Give what two equal figures may have in common: the value, a date's year or its day."""
    if figure.kind != "date":
        return (f"{figure.kind} {figure.value}",)
    year, day = figure.value[:4], figure.value[-6:]
    return (year, day) if len(figure.value) > 7 else (day if year.startswith("-") else year,)


def given(paper: Document, report: Document) -> dict[int, Span]:
    """Give which of the paper's figures a report gives too, and where first: the number ledger."""
    mine, places = all_figures(paper), by_value(paper)
    found: dict[int, Span] = {}
    for figure in figures_of(report):
        for key in keys(figure):
            for place in places.get(key, ()):
                if place not in found and same_figure(mine[place], figure):
                    found[place] = Span(figure.start, figure.end)
    return found
