"""What every screen with a page does alike: jump and return, mark, copy, go outside, help."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from tui.document import Document, Span, Unreadable
from tui.panes.footer import Footer
from tui.panes.keys import key
from tui.panes.layout import View
from tui.panes.links import safe
from tui.panes.page import DIGITS, Page
from tui.panes.status import Status
from tui.screens.desk import Desk
from tui.screens.places import Place
from tui.screens.trail import Trail


class DeskScreen(Screen[int]):
    """A screen with a page that is jumped in, marked and copied from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("pane.next", "tab", "app.focus_next", "Next pane"),
        key("pane.previous", "shift+tab", "app.focus_previous", "Previous pane"),
        key("section.previous", "left_square_bracket", "section(-1)", "Previous section"),
        key("jump.back", "ctrl+o,backspace", "back", "Back", "To the place before the jump"),
        key("jump.forward", "ctrl+right", "forward", "Forward", "Again, after going back"),
        key("marks.list", "M", "marks", "Marks", "All marks, with the words they stand at"),
        key("outside.edit", "e", "edit", "Editor", "Open the source in $EDITOR, at this line"),
        key("outside.browse", "B", "browse", "Browser", "Open the document’s address"),
        key("outside.mouse", "f2", "mouse", "Mouse", "Leave the mouse to the terminal, or take it"),
        key("outside.plain", "ctrl+l", "plain", "Plain text", "The page as plain text, to copy"),
        key(
            "app.suspend", "ctrl+z", "app.suspend_process", "Suspend", "To the shell; fg comes back"
        ),
        key("app.palette", "colon", "app.command_palette", "All actions", "The palette of actions"),
        key("app.help", "question_mark,f1", "help", "Help", "The keys of this screen", show=True),
    ]

    PAGE: ClassVar[type[Page]] = Page
    """What its pages are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.trail = Trail()
        self.status = Status()
        self.footer = Footer()

    def on_mount(self) -> None:
        """Paint all again after the shell had the terminal, of which it shows nothing any more."""
        again = partial(self.app.refresh, layout=True)
        self.app.app_resume_signal.subscribe(self, lambda _: self.call_after_refresh(again))

    @property
    def page(self) -> Page:
        """The page the reader's keys go to."""
        raise NotImplementedError

    # Where the reader is

    def action_section(self, direction: int) -> None:
        """Jump to the next or previous section of the page's document."""
        self.page.jump_sections(direction)

    def open_page(self, page: Page, document: Document) -> None:
        """Show a document with its outline."""
        if page.document is not document:
            page.show(document)
            page.mark(self.desk.marks.of(document))
            self.annotate(page, document)
            self.dim(page)

    def annotate(self, page: Page, document: Document) -> None:
        """Put a document's outline, as far as it is known, and notes on its page."""
        page.annotate(self.desk.outlines.get(document, ()), self.desk.notes_of(document))

    def dim(self, page: Page) -> None:
        """Show which sentences of the paper are no claims by the reader's word."""
        if page.document is not None:
            is_paper = page.document is self.desk.paper
            page.ink("dropped", self.desk.dropped if is_paper else ())

    def visit(self, page: Page, document: Document, span: Span) -> None:
        """Jump, and keep the place left."""
        self.trail.leave(page.view)
        self.open_page(page, document)
        page.goto(span)

    def action_back(self) -> None:
        """Return to the place before the last jump, to the very line."""
        self._return(self.trail.back(self.page.view))

    def action_forward(self) -> None:
        """Go forward again."""
        self._return(self.trail.forward(self.page.view))

    def _return(self, view: View | None) -> None:
        if view is None:
            self.status.say(right="no other place")
            return
        self.open_page(self.page, view.document)
        self.page.restore(view)

    def on_page_jumping(self, message: Page.Jumping) -> None:
        """Keep the place that a page leaves by itself."""
        self.trail.leave(message.view)

    # Marks

    def on_page_lettered(self, message: Page.Lettered) -> None:
        """Set a mark at the place, or go to one."""
        document, page = self.page.document, self.page
        if document is None:
            return
        marks = self.desk.marks
        if message.sets:
            marks.set(document, message.letter, message.place)
            self.marked()
            self.status.say(right=f"marked {message.letter}")
        elif (place := marks.find(message.letter, document, self.desk.documents)) is not None:
            self.visit(page, place.document, Span(place.offset, place.offset))
        else:
            self.status.say(right=f"no mark {message.letter}")

    def action_marks(self) -> None:
        """List all marks; enter goes to one."""
        from tui.screens.marks import MarksScreen

        self.app.push_screen(MarksScreen(self.desk), self._chosen)

    def _chosen(self, place: Place | None) -> None:
        self.marked()
        if place is not None:
            self.visit(self.page, place.document, Span(place.offset, place.offset))

    def marked(self) -> None:
        """Show the marks as they are now."""
        for page in self.query(Page):
            if page.document is not None:
                page.mark(self.desk.marks.of(page.document))

    # Outside

    def action_edit(self) -> None:
        """Open the source in the reader's editor, at the line of the place."""
        if (document := self.page.document) is not None:
            from tui.screens import outside

            outside.edit(self.app, document, self.page.here)

    def action_browse(self) -> None:
        """Open where the document was published."""
        document = self.page.document
        if document is not None and (address := safe(document.url)):
            from tui.screens import outside

            outside.browse(self.app, address)
        else:
            self.status.say(right="no address known for this document")

    def action_mouse(self) -> None:
        """Give the mouse to the terminal, for its own selection, or take it back."""
        self.desk.mouse = not self.desk.mouse
        from tui.screens import outside

        outside.take_mouse(self.app, self.desk.mouse)
        self.status.say(right="mouse on" if self.desk.mouse else "mouse off: it is the terminal’s")

    def action_plain(self) -> None:
        """Show the page's text without any pane, until a key is pressed."""
        from tui.screens import outside

        outside.show_plain(self.app, self.page.visible_text)

    # The rest

    def on_key(self, event: events.Key) -> None:
        """Collect the digits of a count that is typed over a list, too."""
        self.status.say(right="")  # before the key is acted upon
        counts = event.key in DIGITS and not self.page.has_focus
        if counts and self.page.takes(event.key, event.character):
            event.stop()  # else it is a key of the screen: a number begins with no 0

    def warn(self, problem: Unreadable) -> None:
        """Tell what could not be opened."""
        self.notify(f"{problem.path}: {problem.reason}", severity="warning", markup=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong behind the reader's back; everything else goes on."""
        if event.state is WorkerState.ERROR:
            self.notify(
                f"{event.worker.error!r}", title="That failed", severity="error", markup=False
            )
            self.status.say(doing="")

    def on_page_counting(self, message: Page.Counting) -> None:
        """Show the number typed before a key."""
        self.status.say(pending=message.digits)

    def on_page_copied(self, message: Page.Copied) -> None:
        """Send words to the terminal's clipboard, which never says whether they came."""
        from tui.screens import outside

        outside.copy(self.app, message.words)
        where = "browser" if self.app.is_web else "terminal"
        self.status.say(right=f"{len(message.words):,} characters sent to the {where}")

    def action_help(self) -> None:
        """List the keys of this screen."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self, self.desk.settings.threshold))
