"""BibTeX: entries that a strict parser reads, keys that no two share."""

import re
from dataclasses import replace

import pytest

from tests.dossier.made import EVIL, FIRST, gathered, paper_of, report_of, small, written
from tui.document import Document
from tui.dossier.bibliography import key, tex

ENTRY = re.compile(r"@misc\{(?P<key>[a-z0-9-]+),\n(?P<fields>(?:  [a-z]+ = [^\n]+\n)+)\}\n\n")
FIELD = re.compile(r"  ([a-z]+) = (\{.*\}|[a-z]{3}),?")


def entries(text: str) -> list[tuple[str, dict[str, str]]]:
    """Parse strictly: nothing between entries, braces that pair, every field once."""
    found, at = [], 0
    while at < len(text):
        match = ENTRY.match(text, at)
        assert match, text[at : at + 200]
        fields: dict[str, str] = {}
        *lines, _ = match["fields"].split("\n")
        for line in lines:
            field = FIELD.fullmatch(line)
            assert field, line
            assert field[1] not in fields
            assert paired(field[2])
            fields[field[1]] = field[2]
        found.append((match["key"], fields))
        at = match.end()
    return found


def paired(value: str) -> bool:
    depth = 0
    for place, character in enumerate(value):
        depth += (character == "{") - (character == "}")
        if depth < 0 or (depth == 0 and value[0] == "{" and place < len(value) - 1):
            return False
    return depth == 0


def test_documents_are_told_with_what_they_say_of_themselves() -> None:
    report = report_of("a.txt", "Trade grew.", title="50% more & why", outlet="The Times")
    report = replaced(report, authors=("Ann Lee", "Lee and Sons"), date="2025-05-28")
    report = replaced(report, url="https://example.org/a_b?c={d}%20")
    dossier = gathered(paper_of(FIRST), [report], [])
    name, fields = entries(written(dossier, ".bib").decode("utf-8"))[1]
    assert name == "lee2025more"
    assert fields == {
        "author": "{Ann Lee and {Lee and Sons}}",
        "title": r"{{50\% more \& why}}",
        "howpublished": "{The Times}",
        "year": "{2025}",
        "month": "may",
        "url": "{https://example.org/a_b?c=%7Bd%7D%20}",
        "note": f"{{SHA-256 of the file: {report.sha256}}}",
    }


def replaced(document: Document, **fields: object) -> Document:
    return replace(document, **fields)  # type: ignore[arg-type]


def test_keys_are_unique() -> None:
    reports = [report_of(f"{n}.txt", "Trade grew.", title="Trade") for n in range(4)]
    reports += [report_of("other.txt", "Handel.", title="…")]
    text = written(gathered(paper_of(FIRST), reports, []), ".bib").decode("utf-8")
    keys = [name for name, _ in entries(text)]
    assert len(keys) == len(set(keys)) == 6


def test_hostile_words_stay_in_their_fields() -> None:
    assert len(entries(written(small(EVIL), ".bib").decode("utf-8"))) == 3


@pytest.mark.parametrize(
    ("written_as", "printed_by"),
    [
        ("100% & #1_a", r"100\% \& \#1\_a"),
        ("{a} \\b", r"\textbraceleft{}a\textbraceright{} \textbackslash{}b"),
        ("~^$", r"\textasciitilde{}\textasciicircum{}\$"),
        ("é “ü”", "é “ü”"),
    ],
)
def test_what_latex_takes_for_an_order_is_printed(written_as: str, printed_by: str) -> None:
    assert tex(written_as) == printed_by


@pytest.mark.parametrize(
    ("fields", "made"),
    [
        ({"title": "Élan vital", "outlet": "Le Soir", "date": "2024"}, "lesoir2024elan"),
        ({"title": "…"}, "document"),
        ({"title": "Trade grew", "authors": ("Zoë Ångström",)}, "angstromtrade"),
    ],
)
def test_a_key_is_made_of_who_when_and_what_about(fields: dict[str, object], made: str) -> None:
    assert key(replaced(report_of("a.txt", "…"), **fields)) == made
