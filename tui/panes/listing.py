"""How many rows there are and what each holds in, those in view and a thumb drawn: no cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Region, clamp
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.line import Row, fit, inks_of, painted

WHEEL = 3
"""Rows a turn of the mouse wheel scrolls."""


class Listing(Widget):
    """A flat list of rows of the same height that draws only what is in view.

    The first cell of a line says whether its row is marked, the last is the thumb's.
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

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.count = 0
        """How many rows there are."""
        self.top = 0
        """The first row in view."""
        self.each = 1
        """How many lines a row takes, the same for all."""
        self.notice = ""
        """What to say where the rows would be while there are none."""
        self._ink = inks_of(self)
        self._last: tuple[int, tuple[Row, ...]] = (-1, ())

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

    def marked(self, index: int) -> bool:
        """Whether the row is the one the cursor is on."""
        return False

    # What is in view

    @property
    def fitting(self) -> int:
        """How many whole rows fit."""
        return max(0, self.size.height - self.HEADER) // self.each

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

    def reveal(self, index: int) -> bool:
        """Scroll as little as shows the row; say whether that was needed."""
        return bool(self.fitting) and self.scroll_rows(
            clamp(self.top, index - self.fitting + 1, index)
        )

    def scroll_rows(self, top: int) -> bool:
        """Let a row be the first in view, as far as the list goes; say whether it was not."""
        before, self.top = self.top, clamp(top, 0, max(0, self.count - self.fitting))
        if before != self.top:
            self.refresh()
        return before != self.top

    def row_at(self, line: int) -> int | None:
        """Give the row that a line of the widget shows; None for the header and past the end."""
        index = self.top + (line - self.HEADER) // self.each
        return index if line >= self.HEADER and index < self.count else None

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines of one frame, which looks styles up and makes a row of many lines once."""
        self._ink, self._last = inks_of(self), (-1, ())
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
        marked = self.marked(index)
        if self._last[0] != index:
            self._last = index, self.lines_of(index, width - 2)
        lines = self._last[1]
        row = fit(lines[line] if line < len(lines) else (), width - 2)
        thumb = on_thumb(y - self.HEADER, self.top, fitting, self.count, fitting * self.each)
        whole = (("▌" if marked else " ", ""), *row, ("▐" if thumb else " ", "rows--thumb"))
        return painted(whole, width, self._ink, "rows--cursor" if marked else "")

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the thumb."""
        place = event.get_content_offset(self)
        if place is not None and self.beside_thumb(place.x):
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
        """Scroll."""
        self.scroll_rows(self.top + WHEEL)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self.scroll_rows(self.top - WHEEL)
        event.stop()

    def beside_thumb(self, column: int) -> bool:
        """Whether a column is the thumb's, where there is one."""
        return self.count > self.fitting and column == self.size.width - 1

    def _drag(self, line: int) -> None:
        fitting = max(1, self.fitting)
        middle = (line - self.HEADER) // self.each * self.count // fitting
        self.scroll_rows(middle - fitting // 2)


def on_thumb(line: int, top: int, fitting: int, count: int, height: int) -> bool:
    """Whether the line is on the thumb: `fitting` of `count` rows from `top` on, on `height`."""
    if count <= fitting:
        return False
    size = max(1, height * fitting // count)
    return 0 <= line - round(top * (height - size) / (count - fitting)) < size
