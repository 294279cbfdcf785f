"""A view of one document by lines: any length, jumps at once, the place kept by its offset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.document import Document, Section, Spanned, index_at
from tui.panes.ink import Layers
from tui.panes.layout import Layout, Place, Row
from tui.panes.painter import HEADER, INKS, MARGIN, OVER, SIGNS, Painter, said, thumb_of
from tui.panes.wrap import offset_at

LIT_SECONDS = 1.2
"""How long a jump's target stays lit."""


@dataclass(frozen=True, slots=True)
class View:
    """What a view showed, to come back to the very line."""

    document: Document
    top: Place
    """The first row."""
    width: int
    """The length of the lines it was the first row of, in cells."""
    offset: int
    """The offset at the first row, for when the lines have another length."""
    here: int
    """The offset of the reader's place."""


class LineView(Widget, can_focus=True):
    """Shows a document from a row on; paints only what is on the screen."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in INKS}

    def __init__(self, *, id: str | None = None, measure: int = 76) -> None:
        super().__init__(id=id)
        self.document: Document | None = None
        self.sections: Sequence[Section] = ()
        self.measure = measure
        self.here = 0
        self.inked = Layers()
        self.marks: Mapping[int, str] = {}
        self.message: Sequence[str] = ()
        self.moved: Callable[[LineView, int], None] = lambda view, rows: None
        """Told when the place changes, and by how many rows it was scrolled, 0 for a jump; the
        screen's to set, at once rather than by message, so that all panes change in one frame."""
        self._top: Place = (0, 0)
        self._layout: Layout | None = None
        self._labels: Mapping[int, str] = {}
        self._notes: Mapping[int, str] = {}
        self._ink_styles: dict[str, Style] = {}
        self._dimmer: Timer | None = None

    # What is shown

    def show(self, document: Document) -> None:
        """Show a document from its beginning, bare; nothing when it is shown already."""
        if document is self.document:
            return
        self.document, self.sections, self.message = document, (), ()
        self._labels, self._notes, self._layout = {}, {}, None
        self.inked.clear()
        self._top, self.here = (0, 0), 0
        self._changed(0)

    def restore(self, view: View) -> None:
        """Show the very line that a view of this document began with."""
        same = view.width == self._text_width
        self._top = view.top if same else self._rows().place_of(view.offset)
        self.here = view.here
        self._clamp()
        self._changed(0)

    def explain(self, *lines: str) -> None:
        """Show a few calm words instead of a document: what is missing, and why."""
        self.document, self.message, self._layout = None, lines, None
        self.refresh()

    def annotate(self, sections: Sequence[Section], notes: Mapping[int, str]) -> None:
        """Show the outline's inferred headings above, and notes below, their paragraphs."""
        if self.document is None:
            return
        self.sections, self._notes = sections, notes
        self._labels = {
            self.document.paragraph_at(section.start): SIGNS["inferred"] + section.title
            for section in reversed(sections)
            if section.origin == "inferred"
        }
        self._rewrap()

    def ink(self, layer: str, spans: Iterable[Spanned]) -> None:
        """Put spans on one layer, instead of what lay there."""
        if self.inked.set(layer, spans):
            self.refresh()

    def widen(self, by: int) -> None:
        """Change the length of the lines, in cells."""
        self.measure = min(max(self.measure + by, 24), 200)
        self._rewrap()

    @property
    def view(self) -> View | None:
        """What is shown now, to come back to."""
        if self.document is None:
            return None
        offset = self._rows().offset_of(self._top)
        return View(self.document, self._top, self._text_width, offset, self.here)

    @property
    def percent(self) -> int:
        """How much of the text has been on the screen or above it, in percent."""
        if self.document is None or not self.document.text:
            return 100
        window = self._window()
        return min(100, round(100 * window[-1].end / len(self.document.text))) if window else 100

    # Where it is

    def goto(self, span: Spanned, *, light: bool = True) -> None:
        """Put a span a third down from the top, unless it is wholly on the screen, and light it."""
        if self.document is None:
            return
        rows = self._window()
        if not rows or not (rows[0].start <= span.start and span.end <= rows[-1].end):
            place = self._rows().place_of(span.start)
            self._top = self._rows().moved(place, -(self._height // 3))
            self._clamp()
        self.here = span.start
        if light:
            self.ink("lit", [span])
            if self._dimmer is not None:
                self._dimmer.stop()
            self._dimmer = self.set_timer(LIT_SECONDS, lambda: self.ink("lit", ()))
        self._changed(0)

    def scroll_rows(self, by: int) -> int:
        """Scroll; the reader's place stays while it is on the screen. Give the rows moved."""
        if self.document is None:
            return 0
        before = self._top
        self._top = self._rows().moved(before, by)
        self._clamp()
        if before == self._top:
            return 0
        window = [row for row in self._window() if row.kind == "text"]
        if window and self.here < window[0].start:
            self.here = window[0].start
        elif window and self.here >= window[-1].end:
            self.here = window[-1].start if by < 0 else window[0].start
        self._changed(by)
        return by

    def offset_under(self, x: int, y: int) -> int | None:
        """Give the offset of the text under a cell of the pane; None where there is none."""
        window = self._window()
        if self.document is None or not 0 <= y - HEADER < len(window):
            return None
        row = window[y - HEADER]
        column = x - self._left - MARGIN
        return offset_at(self.document.text, row.start, row.end, column)

    def goto_fraction(self, fraction: float) -> None:
        """Go to a fraction of the text, as the thumb is dragged."""
        if self.document is not None:
            at = int(min(max(fraction, 0.0), 1.0) * len(self.document.text))
            self._top = self._rows().place_of(at)
            self._clamp()
            self.here = self._rows().offset_of(self._top)
            self._changed(0)

    # How it is painted

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the region straight from the text, past the framework's cache of lines."""
        size, ink = self.size, self._style
        if self.document is None:
            strips = said(self.message, size.width, ink)
        else:
            window = self._window()
            painter = Painter(self.document, self.inked, self._left, size.width, ink)
            strips = painter.header(self.section, self.percent)
            here = self.document.paragraph_at(self.here)
            thumb = thumb_of(window, len(self.document.text), self._height)
            for number in range(self._height):
                row = window[number] if number < len(window) else None
                strips.append(painter.strip(row, here, number in thumb, self.marks))
        strips += [Strip([])] * (size.height - len(strips))
        return [
            strip.adjust_cell_length(size.width, ink("page")).crop(crop.x, crop.right)
            for strip in strips[crop.y : crop.bottom]
        ]

    def notify_style_update(self) -> None:
        """Forget the inks of the old theme."""
        super().notify_style_update()
        self._ink_styles.clear()

    def on_resize(self) -> None:
        """Wrap to the new width, the first line kept."""
        self._rewrap()

    def _style(self, name: str) -> Style:
        style = self._ink_styles.get(name)
        if style is None:
            segments = [Segment("x", self._unfiltered(name))]
            for line_filter in self.get_line_filters():
                segments = line_filter.apply(segments, self.background_colors[1])
            style = self._ink_styles[name] = segments[0].style or Style.null()
        return style

    def _unfiltered(self, name: str) -> Style:
        if name == "page":
            return self.rich_style
        component = f"page--{name}"
        style = self.get_component_rich_style(component)
        if name not in OVER:
            return style
        paper = self.get_component_styles(component).has_rule("background")
        under = Style(bgcolor=style.bgcolor) if paper else Style.null()
        return self.get_component_rich_style(component, partial=True) + under

    @property
    def section(self) -> Section | None:
        """The deepest section the reader's place is in."""
        if not self.sections or self.here < self.sections[0].start:
            return None
        section = self.sections[index_at(self.sections, self.here)]
        return section if self.here < section.end else None

    # Reckoning

    @property
    def _height(self) -> int:
        return max(self.size.height - HEADER, 1)

    @property
    def _text_width(self) -> int:
        return max(min(self.measure, self.size.width - MARGIN - 2), 8)

    @property
    def _left(self) -> int:
        return max((self.size.width - self._text_width - MARGIN - 2) // 2, 0)

    def _rows(self) -> Layout:
        assert self.document is not None
        if self._layout is None or self._layout.width != self._text_width:
            self._layout = Layout(self.document, self._text_width, self._labels, self._notes)
        return self._layout

    def _window(self) -> list[Row]:
        return self._rows().window(self._top, self._height) if self.document else []

    def _rewrap(self) -> None:
        if self.document is not None:
            old, self._layout = self._layout, None
            if old is not None and self._top[1] > 0:
                self._top = self._rows().place_of(old.offset_of(self._top))
            self._clamp()
        self.refresh()

    def _clamp(self) -> None:
        self._top = min(self._top, self._rows().last_top(self._height))

    def _changed(self, rows: int) -> None:
        self.refresh()
        self.moved(self, rows)
