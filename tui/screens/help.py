"""The real keys of a screen, read from its bindings, the signs, and a line to search them with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.panes.keys import bound_in, key, says, working
from tui.screens.legend import legend

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and below it keys or signs with what they do or mean."""
EVERYWHERE = "everywhere"


class HelpScreen(ModalScreen[None]):
    """Lies over the screen whose keys it lists; any letter narrows the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("help.close", "escape,f1", "app.pop_screen", "Close", show=True),
        key("help.down", "down", "scroll(1)", "Down", "One row down"),
        key("help.up", "up", "scroll(-1)", "Up", "One row up"),
        key("help.page-down", "pagedown,ctrl+d", "scroll(10)", "Page down", "Ten rows down"),
        key("help.page-up", "pageup,ctrl+u", "scroll(-10)", "Page up", "Ten rows up"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--heading"}

    def __init__(self, screen: Screen[Any], threshold: float) -> None:
        super().__init__()
        signs = ((heading, list(rows)) for heading, rows in legend(threshold))
        self._groups = [*key_groups(screen), *signs]

    def compose(self) -> ComposeResult:
        """Lay the search line above the keys."""
        with Vertical(id="sheet"):
            yield Input(placeholder="search keys and signs · ↓ scrolls · esc closes", compact=True)
            with VerticalScroll():
                yield Static(id="keys")

    def on_mount(self) -> None:
        """List everything."""
        self.query_one("#keys", Static).update(self._table(""))

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
        heading_style = Style(color=self.get_component_rich_style("help--heading").color, bold=True)
        table = Table.grid(padding=(0, 2))
        table.add_column(justify="right", no_wrap=True)
        table.add_column()
        for heading, rows in self._groups:
            found = [row for row in rows if _holds(f"{heading} {' '.join(row)}", words)]
            if found and table.row_count:
                table.add_row()
            if found:
                table.add_row("", Text(heading, heading_style))
            for sign, meaning in found:
                table.add_row(Text(sign, "bold"), Text(meaning))
        if not table.row_count:
            table.add_row("", "no such key or sign")
        return table


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text.casefold() for word in words)


def key_groups(screen: Screen[Any]) -> list[Group]:
    """Give the keys of a screen and its panes by where they work, each action once.

    The screen's own come first; while a line is typed those of that line, and no letters.
    """
    typed = _typing(screen)
    rows: dict[str, dict[str, tuple[list[str], str]]] = {}
    here: dict[DOMNode, list[Binding]] = {}
    for node, binding in working(screen):
        here.setdefault(node, []).append(binding)
    if not typed:
        here |= {pane: bound_in(pane) for pane in _panes(screen) if pane not in here}
    for node in sorted(here, key=lambda node: (node is screen.app, node is not screen or typed)):
        for binding in _in_order(node, here[node]):
            of_scope = rows.setdefault(_scope(node), {})
            keys, _ = of_scope.setdefault(str(binding.id), ([], says(binding)))
            display = screen.app.get_key_display(binding)
            if display not in keys:
                keys.append(display)
    return [
        (scope.capitalize(), [(" ".join(keys), said) for keys, said in of_scope.values()])
        for scope, of_scope in rows.items()
    ]


def _typing(screen: Screen[Any]) -> bool:
    return screen.focused is not None and screen.focused.check_consume_key("x", "x")


def _panes(screen: Screen[Any]) -> Iterator[DOMNode]:
    return (pane for pane in screen.query(Widget) if pane.can_focus and pane.display)


def _in_order(node: DOMNode, bindings: list[Binding]) -> list[Binding]:
    """Put a node's bindings as they are written, those of its own class before the general."""
    order = [
        binding.id
        for owner in type(node).__mro__
        for binding in owner.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
    ]
    return sorted(bindings, key=lambda b: order.index(b.id) if b.id in order else len(order))


def _scope(node: DOMNode) -> str:
    """Give what the settings call the place where a node's keys work."""
    from tui.screens.bindings import OWNERS

    for each in node.ancestors_with_self:
        for scope, owner in OWNERS.items():
            if isinstance(each, owner):
                return scope
    return EVERYWHERE
