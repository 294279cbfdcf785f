"""The Textual application: settings, theme, palette and the first screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.widgets import Input

from tui.config import check_theme
from tui.panes.keys import key
from tui.panes.page import Page
from tui.screens.desk import Desk
from tui.screens.reading import ReadingScreen
from tui.terminal import ALTERNATE

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.terminal import Stage


def actions_of_the_screen() -> type[Provider]:
    """Give the palette's provider when the palette is first opened."""
    from tui.screens.palette import Actions

    return Actions


def driver_for(stage: Stage) -> type[Driver]:
    """Give a driver that takes the stage as it stands, and gives it back as it was."""
    from textual.drivers.linux_driver import LinuxDriver

    class TakingOver(LinuxDriver):
        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self.attrs_before = stage.settings

        def write(self, data: str) -> None:
            if data == ALTERNATE and not stage.taken:
                stage.taken = True  # the page stands there; a terminal would clear it
            else:
                super().write(data)

    return TakingOver


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

    def __init__(self, desk: Desk, stage: Stage | None = None) -> None:
        """On the stage the first page stands already, if it was ever used."""
        used = stage if stage is not None and stage.settings is not None else None
        super().__init__(driver_class=driver_for(used) if used else None)
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
        """Give the page its digits, and a line just opened the letters typed ahead of it."""
        line = self.focused
        if isinstance(line, Page) and line.takes(event.key, event.character):
            event.prevent_default()
            return
        if line is None or not line.check_consume_key(event.key, event.character):
            return  # had the line had the keys already, the letter would not have come here
        event.prevent_default()
        if isinstance(line, Input) and event.character:
            line.insert_text_at_cursor(event.character)
        else:
            line.post_message(events.Key(event.key, event.character))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave the colours out, not only their hues, of a theme that has the terminal's own.

        What the framework takes for them would be black on black.
        """
        filters = super().get_line_filters()
        if not self.native_ansi_color:
            return filters
        return [NoColor() if isinstance(each, Monochrome) else each for each in filters]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer of the framework's own only what no key of ours does better."""
        found = super().get_system_commands(screen)
        return (command for command in found if command.title in ("Theme", "Screenshot"))

    def get_default_screen(self) -> ReadingScreen:
        """Begin with reading."""
        return ReadingScreen(self.desk)
