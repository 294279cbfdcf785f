"""What panes post to their screen, beside the messages of one pane alone."""

from __future__ import annotations

from textual.message import Message

from tui.document import Document, Span


class Goto(Message):
    """The one message that moves the reader: to a span of a document."""

    def __init__(self, document: Document, span: Span, preview: bool = False) -> None:
        super().__init__()
        self.document = document
        self.span = span
        """What to put before the reader's eyes, lit."""
        self.preview = preview
        """Only a look: the place to come back to stays what it was."""
