"""The outlines as a list: what each row says, how it folds, filters and follows the reader."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tests.panes.samples import a_document, an_outline
from tui.document import Document, Section
from tui.panes.contents import Contents
from tui.panes.counts import shortly, words_in
from tui.panes.forest import Forest, matching
from tui.panes.messages import Goto

PAPER = a_document(*(f"Paragraph {n}." for n in range(8)), title="The paper", role="paper")
REPORT = a_document("First.", "Second.", "Third.", title="The report")
SECTIONS = an_outline(
    PAPER,
    ("Abstract", 1), ("Review", 1), ("Écoles", 2), ("Methods \x1b[31m", 2), ("Deep", 3),
    ("Results", 1), ("Trade with Kazakhstan", 2), ("Conclusion", 1),
)  # fmt: skip
GIVEN = an_outline(REPORT, ("One", 1), ("Two", 1), ("Three", 1), origin="given")


class Reading(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.went: list[Goto] = []

    def compose(self) -> ComposeResult:
        yield Contents()

    def on_mount(self) -> None:
        contents = self.query_one(Contents)
        contents.show((PAPER, REPORT), {PAPER: SECTIONS, REPORT: GIVEN})
        contents.focus()

    def on_goto(self, message: Goto) -> None:
        self.went.append(message)


def listed(contents: Contents) -> list[str]:
    return [contents.render_line(y).text.rstrip() for y in range(contents.size.height)]


async def test_rows_say_role_depth_origin_place_and_hits() -> None:
    app = Reading()
    async with app.run_test(size=(30, 14)) as pilot:
        contents = app.query_one(Contents)
        contents.counts.hits = {PAPER: [0, 1, 15, 45], REPORT: [9]}
        contents.counts.claims = {PAPER: [0, 14]}
        contents.counts.marks = {PAPER: {15: "b", 14: "a"}}
        contents.blur()
        await pilot.pause()
        contents.follow(PAPER, 15)
        assert listed(contents) == [
            " Contents",
            "  ▾ The paper    ◆ ’ab ◇2 ◂ 4",
            "    ≈ Abstract         ◇1 ◂ 2",
            "▌▸▾ ≈ Review       ’ab ◇1 ◂ 2",
            "      ≈ Écoles",
            "    ▾ ≈ Methods ␛[31m     ◂ 1",
            "        ≈ Deep",
            "  ▾ ≈ Results",
            "      ≈ Trade with Kazakhstan",
            "    ≈ Conclusion",
            "  ▾ The report            ◂ 1",
            "    One",
            "    Two                   ◂ 1",
            "    Three",
        ]


async def test_keys_fold_and_enter_goes_to_the_section() -> None:
    app = Reading()
    async with app.run_test(size=(30, 20)) as pilot:
        contents = app.query_one(Contents)
        await pilot.press("j", "j", "l", "h", "h")
        assert contents.cursor == 2, "folding again goes to what holds it"
        await pilot.press("j", "j", "h")
        assert "▹ ≈ Review" in listed(contents)[3]
        contents.follow(PAPER, SECTIONS[4].start)
        assert listed(contents)[3].startswith(" ▸"), "the place shows on what is folded"
        await pilot.press("H")
        assert [line.strip() for line in listed(contents)[1:4]] == [
            "▌▸▹ The paper          ◆   16",
            "▹ The report              3",
            "",
        ]
        await pilot.press("L", "G", "enter")
        span = app.went[-1].span
        assert REPORT.text[span.start : span.end] == "Third."
        assert not app.went[-1].preview


@pytest.mark.parametrize(
    ("words", "written"),
    [(0, "0"), (850, "850"), (999, "999"), (1_000, "1.0k"), (9_949, "9.9k"), (9_950, "10k"),
     (123_456, "123k"), (1_234_567, "1.2M")],
)  # fmt: skip
def test_a_size_takes_four_cells_at_most(words: int, written: str) -> None:
    assert shortly(words) == written


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one", 1), ("a few words\nin two lines", 6), ("三个字的词" * 40, 100)],
)
def test_words_are_told_by_spaces_where_there_are_any(text: str, words: int) -> None:
    assert words_in(text, 0, len(text)) == words


@pytest.mark.parametrize(
    ("columns", "searched", "row"),
    [
        (44, True, "      ≈ Trade with Kazakhstan       ◇1    2"),
        (44, False, "      ≈ Trade with Kazakhstan       ◇1    2"),
        (36, False, "      ≈ Trade with Kazakhs… ◇1    2"),
        (30, False, "      ≈ Trade with Kazakhstan"),
        (33, False, "      ≈ Trade with Kazakhstan ◇1"),
    ],
)
async def test_sizes_and_claims_give_way_to_titles_where_the_list_is_narrow(
    columns: int, searched: bool, row: str
) -> None:
    app = Reading()
    async with app.run_test(size=(columns, 14)):
        contents = app.query_one(Contents)
        contents.counts.claims = {PAPER: [PAPER.paragraphs[6].start]}
        contents.counts.hits = {PAPER: [0]} if searched else {}
        assert listed(contents)[8] == row


async def test_claims_that_are_judged_are_counted_among_the_others() -> None:
    app = Reading()
    async with app.run_test(size=(40, 14)):
        contents = app.query_one(Contents)
        contents.counts.claims = {PAPER: [0, 1, 14]}
        contents.counts.judged = {PAPER: [1]}
        found = [line.split()[-2] for line in listed(contents)[1:4]]
        assert found == ["◇1/3", "◇1/2", "◇1"]
        assert "3 claims · 1 judged by you" in contents.reason_of(0)


@pytest.mark.parametrize(
    ("letters", "titles"),
    [
        ("ab", ["The paper", "Abstract"]),
        ("ecoles", ["The paper", "Review", "Écoles"]),
        ("KAZAKSTAN", ["The paper", "Results", "Trade with Kazakhstan"]),
        ("kazakstan trad", ["The paper", "Results", "Trade with Kazakhstan"]),
        ("the", ["The paper", "The report"]),
        ("xyzzy", []),
    ],
)
def test_a_filter_forgives_typing_and_keeps_what_holds_the_found(
    letters: str, titles: Sequence[str]
) -> None:
    forest = Forest((PAPER, REPORT), {PAPER: SECTIONS, REPORT: GIVEN})
    forest.filter(letters)
    nodes = [forest.nodes[node] for node in forest.visible]
    assert [n.title if isinstance(n, Section | Document) else n for n in nodes] == titles


async def test_the_filter_takes_letters_until_enter_or_escape() -> None:
    app = Reading()
    async with app.run_test(size=(30, 20)) as pilot:
        contents = app.query_one(Contents)
        await pilot.press("slash", *"jkx", "backspace", "backspace", "backspace", *"dep")
        assert contents.wanted == "dep"
        assert listed(contents)[0] == " / dep▏               1 of 13"
        assert contents.reason == "inferred, 80% sure · the roadmap names it · 2 words"
        await pilot.press("enter")
        assert app.went[-1].span.start == SECTIONS[4].start
        assert len(contents.forest.visible) == 13
        assert contents.cursor == 5, "the cursor stays on the section that was found"
        await pilot.press("slash", "z", "z", "escape", "j")
        assert (contents.wanted, contents.typing) == ("", False)


async def test_the_cursor_catches_up_with_the_reader_once_the_keys_are_elsewhere() -> None:
    app = Reading()
    async with app.run_test(size=(30, 20)) as pilot:
        contents = app.query_one(Contents)
        contents.follow(REPORT, 0)
        assert contents.cursor == 0, "the reader is busy in the list"
        contents.blur()
        await pilot.pause()
        contents.follow(REPORT, 0)
        assert contents.forest.nodes[contents.cursor] == GIVEN[0]
        await pilot.press("tab", "g")
        contents.blur()
        await pilot.pause()
        contents.show((PAPER, REPORT), {PAPER: SECTIONS, REPORT: GIVEN})
        assert contents.forest.nodes[contents.cursor] == GIVEN[0]


async def test_an_outline_may_come_later_and_moves_nothing_else() -> None:
    app = Reading()
    async with app.run_test(size=(30, 20)) as pilot:
        contents = app.query_one(Contents)
        contents.show((PAPER, REPORT), {REPORT: GIVEN})
        assert listed(contents)[1].endswith("◆ …   16")
        await pilot.press("G", "k")
        contents.follow(REPORT, 0)
        contents.set_outline(PAPER, SECTIONS)
        await pilot.pause()
        assert "Two" in listed(contents)[contents.cursor + 1]
        assert "▸  One" in listed(contents)[contents.cursor]


@pytest.mark.parametrize(
    ("offset", "title"), [(0, "Abstract"), (14, "Review"), (40, "Methods \x1b[31m"), (200, "")]
)
def test_the_reader_is_in_the_deepest_section_that_holds_the_place(offset: int, title: str) -> None:
    forest = Forest((REPORT, PAPER), {PAPER: SECTIONS})
    node = forest.nodes[forest.node_at(PAPER, offset)]
    assert node.title == title if isinstance(node, Section) else not title


def test_found_letters_are_lit_character_for_character() -> None:
    assert matching("Écoles and trade", "trad ecole") == ((0, 5), (11, 15))
    assert matching("Theoretical review", "tehoretical") == ((0, 11),)
    assert matching("İstanbul", "stan") == ((1, 5),)


async def test_more_documents_leave_cursor_folds_and_filter_as_they_are() -> None:
    app = Reading()
    async with app.run_test(size=(30, 20)) as pilot:
        contents = app.query_one(Contents)
        await pilot.press("j", "j", "h")
        contents.show((a_document("New."), PAPER, REPORT), {PAPER: SECTIONS, REPORT: GIVEN})
        assert "▹ ≈ Review" in listed(contents)[contents.cursor + 1]
        await pilot.press("slash", "d", "e")
        contents.show((PAPER, REPORT), {PAPER: SECTIONS, REPORT: GIVEN})
        assert listed(contents)[0].startswith(" / de▏")
        assert contents.forest.matched == 2


def test_of_many_documents_only_the_papers_are_unfolded() -> None:
    reports = [a_document("One.", "Two.") for _ in range(20)]
    outlines = {report: an_outline(report, ("A", 1), ("B", 1)) for report in reports}
    forest = Forest((PAPER, *reports), {PAPER: SECTIONS, **outlines})
    assert len(forest.visible) == 1 + len(SECTIONS) + len(reports)


async def test_a_click_goes_there_or_folds_and_the_tooltip_says_why() -> None:
    app = Reading()
    async with app.run_test(size=(30, 20)) as pilot:
        contents = app.query_one(Contents)
        await pilot.click(Contents, offset=(3, 3))
        assert "▹ ≈ Review" in listed(contents)[3]
        await pilot.click(Contents, offset=(8, 2))
        assert app.went[-1].span.start == SECTIONS[0].start
        await pilot.hover(Contents, offset=(8, 1))
        assert contents.tooltip == "The paper.txt · paper · 16 words"
