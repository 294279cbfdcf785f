"""The overview: three lists, each saying what it was made from; enter goes there."""

import shutil
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import Open, keys, reading, settled
from tui.claims import Comparison, Finding
from tui.ingest import read
from tui.library import seeds
from tui.screens.comparing import ComparingScreen
from tui.screens.help import HelpScreen
from tui.screens.overview import OverviewScreen
from tui.screens.survey import survey


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
        assert screen.ledger.detail()[-1].startswith("The paper: ")
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


def titles(screen: OverviewScreen) -> str:
    return "".join(text for text, _ in screen.silent.names)


async def test_it_is_counted_again_when_claims_are_compared_better(opened: Open) -> None:
    async with opened(size=(120, 40)) as pilot:
        desk = reading(pilot).desk
        assert desk.paper is not None
        better = desk.comparison
        few = Comparison(desk.paper, desk.collection.reports[:1])
        assert better is not None
        desk.refine(few)
        screen = await overview(pilot)
        assert "1 report, " in screen.silent.made
        await keys(pilot, "j", "j", "j")
        place, line = screen.silent.start, screen.silent.cursor - screen.silent.top
        desk.refine(better)
        for _ in range(200):
            if "2 reports" in screen.silent.made and screen._far.done:
                break
            await pilot.pause(0.05)
        assert f"2 reports, {better.searched.passages:,} sentences" in screen.silent.made
        assert screen.silent.made.endswith(desk.matching)
        silent = [claim.start for claim in desk.claims if desk.findings[claim.id].silent]
        listed = [screen.silent.start_of(row) for row in range(screen.silent.count)]
        assert [start for start in listed if start is not None] == silent
        assert f"Silent claims {len(silent)}   " in titles(screen)
        after = [start for start in silent if place is not None and start >= place]
        assert screen.silent.start == after[0]
        assert screen.silent.cursor - screen.silent.top == min(line, screen.silent.cursor)


async def test_what_another_comparison_finds_is_not_mixed_in(opened: Open) -> None:
    async with opened() as pilot:
        desk = reading(pilot).desk
        better = desk.comparison
        assert better is not None
        desk.findings.clear()
        steps = survey(desk)
        next(steps)
        next(steps)
        desk.comparison = None
        assert list(steps) == []
        desk.comparison = better
        *_, last = survey(desk)
        assert last.done


async def test_what_is_not_counted_yet_is_no_nought(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, finding = Event(), Comparison.finding

    def slow(*asked: Any) -> Finding:
        ready.wait(10)
        return finding(*asked)

    async with opened() as pilot:
        reading(pilot).desk.findings.clear()
        monkeypatch.setattr(Comparison, "finding", slow)
        await keys(pilot, "L")
        screen = pilot.app.screen
        assert isinstance(screen, OverviewScreen)
        assert "Silent claims …" in titles(screen)
        assert "Uncovered passages …" in titles(screen)
        assert f"0 of {len(screen.desk.claims)} claims so far" in screen.silent.made
        ready.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "…" not in titles(screen)
        assert "so far" not in screen.silent.made + screen.bare.made + screen.ledger.made


async def test_a_small_screen_has_the_keys_and_all_that_is_said_of_a_row(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        screen = await overview(pilot)
        shown = [strip.text for strip in screen._compositor.render_strips()]
        assert "next list" in shown[-1]
        assert "? help" in shown[-1]
        screen.silent.move_to(
            next(i for i in range(screen.silent.count) if "148" in screen.silent.row(i, 90)[-1][0])
        )
        await pilot.pause()
        below = "".join(screen.detail.render_line(y).text for y in range(screen.detail.size.height))
        assert "In no report: 148" in below
        assert "Nothing near in any report" in below
        await keys(pilot, "space")
        assert "In no report: 148" not in screen.detail.render_line(0).text
        await keys(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await keys(pilot, "escape")
        assert screen.is_current


async def test_a_figure_is_gone_to_in_a_report_as_well(opened: Open) -> None:
    async with opened() as pilot:
        screen = await overview(pilot)
        await keys(pilot, "shift+tab")
        ledger = screen.ledger
        held = next(i for i in range(ledger.count) if ledger._held.get(i))
        ledger.move_to(held)
        await pilot.pause()
        await keys(pilot, "right", "enter")
        page = reading(pilot).page
        assert page.document in reading(pilot).desk.collection.reports
        assert page.document is not None
        held_there = ledger._held[held][page.document].place
        assert page.here <= held_there.start
        assert "lit" in page.inked.over(page.here, page.here + 1)


@pytest.mark.parametrize("below", ["reading", "comparing"])
async def test_a_claim_of_the_overview_is_compared_beside_the_report_chosen(
    opened: Open, below: str
) -> None:
    async with opened() as pilot:
        if below == "comparing":
            await keys(pilot, "c")
        screen = await overview(pilot)
        await keys(pilot, "tab", "c")
        assert screen.is_current, "no claim covers the passage"
        await keys(pilot, "tab")
        ledger = screen.ledger
        row = next(
            i for i, n in enumerate(ledger.numbers) if n.claim is not None and ledger._held.get(i)
        )
        ledger.move_to(row)
        await keys(pilot, "right")
        report, claim = ledger.chosen, ledger.numbers[row].claim
        assert report is not None
        await keys(pilot, "c")
        comparing = pilot.app.screen
        assert isinstance(comparing, ComparingScreen)
        assert (comparing.pair.place, comparing.pair.report) == (claim, report)


async def test_sources_that_change_below_it_are_surveyed_again(
    opened: Open, tmp_path: Path
) -> None:
    names = [shutil.copy(path, tmp_path) for path in seeds()]
    async with opened(*names) as pilot:
        below = reading(pilot)
        screen = await overview(pilot)
        await keys(pilot, "j", "j")
        old = below.desk.paper
        assert old is not None
        text = (
            old.text[screen.silent.start : screen.silent.start + 40] if screen.silent.start else ""
        )
        file = Path(old.path)
        file.write_text("Kenya won 12 votes in 2014.\n\n" + file.read_text("utf-8"), "utf-8")
        below.desk.replace(old, read(old.path)[0])
        await keys(pilot, "enter")
        assert screen.is_current, "nothing is gone to that is no longer open"
        below.start()
        await settled(pilot)
        for _ in range(200):
            if screen._far.done and screen._made_of[0] is below.desk.comparison:
                break
            await pilot.pause(0.05)
        assert screen.is_current
        new = below.desk.paper
        assert new is not None and new is not old
        start = screen.silent.start
        assert start is not None
        assert new.text[start:].startswith(text)
        await keys(pilot, "enter")
        assert below.page.document is new
        assert below.page.here == start
