"""Web Annotations: parsed back, each leading to its words, person and program kept apart."""

import json
from typing import Any

from tests.dossier.made import EVIL, TIME, of_seeds, small, written
from tui.dossier import Dossier
from tui.dossier.annotation import content


def items(dossier: Dossier) -> list[dict[str, Any]]:
    collection = json.loads(written(dossier, ".jsonld"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found) == len({item["id"] for item in found})
    return found


def by_purpose(item: dict[str, Any]) -> dict[str, Any]:
    return {body["purpose"]: body for body in reversed(item["body"])}


def test_a_verdict_assesses_its_passage_for_a_claim() -> None:
    item = items(small())[0]
    body = by_purpose(item)
    assert (item["motivation"], item["created"]) == ("assessing", TIME)
    assert (body["tagging"]["value"], body["commenting"]["value"]) == ("contradicts", "a note")
    assert body["linking"]["selector"][0]["exact"].startswith("Trade grew to 12")
    assert item["target"]["selector"][0]["exact"].startswith("Trade grew to 14")


def test_the_reader_and_the_program_are_never_one() -> None:
    for item in items(of_seeds()):
        judged = item["motivation"] == "assessing"
        assert item["creator"]["type"] == ("Person" if judged else "Software")
        assert ("generator" in item) == judged


def test_the_program_tags_a_band_and_describes_what_it_sees() -> None:
    item = next(one for one in items(small()) if one["motivation"] == "linking")
    body = by_purpose(item)
    assert body["tagging"]["value"] == "strong"
    assert body["describing"]["value"].startswith("numbers differ: 12 ↔")
    assert body["linking"]["selector"][0]["exact"].startswith("Trade grew to 12")


def test_selectors_count_code_points_of_the_text() -> None:
    dossier = of_seeds()
    texts = {content(document.sha256): document.text for document in dossier.documents}
    for item in items(dossier):
        linked = [body for body in item["body"] if body["purpose"] == "linking"]
        for place in (item["target"], *linked):
            text, (quote, position) = texts[place["source"]["id"]], place["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_a_confirmed_silence_is_said_of_the_claim_itself() -> None:
    item = next(one for one in items(small()) if one["body"][0]["value"] == "silence confirmed")
    assert item["target"]["selector"][0]["exact"] == "The lake is 40 metres deep."
    assert "linking" not in by_purpose(item)


def test_an_orphan_is_tagged_as_one_and_keeps_its_words() -> None:
    orphans = [one for one in items(small()) if "orphaned" in json.dumps(one["body"])]
    assert len(orphans) == 1
    assert orphans[0]["target"]["source"] == content("0" * 64)


def test_hostile_words_come_back_as_they_were_but_for_halves_of_characters() -> None:
    data = written(small(EVIL, EVIL), ".jsonld")
    assert not set(data.decode("utf-8")) & set("\x1b\x00\u202e")
    item = items(small(EVIL, EVIL))[0]
    assert item["target"]["selector"][0]["exact"] == EVIL.replace("\ud800", "\ufffd")


def test_a_document_is_named_by_its_bytes() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert content(empty) == "ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
