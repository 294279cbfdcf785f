"""PAPER × REPORTS → those that cannot be searched, each with the reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import Document

LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "rw": "Kinyarwanda", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
"""The names of languages that a report may be in, by ISO 639-1."""
SURE = 200
"""Characters from which a guessed language is believed."""


def unsearchable(paper: Document, reports: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """Yield the reports that cannot be searched, each with the reason."""
    for report in reports:
        if not report.text.strip():
            yield report, "empty"
        elif all(block.kind == "furniture" for block in report.paragraphs):
            yield report, "no text but furniture"
        elif report.language != paper.language and len(report.text) >= SURE:
            yield report, LANGUAGES.get(report.language, report.language)
