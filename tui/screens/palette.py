"""A screen's bindings in, commands for the palette out: every action has its name there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen


def actions(screen: Screen[Any]) -> Iterator[tuple[str, str, tuple[Any, str]]]:
    """Yield each action once: its words, what it does with its keys, and whose action it is."""
    keys: dict[tuple[Any, str], tuple[str, str, list[str]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.description and active.enabled:
            entry = (active.node, binding.action)
            told = keys.setdefault(entry, (binding.description, binding.tooltip, []))
            told[2].append(screen.app.get_key_display(binding))
    for entry, (words, tooltip, pressed) in keys.items():
        yield words, f"{tooltip}  ({' '.join(pressed)})", entry


class Actions(Provider):
    """Offers the actions of the screen, and of the pane that has the keys."""

    async def discover(self) -> Hits:
        """List everything before a letter is typed."""
        for words, says, (node, action) in actions(self.screen):
            yield DiscoveryHit(words, partial(node.run_action, action), help=says)

    async def search(self, query: str) -> Hits:
        """List what the letters may mean, the likeliest first."""
        matcher = self.matcher(query)
        for words, says, (node, action) in actions(self.screen):
            if score := max(matcher.match(words), matcher.match(says)):
                run = partial(node.run_action, action)
                yield Hit(score, matcher.highlight(words), run, help=says)
