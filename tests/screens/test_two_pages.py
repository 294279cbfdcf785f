"""Two pages beside each other: locked, brought back to where they met, swapped, any documents."""

from textual.pilot import Pilot

from tests.screens.conftest import Open, keys, reading
from tui.screens.beside import BesideScreen


def beside(pilot: Pilot[int]) -> BesideScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BesideScreen)
    return screen


async def test_pages_that_parted_are_brought_back_to_where_they_met(opened: Open) -> None:
    async with opened(size=(120, 20)) as pilot:
        await keys(pilot, "vertical_line")
        pages = beside(pilot).pages
        first = [page.view for page in pages]
        await keys(pilot, "space", "j", "tab", "G")
        assert [page.view for page in pages] != first
        await keys(pilot, "equals_sign")
        assert [page.view for page in pages] == first
        await keys(pilot, "j", "j", "tab", "d", "s")
        locked = [page.view for page in pages]
        await keys(pilot, "space", "s", "s", "space")
        assert [page.view for page in pages] != locked
        await keys(pilot, "equals_sign")
        assert locked != [page.view for page in pages] != first, "they met again at the last lock"


async def test_swapping_changes_sides_and_the_keys_stay_with_their_page(opened: Open) -> None:
    async with opened(size=(120, 20)) as pilot:
        await keys(pilot, "vertical_line")
        screen = beside(pilot)
        left, right = screen.pages
        assert left.region.x < right.region.x and right.has_focus
        await keys(pilot, "x")
        assert left.region.x > right.region.x and right.has_focus
        await keys(pilot, "x")
        assert left.region.x < right.region.x


async def test_o_and_shift_o_walk_the_documents_on_the_page_with_the_keys(opened: Open) -> None:
    async with opened(size=(120, 20)) as pilot:
        await keys(pilot, "vertical_line")
        screen, documents = beside(pilot), reading(pilot).desk.documents
        left, right = (documents.index(page.document) for page in screen.pages if page.document)
        assert (left + 1) % 3 == right
        await keys(pilot, "o")
        assert screen.pages[1].document is documents[(right + 1) % 3]
        await keys(pilot, "O", "O")
        assert screen.pages[1].document is documents[(right - 1) % 3]
        await keys(pilot, "q")
        assert len(pilot.app.screen_stack) == 1
