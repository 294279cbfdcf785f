"""A verdict on texts that have changed in, the same on their new texts out, or None: it is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from tui.document import Document
from tui.ingest import sentences
from tui.ledger.model import folded, source_of
from tui.ledger.verdict import Quote, Verdict


@dataclass(slots=True)
class Texts:
    """What is open, and where each sentence stands in the texts that were looked into."""

    paper: Document
    """Whose claims were judged."""
    reports: Sequence[Document]
    """What else is open."""
    _places: dict[Document, dict[str, list[Quote]]] = field(default_factory=dict)
    _changed: dict[tuple[str, ...], list[Document]] = field(default_factory=dict)
    _named: dict[str, list[Document]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for report in self.reports:
            self._named.setdefault(report.sha256, []).append(report)

    def find(self, quote: Quote, documents: Iterable[Document]) -> tuple[Document, Quote] | None:
        """Give where a sentence of exactly these words stands, if it stands there once."""
        words = folded(quote.text)
        found = [
            (document, place)
            for document in documents
            for place in self._sentences(document).get(words, ())
        ]
        return found[0] if len(found) == 1 else None

    def _sentences(self, document: Document) -> dict[str, list[Quote]]:
        if document not in self._places:
            places = defaultdict[str, list[Quote]](list)
            for each in sentences(document):
                text = document.text[each.start : each.end]
                places[folded(text)].append(Quote(each.start, each.end, text))
            self._places[document] = places
        return self._places[document]

    def changed(
        self, verdict: Verdict, source: str, sources: Collection[str]
    ) -> list[Document] | None:
        """Give the reports that the passage is to be looked for in; None where it need not be.

        It need not where its report is open as it was, or is not open at all. `source` is where
        that lay, `sources` where a silence's reports did: a silence is lost where one of them
        changed, as it was never read what that says now.
        """
        if verdict.passage is None:
            return self._changed_among(verdict.among, sources) or None
        same = self._named.get(verdict.report, [])
        if any(stands(each, verdict.passage) for each in same):
            return None
        there = (each for each in self.reports if source and source_of(each) == source)
        return same or list(there) or None

    def _changed_among(self, among: tuple[str, ...], sources: Collection[str]) -> list[Document]:
        if among not in self._changed:
            known = set(among)
            others = [each for each in self.reports if each.sha256 not in known]
            self._changed[among] = [each for each in others if source_of(each) in sources]
        return self._changed[among]

    def again(
        self, verdict: Verdict, *, moved: bool, changed: Iterable[Document] | None
    ) -> Verdict | None:
        """Give the verdict where its words stand now; None where they do not, or stand twice."""
        if moved:
            claim = self.find(verdict.claim, [self.paper])
            if claim is None:
                return None
            verdict = replace(verdict, claim=claim[1])
        if changed is None:
            return verdict
        passage = self.find(verdict.passage, changed) if verdict.passage else None
        if passage is None:
            return None
        return replace(verdict, report=passage[0].sha256, passage=passage[1])


def stands(document: Document, quote: Quote) -> bool:
    """Whether the words are in their place."""
    return document.text[quote.start : quote.end] == quote.text
