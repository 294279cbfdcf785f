"""The reader's verdicts on a paper: kept, taken back, and found again by their words, or lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from tui.document import Document
from tui.ledger.book import Ledger, Step
from tui.ledger.model import source_of
from tui.ledger.recovery import Texts, stands
from tui.ledger.verdict import Quote, Verdict

_PLACE = "paper, claim_start, claim_stop, report, passage_start, passage_stop"
_SAID = "claim, passage, label, note, decided_at, among, paper_source, report_source, sought"
_READ = (
    f"SELECT {_PLACE}, claim, passage, label, note, decided_at, report_source, sought, among"
    " FROM verdict WHERE "
)
_ORDER = " ORDER BY claim_start, claim_stop, report, passage_start, passage_stop"
_THIS = " WHERE " + " AND ".join(f"{column} = ?" for column in _PLACE.split(", "))
_INSERT = f"INSERT INTO verdict ({_PLACE}, {_SAID}) "
_VALUES = ", ".join("?" * 15)
_UPDATE = f" ON CONFLICT ({_PLACE}) DO UPDATE SET " + ", ".join(
    f"{column} = excluded.{column}" for column in _SAID.split(", ")
)
_WRITE = f"{_INSERT} VALUES ({_VALUES}) {_UPDATE}"
_MOVE = (
    f"{_INSERT} SELECT {_VALUES} WHERE changes() > 0 {_UPDATE}"
    " WHERE excluded.decided_at > verdict.decided_at"
)
"""Writes what was just deleted elsewhere, unless another program did that first or said more."""
_SEARCHED = "INSERT OR IGNORE INTO searched VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the reader said of a paper's claims; every change is one transaction, on the disk."""

    ledger: Ledger
    """Where they are kept."""

    def of(self, paper: Document, reports: Iterable[Document] | None = None) -> tuple[Verdict, ...]:
        """Give the verdicts on what stands in a paper, in its order; or those on these reports."""
        rows = self._rows("paper = ?", paper.sha256)
        found = (row.verdict for row in rows if stands(paper, row.verdict.claim))
        return tuple(found if reports is None else holding(found, reports))

    def judge(
        self, paper: Document, verdict: Verdict, documents: Iterable[Document] = ()
    ) -> Verdict:
        """Keep a verdict, with the sources of the reports it is on, which are among the documents.

        It takes the place of an earlier one on the same claim and passage. It is given as kept:
        with the time, unless it has one.
        """
        time, among = verdict.decided_at or _now(), tuple(sorted(verdict.among))
        verdict = replace(verdict, decided_at=time, among=among)
        sources = {each.sha256: source_of(each) for each in documents}
        written = json.dumps([(sha, sources.get(sha, "")) for sha in among]) if among else ""
        values = _values(paper, verdict, sources.get(verdict.report, ""), written)
        steps: list[Step] = [(_WRITE, values)]
        if among:
            steps.append((_SEARCHED, (_digest(written), written)))
        self.ledger.change(steps)
        return verdict

    def unsay(self, paper: Document, verdict: Verdict) -> None:
        """Forget a verdict: nothing was said of its claim and passage."""
        self.ledger.change([(f"DELETE FROM verdict{_THIS}", _place(paper.sha256, verdict))])

    def recover(self, paper: Document, documents: Sequence[Document]) -> tuple[Verdict, ...]:
        """Find what was said of older texts of what is open by its exact words; give what is lost.

        Words that stand there twice are not found: it is not known which were meant. What is lost
        stays with its older text, is told of once, and is looked for again in each newer one.
        """
        there = {document.sha256 for document in documents}
        texts = Texts(paper, [document for document in documents if document is not paper])
        asked = "paper = ? OR (paper_source = ? AND paper_source <> '')"
        steps: list[Step] = []
        lost: list[Verdict] = []
        for row in self._rows(asked, paper.sha256, source_of(paper)):
            if row.paper == paper.sha256 or row.paper not in there:
                steps += _recovered(row, texts, lost)
        if steps:
            self.ledger.change(steps)
        return tuple(lost)

    def _rows(self, where: str, *values: str) -> list[_Row]:
        """Read verdicts; the reports of all silences that were confirmed among the same, once."""
        found = self.ledger.ask(_READ + where + _ORDER, *values)
        asked = "SELECT among, reports FROM searched WHERE among = ?"
        named = {name: self.ledger.ask(asked, name) for *_, name in found if name}
        among = {name: reports for rows in named.values() for name, reports in rows}
        return [_row(each, among.get(each[-1], "")) for each in found]


