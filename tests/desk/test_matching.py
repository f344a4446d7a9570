"""Checked before: the forms in which checks are published, and which of them is of a claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.desk.matching import SURE, Index
from extractor.desk.matching.checks import Check, read_checks
from extractor.errors import InputError
from extractor.language.grouping import GroupingWords
from extractor.language.resources import Resources

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "Norland spends 4 billion pounds a year on ferries",
    "url": "https://checks.example/ferries",
    "datePublished": "2024-02-01",
    "author": {"@type": "Organization", "name": "Quay Check"},
    "reviewRating": {"alternateName": "False", "ratingValue": 1},
}
FULL = Check(
    str(REVIEW["claimReviewed"]), "False", "https://checks.example/ferries", "2024-02-01", "Quay Check"
)
GOOGLE = {
    "claims": [
        {
            "text": REVIEW["claimReviewed"],
            "claimReview": [
                {
                    "publisher": {"name": "Quay Check"},
                    "url": REVIEW["url"],
                    "reviewDate": "2024-02-01",
                    "textualRating": "False",
                }
            ],
        }
    ]
}


@pytest.mark.parametrize(
    "content",
    [REVIEW, [REVIEW], {"@graph": [REVIEW]}, {"dataFeedElement": [{"item": [REVIEW]}]}, GOOGLE],
    ids=["review", "list", "graph", "feed", "google"],
)
def test_json_forms(tmp_path: Path, content: object) -> None:
    file = tmp_path / "checks.json"
    file.write_text(json.dumps(content))
    assert read_checks(file) == [FULL]


def test_averitec(tmp_path: Path) -> None:
    file = tmp_path / "dev.json"
    file.write_text(
        json.dumps(
            [{"claim": "Crime doubled.", "label": "Refuted", "claim_date": "1-2-2024", "questions": []}]
        )
    )
    assert read_checks(file) == [Check("Crime doubled.", "Refuted", None, "1-2-2024")]


def test_csv(tmp_path: Path) -> None:
    file = tmp_path / "checks.csv"
    file.write_text("Claim,Verdict,url,date\nCrime doubled.,false,https://a.example,2024-01-02\n")
    assert read_checks(file) == [Check("Crime doubled.", "false", "https://a.example", "2024-01-02")]


def test_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "checks.jsonl"
    file.write_text(f"{json.dumps(REVIEW)}\n{json.dumps(REVIEW)}\n")
    assert read_checks(file) == [FULL, FULL]


@pytest.mark.parametrize("content", ["", "{", "{}", "[1]"])
def test_what_holds_no_check_is_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "checks.json"
    file.write_text(content)
    with pytest.raises(InputError, match="no check"):
        read_checks(file)


CHECKS = [
    FULL,
    Check("Unemployment in Norland is the lowest since 1970", "Mostly true"),
    Check("Vaccines against measles cause autism", "False"),
    Check("The government has not built a single hospital since 2015", "Misleading"),
    Check("Wind farms killed 20,000 seabirds last winter", "No evidence"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(CHECKS, Resources().lexicon(GroupingWords))


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("Every year 4 billion pounds are spent on ferries in Norland", 0),
        ("Norland's unemployment has fallen to its lowest level since 1970", 1),
        ("that measles vaccines had caused autism", 2),
        ("no hospital was built by the government after 2015", 3),
        ("20,000 seabirds were killed by wind farms", 4),
    ],
)
def test_the_right_check_comes_first(index: Index, claim: str, place: int) -> None:
    assert index.best(claim)[0].check == CHECKS[place]


def test_another_figure_or_a_negation_is_not_sure(index: Index) -> None:
    for claim in (
        "Norland spends 9 billion pounds a year on ferries",
        "Vaccines against measles do not cause autism",
    ):
        best = index.best(claim)[0]
        assert best.score < SURE
        assert best.reasons[-1] in ("other figures", "one of them is negated")


def test_what_nobody_checked_has_no_check(index: Index) -> None:
    assert index.best("The choir of Tallowhaven sang at noon") == []
