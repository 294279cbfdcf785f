"""The overview: three lists, each saying what it was made from; enter goes there."""

from textual.pilot import Pilot

from tests.screens.conftest import Open, keys, reading
from tui.screens.comparing import ComparingScreen
from tui.screens.overview import OverviewScreen


async def overview(pilot: Pilot[int]) -> OverviewScreen:
    """Open the overview and wait until it has everything."""
    await keys(pilot, "L")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, OverviewScreen)
    return screen


async def test_each_list_says_what_it_was_made_from_and_enter_goes_there(opened: Open) -> None:
    async with opened(size=(120, 40)) as pilot:
        page, desk = reading(pilot).page, reading(pilot).desk
        screen = await overview(pilot)
        made = f"made from {len(desk.claims)} claims, 2 reports, "
        assert screen.silent.made.startswith(made)
        silent = [claim for claim in desk.claims if desk.findings[claim.id].silent]
        listed = [screen.silent.start_of(row) for row in range(screen.silent.count)]
        assert [start for start in listed if start is not None] == [claim.start for claim in silent]
        await keys(pilot, "j", "enter")
        assert page.here == silent[1].start

        screen = await overview(pilot)
        await keys(pilot, "tab", "enter")
        left, sentence = screen.bare.at(screen.bare.cursor)
        assert sentence is not None
        assert page.document is left.report
        assert page.here == sentence.start

        screen = await overview(pilot)
        assert screen.bare.display, "the list that was looked at last"
        await keys(pilot, "tab")
        assert screen.ledger.made.startswith(f"made from {len(screen.ledger.numbers)} figures")
        held = screen.ledger.detail()[1]
        assert held.count(": ") == 2
        await keys(pilot, "enter")
        assert page.document is desk.paper
        assert page.here == screen.ledger.numbers[screen.ledger.cursor].sentence.start
        await keys(pilot, "L", "escape")
        assert reading(pilot).is_current


async def test_beside_a_report_a_claim_is_gone_to_there_and_a_passage_in_reading(
    opened: Open,
) -> None:
    async with opened(size=(80, 24)) as pilot:
        await keys(pilot, "c")
        comparing = pilot.app.screen
        assert isinstance(comparing, ComparingScreen)
        await pilot.app.workers.wait_for_complete()
        screen = await overview(pilot)
        await keys(pilot, "G")
        wanted = screen.silent.start
        await keys(pilot, "enter")
        assert comparing.is_current
        assert comparing.pair.claim.start == wanted
        assert comparing.paper.here == wanted
        screen = await overview(pilot)
        assert screen.silent.start == wanted, "the list opens where the reader is"
        await keys(pilot, "tab", "enter")
        left, sentence = screen.bare.at(screen.bare.cursor)
        await pilot.pause()
        page = reading(pilot).page
        assert reading(pilot).is_current
        assert page.document is left.report
        assert sentence and page.here == sentence.start
