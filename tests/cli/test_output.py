"""How results are worded: characters made visible, places named, amounts counted."""

from dataclasses import replace
from pathlib import Path

import pytest

from tui.claims import Searched
from tui.document import Document, Paragraph, Span, visible
from tui.output import amount, balance
from tui.output.places import at, line_at, passage, place, spot
from tui.output.tables import file_style

TEXT = "The first page.\nIts second line.\n\nThe second page\nof two."
PAGED = Document("a.pdf", TEXT, (Paragraph(0, 32), Paragraph(34, 57)), "", pages=(0, 34))
PLAIN = Document("a.txt", TEXT, (Paragraph(0, 32), Paragraph(34, 57)), "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — “quoted”, 中文, é", "plain — “quoted”, 中文, é"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\tb\nc\u2028d", "a b c d"),
        ("\x7f\x9b5m", "␡\ufffd5m"),
        ("user\u202etxt.exe\u2066", "user\ufffdtxt.exe\ufffd"),
        ("\udc80", "\ufffd"),
    ],
)
def test_what_would_act_on_a_terminal_becomes_a_picture_in_its_place(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize("offset", range(len(TEXT)))
def test_the_line_is_the_documents_own(offset: int) -> None:
    assert line_at(PLAIN, offset) == PLAIN.line_at(offset)


def test_a_passage_over_several_lines_is_one_line() -> None:
    assert passage(PLAIN, Span(34, 57)) == "The second page of two."


def test_a_place_is_the_path_and_line_and_for_paged_sources_the_page() -> None:
    assert at(PAGED, 40) == "a.pdf:4"
    assert place(PAGED, 40).endswith("p. 2")
    assert "p." not in place(PLAIN, 40)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 reports"), (1, "1 report"), (12_345, "12,345 reports")]
)
def test_an_amount_agrees_with_its_noun(number: int, words: str) -> None:
    assert amount(number, "report") == words


def test_no_claim_is_told_as_such() -> None:
    assert balance(Searched(2, 84, 0.5), ()) == "no claim in the paper"


def test_a_reader_looks_up_the_page_or_else_the_line() -> None:
    assert (spot(PAGED, 40), spot(PLAIN, 40)) == ("p. 2", "4")


def test_a_file_s_name_is_a_link_to_it_that_holds_no_codes() -> None:
    assert file_style(PLAIN).link == (Path.cwd() / "a.txt").as_uri()
    assert file_style(replace(PLAIN, path="-")).link is None
    evil = file_style(replace(PLAIN, path="/a b\x1b]0;owned\x07é\udc80.txt")).link
    assert evil == "file:///a%20b%1B%5D0%3Bowned%07%C3%A9%80.txt"
