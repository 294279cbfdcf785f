"""PAPER × REPORTS → FINDINGS: for each claim the passages that bear on it, or why there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tui.claims.alignment import coverage, shared
from tui.claims.copies import voices
from tui.claims.extraction import Claim
from tui.claims.findings import Evidence, Finding, Searched, Why, band
from tui.claims.meaning import Meaning
from tui.claims.parsing import Parsed, content, parse, tokens
from tui.claims.passages import Passage, Pool
from tui.claims.postings import Alike, Row
from tui.claims.ranking import CONTEXT, Total, central_share, centrality, surroundings
from tui.claims.signals import runs, signals
from tui.claims.silence import (
    THRESHOLD,
    known_acronyms,
    missing_figures,
    missing_names,
    strength,
)
from tui.claims.stock import Stock, stock
from tui.claims.vectors import Model
from tui.document import Document, index_at
from tui.ingest import sentences
from tui.search import Index

WEAK = 0.08
"""Coverage below which a passage says nothing to the claim."""
SHOWN, ALL_SHOWN = 30, 100
"""The most passages that one finding holds over all reports, and with `every`."""


class Comparison:
    """A paper against reports: prepared once, then asked for one claim after the other.

    With an index of the reports, a great many of them are searched without being held in
    memory; with vectors, passages are also found that say the same in other words.
    """

    def __init__(
        self,
        paper: Document,
        reports: Sequence[Document],
        *,
        index: Index | None = None,
        vectors: Model | None = None,
    ) -> None:
        self.paper = paper
        self.skipped = tuple(unsearchable(paper, reports))
        left_out = {document for document, _ in self.skipped}
        self.reports = tuple(d for d in reports if d not in left_out and d is not paper)
        self.stock: Stock = stock(self.reports, index)
        self.known = known_acronyms(paper, self.stock)
        whole = self.stock.whole
        self.central: Row = {}
        if whole and central_share(self.stock.scale):
            self.central = centrality(whole, self.stock.scale, paper, sentences(paper))
        self.vectors = vectors
        self.meaning = Meaning(vectors, whole) if vectors and whole else None

    def with_vectors(self, vectors: Model) -> Comparison:
        """Give the same comparison matching by meaning too; nothing is prepared again."""
        other = object.__new__(Comparison)
        other.__dict__.update(self.__dict__)
        other.vectors = vectors
        other.meaning = Meaning(vectors, self.stock.whole) if self.stock.whole else None
        return other

    @property
    def searched(self) -> Searched:
        """Say what was searched and what was not."""
        return Searched(
            len(self.reports),
            self.stock.scale.passages,
            THRESHOLD,
            self.skipped,
            self.vectors.name if self.vectors else "",
        )

    def finding(self, claim: Claim, top: int = 3, *, every: bool = False) -> Finding:
        """Find what the reports say to a claim: at most `top` passages of each report.

        With `every`, silent claims keep their passages, and passages below the lowest band
        stay too.
        """
        mine = parse(self.paper, claim.start, claim.end)
        weights = self.stock.scale.query(mine.terms)
        pool = self.stock.pool(weights)
        total, alike = self.scored(mine, weights, pool)
        order = total.order()
        names = missing_names(self.stock, pool, mine, self.known, alike)
        best = [pool.passages[place] for place in order[:3]]
        spoken = strength(
            self.stock,
            weights,
            alike,
            [frozenset(t.stem for t in tokens(p.document, p.start, p.end)) for p in best],
            [around(passage) for passage in best],
            total.score(order[0]) if order else 0.0,
            len(names),
        )
        places = list(kept(pool, order, top, ALL_SHOWN if every else SHOWN))
        copies = self.copies(mine, [pool.passages[place] for _, place in places])
        chosen = [
            self.beside(
                mine, pool.passages[place], rank, total.score(place), weights, alike, copies
            )
            for rank, place in places
        ]
        silent = spoken < THRESHOLD or all(e.coverage < WEAK for e in chosen)
        shown = () if silent and not every else (e for e in chosen if every or e.coverage >= WEAK)
        absent = [(name.start, name.end) for name in names]
        absent += [(figure.start, figure.end) for figure in missing_figures(self.stock, mine)]
        return Finding(
            claim,
            spoken,
            silent,
            tuple(shown),
            chosen[0] if chosen else None,
            tuple(self.paper.text[start:end] for start, end in sorted(absent)),
        )

    def scored(self, claim: Parsed, weights: dict[str, float], pool: Pool) -> tuple[Total, Alike]:
        """Score every passage of the pool for a claim; give also what stands for its words.

        The claim and its context (its neighbours name what its pronouns mean), each against the
        passage and its paragraph, and the passage's nearness to the whole paper.
        """
        scale, paper = self.stock.scale, self.paper
        found = sentences(paper)
        near = surroundings(found, index_at(found, claim.start)) if found else ()
        context = {**weights, **scale.query(*(tokens(paper, s.start, s.end) for s in near))}
        alone = context.keys() == weights.keys()
        share = 1 + CONTEXT if alone else 1.0
        meaning = self.meaning
        if meaning is None and self.vectors is not None:
            meaning = Meaning(self.vectors, pool)
        alike = pool.expanded(context)
        if meaning is not None:
            alike = {**alike, **meaning.expanded(weights, {t.stem: t.word for t in claim.terms})}
        total = Total(pool)
        total.add_words(weights, alike, share)
        if not alone:
            total.add_words(context, alike, CONTEXT)
        if meaning is not None:
            total.add_meaning(meaning, claim.text, share)
            if not alone:
                total.add_meaning(meaning, paper.text[near[0].start : near[-1].end], CONTEXT)
        total.add(self.central, central_share(scale))
        return total, {stem: others for stem, others in alike.items() if stem in weights}

    def copies(self, claim: Parsed, passages: Sequence[Passage]) -> dict[Document, str]:
        """Say which documents repeat another's text, and whose; told by their passages first."""
        holders = dict.fromkeys(runs(claim), self.paper)
        suspects: dict[Document, None] = {}
        for passage in passages:
            for run in runs(parse(passage.document, passage.start, passage.end)):
                other = holders.setdefault(run, passage.document)
                if other is not passage.document:
                    suspects.update({other: None, passage.document: None})
        if not suspects:
            return {}
        suspects.pop(self.paper, None)
        repeated = voices((self.paper, *suspects))
        return {
            copy: "the paper" if first is self.paper else first.name
            for copy, first in repeated.items()
        }

    def why(self, finding: Finding, evidence: Evidence) -> Why:
        """Explain one passage of a finding: what matched, what did not, and who came next."""
        mine = parse(self.paper, finding.claim.start, finding.claim.end)
        theirs = parse(evidence.document, evidence.start, evidence.end)
        weights = self.stock.scale.query(mine.terms)
        matched = sorted(evidence.shared, key=lambda item: (-item.weight, item.claim))
        held = [item.claim for item in evidence.shared]
        lacking = [
            (self.paper.text[term.start : term.end], weights[term.stem])
            for term in content(mine.terms)
            if term.stem not in theirs.stems
            and not any(span.start <= term.start < span.end for span in held)
        ]
        later = [other for other in finding.evidence if other.rank > evidence.rank]
        return Why(
            evidence,
            tuple(matched),
            tuple(sorted(lacking, key=lambda one: -one[1])),
            self.stock.scale.passages,
            min(later, key=lambda other: other.rank, default=None),
        )

    def beside(
        self,
        claim: Parsed,
        passage: Passage,
        rank: int,
        score: float,
        weights: dict[str, float],
        alike: Alike,
        copies: Mapping[Document, str],
    ) -> Evidence:
        """Set a passage beside the claim."""
        theirs = parse(passage.document, passage.start, passage.end)
        common = shared(claim, theirs, weights, alike)
        covered = coverage(theirs.stems, weights, alike)
        return Evidence(
            passage.document,
            passage.start,
            passage.end,
            theirs.text,
            rank,
            score,
            covered,
            band(covered),
            common,
            signals(claim, theirs, common, copies.get(passage.document, "")),
        )


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


def around(passage: Passage) -> frozenset[str]:
    """Give the stems of a passage's paragraph."""
    report = passage.document
    block = report.paragraphs[report.paragraph_at(passage.start)]
    return frozenset(term.stem for term in tokens(report, block.start, block.end))


LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "rw": "Kinyarwanda", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
"""The names of languages that a report may be in, by ISO 639-1."""
SURE = 200
"""Characters from which a guessed language is believed."""


def unsearchable(paper: Document, reports: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """Yield the reports that cannot be searched, each with the reason."""
    for report in reports:
        if not report.text.strip():
            yield report, "empty"
        elif report.language != paper.language and len(report.text) >= SURE:
            yield report, LANGUAGES.get(report.language, report.language)
