from __future__ import annotations

import pytest

from tui.document import Section
from tui.outline.align import align
from tui.outline.labels import LONGEST, announced, distinct, inferred, opening, tidy
from tui.outline.roadmap import Item, roadmap
from tui.outline.subjects import subject

PLAN = (
    "The structure is as follows: Section 2 reviews the earlier work on rivers. Section 3 lays "
    "out the model. Section 4 presents our measurements of flow, and Section 5 concludes."
)


def numbers(*blocks: str) -> list[int]:
    found = roadmap([*blocks, *["Prose that announces nothing at all."] * len(blocks)])
    return [item.number for item in found.items] if found else []


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (PLAN, [2, 3, 4, 5]),
        (
            "In Section II we recall facts. In Section III we prove it. Section IV ends it.",
            [2, 3, 4],
        ),
        (
            "Chapter two describes rivers, chapter three presents seas, chapter four concludes.",
            [2, 3, 4],
        ),
        (
            "The second section reviews it. The third section shows it. The last section ends.",
            [2, 3, 4],
        ),
        (
            "Rivers are reviewed in Section 2. Seas are shown in Section 3. We end in Section 4.",
            [2, 3, 4],
        ),
        ("See Section 4 and Section 2 for more.", []),
        ("Section 2 reviews rivers.", []),
        ("Part 1 of the treaty, part 2 of the treaty and part 3 of the treaty.", []),
        ("", []),
    ],
)
def test_finds_the_plan_of_a_text(block: str, expected: list[int]) -> None:
    assert numbers("It begins here.", block) == expected


def test_a_plan_may_run_over_paragraphs() -> None:
    assert numbers(
        "In Section 2 we recall facts.",
        "We present the main result in Section 3.",
        "In Section 4 we show more, and Section 5 concludes.",
    ) == [2, 3, 4, 5]


def test_a_plan_in_the_second_half_is_none() -> None:
    assert roadmap(["Prose."] * 10 + [PLAN]) is None


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (
            "reviews the theoretical and empirical literature on rivers",
            "Theoretical and empirical literature",
        ),
        ("lays out the conceptual framework guiding the analysis", "Conceptual framework"),
        ("presents three illustrative case studies that show it", "Case studies"),
        ("offers a comprehensive discussion that connects it all", "Discussion"),
        ("outlines policy recommendations for small states", "Policy recommendations"),
        ("concludes by naming what follows", "Conclusion"),
        ("we present related work", "Related work"),
        ("we describe the model of the river", "Model of the river"),
        ("The main conclusions are summarised", "Conclusion"),
        ("is devoted to numerical experiments", "Numerical experiments"),
        ("", ""),
    ],
)
def test_labels_are_the_plan_s_own_words(words: str, label: str) -> None:
    assert announced(words) == label


@pytest.mark.parametrize(
    ("block", "label"),
    [
        (
            "The conceptual roots of cooperation lie in the movements of the century.",
            "conceptual roots of cooperation",
        ),
        (
            "In response, Rwanda engaged in a robust counter-strategy that worked.",
            "robust counter-strategy",
        ),
        ("However, the term was not without turbulence.", ""),
        ("It was late.", ""),
        ("Thematic coding was conducted using software.", "Thematic coding"),
        ("We now prove a few lemmas that will be of use.", "few lemmas"),
        ("The Commonwealth offers no binding authority.", ""),
    ],
)
def test_a_block_speaks_of_its_subject(block: str, label: str) -> None:
    assert subject(block, LONGEST) == label


def test_a_label_says_how_it_was_found() -> None:
    assert (
        inferred(["Several limitations are acknowledged. First, access is hard."])[0]
        == "Limitations"
    )
    assert inferred(["It is so."]) == ("It is so", "its opening words")


@pytest.mark.parametrize(
    ("block", "label"),
    [
        ("Here we present a network of nodes. It is a network of nodes.", "Network of nodes"),
        ("The following reference table shows them.", "Reference table"),
        ("In vitro measurements were repeated.", "In vitro measurements"),
        ("The in-place methods were kept.", "In-place methods"),
        ("TNF mRNA ARE activity was high.", "TNF mRNA ARE activity"),
    ],
)
def test_no_label_is_a_fragment_of_a_sentence(block: str, label: str) -> None:
    assert inferred([block])[0] == label


def test_no_two_sections_have_one_name() -> None:
    text = "Rivers rise in spring.\n\nRivers fall in summer."
    spans = ((0, 22), (24, 46))
    told = [Section("Rivers", 2, *span, "inferred", 0.5, "a cue; named by it") for span in spans]
    one, two = distinct(told, text)
    assert (one.title, one.reason) == ("Rivers", "a cue; named by it")
    assert two.title == "Rivers fall in summer"
    assert two.reason == "a cue; named by its opening words"


@pytest.mark.parametrize(
    "phrase",
    ["a " * 60, "x" * 200, "of the and to for", "the rise of the new states and of", "", "—"],
)
def test_tidy_labels_are_short_and_end_in_a_word_of_weight(phrase: str) -> None:
    label = tidy(phrase)
    assert len(label) <= LONGEST
    assert not label.lower().endswith((" of", " the", " and", " to"))
    assert len(opening(phrase or "x")) <= LONGEST


def test_announced_sections_are_placed_in_order_where_they_are_spoken_of() -> None:
    items = [
        Item(2, "reviews the literature on rivers and floods"),
        Item(3, "presents the model of turbulence"),
        Item(4, "concludes"),
    ]
    blocks = [
        "Earlier studies in the literature on rivers treat floods alone. " * 3,
        "Floods of rivers have many causes in that literature. " * 3,
        "This section presents the model of turbulence that we solve. " * 3,
        "The turbulence model has two equations and one closure. " * 3,
        "In conclusion, the model explains what was seen. " * 2,
    ]
    placed = align(items, blocks, [0.0, -2.0, 0.5, -2.0, 0.5], "What was seen is explained.")
    assert [place for place, _ in placed] == [0, 2, 4]
    assert all(0 < sure < 1 for _, sure in placed)


def test_fewer_blocks_than_announced_sections_place_nothing() -> None:
    assert align([Item(2, "reviews"), Item(3, "shows")], ["One block."], [0.0], "") == []
