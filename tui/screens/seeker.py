"""A screen whose page is searched: typed at the foot, shown at each letter, walked by n and N."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.document import Document
from tui.panes.keys import key
from tui.panes.page import Page
from tui.panes.prompt import Prompt
from tui.screens.base import DeskScreen
from tui.screens.desk import Desk
from tui.screens.seeking import Seeking


class SeekerScreen(DeskScreen):
    """Search in the open document with `/`; escape returns to where it began."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("search.here", "slash", "search", "Search", "Search in this document", show=True),
        key("search.clear", "escape", "clear", "Clear", "Put out the lights of the search"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seeking: Seeking | None = None
        self._prompt: Prompt | None = None

    def action_search(self) -> None:
        """Type a search below the page."""
        document = self.page.document
        if document is None or self._prompt is not None:
            return
        self.seeking = Seeking(document, self.page.view)
        self._prompt = Prompt(self._asked)
        self.mount(self._prompt, before=self.footer)
        self.add_class("-asking")

    def _asked(self, query: str) -> None:
        if self.seeking is None or self._prompt is None:
            return
        page, found = self.page, self.seeking.ask(query)
        page.ink("search", self.seeking.spans)
        page.ink("hit", [found] if found else ())
        if found is not None:
            page.goto(found, light=False)
        elif self.seeking.origin is not None:
            page.restore(self.seeking.origin)
        self._prompt.say(self.seeking.summary)
        self.matched({self.seeking.document: [span.start for span in self.seeking.spans]})

    def matched(self, starts: Mapping[Document, Sequence[int]]) -> None:
        """Let the screen count what was found, by where it begins in each document."""

    def on_prompt_stepped(self, message: Prompt.Stepped) -> None:
        """Look at the next match while typing."""
        self.seek(message.direction)

    def on_prompt_ended(self, message: Prompt.Ended) -> None:
        """Stay at the match, or return to where the search began."""
        seeking, self._prompt = self.seeking, None
        self.query_one(Prompt).remove()
        self.remove_class("-asking")
        self.page.focus()
        if seeking is None:
            return
        if message.taken and seeking.spans:
            self.trail.leave(seeking.origin)
            self.status.say(right=f"{seeking.query} {seeking.summary}")
        else:
            if seeking.origin is not None:
                self.page.restore(seeking.origin)
            self.action_clear()

    def seek(self, direction: int) -> None:
        """Go to the next or previous match of the search in this document."""
        if self.seeking is None or self.seeking.document is not self.page.document:
            return
        found = self.seeking.step(direction, self.page.here)
        if found is not None:
            self.page.ink("hit", [found])
            self.page.goto(found, light=False)
        said = f"{self.seeking.query} {self.seeking.summary}"
        if self._prompt is not None:
            self._prompt.say(self.seeking.summary)
        else:
            self.status.say(right=said)

    def action_clear(self) -> None:
        """Put out the search's lights; escape never quits."""
        self.seeking = None
        for page in self.query(Page):
            page.ink("search", ())
            page.ink("hit", ())
        self.status.say(right="")
        self.matched({})
