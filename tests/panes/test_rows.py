"""The list that all panes share: what it draws, where the cursor goes."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region

from tests.panes.samples import text_of
from tui.panes.line import Row, beside, fit, folded, painted, wrapped
from tui.panes.rows import Rows
from tui.panes.wrap import cells


@pytest.mark.parametrize(
    ("row", "width", "wanted"),
    [
        ((("abc", ""),), 5, "abc  "),
        ((("abc", ""),), 3, "abc"),
        ((("abcdef", ""),), 4, "abc…"),
        ((("ab", ""), ("cdef", "x")), 4, "abc…"),
        ((("ab cd ef", ""),), 4, "ab… "),
        ((("漢字漢字", ""),), 6, "漢字… "),
        ((("漢字漢字", ""),), 5, "漢字…"),
        ((("é" * 6, ""),), 4, "ééé…"),
        ((("e\u0301" * 6, ""),), 4, "e\u0301" * 3 + "…"),
        ((("abc", ""),), 0, ""),
        ((), 3, "   "),
    ],
)
def test_a_row_is_cut_or_filled_to_its_width(row: Row, width: int, wanted: str) -> None:
    assert text_of(fit(row, width)) == wanted
    assert cells(wanted) == width


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=12), max_size=4), st.integers(0, 20))
def test_whatever_a_row_holds_it_takes_exactly_its_width(texts: list[str], width: int) -> None:
    row = tuple((text, "") for text in texts)
    for line in (fit(row, width), beside(row, (("漢", ""),), width), *folded(row, width, 2)):
        strip = painted(line, width, lambda names: Style())
        assert cell_len(strip.text) == strip.cell_length == width
        assert not any(category(letter) == "Cc" for letter in strip.text)


def test_the_right_side_is_kept_whole_and_the_left_is_cut() -> None:
    row = beside((("a long title", ""),), ((" ◂ 3", "hits"),), 10)
    assert text_of(row) == "a lon… ◂ 3"[: len("a lon…")] + " ◂ 3"
    assert row[-1] == (" ◂ 3", "hits")


def test_a_broken_row_keeps_its_styles() -> None:
    lines = wrapped((("one two ", ""), ("three", "x"), (" four", "")), 9)
    assert [text_of(line) for line in lines] == ["one two", "three", "four"]
    assert lines[1] == (("three", "x"),)


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("one two three", 8, ["one two ", "three   "]),
        ("one two three four", 8, ["one two ", "three f…"]),
        ("conceptual thinking", 8, ["conceptu", "al thin…"]),
        ("one", 8, ["one     ", "        "]),
        ("", 2, ["  ", "  "]),
    ],
)
def test_a_row_is_folded_into_so_many_lines(text: str, width: int, wanted: list[str]) -> None:
    assert [text_of(line) for line in folded(((text, ""),), width, 2)] == wanted


class Numbers(Rows):
    """Numbers; every tenth names those below it and cannot hold the cursor."""

    HEADER = 1

    def row(self, index: int, width: int) -> Row:
        return ((f"row {index}", ""),)

    def header(self, line: int, width: int) -> Row:
        return ((" header", ""),)

    def selectable(self, index: int) -> bool:
        return index % 10 != 0


class Listing(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.said: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield Numbers()

    def on_mount(self) -> None:
        self.query_one(Numbers).fill(self.count)
        self.query_one(Numbers).focus()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self.said.append(("moved", event.index))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.said.append(("chosen", event.index))


def drawn(rows: Rows) -> list[str]:
    """Give the lines as they stand on the screen."""
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


async def test_keys_move_over_rows_that_can_hold_the_cursor_and_nothing_else() -> None:
    app = Listing(100)
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Numbers)
        typed = iter([3, 95])
        steps = {
            "j": 2, "down": 3, "k": 2, "up": 1, "k ": 1, "pagedown": 9, "j ": 11, "ctrl+d": 15,
            "G": 99, "ctrl+u": 95, "pageup": 87, "g": 1, "end": 99, "home": 1,
        }  # fmt: skip
        for keys, place in steps.items():
            await pilot.press(keys.strip())
            assert rows.cursor == place, keys
        rows.typed = lambda: next(typed)
        await pilot.press("j")
        assert rows.cursor == 4
        await pilot.press("G")
        assert rows.cursor == 94
        await pilot.press("enter")
        assert app.said[-2:] == [("moved", 94), ("chosen", 94)]


async def test_only_what_is_in_view_is_drawn_with_cursor_header_and_thumb() -> None:
    app = Listing(1_000_000)
    async with app.run_test(size=(12, 6)) as pilot:
        rows = app.query_one(Numbers)
        assert drawn(rows) == [" header", " row 0     ▐", "▌row 1", " row 2", " row 3", " row 4"]
        await pilot.press("G")
        assert drawn(rows)[-1] == "▌row 999999▐"


async def test_the_first_of_a_group_comes_with_its_name() -> None:
    app = Listing(100)
    async with app.run_test(size=(20, 5)) as pilot:
        rows = app.query_one(Numbers)
        rows.move_to(15)
        await pilot.press("k", "k", "k", "k")
        assert (rows.cursor, rows.top) == (11, 10)


async def test_a_step_draws_two_rows_again_and_no_more() -> None:
    app = Listing(1000)
    async with app.run_test(size=(20, 9)):
        rows = app.query_one(Numbers)
        asked: list[tuple[Region, ...]] = []
        rows.refresh = lambda *regions, **_: asked.append(regions) or rows  # type: ignore
        rows.step(1)
        assert asked == [(Region(0, 2, 20, 1), Region(0, 3, 20, 1))]


async def test_the_mouse_points_takes_and_scrolls() -> None:
    app = Listing(100)
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Numbers)
        await pilot.click(Numbers, offset=(3, 5))
        assert rows.cursor == 4
        await pilot.click(Numbers, offset=(3, 5))
        assert app.said == [("moved", 4), ("chosen", 4)]
        await pilot.click(Numbers, offset=(3, 1))
        assert rows.cursor == 4, "a group's name holds no cursor"
        await pilot.click(Numbers, offset=(19, 8))
        assert rows.top > 50, "the thumb's column scrolls"
        assert rows.cursor == 4


async def test_an_empty_list_says_why_it_is_empty_and_takes_no_key_amiss() -> None:
    app = Listing(0)
    async with app.run_test(size=(20, 4)) as pilot:
        rows = app.query_one(Numbers)
        rows.notice = "nothing yet"
        await pilot.press("j", "G", "pageup", "enter")
        assert drawn(rows) == [" header", " nothing yet", "", ""]
        assert app.said == []
