"""The overview over the screen: silent claims, uncovered passages, numbers; enter goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.document import Document, Span, shorten, visible
from tui.panes.keys import key
from tui.panes.line import Piece
from tui.panes.numbers import NumberLedger
from tui.panes.overview import OverviewRows, SilentClaims, UncoveredPassages
from tui.panes.rows import Rows
from tui.screens.desk import Desk
from tui.screens.survey import Surveyed, survey


@dataclass(frozen=True, slots=True)
class Target:
    """Where the reader wants to go from the overview."""

    document: Document
    """The paper, or a report."""
    span: Span
    """The place."""
    claim: int | None = None
    """The claim there, by its place, if it is one."""


class OverviewScreen(ModalScreen[Target | None]):
    """Three lists, walked by tab; they fill while they are looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("overview.next", "tab", "turn(1)", "Next list", show=True),
        key("overview.previous", "shift+tab", "turn(-1)", "Previous list"),
        key("overview.close", "escape,L,q", "dismiss", "Close", show=True),
    ]

    class Stepped(Message):
        """The survey came a step further."""

        def __init__(self, surveyed: Surveyed) -> None:
            super().__init__()
            self.surveyed = surveyed

    def __init__(self, desk: Desk, here: int) -> None:
        super().__init__()
        self.desk = desk
        self.silent, self.bare, self.ledger = SilentClaims(), UncoveredPassages(), NumberLedger()
        self.detail = Static(id="detail", markup=False)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
        self._here = here
        self._sought = False
        self._compared = 0
        self._read = 0
        self._done = False

    @property
    def lists(self) -> tuple[OverviewRows, ...]:
        """The lists in the order of tab."""
        return self.silent, self.bare, self.ledger

    def compose(self) -> ComposeResult:
        """Lay the lists on one another, the row in full below."""
        with Vertical(id="overview"):
            yield from self.lists
            yield self.detail

    def on_mount(self) -> None:
        """Show the list looked at last; compute behind the reader's back."""
        self._turn_to(self.desk.listed)
        self.run_worker(self._work, thread=True, exit_on_error=False)

    def _work(self) -> None:
        worker = get_current_worker()
        for step in survey(self.desk):
            if worker.is_cancelled:
                return
            self.post_message(self.Stepped(step))

    def on_overview_screen_stepped(self, message: Stepped) -> None:
        """Put what is known now into the lists."""
        step, desk = message.surveyed, self.desk
        self._compared, self._done = step.compared, step.done
        self._read = max(self._read, step.read)
        if step.silences and desk.comparison and desk.comparison.reports:
            places = {claim.start: place for place, claim in enumerate(desk.claims)}
            whole = step.compared >= len(desk.kept)
            self.silent.show(step.silences, places, whole=whole)
            if not self._sought:
                self.silent.seek(self._here)
        if step.numbers and desk.paper is not None and desk.comparison is not None:
            skipped = {document for document, _ in desk.comparison.searched.skipped}
            self.ledger.show(desk.paper, step.numbers, desk.collection.reports, skipped)
            self.ledger.seek(self._here)
        self.bare.add(step.left)
        self.ledger.hold(step.held, step.read)
        self._tell()

    def _tell(self) -> None:
        """Say in each list what it was made from, and what is still to come."""
        desk, comparison = self.desk, self.desk.comparison
        if comparison is None:
            return
        searched, all_claims = comparison.searched, len(desk.kept)
        many = "report" if searched.reports == 1 else "reports"
        reports = f"{searched.reports:,} {many}, {searched.passages:,} sentences"
        if searched.skipped:
            reports += f", {len(searched.skipped):,} not searched"
        compared = "" if self._compared >= all_claims else f" · {self._compared} compared so far"
        read = "" if self._done else f" · {self._read:,} reports read so far"
        self.silent.made = f"made from {all_claims} claims, {reports}{compared}"
        self.bare.made = f"made from {all_claims} claims, {reports}{compared or read}"
        numbers = len(self.ledger.numbers)
        self.ledger.made = f"made from {numbers} figures of the paper, {reports}{compared or read}"
        for rows, notice in zip(self.lists, self._notices(), strict=True):
            if notice != rows.notice and not rows.count:
                rows.refresh()
            rows.notice = notice
        self._entitle()

    def _notices(self) -> tuple[str, str, str]:
        """Say why a list is empty."""
        comparison = self.desk.comparison
        if comparison is None or not comparison.reports:
            skipped = comparison.searched.skipped if comparison else ()
            why = [f"{shorten(report.name, 30)}, {reason}" for report, reason in skipped[:3]]
            none = f"Nothing was searched: {'; '.join(why) or 'no report is open'}"
            return none, none, "No figures in the paper" if self._done else "Reading"
        if not self.desk.kept:
            silent = "No sentence of this paper reads like a claim"
        else:
            silent = "No claim is silent" if self._done else "Comparing"
        bare = "Every sentence is covered" if self._done else "Comparing all claims first"
        return silent, bare, "No figures in the paper" if self._done else "Reading"

    # What is shown

    def _turn_to(self, listed: int) -> None:
        self.desk.listed = listed % len(self.lists)
        for place, rows in enumerate(self.lists):
            rows.display = place == self.desk.listed
        self.lists[self.desk.listed].focus()
        self._tell()

    def _entitle(self) -> None:
        silent = sum(map(self.silent.selectable, range(self.silent.count)))
        bare = self.bare.sentences
        titles = (
            f"Silent claims {silent}",
            f"Uncovered passages {bare:,}",
            f"Numbers {len(self.ledger.numbers)}",
        )
        names: list[Piece] = []
        for place, title in enumerate(titles):
            style = "overview--chosen" if place == self.desk.listed else "rows--quiet"
            names += [("   " if place else " ", ""), (title, style)]
        for rows in self.lists:
            rows.names = tuple(names)
        self.lists[self.desk.listed].refresh_header()
        self._detail()

    def _detail(self) -> None:
        lines = self.lists[self.desk.listed].detail()
        said = "\n".join(visible(" ".join(line[:2000].split())) for line in lines)
        if said != self.detail.content:
            self.detail.update(said, layout=False)

    def action_turn(self, direction: int) -> None:
        """Show the next or previous list."""
        self._turn_to(self.desk.listed + direction)

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Show the row in full; from now on the reader has the cursor."""
        message.stop()
        self._sought = True
        self._detail()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go there."""
        message.stop()
        if (target := self._target(message.index)) is not None:
            self.dismiss(target)

    def _target(self, index: int) -> Target | None:
        paper = self.desk.paper
        if self.desk.listed == 1:
            left, sentence = self.bare.at(index)
            if sentence is None:
                return None
            return Target(left.report, Span(sentence.start, sentence.end))
        if paper is None:
            return None
        if self.desk.listed == 0:
            start = self.silent.start_of(index) or 0
            claim = self.desk.claim_at(paper, start)
            end = self.desk.claims[claim].end if claim is not None else start
            return Target(paper, Span(start, end), claim)
        number = self.ledger.numbers[index]
        return Target(paper, number.sentence, number.claim)
