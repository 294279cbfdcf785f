"""The screens as they look, few and looked at; the README shows the first two."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import keys, reading, settled
from tui.app import Sidelight
from tui.library import seeds
from tui.start import desk_of

Compare = Callable[..., bool]


def steps(*pressed: str, claim: str = "") -> Callable[[Pilot[int]], Awaitable[None]]:
    """Press keys once everything is there; first go to the claim that holds these words."""

    async def run(pilot: Pilot[int]) -> None:
        await settled(pilot)
        screen = reading(pilot)
        if claim:
            screen.page.here = next(c.start for c in screen.desk.claims if claim in c.text)
        await keys(pilot, *pressed)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(1.5)  # until what a jump lit is dark again
        screen.status.say(right="", lasting="")

    return run


def app(theme: str = "textual-dark") -> Sidelight:
    sidelight = Sidelight(desk_of(seeds(), (), ()))
    sidelight.theme = theme
    return sidelight


def test_reading(snap_compare: Compare) -> None:
    ran = steps("slash", "type commonwelth", "enter")
    assert snap_compare(app(), terminal_size=(120, 40), run_before=ran)


def test_comparing(snap_compare: Compare) -> None:
    ran = steps("c", claim="Smart Africa Alliance")
    assert snap_compare(app(), terminal_size=(120, 40), run_before=ran)


def test_silence_on_a_small_screen(snap_compare: Compare) -> None:
    ran = steps("c", claim="148 votes")
    assert snap_compare(app(), terminal_size=(80, 24), run_before=ran)


def test_a_large_light_screen(snap_compare: Compare) -> None:
    ran = steps("c", claim="Smart Africa Alliance")
    assert snap_compare(app("textual-light"), terminal_size=(200, 60), run_before=ran)


def test_finding_without_colours(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    ran = steps("f", "type kazakstan trad")
    assert snap_compare(app(), terminal_size=(80, 24), run_before=ran)
