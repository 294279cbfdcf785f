"""The real keys of a screen, read from its bindings, and a line to search them with."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tui.panes.keys import key, says


class HelpScreen(ModalScreen[None]):
    """Lies over the screen whose keys it lists; any letter narrows the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("help.close", "escape,f1", "app.pop_screen", "Close", show=True),
        key("help.down", "down", "scroll(1)", "Down", "One row down"),
        key("help.up", "up", "scroll(-1)", "Up", "One row up"),
        key("help.page-down", "pagedown,ctrl+d", "scroll(10)", "Page down", "Ten rows down"),
        key("help.page-up", "pageup,ctrl+u", "scroll(-10)", "Page up", "Ten rows up"),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._rows = [*key_rows(screen), *getattr(screen, "LEGEND", ())]

    def compose(self) -> ComposeResult:
        """Lay the search line above the keys."""
        with Vertical(id="sheet"):
            yield Input(placeholder="search the keys · ↓ scrolls · esc closes", compact=True)
            with VerticalScroll():
                yield Static(self._table(""), id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the keys whose words hold what is typed."""
        self.query_one("#keys", Static).update(self._table(event.value))

    def on_input_submitted(self) -> None:
        """Close: what was looked for is found."""
        self.app.pop_screen()

    def action_scroll(self, rows: int) -> None:
        """Scroll the keys, whatever has the focus."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def _table(self, wanted: str) -> Table:
        words = wanted.casefold().split()
        table = Table.grid(padding=(0, 2))
        table.add_column(justify="right", no_wrap=True)
        table.add_column()
        for keys, words_of_it in self._rows:
            if all(word in f"{keys} {words_of_it}".casefold() for word in words):
                table.add_row(Text(keys, "bold"), Text(words_of_it))
        if not table.row_count:
            table.add_row("", "no such key")
        return table


def key_rows(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Give each action of a screen once: all its keys, and what it does."""
    rows: dict[tuple[str, str], tuple[list[str], str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id:  # the framework's own, which say nothing here
            continue
        keys, _ = rows.setdefault((str(active.node), binding.action), ([], says(binding)))
        display = screen.app.get_key_display(binding)
        if display not in keys:
            keys.append(display)
    return [(" ".join(keys), says) for keys, says in rows.values()]
