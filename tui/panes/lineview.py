"""A view of one document by lines: any length, jumps at once, the place kept by its offset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.document import Document, Section, Span, Spanned, index_at, visible
from tui.panes.ink import Layers
from tui.panes.inks import Inks
from tui.panes.layout import HEADER, Layout, Place, Row, View, left_of, text_width
from tui.panes.painter import SIGNS, Painter, said, thumb_of

LIT_SECONDS = 1.2
"""How long a jump's target stays lit."""


class LineView(Widget, can_focus=True):
    """Shows a document from a row on; paints only what is on the screen."""

    ALLOW_SELECT = False

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
        self._inks = Inks(self)
        self._dimmer: Timer | None = None
        self._awaited: Spanned | None = None
        self._anchor: View | None = None

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
        self._anchor, self.here, self._layout = view, view.here, None
        self._clamp()
        self.refresh()
        self.moved(self, 0)

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
        view = self.view
        if view is not None and view.top[1] > 0:
            self._anchor = replace(view, width=0)
        self._layout = None
        self._clamp()
        self.refresh()
        self._anchor = self.view

    def ink(self, layer: str, spans: Iterable[Spanned]) -> None:
        """Put spans on one layer, instead of what lay there."""
        if self.inked.set(layer, spans):
            self.refresh()

    def mark(self, marks: Mapping[int, str]) -> None:
        """Show the letters of marks beside the lines of their offsets."""
        self.marks = marks
        self.refresh()

    def widen(self, by: int) -> None:
        """Change the length of the lines, in cells."""
        self.measure = min(max(self.measure + by, 24), 200)
        self._clamp()
        self.refresh()

    @property
    def view(self) -> View | None:
        """What is shown now, to come back to."""
        if self.document is None:
            return None
        offset = self._rows().offset_of(self._top)
        return View(self.document, self._top, self._text_width, offset, self.here)

    @property
    def visible_text(self) -> str:
        """The rows on the screen as plain lines."""
        text = self.document.text if self.document else ""
        return "\n".join(row.text or visible(text[row.start : row.end]) for row in self._window())

    @property
    def percent(self) -> int:
        """How much of the text has been on the screen or above it, in percent."""
        window, (first, last) = self._window(), self._extent
        return min(100, 100 * (window[-1].end - first) // max(last - first, 1)) if window else 100

    @property
    def _extent(self) -> tuple[int, int]:
        paragraphs = self.document.paragraphs if self.document else ()
        return (paragraphs[0].start, paragraphs[-1].end) if paragraphs else (0, 0)

    def goto(self, span: Spanned, *, light: bool = True) -> None:
        """Light a span, put a third down unless it is on the screen with what follows it."""
        if self.document is None:
            return
        if not self.size:
            self._awaited, self.here = span, span.start
            return
        if not self._shows(span, self._height // 6):
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

    def scroll_rows(self, by: int) -> None:
        """Scroll; the reader's place stays while it is on the screen."""
        if self.document is None:
            return
        before = self._top
        self._top = self._rows().moved(before, by)
        self._clamp()
        if before == self._top:
            return
        window = [row for row in self._window() if row.kind == "text"]
        if window and self.here < window[0].start:
            self.here = window[0].start
        elif window and self.here >= window[-1].end:
            self.here = window[-1].start if by < 0 else window[0].start
        self._changed(by)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the region straight from the text, past the framework's cache of lines."""
        size, ink = self.size, self._inks
        if self.document is None:
            strips = said(self.message, size.width, ink)
        else:
            window = self._window()
            painter = Painter(self.document, self.inked, self._left, size.width, ink)
            strips = painter.header(self.section, self.percent, self.here)
            here = self.document.paragraph_at(self.here)
            thumb = thumb_of(window, self._extent, self._height)
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
        self._inks.forget()

    def on_resize(self) -> None:
        """Wrap to the new width, the first line kept; go where it was told to before it had one."""
        self._clamp()
        self.refresh()
        if self._awaited is not None and self.size:
            awaited, self._awaited = self._awaited, None
            self.goto(awaited, light=False)
        elif self.size and not self._shows(here := Span(self.here, self.here)):
            self.goto(here, light=False)

    @property
    def section(self) -> Section | None:
        """The deepest section the reader's place is in."""
        if not self.sections or self.here < self.sections[0].start:
            return None
        section = self.sections[index_at(self.sections, self.here)]
        return section if self.here < section.end else None

    @property
    def _height(self) -> int:
        return max(self.size.height - HEADER, 1)

    @property
    def _text_width(self) -> int:
        return text_width(self.size.width, self.measure)

    @property
    def _left(self) -> int:
        return left_of(self.size.width, self._text_width)

    def _rows(self) -> Layout:
        assert self.document is not None
        width, anchor = self._text_width, self._anchor
        layout = self._layout
        if layout is None or layout.width != width:
            layout = self._layout = Layout(self.document, width, self._labels, self._notes)
            if anchor is not None and anchor.document is self.document:
                same = anchor.width == width or anchor.top[1] == 0
                self._top = anchor.top if same else layout.place_of(anchor.offset)
        return layout

    def _window(self) -> Sequence[Row]:
        return self._rows().window(self._top, self._height) if self.document else ()

    def _shows(self, span: Spanned, below: int = 0) -> bool:
        rows = self._window()[: -below or None]
        return bool(rows) and rows[0].start <= span.start and span.end <= rows[-1].end

    def _clamp(self) -> None:
        if self.document is not None and self.size:
            furthest = self._rows().last_top(self._height)
            self._top = min(self._top, furthest)

    def _changed(self, rows: int) -> None:
        self._anchor = self.view
        self.refresh()
        self.moved(self, rows)
