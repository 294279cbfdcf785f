"""A screen with the paper's claims at hand: compared, added or dropped, and their overview."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.document import Span
from tui.panes.keys import key
from tui.screens.lasting import LastingScreen
from tui.screens.phrases import lost_words, toggled, why_no_claim, why_not

if TYPE_CHECKING:
    from tui.screens.targets import Target

OVERVIEW = "Silent claims, passages no claim covers, numbers"
AWAITED = "comparing when the claims are read · any other key: not then"
"""Said until the next key: what the reader asked for is done as long as it stands there."""


class ClaimingScreen(LastingScreen):
    """What is done with claims from the page that is read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("claim.toggle", "a", "toggle_claim", "Claim", "Make this sentence a claim, or none"),
        key("compare.overview", "L", "overview", "Overview", OVERVIEW),
    ]

    def action_compare(self) -> None:
        """Lay the claim nearest to the place beside what the reports say, or this one says."""
        from tui.screens.comparing import ComparingScreen
        from tui.screens.pair import claim_for

        self.settle()
        if self.desk.comparison is None or not self.desk.claims:
            if self.desk.waits:
                self.desk.asked, self.desk.complete = True, False
                self.start()
            if self.desk.complete:
                self.notify(why_not(self.desk))
            else:
                self.status.say(right=AWAITED)
            return
        document = self.page.document
        claim = claim_for(self.desk, document, self.page.here)
        report = document if document in self.desk.collection.reports else None
        self.app.push_screen(ComparingScreen(self.desk, claim, report), self._compared)

    def compare_if_awaited(self) -> None:
        """Compare now if the reader asked for it too early, and did nothing since."""
        if self.status.right == AWAITED and (self.desk.complete or self.desk.comparison):
            self.status.say(right="")
            self.action_compare()

    def _compared(self, claim: int | None) -> None:
        claims = self.desk.claims
        self.settle()
        if claim is not None and claim < len(claims) and self.desk.paper is not None:
            found = claims[claim]
            self.visit(self.page, self.desk.paper, Span(found.start, found.end))

    def action_toggle_claim(self) -> None:
        """Make the sentence at the place a claim, or let it be none."""
        page, desk = self.page, self.desk
        if desk.comparison is None or page.document is not desk.paper:
            self.status.say(right=why_no_claim(desk))
        elif (claim := desk.sentence(page.here)) is not None:
            self.status.say(right=toggled(desk.toggle(claim)))
            self.settle()
            page.goto(Span(claim.start, claim.end))

    def action_overview(self) -> None:
        """Lay the overview over the screen: what is silent, uncovered, and the numbers."""
        from tui.screens.overview import OverviewScreen

        if self.desk.comparison is None:
            self.notify(why_not(self.desk))
            return
        self.settle()
        here = self.page.here if self.page.document is self.desk.paper else 0
        self.app.push_screen(OverviewScreen(self.desk, here), self._overlooked)

    def _overlooked(self, target: Target | None) -> None:
        if target is not None and target.compared and target.claim is not None:
            from tui.screens.comparing import ComparingScreen

            beside = ComparingScreen(self.desk, target.claim, target.report)
            self.app.push_screen(beside, self._compared)
        elif target is not None:
            self.visit(self.page, target.document, target.span)

    def settle(self) -> None:
        """Let the claims be as the reader wants them; say which of the reader's are gone."""
        lost = self.desk.settle()
        self.dim(self.page)
        if lost:
            self.notify(
                lost_words(lost),
                title="A text has changed",
                severity="warning",
                timeout=20,
                markup=False,
            )
