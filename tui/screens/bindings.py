"""Every action of the program with its keys and where they work, for the settings to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual.binding import Binding
from textual.dom import DOMNode
from textual.theme import BUILTIN_THEMES

from tui.config import Bound, Settings, check_keys, check_theme
from tui.panes.contents import Contents
from tui.panes.finder import Finder
from tui.panes.keys import says, shown_key
from tui.panes.note import NoteLine
from tui.panes.page import Page
from tui.panes.prompt import Prompt
from tui.panes.rail import Rail
from tui.panes.signals import Signals
from tui.screens.base import DeskScreen
from tui.screens.beside import BesideScreen
from tui.screens.comparing import ComparingScreen
from tui.screens.help import HelpScreen
from tui.screens.marks import MarksScreen
from tui.screens.overview import OverviewScreen
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
    "note": NoteLine,
    "help": HelpScreen,
    "marks": MarksScreen,
    "overview": OverviewScreen,
}
"""Where keys work, and what binds them there."""


def own_bindings(owner: type[DOMNode]) -> Iterator[Binding]:
    """Yield what a class binds, its own before what it inherits, without keys that it took over."""
    taken: set[str] = set()
    for base in owner.__mro__:
        for binding in base.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                keys = [key for key in binding.key.split(",") if key not in taken]
                taken.update(keys)
                if keys:
                    yield replace(binding, key=",".join(keys))
        if issubclass(base, DOMNode) and not base._inherit_bindings:
            return


def bound(app: type[DOMNode]) -> Iterator[Bound]:
    """Yield every action with the keys it comes with; a page's work on each screen with a page."""
    for scope, owner in (*OWNERS.items(), ("everywhere", app)):
        parts = (owner.PAGE, owner) if issubclass(owner, DeskScreen) else (owner,)
        for binding in (binding for part in parts for binding in own_bindings(part)):
            yield Bound(str(binding.id), scope, binding.key, says(binding))


def check(settings: Settings, app: type[DOMNode]) -> None:
    """Raise `BadSetting` where there is no such theme or action, or keys that are set clash."""
    check_theme(settings, BUILTIN_THEMES)
    check_keys(settings, bound(app))


def key_table(scope: str, without: str = "") -> str:
    """Give a scope's keys in Markdown: keys, action, its id in the settings; none of `without`."""
    rows = ["| keys | action | id |", "|---|---|---|"]
    known = {(b.id, b.key) for b in own_bindings(OWNERS[without])} if without else set()
    for binding in own_bindings(OWNERS[scope]):
        if (binding.id, binding.key) not in known:
            keys = " ".join(f"`{shown_key(key)}`" for key in binding.key.split(","))
            rows.append(
                f"| {keys.replace('|', chr(92) + '|')} | {says(binding)} | `{binding.id}` |"
            )
    return "\n".join(rows)
