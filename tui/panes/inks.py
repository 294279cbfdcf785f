"""Names of a page's inks in, styles for the terminal out, of the theme and filtered as it asks."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.panes.ink import ORDER


class Inks:
    """A widget's component styles `page--NAME`, looked up once a theme."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[str, Style] = {}

    def forget(self) -> None:
        """The theme has changed."""
        self._styles.clear()

    def __call__(self, name: str) -> Style:
        """Give an ink; "page" is the paper itself. Layers say only what they change."""
        style = self._styles.get(name)
        if style is None:
            segments = [Segment("x", self._unfiltered(name))]
            for line_filter in self._widget.get_line_filters():
                segments = line_filter.apply(segments, self._widget.background_colors[1])
            style = self._styles[name] = segments[0].style or Style.null()
        return style

    def _unfiltered(self, name: str) -> Style:
        widget, component = self._widget, f"page--{name}"
        if name == "page":
            return widget.rich_style
        style = widget.get_component_rich_style(component)
        if name not in ORDER:
            return style
        # A partial style does not blend a transparent background; the whole one does.
        paper = widget.get_component_styles(component).has_rule("background")
        under = Style(bgcolor=style.bgcolor) if paper else Style.null()
        return widget.get_component_rich_style(component, partial=True) + under
