"""The paper's figures in, a ledger out: each the same, differing or absent in every report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import BindingType

from tui.document import Document, Span, shorten
from tui.panes.keys import key
from tui.panes.labels import Label, labels
from tui.panes.line import Piece, Row, beside
from tui.panes.overview import OverviewRows
from tui.panes.selecting import sentence_at

State = Literal["same", "differs", "also"]
GLYPHS: dict[State, str] = {"same": "=", "differs": "≠", "also": "◦"}
"""What a report has of a figure, the most telling first: the same of the same thing, another
value of it, or the value also, of another thing."""
ABSENT, SKIPPED = "·", "–"
LEGEND = " = the same, ≠ numbers differ, ◦ also occurs, · absent"
RANKS = list(GLYPHS)
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
    """What a report has of a figure of the paper."""

    number: int
    """Which of the paper's figures."""
    report: Document
    """The report."""
    place: Span
    """Where in the report."""
    state: State
    """What it has."""


class NumberLedger(OverviewRows):
    """The paper's figures, each against every report: a glyph for what it has of it, · absent."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("numbers.report", "right,l", "report(1)", "In a report", "Enter goes there", show=True),
        key(
            "numbers.report-before", "left,h", "report(-1)", "In the report before", "Or the paper"
        ),
    ]

    def __init__(self, wanted: int = 0) -> None:
        super().__init__()
        self.wanted = wanted
        """The reader's place in the paper."""
        self.numbers: tuple[Number, ...] = ()
        self._choice: tuple[int, Document] | None = None
        self._paper: Document | None = None
        self._reports: tuple[Document, ...] = ()
        self._skipped: Collection[Document] = ()
        self._labels: tuple[Label, ...] = ()
        self._held: defaultdict[int, dict[Document, Held]] = defaultdict(dict)
        self._counts: defaultdict[int, Counter[State]] = defaultdict(Counter)
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
        self._read, self._choice = 0, None
        self._held.clear()
        self._counts.clear()
        self.refill(len(self.numbers))

    def hold(self, more: Iterable[Held], read: int) -> None:
        """Fill in what more reports give, of each what tells most."""
        before, self._read = self._read, max(read, self._read)
        changed = set[int]()
        for held in more:
            known = self._held[held.number].get(held.report)
            if known is None or RANKS.index(held.state) < RANKS.index(known.state):
                counts = self._counts[held.number]
                counts[held.state] += 1
                if known is not None:
                    counts[known.state] -= 1
                self._held[held.number][held.report] = held
                changed.add(held.number)
        self.refresh_rows(*changed)
        if self._read >= self._wanted > before:
            self.refresh()  # what was not read yet is absent now

    def keep(self) -> None:
        """Take the figure under the cursor for the reader's place."""
        self.wanted = self.numbers[self.cursor].figure.start
        if self.chosen is None:
            self._choice = None

    def seek(self) -> None:
        """Bring the cursor to the first figure at the reader's place or after."""
        after = (i for i, n in enumerate(self.numbers) if n.figure.start >= self.wanted)
        self.move_to(next(after, self.count - 1), quiet=True)

    @property
    def chosen(self) -> Document | None:
        """The report whose passage is gone to; None for the paper, as after each step."""
        return self._choice[1] if self._choice and self._choice[0] == self.cursor else None

    @property
    def target(self) -> tuple[Document, Span, int | None] | None:
        """Where enter goes: the figure's sentence, in the paper or the chosen report, its claim."""
        if not self.numbers or self._paper is None:
            return None
        held = self._held.get(self.cursor, {}).get(self.chosen) if self.chosen else None
        if held is None:
            number = self.numbers[self.cursor]
            return self._paper, number.sentence, number.claim
        sentence = sentence_at(held.report, held.place.start)
        return held.report, Span(sentence.start, sentence.end), None

    @property
    def disputed(self) -> Document | None:
        """The report that is chosen, else the first with another number."""
        held = self._held.get(self.cursor, {}).values()
        return self.chosen or next((one.report for one in held if one.state == "differs"), None)

    def action_report(self, by: int) -> None:
        """Choose the next report that gives the figure, the same or not; after all the paper."""
        held = self._held.get(self.cursor, {})
        given = [None, *(report for report in self._reports if report in held)]
        report = given[(given.index(self.chosen) + by) % len(given)]
        self._choice = (self.cursor, report) if report else None
        self.post_message(self.Moved(self, self.cursor))

    def header(self, line: int, width: int) -> Row:
        """Give also the columns' letters."""
        if line < 2:
            return super().header(line, width)
        columns: list[Piece] = []
        for label, report in zip(self._labels, self._reports, strict=False):
            style = "overview--chosen" if report is self.chosen else ""
            columns += [(" ", ""), (label.letter, style)]
        return beside(((LEGEND, "rows--quiet"),), (*columns, (" ", "")), width)

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
            return tuple(
                (f" {glyph}{counts[state]:<4}" if counts[state] else " " * 6, f"overview--{state}")
                for state, glyph in GLYPHS.items()
            )
        pieces: list[Piece] = []
        for report in self._reports:
            pieces += ((" ", ""), self._glyph(held.get(report), report))
        return tuple(pieces)

    def _glyph(self, held: Held | None, report: Document) -> Piece:
        if report in self._skipped:
            return (SKIPPED, "overview--absent")
        if held is not None:
            return (GLYPHS[held.state], f"overview--{held.state}")
        return (ABSENT if self._read >= self._wanted else " ", "overview--absent")

    def detail(self) -> Sequence[str]:
        """Give what each report has, in its words, the chosen one marked; then the sentence."""
        if not self.numbers or self._paper is None:
            return ()
        held = self._held.get(self.cursor, {})
        given = [report for report in self._reports if report in held]
        if self.chosen in given[NAMED:]:
            given = [self.chosen, *given]
        said = [self._said(held[report]) for report in given[:NAMED]]
        if len(given) > NAMED:
            said.append(f"and in {len(given) - NAMED:,} more reports: → walks through all")
        if len(self._reports) <= NAMED:
            words = {ABSENT: "absent in", " ": "not read yet", SKIPPED: "not searched"}
            for glyph, word in words.items():
                names = [
                    f"“{shorten(report.name, 30)}”"
                    for report in self._reports
                    if report not in held and self._glyph(None, report)[0] == glyph
                ]
                said += [f"{glyph} {word} {', '.join(names)}".strip()] if names else []
        sentence = self.numbers[self.cursor].sentence
        return (*said, f"The paper: {self._paper.text[sentence.start : sentence.end]}")

    def _said(self, held: Held) -> str:
        """Say what one report has: the glyph, the words, and the sentence they stand in."""
        text, sentence = held.report.text, sentence_at(held.report, held.place.start)
        words = shorten(text[held.place.start : held.place.end], 40)
        mark = "▸ " if held.report is self.chosen else ""
        name = shorten(held.report.name, 30)
        return (
            f"{mark}{GLYPHS[held.state]} {words} in “{name}”: {text[sentence.start : sentence.end]}"
        )
