"""Check-worthiness: what kind of claim it is, how much a desk would want it, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, Extractor
from extractor.cli import main
from extractor.cli.rank import elsewhere
from extractor.desk.checkworthiness.model import LogLinear, Weights
from extractor.desk.ranking import Choice, Group, ranked
from extractor.errors import InputError
from extractor.records import ArticleRecord, ClaimRecord

TEXT = (
    "Unemployment in Norland fell to 4.1 percent in 2019 from 5.2 percent a year earlier, the labour ministry said. "
    '"I am so proud of this wonderful team," Ann Lee said. '
    "Norbank cut 400 jobs in Leeds last year, union leader Tom Rudd said."
)


@pytest.fixture(scope="module")
def record(extractor_: Extractor) -> ArticleRecord:
    return extractor_.extract(Article(TEXT, id="a"), "2024-03-05")


def check_of(record: ArticleRecord, words: str) -> ClaimRecord:
    return next(claim for claim in record.claim_records() if words in claim.text)


def score(claim: ClaimRecord) -> float:
    assert claim.check is not None
    return claim.check.score


def test_figures_rank_above_feelings(record: ArticleRecord) -> None:
    figure, feeling = check_of(record, "Unemployment"), check_of(record, "proud")
    assert score(figure) > 0.6 > 0.3 > score(feeling)


def test_reasons_say_which_figure(record: ArticleRecord) -> None:
    check = check_of(record, "Unemployment").check
    assert check is not None
    assert check.type == "measure"
    assert any("4.1 percent" in reason for reason in check.reasons)


def test_an_opinion_is_told_as_one(record: ArticleRecord) -> None:
    check = check_of(record, "proud").check
    assert check is not None
    assert check.type == "opinion"
    assert check.reasons[0] == "an opinion: a judgement rather than a fact"


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("We created 3.2 million jobs in four years.", "We can do better, and we will."),
        ("He voted against the bill in 2003.", "Thank you very much, Jim."),
        ("Crime rose by 12 percent in Leeds.", "What would you do about crime?"),
    ],
)
def test_bare_sentences(extractor_: Extractor, fact: str, other: str) -> None:
    first, second = extractor_.check([fact, other])
    assert first.score > 0.5 > second.score


def test_an_empty_sentence_is_judged_too(extractor_: Extractor) -> None:
    assert next(extractor_.check([""])).score < 0.2


def test_ranking_does_not_depend_on_the_order(record: ArticleRecord) -> None:
    claims = record.claim_records()
    assert ranked(claims, Choice()) == ranked(claims[::-1], Choice())


def test_the_same_words_stand_once(record: ArticleRecord) -> None:
    claims = record.claim_records()
    found = ranked([*claims, *claims], Choice())
    assert [one.repeats for one in found] == [1] * len(claims)


SAME = {
    "quay": "Norbank cut 400 jobs in Leeds last year, union leader Tom Rudd said.",
    "tide": "Union leader Tom Rudd said that Norbank cut 400 jobs in Leeds last year.",
    "dune": "Trains were late, Ann Lee said.",
}


@pytest.fixture(scope="module")
def day(extractor_: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day's claims: two outlets have one of them."""
    path = tmp_path_factory.mktemp("day") / "claims.jsonl"
    records = [
        extractor_.extract(Article(text, id=outlet, outlet=outlet), "2024-03-05")
        for outlet, text in SAME.items()
    ]
    path.write_text("\n".join(record.model_dump_json() for record in records), "utf-8")
    return path


def listed(capfdbinary: pytest.CaptureFixture[bytes], *options: str) -> list[dict[str, Any]]:
    assert main(["rank", "--to", "jsonl", *options]) == 0
    return [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]


def test_a_claim_of_many_articles_stands_once(
    day: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    found, other = listed(capfdbinary, str(day))
    assert (found["repeats"], other["repeats"], other["group"]) == (1, 0, None)
    wanted = {"kind": "repeat", "articles": 2, "outlets": ["quay", "tide"]}
    assert {name: found["group"][name] for name in wanted} == wanted
    assert main(["rank", str(day)]) == 0
    table = " ".join(capfdbinary.readouterr().out.decode().split())
    assert "in 2 articles" in table


@pytest.mark.parametrize(
    ("kind", "said"), [("conflict", "their figures disagree"), ("updated", "the figures grew")]
)
def test_figures_that_disagree_are_told(record: ArticleRecord, kind: str, said: str) -> None:
    claim = record.claim_records()[0]
    groups = {claim.id: Group("g", kind, ("quay", "tide"), 3)}
    (one, *_) = [found for found in ranked(record.claim_records(), Choice(), groups) if found.group]
    assert elsewhere(one) == f"in 3 articles, also of quay, tide; {said}"


def test_what_was_checked_before_is_told(
    day: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    checks = tmp_path / "checks.csv"
    checks.write_text(
        "claim,verdict,url,date\nNorbank cut 400 jobs in Leeds,False,https://checks.example/1,2024-01-02\n"
    )
    found, _ = listed(capfdbinary, str(day), "--against", str(checks))
    assert [(one["verdict"], one["url"]) for one in found["checks"]] == [
        ("False", "https://checks.example/1")
    ]
    assert listed(capfdbinary, str(day))[0]["checks"] == []


def test_who_says_nothing_is_not_listed(record: ArticleRecord) -> None:
    claim = record.claim_records()[0].model_copy(update={"text": "to comment on the matter"})
    silence = frozenset(["to", "comment", "on", "the", "matter"])
    assert ranked([claim], Choice(silence=silence)) == []
    assert len(ranked([claim], Choice())) == 1


def test_types_and_claimants_are_chosen(record: ArticleRecord) -> None:
    claims = record.claim_records()
    assert {one.check.type for one in ranked(claims, Choice(types=frozenset({"measure"})))} == {"measure"}
    twice = [claims[0], claims[0].model_copy(update={"standalone": "another", "id": "b"})]
    assert len(ranked(twice, Choice(per_claimant=1))) == 1


def test_a_claim_without_check_is_refused(record: ArticleRecord) -> None:
    with pytest.raises(InputError, match="without check"):
        ranked([record.claim_records()[0].model_copy(update={"check": None})], Choice())


def test_sentences_keep_their_order_and_ids(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "s.jsonl"
    rows: list[dict[str, object]] = [
        {"id": 7, "text": "Exports fell by 4 percent."},
        {"id": "b", "text": "Thanks."},
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert main(["rank", "--sentences", str(file)]) == 0
    lines = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == [7, "b"]
    assert lines[0].keys() == {"id", "score", "type", "reasons"}


@pytest.mark.parametrize("line", ["{", '{"id": 1}', "[]", '{"id": 1, "text": 2}'])
def test_bad_sentences_are_told_by_line(tmp_path: Path, line: str, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "s.jsonl"
    file.write_text(f"{line}\n")
    assert main(["rank", "--sentences", str(file)]) != 0
    assert "line 1" in capfd.readouterr().err


def test_weights_of_nothing_say_nothing() -> None:
    assert LogLinear({}).probability(["number"]) == 0.5
    assert Weights().type_of(["number"]) == "other"
