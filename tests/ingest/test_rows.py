"""Rows of articles are a document each; the broken ones are told by their lines."""

import json
from pathlib import Path

import pytest

from tui.document import Document, Unreadable
from tui.ingest import parts, read

ARTICLE = {
    "Headline": "Trade grows",
    "body": "Trade grew in 2024.\n\nIt will grow again.",
    "published_at": "2025-05-28T10:00:00Z",
    "source": {"name": "The Daily Reader"},
    "authors": ["Ann B", "Carl D"],
    "link": "https://reader.example/1",
}


def test_fields_are_known_by_their_usual_names() -> None:
    (document,) = read("news.jsonl", json.dumps(ARTICLE).encode())
    assert document.text == ARTICLE["body"]
    assert len(document.paragraphs) == 2
    assert document.title == "Trade grows"
    assert document.date == "2025-05-28"
    assert document.outlet == "The Daily Reader"
    assert document.authors == ("Ann B", "Carl D")
    assert document.url == "https://reader.example/1"


def test_a_row_is_named_by_its_line() -> None:
    rows = b'{"text": "One."}\n\n{"text": "Two."}\n'
    assert [document.path for document in read("a.jsonl", rows)] == ["a.jsonl:1", "a.jsonl:3"]


def test_two_rows_have_two_digests() -> None:
    one, two = read("a.jsonl", b'{"text": "One."}\n{"text": "One.", "title": "Two"}')
    assert one.sha256 != two.sha256


def test_good_rows_open_and_broken_ones_are_one_problem_with_their_lines() -> None:
    rows = b'{"text": "One."}\n{"text": "Tw\n[1]\n{"title": "no text"}\n{"text": "Five."}\n\xff\n'
    found = list(parts("a.jsonl", rows))
    assert [part.path for part in found if isinstance(part, Document)] == ["a.jsonl:1", "a.jsonl:5"]
    (problem,) = [part for part in found if isinstance(part, Unreadable)]
    assert problem.reason == "4 of 6 rows cannot be read or have no text (lines 2, 3, 4, 6)"
    assert problem is found[-1]


def test_many_broken_rows_are_not_all_named() -> None:
    (problem,) = parts("a.jsonl", b"{\n" * 20)
    assert isinstance(problem, Unreadable)
    assert problem.reason.endswith("(lines 1, 2, 3, 4, 5, 6, …)")


def test_a_csv_may_have_quotes_lines_and_another_delimiter() -> None:
    data = 'Title;Text;Author\r\n"A; B";"One line.\r\n\r\nAnother.";Ann\r\nC;D.;Carl\r\n'
    one, two = read("a.csv", data.encode("utf-8-sig"))
    assert (one.title, one.path, two.path) == ("A; B", "a.csv:2", "a.csv:5")
    assert one.text == "One line.\n\nAnother."
    assert two.authors == ("Carl",)


def test_rows_of_a_csv_that_do_not_fit_are_told() -> None:
    found = list(parts("a.csv", b"title,text\na,One.\nb\nc,,d\ne,Five.\n"))
    (problem,) = [part for part in found if isinstance(part, Unreadable)]
    assert problem.reason == "2 of 4 rows cannot be read or have no text (lines 3, 4)"
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"name,value\na,1\n", "no column called text; the columns are name, value"),
        ("a.csv", b"title,text\n", "no rows in it"),
        ("a.jsonl", b"{}\n", "1 of 1 rows cannot be read or have no text (line 1)"),
    ],
)
def test_a_source_without_a_good_row_is_refused(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(name, data)
    assert refusal.value.reason == reason


def test_a_long_article_is_not_too_long() -> None:
    (document,) = read("a.csv", b"text\n" + b"word " * 100_000 + b"\n")
    assert len(document.text) > 400_000


def test_a_row_is_read_by_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n')
    (document,) = read(f"{path}:2")
    assert (document.text, document.path) == ("Two.", f"{path}:2")
    with pytest.raises(Unreadable, match="no such row"):
        read(f"{path}:3")


LISTED = [{"title": "A", "text": "One."}, 7, {"title": "B", "text": "Two."}]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(LISTED),
        json.dumps(LISTED, indent=1),
        json.dumps({"status": "ok", "articles": LISTED}),
        "\ufeff" + json.dumps(LISTED),
    ],
    ids=["one line", "many lines", "inside an object", "marked"],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "-"])
def test_the_articles_of_an_array_are_named_by_their_number(name: str, data: str) -> None:
    one, two, problem = parts(name, data.encode())
    assert (one.path, two.path) == (f"{name}:1", f"{name}:3")
    assert isinstance(problem, Unreadable)
    assert problem.reason == "1 of 3 rows cannot be read or have no text (line 2)"


def test_one_article_over_many_lines_is_read() -> None:
    (document,) = read("a.json", json.dumps(ARTICLE, indent=2).encode())
    assert document.title == "Trade grows"


def test_rows_may_be_in_another_encoding() -> None:
    rows = '{"text": "Déjà vu."}\n{"text": "Two."}\n'
    assert [d.text for d in read("a.jsonl", rows.encode("utf-16"))] == ["Déjà vu.", "Two."]
    assert [d.text for d in read("a.jsonl", rows.encode("cp1252"))] == ["Déjà vu.", "Two."]


def test_a_date_may_be_a_number_or_in_words() -> None:
    rows = b'{"text": "a", "timestamp": 1748426400}\n{"text": "a", "date": "28 May 2025"}'
    assert {document.date for document in read("a.jsonl", rows)} == {"2025-05-28"}


@pytest.mark.parametrize(
    "data",
    [
        "\n\ntitle,text\nA,Some words.\n",
        "sep=;\ntitle;text\nA;Some words.\n",
        "title|text\nA|Some words.\n",
        "title,text\nA,'Some words.'\nB,'words, and words'\n",
        '"title"\t"text"\n"A"\t"Some words."\n',
    ],
    ids=["blank lines", "a spreadsheet's first line", "bars", "single quotes", "tabs"],
)
def test_tables_are_read_however_they_are_written(data: str) -> None:
    document = read("a.csv", data.encode())[0]
    assert (document.title, document.text) == ("A", "Some words.")
