"""Small documents for tests: paragraphs as given, each a line."""

from __future__ import annotations

from hashlib import sha256

from tui.document import Document, Kind, Paragraph, Role


def document(
    *paragraphs: str | tuple[Kind, str],
    path: str = "made.txt",
    title: str = "",
    role: Role = "report",
    language: str = "en",
) -> Document:
    text, spans = "", []
    for paragraph in paragraphs:
        kind: Kind
        kind, words = ("body", paragraph) if isinstance(paragraph, str) else paragraph
        spans.append(Paragraph(len(text), len(text) + len(words), kind))
        text += words + "\n\n"
    return Document(
        path=path,
        text=text,
        paragraphs=tuple(spans),
        sha256=sha256(text.encode("utf-8", "replace")).hexdigest(),
        title=title,
        role=role,
        language=language,
    )
