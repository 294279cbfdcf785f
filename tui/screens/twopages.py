"""Two pages side by side: scrolled together when locked, their sides changed, one has the keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.panes.keys import key
from tui.panes.lineview import LineView
from tui.panes.page import Page
from tui.screens.desk import Desk
from tui.screens.seeker import SeekerScreen


class TwoPageScreen(SeekerScreen):
    """The left page and the right one; a lock starts from where they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("pages.lock", "s", "lock", "Lock", "Scroll both together, from here on", show=True),
        key("pages.swap", "x", "swap", "Swap", "Change the sides of the pages"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        measure = desk.keeper.memory.width or desk.settings.width
        self.pages = (self.PAGE(id="left", measure=measure), self.PAGE(id="right", measure=measure))
        """The pages by what they are for, whichever side they stand on."""
        self.locked = False
        for page in self.pages:
            page.moved = self._follow

    @property
    def page(self) -> Page:
        """The page that has the keys, the second where neither has; never one without a text."""
        first, second = self.pages
        return first if first.has_focus or second.document is None else second

    def _follow(self, view: LineView, rows: int) -> None:
        first, second = self.pages
        if self.locked and rows and view.has_focus:
            (second if view is first else first).scroll_rows(rows)

    def action_lock(self) -> None:
        """Scroll both pages together from where they are, or each by itself again."""
        self.locked = not self.locked
        self.status.say(lasting="locked" if self.locked else "")

    def action_swap(self) -> None:
        """Change the sides of the pages."""
        desk, (first, second) = self.query_one("#desk"), self.pages
        if desk.children.index(first) > desk.children.index(second):
            desk.move_child(first, before=second)
        else:
            desk.move_child(second, before=first)
