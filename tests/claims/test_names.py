"""Names in sentences, their titles and their other forms."""

from dataclasses import replace

import pytest

from tests.claims.documents import document
from tui.claims.names import acronyms, names
from tui.claims.variants import derived_form, halves, same_name


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Then President Paul Kagame spoke.", ["Paul Kagame"]),
        ("They wrote to the UN General Assembly.", ["UN General Assembly"]),
        ("The General Assembly met.", ["General Assembly"]),
        ("Secretary General Guterres left.", ["Guterres"]),
        ("It is the seat of the Bank of England.", ["Bank of England"]),
        ("However, Ghana won.", ["Ghana"]),
        ("The Ministry of Health in Ghana said so.", ["Ministry of Health", "Ghana"]),
        ("Others followed (Vital, 1967; Keohane, 1969).", []),
        ("So it was (Galbraith, Daniel, and Vissel 2010; Smith et al. 2012).", []),
        ("Then Galbraith, Daniel, and Vissel (2010) argue so.", []),
        ("It is plotted in S2 Fig and Table 3.", []),
        ("Chatham House Warns Kenya Over Debt Crisis", []),
        ("According to Kovar, tea sold; According to him it did not.", ["Kovar"]),
        ("In Ghana, Moreover, tea sold.", ["Ghana"]),
        ("(However, Ghana won.)", ["Ghana"]),
        ("The Responsibility to Protect (R2P) won.", ["Responsibility to Protect", "R2P"]),
        ("A Right to Work helps those who work.", ["Right to Work"]),
        ("They flew from Oslo to Bergen.", ["Oslo", "Bergen"]),
        (
            "The OIF (Organisation Internationale de la Francophonie) met.",
            ["OIF", "Organisation Internationale de la Francophonie"],
        ),
        ("South Korea won.", ["South Korea"]),
        ("Smart Africa was founded.", ["Smart Africa"]),
        ("World Bank officials came.", ["World Bank"]),
        ("United Nations troops left.", ["United Nations"]),
        ("Recent Kenyan elections went well.", ["Kenyan"]),
        ("The Kazakh President Kassym Tokayev spoke.", ["Kazakh", "Kassym Tokayev"]),
        ("The Foreign Minister Murat Nurtleu spoke.", ["Murat Nurtleu"]),
        ("The Office of the President of Rwanda spoke.", ["Office of the President of Rwanda"]),
        ("THE PRESIDENT OF FRANCE WENT TO ROME AGAIN.", []),
    ],
)
def test_names_are_read_without_titles_and_first_words(sentence: str, expected: list[str]) -> None:
    made = document(sentence)
    found = names(made, 0, len(sentence))
    assert [sentence[name.start : name.end] for name in found] == expected


def test_a_word_that_opens_a_sentence_in_another_language_is_no_name() -> None:
    french = "Selon le ministre, le Kenya exporte du café."
    made = document(french, language="fr")
    assert [french[n.start : n.end] for n in names(made, 0, len(french))] == ["Kenya"]


def test_a_word_of_a_heading_is_no_name_where_a_sentence_opens() -> None:
    made = document("Trade, Implications and Growing Ties", "Implications were few.")
    heading = replace(made.paragraphs[0], kind="heading")
    made = replace(made, paragraphs=(heading, made.paragraphs[1]))
    assert names(made, made.paragraphs[1].start, made.paragraphs[1].end) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("President Kagame", "Paul Kagame", True),
        ("Organisation Internationale de la Francophonie", "Francophonie", True),
        ("Organisation Internationale de la Francophonie", "OIF", True),
        ("United Nations", "UN", True),
        ("Rwanda", "Rwandan", True),
        ("Kenya", "Kenyans", True),
        ("Security Council", "Privy Council", False),
        ("Kigali", "Kagame", False),
        ("South Korea", "North Korea", False),
    ],
)
def test_a_name_is_known_in_its_other_forms(one: str, other: str, same: bool) -> None:
    made = document(f"They met {one} there.", f"They met {other} there.")
    (first,), (second,) = (names(made, p.start, p.end) for p in made.paragraphs)
    assert same_name(first.stems, second.stems, {}) is same
    assert same_name(second.stems, first.stems, {}) is same


def test_an_acronym_is_known_where_the_text_defines_it() -> None:
    made = document("The African Continental Free Trade Area (AfCFTA) was signed.")
    assert acronyms(made)["afcfta"] == ("african", "continent", "free", "trade", "area")


@pytest.mark.parametrize(
    ("one", "other", "family"),
    [
        ("diplomaci", "diplomat", True),
        ("strateg", "strategi", True),
        ("leader", "leadership", True),
        ("presid", "presidenti", True),
        ("microtubul", "microtubular", True),
        ("transpar", "transport", False),
        ("particip", "particular", False),
        ("trade", "tradit", False),
        ("state", "stadium", False),
    ],
)
def test_words_of_one_family_stand_for_each_other(one: str, other: str, family: bool) -> None:
    assert derived_form(one, other) is family
    assert derived_form(other, one) is family


@pytest.mark.parametrize(
    ("compound", "found"),
    [
        ("cybersecur", ("cyber", "secur")),
        ("cornflak", ("corn", "flake")),
        ("georgesoro", ("georg", "soro")),
        ("withhold", ()),
        ("parliament", ()),
    ],
)
def test_a_compound_falls_into_two_known_words(compound: str, found: tuple[str, ...]) -> None:
    known = {"cyber", "secur", "corn", "flake", "georg", "soro", "with", "hold", "parl"}
    assert halves(compound, known) == found
