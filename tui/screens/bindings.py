"""Every action of the program with its keys and where they work, for the settings to change."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

from tui.config import Bound, Settings, check_keys
from tui.panes.contents import Contents
from tui.panes.finder import Finder
from tui.panes.page import Page
from tui.panes.prompt import Prompt
from tui.panes.rail import Rail
from tui.panes.signals import Signals
from tui.screens.beside import BesideScreen
from tui.screens.comparing import ComparingScreen
from tui.screens.help import HelpScreen
from tui.screens.marks import MarksScreen
from tui.screens.reading import ReadingScreen

OWNERS: dict[str, type[DOMNode]] = {
    "reading": ReadingScreen,
    "comparing": ComparingScreen,
    "beside": BesideScreen,
    "page": Page,
    "contents": Contents,
    "finder": Finder,
    "claims": Rail,
    "reasons": Signals,
    "search": Prompt,
    "help": HelpScreen,
    "marks": MarksScreen,
}
"""Where keys work, and what binds them there."""


def bound(app: type[DOMNode]) -> Iterator[Bound]:
    """Yield every action; a class's own keys stand before those it inherits."""
    for scope, owner in (*OWNERS.items(), ("everywhere", app)):
        taken: set[str] = set()
        for base in owner.__mro__:
            for binding in base.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding) and binding.id:
                    keys = [key for key in binding.key.split(",") if key not in taken]
                    taken.update(keys)
                    if keys:
                        yield Bound(binding.id, scope, ",".join(keys))


def check(settings: Settings, app: type[DOMNode]) -> None:
    """Raise `BadSetting` where the keys that are set name no action, or clash."""
    check_keys(settings, bound(app))
