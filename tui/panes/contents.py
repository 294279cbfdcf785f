"""The outlines of all that is open, as one list that folds, filters and follows the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from tui.document import Document, Section, Span
from tui.panes.counts import Counts
from tui.panes.forest import Forest
from tui.panes.headings import heading_row, indent, reason_of
from tui.panes.keys import key
from tui.panes.line import Row, beside
from tui.panes.messages import Goto
from tui.panes.rows import Rows


class Contents(Rows):
    """Every document with its sections; the reader's place is marked and kept in view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "contents--document",  # the row of a document
        "contents--here",  # the section the reader is in
        "contents--origin",  # ≈ and ·
        "contents--hits",  # how many hits a section holds
        "contents--claims",  # how many claims
        "contents--judged",  # how many of them the reader judged
        "contents--marks",  # the letters of its marks
        "contents--match",  # the letters the filter found
    }
    HEADER = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        key("contents.fold", "h,left", "fold", "Fold", "Fold, or go to what holds it", show=True),
        key("contents.unfold", "l,right", "unfold", "Unfold", "Unfold, or go inside", show=True),
        key("contents.fold-all", "H", "fold_all", "Fold all", "Show the outermost only"),
        key("contents.unfold-all", "L", "unfold_all", "Unfold all", "Show every section"),
        key("contents.filter", "slash", "filter", "Filter", "Show titles with words", show=True),
        key("contents.unfilter", "escape", "unfilter", "All", "Every section again", show=True),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.forest = Forest()
        """The nodes, and which of them are in the list."""
        self.here = -1
        """The node the reader is in; -1 for none."""
        self.wanted = ""
        """What the filter asks for."""
        self.typing = False
        """Whether letters go to the filter."""
        self._documents: tuple[Document, ...] = ()
        self._outlines: dict[Document, Sequence[Section]] = {}
        self.counts = Counts()
        """What is counted beside the headings; the owner sets it and refreshes."""
        self._reader: tuple[Document, int] | None = None
        self._coming = False

    def show(
        self,
        documents: Sequence[Document],
        outlines: Mapping[Document, Sequence[Section]] | None = None,
    ) -> None:
        """List the documents with the outlines known so far; the others say that they come.

        What was listed before keeps cursor, folds and filter.
        """
        self._documents, self._outlines = tuple(documents), dict(outlines or {})
        self._rebuild()

    def set_outline(self, document: Document, sections: Sequence[Section]) -> None:
        """Put in an outline that came later, together with those that come at the same time."""
        self._outlines[document] = sections
        if not self._coming:
            self._coming = True
            self.call_later(self._rebuild)

    def _rebuild(self) -> None:
        self._coming = False
        self.counts.forget()
        cursor = self.forest.place_of(self._node(self.cursor))
        self.forest = Forest(self._documents, self._outlines, self.forest)
        self.here = self.forest.node_at(*self._reader) if self._reader else -1
        follows = self.here >= 0 and not self.has_focus and not self.wanted
        self._fill(self.here if follows else self.forest.node_of(cursor))

    def follow(self, document: Document, offset: int) -> None:
        """Mark where the reader is, and unless the reader is busy here, go there as well."""
        self._reader = document, offset
        node = self.forest.node_at(document, offset)
        before, row = self.forest.row_of(self.here), self.forest.row_of(node)
        if node == self.here and row == self.cursor:
            return
        self.here = node
        self.refresh_rows(before, row)
        if row >= 0 and not self.has_focus and not self.wanted:
            self.reveal(row)
            self.move_to(row, quiet=True)

    def ask(self, wanted: str) -> None:
        """Show the sections whose titles hold these words, and what holds them; "" for all."""
        self.wanted = wanted
        self._fill(self.forest.filter(wanted))

    @property
    def reason(self) -> str:
        """Why the program believes in the row under the cursor, in one line."""
        return self.reason_of(self.cursor)

    def reason_of(self, index: int) -> str:
        """Say where a row's heading comes from, how sure it is, why, and the counts; or ""."""
        node = self._node(index)
        if node < 0:
            return ""
        item, document = self.forest.nodes[node], self.forest.document_of(node)
        return f"{reason_of(item)} · {self.counts.said(document, item)}"

    def header(self, line: int, width: int) -> Row:
        """Give the title, or the filter with what it found."""
        if not self.typing and not self.wanted:
            return ((" Contents", ""),)
        found = f"{self.forest.matched} of {len(self.forest.nodes)} "
        asked = (" / ", ""), (self.wanted, "contents--match"), ("▏" if self.typing else "", "")
        return beside(asked, ((found, "rows--quiet"),), width)

    def row(self, index: int, width: int) -> Row:
        """Give a document's or a section's row: place, fold, origin, title, counts."""
        node = self.forest.visible[index]
        here = node == self.forest.shown(self.here)
        return heading_row(self.forest, node, width, self.counts, here=here, wanted=self.wanted)

    def action_choose(self) -> None:
        """Go to the section under the cursor; the filter has done its work."""
        node = self._node(self.cursor)
        if node < 0:
            return
        self.post_message(Goto(self.forest.document_of(node), self._target(node)))
        super().action_choose()
        self._unfilter(node)

    def action_fold(self) -> None:
        """Fold the section, or go to the one that holds it."""
        node = self._node(self.cursor)
        if node < 0:
            return
        if self.forest.has_children(node) and not self.forest.is_folded(node):
            self._set_folded(node, True)
        else:
            self.move_to(self.forest.row_of(self.forest.parent(node)))

    def action_unfold(self) -> None:
        """Unfold the section, or go to its first child."""
        node = self._node(self.cursor)
        if node < 0 or not self.forest.has_children(node):
            return
        if self.forest.is_folded(node):
            self._set_folded(node, False)
        else:
            self.step(1)

    def action_fold_all(self) -> None:
        """Show documents, or the outermost sections of the only one."""
        self._fold_all(True)

    def action_unfold_all(self) -> None:
        """Unfold everything."""
        self._fold_all(False)

    def _fold_all(self, folded: bool) -> None:
        node = self._node(self.cursor)
        self.forest.fold_all(folded)
        self._fill(node)

    def action_filter(self) -> None:
        """Let letters go to the filter."""
        self.typing = True
        self.refresh_bindings()
        self.refresh_header()

    def action_unfilter(self) -> None:
        """Show every section again, the cursor where it was."""
        self._unfilter(self._node(self.cursor))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to the screen while nothing is filtered."""
        return action != "unfilter" or self.typing or bool(self.wanted)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that letters are the filter's while it is typed."""
        return self.typing and bool(character) and str(character).isprintable()

    def on_key(self, event: events.Key) -> None:
        """Put letters into the filter while it is typed."""
        if not self.typing:
            return
        if event.key in {"backspace", "ctrl+h"}:
            if not self.wanted:
                self.action_unfilter()
            self.ask(self.wanted[:-1])
        elif event.key == "ctrl+u":
            self.ask("")
        elif event.is_printable and event.character:
            self.ask(self.wanted + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def clicked(self, index: int, column: int) -> None:
        """Fold or unfold at the mark, otherwise go there."""
        node = self._node(index)
        at = 2 + len(indent(self.forest, node, self.size.width - 2))
        self.move_to(index)
        if self.forest.has_children(node) and at <= column <= at + 1:
            self._set_folded(node, not self.forest.is_folded(node))
        else:
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the tooltip say why the program believes in the row under the mouse."""
        super().on_mouse_move(event)
        row = self.top + event.y - self.content_offset.y - self.HEADER
        self.tooltip = self.reason_of(row) or None

    def _node(self, index: int) -> int:
        return self.forest.visible[index] if 0 <= index < len(self.forest.visible) else -1

    def _target(self, node: int) -> Span:
        item, document = self.forest.nodes[node], self.forest.document_of(node)
        if isinstance(item, Document) or not document.paragraphs:
            return Span(0, 0)
        paragraph = document.paragraphs[document.paragraph_at(item.start)]
        return Span(paragraph.start, paragraph.end)

    def _fill(self, node: int) -> None:
        self.fill(len(self.forest.visible), max(0, self.forest.row_of(node)))

    def _set_folded(self, node: int, folded: bool) -> None:
        self.forest.fold(node, folded)
        self._fill(node)

    def _unfilter(self, node: int) -> None:
        self.wanted, self.typing = "", False
        self.refresh_bindings()
        self.forest.filter("")
        self._fill(node)
