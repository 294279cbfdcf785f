from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ingest.sentences import segment, sentences, sentences_in
from tui.ingest.text import read_text

SEEDS = Path(__file__).parents[2] / "seeds"

TABLE = """
Dr. Smith arrived late. | He left early.
Mr. Kagame met Mrs. Clinton in Kigali. | They talked.
Ms. Doe and Messrs. Roe agreed. | It was done.
Prof. Jane Doe spoke. | Nobody listened.
Gen. Kabarebe and Lt. Col. Doe met. | They agreed.
Sen. Warren and Rep. Lee voted no. | The bill failed.
Gov. Brown signed it on Jan. 5. | It took effect in Feb. 2019.
The Rev. Martin Luther King Jr. spoke there. | Thousands came.
St. Petersburg is far. | Mt. Kenya is near.
He lives on Fifth Ave. near the park. | She does not.
Capt. Ahab saw it. | It was white.
Maj. Gen. Doe commands the force. | He is 52.
The meeting with Amb. Jones was short. | It ended well.
Pres. Kagame arrived on Mon. 5 May. | He left on Wed. 7 May.
Supt. Brown of the police denied it. | No one believed him.
J. K. Rowling wrote it. | Many read it.
J.R.R. Tolkien wrote that. | Many liked it.
John F. Kennedy was elected in 1960. | He won narrowly.
George W. Bush followed. | Then came Obama.
The poet W. H. Auden died in 1973. | He was 66.
A. Smith and B. Jones (2009) disagree. | We do not.
It was written by C. S. Lewis. | It sold well.
Samuel L. Jackson starred in it. | It was a success.
The U.S. economy grew. | Exports fell.
He moved to the U.S. in 2009. | She stayed.
He lives in the U.S. | He works in Kigali.
The U.S. Senate voted. | The bill passed.
The U.N. Security Council met. | It adjourned.
The U.S. President spoke to the U.K. Parliament. | It applauded.
Troops of the U.N. left. | The war went on.
She was born in Washington, D.C. | The city is large.
U.S. forces left in 2021. | The government fell.
The E.U. and the A.U. signed it. | It binds both.
He holds a Ph.D. from Oxford. | She holds an M.D. from Yale.
It opened at 9 a.m. and closed at 5 p.m. sharp. | We were late.
It begins at 6 p.m. | The doors open at five.
The train left at 6 a.m. Monday. | It was full.
Small states matter (Vital et al., 2009). | They act.
Vital et al. (2009) show this. | Others disagree.
As shown by Smith et al., 2009, states act. | They do.
Smith et al. argue otherwise. | We disagree.
The finding (Doe et al. 2012) is robust. | It was repeated.
We follow Thorhallsson et al. | The method is theirs.
See Smith et al. 2009 for details. | They are many.
Cooper & Shaw, 2009; Ingebritsen, 2006) agree. | Others do not.
States have agency (Cooper & Shaw, 2009; cf. Nye 2004). | They use it.
See e.g. the appendix. | It is long.
See, e.g., Smith (2009). | He agrees.
States act, i.e. they move. | They do so often.
It is small, i.e., below the mean. | It will grow.
Compare cf. Smith 2009. | It differs.
Rwanda vs. Kenya was close. | Kenya won.
It weighs approx. 5 kg. | It is heavy.
He was born ca. 1850. | He died in 1910.
We bought apples, pears, etc. | They were good.
Apples, pears, etc. were sold. | They were good.
See Fig. 3 for the trend. | It rises.
See Figs. 3 and 4. | They differ.
It is given in Sec. 2.1 and Eq. 4. | We use it below.
See vol. 2, pp. 3-4 of it. | It is there.
See p. 12. | It says so.
Resolution No. 5 passed. | It was the last.
The answer is no. | He left.
The count of cases, nos. 3 to 7, is low. | It fell.
See Ch. 4 and App. B of the report. | Both are long.
Acme Inc. reported a loss. | Shares fell.
Acme Corp. and Foo Ltd. merged. | It took a year.
He works for Acme Inc. | It pays well.
The work of Jones & Co. is known. | It is good.
Warner Bros. Pictures made it. | It was long.
It cost $3.5 million. | That is much.
It rose by 4.2 percent. | It fell by 0.5.
Trade reached $381,700 in 2024. | It was $6.7 million before.
Version 2.0 is out. | It is better.
Visit www.example.com for more. | It is free.
The file is node.js or a.txt. | Open it.
“We have a plan,” he said. | They left.
“We have a plan. | It works well,” he said. | They left.
“Is it true?” she asked. | No one answered.
“Is it true?” Tokayev asked. | No one answered.
"Go away!" he shouted. | She stayed.
"What a day!" President Kagame said. | He smiled.
“It is over.” | She wept.
He said, “It is over.” | She wept.
"We won." | "We lost." | They could not agree.
He called it ‘a disaster.’ | They called it a start.
She said: “No.” | He said: “Yes.”
“Yes,” he said. | “We can.”
The so-called “experts” failed. | We all did.
He asked why. | “Because I can,” she said.
(He left early.) | She stayed.
It fell (see Fig. 2). | It rose again.
It fell (by 3.5%). | Then it rose.
What?! | No! | Yes.
Is it so? | It is.
Stop! | Go on.
He waited… and waited. | Nothing came.
He waited... and then he left. | Nothing came.
It ended there... | Then it began again.
The vitamin was C. | Then came plan B. | It failed.
This is the end.[1] | It is not.
1. The first item is here. | It is short.
The law (art. 5 para. 2) forbids it. | It is old.
President Xi met him on Dec. 3. | The talks were short.
The 19th-century poet lived at No. 10 Downing St. in London. | He left.
Le “modèle” is French. | It is old.
""".strip().splitlines()


