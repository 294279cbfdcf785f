"""The list of marks, over the screen; enter goes to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.panes.keys import key
from tui.panes.line import Row
from tui.panes.rows import Rows
from tui.screens.places import Place


class MarkRows(Rows):
    """A mark a row: its letter, its document, its words."""

    HEADER = 1

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.places = places
        self.notice = "No marks yet: m and a letter marks a place"

    def on_mount(self) -> None:
        """Show them all."""
        self.fill(len(self.places))

    def header(self, line: int, width: int) -> Row:
        """Give the title."""
        return ((" Marks · enter goes there", ""),)

    def row(self, index: int, width: int) -> Row:
        """Give a mark."""
        place = self.places[index]
        name = place.document.name[:24].ljust(26)
        return ((f"{place.letter}  ", "rows--group"), (name, "rows--quiet"), (place.words, ""))


class MarksScreen(ModalScreen[Place | None]):
    """Gives the place that was chosen, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("marks.close", "escape,M,q", "dismiss", "Close", show=True),
    ]

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self._rows = MarkRows(places)

    def compose(self) -> ComposeResult:
        """Lay the list on a sheet."""
        with Vertical(id="sheet"):
            yield self._rows

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go there."""
        self.dismiss(self._rows.places[message.index])
