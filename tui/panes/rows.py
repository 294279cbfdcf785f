"""A list of any length to walk: a subclass says what a row holds, this moves and posts."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import clamp
from textual.message import Message

from tui.panes.keys import key
from tui.panes.listing import Listing


class Rows(Listing, can_focus=True):
    """A list with a cursor, moved by keys and mouse.

    A subclass gives `row` and, if not every row can hold the cursor, `selectable`; `fill` says
    how many rows there are. A step draws the two rows that changed and no more.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("rows.next", "j,down", "step(1)", "Next row"),
        key("rows.previous", "k,up", "step(-1)", "Previous row"),
        key("rows.page-down", "pagedown", "page(1)", "One page of rows down"),
        key("rows.page-up", "pageup", "page(-1)", "One page of rows up"),
        key("rows.half-down", "ctrl+d", "page(0.5)", "Half a page of rows down"),
        key("rows.half-up", "ctrl+u", "page(-0.5)", "Half a page of rows up"),
        key("rows.first", "g,home", "end(False)", "First row", "Or the row of the number before"),
        key("rows.last", "G,end", "end(True)", "Last row", "Or the row of the number before"),
        key("rows.choose", "enter", "choose", "Go", "Take the row at the cursor", show=True),
    ]

    class Moved(Message):
        """The cursor came to another row."""

        def __init__(self, rows: Rows, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows:
            """The list, for selectors of handlers."""
            return self.rows

    class Chosen(Moved):
        """The reader took the row: with enter, or with a click on the row at the cursor."""

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.cursor = 0
        """The row under the cursor."""
        self.typed: Callable[[], int | None] = lambda: None
        """Takes the number typed before a key, None where there was none; the screen's to set."""

    # What a subclass says

    def selectable(self, index: int) -> bool:
        """Whether the cursor may stand on the row."""
        return True

    def clicked(self, index: int, column: int) -> None:
        """Answer a click on a selectable row: the first brings the cursor, the next takes it."""
        if index == self.cursor:
            self.action_choose()
        else:
            self.move_to(index)

    # What the owner does

    def fill(self, count: int, cursor: int = 0) -> None:
        """Say how many rows there are now, and where the cursor stands; all is drawn anew."""
        self.count = count
        self.cursor = self._nearest(clamp(cursor, 0, max(0, count - 1)), 1)
        self.reveal(self.cursor)
        self.refresh()

    def move_to(self, index: int, *, quiet: bool = False) -> None:
        """Bring the cursor to the row, or the nearest that can hold it, and say so."""
        if not self.count:
            return
        index = clamp(index, 0, self.count - 1)
        index = self._nearest(index, 1 if index >= self.cursor else -1)
        before, self.cursor = self.cursor, index
        if before != index:
            self.refresh_rows(before, index)
        self.reveal(index)
        self.reveal(self._group_of(index))
        if before != index and not quiet:
            self.post_message(self.Moved(self, index))

    def step(self, by: int, *, quiet: bool = False) -> None:
        """Move the cursor over that many rows which can hold it, and say so."""
        index, direction = self.cursor, 1 if by > 0 else -1
        for _ in range(min(abs(by), self.count)):
            further = index + direction
            while 0 <= further < self.count and not self.selectable(further):
                further += direction
            if not 0 <= further < self.count:
                break
            index = further
        self.move_to(index, quiet=quiet)

    def marked(self, index: int) -> bool:
        """Whether the cursor is on the row."""
        return index == self.cursor and self.selectable(index)

    # Keys

    def action_step(self, by: int) -> None:
        """Move over one row, or as many as the number typed before."""
        self.step(by * (self.typed() or 1))

    def action_page(self, pages: float) -> None:
        """Move by pages, or by half ones, as far as the list goes."""
        by = int(pages * (self.typed() or 1) * max(1, self.fitting))
        self.scroll_rows(self.top + by)
        self.move_to(self.cursor + by)

    def action_end(self, last: bool) -> None:
        """Go to the first or the last row, or to the row of the number typed before."""
        number = self.typed()
        self.move_to(self.count - 1 if last and not number else (number or 1) - 1)

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        if self.count and self.selectable(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    # Events

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.reveal(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        place = event.get_content_offset(self)
        if place is None or self.beside_thumb(place.x):
            return
        index = self.row_at(place.y)
        if index is not None and self.selectable(index):
            self.clicked(index, place.x)

    # Rows that name those below them

    def _nearest(self, index: int, direction: int) -> int:
        """Give the nearest row that can hold the cursor, looking first in the direction."""
        for way in (direction, -direction):
            at = index
            while 0 <= at < self.count:
                if self.selectable(at):
                    return at
                at += way
        return index

    def _group_of(self, index: int) -> int:
        """Give the first of the rows right above that only name this one, as far as they fit."""
        first = index
        while first > 0 and not self.selectable(first - 1) and index - first < self.fitting - 1:
            first -= 1
        return first
