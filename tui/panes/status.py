"""One line that says where the reader is, what is pending and what is being done."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.document import visible
from tui.panes.wrap import cells


class Status(Widget):
    """Where the reader is stands at the left; at the right what matters most at the moment."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--pending"}

    def __init__(self) -> None:
        super().__init__()
        self.left = ""
        self._pending = self._word = self._lasting = self._doing = ""

    def say(
        self,
        left: str | None = None,
        right: str | None = None,
        *,
        pending: str | None = None,
        lasting: str | None = None,
        doing: str | None = None,
    ) -> None:
        """Change what is said; None leaves it.

        At the right, the first that there is: what was typed of a key so far, a word about what
        was just done, which goes with the next key, what lasts, and what goes on behind.
        """
        before = self.left, self.right
        self.left = self.left if left is None else left
        self._pending = self._pending if pending is None else pending
        self._word = self._word if right is None else right
        self._lasting = self._lasting if lasting is None else lasting
        self._doing = self._doing if doing is None else doing
        if before != (self.left, self.right):
            self.refresh()

    @property
    def right(self) -> str:
        """What stands at the right."""
        return self._pending or self._word or self._lasting or self._doing

    def render_line(self, y: int) -> Strip:
        """Paint both sides, the right one whole."""
        style = self.rich_style
        right = visible(f" {self.right} ") if self.right else ""
        left = Strip([Segment(" " + visible(self.left), style)])
        room = max(self.size.width - cells(right), 0)
        left = left.adjust_cell_length(room, style)
        pending = self.get_component_rich_style("status--pending")
        return Strip([*left, Segment(right, pending)])
