"""Names of a page's inks in, styles for the terminal out, of the theme and filtered as it asks."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.panes.ink import ORDER
from tui.panes.painter import INKS


class Palette(Widget):
    """Never shown: holds the pages' inks apart, since a page is styled anew at every focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in INKS}


class Inks:
    """The inks of the screen's palette on the paper of one page, looked up once a theme."""

    def __init__(self, page: Widget) -> None:
        self._page = page
        self._palette: Palette | None = None
        self._styles: dict[str, Style] = {}

    def forget(self) -> None:
        """The theme has changed."""
        self._styles.clear()

    def __call__(self, name: str) -> Style:
        """Give an ink; "page" is the paper itself. Layers say only what they change."""
        style = self._styles.get(name)
        if style is None:
            segments = [Segment("x", self._unfiltered(name))]
            for line_filter in self._page.get_line_filters():
                segments = line_filter.apply(segments, self._page.background_colors[1])
            style = self._styles[name] = segments[0].style or Style.null()
        return style

    def _unfiltered(self, name: str) -> Style:
        paper = self._page.rich_style
        if name == "page":
            return paper
        # Kept, for a page may be painted once more while its screen is taken apart.
        palette = self._palette = self._palette or self._page.screen.query_one(Palette)
        component = f"page--{name}"
        if name not in ORDER:
            style = palette.get_component_rich_style(component)
            return style + Style(bgcolor=paper.bgcolor)
        styles = palette.get_component_styles(component)
        style = palette.get_component_rich_style(component, partial=True)
        if not styles.has_rule("background"):
            return style
        # A partial style does not blend a transparent background with what is below.
        under = self._page.background_colors[1] + styles.background
        return style + Style(bgcolor=under.rich_color)
