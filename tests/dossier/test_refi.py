"""REFI-QDA: a project as the standard's schema orders it, whose positions lead to the words."""

import re
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.dossier.made import EVIL, of_seeds, report_of, small, written
from tui.dossier import Dossier
from tui.dossier.refi import names

SPACE = "{urn:QDA-XML:project:1.0}"
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
CHILDREN = {
    "Project": "Users CodeBook Sources Description",
    "Users": "User",
    "CodeBook": "Codes",
    "Codes": "Code",
    "Code": "Description Code",
    "Sources": "TextSource",
    "TextSource": "Description PlainTextSelection",
    "PlainTextSelection": "Description Coding",
    "Coding": "CodeRef",
}
"""The children that the schema allows and that are made here, in its order."""
NEEDED = {
    "Project": "name",
    "User": "guid",
    "Code": "guid name isCodable",
    "TextSource": "guid plainTextPath",
    "PlainTextSelection": "guid startPosition endPosition creationDateTime",
    "Coding": "guid",
    "CodeRef": "targetGUID",
}
"""The attributes that the schema, or an importer, asks for."""


def archive(dossier: Dossier) -> tuple[etree._Element, ZipFile]:
    opened = ZipFile(BytesIO(written(dossier, ".qdpx")))
    assert opened.testzip() is None
    return etree.fromstring(opened.read("project.qde")), opened


@pytest.mark.parametrize("dossier", [small(), small(EVIL, EVIL), of_seeds()])
def test_elements_and_attributes_are_those_of_the_schema_in_its_order(dossier: Dossier) -> None:
    project, _ = archive(dossier)
    for element in project.iter(etree.Element):
        name = element.tag.removeprefix(SPACE)
        order = CHILDREN.get(name, "").split()
        children = [order.index(child.tag.removeprefix(SPACE)) for child in element]
        assert children == sorted(children), f"children of {name}"
        assert set(NEEDED.get(name, "").split()) <= set(element.attrib)
        for attribute in element.attrib:
            if attribute.lower().endswith(("guid", "user")):
                assert GUID.match(element.get(attribute))
    guids = Counter(project.xpath("//@guid"))
    assert max(guids.values()) == 1
    assert set(project.xpath("//@targetGUID | //@creatingUser")) <= set(guids)


def test_selections_lead_to_the_words_in_the_archived_text() -> None:
    dossier = of_seeds()
    project, opened = archive(dossier)
    sources = project.findall(f".//{SPACE}TextSource")
    assert len(sources) == len(dossier.documents)
    for source, document in zip(sources, dossier.documents, strict=True):
        path = source.get("plainTextPath").replace("internal://", "sources/")
        text = opened.read(path).decode("utf-8")
        assert text == document.text
        assert b"\r" not in opened.read(path)
        for selection in source.findall(f"{SPACE}PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            shown = " ".join(text[start:end].split())
            assert shown.startswith(selection.get("name"))


def test_the_readers_codes_and_the_programs_are_groups_by_two_users() -> None:
    project, _ = archive(small())
    users = {user.get("guid"): user.get("name") for user in project.iter(f"{SPACE}User")}
    groups = {
        code.get("guid"): group.get("name")
        for group in project.findall(f"{SPACE}CodeBook/{SPACE}Codes/{SPACE}Code")
        for code in group.findall(f"{SPACE}Code")
    }
    called = {code.get("guid"): code.get("name") for code in project.iter(f"{SPACE}Code")}
    coded = []
    for selection in project.iter(f"{SPACE}PlainTextSelection"):
        (target,) = selection.xpath(".//@targetGUID")
        user = users[selection.get("creatingUser")]
        assert groups[target].endswith("(the reader)") == (user == "Reader")
        coded.append(called[target])
    assert sorted(coded) == [
        *("claim with passages", "contradicts", "silence confirmed", "silent claim", "strong")
    ]


def test_hostile_text_is_archived_character_for_character() -> None:
    dossier = small(EVIL, EVIL)
    project, opened = archive(dossier)
    path = project.findall(f".//{SPACE}TextSource")[1].get("plainTextPath")
    text = opened.read(path.replace("internal://", "sources/")).decode("utf-8")
    assert text == dossier.reports[0].text.replace("\ud800", "?")


def test_a_verdict_keeps_its_time_and_its_note() -> None:
    project, _ = archive(small())
    times = project.xpath("//@creationDateTime")
    assert "2026-11-22T17:05:00Z" in times
    assert "a note" in "".join(project.itertext())
    assert "Orphaned: supports" in project.find(f"{SPACE}Description").text


def test_names_are_told_apart_and_fit_for_files() -> None:
    given = [report_of("a.txt", "x", title=title) for title in ("a/b:c", "A_b_c", "..", "a?b?c")]
    assert list(names(given)) == ["a_b_c", "A_b_c 2", "document", "a_b_c 3"]
