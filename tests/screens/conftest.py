"""The application on the seeds, for the flows."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui.app import Sidelight
from tui.screens.reading import ReadingScreen
from tui.start import desk_of

Open = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@asynccontextmanager
async def _opened(
    *paths: str, size: tuple[int, int] = (120, 40), until_done: bool = True
) -> AsyncIterator[Pilot[int]]:
    app = Sidelight(desk_of(paths, (), ()))
    async with app.run_test(size=size) as pilot:
        if until_done:
            await settled(pilot)
        yield pilot


@pytest.fixture
def opened() -> Open:
    """Open paths, or the seeds, and wait until all the work behind is done."""
    return _opened


async def settled(pilot: Pilot[int]) -> None:
    """Wait until all the work behind the reader's back is done and shown."""
    for _ in range(500):
        if reading(pilot).desk.complete:
            break
        await pilot.pause(0.02)
    for _ in range(9):
        with suppress(WorkerCancelled):  # another took its place: wait for that
            await pilot.app.workers.wait_for_complete()
            break
    await pilot.pause()


def reading(pilot: Pilot[int]) -> ReadingScreen:
    """The reading screen below whatever lies over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press keys; a word of several letters that is no key's name is typed."""
    for word in pressed:
        typed = word.removeprefix("type ")
        if typed is not word:
            await pilot.press(*("space" if letter == " " else letter for letter in typed))
        else:
            await pilot.press(word)
    await pilot.pause()
