"""A span of a document in, how text output says where it is and what it reads, out."""

from __future__ import annotations

from bisect import bisect_left

from tui.document import Document, Spanned, derived, visible
from tui.outline import section_at


def passage(document: Document, span: Spanned) -> str:
    """Give the words of a span in one line, white space folded."""
    return visible(" ".join(document.text[span.start : span.end].split()))


@derived
def _line_breaks(document: Document) -> tuple[int, ...]:
    """Give the offsets of the line breaks."""
    return tuple(at for at, character in enumerate(document.text) if character == "\n")


def line_at(document: Document, offset: int) -> int:
    """Give the line of the text, from 1, quickly for many offsets of one document."""
    return bisect_left(_line_breaks(document), offset) + 1


def at(document: Document, offset: int) -> str:
    """Give `path:line`, which the reader opens again."""
    return f"{visible(document.path)}:{line_at(document, offset)}"


def spot(document: Document, offset: int) -> str:
    """Give the page, `p. 4`, or where the source has none the line."""
    page = document.page_at(offset)
    return f"p. {page}" if page else str(line_at(document, offset))


def section_title(document: Document, offset: int) -> str | None:
    """Give the title of the deepest section there, or None outside of all."""
    section = section_at(document, offset)
    return section.title if section else None


def place(document: Document, offset: int) -> str:
    """Give the section and the page, as far as there are any: `Methods, p. 4`."""
    page = document.page_at(offset)
    parts = (section_title(document, offset), f"p. {page}" if page else None)
    return visible(", ".join(part for part in parts if part))
