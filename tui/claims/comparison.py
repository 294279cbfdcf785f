"""PAPER × REPORTS → FINDINGS: for each claim the passages that bear on it, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from tui.claims.alignment import coverage, shared
from tui.claims.copies import copied, folded, kept, repeated, twins, voices
from tui.claims.extraction import Claim
from tui.claims.findings import Evidence, Finding, Searched, Why, band, telling
from tui.claims.meaning import Meaning
from tui.claims.parsing import Parsed, content, parse
from tui.claims.passages import Builder, Passage, Pool
from tui.claims.postings import Alike, Row
from tui.claims.ranking import Asked, Total, asked, central_share, centrality, ranked
from tui.claims.searchable import unsearchable
from tui.claims.signals import runs, signals
from tui.claims.silence import (
    LOOKED,
    THRESHOLD,
    closest,
    known_acronyms,
    missing_figures,
    missing_names,
    strangers,
    strength,
)
from tui.claims.stock import Stock, stock
from tui.claims.vectors import Model
from tui.document import Document
from tui.ingest import sentences
from tui.search import Index

SHOWN, SHOWN_OF_MANY, LISTED_OF_MANY, ALL_SHOWN = 30, 6, 12, 100
"""The most passages of one finding over all reports; of an index, to look at and to list; and
with `every`."""
TOP = 3
"""The most passages of one report."""
FEW = 10
"""Of so few reports all passages are listed that are asked for with `every`."""


QUICK = 1000
"""Among fewer passages a finding takes about 10 ms, with vectors 20."""


class Comparison:
    """A paper against reports: prepared once, then asked for one claim after the other.

    With an index of the reports, a great many of them are searched without being held in
    memory; with vectors, passages are also found that say the same in other words. A claim of a
    strength below the threshold, 0..1, is silent.
    """

    def __init__(
        self,
        paper: Document,
        reports: Sequence[Document],
        *,
        index: Index | None = None,
        vectors: Model | None = None,
        threshold: float = THRESHOLD,
    ) -> None:
        self.paper = paper
        self.threshold = threshold
        self.skipped = tuple(unsearchable(paper, reports))
        left_out = {document for document, _ in self.skipped}
        self.reports = tuple(d for d in reports if d not in left_out and d is not paper)
        self.twins = twins(self.reports)
        again = {twin for same in self.twins.values() for twin in same}
        self.stock: Stock = stock([d for d in self.reports if d not in again], index)
        self.passages = self.stock.size(self.twins)
        self.known = known_acronyms(paper, self.stock)
        whole = self.stock.whole
        self.heard = cache(partial(self.stock.stands, pool=whole or Builder().close()))
        self.strangers = strangers(paper, self.known, self.heard)
        self.central: Row = {}
        self.share = central_share(self.stock.scale)
        if whole and self.share:
            self.central = centrality(whole, self.stock.scale, paper, sentences(paper))
        self.vectors = vectors
        self.meaning = Meaning(vectors, whole) if vectors and whole else None

    def with_vectors(self, vectors: Model) -> Comparison:
        """Give the same comparison matching by meaning too; only the vectors are prepared."""
        other = object.__new__(Comparison)
        other.__dict__.update(self.__dict__)
        other.vectors = vectors
        other.meaning = Meaning(vectors, self.stock.whole) if self.stock.whole else None
        if other.meaning is not None:
            other.meaning.prepare()
        return other

    @property
    def searched(self) -> Searched:
        """Say what was searched and what was not."""
        return Searched(
            len(self.reports),
            self.passages,
            self.threshold,
            self.skipped,
            self.vectors.name if self.vectors else "",
        )

    def weights(self, claim: Claim) -> dict[str, float]:
        """Give a claim's distinctive words and what each weighs among these reports."""
        return self.stock.scale.query(parse(self.paper, claim.start, claim.end).terms)

    @property
    def quick(self) -> bool:
        """Whether a finding takes less than a blink, so that a screen can wait for it."""
        return self.stock.whole is not None and len(self.stock.whole.passages) < QUICK

    def finding(self, claim: Claim, top: int | None = None, *, every: bool = False) -> Finding:
        """Find what the reports say to a claim: at most `top` passages of each report (3).

        Of a great many reports a screenful of passages, or twice as many where `top` is named.
        With `every`, silent claims keep their passages, and passages below the lowest band
        stay too.
        """
        mine = parse(self.paper, claim.start, claim.end)
        query = asked(self.paper, mine, self.stock.scale, self.known)
        wanted = None if self.vectors else query.context
        pool = self.stock.pool(query.weights, wanted, many=every)
        meaning = self.meaning
        if meaning is None and self.vectors is not None:
            meaning = Meaning(self.vectors, pool)
        count = self.stock.scale.passages
        total, alike = ranked(query, pool, count, meaning, self.central, self.share)
        order = total.order()
        heard = self.heard if self.stock.whole else partial(self.stock.stands, pool=pool)
        names = missing_names(mine, self.known, heard)
        figures = missing_figures(self.stock, mine)
        best = [pool.passages[place] for place in order[:LOOKED]]
        forms = pool.expanded(query.weights)
        missing = len(names), len(figures)
        around = self.strangers(claim.start)
        spoken = strength(mine, query.weights, forms, best, missing, around)
        silent = spoken < self.threshold
        if silent and not every:
            order = closest(pool, order, query.weights, forms)
        most = self.most(top, every)
        chosen = self.chosen(query, pool, total, order, alike, top or TOP, most)
        said = chosen if every else [evidence for evidence in chosen if telling(evidence)]
        silent = silent or not any(map(telling, chosen))
        shown = () if silent and not every else said
        lost = [(name.start, name.end) for name in names]
        lost += [(figure.start, figure.end) for figure in figures]
        return Finding(
            claim,
            spoken,
            silent,
            tuple(shown),
            chosen[0] if chosen else None,
            tuple(self.paper.text[start:end] for start, end in sorted(lost) if self.passages),
        )

    def most(self, top: int | None, every: bool) -> int:
        """Give how many passages a finding may hold over all reports."""
        if every:
            return max(ALL_SHOWN, (top or TOP) * FEW)
        if self.stock.whole:
            return SHOWN
        return SHOWN_OF_MANY if top is None else LISTED_OF_MANY

    def chosen(
        self,
        query: Asked,
        pool: Pool,
        total: Total,
        order: Sequence[int],
        alike: Alike,
        top: int,
        most: int,
    ) -> list[Evidence]:
        """Set the best passages beside the claim, at most `top` a report and so many in all."""
        places = list(kept(pool, order, top, most))
        passages = [pool.passages[place] for _, place in places]
        copies = self.copies(query.claim, passages)
        found = []
        for (rank, place), passage in zip(places, passages, strict=True):
            theirs = parse(passage.document, passage.start, passage.end)
            common = shared(query.claim, theirs, query.weights, alike)
            covered = coverage(theirs.stems, query.weights, alike)
            first = copies.get(passage.document)
            copy = copied(theirs, first) if first else ""
            everywhere = self.stock.scale.everywhere
            seen = signals(query.claim, theirs, common, copy, covered, everywhere)
            found.append(
                Evidence(
                    passage.document,
                    passage.start,
                    passage.end,
                    theirs.text,
                    rank,
                    total.score(place),
                    covered,
                    band(covered, len(common)),
                    common,
                    seen,
                )
            )
        voices = {copy: first for copy, first in copies.items() if first is not self.paper}
        every = folded(found, voices, self.stock.places)
        return sorted([*every, *repeated(every, self.twins, most)], key=lambda e: e.rank)

    def copies(self, claim: Parsed, passages: Sequence[Passage]) -> Mapping[Document, Document]:
        """Say which documents repeat another's text, and whose; told by their passages first."""
        holders = dict.fromkeys(runs(claim), self.paper)
        suspects: set[Document] = set()
        for passage in passages:
            for run in runs(parse(passage.document, passage.start, passage.end)):
                other = holders.setdefault(run, passage.document)
                if other is not passage.document:
                    suspects.update((other, passage.document))
        if not suspects:
            return {}
        suspects.discard(self.paper)
        named = sorted(suspects, key=self.stock.places.__getitem__)
        return voices((self.paper, *named))

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
            self.passages,
            min(later, key=lambda other: other.rank, default=None),
        )
