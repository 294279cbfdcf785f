"""Addresses as links of the terminal: which are, where they stand, and what never reaches it."""

import pytest
from rich.style import Style

from tui.panes.links import LONGEST, linked, linking, links_in, safe


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        ("https://example.org/é 1", "https://example.org/%C3%A9%201"),
        ("https://example.org/%20", "https://example.org/%20"),
        ("https://example.org/\x1b\\\x1b[31m", ""),
        ("https://example.org/\x07", ""),
        ("https://example.org/\n", "https://example.org/"),
        ("https://example.org/\u202e", ""),
        ("https://example.org/\x9c", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://" + "x" * LONGEST, ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_are_links(address: str, sent: str) -> None:
    assert safe(address) == sent
    assert linking(Style(bold=True), address).link == (sent or None)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://example.org/a.", ["https://example.org/a"]),
        ("(see http://example.org/a_(b)), and more", ["http://example.org/a_(b)"]),
        ("[words](https://example.org/x) “https://example.org/y”",
         ["https://example.org/x", "https://example.org/y"]),
        ("write to mailto:ann@example.org!", ["mailto:ann@example.org"]),
        ("a ratio of 3://4 and ftp://example.org", []),
        ("nothing here", []),
    ],
)  # fmt: skip
def test_addresses_are_found_without_what_ends_the_sentence(
    text: str, addresses: list[str]
) -> None:
    found = links_in(text, 0, len(text), 0)
    assert [text[start:end] for start, end, _ in found] == addresses
    assert [address for _, _, address in found] == addresses


def test_each_row_of_a_wrapped_address_leads_to_the_whole_of_it() -> None:
    text = "See https://example.org/" + "a" * 100 + " there."
    address = text.split()[1]
    rows = [(0, 30), (30, 60), (60, 140)]
    assert [links_in(text, *row, 0) for row in rows] == [
        [(4, 30, address)], [(30, 60, address)], [(60, 124, address)]
    ]  # fmt: skip
    assert not links_in(text, 126, 132, 0)
    assert linking(Style(), address).link_id == linking(Style(), address).link_id


def test_pieces_are_cut_at_links() -> None:
    pieces = [(0, 10, "a"), (10, 20, "b")]
    assert list(linked(pieces, [])) == [(0, 10, "a", ""), (10, 20, "b", "")]
    assert list(linked(pieces, [(5, 15, "x"), (16, 18, "y")])) == [
        (0, 5, "a", ""), (5, 10, "a", "x"), (10, 15, "b", "x"),
        (15, 16, "b", ""), (16, 18, "b", "y"), (18, 20, "b", ""),
    ]  # fmt: skip