def holding(verdicts: Iterable[Verdict], reports: Iterable[Document]) -> Iterator[Verdict]:
    """Yield the verdicts on passages of these reports, and on a silence that holds for them all."""
    texts = {report.sha256: report for report in reports}
    covered: dict[tuple[str, ...], bool] = {}
    for verdict in verdicts:
        among = verdict.among
        if verdict.passage is None:
            if among not in covered:
                covered[among] = texts.keys() <= set(among)
            if covered[among]:
                yield verdict
        elif verdict.report in texts and stands(texts[verdict.report], verdict.passage):
            yield verdict


@dataclass(frozen=True, slots=True)
class _Row:
    """A verdict with what else is kept of it."""

    verdict: Verdict
    """What was said."""
    paper: str
    """The sha256 of the paper it was said of."""
    source: str
    """Where the report lay."""
    sought: str
    """Names the texts it was last looked for in, in vain."""
    among: str
    """A silence's reports with their sources, as they are kept."""


def _row(values: Sequence[Any], among: str) -> _Row:
    paper, start, stop, report, begin, end, claim, passage, *said, source, sought, _ = values
    label, note, decided_at = said
    words = Quote(begin, end, passage) if report else None
    searched, _ = _listed(among)
    verdict = Verdict(Quote(start, stop, claim), report, words, label, note, decided_at, searched)
    return _Row(verdict, paper, source, sought, among)


def _recovered(row: _Row, texts: Texts, lost: list[Verdict]) -> Iterator[Step]:
    """Yield what moves a verdict to where its words stand now, or notes that they are lost."""
    was, paper = row.verdict, texts.paper
    moved = row.paper != paper.sha256 or not stands(paper, was.claim)
    changed = texts.changed(was, row.source, _listed(row.among)[1])
    if not moved and changed is None:
        return
    sought = _digest(" ".join((paper.sha256, *(each.sha256 for each in changed or ()))))
    if row.sought == sought:
        return
    now = texts.again(was, moved=moved, changed=changed)
    if now is None:
        if not row.sought:
            lost.append(was)
        yield f"UPDATE verdict SET sought = ?{_THIS}", (sought, *_place(row.paper, was))
        return
    yield f"DELETE FROM verdict{_THIS}", _place(row.paper, was)
    yield _MOVE, _values(paper, now, row.source, row.among)


def _place(paper: str, verdict: Verdict) -> tuple[str | int, ...]:
    claim, passage = verdict.claim, verdict.passage or Quote(0, 0, "")
    return paper, claim.start, claim.end, verdict.report, passage.start, passage.end


def _values(paper: Document, verdict: Verdict, source: str, among: str) -> tuple[str | int, ...]:
    """Give a row; it was not looked for in vain."""
    words = verdict.claim.text, verdict.passage.text if verdict.passage else ""
    said = verdict.label, verdict.note, verdict.decided_at
    name = _digest(among) if among else ""
    return (*_place(paper.sha256, verdict), *words, *said, name, source_of(paper), source, "")


@lru_cache(maxsize=16)
def _listed(among: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the reports of a silence as they are kept: their sha256, and where they lay."""
    listed = json.loads(among) if among else []
    return tuple(sha for sha, _ in listed), frozenset(source for _, source in listed if source)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