def test_the_table_has_a_hundred_cases() -> None:
    assert len(TABLE) >= 100


@pytest.mark.parametrize("case", TABLE)
def test_sentence_boundaries(case: str) -> None:
    expected = case.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in segment(text)] == expected


@pytest.mark.parametrize(
    "case",
    [
        "Later, Fan et al. [7] introduced the concept. | It was new.",
        "This was shown before.[3] | The second study agrees.",
        "Thus it follows for all x. | We conclude.",
        "It is group B. | Patients in it did well.",
        "They met, by C. S. Lewis. | It sold well.",
        "The paper (see Fig. S2) tells. | It is short.",
        "In Brown v. Board the court agreed. | Schools changed.",
        "It was safe in all. | p53 was not.",
        "(See also the appendix.) | These are the terms.",
    ],
)
def test_notes_letters_and_names_do_not_mislead(case: str) -> None:
    expected = case.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in segment(text)] == expected


def test_other_languages_have_abbreviations_of_their_own() -> None:
    text = "Das gilt z. B. für Kigali. Es ist wahr."
    assert [text[s:e] for s, e in segment(text, "de")][-1] == "Es ist wahr."


def test_a_line_break_in_a_paragraph_is_white_space() -> None:
    text = "He met Dr.\nSmith in the\nmorning. They\ntalked."
    assert [text[s:e] for s, e in segment(text)] == [
        "He met Dr.\nSmith in the\nmorning.",
        "They\ntalked.",
    ]


@given(st.text(alphabet='aB .!?"“”()\n1É日。', max_size=200), st.sampled_from(["en", "fr", "zh"]))
def test_sentences_are_in_order_apart_and_hold_all_but_white_space(
    text: str, language: str
) -> None:
    spans = list(segment(text, language))
    kept = "".join("".join(text[s:e].split()) for s, e in spans)
    assert kept == "".join(text.split())
    assert all(text[s:e] == text[s:e].strip() and e > s for s, e in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100_000,
        "Dr. A. " * 20_000,
        "“a. B” " * 10_000,
        '"( ' * 50_000,
        "! " * 50_000,
        "a." * 50_000,
        "\u202e\x1b[31m " * 10_000,
    ],
    ids=["words", "abbreviations", "quotes", "openers", "marks", "stops", "escapes"],
)
def test_hostile_text_is_segmented_whole(text: str) -> None:
    spans = list(segment(text))
    assert sum(len("".join(text[s:e].split())) for s, e in spans) == len("".join(text.split()))


def test_a_sentence_of_a_hundred_thousand_words_is_one() -> None:
    assert len(list(segment("word " * 100_000 + "end. Another."))) == 2


def test_each_sentence_of_a_document_lies_in_its_paragraph() -> None:
    for path in SEEDS.glob("*.txt"):
        document = read_text(str(path), path.read_bytes())
        found = sentences(document)
        assert found is sentences(document)
        for sentence in found:
            paragraph = document.paragraphs[sentence.paragraph]
            assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert {s.paragraph for s in found} == set(range(len(document.paragraphs)))


@pytest.mark.parametrize("length", [1, 3000], ids=["short", "long"])
def test_the_sentences_of_one_paragraph_are_those_of_the_whole(length: int) -> None:
    text = f"One here. Two here.\n\n{'Three is here. ' * length}\n\nFour. Five is here.\n"
    document = read_text("a.txt", text.encode())
    every = sentences(document)
    for number in range(len(document.paragraphs)):
        found = tuple(sentences_in(document, number))
        assert found == tuple(one for one in every if one.paragraph == number)
