"""A screen whose page is searched: typed at the foot, shown at each letter, walked by n and N."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from tui.document import Document
from tui.panes.keys import key
from tui.panes.page import Page
from tui.screens.base import DeskScreen
from tui.screens.desk import Desk
from tui.screens.seeking import Seeking

if TYPE_CHECKING:
    from tui.panes.prompt import Prompt
    from tui.search import Found

AT_ONCE = 1_000_000
"""Up to so many code points a search answers in the frame of the key; above, behind it."""


class SeekerScreen(DeskScreen):
    """Search in the open document with `/`; escape returns to where it began."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("search.here", "slash", "search", "Search", "Search in this document", show=True),
        key("search.clear", "escape", "clear", "Clear", "Put out the lights of the search"),
    ]

    class Sought(Message):
        """A search of a large document came to its end."""

        def __init__(self, document: Document, query: str, found: Found | None) -> None:
            super().__init__()
            self.document = document
            self.query = query
            self.found = found

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seeking: Seeking | None = None
        self._prompt: Prompt | None = None
        self._searched: Page | None = None
        self._asked_from: Widget | None = None
        self._wanted = ""
        self._finding_here = False

    async def action_search(self) -> None:
        """Type a search below the page."""
        from tui.panes.prompt import Prompt

        page = self.page
        if self._prompt is not None:
            return
        if page.document is None:
            self.notify("There is no text here to search")
            return
        self._searched, self._asked_from = page, self.focused
        self.seeking = Seeking(page.document, page.view)
        self._prompt = Prompt(self._asked)
        self.add_class("-asking")
        await self.mount(self._prompt, before=self.footer)

    def _asked(self, query: str) -> None:
        if self.seeking is None:
            return
        self._wanted = query
        if len(self.seeking.document.text) <= AT_ONCE:
            self._show_found(query, _find(self.seeking.document, query))
        elif not self._finding_here:
            self._finding_here = True
            work = partial(self._find_behind, self.seeking.document)
            self.run_worker(work, thread=True, exit_on_error=False, group="seek")

    def _find_behind(self, document: Document) -> None:
        """Answer the last query, then the one typed meanwhile, until there is none."""
        answered: str | None = None
        while answered != (query := self._wanted):
            self.post_message(self.Sought(document, query, _find(document, query)))
            answered = query
        self._finding_here = False

    def on_seeker_screen_sought(self, message: Sought) -> None:
        """Show what was found behind, unless something else is searched by now."""
        if self.seeking is not None and self.seeking.document is message.document:
            self._show_found(message.query, message.found)

    def _show_found(self, query: str, found: Found | None) -> None:
        page = self._searched
        if self.seeking is None or self._prompt is None or page is None:
            return
        first = self.seeking.take(query, found)
        page.ink("search", self.seeking.spans)
        page.ink("hit", [first] if first else ())
        if first is not None:
            page.goto(first, light=False)
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
        seeking, prompt, self._prompt = self.seeking, self._prompt, None
        page, self._searched = self._searched or self.page, None
        if prompt is not None:
            prompt.remove()
        self.remove_class("-asking")
        if message.taken and seeking is not None and seeking.spans:
            page.focus()
            self.trail.leave(seeking.origin)
            self.status.say(lasting=f"{seeking.query} {seeking.summary}")
            return
        (self._asked_from or page).focus()
        if seeking is not None:
            if seeking.origin is not None:
                page.restore(seeking.origin)
            self.action_clear()

    def seek(self, direction: int) -> None:
        """Go to the next or previous match of the search in this document."""
        page = self._searched or self.page
        if self.seeking is None or self.seeking.document is not page.document:
            return
        found = self.seeking.step(direction, page.here)
        if found is not None:
            page.ink("hit", [found])
            page.goto(found, light=False)
        said = f"{self.seeking.query} {self.seeking.summary}"
        if self._prompt is not None:
            self._prompt.say(self.seeking.summary)
        else:
            self.status.say(lasting=said)

    def action_clear(self) -> None:
        """Put out the search's lights; escape never quits."""
        self.seeking = None
        for page in self.query(Page):
            page.ink("search", ())
            page.ink("hit", ())
        self.status.say(right="", lasting="")
        self.matched({})


def _find(document: Document, query: str) -> Found | None:
    from tui.search import find

    return find(document, query) if query.strip() else None
