"""The Textual application: theme, palette and the first screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType

from tui.library import Opened, gather, opening, seeds
from tui.panes.keys import key
from tui.screens.desk import Desk
from tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.command import Provider


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
        key("app.quit", "ctrl+q", "quit", "Quit", "Leave the program"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def get_default_screen(self) -> ReadingScreen:
        """Begin with reading."""
        return ReadingScreen(self.desk)


def desk_of(paths: tuple[str, ...], paper: tuple[str, ...], reports: tuple[str, ...]) -> Desk:
    """Open what is to be shown first; the rest waits in the desk's steps."""
    steps = opening(paths or (() if paper or reports else seeds()), paper=paper, reports=reports)
    first: list[Opened] = []
    for step in steps:
        first.append(step)
        if step.found in gather(first).documents:
            break
    return Desk(steps, gather(first))


def run(
    paths: tuple[str, ...], *, paper: tuple[str, ...] = (), reports: tuple[str, ...] = ()
) -> int:
    """Open the reader on these paths; give the command's exit status."""
    app = Sidelight(desk_of(paths, paper, reports))
    return app.run() or 0
