"""A screen's bindings in, commands for the palette out: every action has its name there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from tui.panes.keys import bound_in, working

WITH_FOCUS = ("rows.", "page.")
"""Beginnings of the ids of what only moves within a pane: offered for the one that has the keys."""


@dataclass(slots=True)
class Action:
    """Something that can be done here."""

    node: Any
    """Whose action it is."""
    binding: Binding
    """What it is called and does."""
    keys: list[str] = field(default_factory=list)
    """What it is done with otherwise."""

    @property
    def says(self) -> str:
        """What it does, with its keys."""
        return f"{self.binding.tooltip}  ({' '.join(self.keys)})"

    async def run(self) -> None:
        """Do it, in a pane that must have the keys for it."""
        if isinstance(self.node, Widget) and self.node.can_focus:
            self.node.focus()
        await self.node.run_action(self.binding.action)


def actions(screen: Screen[Any]) -> list[Action]:
    """Give each action once: those that have keys now, then those of the other panes."""
    found: dict[tuple[DOMNode, str], Action] = {}
    for node, binding in (*working(screen), *_of_other_panes(screen)):
        if binding.description:
            action = found.setdefault((node, binding.action), Action(node, binding))
            action.keys.append(screen.app.get_key_display(binding))
    return list(found.values())


def _of_other_panes(screen: Screen[Any]) -> Iterator[tuple[DOMNode, Binding]]:
    for pane in screen.query(Widget):
        if pane.can_focus and pane.display and not pane.has_focus:
            for binding in bound_in(pane):
                if not str(binding.id).startswith(WITH_FOCUS):
                    yield pane, binding


class Actions(Provider):
    """Offers the actions of the screen, and of all its panes."""

    async def discover(self) -> Hits:
        """List everything before a letter is typed."""
        for action in actions(self.screen):
            yield DiscoveryHit(action.binding.description, action.run, help=action.says)

    async def search(self, query: str) -> Hits:
        """List what the letters may mean, the likeliest first."""
        matcher = self.matcher(query)
        for action in actions(self.screen):
            words = action.binding.description
            # what it is called counts for more than how it is described
            if score := max(2 * matcher.match(words), matcher.match(action.says)):
                yield Hit(score, matcher.highlight(words), action.run, help=action.says)
