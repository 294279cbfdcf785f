"""CLAIM × PASSAGE → SHARED: the words, names, figures and dates that both hold, with places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.claims.acronyms import general, spelled_out
from tui.claims.agreeing import same_figure
from tui.claims.names import Name, acronyms
from tui.claims.naming import one_name
from tui.claims.parsing import Parsed
from tui.claims.postings import Alike
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
    """Give what the two have in common, in the claim's order; no two items overlap anywhere."""
    found = [*common_figures(claim, passage), *common_names(claim, passage, weights)]
    for item in common_terms(claim, passage, weights, alike, [item.passage for item in found]):
        if apart(item.claim, [other.claim for other in found]):
            found.append(item)
    return tuple(sorted(found, key=lambda item: item.claim))


def apart(span: Span, others: Iterable[Span]) -> bool:
    """Say whether a place overlaps none of the others."""
    return all(span.end <= other.start or other.end <= span.start for other in others)


def common_figures(claim: Parsed, passage: Parsed) -> Iterator[Shared]:
    """Yield the figures and dates with the same value."""
    for mine in claim.figures:
        for other in passage.figures:
            if same_figure(mine, other):
                kind: SharedKind = "date" if mine.kind == "date" else "number"
                yield Shared(kind, Span(mine.start, mine.end), Span(other.start, other.end), 1.0)
                break


def common_names(claim: Parsed, passage: Parsed, weights: Mapping[str, float]) -> Iterator[Shared]:
    """Yield the names that both hold, in whatever form; an acronym may be written out."""
    if not claim.names and not passage.names:
        return
    known = {**general(), **acronyms(claim.document), **acronyms(passage.document)}
    for mine in claim.names:
        here = Span(mine.start, mine.end)
        weight = sum(weights.get(stem, 0.0) for stem in mine.stems)
        alike = [other for other in passage.names if one_name(claim, mine, passage, other, known)]
        if alike:
            other = next((name for name in alike if name.stems == mine.stems), alike[0])
            yield Shared("name", here, Span(other.start, other.end), weight)
        elif place := written_out(claim, mine, passage, known):
            yield Shared("name", here, place, weight)
    held = [Span(name.start, name.end) for name in claim.names]
    for other in passage.names:
        place = written_out(passage, other, claim, known)
        if place and apart(place, held):
            weight = sum(weights.get(stem, 0.0) for stem in known.get(other.stems[0], ()))
            yield Shared("name", place, Span(other.start, other.end), weight)


def written_out(
    side: Parsed, name: Name, opposite: Parsed, known: Mapping[str, tuple[str, ...]]
) -> Span | None:
    """Find where the opposite side writes out what is an acronym on this one."""
    written = side.document.text[name.start : name.end]
    if len(name.stems) > 1 or not written.isupper() or not written.isalpha():
        return None
    short = written.lower()
    place = spelled_out(short, known.get(short, ()), opposite.terms)
    return Span(*place) if place else None


def common_terms(
    claim: Parsed,
    passage: Parsed,
    weights: Mapping[str, float],
    alike: Alike,
    taken: Sequence[Span],
) -> Iterator[Shared]:
    """Yield the content words that both hold, the same or alike, each once.

    Places in the passage that are taken by a name or figure are no words of their own.
    """
    places = passage.places
    if taken:
        free = [term for term in passage.terms if apart(span(term), taken)]
        places = {term.stem: term for term in reversed(free)}
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
