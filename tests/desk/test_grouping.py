"""Same claim across articles: what is one claim, what only looks like it, and that order says nothing."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from extractor import Article, Extractor
from extractor.cli import main
from extractor.desk.grouping import group_claims, group_with_archive
from extractor.errors import InputError
from extractor.language.resources import Resources
from extractor.records import ClaimRecord

RESOURCES = Resources()
FIRST = (
    "A ferry sank off Tallowhaven on Monday, killing 38 passengers, the harbour authority of Tallowhaven said. "
    '"Nobody warned us that the lifeboats were rotten," Ida Brandt said. '
    "Quarrenstead council approved a copper mine worth 640 million pounds, mayor Olaf Reeve said."
)
SECOND = (
    "Officials said 38 passengers were killed when a ferry sank off Tallowhaven on Monday. "
    'Survivor Ida Brandt told Radio Quay that "nobody warned us that the lifeboats were rotten". '
    "Wheat farmers in Norland expect a poor harvest, their union said."
)
THIRD = "At least 41 passengers were killed when a ferry sank off Tallowhaven on Monday, the harbour authority said."


@pytest.fixture(scope="module")
def claims(extractor_: Extractor) -> list[ClaimRecord]:
    texts = (
        ("a", FIRST, "2024-03-05", "Post"),
        ("b", SECOND, "2024-03-05", "Herald"),
        ("c", THIRD, "2024-03-07", "Post"),
    )
    return [
        claim
        for name, text, day, outlet in texts
        for claim in extractor_.extract(Article(text, id=name, outlet=outlet), day).claim_records()
    ]


def of_words(groups: list[dict[str, object]], words: str) -> dict[str, object]:
    return next(group for group in groups if words in json.dumps(group))


def test_what_says_the_same_is_one_group(claims: list[ClaimRecord]) -> None:
    quoted = of_words(list(group_claims(claims, RESOURCES)), "rotten")
    assert quoted["kind"] == "repeat"
    assert {member["article"] for member in quoted["members"]} == {"a", "b"}  # type: ignore[attr-defined]


def test_a_toll_that_grows_is_told_from_a_repeat(claims: list[ClaimRecord]) -> None:
    toll = of_words(list(group_claims(claims, RESOURCES)), "ferry")
    assert toll["kind"] == "updated"
    assert toll["first"]["published"] == "2024-03-05"  # type: ignore[index]
    assert any([38.0, 41.0] in difference["figures"] for difference in toll["differs"])  # type: ignore[attr-defined]


def test_figures_that_disagree_on_one_day_are_a_conflict(claims: list[ClaimRecord]) -> None:
    day = {"published": claims[0].article.published}
    same_day = [
        claim.model_copy(update={"article": claim.article.model_copy(update=day)}) for claim in claims
    ]
    assert of_words(list(group_claims(same_day, RESOURCES)), "ferry")["kind"] == "conflict"


def test_what_nobody_else_says_is_no_group(claims: list[ClaimRecord]) -> None:
    assert "copper" not in json.dumps(list(group_claims(claims, RESOURCES)))


def test_the_order_of_the_claims_says_nothing(claims: list[ClaimRecord]) -> None:
    shuffled = random.Random(7).sample(claims, len(claims))
    assert list(group_claims(claims, RESOURCES)) == list(group_claims(shuffled, RESOURCES))


def test_a_denial_is_not_what_it_denies(claims: list[ClaimRecord]) -> None:
    ferry = [claim for claim in claims if "ferry" in claim.text and claim.article.id != "c"]
    told, other = ferry
    assert told.attribution is not None
    denied = told.model_copy(
        update={"attribution": told.attribution.model_copy(update={"cue_class": "deny"})}
    )
    assert len(list(group_claims([told, other], RESOURCES))) == 1
    assert list(group_claims([denied, other], RESOURCES)) == []


def test_today_is_compared_with_the_archive(claims: list[ClaimRecord], tmp_path: Path) -> None:
    archive = tmp_path / "archive.sqlite"
    yesterday = [claim for claim in claims if claim.article.id != "c"]
    today = [claim for claim in claims if claim.article.id == "c"]
    before = {group["group"] for group in group_with_archive(yesterday, archive, RESOURCES)}
    found = list(group_with_archive(today, archive, RESOURCES))
    assert [group["kind"] for group in found] == ["updated"]
    assert {group["group"] for group in found} <= before
    assert list(group_with_archive(today, archive, RESOURCES)) == []


def test_another_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"no database at all, but long enough to be looked at" * 20)
    with pytest.raises(InputError, match="no archive of claims"):
        list(group_with_archive([], other, RESOURCES))


def test_the_command_writes_a_line_a_group(claims: list[ClaimRecord], tmp_path: Path) -> None:
    source, out = tmp_path / "claims.jsonl", tmp_path / "groups.jsonl"
    source.write_text("".join(claim.model_dump_json(by_alias=True) + "\n" for claim in claims))
    assert main(["group", str(source), "-o", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert all(line.keys() == {"group", "kind", "first", "members", "differs"} for line in lines)
    assert {line["kind"] for line in lines} == {"repeat", "updated"}
