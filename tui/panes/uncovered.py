"""What no claim covers in each report in, a list to walk out: reports, their sentences below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.document import Document, Sentence, shorten
from tui.panes.line import Row
from tui.panes.overview import OverviewRows


@dataclass(frozen=True, slots=True)
class Left:
    """What no claim covers in one report."""

    report: Document
    """The report."""
    sentences: tuple[Sentence, ...]
    """In the order of the text."""
    total: int
    """How many sentences it has."""


class UncoveredPassages(OverviewRows):
    """Reports, each with the sentences that no claim covers; in one line those without any."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: tuple[str, int] | None = None
        """The reader's place: the path of the report, and where in it."""
        self.sentences = 0
        """How many sentences are listed."""
        self._groups: list[Left] = []
        self._firsts: list[int] = []
        self._covered: list[Left] = []

    def show(self, groups: Iterable[Left]) -> None:
        """List these reports instead of those that are there."""
        self._groups, self._firsts, self._covered, self.sentences = [], [], [], 0
        self.add(groups)

    def add(self, more: Iterable[Left]) -> None:
        """List more reports below those that are there."""
        for left in more:
            if left.sentences:
                self._firsts.append(len(self._groups) + self.sentences)
                self._groups.append(left)
                self.sentences += len(left.sentences)
            else:
                self._covered.append(left)
        count = len(self._groups) + self.sentences
        self.refill(count + bool(count and self._covered))

    def keep(self) -> None:
        """Take the sentence under the cursor for the reader's place."""
        left, sentence = self.at(self.cursor)
        if sentence is not None:
            self.wanted = left.report.path, sentence.start

    def seek(self) -> None:
        """Bring the cursor to the sentence wanted, or the next of its report."""
        path, start = self.wanted or ("", 0)
        for left, first in zip(self._groups, self._firsts, strict=True):
            if left.report.path == path:
                after = (n for n, each in enumerate(left.sentences, 1) if each.start >= start)
                self.move_to(first + next(after, len(left.sentences)), quiet=True)

    def at(self, index: int) -> tuple[Left, Sentence | None]:
        """Give the report of a row, and its sentence if the row is one."""
        group = bisect_right(self._firsts, index) - 1
        left, place = self._groups[group], index - self._firsts[group]
        return left, left.sentences[place - 1] if 0 < place <= len(left.sentences) else None

    def selectable(self, index: int) -> bool:
        """Whether the row is a sentence."""
        return self.at(index)[1] is not None

    def row(self, index: int, width: int) -> Row:
        """Give a report with its counts, a sentence, or the reports that are covered."""
        if index == len(self._groups) + self.sentences:
            names = ", ".join(left.report.name for left in self._covered[:width])
            many = "report" if len(self._covered) == 1 else "reports"
            covered = f"All covered in {len(self._covered):,} {many}: {names}"
            return ((covered[: width * 2], "rows--quiet"),)
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
