import pytest

from tui.document import visible
from tui.panes.wrap import cells, hard_lines, offset_at, wrap

FAMILY = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("the quick brown fox", 9, ["the quick", "brown fox"]),
        ("hard\nwrapped  text", 40, ["hard\nwrapped  text"]),
        ("  leading", 20, ["leading"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("role—not passive", 8, ["role—not", "passive"]),
        ("institutions—such", 14, ["institutions—", "such"]),
        ("漢字かな交じり文", 6, ["漢字か", "な交じ", "り文"]),
        ("e\u0301" * 6, 4, ["e\u0301" * 4, "e\u0301" * 2]),
        (f"{FAMILY} {FAMILY}", 3, [FAMILY, FAMILY]),
        ("", 10, [""]),
        ("   ", 10, [""]),
    ],
)
def test_lines_fit_the_width_and_never_split_a_grapheme(
    text: str, width: int, lines: list[str]
) -> None:
    found = [text[start:end] for start, end in wrap(text, 0, len(text), width)]
    assert found == lines
    assert all(cells(line) <= max(width, 2) for line in found)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "not this. But these words here. nor this"
    start, end = 10, 31
    assert [text[a:b] for a, b in wrap(text, start, end, 12)] == ["But these", "words here."]


def test_lines_of_a_table_stay_lines() -> None:
    text = "a  1\n\nbb 2"
    assert [text[a:b] for a, b in hard_lines(text, 0, len(text), 20)] == ["a  1", "", "bb 2"]


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\x00b", "a␀b"),
        ("\x9b31m", "\ufffd31m"),
        ("\x7f", "␡"),
        ("\u202ereversed", "\ufffdreversed"),
        ("\ud800", "\ufffd"),
        ("tab\there\nthere", "tab here there"),
    ],
)
def test_control_characters_become_pictures_one_for_one(hostile: str, harmless: str) -> None:
    assert visible(hostile) == harmless
    assert len(visible(hostile)) == len(hostile)


@pytest.mark.parametrize(
    ("text", "column", "offset"),
    [
        ("abc", 0, 0),
        ("abc", 2, 2),
        ("abc", 9, 3),
        ("漢字x", 1, 0),
        ("漢字x", 2, 1),
        ("漢字x", 4, 2),
    ],
)
def test_a_cell_names_the_grapheme_it_shows(text: str, column: int, offset: int) -> None:
    assert offset_at(text, 0, len(text), column) == offset
