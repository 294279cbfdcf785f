"""Search with `/` where two pages stand: it goes to a page with a text, and stays with it."""

from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import Open, keys, reading
from tui.screens.beside import BesideScreen
from tui.screens.comparing import ComparingScreen


async def silence(pilot: Pilot[int]) -> ComparingScreen:
    """Compare a claim that no report speaks to: the page of the report has no text."""
    screen = reading(pilot)
    vote = next(claim for claim in screen.desk.claims if "148 votes" in claim.text)
    screen.page.here = vote.start
    await keys(pilot, "c")
    comparing = pilot.app.screen
    assert isinstance(comparing, ComparingScreen)
    assert comparing.report_page.document is None
    return comparing


async def test_beside_a_silence_the_paper_is_searched(opened: Open) -> None:
    async with opened(size=(120, 40)) as pilot:
        screen = await silence(pilot)
        rail, claim, before = screen.rail.display, screen.pair.claim, screen.paper.view
        await keys(pilot, "slash", "type natural")
        assert isinstance(screen.focused, Input)
        assert screen.seeking is not None
        assert screen.seeking.document is screen.desk.paper
        assert screen.seeking.spans
        assert screen.rail.display == rail, "t is a letter of the query"
        assert screen.desk.kept == screen.desk.claims, "and so is a"
        await keys(pilot, "escape")
        assert screen.paper.view == before
        assert screen.report_page.has_focus
        await keys(pilot, "slash", "type trade", "enter")
        assert screen.paper.has_focus
        assert screen.paper.here == screen.seeking.spans[screen.seeking.at].start
        assert screen.pair.claim is claim


async def test_the_page_that_had_the_keys_is_the_one_searched(opened: Open) -> None:
    async with opened(size=(120, 20)) as pilot:
        await keys(pilot, "vertical_line", "tab")
        screen = pilot.app.screen
        assert isinstance(screen, BesideScreen)
        left, right = screen.pages
        assert left.has_focus
        other = right.view
        await keys(pilot, "slash", "type trade", "down", "enter")
        assert screen.seeking is not None
        assert screen.seeking.document is left.document
        assert (left.here, screen.seeking.at) == (screen.seeking.spans[1].start, 1)
        assert right.view == other
        assert left.has_focus


async def test_where_there_is_nothing_to_search_it_is_said(opened: Open) -> None:
    async with opened("no-such-file.txt") as pilot:
        await keys(pilot, "slash")
        notices = [notice.message for notice in pilot.app._notifications]
        assert "There is no text here to search" in notices
