"""A list of any length: a subclass says what a row holds, this shows the rows that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, clamp
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.keys import key
from tui.panes.line import Row, fit, inks_of, painted

WHEEL = 3
"""Rows a turn of the mouse wheel scrolls."""


class Rows(Widget, can_focus=True):
    """A flat list that draws only what is in view, however many rows it has.

    A subclass gives `row` and, if not every row can hold the cursor, `selectable`; `fill` says
    how many rows there are. The first cell of a line is the cursor's, the last the thumb's.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--cursor",  # the whole row under the cursor
        "rows--thumb",  # where the visible part lies in the whole
        "rows--header",  # the lines above the list
        "rows--group",  # a row that names those below it
        "rows--quiet",  # what is secondary
    }
    ALLOW_SELECT = False
    HEADER: ClassVar[int] = 0
    """How many lines stand above the list and never scroll."""

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
        self.count = 0
        """How many rows there are; set by `fill`."""
        self.cursor = 0
        """The row under the cursor."""
        self.top = 0
        """The first row in view."""
        self.each = 1
        """How many lines a row takes, the same for all."""
        self.notice = ""
        """What to say where the rows would be while there are none."""
        self.typed: Callable[[], int | None] = lambda: None
        """Takes the number typed before a key, None where there was none; the screen's to set."""
        self._ink = inks_of(self)

    # What a subclass says

    def row(self, index: int, width: int) -> Row:
        """Give what the row shows; it is cut or filled to `width` cells."""
        raise NotImplementedError

    def lines_of(self, index: int, width: int) -> tuple[Row, ...]:
        """Give the row's lines where `each` is more than one."""
        return (self.row(index, width),)

    def header(self, line: int, width: int) -> Row:
        """Give one of the `HEADER` lines above the list."""
        return ()

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
        self._reveal()
        self.refresh()

    def move_to(self, index: int, *, quiet: bool = False) -> None:
        """Bring the cursor to the row, or the nearest that can hold it, and say so."""
        if not self.count:
            return
        index = clamp(index, 0, self.count - 1)
        index = self._nearest(index, 1 if index >= self.cursor else -1)
        before, self.cursor = self.cursor, index
        if self._reveal():
            self.refresh()
        elif before != index:
            self.refresh_rows(before, index)
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
        self._reveal_groups()

    def refresh_rows(self, *indexes: int) -> None:
        """Draw these rows again, those in view."""
        width, fitting = self.size.width, self.fitting
        regions = [
            Region(0, self.HEADER + (index - self.top) * self.each, width, self.each)
            for index in indexes
            if 0 <= index - self.top < fitting
        ]
        if regions:
            self.refresh(*regions)

    def refresh_header(self) -> None:
        """Draw the lines above the list again."""
        self.refresh(Region(0, 0, self.size.width, self.HEADER))

    def reveal(self, index: int) -> None:
        """Scroll as little as shows the row; the cursor stays."""
        if self._reveal(index):
            self.refresh()

    @property
    def fitting(self) -> int:
        """How many whole rows fit."""
        return max(0, self.size.height - self.HEADER) // self.each

    # Keys

    def action_step(self, by: int) -> None:
        """Move over one row, or as many as the number typed before."""
        self.step(by * (self.typed() or 1))

    def action_page(self, pages: float) -> None:
        """Move by pages, or by half ones, as far as the list goes."""
        by = int(pages * (self.typed() or 1) * max(1, self.fitting))
        self.top = clamp(self.top + by, 0, max(0, self.count - self.fitting))
        self.move_to(self.cursor + by)
        self.refresh()

    def action_end(self, last: bool) -> None:
        """Go to the first or the last row, or to the row of the number typed before."""
        number = self.typed()
        self.move_to(self.count - 1 if last and not number else (number or 1) - 1)
        self._reveal_groups()

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        if self.count and self.selectable(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines of one frame, whose styles are looked up once."""
        self._ink = inks_of(self)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line: of the header, a row, or nothing."""
        width, height = self.size
        fitting = max(0, height - self.HEADER) // self.each
        below, line = divmod(y - self.HEADER, self.each)
        index = self.top + below
        if y < self.HEADER:
            return painted(fit(self.header(y, width), width), width, self._ink, "rows--header")
        if index >= self.count or below >= fitting:
            empty = not self.count and y == self.HEADER
            said: Row = ((f" {self.notice}", "rows--quiet"),) if empty else ()
            return painted(fit(said, width), width, self._ink)
        under = index == self.cursor and self.selectable(index)
        lines = self.lines_of(index, width - 2)
        row = fit(lines[line] if line < len(lines) else (), width - 2)
        thumb = on_thumb(y - self.HEADER, self.top, fitting, self.count, fitting * self.each)
        whole = (("▌" if under else " ", ""), *row, ("▐" if thumb else " ", "rows--thumb"))
        return painted(whole, width, self._ink, "rows--cursor" if under else "")

    def _nearest(self, index: int, direction: int) -> int:
        """Give the nearest row that can hold the cursor, looking first in the direction."""
        for way in (direction, -direction):
            at = index
            while 0 <= at < self.count:
                if self.selectable(at):
                    return at
                at += way
        return index

    def _reveal(self, index: int | None = None) -> bool:
        """Bring a row into view, by default the cursor's; say whether the list scrolled."""
        index = self.cursor if index is None else index
        before, fitting = self.top, self.fitting
        if not fitting:
            return False
        self.top = clamp(self.top, index - fitting + 1, index)
        self.top = clamp(self.top, 0, max(0, self.count - fitting))
        return self.top != before

    def _reveal_groups(self) -> None:
        """Show the group's row above the first row of a group, if it fits."""
        first = self.cursor
        while (
            first > 0 and not self.selectable(first - 1) and self.cursor - first < self.fitting - 1
        ):
            first -= 1
        self.reveal(first)

    # Events

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        place = event.get_content_offset(self)
        if place is None or self._beside_thumb(place.x):
            return
        index = self.top + (place.y - self.HEADER) // self.each
        if place.y >= self.HEADER and index < self.count and self.selectable(index):
            self.clicked(index, place.x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the thumb."""
        place = event.get_content_offset(self)
        if place is not None and self._beside_thumb(place.x):
            self.capture_mouse()
            self._drag(place.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the thumb."""
        if self.app.mouse_captured is self:
            self._drag(event.y - self.content_offset.y)

    def on_mouse_up(self) -> None:
        """Let the thumb go."""
        self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll, the cursor stays where it is."""
        self._scroll(self.top + WHEEL)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll, the cursor stays where it is."""
        self._scroll(self.top - WHEEL)
        event.stop()

    def _beside_thumb(self, column: int) -> bool:
        return self.count > self.fitting and column == self.size.width - 1

    def _drag(self, line: int) -> None:
        self._scroll(
            (line - self.HEADER) // self.each * self.count // max(1, self.fitting)
            - self.fitting // 2
        )

    def _scroll(self, top: int) -> None:
        top = clamp(top, 0, max(0, self.count - self.fitting))
        if top != self.top:
            self.top = top
            self.refresh()


def on_thumb(line: int, top: int, fitting: int, count: int, height: int) -> bool:
    """Whether the line is on the thumb: `fitting` of `count` rows from `top` on, on `height`."""
    if count <= fitting:
        return False
    size = max(1, height * fitting // count)
    return 0 <= line - round(top * (height - size) / (count - fitting)) < size
