from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.document import Document, Paragraph
from tui.ingest.text import read_text
from tui.outline import features, model, outline, section_at
from tui.outline.inference import chosen
from tui.outline.weights import dumps, frozen, loads

PROSE = "The river rose in spring and fell again in summer, as it had done for many years before. "


def text_of(*blocks: str) -> Document:
    return read_text("a.txt", "\n\n".join(blocks).encode())


def test_rows_have_a_number_for_every_named_feature() -> None:
    blocks = [PROSE, "We thank the funders.", "1. An item", ""]
    weights = frozen()
    for paper in (True, False):
        odds = model.odds(blocks, paper=paper, weights=weights)
        assert len(odds.sections) == len(odds.subsections) == len(odds.reasons) == len(blocks)
    assert {len(row) for row in features.features(blocks)} == {len(features.NAMES)}
    assert {len(row) for row in features.places(4)} == {len(features.PLACES)}
    assert {len(row) for row in features.late(features.features(blocks))} == {len(features.LATE)}


def test_every_weight_belongs_to_a_feature_that_is_measured() -> None:
    for name, row in frozen().boundaries.items():
        known = set(model.names(paper=name.startswith("paper"))) | {"bias"}
        if name.endswith("subsections"):
            known |= set(model.BESIDE)
        assert set(row) <= known


def test_every_word_with_a_weight_can_open_a_block() -> None:
    for row in frozen().words.values():
        assert all(features.opening(word) == {word} for word in row)


def test_what_concludes_counts_only_near_the_end() -> None:
    concluding = "In conclusion, the river rises in spring."
    rows = features.late(features.features([PROSE, concluding, *[PROSE] * 7, concluding]))
    concludes = features.LATE.index("late: concludes")
    assert [row[concludes] for row in rows] == [0.0] * 9 + [1.0]


def test_weights_are_read_as_they_were_written() -> None:
    assert dumps(loads(dumps(frozen()))) == dumps(frozen())


def test_the_surest_places_are_chosen_and_never_the_first() -> None:
    assert chosen([9.0, -4.0, 3.0, -4.0, 2.0], [0.0] * 5) == [2, 4]
    assert chosen([9.0], [0.0]) == []


def test_a_crowded_place_gives_way_to_a_surer_one() -> None:
    assert chosen([0.0, -5.0, 2.0, 0.3, -5.0], [0.0] * 5) == [2, 3]
    assert chosen([0.0, -5.0, 2.0, 0.3, -5.0], [9.0] * 5) == [2]


def test_sections_are_named_by_the_stage_that_most_of_their_words_are_of() -> None:
    methods = (
        "Samples were collected and stored at -80 °C, then centrifuged and analyzed using SPSS. "
    )
    study = "Rivers have been studied by many (Doe et al., 2009), and in this study we ask why. "
    found = "As shown in Fig. 3, levels were significantly higher in group A (p < 0.01) than in B. "
    blocks = [study * 5, *[study * 4] * 4, *[methods * 4] * 6, *[found * 4] * 6]
    titles = [s.title for s in outline(text_of(*blocks)) if s.level == 1]
    assert titles[:2] == ["Abstract", "Introduction"]
    assert "Methods" in titles


def test_short_texts_need_no_outline() -> None:
    assert outline(text_of(PROSE, PROSE)) == ()
    assert section_at(text_of(PROSE), 3) is None


def test_a_long_story_gets_landmarks() -> None:
    sections = outline(text_of(*[PROSE * 3] * 40))
    assert len(sections) > 3
    assert all(s.reason.startswith("landmark") and s.confidence < 0.2 for s in sections)


def test_given_headings_make_the_outline_with_their_levels() -> None:
    text = "One\n\nprose\n\nTwo\n\nprose\n\nThree\n\nprose"
    spans = [(0, 3, 1), (12, 15, 2), (24, 29, 1)]
    document = Document(
        "a.md", text, tuple(Paragraph(s, e, "heading", level) for s, e, level in spans), ""
    )
    assert [(s.title, s.level, s.start, s.end, s.origin) for s in outline(document)] == [
        ("One", 1, 0, 24, "given"),
        ("Two", 2, 12, 24, "given"),
        ("Three", 1, 24, 36, "given"),
    ]
    assert [getattr(section_at(document, at), "title", None) for at in (0, 14, 30)] == [
        "One",
        "Two",
        "Three",
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                PROSE,
                PROSE * 4,
                "Methods",
                "Section 2 reviews x, Section 3 shows y, Section 4 ends.",
                "Keywords: a, b, c",
                "We show (Doe, 2009) that it is so, as in et al. ",
                "1) one:",
                "ﬁ \x1b",
                "THE END",
                "Figure 1: x",
                "In conclusion, this paper shows it.",
                "def f(x): return x_y",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gets_sections_that_nest_and_say_why(blocks: list[str]) -> None:
    document = text_of("x", *blocks)
    sections = outline(document)
    starts = [section.start for section in sections]
    assert starts == sorted(starts)
    for section in sections:
        assert 0 <= section.start < section.end <= len(document.text)
        assert section.title
        assert 0 <= section.confidence <= 1
        assert section.reason
