"""What was surveyed in, lists to walk out: silent claims by section, uncovered passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.document import Document, Sentence, shorten
from tui.panes.line import Row, beside
from tui.panes.rows import Rows
from tui.panes.signals import near

if TYPE_CHECKING:
    from tui.claims.overview import Silence


HINT = "tab next list · enter goes there · esc back "


@dataclass(frozen=True, slots=True)
class Left:
    """What no claim covers in one report."""

    report: Document
    """The report."""
    sentences: tuple[Sentence, ...]
    """In the order of the text."""
    total: int
    """How many sentences it has."""


class OverviewRows(Rows):
    """One of the lists; above it the names of all three, and what this one was made from."""

    HEADER = 3
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "overview--chosen",  # the name of this list
        "overview--same",  # =
        "overview--differs",  # ≠
        "overview--absent",  # ·
    }
    names: Row = ()
    """All lists' names, the chosen one lit; the screen's to set."""
    made: str = ""
    """What the list was made from."""

    def header(self, line: int, width: int) -> Row:
        """Give the names of the lists, what this one was made from, and the columns' names."""
        if line == 0:
            keys = HINT if width >= 90 else ""
            return beside(self.names, ((keys, "rows--quiet"),), width)
        return ((f" {self.made}", "rows--quiet"),) if line == 1 else ()

    def detail(self) -> Sequence[str]:
        """Say in full what is under the cursor."""
        return ()


class SilentClaims(OverviewRows):
    """Sections, each with its silent claims below it."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[Silence, int | None]] = []
        self._places: dict[int, int] = {}
        self._whole = False

    def show(
        self, silences: Iterable[Silence], places: dict[int, int], *, whole: bool = True
    ) -> None:
        """List them; the claims' places are given by where they start. The cursor stays.

        They are not the whole as long as other claims are still to be compared.
        """
        before, self._whole = self.start, whole
        self._places, self._items = places, []
        for silence in silences:
            self._items.append((silence, None))
            self._items += ((silence, n) for n in range(len(silence.silent)))
        self.fill(len(self._items))
        if before is not None:
            self.seek(before)

    def seek(self, start: int) -> None:
        """Bring the cursor to the first silent claim that starts there or after."""
        starts = [self.start_of(index) for index in range(self.count)]
        after = (i for i, at in enumerate(starts) if at is not None and at >= start)
        self.move_to(next(after, self.count - 1), quiet=True)

    def start_of(self, index: int) -> int | None:
        """Give where a row's claim starts."""
        silence, n = self._items[index]
        return None if n is None else silence.silent[n].claim.start

    @property
    def start(self) -> int | None:
        """Where the claim under the cursor starts."""
        return self.start_of(self.cursor) if self._items else None

    def selectable(self, index: int) -> bool:
        """Whether the row is a claim."""
        return self._items[index][1] is not None

    def row(self, index: int, width: int) -> Row:
        """Give a section with its counts, or a silent claim."""
        silence, n = self._items[index]
        if n is None:
            counts = f"  {len(silence.silent)} of {silence.claims} silent"
            if not self._whole:
                counts = f"  {len(silence.silent)} silent of {silence.claims} compared"
            name = shorten(silence.section or "(no section)", max(width - len(counts) - 1, 8))
            return ((name, "rows--group"), (counts, "rows--quiet"))
        claim = silence.silent[n].claim
        number = f"{self._places.get(claim.start, 0) + 1:>5} "
        return ((number, "rows--quiet"), (shorten(claim.text, width), ""))

    def detail(self) -> Sequence[str]:
        """Give the claim, what stands in no report, and the nearest passage."""
        if not self._items or not self.selectable(self.cursor):
            return ()
        silence, n = self._items[self.cursor]
        finding = silence.silent[n or 0]
        said = [finding.claim.text]
        if finding.missing:
            said.append(f"In no report: {', '.join(finding.missing)}")
        if (nearest := near(finding)) is not None:
            name = shorten(nearest.document.name, 30)
            said.append(f"Nearest, in “{name}”: {nearest.text}")
        else:
            said.append("Nothing near in any report")
        return said


class UncoveredPassages(OverviewRows):
    """Reports, each with the sentences that no claim covers below it."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[Left] = []
        self._firsts: list[int] = []

    def add(self, more: Iterable[Left]) -> None:
        """List more reports below those that are there."""
        count = self.count
        for left in more:
            self._groups.append(left)
            self._firsts.append(count)
            count += 1 + len(left.sentences)
        self.fill(count, self.cursor)

    @property
    def sentences(self) -> int:
        """How many sentences are listed."""
        return self.count - len(self._groups)

    def at(self, index: int) -> tuple[Left, Sentence | None]:
        """Give the report of a row, and the sentence unless it is the report's own row."""
        group = bisect_right(self._firsts, index) - 1
        left, place = self._groups[group], index - self._firsts[group]
        return left, left.sentences[place - 1] if place else None

    def selectable(self, index: int) -> bool:
        """Whether the row is a sentence."""
        return self.at(index)[1] is not None

    def row(self, index: int, width: int) -> Row:
        """Give a report with its counts, or a sentence."""
        left, sentence = self.at(index)
        if sentence is None:
            name = shorten(left.report.name, max(width - 24, 8))
            counts = f"  {len(left.sentences):,} of {left.total:,} sentences"
            return ((name, "rows--group"), (counts, "rows--quiet"))
        end = min(sentence.end, sentence.start + width * 4)
        return (("  ", ""), (shorten(left.report.text[sentence.start : end], width), ""))

    def detail(self) -> Sequence[str]:
        """Give the sentence."""
        left, sentence = self.at(self.cursor) if self.count else (None, None)
        if left is None or sentence is None:
            return ()
        text = left.report.text[sentence.start : min(sentence.end, sentence.start + 2000)]
        return (text, f"in “{left.report.name}”")
