from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.screens.conftest import Open, keys, reading
from tui.claims.findings import CUTS
from tui.screens.help import HelpScreen, key_groups
from tui.screens.legend import legend


async def test_help_lists_the_real_keys_and_narrows_as_one_types(opened: Open) -> None:
    async with opened() as pilot:
        groups = dict(key_groups(reading(pilot)))
        assert [*groups] == ["Reading", "Page", "Contents", "Everywhere"]
        rows = {says: pressed for pressed, says in groups["Reading"]}
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


def shown(pilot: Pilot[int]) -> list[str]:
    """The lines of the help, without the bar to scroll with."""
    sheet = pilot.app.screen.query_one("#keys", Static)
    return [sheet.render_line(line).text.strip() for line in range(sheet.size.height)]


async def test_the_first_that_is_seen_are_the_keys_of_the_screen(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        await keys(pilot, "c", "question_mark")
        assert shown(pilot)[0] == "Comparing"
        assert shown(pilot)[1] == "J  Next claim: both pages follow"
        await keys(pilot, "escape", "q", "f", "f1")
        assert shown(pilot)[0] == "Finder"
        listed = " ".join(shown(pilot)).split(" Signs ")[0]
        assert "↓ ^n  Next hit" in listed
        assert "f1  Help" in listed
        assert "Line down" not in listed, "j would be typed"
        await keys(pilot, "escape", "escape", "L", "question_mark")
        assert shown(pilot)[:2] == ["Overview", "tab  Next list"]
        assert any(line.endswith("In a report: enter goes there") for line in shown(pilot)) is False


SIGNS = {
    "strong": f"●  strong: a passage holds {CUTS['strong']:.0%}",
    "partial": f"◐  partial: a passage holds {CUTS['partial']:.0%}",
    "silent": "·  silent: no passage of the report",
    "threshold": "0.50  the threshold",
    "inferred": "≈  an inferred heading",
    "differ": "≠  numbers differ",
    "dropped": "×  you dropped it",
    "searched": "–  the report was not searched",
    "contradicted": "✗  contradicted",
}


def test_every_sign_is_explained() -> None:
    lines = [f"{sign}  {words}" for _, signs in legend(0.5) for sign, words in signs]
    for found in SIGNS.values():
        assert any(line.startswith(found) for line in lines), found


async def test_a_sign_is_found_by_what_it_means(opened: Open) -> None:
    async with opened() as pilot:
        await keys(pilot, "question_mark", "type strong")
        assert any(line.startswith(SIGNS["strong"]) for line in shown(pilot))


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
