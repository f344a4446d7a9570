"""Who speaks how often, and under which name claimants of many articles are filed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor import Article, Extractor
from extractor.cli import main
from extractor.desk.people import filed_under
from extractor.desk.sources import speakers
from extractor.records import ClaimantKind, ClaimantRecord, ClaimRecord, SpanRecord

FORMS = ("inc", "corp", "plc")


def person(name: str, kind: ClaimantKind = "person", by: str = "name") -> ClaimantRecord:
    mention = SpanRecord(start=0, end=len(name), text=name)
    return ClaimantRecord(name=name, mention=mention, kind=kind, resolved_by=by)


SAME = [
    ("Ana Kask", "ana kask"),
    ("Ana B. Kask", "Ana Kask"),
    ("José Marí", "Jose Mari"),
    ("Tom O'Neill", "Tom O’Neill"),
    ("Ana Holt-Ray", "Ana Holt-Ray"),
]
APART = [
    ("Ana Kask", "Kask"),
    ("Ana Kask", "Eva Kask"),
    ("Bo Lind", "Bo Lind Jr."),
    ("Kim Il-sung", "Kim Jong-il"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one: str, other: str) -> None:
    assert filed_under(person(one), "a") == filed_under(person(other), "b")


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_people(one: str, other: str) -> None:
    assert filed_under(person(one), "a") != filed_under(person(other), "b")


def test_legal_forms_and_articles_tell_no_bodies_apart() -> None:
    names = ("Calder Foods Inc.", "Calder Foods", "the Calder Foods Corp")
    assert len({filed_under(person(name, "organisation"), "a", FORMS) for name in names}) == 1


def test_the_unnamed_of_two_articles_stay_apart() -> None:
    officials = person("officials", "group", "nominal")
    assert filed_under(officials, "a") != filed_under(officials, "b")


@pytest.fixture(scope="module")
def claims(extractor_: Extractor) -> list[ClaimRecord]:
    texts = (
        "Ana B. Kask, the mayor, said the dam was safe. She said it was old.",
        '"The dam is safe," Ana Kask said. Officials said it was not.',
        "Kask said the dam was safe. Officials said it was not.",
    )
    found = [
        extractor_.extract(Article(text, id=str(n), outlet=f"Paper {n}"), f"2024-03-0{n}")
        for n, text in enumerate(texts, 1)
    ]
    return [claim for record in found for claim in record.claim_records()]


def test_speakers_are_counted_across_articles(claims: list[ClaimRecord]) -> None:
    rows = {row["name"]: row for row in (speaker.row() for speaker in speakers(claims))}
    kask = rows["Ana B. Kask"]
    assert (kask["claims"], kask["quoted"], kask["articles"], kask["gender"]) == (3, 1, 2, "female")
    assert (kask["first"], kask["last"], kask["outlets"]) == ("2024-03-01", "2024-03-02", "Paper 1; Paper 2")
    assert rows["Kask"]["articles"] == 1


def test_the_order_of_claims_does_not_matter(claims: list[ClaimRecord]) -> None:
    there, back = speakers(claims), speakers(claims[::-1])
    assert [speaker.row() for speaker in there] == [speaker.row() for speaker in back]


@pytest.mark.parametrize("to", ["table", "csv", "jsonl"])
def test_the_command_prints_them(
    claims: list[ClaimRecord], tmp_path: Path, capfd: pytest.CaptureFixture[str], to: str
) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(
        "".join(f"{json.dumps(claim.model_dump(mode='json'))}\n" for claim in claims), encoding="utf-8"
    )
    assert main(["sources", str(file), "--to", to, "--top", "2"]) == 0
    assert "Ana B. Kask" in capfd.readouterr().out
