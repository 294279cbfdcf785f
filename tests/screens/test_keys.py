"""Each key of the page and of the screens, pressed on the seeds: what it changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot

from tests.screens.conftest import Open, keys, reading
from tui.document import Section, Span
from tui.screens import outside
from tui.screens.comparing import ComparingScreen

Look = Callable[[Pilot[int]], object]


def top(pilot: Pilot[int]) -> tuple[int, int]:
    view = reading(pilot).page.view
    assert view is not None
    return view.top


def typed(pilot: Pilot[int], letters: str) -> None:
    """Type faster than the keys are worked off."""
    names = {"/": "slash", "'": "apostrophe"}
    for letter in letters:
        pilot.app.post_message(events.Key(names.get(letter, letter), letter))


def selected(pilot: Pilot[int]) -> str:
    page = reading(pilot).page
    span = page.selection or Span(0, 0)
    return page.document.text[span.start : span.end] if page.document else ""


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (("j",), ("k",)),
        (("down", "down"), ("up", "up")),
        (("5", "j"), ("5", "k")),
        (("space",), ("b",)),
        (("pagedown",), ("pageup",)),
        (("d",), ("u",)),
        (("ctrl+d",), ("ctrl+u",)),
        (("3", "d"), ("3", "u")),
        (("G",), ("g",)),
        (("end",), ("home",)),
        (("1", "2", "G"), ("g", "g")),
        (("9", "right_curly_bracket"), ("9", "left_curly_bracket", "home")),
        (("4", "J"), ("4", "K", "g")),
        (("4", "right_square_bracket"), ("4", "left_square_bracket", "g")),
    ],
    ids=lambda pressed: " ".join(pressed),
)
async def test_keys_that_move_the_page_and_those_that_bring_it_back(
    opened: Open, there: tuple[str, ...], back: tuple[str, ...]
) -> None:
    async with opened(size=(80, 24)) as pilot:
        start = top(pilot)
        await keys(pilot, *there)
        assert top(pilot) > start
        await keys(pilot, *back)
        assert top(pilot) == start


async def test_braces_step_by_paragraphs(opened: Open) -> None:
    async with opened() as pilot:
        page = reading(pilot).page
        assert page.document is not None
        paragraphs = page.document.paragraphs
        await keys(pilot, "right_curly_bracket", "right_curly_bracket")
        assert page.here == paragraphs[2].start
        await keys(pilot, "left_curly_bracket")
        assert page.here == paragraphs[1].start


async def test_angle_brackets_change_the_length_of_the_lines(opened: Open) -> None:
    async with opened() as pilot:
        page = reading(pilot).page
        await keys(pilot, "less_than_sign")
        assert page.measure == 72
        await keys(pilot, "greater_than_sign", "greater_than_sign")
        assert page.measure == 80


async def test_a_selection_grows_and_shrinks_by_words_sentences_and_paragraphs(
    opened: Open,
) -> None:
    async with opened() as pilot:
        page = reading(pilot).page
        await keys(pilot, "v")
        sentence = selected(pilot)
        assert sentence.endswith(".") and sentence.count(".") == 1
        await keys(pilot, "l", "2", "l")
        assert len(selected(pilot)[len(sentence) :].split()) == 3
        await keys(pilot, "h")
        assert len(selected(pilot)[len(sentence) :].split()) == 2
        await keys(pilot, "j")
        assert selected(pilot).count(".") == 2
        await keys(pilot, "k")
        assert selected(pilot) == sentence
        await keys(pilot, "right_curly_bracket")
        assert page.document is not None
        assert page.selection is not None
        assert page.selection.end == page.document.paragraphs[0].end
        await keys(pilot, "escape")
        assert not selected(pilot)


async def test_shift_y_copies_the_words_alone(opened: Open) -> None:
    async with opened() as pilot:
        await keys(pilot, "v")
        words = selected(pilot)
        await keys(pilot, "Y")
        assert pilot.app.clipboard == words
        assert not selected(pilot)
        await keys(pilot, "y")
        assert pilot.app.clipboard.startswith(f"“{words}” (")


async def test_the_letter_of_a_mark_is_no_other_key_however_fast_it_follows(opened: Open) -> None:
    async with opened() as pilot:
        page = reading(pilot).page
        start = page.here
        typed(pilot, "mqG'q")
        await pilot.pause(0.2)
        assert pilot.app.return_code is None, "q was the mark’s, not Quit"
        assert page.here == start
        assert "q" in page.marks.values()


async def test_digits_count_or_are_sought_as_what_was_typed_before_them_has_it(
    opened: Open,
) -> None:
    async with opened() as pilot:
        start = top(pilot)
        typed(pilot, "9j8k")
        await pilot.pause(0.2)
        assert top(pilot) != start
        await keys(pilot, "k")
        assert top(pilot) == start, "nine down, eight up, one up"
        typed(pilot, "/148")
        await pilot.pause(0.2)
        seeking = reading(pilot).seeking
        assert seeking is not None and seeking.summary.startswith("1/1")


async def test_escape_gives_up_a_count_and_a_mark_without_a_letter_is_none(opened: Open) -> None:
    async with opened() as pilot:
        start, status = top(pilot), reading(pilot).status
        await keys(pilot, "4", "2")
        assert status.right == "42"
        await keys(pilot, "escape")
        assert not status.right
        await keys(pilot, "m", "escape", "apostrophe", "escape", "j", "k")
        assert (top(pilot), reading(pilot).page.marks) == (start, {})


async def test_t_and_z_show_and_hide_what_is_not_the_page(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "t")
        assert not screen.contents.display
        await keys(pilot, "t")
        assert screen.contents.has_focus
        await keys(pilot, "z")
        assert screen.page.region.size == screen.size
        await keys(pilot, "z", "tab")
        assert screen.contents.has_focus
        await keys(pilot, "shift+tab")
        assert screen.page.has_focus


async def test_backspace_goes_back_as_ctrl_o_does(opened: Open) -> None:
    async with opened() as pilot:
        start = top(pilot)
        await keys(pilot, "G", "backspace")
        assert top(pilot) == start
        await keys(pilot, "backspace")
        assert reading(pilot).status.right == "no other place"


async def test_colon_opens_the_palette_with_every_action(opened: Open) -> None:
    async with opened() as pilot:
        await keys(pilot, "colon")
        assert isinstance(pilot.app.screen, CommandPalette)
        await keys(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_f2_lends_the_mouse_and_takes_it_back(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []
    monkeypatch.setattr(outside, "take_mouse", lambda _, take: taken.append(take))
    async with opened() as pilot:
        await keys(pilot, "f2")
        assert "mouse off" in reading(pilot).status.right
        await keys(pilot, "f2")
        assert taken == [False, True]


async def test_ctrl_l_shows_the_words_of_the_page_alone(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(outside, "show_plain", lambda _, text: shown.append(text))
    async with opened() as pilot:
        await keys(pilot, "ctrl+l")
        assert shown[0].startswith("≈ Abstract\n\nRwanda has emerged as an assertive")
        assert "│" not in shown[0] and "▏" not in shown[0]


async def test_q_and_ctrl_q_quit_from_wherever_one_is(opened: Open) -> None:
    for pressed in (("q",), ("ctrl+q",), ("c", "ctrl+q"), ("question_mark", "ctrl+q")):
        async with opened() as pilot:
            await keys(pilot, *pressed)
            assert pilot.app._exit


async def test_arrows_give_the_keys_to_the_pane_beside_while_comparing(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        assert screen.report_page.has_focus
        await keys(pilot, "left")
        assert screen.paper.has_focus
        await keys(pilot, "left")
        assert screen.rail.has_focus
        await keys(pilot, "right", "right")
        assert screen.report_page.has_focus


async def test_t_o_w_x_and_equals_while_comparing(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        await keys(pilot, "t")
        assert not screen.rail.display
        await keys(pilot, "t", "o")
        assert screen.rail.order == "section"
        await keys(pilot, "w")
        assert screen.signals.has_class("-why")
        await keys(pilot, "w", "x")
        assert screen.paper.region.x > screen.report_page.region.x
        before = screen.paper.view
        screen.paper.focus()
        await keys(pilot, "G", "equals_sign")
        assert screen.paper.view == before
        await keys(pilot, "c")
        assert pilot.app.screen is reading(pilot)


async def test_g_reaches_the_heading_above_the_first_paragraph_and_capital_g_the_last_row(
    opened: Open, tmp_path: Path
) -> None:
    words = "Kenya and Norway trade in fish, and each has its own coast to watch over. "
    file = tmp_path / "long.txt"
    file.write_text("\n\n".join([words, *[words * 3] * 20, words * 60]))
    async with opened(str(file), size=(80, 24)) as pilot:
        page = reading(pilot).page
        assert page.document is not None
        page.annotate([Section("Trade", 1, 0, len(page.document.text), "inferred", 0.5, "")], {})
        await keys(pilot, "g", "j", "j", "g")
        assert "Trade" in page.visible_text.split("\n")[0]
        assert page.view is not None and page.view.top == (0, 0)
        await keys(pilot, "G")
        assert page.percent == 100
        assert page.document.paragraphs[-1].start < page.here < page.document.paragraphs[-1].end
        at = page.view
        await keys(pilot, "j")
        assert page.view == at
        await keys(pilot, "g")
        assert page.view.top == (0, 0)
