"""CLAIM × REPORTS → STRENGTH: how far the reports speak to it, told by what is missing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tui.claims.alignment import coverage
from tui.claims.figures import Figure
from tui.claims.names import Name, acronyms
from tui.claims.numerals import SCALES, in_words
from tui.claims.parsing import KEPT, LONGEST, Parsed, parse
from tui.claims.passages import Passage, Pool
from tui.claims.postings import Alike
from tui.claims.stock import Stock
from tui.claims.variants import initials
from tui.claims.words import stem, stems
from tui.document import Document
from tui.ingest import sentences

THRESHOLD = 0.5
"""The strength below which a claim is called silent."""
CUT = 3.0
"""What a claim must have for it, of words held and names found, to be called spoken to."""
LOOKED = 5
"""So many of the best passages tell whether a claim is spoken to."""
READ = 500
"""Passages of reports up to which every report is read for acronyms and names."""


def known_acronyms(paper: Document, stock: Stock) -> dict[str, tuple[str, ...]]:
    """Gather what the paper's acronyms stand for.

    The definitions of paper and reports, the first of each; else a name that they spell: UN for
    the United Nations that a sentence speaks of.
    """
    documents = (paper, *(stock.reports if stock.scale.passages <= READ else ()))
    known: dict[str, tuple[str, ...]] = {}
    for document in documents:
        for acronym, words in acronyms(document).items():
            known.setdefault(acronym, words)
    spoken = [parse(d, s.start, s.end).names for d in documents for s in sentences(d)]
    used = {name.stems[0] for names in spoken for name in names if len(name.stems) == 1}
    for names in spoken:
        for name in names:
            short = "".join(stem[0] for stem in name.stems)
            if len(short) > 1 and short in used:
                known.setdefault(short, name.stems)
    return known


def missing_names(
    stock: Stock, pool: Pool, claim: Parsed, known: Mapping[str, tuple[str, ...]]
) -> tuple[Name, ...]:
    """Give the claim's names that stand in no report in any form, each once."""
    absent: dict[tuple[str, ...], Name] = {}
    for name in claim.names:
        forms = [name.stems]
        if len(name.stems) == 1:
            forms += [known[s] for s in name.stems if s in known]
            forms += [long for long in known.values() if initials(name.stems, long)]
        else:
            forms.append(("".join(word[0] for word in name.stems),))
        if not any(stock.stands(form, pool) for form in forms):
            absent.setdefault(name.stems, name)
    return tuple(absent.values())


def missing_figures(stock: Stock, claim: Parsed) -> tuple[Figure, ...]:
    """Give the claim's figures that stand in no report, in digits or in words."""
    return tuple(
        figure
        for figure in claim.figures
        if not any(all(map(stock.scale.frequency, form)) for form in forms(claim, figure))
    )


def forms(claim: Parsed, figure: Figure) -> Iterator[tuple[str, ...]]:
    """Yield how a figure may be written, as stems: as it is, 5000, 5 thousand, five thousand."""
    text = claim.document.text[figure.start : figure.end].lower()
    yield tuple(text.replace(",", "").strip("$€£¥%+").split()[:1])
    if figure.kind == "percent" and text[0].isalpha():  # two-thirds
        yield tuple(map(stem, re.findall(r"[a-z]+", text)))
    if figure.kind == "date":
        yield (figure.value[:4],)
        return
    yield (figure.value,)
    for scale, size in (("", 1.0), *SCALES.items()):
        times = figure.amount / size
        after = (stem(scale),) if scale else ()
        if scale and times >= 1 and round(times, 2) == times:
            yield (f"{times:.10g}", *after)
        if times in range(2, 100):
            yield (*map(stem, in_words(int(times))), *after)


def strength(
    stock: Stock,
    claim: Parsed,
    weights: Mapping[str, float],
    alike: Alike,
    best: Sequence[Passage],
    names: Sequence[Name],
    figures: Sequence[Figure],
) -> float:
    """Give how far the reports speak to the claim, 0..1, comparable between claims.

    Told by how much of the claim one of the best passages holds, as a share and in all (a long
    claim is never covered as fully as a short one), and by which of its names and figures stand
    in no report; a name whose words all stand, but apart, counts half. Scores do not enter, so
    that it means the same with vectors and without. Half is where nine in ten claims of the
    development sets stay spoken to by their own passage among others on its subject.
    """
    if not best:
        return 0.0
    close = max(coverage(own(passage), weights, alike) for passage in best)
    absence = sum(0.5 + 0.5 * unheard(stock, name) for name in names)
    evidence = (
        3.2 * close
        + 1.2 * math.log(1 + close * sum(weights.values()))
        - 1.4 * absence / max(1, len({name.stems for name in claim.names}))
        - 1.0 * len(figures) / max(1, len(claim.figures))
        - CUT
    )
    return 1 / (1 + math.exp(-evidence))


def unheard(stock: Stock, name: Name) -> float:
    """Give the share of a name's words that stand in no report, be it apart."""
    return sum(not stock.scale.frequency(stem) for stem in name.stems) / len(name.stems)


@lru_cache(maxsize=KEPT)
def own(passage: Passage) -> frozenset[str]:
    """Give the stems of a passage."""
    end = min(passage.end, passage.start + LONGEST)
    return frozenset(stems(passage.document.text, passage.start, end))
