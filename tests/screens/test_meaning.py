"""Flows: passages found by words come first, those by meaning follow; a long paper waits for c."""

import pytest

from tests.screens.conftest import Open, keys, reading, settled
from tui.screens.comparing import ComparingScreen
from tui.screens.work import prepare
from tui.start import desk_of


async def test_it_is_said_how_passages_are_found(opened: Open) -> None:
    pytest.importorskip("wordllama")
    async with opened(size=(140, 40)) as pilot:
        await keys(pilot, "c")
        assert reading(pilot).desk.matching == "by words and meaning"
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        assert "by words and meaning" in screen.status.left


async def test_findings_are_made_anew_once_meaning_is_known(opened: Open) -> None:
    pytest.importorskip("wordllama")
    from tui.claims import Comparison

    async with opened(size=(140, 40)) as pilot:
        desk = reading(pilot).desk
        rich = desk.comparison
        assert rich is not None
        assert desk.paper is not None
        desk.refine(Comparison(desk.paper, desk.collection.reports))
        await keys(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        place, report = screen.pair.place, screen.pair.report
        assert desk.matching == "by words"
        desk.refine(rich)
        await pilot.pause(0.7)
        assert screen.pair.comparison is rich
        assert (screen.pair.place, screen.pair.report) == (place, report)


async def test_the_claims_of_a_long_paper_are_read_when_asked_for(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.work.CLAIMS_AHEAD", 1000)
    async with opened() as pilot:
        desk = reading(pilot).desk
        assert desk.comparison is None
        assert desk.waits
        await keys(pilot, "c")
        assert not desk.waits
        await settled(pilot)
        assert isinstance(pilot.app.screen, ComparingScreen)


async def test_a_comparison_asked_for_too_early_opens_when_it_can(opened: Open) -> None:
    async with opened(until_done=False) as pilot:
        screen = reading(pilot)
        assert screen.desk.comparison is None
        screen.action_compare()
        assert "comparing when" in screen.status.right
        await settled(pilot)
        assert isinstance(pilot.app.screen, ComparingScreen)


async def test_a_comparison_asked_for_too_early_is_not_opened_after_another_key(
    opened: Open,
) -> None:
    async with opened(until_done=False) as pilot:
        screen = reading(pilot)
        screen.action_compare()
        await pilot.press("j")
        await settled(pilot)
        assert pilot.app.screen is screen


def test_the_reading_of_a_long_papers_claims_can_be_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.screens.work.CLAIMS_AHEAD", 1000)
    monkeypatch.setattr("tui.screens.work.TELL_EVERY", 0)
    desk = desk_of((), (), ())
    desk.asked = True
    for progress in prepare(desk):
        if progress.doing.startswith("reading claims, "):
            assert progress.doing.endswith("sentences · esc stops")
            desk.asked = False
    assert desk.comparison is None
    assert desk.waits
    desk.asked, desk.complete = True, False
    assert "comparing" in [progress.doing for progress in prepare(desk)]
    assert desk.comparison is not None
