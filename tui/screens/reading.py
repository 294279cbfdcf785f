"""The reading screen: contents at the left, the page, and the finder over its right half."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.worker import get_current_worker

from tui.document import Collection, Document, Span, Unreadable
from tui.ledger import Memory
from tui.panes.contents import Contents
from tui.panes.keys import key
from tui.panes.layout import View
from tui.panes.lineview import LineView
from tui.panes.page import Page
from tui.screens.desk import Desk
from tui.screens.finding import FinderScreen
from tui.screens.phrases import claim_line, why_not
from tui.screens.reload import Watch, reread, same_place
from tui.screens.work import Progress, prepare

if TYPE_CHECKING:
    pass

WATCH_SECONDS = 1.0
"""How often the sources are looked at for changes."""
KEEP_SECONDS = 0.5
"""How often the reader's place is written down, if it changed."""
NARROW = 100
"""Below so many columns the contents stay hidden until they are asked for."""


class ReadingScreen(FinderScreen):
    """One document before the reader, all others a key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("section.next", "right_square_bracket,J", "section(1)", "Next section", show=True),
        key("compare.open", "c", "compare", "Compare", "Claims beside the reports", show=True),
        key("view.contents", "t", "contents", "Contents", "Show or hide the contents", show=True),
        key("view.page_only", "z", "page_only", "Only the page", "Hide everything else"),
        key("section.before", "K", "section(-1)", "Previous section"),
        key("file.reload", "R", "reload", "Read again", "Read the source of this document again"),
        key("app.close", "q", "app.quit", "Quit", show=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.contents = Contents(id="contents")
        memory, settings = desk.keeper.memory, desk.settings
        self._page = Page(id="page", measure=memory.width or settings.width)
        self._contents_shown = "contents" in memory.panes if memory.panes else settings.contents
        self._page.moved = self._follow
        self._request = 0
        self._watch = Watch()

    @property
    def page(self) -> Page:
        """The one page of this screen."""
        return self._page

    def compose(self) -> ComposeResult:
        """Lay the contents beside the page, status and keys below."""
        with Horizontal(id="desk"):
            yield self.contents
            yield self._page
        yield self.status
        yield self.footer

    def on_mount(self) -> None:
        """Show what is open already; open the rest behind the reader's back."""
        self._page.focus()
        self.contents.display = self._contents_shown
        self._stack()
        self._arrived(self.desk.collection)
        # Not before the first frame: the reader waits for that one only.
        self.set_timer(0.02, self._start)
        self.set_interval(WATCH_SECONDS, self._look_for_changes)
        self.set_interval(KEEP_SECONDS, self._keep)
        if notice := self.desk.keeper.ledger.notice:
            self.notify(notice, severity="warning", markup=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Put the contents away where the text needs the width."""
        self._stack()

    def _stack(self) -> None:
        if self._is_narrow != self.has_class("-narrow"):
            self.contents.display = not self._is_narrow and self._contents_shown
        self.set_class(self._is_narrow, "-narrow")

    # What arrives from the work behind

    def _start(self) -> None:
        self._request += 1
        work = partial(self._work, self._request)
        self.run_worker(work, thread=True, exit_on_error=False, group="desk")

    def _work(self, request: int) -> None:
        worker = get_current_worker()
        for progress in prepare(self.desk):
            if worker.is_cancelled:
                return
            self.post_message(self.Prepared(request, progress))

    class Prepared(Message):
        """The work behind came a step further."""

        def __init__(self, request: int, progress: Progress) -> None:
            super().__init__()
            self.request = request
            self.progress = progress

    def on_reading_screen_prepared(self, message: Prepared) -> None:
        """Put what was prepared before the reader; what an older request asked for is dropped."""
        if message.request != self._request:
            return
        progress = message.progress
        self.status.say(right=progress.doing)
        if progress.collection is not None:
            self._arrived(progress.collection)
        if progress.problem is not None:
            self._warn(progress.problem)
        for document, sections in progress.outlines:
            self.contents.set_outline(document, sections)
            if document is self._page.document:
                self.annotate(self._page, document)
        if progress.indexed:
            self.search_again()
        self._tell_claim()

    def _arrived(self, collection: Collection) -> None:
        self.contents.show(collection.documents, self.desk.outlines)
        if self._page.document is None and self.desk.first is not None:
            place = collection.place
            document = place[0] if place else self.desk.first
            self.open_page(self._page, document)
            if place:
                self._page.goto(Span(place[1], place[1]))
            elif (view := self.desk.keeper.place_in(document)) is not None:
                self._page.restore(view)
        elif self._page.document is not None:
            self.contents.follow(self._page.document, self._page.here)

    # What is kept, and what changes

    def _keep(self) -> None:
        page, memory = self._page, self.desk.keeper.memory
        searched = self.finder.query_text if self.finder else memory.search
        document = page.document.sha256 if page.document else ""
        panes = ("contents", "page") if self._contents_shown else ("page",)
        now = Memory(document, panes, page.measure, searched, self.app.theme)
        self.desk.keeper.keep(page.view, now)

    class Reread(Message):
        """A source was read again: a new document, None for no change, or why it could not be."""

        def __init__(self, old: Document, new: Document | Unreadable | None) -> None:
            super().__init__()
            self.old = old
            self.new = new

    def _look_for_changes(self) -> None:
        for document in self._watch.changed(self.desk.collection.documents):
            self._read_again(document)

    def action_reload(self) -> None:
        """Read the source of this document again."""
        if self._page.document is not None:
            self._read_again(self._page.document)

    def _read_again(self, old: Document) -> None:
        def work() -> None:
            try:
                new: Document | Unreadable | None = reread(self.desk.collection, old)
            except Unreadable as problem:
                new = problem
            self.post_message(self.Reread(old, new))

        self.run_worker(work, thread=True, exit_on_error=False, group="reread")

    def on_reading_screen_reread(self, message: Reread) -> None:
        """Put the new text in the place of the old, the reader at the same words."""
        old, new = message.old, message.new
        if isinstance(new, Unreadable):
            self._warn(new)
        elif new is None or old not in self.desk.collection.documents:
            self.status.say(right="unchanged")
        else:
            view = self._page.view
            self.desk.replace(old, new)
            self.contents.show(self.desk.collection.documents, self.desk.outlines)
            if view is not None and view.document is old:
                here, top = (same_place(old, new, at) for at in (view.here, view.offset))
                self.open_page(self._page, new)
                self._page.restore(View(new, (0, 1), 0, top, here))
            self.notify(f"{old.path} was changed and read again", markup=False)
            self._start()

    def _warn(self, problem: Unreadable) -> None:
        self.notify(f"{problem.path}: {problem.reason}", severity="warning", markup=False)

    def _follow(self, view: LineView, _rows: int) -> None:
        if view.document is not None:
            self.contents.follow(view.document, view.here)
            self._tell_claim()

    def _tell_claim(self) -> None:
        page = self._page
        place = self.desk.claim_at(page.document, page.here) if page.document else None
        self.status.say(claim_line(self.desk, place) if place is not None else "")

    def action_compare(self) -> None:
        """Lay the claim nearest to the place beside what the reports say."""
        from tui.screens.comparing import ComparingScreen

        if self.desk.comparison is None:
            self.notify(why_not(self.desk))
            return
        claim = self.desk.claim_near(self._page.document, self._page.here)
        self.app.push_screen(ComparingScreen(self.desk, claim), self._compared)

    def _compared(self, claim: int | None) -> None:
        if claim is not None and self.desk.paper is not None:
            found = self.desk.claims[claim]
            self.visit(self._page, self.desk.paper, Span(found.start, found.end))

    def action_contents(self) -> None:
        """Go to the contents, or put them away."""
        if self.contents.display and (self.contents.has_focus or not self._is_narrow):
            self.contents.display = False
            self._page.focus()
        else:
            self.contents.display = True
            self.contents.focus()
        if not self._is_narrow:
            self._contents_shown = bool(self.contents.display)

    def action_page_only(self) -> None:
        """Leave nothing but the page, or bring everything back."""
        only = not self.has_class("-only")
        self.set_class(only, "-only")
        self._page.focus()

    def arrived(self) -> None:
        """Give a narrow screen back to the page."""
        if self._is_narrow and self.contents.display:
            self.contents.display = False

    @property
    def _is_narrow(self) -> bool:
        return self.app.size.width < NARROW
