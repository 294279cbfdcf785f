"""Rows in, what stands on the screen out: the margins of a document with pages."""

from dataclasses import replace

import pytest
from rich.style import Style

from tests.panes.samples import a_document
from tui.document import Document
from tui.panes.ink import Layers
from tui.panes.layout import Layout
from tui.panes.painter import Painter


def paper() -> Document:
    """Three paragraphs of some rows each."""
    return a_document(*(f"Paragraph {number} " + "says a few words. " * 9 for number in (1, 2, 3)))


def margins(left: int, pages: tuple[int, ...]) -> list[str]:
    """What stands in the first `left` cells of each row of text."""
    document = replace(paper(), pages=pages)
    painter = Painter(document, Layers(), left, left + 60, lambda name: Style())
    rows = [row for row in Layout(document, 50).window((0, 0), 100) if row.kind == "text"]
    return [painter.strip(row, -1, False, {}).text[:left] for row in rows]


def test_the_number_of_a_page_stands_beside_the_row_that_it_begins_in() -> None:
    document = paper()
    second, third = document.paragraphs[1], document.paragraphs[2]
    middle = (third.start + third.end) // 2
    found = margins(4, (0, second.start, middle))
    rows = [row for row in Layout(document, 50).window((0, 0), 100) if row.kind == "text"]
    numbers = {number: margin.strip() for number, margin in enumerate(found) if margin.strip()}
    assert sorted(numbers.values()) == ["1", "2", "3"]
    for number, page in numbers.items():
        begins = (0, second.start, middle)[int(page) - 1]
        assert rows[number].start <= begins < rows[number].end


@pytest.mark.parametrize(("left", "pages"), [(4, ()), (1, (0, 40))], ids=["no pages", "no room"])
def test_no_number_stands_where_there_are_no_pages_or_no_room(
    left: int, pages: tuple[int, ...]
) -> None:
    assert not any(margin.strip() for margin in margins(left, pages))


def test_the_header_names_the_page_that_the_reader_is_on() -> None:
    document = replace(paper(), pages=(0, paper().paragraphs[1].start))
    painter = Painter(document, Layers(), 2, 80, lambda name: Style())
    assert "p. 2 of 2 · 7 %" in painter.header(None, 7, paper().paragraphs[1].start)[0].text
