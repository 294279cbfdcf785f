"""`compare` on the command line with the claims that the reader added or dropped."""

from pathlib import Path

import pytest

from tests.cli.command import COLUMN, PAPER, Run
from tui.claims import claims
from tui.document import Document
from tui.ingest import read
from tui.ledger import Ledger, location
from tui.ledger.choices import Choices


@pytest.fixture
def paper() -> Document:
    return read(PAPER)[0]


def toggled(paper: Document) -> tuple[str, str]:
    """Add the first sentence that is no claim, and drop the first claim; give their words."""
    found = claims(paper)
    added = next(one for one in claims(paper, every=True) if one not in found)
    ledger = Ledger.open()
    for claim in (added, found[0]):
        Choices(ledger).toggle(paper, claim)
    ledger.close()
    return added.text, found[0].text


def test_compare_takes_the_claims_as_the_reader_wants_them(run: Run, paper: Document) -> None:
    added, dropped = toggled(paper)
    shown = run("compare", "--paper", PAPER, COLUMN, "--format", "json").json["claims"]
    texts = [claim["text"] for claim in shown]
    assert added in texts
    assert dropped not in texts
    assert [claim["text"] for claim in shown if "added" in claim] == [added]
    starts = [claim["start"] for claim in shown]
    assert starts == sorted(starts)


def test_a_claim_that_the_reader_added_is_marked_in_lines(run: Run, paper: Document) -> None:
    added, _ = toggled(paper)
    marked = [
        line for line in run("compare", "--paper", PAPER, COLUMN).out.split("\n") if ": + " in line
    ]
    assert len(marked) == 1
    assert " ".join(added.split())[:40] in marked[0]


def test_comparing_makes_no_ledger(run: Run) -> None:
    run("compare", "--paper", PAPER, COLUMN)
    assert not Path(location()).exists()
