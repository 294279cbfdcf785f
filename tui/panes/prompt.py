"""A line to type a search in, at the foot of the page; the owner is asked at every letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.panes.keys import key


class Line(Input):
    """An input that tells its owner of each letter at once, so that both paint in one frame."""

    def __init__(self, asked: Callable[[str], None]) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self._asked = asked

    def watch_value(self, value: str) -> None:
        """Ask at once."""
        self._asked(value)


class Prompt(Horizontal):
    """`/` and what is typed after it, with what it found at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("prompt.leave", "escape", "leave", "Back", "Back to where it began", show=True),
        key("prompt.next", "down,ctrl+n", "step(1)", "Next match", show=True),
        key("prompt.previous", "up,ctrl+p", "step(-1)", "Previous match"),
    ]

    class Ended(Message):
        """The search is taken, or given up."""

        def __init__(self, taken: bool) -> None:
            super().__init__()
            self.taken = taken

    class Stepped(Message):
        """The reader wants the next or previous match while typing."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    def __init__(self, asked: Callable[[str], None]) -> None:
        super().__init__()
        self._line = Line(asked)
        self._count = Label("")

    def compose(self) -> ComposeResult:
        """Lay the sign, the line and the count side by side."""
        yield Label("/", id="sign")
        yield self._line
        yield self._count

    def on_mount(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self._line)  # at once: the next key is typed here

    def say(self, found: str) -> None:
        """Say at the right how many matches there are."""
        self._count.update(found)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the match."""
        event.stop()
        self.post_message(self.Ended(True))

    def action_leave(self) -> None:
        """Return to where the search began."""
        self.post_message(self.Ended(False))

    def action_step(self, direction: int) -> None:
        """Go to the next or previous match."""
        self.post_message(self.Stepped(direction))
