"""Spans over one immutable text: places, names, and values derived once."""

import gc
from weakref import ref

import pytest

from tui.document import (
    Collection,
    Document,
    Paragraph,
    Span,
    Unreadable,
    derived,
    index_at,
    shorten,
)

TEXT = "A title\n\nFirst words of it.\nStill first.\n\nSecond."


def document(**changes: object) -> Document:
    values: dict[str, object] = {
        "path": "folder/file.txt",
        "text": TEXT,
        "paragraphs": (Paragraph(0, 7, "title"), Paragraph(9, 40), Paragraph(42, 49)),
        "sha256": "00",
    }
    return Document(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("offset", "index"),
    [(0, 0), (6, 0), (8, 0), (9, 1), (40, 1), (41, 1), (42, 2), (49, 2), (999, 2)],
)
def test_a_paragraph_is_found_by_an_offset_in_it_or_after_it(offset: int, index: int) -> None:
    assert document().paragraph_at(offset) == index


def test_a_place_before_every_span_counts_as_in_the_first() -> None:
    assert index_at([Span(5, 6), Span(7, 9)], 0) == 0
    assert index_at([], 3) == 0


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (7, 1), (8, 2), (9, 3), (28, 4), (48, 6)])
def test_a_line_is_counted_from_one(offset: int, line: int) -> None:
    assert document().line_at(offset) == line


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (8, 1), (9, 2), (42, 3), (48, 3)])
def test_a_page_is_counted_from_one(offset: int, page: int) -> None:
    assert document(pages=(0, 9, 42)).page_at(offset) == page


def test_a_source_without_pages_has_no_page() -> None:
    assert document().page_at(9) is None


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"title": "Given"}, "Given"),
        ({}, "First words of it. Still first."),
        ({"paragraphs": ()}, "file.txt"),
        ({"paragraphs": (), "path": "-"}, "-"),
        ({"paragraphs": (Paragraph(9, 40, "furniture"), Paragraph(42, 49))}, "Second."),
    ],
)
def test_a_document_is_called_by_its_title_or_its_opening_words(
    changes: dict[str, object], name: str
) -> None:
    assert document(**changes).name == name


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("", 10, ""),
        ("short", 10, "short"),
        ("  white \n space ", 20, "white space"),
        ("cut at the last word, please", 22, "cut at the last word…"),
        ("unbreakablelongword", 10, "unbreakab…"),
        ("exactly ten", 11, "exactly ten"),
    ],
)
def test_a_text_is_cut_at_a_word_and_never_wider_than_asked(
    text: str, width: int, short: str
) -> None:
    assert shorten(text, width) == short
    assert len(short) <= width


def test_a_derived_value_is_computed_once_and_forgotten_with_its_document() -> None:
    asked: list[Document] = []

    @derived
    def length(document: Document) -> tuple[int]:
        asked.append(document)
        return (len(document.text),)

    one = document()
    assert length(one) is length(one)
    assert len(asked) == 1
    gone = ref(one)
    asked.clear()
    del one
    gc.collect()
    assert gone() is None


def test_two_openings_of_one_file_are_two_documents() -> None:
    assert document() != document()


def test_a_collection_tells_papers_from_reports() -> None:
    paper, report = document(role="paper"), document()
    collection = Collection((report, paper))
    assert collection.papers == (paper,)
    assert collection.reports == (report,)


def test_what_is_unreadable_says_which_and_why_in_one_line() -> None:
    assert str(Unreadable("a.pdf", "encrypted")) == "a.pdf: encrypted"
