"""The reader's own claims: added, dropped, kept, and found again in a changed paper or not."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.claims.documents import document
from tests.screens.conftest import Open, keys, reading, settled
from tui.app import Sidelight
from tui.claims import claims
from tui.document import Document, Span
from tui.ledger import Ledger
from tui.ledger.choices import ADDED, DROPPED, Choices
from tui.screens.comparing import ComparingScreen
from tui.start import desk_of

CLAIM = "Rwanda signed 12 agreements with Kenya in May 2024."
OTHER = "Is this a question?"
THIRD = "The minister opened 3 schools in Kigali in 2019."


@pytest.fixture
def choices(tmp_path: Path) -> Choices:
    return Choices(Ledger.open(tmp_path / "ledger.db"))


def paper(*paragraphs: str, path: str = "paper.txt") -> Document:
    return replace(document(*paragraphs, role="paper"), path=path)


def texts(choices: Choices, of: Document) -> list[str]:
    return [claim.text for claim in choices.claims(of)]


def toggle(choices: Choices, of: Document, text: str) -> None:
    claim = next(claim for claim in claims(of, every=True) if claim.text == text)
    choices.toggle(of, claim)


def test_a_sentence_is_added_and_a_claim_dropped_until_the_word_is_taken_back(
    choices: Choices,
) -> None:
    one = paper(CLAIM, OTHER, THIRD)
    assert texts(choices, one) == [CLAIM, THIRD]
    toggle(choices, one, OTHER)
    toggle(choices, one, CLAIM)
    assert texts(choices, one) == [OTHER, THIRD]
    assert list(choices.signs(one).values()) == [DROPPED, ADDED]
    toggle(choices, one, OTHER)
    toggle(choices, one, CLAIM)
    assert texts(choices, one) == [CLAIM, THIRD]
    assert not choices.signs(one)


def test_choices_are_found_in_a_changed_paper_by_their_exact_words(choices: Choices) -> None:
    old, new = paper(CLAIM, OTHER, THIRD), paper("First this.", OTHER, CLAIM, THIRD)
    for text in (CLAIM, OTHER, THIRD):
        toggle(choices, old, text)
    assert choices.recover(new) == ()
    assert texts(choices, new) == [OTHER]
    assert choices.recover(new) == (), "and stay there"
    assert texts(choices, new) == [OTHER]


@pytest.mark.parametrize(
    "changed",
    [(CLAIM, "Is this a question at all?", THIRD), (CLAIM, OTHER, "Why?", OTHER, THIRD), (CLAIM,)],
    ids=["other words", "twice", "gone"],
)
def test_what_is_not_surely_the_same_is_lost_and_said_once(
    choices: Choices, changed: tuple[str, ...]
) -> None:
    old, new = paper(CLAIM, OTHER, THIRD), paper(*changed)
    toggle(choices, old, OTHER)
    assert [choice.text for choice in choices.recover(new)] == [OTHER]
    assert choices.recover(new) == ()
    assert OTHER not in texts(choices, new)
    assert OTHER in texts(choices, old), "the older text still has it"


def test_other_files_and_standard_input_have_no_older_text(choices: Choices) -> None:
    toggle(choices, paper(CLAIM, OTHER, path="-"), OTHER)
    toggle(choices, paper(CLAIM, OTHER, THIRD), OTHER)
    for path in ("-", "another.txt"):
        new = paper("New.", CLAIM, OTHER, path=path)
        assert choices.recover(new) == ()
        assert texts(choices, new) == [CLAIM]


def test_a_choice_keeps_its_bounds_whatever_a_sentence_is(choices: Choices) -> None:
    one = paper(CLAIM, OTHER + " " + THIRD)
    start = one.text.index("this")
    near = claims(one, every=True)[1]
    choices.toggle(one, replace(near, start=start, text=one.text[start : near.end]))
    assert texts(choices, one) == [CLAIM, "this a question?", THIRD]
    assert Span(start, near.end) in choices.signs(one)


async def test_one_key_adds_a_claim_and_drops_one_and_both_last(
    opened: Open, tmp_path: Path
) -> None:
    async with opened(size=(140, 40)) as pilot:
        screen = reading(pilot)
        desk, page = screen.desk, screen.page
        assert desk.paper is not None
        before = len(desk.claims)
        taken = {claim.start for claim in desk.claims}
        other = next(c for c in claims(desk.paper, every=True)[9:] if c.start not in taken)
        page.here = other.start
        await keys(pilot, "a")
        assert len(desk.claims) == before + 1
        assert "added" in screen.status.right
        await keys(pilot, "c")
        comparing = pilot.app.screen
        assert isinstance(comparing, ComparingScreen)
        assert comparing.pair.claim == other
        place = comparing.pair.place
        drawn = [comparing.rail.render_line(y).text for y in range(1, comparing.rail.size.height)]
        assert any(line[1:].lstrip().startswith(f"{place + 1}+ ") for line in drawn)
        assert desk.finding(other) is not None, "compared like any other"
        await keys(pilot, "J", "a")
        dropped = comparing.pair.claim
        assert "a brings it back" in comparing.status.left
        await keys(pilot, "a")
        assert "a brings it back" not in comparing.status.left
        await keys(pilot, "a", "K", "J")
        assert comparing.pair.claim != dropped, "walking passes by what was dropped"
        line = comparing.rail.render_line(1 + comparing.rail.row_of(place + 1) - comparing.rail.top)
        assert "× " in line.text
        await keys(pilot, "q")
        assert dropped in desk.claims, "the list keeps it, to be brought back"
        assert dropped not in desk.kept
        assert len(desk.kept) == before
    async with opened(size=(140, 40)) as pilot:
        screen = reading(pilot)
        claims_now = screen.desk.kept
        assert other.text in [claim.text for claim in claims_now]
        assert dropped.text not in [claim.text for claim in claims_now]
        screen.page.here = dropped.start
        await keys(pilot, "a")
        assert dropped.text in [claim.text for claim in screen.desk.kept]


async def test_a_claim_whose_words_are_gone_is_told_once(tmp_path: Path) -> None:
    paths = [tmp_path / "paper.txt", tmp_path / "report.txt"]
    paths[1].write_text(THIRD)
    told = []
    for question in (OTHER, "Is this another question?", "Is this another question?"):
        paths[0].write_text(f"{question}\n\n{CLAIM}")
        app = Sidelight(desk_of((), (str(paths[0]),), (str(paths[1]),)))
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            if question == OTHER:
                await keys(pilot, "a")
                assert "added" in reading(pilot).status.right
            told.append([n.message for n in app._notifications if OTHER in n.message])
    assert [len(messages) for messages in told] == [0, 1, 0]
