"""The paper's figures in, a ledger out: each the same, differing or absent in every report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from tui.document import Document, Span, shorten
from tui.panes.labels import Label, labels
from tui.panes.line import Piece, Row, beside
from tui.panes.overview import OverviewRows

SAME, DIFFERS, ABSENT, SKIPPED = "=", "≠", "·", "–"
NAMED = 9
"""The most reports that have a column each."""
LEAD = 24
"""The most characters of a sentence before its figure."""
VALUE = 16
"""Cells for a figure as it is written."""


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of the paper."""

    figure: Span
    """Its place."""
    sentence: Span
    """Its sentence."""
    claim: int | None
    """The claim it stands in, by its place, if it does."""


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the paper that a report gives too, or gives otherwise."""

    number: int
    """Which of the paper's figures."""
    report: Document
    """The report."""
    place: Span
    """Where in the report."""
    same: bool
    """Whether the value is the same; else the numbers differ."""


class NumberLedger(OverviewRows):
    """The paper's figures, each against every report: = the same, ≠ it differs, · absent."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: tuple[Number, ...] = ()
        self._paper: Document | None = None
        self._reports: tuple[Document, ...] = ()
        self._skipped: Collection[Document] = ()
        self._labels: tuple[Label, ...] = ()
        self._held: defaultdict[int, dict[Document, Held]] = defaultdict(dict)
        self._counts: defaultdict[int, Counter[bool]] = defaultdict(Counter)
        self._read = 0

    @property
    def _wanted(self) -> int:
        """How many reports are to be read."""
        return len(self._reports) - len(self._skipped)

    def show(
        self,
        paper: Document,
        numbers: Sequence[Number],
        reports: Sequence[Document],
        skipped: Collection[Document],
    ) -> None:
        """List the figures; their columns fill as reports are read."""
        self._paper, self.numbers = paper, tuple(numbers)
        self._reports, self._skipped = tuple(reports), skipped
        self._labels = labels(self._reports) if len(self._reports) <= NAMED else ()
        self.fill(len(self.numbers))

    def hold(self, more: Iterable[Held], read: int) -> None:
        """Fill in what more reports give; the same value goes before one that differs."""
        before, self._read = self._read, max(read, self._read)
        changed = set[int]()
        for held in more:
            known = self._held[held.number].get(held.report)
            if known is None or held.same:
                counts = self._counts[held.number]
                counts[held.same] += 1
                if known is not None:
                    counts[known.same] -= 1
                self._held[held.number][held.report] = held
                changed.add(held.number)
        self.refresh_rows(*changed)
        if self._read >= self._wanted > before:
            self.refresh()  # what was not read yet is absent now

    def seek(self, offset: int) -> None:
        """Bring the cursor to the first figure from there on."""
        after = (i for i, n in enumerate(self.numbers) if n.figure.start >= offset)
        self.move_to(next(after, self.count - 1), quiet=True)

    def header(self, line: int, width: int) -> Row:
        """Give also the columns' letters."""
        if line < 2:
            return super().header(line, width)
        legend = " = the same, ≠ numbers differ, · absent"
        columns = "".join(f" {label.letter}" for label in self._labels)
        return beside(((legend, "rows--quiet"),), ((columns + " ", ""),), width)

    def row(self, index: int, width: int) -> Row:
        """Give a figure as it is written, its sentence, and a glyph a report or counts."""
        number, text = self.numbers[index], self._paper.text if self._paper else ""
        figure, sentence = number.figure, number.sentence
        start = sentence.start
        if figure.start - start > LEAD:
            start = text.find(" ", figure.start - LEAD, figure.start) + 1 or figure.start
        words = " ".join(text[start : min(sentence.end, start + width * 2)].split())
        value = shorten(text[figure.start : figure.end], VALUE - 1)
        cut = "…" if start > sentence.start else ""
        left: Row = ((f"{value:<{VALUE}}", "overview--same"), (cut + words, ""))
        return beside(left, self._columns(index), width)

    def _columns(self, index: int) -> Row:
        held = self._held.get(index, {})
        if len(self._reports) > NAMED:
            counts = self._counts[index]
            same = f" {SAME}{counts[True]:<5}" if counts[True] else " " * 7
            other = f" {DIFFERS}{counts[False]:<4}" if counts[False] else " " * 6
            return ((same, "overview--same"), (other, "overview--differs"))
        pieces: list[Piece] = []
        for report in self._reports:
            pieces += ((" ", ""), self._glyph(held.get(report), report))
        return tuple(pieces)

    def _glyph(self, held: Held | None, report: Document) -> Piece:
        if report in self._skipped:
            return (SKIPPED, "overview--absent")
        if held is not None:
            return (SAME, "overview--same") if held.same else (DIFFERS, "overview--differs")
        return (ABSENT if self._read >= self._wanted else " ", "overview--absent")

    def detail(self) -> Sequence[str]:
        """Give the sentence, and what each report has in the words it has it."""
        if not self.numbers or self._paper is None:
            return ()
        sentence = self.numbers[self.cursor].sentence
        held = self._held.get(self.cursor, {})
        said = []
        others = (report for report in self._reports if report not in held)
        for report in islice(chain(held, others), NAMED):
            name = shorten(report.name, 30)
            if (one := held.get(report)) is not None:
                text = shorten(report.text[one.place.start : one.place.end], 40)
                said.append(f"{name}: {SAME if one.same else DIFFERS} {text}")
            elif len(self._reports) <= NAMED:
                glyph = self._glyph(None, report)[0]
                word = {SKIPPED: "not searched", ABSENT: "absent", " ": "not read yet"}[glyph]
                said.append(f"{name}: {word}")
        return (self._paper.text[sentence.start : sentence.end], " · ".join(said))
