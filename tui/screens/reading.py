"""The reading screen: contents at the left, the page, and the finder over its right half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.worker import get_current_worker

from tui.document import Collection, Document, Span
from tui.panes.contents import Contents
from tui.panes.firstpage import NARROW, WIDE
from tui.panes.inks import Palette
from tui.panes.keys import key
from tui.panes.lineview import LineView
from tui.panes.page import Page
from tui.panes.rows import Rows
from tui.screens.claiming import ClaimingScreen
from tui.screens.desk import Desk
from tui.screens.phrases import claim_line
from tui.screens.work import Progress, prepare


class ReadingScreen(ClaimingScreen):
    """One document before the reader, all others a key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("section.next", "right_square_bracket", "section(1)", "Next section", show=True),
        key("section.after", "J", "section(1)", "Next section"),
        key("compare.open", "c", "compare", "Compare", "Claims beside the reports", show=True),
        key("beside.open", "vertical_line", "beside", "Beside", "Another document beside this one"),
        key("view.contents", "t", "contents", "Contents", "Show or hide the contents", show=True),
        key("view.page_only", "z", "page_only", "Only the page", "Hide everything else"),
        key("section.before", "K", "section(-1)", "Previous section"),
        key("app.close", "q", "app.quit", "Quit", show=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.contents = Contents(id="contents")
        self._page = Page(id="page", measure=desk.keeper.memory.width or desk.settings.width)
        self._page.moved = self._follow
        self.contents.typed = self._page.take_count
        self._request = 0
        self._doing = ""

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
        yield Palette()

    def on_mount(self) -> None:
        """Show what is open already; open the rest behind the reader's back."""
        self._page.focus()
        self.contents.display = self.contents_shown
        self._stack()
        self._arrived(self.desk.collection)
        if self.desk.keeper.newcomer:
            self.status.say(right="new here: ? lists the keys · f finds · c compares")
        # Not before the first frame: the reader waits for that one only.
        self.set_timer(0.02, self.start)

    def on_resize(self, _event: events.Resize) -> None:
        """Put the contents away where the text needs the width."""
        self._stack()

    def _stack(self) -> None:
        if self._is_narrow != self.has_class("-narrow"):
            self.contents.display = not self._is_narrow and self.contents_shown
        self.set_class(self._is_narrow, "-narrow")
        self.set_class(self.app.size.width >= WIDE, "-wide")

    # What arrives from the work behind

    def start(self) -> None:
        """Do all the work of the collection behind the reader's back."""
        self._request += 1
        self._arrived(self.desk.collection)
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
        self.status.say(doing=progress.doing)
        self._doing = progress.doing
        if progress.whole is not None:
            self._complete(*progress.whole)
        if progress.collection is not None:
            self._arrived(progress.collection)
        if progress.problem is not None:
            self.warn(progress.problem)
        if progress.notice:
            self.notify(progress.notice, severity="warning", markup=False)
        for document, sections in progress.outlines:
            self.contents.set_outline(document, sections)
            if document is self._page.document:
                self.annotate(self._page, document)
        if progress.indexed:
            self.search_again()
            if self.desk.index is not None and self.desk.index.notice:
                self.notify(self.desk.index.notice, severity="warning", markup=False)
        self.settle()
        self._tell_claim()
        self.compare_if_awaited()

    def _complete(self, begun: Document, whole: Document) -> None:
        """Put the whole of a long text in the place of its beginning, the same line at the top."""
        view = self._page.view
        if view is not None and view.document is begun:
            self.open_page(self._page, whole)
            kept = self.desk.keeper.place_in(whole) if view.here == 0 else None
            self._page.restore(kept or replace(view, document=whole))

    def _arrived(self, collection: Collection) -> None:
        self.contents.counts.marks = self.desk.marks.letters(collection.documents)
        self.contents.show(collection.documents, self.desk.outlines)
        if self._page.document is None and self.desk.start is not None:
            document, line = self.desk.start
            self.open_page(self._page, document)
            if line is not None:
                self._page.goto(Span(line, line))
            elif (view := self.desk.keeper.place_in(document)) is not None:
                self._page.restore(view)
        elif self._page.document is not None:
            self.contents.follow(self._page.document, self._page.here)

    # The reader

    def action_clear(self) -> None:
        """Stop opening more, or reading claims, while it goes on; else put out the lights."""
        if self._doing.startswith("opening"):
            self.desk.enough = True
        elif self._doing.startswith("reading claims") and self.desk.asked:
            self.desk.asked = False
        else:
            super().action_clear()

    def settle(self) -> None:
        """Count the claims beside their sections, too."""
        super().settle()
        desk, counts = self.desk, self.contents.counts
        claims = {desk.paper: [claim.start for claim in desk.kept]} if desk.paper else {}
        judged = {desk.paper: desk.judged.among(desk.kept)} if desk.paper else {}
        if (claims, judged) != (counts.claims, counts.judged):
            counts.claims, counts.judged = claims, judged
            self.contents.refresh()

    def matched(self, starts: Mapping[Document, Sequence[int]]) -> None:
        """Count the matches beside their sections."""
        self.contents.counts.hits = starts
        self.contents.refresh()

    def marked(self) -> None:
        """Show the marks beside their sections, too."""
        super().marked()
        self.contents.counts.marks = self.desk.marks.letters(self.desk.documents)
        self.contents.refresh()

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Say why the program believes in the heading under the cursor."""
        if message.rows is self.contents:
            self.status.say(self.contents.reason)

    def _follow(self, view: LineView, _rows: int) -> None:
        if view.document is not None:
            self.contents.follow(view.document, view.here)
            self._tell_claim()

    def _tell_claim(self) -> None:
        page = self._page
        place = self.desk.claim_at(page.document, page.here) if page.document else None
        self.status.say(claim_line(self.desk, place) if place is not None else "")

    def action_beside(self) -> None:
        """Lay another document beside this one."""
        from tui.screens.beside import BesideScreen

        if (view := self._page.view) is not None:
            self.app.push_screen(BesideScreen(self.desk, view))

    def action_contents(self) -> None:
        """Go to the contents, or put them away."""
        if self.contents.display and (self.contents.has_focus or not self._is_narrow):
            self.contents.display = False
            self._page.focus()
        else:
            self.contents.display = True
            self.contents.focus()
        if not self._is_narrow:
            self.contents_shown = bool(self.contents.display)

    def action_page_only(self) -> None:
        """Leave nothing but the page, or bring everything back."""
        only = not self.has_class("-only")
        self.set_class(only, "-only")
        self.make_room(only)
        self._page.focus()

    def make_room(self, needed: bool) -> None:
        """Hide the contents beside the finder, and where nothing but the page is wanted."""
        self.contents.display = self.contents_shown and not needed and not self._is_narrow

    def arrived(self) -> None:
        """Give a narrow screen back to the page."""
        if self._is_narrow and self.contents.display:
            self.contents.display = False

    @property
    def _is_narrow(self) -> bool:
        return self.app.size.width < NARROW
