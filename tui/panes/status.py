"""One line that says where the reader is, what is pending and what is being done."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.document import visible
from tui.panes.wrap import cells


class Status(Widget):
    """What lasts stands at the left, what is pending at the right."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--pending"}

    def __init__(self) -> None:
        super().__init__()
        self.left = ""
        self.right = ""

    def say(self, left: str | None = None, right: str | None = None) -> None:
        """Change either side; None leaves it."""
        before = self.left, self.right
        self.left = self.left if left is None else left
        self.right = self.right if right is None else right
        if before != (self.left, self.right):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint both sides, the right one whole."""
        style = self.rich_style
        right = visible(f" {self.right} ") if self.right else ""
        left = Strip([Segment(" " + visible(self.left), style)])
        room = max(self.size.width - cells(right), 0)
        left = left.adjust_cell_length(room, style)
        pending = self.get_component_rich_style("status--pending")
        return Strip([*left, Segment(right, pending)])
