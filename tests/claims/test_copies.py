"""Wire copies: one voice in ranks, each with its own place, the first of them the original."""

from dataclasses import replace

from tests.claims.documents import document
from tui.claims import Comparison, Evidence, claims
from tui.document import Document

PAPER = document("Storms killed 148 people in Lima in May.", role="paper")
STORY = (
    "Storms killed 148 people in Lima in May, officials said on Monday.",
    "The river rose four metres and took three bridges with it, the ministry of transport said.",
    "Schools stay closed until the water is gone, and the army hands out food in the valleys.",
    "The president flew over the valley and promised help to all who lost their homes there.",
)
EDITED = (STORY[0].replace("148", "150"), *STORY[1:])


def report(name: str, *paragraphs: str, outlet: str = "") -> Document:
    return replace(document(*paragraphs), path=name, title="Storms in Lima", outlet=outlet)


def evidence(*reports: Document) -> tuple[Evidence, ...]:
    found = Comparison(PAPER, reports).finding(claims(PAPER, every=True)[0])
    return tuple(e for e in found.evidence if "Lima" in e.text)


def copies(*reports: Document) -> list[tuple[str, int, str]]:
    """Give each passage on the storm: its report, its rank and whose text it is said to be."""
    said = []
    for one in evidence(*reports):
        texts = [signal.text for signal in one.signals if signal.kind == "same text"]
        said.append((one.document.path, one.rank, texts[0] if texts else ""))
    return said


def test_an_exact_copy_has_the_rank_of_its_original() -> None:
    found = copies(report("a", *STORY), report("b", "It rains."), report("c", *STORY))
    assert found == [("a", 1, ""), ("c", 1, "same text as a")]


def test_an_edited_copy_has_the_rank_of_its_original_and_says_that_it_is_edited() -> None:
    found = copies(report("a", *STORY), report("b", *EDITED))
    assert found == [("a", 1, ""), ("b", 1, "edited copy of a")]


def test_the_first_of_a_voice_is_the_original_though_its_copy_fits_better() -> None:
    found = copies(report("a", *EDITED), report("b", *STORY))
    assert found == [("a", 1, ""), ("b", 1, "edited copy of a")]


def test_what_differs_in_an_edited_copy_is_said_before_that_it_is_a_copy() -> None:
    kinds = [
        [s.kind for s in e.signals] for e in evidence(report("a", *STORY), report("b", *EDITED))
    ]
    assert kinds[1][:2] == ["numbers differ", "same text"]


def test_copies_take_no_rank_of_those_that_follow() -> None:
    other = "In May the storms in Lima killed many, and people fled."
    found = copies(
        report("a", *STORY), report("b", *EDITED), report("c", *STORY), report("d", other)
    )
    assert sorted(rank for _, rank, _ in found) == [1, 1, 1, 2]


def test_an_original_is_named_by_what_tells_it_from_its_copy() -> None:
    first = report("a", *STORY, outlet="Wire")
    assert copies(first, report("b", *STORY, outlet="Post"))[1][2] == "same text as Wire"
    assert copies(first, report("b", *STORY, outlet="Wire"))[1][2] == "same text as a"
    retitled = replace(report("b", *STORY), title="Flood")
    assert copies(first, retitled)[1][2] == "same text as Storms in Lima"
