from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tests.screens.conftest import Open, keys, reading
from tui.screens.help import HelpScreen, key_rows


async def test_help_lists_the_real_keys_and_narrows_as_one_types(opened: Open) -> None:
    async with opened() as pilot:
        rows = {says: pressed for pressed, says in key_rows(reading(pilot))}
        assert "c" in rows["Compare: claims beside the reports"].split()
        await keys(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        pilot.app.screen.query_one(Input).focus()
        await keys(pilot, "type jump")
        sheet = pilot.app.screen.query_one("#keys", Static)
        shown = "".join(sheet.render_line(line).text for line in range(sheet.size.height))
        assert "Back: to the place before the jump" in shown
        assert "Half a screen down" not in shown
        await keys(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_the_keys_of_the_help_scroll_it_while_one_types(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        await keys(pilot, "question_mark", "pagedown", "down", "down", "up")
        scrolled = pilot.app.screen.query_one(VerticalScroll)
        assert scrolled.scroll_y == 11
        await keys(pilot, "pageup", "type jump", "enter")
        assert len(pilot.app.screen_stack) == 1


async def test_every_binding_has_words_an_id_and_a_tooltip(opened: Open) -> None:
    async with opened() as pilot:
        own = [
            active.binding
            for active in pilot.app.screen.active_bindings.values()
            if type(active.node).__module__.startswith("tui.")
        ]
        ours = [b for b in own if b.id]
        assert len(ours) > 30
        assert all(b.description and b.tooltip for b in ours)


async def test_the_palette_has_every_action(opened: Open) -> None:
    async with opened() as pilot:
        from tui.screens.palette import actions

        found = {action.binding.description: action for action in actions(reading(pilot))}
        assert {"Find everywhere", "Compare", "Next section", "Page down"} <= set(found)
        assert len([words for words in found if words == "Next section"]) == 1
        assert found["Page down"].keys == ["space", "pgdn"]
        await found["Fold all"].run()
        await pilot.pause()
        assert reading(pilot).contents.has_focus
        assert len(reading(pilot).contents.forest.visible) == 3


async def test_the_palette_s_letters_lead_to_an_action(opened: Open) -> None:
    async with opened() as pilot:
        await keys(pilot, "colon", "type only the page")
        await pilot.pause(0.5)
        await keys(pilot, "enter", "enter")
        await pilot.pause(0.2)
        assert reading(pilot).has_class("-only")


async def test_the_palette_puts_a_name_before_the_words_of_a_description(opened: Open) -> None:
    async with opened() as pilot:
        await keys(pilot, "colon", "type q")
        await pilot.pause(0.5)
        await keys(pilot, "enter", "enter")
        await pilot.pause(0.2)
        assert pilot.app.return_code is not None, "q is Quit, not Copy with place: quote …"
