"""The page: a line view with the reader's keys, counts, mouse and selection."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.message import Message

from tui.document import Span, index_at
from tui.panes.layout import HEADER, MARGIN, View
from tui.panes.lineview import LineView
from tui.panes.page_keys import PAGE_KEYS
from tui.panes.selecting import Unit, extended, quotation, sentence_at
from tui.panes.wrap import offset_at

WHEEL_ROWS = 3
DIGITS = frozenset("0123456789")


class Page(LineView):
    """One document under the reader's fingers."""

    BINDINGS: ClassVar[list[BindingType]] = PAGE_KEYS

    class Jumping(Message):
        """The page leaves its place by a jump: what it showed is worth coming back to."""

        def __init__(self, view: View) -> None:
            super().__init__()
            self.view = view

    class Counting(Message):
        """A number is typed before a key; empty once it is used or given up."""

        def __init__(self, digits: str) -> None:
            super().__init__()
            self.digits = digits

    class Lettered(Message):
        """The reader marks this place with a letter, or wants to the place of that letter."""

        def __init__(self, letter: str, sets: bool, place: int) -> None:
            super().__init__()
            self.letter = letter
            self.sets = sets
            self.place = place

    class Copied(Message):
        """The reader wants these words on the clipboard."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    selection: Span | None = None
    _digits = ""
    _awaiting = ""
    _pressed_at: int | None = None

    def take_count(self) -> int | None:
        """Give the number typed before this key, once."""
        digits, self._digits = self._digits, ""
        if digits:
            self.post_message(self.Counting(""))
        return int(digits) if digits else None

    def takes(self, key: str, character: str | None) -> bool:
        """Take a digit of a count, or the letter of a mark; the app's to ask, key after key.

        The page itself hears a key before the bindings of those typed just ahead of it have run.
        """
        sign, self._awaiting = self._awaiting, ""
        if sign:
            self.post_message(self.Counting(""))
            if character and character.isalpha():
                self.post_message(self.Lettered(character, sign == "m", self.here))
            return True
        if key not in DIGITS or (key == "0" and not self._digits):
            return False
        self._digits = (self._digits + key)[-7:]
        self.post_message(self.Counting(self._digits))
        return True

    def action_letter(self, sign: str) -> None:
        """Wait for the letter of a mark."""
        self._awaiting = sign
        self.post_message(self.Counting(sign))

    # Moving

    def action_rows(self, direction: int) -> None:
        """Scroll by lines, or change the selection by sentences."""
        if self.selection is not None:
            self.action_extend("sentence", direction > 0)
        else:
            self.scroll_rows(direction * (self.take_count() or 1))

    def action_screens(self, screens: float) -> None:
        """Scroll by screens, two lines kept for the eye."""
        rows = max(int(abs(screens) * (self._height - 2)), 1) * (self.take_count() or 1)
        self.scroll_rows(rows if screens > 0 else -rows)

    def action_top(self) -> None:
        """Jump to the very beginning, or to the counted paragraph."""
        self._jump_to_paragraph(last=False)

    def action_end(self) -> None:
        """Jump to the very end, or to the counted paragraph."""
        self._jump_to_paragraph(last=True)

    def jump_sections(self, direction: int) -> None:
        """Jump to the next or previous section, or as many further as were counted."""
        count = self.take_count() or 1
        if not self.sections:
            return
        index = index_at(self.sections, self.here)
        if self.here < self.sections[0].start:
            index = -1
        inside = index >= 0 and self.here > self.sections[index].start
        index += direction * count + (1 if inside and direction < 0 else 0)
        section = self.sections[min(max(index, 0), len(self.sections) - 1)]
        self.jump(Span(section.start, section.start))

    def action_paragraph(self, direction: int) -> None:
        """Step to the next or previous paragraph; or change the selection by paragraphs."""
        if self.document is None or not self.document.paragraphs:
            return
        if self.selection is not None:
            self.action_extend("paragraph", direction > 0)
            return
        index = self.document.paragraph_at(self.here) + direction * (self.take_count() or 1)
        index = min(max(index, 0), len(self.document.paragraphs) - 1)
        self.goto(self.document.paragraphs[index], light=False)

    def action_measure(self, by: int) -> None:
        """Make the lines longer or shorter."""
        self.widen(by)

    def jump(self, span: Span) -> None:
        """Go to a span and let the screen keep the place left."""
        if (view := self.view) is not None:
            self.post_message(self.Jumping(view))
            self.goto(span)

    def _jump_to_paragraph(self, last: bool) -> None:
        count = self.take_count()
        if self.document is not None and (paragraphs := self.document.paragraphs):
            index = min(count or (len(paragraphs) if last else 1), len(paragraphs)) - 1
            self.jump(Span(start := paragraphs[index].start, start))
            if not count:
                self._top = self._rows().last_top(self._height) if last else (0, 0)
                self.here = max(start, self._rows().offset_of(self._top))
                self._changed(0)

    # Selecting

    def action_select(self) -> None:
        """Begin a selection with the sentence at the reader's place, or drop it."""
        if self.document is None:
            return
        chosen = None if self.selection else sentence_at(self.document, self.here)
        self._choose(chosen)

    def action_extend(self, unit: Unit, forward: bool) -> None:
        """Change where the selection ends."""
        if self.document is None or self.selection is None:
            raise SkipAction
        span = self.selection
        for _ in range(min(self.take_count() or 1, 1000)):
            span = extended(self.document, span, unit, forward)
        self._choose(span)
        self.goto(Span(max(span.end - 1, span.start), span.end), light=False)

    def action_copy(self, quote: bool) -> None:
        """Hand the selection, or else the sentence at the place, to the clipboard."""
        if self.document is None:
            return
        span = self.selection or sentence_at(self.document, self.here)
        words = self.document.text[span.start : span.end]
        if quote:
            words = quotation(self.document, span, self.section)
        self._choose(None)
        self.post_message(self.Copied(words))

    def action_cancel(self) -> None:
        """Give up the selection or the count; otherwise leave the key to the screen."""
        if self.selection is None and not self._digits:
            raise SkipAction
        self.take_count()
        self._choose(None)

    def _choose(self, span: Span | None) -> None:
        self.selection = span
        self.ink("selection", [span] if span else ())

    # The mouse

    def on_mouse_scroll_down(self) -> None:
        """Scroll down by a few rows."""
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self) -> None:
        """Scroll up by a few rows."""
        self.scroll_rows(-WHEEL_ROWS)

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

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the place under the pointer, or take hold of the thumb."""
        if event.x == self.size.width - 1:
            self.goto_fraction(event.y / max(self.size.height - 1, 1))
            return
        self._pressed_at = self.offset_under(event.x, event.y)
        self.capture_mouse()
        self._choose(None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what the pointer is drawn over."""
        if self._pressed_at is None:
            return
        at = self.offset_under(event.x, event.y)
        if at is not None and at != self._pressed_at:
            first, last = sorted((self._pressed_at, at))
            self._choose(Span(first, last))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go: a press without a drag moves the reader's place."""
        self.release_mouse()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and self.selection is None:
            self.goto(Span(pressed, pressed), light=False)
