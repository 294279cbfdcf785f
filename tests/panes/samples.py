"""Small documents for the panes' tests."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Document, Origin, Paragraph, Role, Section


def a_document(*paragraphs: str, title: str = "", role: Role = "report") -> Document:
    """Make a document of these paragraphs, a line each."""
    text = "\n".join(paragraphs)
    places, start = [], 0
    for paragraph in paragraphs:
        places.append(Paragraph(start, start + len(paragraph)))
        start += len(paragraph) + 1
    return Document(f"{title or 'a'}.txt", text, tuple(places), "", title=title, role=role)


def an_outline(
    document: Document, *headings: tuple[str, int], origin: Origin = "inferred"
) -> tuple[Section, ...]:
    """Give each paragraph of the document a section, by title and level."""
    ends = []
    for place, (_, level) in enumerate(headings):
        after = (n for n in range(place + 1, len(headings)) if headings[n][1] <= level)
        later = next(after, None)
        ends.append(len(document.text) if later is None else document.paragraphs[later].start)
    return tuple(
        Section(title, level, paragraph.start, end, origin, 0.8, "the roadmap names it")
        for (title, level), paragraph, end in zip(headings, document.paragraphs, ends, strict=False)
    )


def text_of(row: Sequence[tuple[str, str]]) -> str:
    """Give a row's pieces as one text."""
    return "".join(text for text, _ in row)
