"""The list of marks, over the screen: enter goes to one, x removes it and brings it back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.panes.keys import key
from tui.panes.line import Row, fit
from tui.panes.rows import Rows
from tui.screens.desk import Desk
from tui.screens.places import Place


class MarkRows(Rows):
    """A mark a row: its letter, where it is, its words; dim where it was removed."""

    HEADER = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.marks = desk.marks
        self.places = tuple(self.marks.places(desk.documents))
        self.removed: set[Place] = set()
        """Marks that are gone once the list closes; until then they can be brought back."""
        self.notice = "No marks yet: m and a letter marks a place"

    def on_mount(self) -> None:
        """Show them all."""
        self.fill(len(self.places))

    def header(self, line: int, width: int) -> Row:
        """Give the title."""
        return ((" Marks · enter goes there · x removes", ""),)

    def row(self, index: int, width: int) -> Row:
        """Give a mark."""
        place = self.places[index]
        name, letter = fit(((self._where(place), "rows--quiet"),), 24), f"{place.letter}  "
        if place in self.removed:
            return (("×  ", "rows--quiet"), *name, ("  ", ""), (place.words, "rows--quiet"))
        return ((letter, "rows--group"), *name, ("  ", ""), (place.words, ""))

    def _where(self, place: Place) -> str:
        """Give the document, or where all marks are in one, the section."""
        section = self.desk.section_at(place.document, place.offset)
        alone = all(other.document is place.document for other in self.places)
        return section.title if section and alone else place.document.name

    def toggle(self) -> None:
        """Remove the mark under the cursor, or bring it back."""
        if not self.places:
            return
        place = self.places[self.cursor]
        if place in self.removed:
            self.marks.set(place.document, place.letter, place.offset)
        else:
            self.marks.remove(place)
        self.removed ^= {place}
        self.refresh_rows(self.cursor)


class MarksScreen(ModalScreen[Place | None]):
    """Gives the place that was chosen, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("marks.remove", "x,d,delete", "remove", "Remove", "Remove this mark, or bring it back"),
        key("marks.close", "escape,M,q", "dismiss", "Close", show=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._rows = MarkRows(desk)

    def compose(self) -> ComposeResult:
        """Lay the list on a sheet."""
        with Vertical(id="sheet"):
            yield self._rows

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go there."""
        self.dismiss(self._rows.places[message.index])

    def action_remove(self) -> None:
        """Remove the mark under the cursor, or bring it back."""
        self._rows.toggle()
