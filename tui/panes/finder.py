"""A query typed here, its hits listed below: moving previews them, enter goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.document import Document, Section, Span, shorten
from tui.panes.hits import Hits, status
from tui.panes.keys import key
from tui.panes.line import Row, fit, inks_of, painted
from tui.panes.messages import Goto
from tui.panes.rows import Rows

if TYPE_CHECKING:
    from tui.search import Found, Hit

Scope = Literal["everything", "document", "section"]
"""What is searched: all that is open, or the document or the section the reader comes from."""

SCOPES: dict[Scope, str] = {
    "everything": " Find in everything",
    "document": " Find in this document",
    "section": " Find in this section",
}
"""What stands before the query, in the order of tab."""
WHERE = "everything → document → section"
LABEL = 23
"""Cells the scope's words take, whichever they are, so that nothing moves."""
HINT = 'words · "a phrase" · \'exact · !not · in:paper'
INDEXING = "still indexing: hits will come by themselves"


class Query(Input):
    """The query's line; each change is told at once, before the frame that shows the key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("finder.go", "enter", "submit", "Go", "Go to the hit at the cursor", show=True),
    ]

    def __init__(self, changed: Callable[[str], None]) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._changed = changed

    def watch_value(self, value: str) -> None:
        """Tell the change."""
        self._changed(value)


class Finder(Widget):
    """The query above, the hits below."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"finder--label"}
    DEFAULT_CSS = f"""
    Finder {{ layout: vertical; }}
    Finder > Query {{ height: 1; margin: 0 1 0 {LABEL}; }}
    Finder > Hits {{ height: 1fr; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("finder.next", "down,ctrl+n", "step(1)", "Next hit"),
        key("finder.previous", "up,ctrl+p", "step(-1)", "Previous hit"),
        key("finder.page-down", "pagedown", "page(1)", "One page of hits down"),
        key("finder.page-up", "pageup", "page(-1)", "One page of hits up"),
        key("finder.scope", "tab", "scope(1)", WHERE, "What is searched, in turn", show=True),
        key("finder.scope-back", "shift+tab", "scope(-1)", "What is searched, the other way round"),
        key("finder.older", "ctrl+up,alt+up", "recall(-1)", "Older query", show=True),
        key("finder.newer", "ctrl+down,alt+down", "recall(1)", "Newer query"),
        key("finder.close", "escape", "close", "Back", "Back to where you were", show=True),
    ]

    class Closed(Message):
        """The reader left without going anywhere: back to where the search began."""

    def __init__(
        self,
        search: Callable[[str, Scope], Found | None],
        goto: Callable[[Goto], None],
        *,
        id: str | None = None,
    ) -> None:
        """`search` answers in the frame of the key, None while it cannot; `goto` moves in it."""
        super().__init__(id=id)
        self._search = search
        self._move = goto
        self.scope: Scope = "everything"
        """What is searched."""
        self.found: Found | None = None
        """What is listed."""
        self.history: list[str] = []
        """The queries that led somewhere, the oldest first."""
        self.called: Callable[[Scope], str] = lambda scope: ""
        """Gives the name of what is searched, empty for everything; the screen's to set."""
        self._recalled = 0
        self._query = Query(self._ask)
        self._hits = Hits()

    def compose(self) -> ComposeResult:
        """Put the list under the query."""
        yield self._query
        yield self._hits

    # What the owner does

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self._query.value

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self._hits.hit

    @property
    def summary(self) -> str:
        """The query, and which of its hits is the one under the cursor: `trade 3/17`."""
        hit, found = self.hit, self.found
        if hit is None or found is None:
            return ""
        return f"{found.query.strip()} {self._hits.place}/{found.total:,}"

    @property
    def section_at(self) -> Callable[[Document, int], Section | None]:
        """Tells the section of an offset."""
        return self._hits.section_at

    @section_at.setter
    def section_at(self, section_at: Callable[[Document, int], Section | None]) -> None:
        self._hits.section_at = section_at

    def open(self, scope: Scope = "everything", query: str = "") -> None:
        """Begin a new search."""
        self.scope = scope
        self._recalled = len(self.history)
        self._type(query)
        self.refresh()
        self.screen.set_focus(self._query)  # at once: the next key is typed here

    def reopen(self) -> None:
        """Show the last search again as it was left; where nothing is typed, the last query."""
        if not self.query_text and self.history:
            self._type(self.history[-1])
        self.screen.set_focus(self._query)  # at once: the next key is typed here

    def show(self, found: Found) -> None:
        """List what was found and preview the first hit."""
        self.found = found
        self._hits.status = status(found, self.called(self.scope))
        self._hits.notice = "" if found.hits else "Nothing found"
        self._hits.show(found)
        self._goto(preview=True)

    def step(self, by: int) -> None:
        """Go to a later or an earlier hit, for n and N after the finder has closed."""
        self._hits.step(by, quiet=True)
        self._goto(preview=False)

    # Keys

    def action_step(self, by: int) -> None:
        """Preview the next hit."""
        self._hits.step(by)

    def action_page(self, pages: float) -> None:
        """Preview a hit a page further."""
        self._hits.action_page(pages)

    def action_scope(self, by: int) -> None:
        """Search the next scope instead."""
        scopes = list(SCOPES)
        self.scope = scopes[(scopes.index(self.scope) + by) % len(scopes)]
        self.refresh()
        self._ask(self.query_text)

    def action_recall(self, by: int) -> None:
        """Put an older or newer query of the history into the line."""
        self._recalled = min(max(self._recalled + by, 0), len(self.history))
        self._type(self.history[self._recalled] if self._recalled < len(self.history) else "")

    def action_close(self) -> None:
        """Leave the reader where the search began."""
        self._remember()
        self.post_message(self.Closed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the hit under the cursor."""
        event.stop()
        self._choose()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        """Preview the hit the cursor came to."""
        event.stop()
        self._goto(preview=True)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Go to the hit that was clicked."""
        event.stop()
        self._choose()

    def render_line(self, y: int) -> Strip:
        """Draw what is searched, beside the query."""
        label: Row = ((SCOPES[self.scope], "finder--label"),) if y == 0 else ()
        return painted(fit(label, self.size.width), self.size.width, inks_of(self))

    def _type(self, query: str) -> None:
        if query == self.query_text:
            self._ask(query)
        self._query.value = query
        self._query.cursor_position = len(query)

    def _ask(self, query: str) -> None:
        if not query.strip():
            called = self.called(self.scope)
            self._say(f"in “{shorten(called, 40)}”: {HINT}" if called else HINT)
        elif (found := self._search(query, self.scope)) is not None:
            self.show(found)
        else:
            self._say(INDEXING)

    def _say(self, words: str) -> None:
        """List nothing, and say why or what can be asked."""
        self.found = None
        self._hits.status, self._hits.notice = (((f" {words}", "rows--quiet"),), ()), ""
        self._hits.show(None)

    def _choose(self) -> None:
        self._remember()
        self._goto(preview=False)

    def _goto(self, preview: bool) -> None:
        hit = self.hit
        if hit:
            span = hit.matches[0] if hit.matches else hit
            self._move(Goto(hit.document, Span(span.start, span.end), preview))

    def _remember(self) -> None:
        query = self.query_text.strip()
        if query and self.found and self.found.hits:
            self.history = [*(old for old in self.history if old != query), query]
            self._recalled = len(self.history)
