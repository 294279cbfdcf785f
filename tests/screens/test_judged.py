"""Whatever is said, taken back and said again: what is shown is what the ledger has."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.document import Document
from tui.ledger import LABELS, Ledger, Quote, Verdict, Verdicts, outcome
from tui.ledger.storage import opened
from tui.screens.judged import Judged

PAPER = Document("p.txt", "abc", (), "paper", role="paper")
REPORT = Document("r.txt", "xyz", (), "report")
PLACES = [
    Verdict(Quote(n, n + 1, "abc"[n]), "report", Quote(m, m + 1, "xyz"[m]), "undecided")
    for n in range(2)
    for m in range(2)
]
SAID = st.tuples(st.sampled_from(PLACES), st.none() | st.sampled_from(LABELS))
STEPS = st.lists(SAID | st.sampled_from(["back", "again"]), max_size=12)


def judged() -> Judged:
    found = Judged(Verdicts(Ledger(opened(":memory:"))))
    found.load(PAPER, (REPORT,))
    return found


def shown(found: Judged) -> set[Verdict]:
    return {verdict for place in PLACES for verdict in found.of(place.claim)}


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_every_step_goes_back_and_forth_and_the_ledger_has_what_is_shown(
    steps: list[tuple[Verdict, str | None] | str],
) -> None:
    found = judged()
    past, future = [shown(found)], list[set[Verdict]]()
    for step in steps:
        if step == "back":
            assert (found.take_back() is None) == (len(past) == 1)
            future += [past.pop()] if len(past) > 1 else []
        elif step == "again":
            assert (found.say_again() is None) == (not future)
            past += [future.pop()] if future else []
        elif not isinstance(step, str):
            place, label = step
            before = found.on(place)
            known = next((each for each in LABELS if each == label), None)
            found.say(before, replace(place, label=known) if known else None)
            if before is not None or known is not None:
                past, future = [*past, shown(found)], []
        assert shown(found) == past[-1] == set(found.verdicts.of(PAPER, (REPORT,)))
        decided = {s for s in found.signs if outcome(found.of(s)) != "not yet read"}
        assert found.decided == decided


def test_another_paper_has_other_verdicts_and_nothing_to_be_taken_back() -> None:
    found = judged()
    found.say(None, replace(PLACES[0], label="supports"))
    assert found.last is not None and found.last.decided_at
    other = Document("q.txt", "abc", (), "other")
    found.load(other, (REPORT,))
    assert not shown(found)
    assert found.take_back() is None
    found.load(PAPER, (REPORT,))
    assert [verdict.label for verdict in shown(found)] == ["supports"]
    found.load(None)
    found.say(None, PLACES[0])
    assert not shown(found)
