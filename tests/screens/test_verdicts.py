"""The reader's verdicts on the comparing screen: each key, notes, back again, what they show."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import keys, reading, settled
from tui.app import Sidelight
from tui.config import Settings, load
from tui.ingest import read
from tui.ledger import Ledger, Verdict, Verdicts
from tui.screens.comparing import ComparingScreen
from tui.start import desk_of

CLAIMS = (
    "Rwanda signed 12 agreements with Kenya in May 2024.",
    "The minister opened 3 schools in Kigali in 2019.",
    "Norway exported 148 tonnes of salmon to Brazil in 2013.",
)
ONE = (
    "Kenya and Rwanda signed 12 agreements in May 2024, the ministry said.",
    "All agreements between Rwanda and Kenya were signed in May 2024.",
)
TWO = ("In 2019 the minister opened 4 schools in Kigali.",)
SIZES = [(120, 40), (80, 24)]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    found = tmp_path / "paper.md", tmp_path / "one.txt", tmp_path / "two.txt"
    for file, sentences in zip(found, (("# Trade", *CLAIMS), ONE, TWO), strict=True):
        file.write_text("\n\n".join(sentences))
    return found


@asynccontextmanager
async def comparing(
    files: tuple[Path, ...], size: tuple[int, int] = (120, 40), settings: Settings | None = None
) -> AsyncIterator[tuple[Pilot[int], ComparingScreen]]:
    paper, *reports = map(str, files)
    app = Sidelight(desk_of((), (paper,), tuple(reports), settings))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await keys(pilot, "g", "c")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ComparingScreen)
        yield pilot, screen


def kept(files: tuple[Path, ...]) -> list[Verdict]:
    """What another program finds in the ledger at this moment."""
    return list(Verdicts(Ledger.open()).of(read(str(files[0]))[0]))


def labels(files: tuple[Path, ...]) -> list[str]:
    return [verdict.label for verdict in kept(files)]


def signs(screen: ComparingScreen) -> str:
    """The reader's signs beside the claims, in the paper's order."""
    drawn = [screen.rail.row(screen.rail.row_of(place), 60) for place in range(len(CLAIMS))]
    return "".join(text for row in drawn for text, style in row if style == "rail--verdict")


KEYS = [
    ("plus", "supports", "✓"),
    ("minus", "contradicts", "✗"),
    ("0", "mentions", "~"),
    ("greater_than_sign", "overstates", "✓"),
    ("less_than_sign", "understates", "✓"),
    ("u", "unrelated", "∅"),
    ("space", "undecided", "?"),
]


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_says_it_keeps_it_and_stays_and_again_takes_it_back(
    files: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with comparing(files, size) as (pilot, screen):
        before = screen.paper.view, screen.report_page.view, screen.paper.measure
        for pressed, label, sign in KEYS:
            assert screen.verdict.said.startswith(" your verdict: + supports  - contradicts")
            await keys(pilot, pressed)
            assert labels(files) == [label], "it is in the ledger at once"
            assert (kept(files)[0].claim.text, kept(files)[0].decided_at[-1]) == (CLAIMS[0], "Z")
            said = label if label != "undecided" else "to be decided later"
            assert f"your verdict: {said}" in screen.verdict.said
            assert f"{int(label != 'undecided')} of 3 judged" in screen.verdict.said
            assert signs(screen) == f"{sign}  "
            assert screen.pair.place == 0
            assert before == (screen.paper.view, screen.report_page.view, screen.paper.measure)
            await keys(pilot, pressed)
            assert not kept(files)
            assert signs(screen) == "   "
        await keys(pilot, "plus", "J")
        assert screen.pair.place == 1, "and on with one key"


@pytest.mark.parametrize("pane", ["page", "paper", "rail"])
async def test_the_keys_judge_whatever_pane_has_the_keys(
    files: tuple[Path, ...], pane: str
) -> None:
    async with comparing(files) as (pilot, screen):
        {"page": screen.report_page, "paper": screen.paper, "rail": screen.rail}[pane].focus()
        for pressed, label in (("plus", "supports"), ("0", "mentions"), ("space", "undecided")):
            await keys(pilot, pressed)
            assert labels(files) == [label]
        assert screen.pair.place == 0


async def test_another_word_takes_the_place_of_the_first_and_each_passage_has_its_own(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "plus", "minus", "n", "plus")
        assert sorted(labels(files)) == ["contradicts", "supports"]
        assert signs(screen) == "±  "
        assert "± conflicting · 1 of 3 judged" in screen.verdict.said
        await keys(pilot, "n")
        assert "your verdict: contradicts" in screen.verdict.said


@pytest.mark.parametrize("focus", ["page", "rail"])
async def test_a_zero_after_other_digits_is_a_digit_and_alone_a_verdict(
    files: tuple[Path, ...], focus: str
) -> None:
    async with comparing(files) as (pilot, screen):
        (screen.rail if focus == "rail" else screen.report_page).focus()
        await keys(pilot, "1", "0")
        assert screen.status.right == "10"
        assert not kept(files)
        await keys(pilot, "J")
        assert screen.pair.place == 2, "as far as the list goes"
        await keys(pilot, "K", "0")
        assert labels(files) == ["mentions"]
        await keys(pilot, "2", "minus")
        assert labels(files) == ["contradicts"]
        await keys(pilot, "K")
        assert screen.pair.place == 0, "a verdict uses up the number before it"


@pytest.mark.parametrize("size", SIZES)
async def test_beside_a_silence_there_is_no_passage_to_judge_but_the_silence(
    files: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with comparing(files, size) as (pilot, screen):
        await keys(pilot, "2", "J")
        assert "u confirms the silence" in screen.verdict.said
        for pressed in ("plus", "minus", "0", "greater_than_sign", "less_than_sign"):
            await keys(pilot, pressed)
            assert screen.status.right == "no passage to judge: u confirms the silence"
            assert not kept(files)
        await keys(pilot, "u")
        (said,) = kept(files)
        assert (said.passage, said.report, len(said.among)) == (None, "", 2)
        assert "your verdict: silence confirmed" in screen.verdict.said
        assert signs(screen) == "  ∅"
        await keys(pilot, "L")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        rows = pilot.app.screen.query_one("SilentClaims")
        drawn = [rows.render_line(y).text for y in range(rows.size.height)]
        assert any("1 confirmed by you" in line for line in drawn)
        assert any(f"3∅ {CLAIMS[2][:30]}" in line for line in drawn)
        await keys(pilot, "escape", "u")
        assert not kept(files)


async def test_beside_a_report_that_alone_is_silent_nothing_is_judged(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "tab")
        assert screen.pair.evidence is None
        assert "no passage of this report to judge" in screen.verdict.said
        await keys(pilot, "u", "i")
        assert not kept(files)
        assert "tab goes to the next report" in screen.status.right
        assert not screen.has_class("-asking")


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_kept_with_enter_and_left_as_it_was_with_escape(
    files: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with comparing(files, size) as (pilot, screen):
        await keys(pilot, "minus", "i", "type 12 + 0", "enter")
        assert [(v.label, v.note) for v in kept(files)] == [("contradicts", "12 + 0")]
        assert "contradicts  “12 + 0”" in screen.verdict.said
        assert screen.report_page.has_focus
        await keys(pilot, "i")
        assert screen.query_one(Input).value == "12 + 0"
        await keys(pilot, "type u", "escape")
        assert [v.note for v in kept(files)] == ["12 + 0"]
        await keys(pilot, "plus")
        assert [(v.label, v.note) for v in kept(files)] == [("supports", "12 + 0")]
        await keys(pilot, "plus")
        assert [(v.label, v.note) for v in kept(files)] == [("undecided", "12 + 0")]
        await keys(pilot, "space")
        assert screen.status.right == "your note stays: i changes it"
        await keys(pilot, "i", "ctrl+u", "enter", "space")
        assert not kept(files)


async def test_a_note_alone_is_no_verdict_and_the_pane_with_the_keys_keeps_them(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        screen.rail.focus()
        await keys(pilot, "i", "enter", "i", "type who says so", "enter")
        assert [(v.label, v.note) for v in kept(files)] == [("undecided", "who says so")]
        assert "0 of 3 judged" in screen.verdict.said
        assert screen.rail.has_focus
        await keys(pilot, "U")
        assert not kept(files)


async def test_what_was_said_is_taken_back_step_by_step_where_it_stood_and_said_again(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "plus", "minus", "n", "0", "J", "plus", "J", "u", "K", "K")
        assert labels(files) == ["contradicts", "mentions", "supports", "unrelated"]
        first = kept(files)[0]
        await keys(pilot, "U")
        assert (screen.pair.place, len(kept(files))) == (2, 3)
        assert screen.status.right == "taken back: silence confirmed"
        await keys(pilot, "U", "U")
        assert screen.pair.place == 0
        assert screen.pair.evidence is not None and screen.pair.evidence.text == ONE[1]
        assert kept(files) == [first]
        await keys(pilot, "U")
        assert screen.pair.evidence is not None and screen.pair.evidence.text == ONE[0]
        assert labels(files) == ["supports"]
        await keys(pilot, "U", "U")
        assert not kept(files)
        assert screen.status.right == "nothing to be taken back"
        await keys(pilot, *["ctrl+r"] * 6)
        assert kept(files)[0] == first, "with the time it was said at"
        assert screen.status.right == "nothing to be said again"
        assert signs(screen) == "✗✓∅"
        await keys(pilot, "q", "c", "U")
        again = pilot.app.screen
        assert isinstance(again, ComparingScreen)
        assert signs(again) == "✗✓ ", "while the program runs"


async def test_the_next_claim_to_judge_is_one_key_away_and_says_when_there_is_none(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "J", "plus", "K", "r")
        assert screen.pair.place == 2
        await keys(pilot, "u", "r")
        assert screen.pair.place == 0
        await keys(pilot, "0", "r")
        assert screen.pair.place == 0
        assert screen.status.right == "no other claim is left to judge"


async def test_verdicts_are_there_the_next_time_and_beside_the_sections(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "plus", "2", "J", "u", "q")
        below = reading(pilot)
        contents = below.contents
        drawn = [contents.render_line(y).text for y in range(contents.size.height)]
        assert any("◇2/3" in line for line in drawn)
        assert "2 judged by you" in contents.reason_of(0)
        assert "by your verdicts silence confirmed" in below.status.left
    async with comparing(files) as (pilot, screen):
        assert signs(screen) == "✓ ∅"
        assert "your verdict: supports" in screen.verdict.said
        assert "takes it back" not in screen.verdict.said, "that was said before"


async def test_verdicts_on_words_that_changed_are_told_as_lost_and_the_others_follow(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, _):
        await keys(pilot, "plus", "J", "minus", "i", "type four", "enter")
    files[0].write_text(
        "\n\n".join(("# Trade", "New.", CLAIMS[0], CLAIMS[1].replace("3", "4"), CLAIMS[2]))
    )
    async with comparing(files) as (pilot, screen):
        assert signs(screen) == "✓  "
        told = [notice.message for notice in pilot.app._notifications]
        assert any("One verdict of yours" in words for words in told)
        assert any("contradicts, “four”: “The minister opened 3" in words for words in told)
    files[1].write_text("Another text of the same report.")
    async with comparing(files) as (pilot, screen):
        assert signs(screen) == "   "
        told = [notice.message for notice in pilot.app._notifications]
        assert any(f"supports: “{CLAIMS[0]}”" in words for words in told)
    async with comparing(files) as (pilot, screen):
        assert not pilot.app._notifications, "told once"


async def test_a_note_on_a_text_that_changes_meanwhile_is_kept_with_its_words(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        below, paper = reading(pilot), screen.desk.paper
        assert paper is not None
        await keys(pilot, "i", "type mine")
        files[0].write_text("\n\n".join(("# Trade", "New.", *CLAIMS)))
        below._read_again(paper)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await settled(pilot)
        await keys(pilot, "enter")
        screen._renew()
        await keys(pilot, "q")
        assert [v.note for v in kept(files)] == ["mine"]


async def test_what_the_ledger_cannot_keep_is_told_and_not_shown(files: tuple[Path, ...]) -> None:
    async with comparing(files) as (pilot, screen):
        screen.desk.keeper.ledger._connection.execute("PRAGMA query_only = 1")
        await keys(pilot, "plus")
        assert any("not kept: " in notice.message for notice in pilot.app._notifications)
        assert "your verdict: +" in screen.verdict.said
        assert signs(screen) == "   "


async def test_a_walk_through_the_claims_asks_the_ledger_nothing(
    files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "plus")
        asked: list[str] = []

        def ask(_: Ledger, sql: str, *values: object) -> list[object]:
            asked.append(sql)
            return []

        monkeypatch.setattr(Ledger, "ask", ask)
        screen.rail.focus()
        await keys(pilot, "J", "J", "K", "r", "o", "o", "n")
        assert not [sql for sql in asked if "verdict" in sql]


async def test_the_claims_can_stand_by_the_verdicts(files: tuple[Path, ...]) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "plus", "J", "minus")
        screen.rail.set_order("verdict")
        assert [screen.rail.claim_at(row) for row in range(3)] == [2, 1, 0]
        await keys(pilot, "plus")
        assert [screen.rail.claim_at(row) for row in range(3)] == [2, 1, 0], "nothing moves"


async def test_the_page_still_has_keys_for_what_the_verdicts_took(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "comma")
        assert screen.report_page.measure == 72
        await keys(pilot, "full_stop", "full_stop")
        assert screen.report_page.measure == 80
        await keys(pilot, "pagedown", "ctrl+u", "ctrl+d")
        assert not kept(files)


async def test_a_judged_passage_that_is_not_found_any_more_stands_there_to_be_judged_again(
    files: tuple[Path, ...],
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "plus", "2", "J", "u")
        first, silence = kept(files)
    file = tuple(str(each) for each in files)
    elsewhere = Verdict(silence.claim, first.report, first.passage, "mentions")
    Verdicts(Ledger.open()).judge(read(file[0])[0], elsewhere, [read(file[1])[0]])
    async with comparing(files) as (pilot, screen):
        assert signs(screen) == "✓ ~"
        await keys(pilot, "2", "J")
        assert screen.pair.evidence is not None and screen.pair.evidence.text == ONE[0]
        assert "mentions  not found for this claim by now" in screen.verdict.said
        assert not screen.signals.render_line(0).text.strip(), "the program has nothing to say"
        await keys(pilot, "minus")
        assert signs(screen) == "✓ ✗"
        await keys(pilot, "tab")
        assert "your verdict: silence confirmed" in screen.verdict.said
        await keys(pilot, "u", "shift+tab", "minus")
        assert signs(screen) == "✓  "
        await keys(pilot, "U")
        assert "your verdict: contradicts" in screen.verdict.said


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_named_key_says_it(
    files: tuple[Path, ...], size: tuple[int, int]
) -> None:
    async with comparing(files, size) as (pilot, screen):
        at = screen.verdict.said.index("- contradicts")
        await pilot.click(screen.verdict, offset=(at + 4, 0))
        await pilot.pause()
        assert labels(files) == ["contradicts"]
        await pilot.click(screen.verdict, offset=(screen.verdict.said.index("U takes") + 1, 0))
        await pilot.pause()
        assert not kept(files)


async def test_verdict_keys_that_are_set_otherwise_are_named_so(
    files: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text("[keys]\n'verdict.supports' = 'S'\n'verdict.mentions' = '0,E'\n")
    monkeypatch.setenv("SIDELIGHT_CONFIG", str(settings))
    async with comparing(files, settings=load()) as (pilot, screen):
        assert "your verdict: S supports  - contradicts  0 mentions" in screen.verdict.said
        await keys(pilot, "plus")
        assert not kept(files)
        await keys(pilot, "S", "n", "E")
        assert sorted(labels(files)) == ["mentions", "supports"]


async def test_a_silence_confirmed_among_other_reports_is_to_be_confirmed_again(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    async with comparing(files) as (pilot, screen):
        await keys(pilot, "2", "J", "u")
    third = tmp_path / "three.txt"
    third.write_text("The weather in Oslo was fine.")
    async with comparing((*files, third)) as (pilot, screen):
        await keys(pilot, "2", "J")
        assert "– confirmed among other reports: u confirms the silence" in screen.verdict.said
        assert signs(screen) == "   "
        await keys(pilot, "u")
        assert "your verdict: silence confirmed" in screen.verdict.said
    async with comparing(files) as (pilot, screen):
        assert signs(screen) == "  ∅", "among fewer it holds"
