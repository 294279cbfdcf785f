"""A selection and a key in, the next selection out; and how a selection is quoted."""

from __future__ import annotations

from typing import Literal

from tui.document import Document, Section, Span, index_at
from tui.ingest import sentences

Unit = Literal["character", "word", "sentence", "paragraph"]


def sentence_at(document: Document, offset: int) -> Span:
    """Give the sentence that holds the offset, or the last one before it."""
    found = sentences(document)
    if not found:
        return Span(0, 0)
    sentence = found[index_at(found, offset)]
    return Span(sentence.start, sentence.end)


def extended(document: Document, span: Span, unit: Unit, forward: bool) -> Span:
    """Move the end of a selection by one unit, forward or back, never before its start."""
    at = _after(document, span.end, unit) if forward else _before(document, span.end, unit)
    return Span(span.start, max(at, span.start + 1))


def _after(document: Document, end: int, unit: Unit) -> int:
    text = document.text
    if unit == "character":
        return min(end + 1, len(text))
    if unit == "word":
        while end < len(text) and text[end].isspace():
            end += 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return end
    spans = sentences(document) if unit == "sentence" else document.paragraphs
    return next((span.end for span in spans[index_at(spans, end) :] if span.end > end), end)


def _before(document: Document, end: int, unit: Unit) -> int:
    text = document.text
    if unit == "character":
        return max(end - 1, 0)
    if unit == "word":
        while end > 0 and not text[end - 1].isspace():
            end -= 1
        while end > 0 and text[end - 1].isspace():
            end -= 1
        return end
    spans = sentences(document) if unit == "sentence" else document.paragraphs
    index = index_at(spans, max(end - 1, 0))
    return spans[index - 1].end if index else 0


def quotation(document: Document, span: Span, section: Section | None) -> str:
    """Quote a span with its place: “words” (document, section, page or paragraph)."""
    words = " ".join(document.text[span.start : span.end].split())
    page = document.page_at(span.start)
    paragraph = document.paragraph_at(span.start) + 1
    place = [document.name, *([section.title] if section else [])]
    place.append(f"p. {page}" if page else f"¶ {paragraph}")
    return f"“{words}” ({', '.join(place)})"
