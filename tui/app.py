"""The Textual application: settings, theme, palette and the first screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.widgets import Input

from tui.config import BadSetting, Settings, check_theme, load
from tui.document import Collection, visible
from tui.ledger import Ledger, collection_key
from tui.library import Opened, beginning, cache_folder, gather, opening, seeds
from tui.panes.keys import key
from tui.screens.desk import Desk
from tui.screens.keeping import Keeper
from tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.command import Provider

PATIENCE = 0.1
"""How many seconds to look for the document that was read last time before showing another."""


def actions_of_the_screen() -> type[Provider]:
    """Give the palette's provider when the palette is first opened."""
    from tui.screens.palette import Actions

    return Actions


class Sidelight(App[int]):
    """Reads a paper in the light of the news."""

    TITLE = "Sidelight"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {
        *App.COMMANDS,
        actions_of_the_screen,
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        key("app.quit", "ctrl+q", "quit", "Quit", "Leave the program", priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        settings = desk.settings
        check_theme(settings, self.available_themes)
        remembered = desk.keeper.memory.theme
        if settings.theme or remembered in self.available_themes:
            self.theme = settings.theme or remembered
        if settings.keys:
            from tui.screens.bindings import check

            check(settings, type(self))
            self.set_keymap(dict(settings.keys))

    def on_key(self, event: events.Key) -> None:
        """Give a line that has just opened the letters that were typed ahead of it."""
        line = self.focused
        if line is None or not line.check_consume_key(event.key, event.character):
            return  # had the line had the keys already, the letter would not have come here
        event.prevent_default()
        if isinstance(line, Input) and event.character:
            line.insert_text_at_cursor(event.character)
        else:
            line.post_message(events.Key(event.key, event.character))

    def get_default_screen(self) -> ReadingScreen:
        """Begin with reading."""
        return ReadingScreen(self.desk)


def desk_of(
    paths: tuple[str, ...],
    paper: tuple[str, ...] = (),
    reports: tuple[str, ...] = (),
    settings: Settings | None = None,
) -> Desk:
    """Open what is to be shown first; the rest waits in the desk's steps."""
    paths = paths or (() if paper or reports else seeds())
    keeper = Keeper(Ledger.open(), collection_key((*paths, *paper, *reports)))
    steps = opening(paths, paper=paper, reports=reports, cache=cache_folder())
    first: list[Opened] = []
    desk = Desk(steps, keeper, settings or Settings())
    if (head := beginning(paths, paper=paper, reports=reports)) is not None:
        desk.beginning, desk.collection = head, Collection((head,))
        return desk
    until = monotonic() + PATIENCE
    for step in steps:
        first.append(step)
        desk.collection = gather(first)
        found = desk.first
        wanted = keeper.memory.document
        if found and (not wanted or found.sha256 == wanted or monotonic() > until):
            break
    return desk


def run(
    paths: tuple[str, ...], *, paper: tuple[str, ...] = (), reports: tuple[str, ...] = ()
) -> int:
    """Open the reader on these paths; give the command's exit status."""
    try:
        settings = load()
        desk = desk_of(paths, paper, reports, settings)
        app = Sidelight(desk) if desk.documents else None
    except BadSetting as bad:
        print(f"sidelight: {visible(str(bad))}", file=sys.stderr)
        return 2
    if app is not None:
        app.run(mouse=settings.mouse)
    for problem in desk.collection.problems:
        print(f"sidelight: {visible(str(problem))}", file=sys.stderr)
    return 2 if app is None else app.return_code or 0
