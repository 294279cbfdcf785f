"""CLAIM × PASSAGE → SHARED: the words, names, figures and dates that both hold, with places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tui.claims.agreeing import same_figure
from tui.claims.names import acronyms
from tui.claims.parsing import Parsed
from tui.claims.postings import Alike
from tui.claims.variants import same_name
from tui.claims.words import Term
from tui.document import Span

SharedKind = Literal["term", "similar", "number", "date", "name"]


@dataclass(frozen=True, slots=True)
class Shared:
    """One item that a claim and a passage have in common."""

    kind: SharedKind
    """The same word, a word like it, or the same number, date or name."""
    claim: Span
    """Where it stands in the paper's text."""
    passage: Span
    """Where it stands in the report's text."""
    weight: float = 0.0
    """What it counts: the weight of its distinctive words in this collection."""


def shared(
    claim: Parsed, passage: Parsed, weights: Mapping[str, float], alike: Alike
) -> tuple[Shared, ...]:
    """Give what the two have in common, in the claim's order; no two items overlap there."""
    found = [*common_figures(claim, passage), *common_names(claim, passage, weights)]
    taken = [item.claim for item in found]
    for item in common_terms(claim, passage, weights, alike):
        if all(item.claim.end <= t.start or t.end <= item.claim.start for t in taken):
            found.append(item)
            taken.append(item.claim)
    return tuple(sorted(found, key=lambda item: item.claim))


def common_figures(claim: Parsed, passage: Parsed) -> Iterator[Shared]:
    """Yield the figures and dates with the same value."""
    for mine in claim.figures:
        for other in passage.figures:
            if same_figure(mine, other):
                kind: SharedKind = "date" if mine.kind == "date" else "number"
                yield Shared(kind, Span(mine.start, mine.end), Span(other.start, other.end), 1.0)
                break


def common_names(claim: Parsed, passage: Parsed, weights: Mapping[str, float]) -> Iterator[Shared]:
    """Yield the names that both hold, in whatever form."""
    if not claim.names or not passage.names:
        return
    known = {**acronyms(claim.document), **acronyms(passage.document)}
    for mine in claim.names:
        for other in passage.names:
            if same_name(mine.stems, other.stems, known):
                weight = sum(weights.get(stem, 0.0) for stem in mine.stems)
                yield Shared(
                    "name", Span(mine.start, mine.end), Span(other.start, other.end), weight
                )
                break


def common_terms(
    claim: Parsed, passage: Parsed, weights: Mapping[str, float], alike: Alike
) -> Iterator[Shared]:
    """Yield the content words that both hold, the same or alike, each once."""
    places = passage.places
    for stem, term in claim.places.items():
        if stem not in weights:
            continue
        if stem in places:
            yield Shared("term", span(term), span(places[stem]), weights[stem])
            continue
        options = [(factor, other) for other, factor in alike.get(stem, ()) if other in places]
        if options:
            factor, other = max(options)
            yield Shared("similar", span(term), span(places[other]), weights[stem] * factor)


def span(term: Term) -> Span:
    """Give the place of a word."""
    return Span(term.start, term.end)


def coverage(stems: frozenset[str], weights: Mapping[str, float], alike: Alike) -> float:
    """Give the share 0..1 of a claim's distinctive words that stand among the stems, by weight."""
    total = sum(weights.values())
    if not total:
        return 0.0
    found = 0.0
    for stem, weight in weights.items():
        if stem in stems:
            found += weight
        elif stem in alike:
            options = [factor for other, factor in alike[stem] if other in stems]
            found += weight * max(options, default=0.0)
    return found / total
