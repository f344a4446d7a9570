"""The constructions that must come out right, whatever else changes: an article of our own with each of them."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import ArticleRecord, Extractor
from extractor.records import Claim
from tests.golden import CORPUS

Who = tuple[str, str, str | None]
ORLIC: Who = ("Stefan Orlic", "person", "President")
TAMRIAN: Who = ("Tamrian side", "group", None)

CLAIMS: dict[str, tuple[str, str, Who, list[str], str]] = {
    "that Karsova would keep its ships at sea": ("indirect", "assert", ORLIC, [], "explicit"),
    "that his government would not fire first": ("indirect", "emphasize", ORLIC, ["KTA"], "explicit"),
    "“We will answer every signal": ("direct", "state", ORLIC, [], "explicit"),
    "the establishment of a night-watch office": ("indirect", "mention", ORLIC, [], "explicit"),
    "since the beginning of this year, Karsova's": ("indirect", "according to", TAMRIAN, [], "explicit"),
    "unmarked boats have cut fishing nets": ("indirect", "according to", TAMRIAN, [], "carried"),
    "On October 9, alone, Karsovan helicopters": ("indirect", "according to", TAMRIAN, [], "carried"),
    "there appears to be a shared view": ("indirect", "as per", ORLIC, [], "explicit"),
}


@pytest.fixture(scope="module")
def record(extractor_: Extractor) -> ArticleRecord:
    return extractor_.extract((CORPUS / "a01-strait-incidents.txt").read_text("utf-8"))


def claim(record: ArticleRecord, beginning: str) -> Claim:
    """The attributed claim whose text begins so."""
    written = beginning.replace("“", '"')
    (found,) = [c for c in record.claims if c.attribution and c.text.startswith(written)]
    return found


def test_the_date_stands_in_the_head_and_in_no_content(record: ArticleRecord) -> None:
    assert (record.article.published, record.article.published_from) == (dt.date(2023, 10, 16), "head")
    head = len(" date 2023-10-16")
    assert all(piece.start > head for claim in record.claims for piece in claim.content)


@pytest.mark.parametrize("beginning", CLAIMS)
def test_who_said_it_and_how(record: ArticleRecord, beginning: str) -> None:
    kind, lemma, who, via, scope = CLAIMS[beginning]
    found = claim(record, beginning)
    attribution = found.attribution
    assert attribution and attribution.claimant
    told = attribution.claimant
    assert (found.kind, attribution.cue_lemma) == (kind, lemma)
    assert (told.name, told.kind, told.role) == who
    assert [one.name for one in attribution.via] == via
    assert attribution.scope == scope


def test_pronouns_are_resolved(record: ArticleRecord) -> None:
    resolved = {
        (a.source[0].text, a.claimant.name, a.claimant.resolved_by)
        for c in record.claims
        if (a := c.attribution) and a.claimant and a.source
    }
    assert ("he", "Stefan Orlic", "pronoun") in resolved
    assert ("He", "Stefan Orlic", "pronoun") in resolved
    assert ("Orlic", "Stefan Orlic", "surname") in resolved


NUMBERS = {
    "since the beginning of this year, Karsova's": [(41, "close passes")],
    "unmarked boats have cut fishing nets": [(212, "times")],
    "On October 9, alone, Karsovan helicopters": [(6, "separate occasions")],
}


@pytest.mark.parametrize("beginning", NUMBERS)
def test_numbers_in_contents(record: ArticleRecord, beginning: str) -> None:
    found = claim(record, beginning).quantities
    assert [(q.value, q.counted.text if q.counted else None) for q in found] == NUMBERS[beginning]


DAYS = {
    "since the beginning of this year, Karsova's": (dt.date(2023, 1, 1), dt.date(2023, 10, 16)),
    "On October 9, alone, Karsovan helicopters": (dt.date(2023, 10, 9), dt.date(2023, 10, 9)),
}


@pytest.mark.parametrize("beginning", DAYS)
def test_times_in_contents(record: ArticleRecord, beginning: str) -> None:
    (timex,) = claim(record, beginning).timexes
    assert timex.interval
    assert (timex.interval.begin, timex.interval.end) == DAYS[beginning]


def test_what_is_carried_is_less_sure(record: ArticleRecord) -> None:
    origin = claim(record, "since the beginning of this year, Karsova's").attribution
    for beginning, (*_, scope) in CLAIMS.items():
        carried = claim(record, beginning).attribution
        if scope == "carried":
            assert origin and carried and carried.confidence < origin.confidence


def test_a_subhead_is_no_claim_and_no_part_of_one(record: ArticleRecord) -> None:
    subhead = "Traffic through the narrows still thin"
    assert not any(subhead in one.text or subhead in one.sentences.text for one in record.claims)


@pytest.mark.parametrize("pointing_back", ["the two navies", "the two powers"])
def test_a_definite_count_that_points_back_makes_no_statistic(
    record: ArticleRecord, pointing_back: str
) -> None:
    statistics = [one.text for one in record.claims if one.kind == "statistic"]
    assert statistics
    assert not any(pointing_back in text for text in statistics)
