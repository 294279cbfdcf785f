from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import Open, keys, reading, settled
from tui.app import Sidelight
from tui.screens.marks import MarkRows
from tui.screens.work import Progress, prepare
from tui.start import desk_of


async def test_the_paper_comes_first_and_the_contents_show_all_outlines(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        assert screen.page.document is screen.desk.collection.papers[0]
        assert len(screen.desk.collection.documents) == 3
        titles = [getattr(item, "title", "") for item in screen.contents.forest.nodes]
        assert "Shared Tech Aspirations" in titles
        assert screen.page.section is not None
        assert screen.page.section.title == "Abstract"


def top(pilot: Pilot[int]) -> tuple[int, int]:
    view = reading(pilot).page.view
    assert view is not None
    return view.top


async def test_section_keys_walk_the_outline_and_the_contents_follow(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        sections = screen.page.sections
        await keys(pilot, "right_square_bracket", "right_square_bracket")
        assert screen.page.here == sections[2].start
        assert screen.contents.forest.nodes[screen.contents.here] == sections[2]
        await keys(pilot, "left_square_bracket")
        assert screen.page.here == sections[1].start


async def test_a_section_gone_to_is_seen_with_what_follows_its_beginning(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        page = reading(pilot).page
        await keys(pilot, "4", "right_square_bracket")
        begun = page.here
        while page.here == begun:
            page.scroll_rows(-1)
        page.scroll_rows(1)
        assert page.document is not None
        words = page.document.text[begun : begun + 20]
        assert words in page.visible_text.splitlines()[-1]
        await keys(pilot, "right_square_bracket")
        assert page.here == begun
        assert words not in "".join(page.visible_text.splitlines()[-3:])


async def test_notices_leave_the_status_to_be_read() -> None:
    app = Sidelight(desk_of((), (), ()))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        app.notify("A file was changed and read again")
        await pilot.pause(0.1)
        notice = app.screen.query_one("Toast")
        assert 0 < notice.region.bottom <= reading(pilot).status.region.y


async def test_a_count_repeats_the_key_after_it_and_is_shown_before(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "3")
        assert screen.status.right == "3"
        await keys(pilot, "right_square_bracket")
        assert screen.page.here == screen.page.sections[3].start
        assert screen.status.right == ""


async def test_what_was_just_done_is_said_until_the_next_key_and_a_search_lasts(
    opened: Open,
) -> None:
    async with opened(until_done=False) as pilot:
        status = reading(pilot).status
        assert status.right.startswith("new here")
        await settled(pilot)
        assert status.right.startswith("new here"), "until the reader does something"
        await keys(pilot, "slash", "type chogm", "enter", "m", "a")
        assert status.right == "marked a"
        await keys(pilot, "5")
        assert status.right == "5"
        await keys(pilot, "j")
        assert status.right.startswith("chogm 1/")
        status.say(doing="opening")
        assert status.right.startswith("chogm 1/")
        await keys(pilot, "escape")
        assert status.right == "opening"


@pytest.mark.parametrize("columns", [24, 80, 200])
async def test_the_key_to_all_keys_is_in_the_footer_whatever_its_width(
    opened: Open, columns: int
) -> None:
    async with opened(size=(columns, 24)) as pilot:
        assert "? help" in reading(pilot).footer.render_line(0).text


async def test_going_back_restores_the_very_line(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "j", "j", "j", "j")
        left = screen.page.view
        await keys(pilot, "G", "ctrl+o")
        assert screen.page.view == left
        await keys(pilot, "ctrl+right")
        assert screen.page.percent == 100


async def test_less_keys_move_by_lines_screens_and_to_the_ends(opened: Open) -> None:
    async with opened() as pilot:
        page = reading(pilot).page
        tops = [top(pilot)]
        for key in ("j", "space", "d", "u", "b", "k"):
            await keys(pilot, key)
            tops.append(top(pilot))
        assert tops[0] == tops[-1]
        assert tops[0] < tops[1] < tops[2] < tops[3]
        await keys(pilot, "G")
        assert page.percent == 100
        await keys(pilot, "g", "g")
        assert top(pilot) == tops[0]


async def test_search_here_goes_to_the_first_match_as_it_is_typed(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "slash", "type Mozambiqe")
        assert screen.seeking is not None
        assert screen.seeking.summary.startswith("1/1")
        span = screen.seeking.current
        assert span is not None and screen.page.document is not None
        assert screen.page.document.text[span.start : span.end] == "Mozambique"
        assert screen.page.here == span.start


async def test_giving_up_a_search_returns_to_where_it_began(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "j", "j")
        before = screen.page.view
        await keys(pilot, "slash", "type francophony")
        assert screen.page.view != before
        await keys(pilot, "escape")
        assert screen.page.view == before
        assert screen.page.has_focus


async def test_n_and_shift_n_walk_the_matches_around_the_ends(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "slash", "type chogm", "enter")
        seeking = screen.seeking
        assert seeking is not None
        total = len(seeking.spans)
        assert total > 3
        await keys(pilot, "n", "n")
        assert screen.page.here == seeking.spans[2].start
        await keys(pilot, "N", "N", "N")
        assert screen.page.here == seeking.spans[total - 1].start
        assert f"{total}/{total}" in screen.status.right


async def test_find_everywhere_forgives_previews_and_goes(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        start = screen.page.view
        await keys(pilot, "f", "type kazakstan trad")
        report = screen.page.document
        assert report is not None and report.role == "report"
        assert screen.page.section is not None
        assert screen.page.section.title.startswith("Trade Outlook")
        await keys(pilot, "enter")
        assert screen.page.document is report
        assert screen.page.has_focus
        await keys(pilot, "ctrl+o")
        assert screen.page.document is not report
        assert screen.page.here == (start.here if start else None)


async def test_leaving_the_finder_returns_to_the_line_and_the_last_search_reopens(
    opened: Open,
) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "space")
        start = screen.page.view
        await keys(pilot, "f", "type vaccines", "escape")
        assert screen.page.view == start
        await keys(pilot, "full_stop")
        assert screen.finder is not None
        assert screen.finder.query_text == "vaccines"


async def test_after_the_finder_n_goes_on_through_its_hits(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "f", "type peacekeeping", "enter")
        first = (screen.page.document, screen.page.here)
        assert screen.status.right == "peacekeeping 1/11"
        await keys(pilot, "n")
        assert (screen.page.document, screen.page.here) != first
        assert screen.status.right == "peacekeeping 2/11"
        await keys(pilot, "N")
        assert (screen.page.document, screen.page.here) == first


async def test_the_contents_filter_and_enter_goes_to_the_text(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        screen.contents.focus()
        await keys(pilot, "slash", "type trade outl", "enter")
        assert screen.page.has_focus
        assert screen.page.section is not None
        assert screen.page.section.title.startswith("Trade Outlook")


async def test_a_narrow_screen_is_the_page_alone_until_the_contents_are_asked_for(
    opened: Open,
) -> None:
    async with opened(size=(80, 24)) as pilot:
        screen = reading(pilot)
        assert not screen.contents.display
        await keys(pilot, "t")
        assert screen.contents.has_focus
        await keys(pilot, "j", "enter")
        assert not screen.contents.display
        assert screen.page.has_focus


async def test_a_selection_is_quoted_with_its_place(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "v", "y")
        copied = pilot.app.clipboard
        assert copied.startswith("“Rwanda has emerged as an assertive")
        assert "Abstract" in copied and "¶ 1" in copied
        assert "sent to the terminal" in screen.status.right


async def test_what_cannot_be_opened_is_told_and_the_rest_is_read(
    opened: Open, tmp_path: Path
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("A paragraph to read.\n\nAnother one.\n")
    async with opened(str(good), str(tmp_path / "missing.txt")) as pilot:
        document = reading(pilot).page.document
        assert document is not None and document.path == str(good)
        notices = [notice.message for notice in pilot.app._notifications]
        assert any("missing.txt" in notice for notice in notices)


async def test_control_characters_of_a_document_are_shown_as_pictures(
    opened: Open, tmp_path: Path
) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Harmless \x1b[31mred\x1b[0m and \x07 bell, told in a full sentence.\n")
    async with opened(str(hostile)) as pilot:
        page = reading(pilot).page
        shown = "".join(strip.text for strip in page.render_lines(page.region.at_offset((0, 0))))
        assert "\x1b" not in shown and "\x07" not in shown
        assert "␛[31mred" in shown


async def test_marks_are_set_listed_and_returned_to(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "right_square_bracket", "right_square_bracket", "m")
        assert screen.status.right == "m"
        await keys(pilot, "a")
        place = screen.page.here
        await keys(pilot, "G", "apostrophe", "a")
        assert screen.page.here == place
        await keys(pilot, "g", "M", "enter")
        assert screen.page.here == place


async def test_a_mark_is_removed_from_the_list_and_brought_back(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "m", "a", "G", "m", "b", "M", "x")
        rows = pilot.app.screen.query_one(MarkRows)
        first, last = (rows.render_line(line).text for line in (1, 2))
        assert "×" in first and "Abstract " in first
        assert " b " in last and "Conclusion " in last
        await keys(pilot, "escape")
        assert list(screen.page.marks.values()) == ["b"]
        assert [*screen.contents.counts.marks.values()] == [screen.page.marks]
        await keys(pilot, "M", "delete", "d", "escape", "apostrophe", "a")
        assert list(screen.page.marks.values()) == ["b"]
        assert screen.status.right == "no mark a"


async def test_a_changed_file_is_read_again_and_the_place_kept_by_its_words(
    opened: Open, tmp_path: Path
) -> None:
    paragraphs = [f"Paragraph {n} speaks of matter {n * 7919} at some length." for n in range(80)]
    source = tmp_path / "report.txt"
    source.write_text("\n\n".join(paragraphs))
    async with opened(str(source)) as pilot:
        screen = reading(pilot)
        await keys(pilot, "4", "0", "G")
        old = screen.page.document
        assert old is not None
        source.write_text("\n\n".join(["A new beginning.", "And more.", *paragraphs]))
        await keys(pilot, "R")
        await settled(pilot)
        new = screen.page.document
        assert new is not None and new is not old
        assert new.text[screen.page.here :].startswith("Paragraph 39 ")


async def test_the_next_start_finds_everything_as_it_was_left(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        await keys(pilot, "5", "right_square_bracket", "m", "x", "greater_than_sign", "t")
        pilot.app.theme = "nord"
        here = screen.page.here
        await pilot.pause(1.0)
    async with opened() as pilot:
        screen = reading(pilot)
        assert screen.page.here == here
        assert screen.page.marks == {here: "x"}
        assert screen.page.measure == 80
        assert not screen.contents.display
        assert pilot.app.theme == "nord"


async def test_a_preview_is_not_the_place_to_come_back_to(opened: Open) -> None:
    async with opened() as pilot:
        await keys(pilot, "f", "type astana", "escape", "f", "type azerbaijan")
        assert reading(pilot).page.document is not reading(pilot).desk.paper
        await pilot.pause(1.0)
    async with opened() as pilot:
        screen = reading(pilot)
        assert screen.page.document is screen.desk.paper
        assert screen.page.here == 0
        await keys(pilot, "full_stop")
        assert screen.finder is not None
        assert screen.finder.query_text == "azerbaijan"


def test_of_many_sources_that_cannot_be_opened_the_first_are_named_and_the_rest_counted(
    tmp_path: Path,
) -> None:
    names = ["a.txt", *(f"bad{number}.pdf" for number in range(9))]
    for name in names:
        (tmp_path / name).write_text("Words.")
    work = list(prepare(desk_of((str(tmp_path),))))
    assert sum(step.problem is not None for step in work) == 3
    (notice,) = filter(None, (step.notice for step in work))
    assert notice.startswith("6 more could not be opened")


def test_opening_stops_when_the_reader_has_enough(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"Report {number} says a thing or two.\n")
    desk = desk_of((str(tmp_path),))
    work = prepare(desk)
    desk.enough = True
    assert list(work)[-1] == Progress()
    assert len(desk.documents) == 2


async def test_escape_says_that_it_is_enough_while_more_is_opened(opened: Open) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        screen._doing = "opening 1 of 40"
        await keys(pilot, "escape")
        assert screen.desk.enough


async def test_a_long_text_is_shown_before_all_of_it_is_read(opened: Open, tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("".join(f"Paragraph {n} of a long text.\n\n" for n in range(80_000)))
    async with opened(str(source), until_done=False) as pilot:
        screen = reading(pilot)
        begun = screen.page.document
        assert begun is not None and len(begun.text) < 200_000
        await keys(pilot, "space")
        view = screen.page.view
        await settled(pilot)
        whole = screen.page.document
        assert whole is not None and len(whole.text) > 2_000_000
        assert screen.page.view is not None and view is not None
        assert (screen.page.view.top, screen.page.here) == (view.top, view.here)
