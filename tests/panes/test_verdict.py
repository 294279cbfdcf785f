"""The reader's line: a verdict in words, or the keys that there is room for; and what it makes."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tui.ledger import Label, Quote, Verdict
from tui.panes.outcomes import LEGEND, made, sign_of
from tui.panes.verdict import Hint, VerdictLine

CLAIM = Quote(0, 9, "A claim.")
HINTS = (Hint("plus", "+", "supports"), Hint("minus", "-", "contradicts"), Hint("u", "u", "not"))


def verdict(label: Label, note: str = "", at: int = 0) -> Verdict:
    return Verdict(CLAIM, "sha", Quote(at, at + 1, "x"), label, note)


SILENCE = Verdict(CLAIM, "", None, "unrelated", among=("sha",))


@pytest.mark.parametrize(
    ("said", "sign", "words"),
    [
        ((), " ", ""),
        ((verdict("supports"),), "✓", "borne out"),
        ((verdict("contradicts"), verdict("mentions", at=1)), "✗", "contradicted"),
        ((verdict("contradicts"), verdict("overstates", at=1)), "±", "conflicting"),
        ((verdict("mentions"),), "~", "mentioned only"),
        ((SILENCE,), "∅", "silence confirmed"),
        ((verdict("unrelated"),), "∅", "unrelated only"),
        ((verdict("undecided"),), "?", ""),
        ((verdict("undecided", "later"), verdict("supports", at=1)), "✓", "borne out"),
    ],
)
def test_verdicts_make_a_sign_of_one_cell_and_words(
    said: Sequence[Verdict], sign: str, words: str
) -> None:
    assert (sign_of(said), made(said)) == (sign, words)
    assert sign == " " or sign in dict(LEGEND), "the help says what it means"


class One(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield VerdictLine()

    def simulate_key(self, key: str) -> None:
        self.pressed.append(key)


async def line(width: int, *shown: object, **more: object) -> str:
    async with One().run_test(size=(width, 3)) as pilot:
        widget = pilot.app.query_one(VerdictLine)
        widget.show(*shown, **more)  # type: ignore[arg-type]
        await pilot.pause()
        drawn = widget.render_line(0)
        assert drawn.cell_length == width
        assert drawn.text.rstrip() == widget.said
        return drawn.text


async def test_where_nothing_is_said_the_keys_stand_that_there_is_room_for() -> None:
    wide = await line(80, None, HINTS, judged=(3, 118))
    assert wide.startswith(" your verdict: + supports  - contradicts  u not  ")
    assert wide.endswith(" 3 of 118 judged ")
    narrow = await line(48, None, HINTS, judged=(3, 118))
    assert narrow.startswith(" your verdict: + supports   ")
    assert "-" not in narrow


async def test_a_verdict_stands_with_its_note_and_what_all_make_of_the_claim() -> None:
    said = verdict("contradicts", "12, not a dozen")
    both = (said, verdict("supports", at=1))
    drawn = await line(100, said, HINTS[:1], of_claim=both, judged=(1, 1200))
    assert drawn.startswith(" your verdict: contradicts  “12, not a dozen”   + supports  ")
    assert drawn.endswith("± conflicting · 1 of 1,200 judged ")
    short = await line(70, said, HINTS, of_claim=both, judged=(1, 1200))
    assert short.startswith(" your verdict: contradicts  “12, n…"), "a note gives way"
    assert short.endswith(" ± conflicting · 1 of 1,200 judged ")
    shortest = await line(50, said, HINTS, of_claim=both, judged=(1, 1200))
    assert shortest.startswith(" your verdict: contradicts  “1")
    assert shortest.endswith("… 1 of 1,200 judged "), "what is said here goes before the sum"


async def test_a_silence_is_confirmed_and_what_is_put_off_says_so() -> None:
    assert "your verdict: silence confirmed" in await line(80, SILENCE, ())
    assert "your verdict: to be decided later" in await line(80, verdict("undecided"), ())


async def test_where_nothing_can_be_judged_the_line_says_why() -> None:
    drawn = await line(80, None, (), why="still being compared", judged=(0, 5))
    assert drawn.startswith(" your verdict: – still being compared")


async def test_a_click_on_a_key_presses_it() -> None:
    app = One()
    async with app.run_test(size=(80, 3)) as pilot:
        app.query_one(VerdictLine).show(None, HINTS, judged=(0, 5))
        await pilot.pause()
        await pilot.click(VerdictLine, offset=(30, 0))
        await pilot.click(VerdictLine, offset=(70, 0))
        assert app.pressed == ["minus"]
