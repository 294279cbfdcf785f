"""The reader's word on what stands side by side: a line of its own, apart from the program's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.ledger import Verdict
from tui.panes.line import Piece, Row, beside, inks_of, painted
from tui.panes.outcomes import made, says, sign_of
from tui.panes.wrap import cells

QUIET = "verdict--quiet"
ASKED = " your verdict: "


@dataclass(frozen=True, slots=True)
class Hint:
    """A key that says or does something here."""

    key: str
    """The key's name."""
    shown: str
    """The key as people write it."""
    words: str
    """What it does."""


class VerdictLine(Widget):
    """What the reader said here, or the keys to say it with; how many claims are judged."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "verdict--word",  # what the reader said, and the sign of it
        "verdict--note",  # the reader's own words
        "verdict--key",
        "verdict--quiet",
    }
    DEFAULT_CSS = "VerdictLine { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.verdict: Verdict | None = None
        """What the reader said of the claim and the passage."""
        self._why = ""
        self._hints: Sequence[Hint] = ()
        self._made: Row = ()
        self._judged = ""
        self._spots: list[tuple[int, int, str]] = []

    def show(
        self,
        verdict: Verdict | None,
        hints: Sequence[Hint],
        *,
        why: str = "",
        of_claim: Sequence[Verdict] = (),
        judged: tuple[int, int] = (0, 0),
    ) -> None:
        """Say the verdict, with keys as far as there is room; `why` it is so.

        `of_claim` are all verdicts on the claim, `judged` how many claims are, of how many.
        """
        self.verdict, self._hints, self._why = verdict, hints, why
        self._made = tuple(_made(of_claim))
        self._judged = f" {judged[0]:,} of {judged[1]:,} judged "
        self.refresh()

    @property
    def said(self) -> str:
        """The line's words, for who cannot see it."""
        return "".join(text for text, _ in self._row(self.size.width)).rstrip()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        return painted(self._row(width), width, inks_of(self))

    def _row(self, width: int) -> Row:
        left: list[Piece] = [(ASKED, QUIET)]
        if self.verdict is not None:
            left += _said(self.verdict)
            left += [(f"  {self._why}", QUIET)] if self._why else []
        elif self._why:
            left.append((f"– {self._why} ", QUIET))
        used = sum(cells(text) for text, _ in left[:2])
        right = (*self._made, (self._judged, QUIET))
        if used + sum(cells(text) for text, _ in right) > width:
            right = right[-1:]  # what is said here goes before what all make of it
        end = width - sum(cells(text) for text, _ in right)
        left += self._keys(sum(cells(text) for text, _ in left), end)
        return beside(tuple(left), right, width)

    def _keys(self, at: int, end: int) -> Iterator[Piece]:
        """Give the keys that there is room for between two columns, and keep where they stand."""
        self._spots = []
        if self.verdict is not None:
            yield "   ", ""
            at += 3
        for hint in self._hints:
            size = cells(hint.shown) + 1 + cells(hint.words)
            if at + size + 2 > end:
                break
            yield hint.shown, "verdict--key"
            yield f" {hint.words}  ", QUIET
            self._spots.append((at, at + size, hint.key))
            at += size + 2

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        for start, end, pressed in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(pressed)


def _said(verdict: Verdict) -> Iterator[Piece]:
    yield says(verdict), "verdict--word"
    if verdict.note:
        yield f"  “{verdict.note}”", "verdict--note"


def _made(verdicts: Sequence[Verdict]) -> Iterator[Piece]:
    """Say what the verdicts make of the claim, where there are any that decide."""
    if words := made(verdicts):
        yield f" {sign_of(verdicts)} {words}", "verdict--word"
        yield " ·", QUIET
