"""A screen that lasts: its place is kept for the next start, and through changes of the sources."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.document import Document, Unreadable
from tui.ledger import Memory
from tui.panes.keys import key
from tui.panes.layout import View
from tui.screens.desk import Desk
from tui.screens.finding import FinderScreen
from tui.screens.phrases import gone_words
from tui.screens.reload import Watch, reread, same_place

WATCH_SECONDS = 1.0
"""How often the sources are looked at for changes."""
KEEP_SECONDS = 0.5
"""How often the reader's place is written down, if it changed."""


class LastingScreen(FinderScreen):
    """Writes down where the reader is; reads again what changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("file.reload", "R", "reload", "Read again", "Read the source of this document again"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.contents_shown = desk.with_contents
        """Whether the reader wants the contents beside the page."""
        self._watch = Watch()

    def on_mount(self) -> None:
        """Begin to watch and to write."""
        self.set_interval(WATCH_SECONDS, self._look_for_changes)
        self.set_interval(KEEP_SECONDS, self._keep)
        if notice := self.desk.keeper.ledger.notice:
            self.notify(notice, severity="warning", markup=False)

    def start(self) -> None:
        """Do all the work of the collection behind the reader's back."""
        raise NotImplementedError

    def _keep(self) -> None:
        page, memory = self.page, self.desk.keeper.memory
        # What the finder only previews is not where the reader is.
        view = self._found_from if self._finding else page.view
        searched = (self.finder.query_text if self.finder else "") or memory.search
        document = view.document.sha256 if view else ""
        panes, width = ("contents", "page") if self.contents_shown else ("page",), page.measure
        settings = self.desk.settings
        # What is as the settings have it stays theirs to change.
        now = Memory(
            document,
            () if self.contents_shown == settings.contents else panes,
            0 if width == settings.width else width,
            searched,
            self.app.theme,
            self._colours,
        )
        self.desk.keeper.keep(view, now)

    @property
    def _colours(self) -> tuple[str, ...]:
        variables = self.app.theme_variables
        return tuple(variables[name] for name in ("foreground", "background", "surface", "panel"))

    class Reread(Message):
        """A source was read again: a new document, None for no change, or why it could not be."""

        def __init__(self, old: Document, new: Document | Unreadable | None) -> None:
            super().__init__()
            self.old = old
            self.new = new

    def _look_for_changes(self) -> None:
        for document in self._watch.changed(self.desk.collection.documents):
            self._read_again(document)
        if gone := self._watch.gone:
            self.notify(gone_words(gone), severity="warning", markup=False)

    def action_reload(self) -> None:
        """Read the source of this document again."""
        if self.page.document is not None:
            self._read_again(self.page.document)

    def _read_again(self, old: Document) -> None:
        def work() -> None:
            try:
                new: Document | Unreadable | None = reread(self.desk.collection, old)
            except Unreadable as problem:
                new = problem
            self.post_message(self.Reread(old, new))

        self.run_worker(work, thread=True, exit_on_error=False, group="reread")

    def on_lasting_screen_reread(self, message: Reread) -> None:
        """Put the new text in the place of the old, the reader at the same words."""
        old, new = message.old, message.new
        if isinstance(new, Unreadable):
            self.warn(new)
        elif new is None or old not in self.desk.collection.documents:
            self.status.say(right="unchanged")
        else:
            view = self.page.view
            self.desk.replace(old, new)
            if view is not None and view.document is old:
                here, top = (same_place(old, new, at) for at in (view.here, view.offset))
                self.open_page(self.page, new)
                self.page.restore(View(new, (0, 1), 0, top, here))
            self.notify(f"{old.path} was changed and read again", markup=False)
            self.start()
