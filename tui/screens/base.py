"""What every screen with a page does alike: jump and return, mark, copy, go outside, help."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tui.document import Document, Span
from tui.outline import missing_lists
from tui.panes.footer import Footer
from tui.panes.keys import key
from tui.panes.layout import View
from tui.panes.page import Page
from tui.panes.status import Status
from tui.screens.desk import Desk
from tui.screens.trail import Trail

NO_LIST = "(list missing in the source)"


class DeskScreen(Screen[int]):
    """A screen with a page that is jumped in, marked and copied from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("section.previous", "left_square_bracket", "section(-1)", "Previous section"),
        key("jump.back", "ctrl+o,backspace", "back", "Back", "Back to the place before the jump"),
        key("jump.forward", "ctrl+right", "forward", "Forward", "Forward again after going back"),
        key("app.palette", "colon", "app.command_palette", "All actions", "The palette of actions"),
        key("app.help", "question_mark,f1", "help", "Help", "The keys of this screen", show=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.trail = Trail()
        self.status = Status()
        self.footer = Footer()

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
            self.annotate(page, document)

    def annotate(self, page: Page, document: Document) -> None:
        """Put a document's outline, as far as it is known, and notes on its page."""
        notes = dict.fromkeys(missing_lists(document), NO_LIST)
        page.annotate(self.desk.outline_now(document), notes)

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

    # The rest

    def on_page_counting(self, message: Page.Counting) -> None:
        """Show the number typed before a key."""
        self.status.say(right=message.digits)

    def on_page_copied(self, message: Page.Copied) -> None:
        """Send words to the terminal's clipboard, which never says whether they came."""
        self.app.copy_to_clipboard(message.words)
        self.status.say(right=f"{len(message.words)} characters sent to the terminal")

    def action_help(self) -> None:
        """List the keys of this screen."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self))
