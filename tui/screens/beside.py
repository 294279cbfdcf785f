"""Any two documents beside each other: read together, searched and scrolled alone or locked."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tui.document import Document
from tui.panes.inks import Palette
from tui.panes.keys import key
from tui.panes.layout import View
from tui.screens.desk import Desk
from tui.screens.twopages import TwoPageScreen


class BesideScreen(TwoPageScreen):
    """What was being read at the left, another document at the right; o takes the next one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("section.next", "right_square_bracket", "section(1)", "Next section", show=True),
        key("section.after", "J", "section(1)", "Next section"),
        key("section.before", "K", "section(-1)", "Previous section"),
        key(
            "beside.next", "o", "other(1)", "Next document", "On the page with the keys", show=True
        ),
        key("beside.previous", "O", "other(-1)", "Previous document", "On this page"),
        key("beside.align", "equals_sign", "align", "Align", "Both back to where they met"),
        key("search.next", "n", "seek(1)", "Next match", "The next match of the last search"),
        key("search.previous", "N", "seek(-1)", "Previous match", "The match before"),
        key("beside.close", "q,vertical_line", "close", "Back", "Back to reading", show=True),
    ]

    def __init__(self, desk: Desk, view: View) -> None:
        super().__init__(desk)
        self._view = view
        self._met: tuple[View | None, ...] = (None, None)
        """Where the pages stood beside each other: both can be brought back to it."""

    def compose(self) -> ComposeResult:
        """Lay the pages side by side."""
        with Horizontal(id="desk"):
            yield from self.pages
        yield self.status
        yield self.footer
        yield Palette()

    def on_mount(self) -> None:
        """Show what was being read, and the document after it."""
        left, right = self.pages
        self.set_class(self.app.size.width < 100, "-narrow")
        self.open_page(left, self._view.document)
        left.restore(self._view)
        self.open_page(right, self._after(self._view.document, 1))
        right.focus()
        self.call_after_refresh(self._meet)

    def _meet(self) -> None:
        self._met = tuple(page.view for page in self.pages)

    def action_lock(self) -> None:
        """Scroll both together from where they are, which is where they meet from now on."""
        super().action_lock()
        self._meet()

    def action_align(self) -> None:
        """Bring both pages back to where they met: when locked last, or when laid side by side."""
        for page, view in zip(self.pages, self._met, strict=True):
            if view is not None and view.document is page.document:
                page.restore(view)

    def _after(self, document: Document, direction: int) -> Document:
        documents = self.desk.documents
        return documents[(documents.index(document) + direction) % len(documents)]

    def action_other(self, direction: int) -> None:
        """Show the next or previous document on the page that has the keys."""
        if (document := self.page.document) is not None:
            self.open_page(self.page, self._after(document, direction))
            if (view := self.desk.keeper.place_in(self.page.document or document)) is not None:
                self.page.restore(view)
            self._meet()

    def action_seek(self, direction: int) -> None:
        """Go to the next or previous match."""
        self.seek(direction)

    def action_close(self) -> None:
        """Back to reading."""
        self.dismiss()
