"""The last line: the keys that work here and now, read from the bindings; a click presses one."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.keys import working
from tui.panes.wrap import cells

HELP = "app.help"
"""The key that leads to all others has its place first."""


class Footer(Widget):
    """Shows as many of the bindings marked `show` as fit, the focused pane's first, help always."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--words"}

    def __init__(self) -> None:
        super().__init__()
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the focus: other panes have other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._again)

    def _again(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the keys that fit."""
        key_style = self.get_component_rich_style("footer--key")
        word_style = self.get_component_rich_style("footer--words")
        segments: list[Segment] = []
        self._spots, used = [], 1
        segments.append(Segment(" ", word_style))
        shown = [(binding, *self._words(binding)) for binding in self._shown()]
        kept = sum(cells(key + words) for binding, key, words in shown if binding.id == HELP)
        for binding, key, words in shown:
            size = cells(key + words)
            if used + size + (0 if binding.id == HELP else kept) > self.size.width:
                continue
            segments += [Segment(key, key_style), Segment(words, word_style)]
            self._spots.append((used, used + size - 2, binding.key))
            used += size
        return Strip(segments).adjust_cell_length(self.size.width, word_style)

    def _words(self, binding: Binding) -> tuple[str, str]:
        return self.app.get_key_display(binding), f" {binding.description.lower()}  "

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        for start, end, pressed in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(pressed)

    def _shown(self) -> list[Binding]:
        """Give the bindings to show once each: the focused pane's, then the screen's as written."""
        order = [
            binding.id
            for owner in type(self.screen).__mro__
            for binding in owner.__dict__.get("BINDINGS", ())
            if isinstance(binding, Binding)
        ]
        shown: dict[str, Binding] = {}
        for _, binding in working(self.screen):
            if binding.show:
                shown.setdefault(binding.action, binding)
        return sorted(shown.values(), key=lambda b: order.index(b.id) if b.id in order else -1)
