"""The overview over the screen: silent claims, uncovered passages, numbers; enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from tui.panes.detail import Detail
from tui.panes.firstpage import NARROW
from tui.panes.footer import Footer
from tui.panes.keys import key
from tui.panes.line import Piece
from tui.panes.numbers import NumberLedger
from tui.panes.overview import OverviewRows, SilentClaims
from tui.panes.rows import Rows
from tui.panes.uncovered import UncoveredPassages
from tui.screens.desk import Desk
from tui.screens.survey import Surveyed, survey
from tui.screens.surveyed import AWAITED, again, counted, empty, made
from tui.screens.targets import Target, compared, target_of

RENEW_SECONDS = 0.5
"""How often it is looked at whether there is another comparison."""
NO_CLAIM = "This is no claim: there is nothing to compare"


class OverviewScreen(ModalScreen[Target | None]):
    """Three lists, walked by tab; they fill while they are looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("overview.next", "tab", "turn(1)", "Next list", show=True),
        key("overview.previous", "shift+tab", "turn(-1)", "Previous list"),
        key("overview.compare", "c", "compare", "Compare", "The claim, beside a report", show=True),
        key("overview.more", "space", "more(1)", "More", "The words below, further on", show=True),
        key("overview.less", "b", "more(-1)", "Before", "The words below, further back"),
        key("overview.close", "escape,L,q", "dismiss", "Close", show=True),
        key("app.help", "question_mark,f1", "help", "Help", "The keys of this screen", show=True),
    ]

    class Stepped(Message):
        """The survey of that number came a step further."""

        def __init__(self, request: int, surveyed: Surveyed) -> None:
            super().__init__()
            self.request = request
            self.surveyed = surveyed

    def __init__(self, desk: Desk, here: int) -> None:
        super().__init__()
        self.desk = desk
        self.silent, self.bare = SilentClaims(here), UncoveredPassages()
        self.ledger = NumberLedger(here)
        self.detail = Detail(id="detail")
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-roomy")]
        self._made_of = (desk.comparison, desk.claims)
        self._request = 0
        self._far = Surveyed(0)
        self._steps: list[Surveyed] = []
        self._whole = False
        self._made = ("", "", "")

    @property
    def lists(self) -> tuple[OverviewRows, ...]:
        """The lists in the order of tab."""
        return self.silent, self.bare, self.ledger

    def compose(self) -> ComposeResult:
        """Lay the lists on one another, the row in full below."""
        with Vertical(id="overview"):
            yield from self.lists
            yield self.detail
            yield Footer()

    def on_mount(self) -> None:
        """Show the list looked at last; compute behind the reader's back."""
        self._turn_to(self.desk.listed)
        self._begin()
        self.set_interval(RENEW_SECONDS, self._renew)

    def _begin(self) -> None:
        self._made_of = (self.desk.comparison, self.desk.claims)
        self._request, self._far, self._steps = self._request + 1, Surveyed(0), []
        if not self._whole:
            self.bare.show(())
        work = partial(self._work, self._request)
        self.run_worker(work, thread=True, exit_on_error=False, exclusive=True)

    def _renew(self) -> None:
        """Survey again what was compared again: by meaning too, or in other sources."""
        comparison, claims = self._made_of
        if self.desk.comparison is not comparison or self.desk.claims != claims:
            if self.desk.comparison is not None:
                self._begin()
            self._tell()

    def _work(self, request: int) -> None:
        worker = get_current_worker()
        for step in survey(self.desk):
            if worker.is_cancelled:
                return
            self.post_message(self.Stepped(request, step))

    def on_overview_screen_stepped(self, message: Stepped) -> None:
        """Put what is known now into the lists; those that were whole wait until they are again."""
        step = message.surveyed
        if message.request != self._request or self.desk.comparison is not self._made_of[0]:
            return
        self._far = Surveyed(step.compared, read=max(self._far.read, step.read), done=step.done)
        self._steps.append(step)
        if step.done or not self._whole:
            steps, self._steps = self._steps, []
            self._list(steps)
            self._whole = self._whole or step.done
        self._tell()

    def _list(self, steps: Sequence[Surveyed]) -> None:
        desk, comparison = self.desk, self.desk.comparison
        if desk.paper is None or comparison is None:
            return
        silences = next((step.silences for step in reversed(steps) if step.silences), ())
        if silences and comparison.reports:
            places = {claim.start: place for place, claim in enumerate(desk.claims)}
            whole = self._far.compared >= len(desk.kept)
            self.silent.show(silences, places, desk.judged.confirmed, whole=whole)
        left = [left for step in steps for left in step.left]
        if self._whole:
            self.bare.show(left)
        elif left:
            self.bare.add(left)
        for step in steps:
            if step.numbers:
                skipped = {document for document, _ in comparison.searched.skipped}
                self.ledger.show(desk.paper, step.numbers, desk.collection.reports, skipped)
            self.ledger.hold(step.held, step.read)

    def _tell(self) -> None:
        """Say in each list what it was made from, and what is still to come."""
        desk, far = self.desk, self._far
        if far.done or not self._whole:
            self._made = made(desk, far, len(self.ledger.numbers))
        now = desk.comparison is not None and (far.done or not self._whole)
        lines = self._made if now else again(desk, far, self._made)
        for rows, line, notice in zip(self.lists, lines, empty(desk, far), strict=True):
            if notice != rows.notice and not rows.count:
                rows.refresh()
            rows.made, rows.notice = line, notice
        self._entitle()

    # What is shown

    def _turn_to(self, listed: int) -> None:
        self.desk.listed = listed % len(self.lists)
        for place, rows in enumerate(self.lists):
            rows.display = place == self.desk.listed
        self.lists[self.desk.listed].focus()
        self._tell()

    def _entitle(self) -> None:
        compared = self._far.compared >= len(self.desk.kept)
        titles = (
            f"Silent claims {counted(self.silent.claims, compared)}",
            f"Uncovered passages {counted(self.bare.sentences, self._far.done)}",
            f"Numbers {len(self.ledger.numbers):,}",
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
        self.detail.show(self.lists[self.desk.listed].detail())

    def action_turn(self, direction: int) -> None:
        """Show the next or previous list."""
        self._turn_to(self.desk.listed + direction)

    def action_more(self, pages: int) -> None:
        """Scroll what is said below the list."""
        self.detail.scroll_pages(pages)

    def action_help(self) -> None:
        """List the keys of the overview."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self, self.desk.settings.threshold))

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Show the row in full; this is the reader's place from now on."""
        message.stop()
        rows = self.lists[self.desk.listed]
        rows.keep()
        rows.refresh_header()
        self._detail()

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go there."""
        message.stop()
        self._leave(target_of(self.desk, self.lists[self.desk.listed]), AWAITED)

    def action_compare(self) -> None:
        """Go to the claim beside the report that is chosen, or has another number, or says most."""
        self._leave(compared(self.desk, self.lists[self.desk.listed]), NO_CLAIM)

    def _leave(self, target: Target | None, why_not: str) -> None:
        if target is None or target.document not in self.desk.documents:
            self.notify(why_not)
        else:
            self.dismiss(target)
