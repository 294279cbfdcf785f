"""PAPER × REPORT → LEDGER: which of the paper's figures the report gives too, and how surely."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.claims.agreeing import SMALL, same_figure, same_unit, same_value
from tui.claims.figures import Figure, figures
from tui.claims.genre import AIM, DOING, METHOD, POINTER, ROADMAP
from tui.claims.parsing import LONGEST, content
from tui.claims.passages import evident
from tui.claims.units import shell
from tui.claims.words import background, terms
from tui.document import Document, Sentence, Span, derived

ABOUT, PRECISELY = 8.0, 4.0
"""What the words that two sentences share must tell, as inverse sentence frequencies, for their
equal figures to be one; and where the figure itself tells: 148 and $381,700, not 2018 and 50."""
DIGITS = 3
"""From so many digits that are not zeros at its end, a figure tells something by itself."""
USUAL, LEAST = 0.15, 20
"""A word in more than this share of a paper's sentences, of at least so many, tells nothing."""
KNOWN = re.compile(r"\b(?:the|these|those|its|their|all) $", re.IGNORECASE)
"""Before a small number in words: it tells again of what is known, the two countries."""


@dataclass(frozen=True, slots=True)
class Given:
    """A figure of the paper that stands in a report too."""

    place: Span
    """Where in the report."""
    state: Literal["same", "also"]
    """Same: for the same thing. Also: the value occurs, for another thing or who knows what."""


@derived
def told(paper: Document) -> tuple[tuple[Figure, Mapping[str, float]], ...]:
    """Give the paper's figures worth checking, in order, each with what its sentence is about."""
    common = usual(paper)
    found = []
    for sentence in evident(paper):
        text = paper.text[sentence.start : sentence.end]
        counted = figures(paper.text, sentence.start, sentence.end)
        if not counted or of_itself(text):
            continue
        about = {s: w for s, w in subject(paper, sentence).items() if s not in common}
        found += [(figure, about) for figure in counted if worth(paper, figure)]
    return tuple(found)


def all_figures(paper: Document) -> tuple[Figure, ...]:
    """Give the figures of a paper that are worth checking, in order."""
    return tuple(figure for figure, _ in told(paper))


def worth(paper: Document, figure: Figure) -> bool:
    """Say whether a figure may be checked: not three ways, the two, or a bare small number."""
    if figure.kind != "number" or figure.amount > SMALL:
        return True
    if figure.unit and not paper.text[figure.start].isalpha():
        return True
    before = paper.text[max(0, figure.start - 8) : figure.start]
    return bool(figure.unit) and shell().isdisjoint(figure.counted) and not KNOWN.search(before)


def of_itself(sentence: str) -> bool:
    """Say whether a paper speaks of its own work: what it asks, how it went about it, and where."""
    return any(p.search(sentence) for p in (AIM, ROADMAP, POINTER, DOING)) or (
        len(METHOD.findall(sentence)) > 1
    )


@derived
def usual(paper: Document) -> frozenset[str]:
    """Give the stems that stand all over a paper."""
    found = [subject(paper, sentence) for sentence in evident(paper)]
    counts = Counter(stem for stems in found for stem in stems)
    most = USUAL * max(LEAST, len(found))
    return frozenset(stem for stem, count in counts.items() if count > most)


def subject(document: Document, sentence: Sentence) -> dict[str, float]:
    """Give the stems of what a sentence is about, and what each tells; numbers tell nothing."""
    found = terms(document.text, sentence.start, min(sentence.end, sentence.start + LONGEST))
    return {t.stem: background(t.word) for t in content(found) if not t.stem[0].isdigit()}


@derived
def by_value(paper: Document) -> Mapping[str, Sequence[int]]:
    """Give the places among a paper's figures by what an equal figure has in common with each."""
    places = defaultdict[str, list[int]](list)
    for place, (figure, _) in enumerate(told(paper)):
        for key in keys(figure):
            places[key].append(place)
    return places


def keys(figure: Figure) -> tuple[str, ...]:
    """Give what two equal figures may have in common: the value, a date's year or its day."""
    if figure.kind == "percent":
        return (f"percent {figure.amount:.0f}",)
    if figure.kind != "date":
        return (f"{figure.kind} {figure.value}",)
    year, day = figure.value[:4], figure.value[-6:]
    return (year, day) if len(figure.value) > 7 else (day if year.startswith("-") else year,)


def ledger(paper: Document, report: Document) -> dict[int, Given]:
    """Give which of the paper's figures a report gives too, and where first.

    One for the same thing goes before one that only has the value.
    """
    mine, places = told(paper), by_value(paper)
    found: dict[int, Given] = {}
    for sentence in evident(report):
        about: dict[str, float] | None = None
        for figure in figures(report.text, sentence.start, sentence.end):
            for place in candidates(figure, places):
                known = found.get(place)
                own, words = mine[place]
                if (known and known.state == "same") or not equal(own, figure):
                    continue
                about = subject(report, sentence) if about is None else about
                same = same_thing(own, figure, words, about)
                if same or not known:
                    span = Span(figure.start, figure.end)
                    found[place] = Given(span, "same" if same else "also")
    return found


def candidates(figure: Figure, places: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """Give the places among the paper's figures that may be equal."""
    return iter(dict.fromkeys(place for key in keys(figure) for place in places.get(key, ())))


def equal(one: Figure, other: Figure) -> bool:
    """Say whether two figures have one value, whatever they count; a small one counts the same."""
    if one.kind == "date" or other.kind == "date":
        return same_figure(one, other)
    if one.kind != other.kind or not same_value(one, other):
        return False
    return one.kind != "number" or one.amount > SMALL or same_unit(one, other)


def same_thing(
    one: Figure, other: Figure, words: Mapping[str, float], others: Mapping[str, float]
) -> bool:
    """Say whether two equal figures count one thing: in one unit, in sentences on one subject."""
    if not same_figure(one, other) or (one.kind == "number" and not (one.unit and other.unit)):
        return False
    shared = (words.keys() & others.keys()) - (set(one.counted) & set(other.counted))
    about = sum(min(words[stem], others[stem]) for stem in shared)
    return about >= (PRECISELY if precise(one) and precise(other) else ABOUT)


def precise(figure: Figure) -> bool:
    """Say whether a figure tells something by itself: a day, or a number of several digits."""
    if figure.kind == "date":
        return len(figure.value) == 10
    return len(figure.value.replace(".", "").strip("0")) >= DIGITS
