"""Paragraphs in, as many of their lines as there is room for out; the others are scrolled to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import clamp
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.line import Row, beside, fit, inks_of, painted, wrapped

LONGEST = 2000
"""The most code points of a paragraph that are shown."""
MORE = " ▾"
"""At the end of the last line where lines follow."""


class Detail(Widget):
    """What is under a list's cursor, in full."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"detail--more"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.said: tuple[str, ...] = ()
        """The paragraphs."""
        self._top = 0

    def show(self, said: Sequence[str]) -> None:
        """Show other paragraphs, from their beginning."""
        if (paragraphs := tuple(said)) != self.said:
            self.said, self._top = paragraphs, 0
            self.refresh()

    def scroll_pages(self, pages: int) -> None:
        """Show the lines after those in view, or before them; one stays in view."""
        height = self.size.height
        last = max(0, len(self._lines()) - height)
        self._top = clamp(self._top + pages * max(1, height - 1), 0, last)
        self.refresh()

    def _lines(self) -> list[Row]:
        rows = (((" ".join(each[:LONGEST].split()), ""),) for each in self.said)
        return [line for row in rows for line in wrapped(row, max(1, self.size.width))]

    def render_line(self, y: int) -> Strip:
        """Draw one of the lines in view."""
        width, height = self.size
        lines, at = self._lines(), self._top + y
        line = lines[at] if at < len(lines) else ()
        if y == height - 1 and at + 1 < len(lines):
            line = beside(line, ((MORE, "detail--more"),), width)
        return painted(fit(line, width), width, inks_of(self))
