from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.screens.conftest import Open, keys, reading, settled
from tui.claims import Comparison, Finding
from tui.ingest import read
from tui.screens.beside import BesideScreen
from tui.screens.comparing import ComparingScreen


async def test_both_pages_follow_the_claims(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        desk = screen.desk
        spoken = next(i for i, c in enumerate(desk.claims) if i and not _silent(desk.finding(c)))
        for _ in range(spoken - screen.pair.place):
            await keys(pilot, "J")
        assert screen.pair.place == spoken
        claim, evidence = desk.claims[spoken], screen.pair.evidence
        assert evidence is not None
        assert screen.paper.here == claim.start
        assert screen.report_page.document is evidence.document
        assert screen.report_page.here == evidence.start
        await keys(pilot, "K")
        assert screen.paper.here == desk.claims[spoken - 1].start


def _silent(finding: object) -> bool:
    return bool(getattr(finding, "silent", True))


async def test_silence_is_said_calmly_with_what_was_searched(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        screen = reading(pilot)
        desk = screen.desk
        vote = next(c for c in desk.claims if "148 votes" in c.text)
        screen.page.here = vote.start
        await keys(pilot, "c")
        comparing = pilot.app.screen
        assert isinstance(comparing, ComparingScreen)
        assert comparing.pair.claim == vote
        assert comparing.pair.evidence is None
        said = " ".join(comparing.report_page.message)
        assert "No passage in this report" in said
        assert "sentences, above" in said


async def test_another_report_stands_beside_the_claim_on_tab(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        first = screen.rail.chosen
        await keys(pilot, "tab")
        assert screen.rail.chosen is not first
        await keys(pilot, "shift+tab")
        assert screen.rail.chosen is first


async def test_every_claim_gets_its_columns(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert len(screen.desk.findings) == len(screen.desk.claims)


async def test_leaving_goes_to_the_claim_in_the_paper(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c", "J", "J", "q")
        screen = reading(pilot)
        assert pilot.app.screen is screen
        assert screen.page.here == screen.desk.claims[2].start


async def test_locked_pages_scroll_together_from_where_they_are(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        for _ in range(len(screen.desk.claims)):
            if screen.pair.evidence is not None:
                break
            await keys(pilot, "J")
        await keys(pilot, "g")
        before = screen.paper.view
        await keys(pilot, "j")
        assert screen.paper.view == before
        await keys(pilot, "s", "j", "j")
        assert screen.paper.view != before


async def test_a_narrow_screen_stacks_claim_and_report(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        assert not screen.rail.display
        assert screen.paper.region.bottom <= screen.report_page.region.y
        await keys(pilot, "t")
        assert screen.rail.has_focus


async def test_on_a_narrow_screen_too_why_lists_what_was_matched(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        await keys(pilot, "c", "w")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        drawn = (screen.signals.render_line(y).text for y in range(screen.signals.size.height))
        assert any("term" in line.split()[:1] for line in drawn)
        assert screen.report_page.size.height > 2, "the report's page is still read"
        await keys(pilot, "w")
        assert screen.signals.size.height == 2


@pytest.mark.parametrize(("columns", "taken"), [(120, 36), (200, 52)])
async def test_the_list_of_claims_takes_its_share_of_a_wide_screen(
    opened: Open, columns: int, taken: int
) -> None:
    async with opened(size=(columns, 40)) as pilot:
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        assert screen.rail.size.width == taken


async def test_without_a_paper_the_reader_is_told_what_to_do(opened: Open) -> None:
    async with opened("seeds/002_34f170d6373a7325.txt") as pilot:
        await keys(pilot, "c")
        assert pilot.app.screen is reading(pilot)
        notices = [notice.message for notice in pilot.app._notifications]
        assert any("--paper" in notice for notice in notices)


async def test_any_two_documents_stand_beside_each_other(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        first = reading(pilot).page.document
        await keys(pilot, "vertical_line")
        screen = pilot.app.screen
        assert isinstance(screen, BesideScreen)
        left, right = screen.pages
        assert left.document is first and right.document is not first
        shown = right.document
        await keys(pilot, "o")
        assert right.document is not shown
        await keys(pilot, "s", "j", "j")
        assert left.view is not None and left.view.top > (0, 0)
        await keys(pilot, "q")
        assert pilot.app.screen is reading(pilot)


async def test_a_paper_that_changes_meanwhile_is_compared_anew_at_the_same_claim(
    opened: Open, tmp_path: Path
) -> None:
    for source in Path("seeds").glob("*.txt"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    async with opened(str(tmp_path), size=(140, 40)) as pilot:
        below = reading(pilot)
        await keys(pilot, "c", "J", "J")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        shown, paper = screen.pair.claim.text, screen.desk.paper
        assert paper is not None
        file = Path(paper.path)
        file.write_text("Kenya won 12 votes in 2014.\n\n" + file.read_text())
        below.post_message(below.Reread(paper, read(paper.path)[0]))
        await pilot.pause()
        await keys(pilot, "J", "n", "a", "K")
        await settled(pilot)
        screen._renew()
        assert screen.desk.paper is not paper
        assert screen.pair.claims == screen.rail.claims == screen.desk.claims
        assert shown in (claim.text for claim in screen.desk.claims)
        await keys(pilot, "q")
        assert below.is_current


async def test_among_many_passages_no_key_waits_for_a_comparison(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.claims.comparison.QUICK", 0)
    ready, finding = Event(), Comparison.finding
    async with opened(size=(140, 40)) as pilot:

        def slow(*asked: Any) -> Finding:
            ready.wait(10)
            return finding(*asked)

        monkeypatch.setattr(Comparison, "finding", slow)
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        await keys(pilot, "J")
        claim = screen.desk.claims[screen.pair.place]
        assert screen.paper.here == claim.start
        assert "Comparing." in screen.report_page.message
        ready.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Comparing." not in screen.report_page.message
        assert screen.pair.finding is not None


async def test_the_report_that_is_read_stands_beside_the_claim(opened: Open) -> None:
    async with opened(size=(140, 40)) as pilot:
        below = reading(pilot)
        for report in below.desk.collection.reports:
            below.open_page(below.page, report)
            await keys(pilot, "c")
            screen = pilot.app.screen
            assert isinstance(screen, ComparingScreen)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert screen.pair.report is report
            await keys(pilot, "q")
