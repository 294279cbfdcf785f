"""What a plain text says above its first words: who wrote it, for whom and when."""

import pytest

from tui.ingest.text import read_text

TITLE = "Trade Grows Between Two Countries"
PROSE = (
    "The ministers of both countries met in the capital on Wednesday and spoke about trade, "
    "visas and flights, and signed agreements that the parliaments will have to ratify."
)


@pytest.mark.parametrize(
    ("lines", "opening", "told"),
    [
        (["By Ann Bell"], "", (("Ann Bell",), "", "")),
        (["By Ann Bell and Carl van Doe"], "", (("Ann Bell", "Carl van Doe"), "", "")),
        (["By ANN BELL, Associated Press"], "", (("Ann Bell",), "Associated Press", "")),
        (["By Staff Writer", "May 28, 2025"], "", ((), "", "2025-05-28")),
        (["Published: 28 May 2025"], "", ((), "", "2025-05-28")),
        ([], "KIGALI, May 28 (Reuters) - ", ((), "Reuters", "")),
        (["By Ann Bell"], "BAKU (AFP) — ", (("Ann Bell",), "AFP", "")),
        ([], "The agency (the old one) said so. ", ((), "", "")),
        ([], "", ((), "", "")),
    ],
)
def test_bylines_and_datelines_are_metadata(
    lines: list[str], opening: str, told: tuple[tuple[str, ...], str, str]
) -> None:
    text = "\n\n".join([TITLE, *lines, opening + PROSE, PROSE * 2, PROSE])
    document = read_text("a.txt", text.encode())
    assert document.title == TITLE
    assert (document.authors, document.outlet, document.date) == told


def test_a_date_or_a_name_further_down_is_no_byline() -> None:
    text = "\n\n".join([TITLE, PROSE, PROSE, "By Ann Bell", "May 28, 2025", PROSE])
    document = read_text("a.txt", text.encode())
    assert (document.authors, document.date) == ((), "")
