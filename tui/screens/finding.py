"""A screen that finds everywhere: the finder beside its page, each hit previewed, enter goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.document import Document, Section
from tui.panes.keys import key
from tui.panes.layout import View
from tui.panes.messages import Goto
from tui.screens.desk import Desk
from tui.screens.seeker import SeekerScreen

if TYPE_CHECKING:
    from tui.panes.finder import Finder, Scope
    from tui.search import Found


PREVIEWED = 8_000
"""How many code points around a hit a screen may show."""


class FinderScreen(SeekerScreen):
    """The finder is made when it is first asked for, and keeps its last search."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("find.open", "f,ctrl+f", "find", "Find everywhere", "In all documents", show=True),
        key("find.again", "full_stop", "find_again", "Last search", "Open the last search again"),
        key("find.next", "n", "next(1)", "Next match", "The next match of the last search"),
        key("find.previous", "N", "next(-1)", "Previous match", "The match before"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.finder: Finder | None = None
        self._found_from: View | None = None
        self._through_finder = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no finder where it is open already."""
        return action != "find" or not self._finding

    def on_goto(self, message: Goto) -> None:
        """Move the reader; a preview keeps the place to come back to."""
        message.stop()
        page = self.page
        if not message.preview:
            self.trail.leave(self._found_from if self._finding else page.view)
        self.open_page(page, message.document)
        is_hit = self._is_hit(message)
        if is_hit:
            self._light(message)
        page.goto(message.span, light=not message.preview)
        if not message.preview:
            self._close_finder()
            page.focus()
            self.arrived()
            if is_hit and self.finder:
                self.status.say(lasting=self.finder.summary)

    def arrived(self) -> None:
        """Let the screen tidy up after a jump."""

    def make_room(self, needed: bool) -> None:
        """Let the screen put other panes away while the finder is open."""

    def _is_hit(self, message: Goto) -> bool:
        hit = self.finder.hit if self.finder and (self._finding or self._through_finder) else None
        return (
            hit is not None
            and hit.document is message.document
            and (hit.start <= message.span.start < hit.end)
        )

    @property
    def _finding(self) -> bool:
        return self.finder is not None and self.finder.display

    async def action_find(self) -> None:
        """Open the finder for a new search."""
        (await self._open_finder()).open()

    async def action_find_again(self) -> None:
        """Open the finder as it was left."""
        (await self._open_finder()).reopen()

    async def _open_finder(self) -> Finder:
        self._found_from = self.page.view
        if self.finder is None:
            from tui.panes.finder import Finder

            self.finder = Finder(self._search, self.on_goto, id="finder")
            self.finder.section_at = self.desk.section_at
            self.finder.called = self._called
            await self.query_one("#desk").mount(self.finder)
            self.finder.history = [q for q in [self.desk.keeper.memory.search] if q]
        self.finder.display = True
        self.add_class("-finding")
        self.make_room(True)
        return self.finder

    def search_again(self) -> None:
        """Ask again what is typed, since more is indexed now."""
        if self.finder is not None and self.finder.display:
            self.finder.open(self.finder.scope, self.finder.query_text)

    def _search(self, query: str, scope: Scope) -> Found | None:
        return self.desk.search(query, self._within(scope))

    def _called(self, scope: Scope) -> str:
        """Give the name of the section or the document that is searched, if not everything is."""
        if (section := self._section(scope)) is not None:
            return " ".join(section.title.split())
        within = self._within(scope)
        return within.name if isinstance(within, Document) else ""

    def _section(self, scope: Scope) -> Section | None:
        view = self._found_from
        if view is None or scope != "section":
            return None
        return self.desk.section_at(view.document, view.here)

    def _within(self, scope: Scope) -> tuple[Document, int, int] | Document | None:
        view = self._found_from
        if view is None or scope == "everything":
            return None
        section = self._section(scope)
        return (view.document, section.start, section.end) if section else view.document

    def _light(self, message: Goto) -> None:
        """Light the words found: all of them, or for a preview those that may be on the screen."""
        found = self.finder.found if self.finder else None
        hits, at = found.hits if found else (), message.span.start
        here = [hit for hit in hits if hit.document is message.document]
        if message.preview:
            here = [hit for hit in here if abs(hit.start - at) < PREVIEWED]
        else:
            starts: dict[Document, list[int]] = {}
            for hit in hits:
                starts.setdefault(hit.document, []).append(hit.start)
            self.matched({document: sorted(places) for document, places in starts.items()})
        self.page.ink("search", [match for hit in here for match in hit.matches])
        self.page.ink("hit", [message.span])

    def _close_finder(self) -> None:
        if self.finder is not None and self.finder.display:
            self.finder.display = False
            self.remove_class("-finding")
            self.make_room(False)
            self._through_finder = True

    async def action_search(self) -> None:
        """Search here: n and N belong to this search then."""
        self._through_finder = False
        await super().action_search()

    def on_finder_closed(self) -> None:
        """Return to the line the search began at."""
        self._close_finder()
        self._through_finder = False
        self.page.ink("search", ())
        self.page.ink("hit", ())
        self.status.say(right="", lasting="")
        self.matched({})
        self.page.focus()
        self.call_after_refresh(self._return, self._found_from)

    def action_next(self, direction: int) -> None:
        """Go to the next match: of the search here, or of the one everywhere."""
        if self._through_finder and self.finder is not None:
            self.finder.step(direction)
        else:
            self.seek(direction)
