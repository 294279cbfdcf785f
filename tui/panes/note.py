"""A line at the foot to write a note in: what it says already stands there, to be changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.panes.keys import key


class NoteLine(Horizontal):
    """The reader's own words on what stands side by side."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("note.leave", "escape", "leave", "Leave", "Leave the note as it was", show=True),
    ]

    class Ended(Message):
        """The note is to be kept as it is now; None: as it was."""

        def __init__(self, note: str | None) -> None:
            super().__init__()
            self.note = note

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self.line = Input(note, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Lay the name, the line and what ends it side by side."""
        yield Label("your note:")
        yield self.line
        yield Label("enter keeps it", id="keeps")

    def on_mount(self) -> None:
        """Take the keys, behind the last letter."""
        self.screen.set_focus(self.line)  # at once: the next key is typed here
        self.line.cursor_position = len(self.line.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what is written."""
        event.stop()
        self.post_message(self.Ended(" ".join(self.line.value.split())))

    def action_leave(self) -> None:
        """Leave the note as it was."""
        self.post_message(self.Ended(None))
