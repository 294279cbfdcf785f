"""The comparing screen: claims at the left, paper and report side by side, why below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.worker import get_current_worker

from tui.document import Document, Span
from tui.panes.firstpage import NARROW
from tui.panes.inks import Palette
from tui.panes.keys import key
from tui.panes.messages import Goto
from tui.panes.orders import ORDERED
from tui.panes.rail import Rail
from tui.panes.rows import Rows
from tui.panes.signals import Signals
from tui.screens.claiming import OVERVIEW
from tui.screens.desk import Desk
from tui.screens.judging import JudgingScreen
from tui.screens.pair import Pair, compared
from tui.screens.phrases import own_word, silence_lines

if TYPE_CHECKING:
    from tui.claims import Evidence, Finding
    from tui.screens.targets import Target

RENEW_SECONDS = 0.5
"""How often it is looked at whether the sources have changed."""
INKS = {"term": "term", "similar": "term", "name": "name", "number": "number", "date": "number"}
"""Which ink shows what a claim and a passage share."""


class ComparingScreen(JudgingScreen):
    """One claim beside one passage of one report; everything else is a key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("claim.next", "J", "claim(1)", "Next claim", "Both pages follow", show=True),
        key("claim.previous", "K", "claim(-1)", "Previous claim", "Both pages follow", show=True),
        key("passage.next", "n", "passage(1)", "Next passage", "In the same report", show=True),
        key("passage.previous", "N", "passage(-1)", "Previous passage", "In the same report"),
        key("report.next", "tab", "report(1)", "Next report", "The silent ones last", show=True),
        key("report.previous", "shift+tab", "report(-1)", "Previous report"),
        key("why", "w", "why", "Why", "All that was matched, or only the chief", show=True),
        key("section.next", "right_square_bracket", "section(1)", "Next section"),
        key("compare.align", "enter,equals_sign", "passage(0)", "Align", "Both pages back to it"),
        key("compare.overview", "L", "overview", "Overview", OVERVIEW),
        key("claim.order", "o", "order", "Order", ORDERED),
        key("focus.next", "right", "focus_pane(1)", "Next pane"),
        key("focus.previous", "left", "focus_pane(-1)", "Previous pane"),
        key("view.claims", "t", "rail", "Claims", "Show or hide the list of claims"),
        key("find.open", "f,ctrl+f", "find", "Find", "Back to the reading screen, to find"),
        key("compare.close", "q,c", "close", "Back to reading", show=True),
    ]  # fmt: skip

    class Compared(Message):
        """Some claims were compared behind the reader's back."""

        def __init__(self, findings: list[tuple[int, Finding]]) -> None:
            super().__init__()
            self.findings = findings

    def __init__(self, desk: Desk, claim: int, report: Document | None = None) -> None:
        super().__init__(desk)
        self.paper, self.report_page = self.pages
        self.rail = Rail(id="rail")
        self.signals = Signals(id="signals")
        self.pair = Pair(desk, claim, report, held=report is not None)

    def compose(self) -> ComposeResult:
        """Lay the claims and both pages side by side, the reasons below."""
        with Horizontal(id="desk"):
            yield self.rail
            yield self.paper
            yield self.report_page
        yield self.signals
        yield self.verdict
        yield self.status
        yield self.footer
        yield Palette()

    def on_mount(self) -> None:
        """Show the claim that was asked for; compare the others behind the reader's back."""
        self.rail.typed = lambda: self.page.take_count()
        self._stack()
        self.report_page.focus()
        self._fill()
        self.set_interval(RENEW_SECONDS, self._renew)

    def _fill(self) -> None:
        comparison = self.desk.comparison
        skipped = [document for document, _ in comparison.searched.skipped] if comparison else []
        self.rail.show(self.pair.claims, self.desk.collection.reports, skipped)
        self.sign()
        self.show_claim(self.pair.place)
        work = partial(self._work, self.pair)
        self.run_worker(work, thread=True, exit_on_error=False, exclusive=True)

    def _renew(self) -> None:
        """Take what the sources have become, once they are compared again, at the same place."""
        desk, pair = self.desk, self.pair
        if desk.comparison is not None and desk.claims and not pair.current:
            place = desk.claim_near(desk.paper, pair.claim.start)
            self.pair = Pair(desk, place, pair.report, held=pair.held)
            self._fill()

    def on_resize(self, _event: events.Resize) -> None:
        """Stack the panes where they don't fit side by side."""
        self._stack()

    def _stack(self) -> None:
        narrow = self.app.size.width < NARROW
        if narrow != self.has_class("-narrow"):
            self.rail.display = not narrow
        self.set_class(narrow, "-narrow")

    def _work(self, pair: Pair) -> None:
        worker = get_current_worker()
        for findings in compared(pair):
            if worker.is_cancelled:
                return
            self.post_message(self.Compared(findings))

    def on_comparing_screen_compared(self, message: Compared) -> None:
        """Fill the columns of the claims, and show what the claim looked at waited for."""
        for place, finding in message.findings:
            self.rail.set(place, finding)
        if self.pair.waits and self.pair.finding is not None:
            self.show_claim(self.pair.place)

    def show_claim(self, place: int) -> None:
        """Put a claim before the reader, beside the report that says most to it."""
        self.pair.turn_to(place)
        self.desk.walked = self.pair.claim.start
        self.rail.move_to_claim(place, quiet=True)
        if self.pair.finding is not None:
            self.rail.set(place, self.pair.finding)
        self.show_pair()

    def show_pair(self) -> None:
        """Show claim and passage as they are now, and why they stand beside each other."""
        pair, paper, comparison = self.pair, self.desk.paper, self.desk.comparison
        if paper is None or comparison is None or not pair.stands:
            return
        claim = Span(pair.claim.start, pair.claim.end)
        evidence, report, finding = pair.evidence, pair.report, pair.finding
        self.open_page(self.paper, paper)
        if evidence is not None:
            self.open_page(self.report_page, evidence.document)
            passage = Span(evidence.start, evidence.end)
            self.report_page.ink("evidence", [passage])
            self.report_page.goto(passage, light=False)
        else:
            self.report_page.explain(*silence_lines(finding, comparison.searched, report))
        self.paper.ink("claim", [claim])
        self._ink_shared(evidence)
        self.paper.goto(claim, light=False)
        self.rail.choose_report(report)
        called = self.rail.called(report) if report else ""
        why = None if pair.remembers else finding
        self.signals.show(paper, why, comparison.searched, report, pair.passage, called)
        said = f"claim {pair.place + 1} of {len(pair.claims)}{own_word(self.desk, pair.claim)}"
        self.status.say(" · ".join(filter(None, (said, self.rail.legend, self.desk.matching))))
        self.tell_verdict()

    def _ink_shared(self, evidence: Evidence | None) -> None:
        shared = evidence.shared if evidence else ()
        for ink in dict.fromkeys(INKS.values()):
            alike = [item for item in shared if INKS[item.kind] == ink]
            self.paper.ink(ink, [item.claim for item in alike])
            self.report_page.ink(ink, [item.passage for item in alike])

    def action_claim(self, direction: int) -> None:
        """Go to the next or previous claim in the list's order."""
        self.rail.walk(direction * (self.page.take_count() or 1))
        self.follow_rail()

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Follow the list's cursor."""
        message.stop()
        self.follow_rail()

    def action_passage(self, direction: int) -> None:
        """Go to the next or previous passage of this report, around the ends; 0: back to it."""
        self.pair.next_passage(direction)
        self.show_pair()

    def action_report(self, direction: int) -> None:
        """Put another report beside the claim, whether it has a passage or not."""
        self.pair.next_report(direction)
        self.show_pair()

    def action_why(self) -> None:
        """Show all that was matched."""
        self.signals.action_why()

    def action_overview(self) -> None:
        """Lay the overview over the screen; a claim is gone to here, all else in reading."""
        from tui.screens.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.desk, self.pair.claim.start), self._overlooked)

    def _overlooked(self, target: Target | None) -> None:
        if target is not None and target.claim is not None:
            if target.report is not None:
                self.pair = Pair(self.desk, target.claim, target.report, held=True)
            self.show_claim(target.claim)
        elif target is not None:
            self.app.screen_stack[-2].post_message(Goto(target.document, target.span))
            self.dismiss()

    def action_order(self) -> None:
        """Let the claims stand in another order."""
        self.rail.action_order()

    def action_focus_pane(self, direction: int) -> None:
        """Give the keys to the pane beside."""
        panes = [pane for pane in self.query_one("#desk").children if pane.display]
        at = next((i for i, pane in enumerate(panes) if pane.has_focus), 0)
        panes[(at + direction) % len(panes)].focus()

    def action_rail(self) -> None:
        """Show the list of claims and go there, or hide it."""
        self.rail.display = not self.rail.display
        (self.rail if self.rail.display else self.report_page).focus()

    def action_find(self) -> None:
        """Find everywhere: the reading screen does that."""
        self.action_close()
        self.app.call_later(self.app.run_action, "screen.find")

    def action_close(self) -> None:
        """Back to reading, at this claim."""
        self.dismiss(self.pair.place)
