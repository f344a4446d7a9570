from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractor
from extractor import Article, Extractor, ExtractorError
from extractor.errors import ModelError, ResourceError
from extractor.language.resources import Resources
from extractor.version import VERSION

SAID = "Ana Kask said on Friday that the bridge would open."
REPORTED = "According to the ministry, 12 ships were stopped. {}three crews were arrested."
DAY = dt.date(2024, 3, 5)


def test_articles_come_in_order(extractor_: Extractor) -> None:
    articles = [Article(f"{SAID} It cost ${number}.", id=str(number)) for number in range(20)]
    records = list(extractor_.pipe(articles))
    assert [record.article.id for record in records] == [article.id for article in articles]
    for article, record in zip(articles, records, strict=True):
        assert record.article.sha256 == article.sha256
        assert record.quantities[-1].text == article.text[article.text.index("$") : -1]


def test_articles_are_streamed(extractor_: Extractor) -> None:
    read: list[int] = []

    def endless() -> Iterator[Article]:
        while True:
            read.append(len(read))
            yield Article(SAID, id=str(len(read)))

    record = next(extractor_.pipe(endless()))
    assert record.article.id == "1"
    assert len(read) < 100


def test_an_article_reads_alike_alone_and_among_others(extractor_: Extractor) -> None:
    articles = [Article(SAID), Article(REPORTED.format("Additionally, ")), Article("")]
    assert list(extractor_.pipe(articles)) == [extractor_.extract(article) for article in articles]
    assert list(extractor_.pipe([])) == []


@pytest.mark.parametrize("published", ["2024-03-05", DAY, dt.datetime(2024, 3, 5, 23, 59)], ids=repr)
def test_the_published_argument_resolves_dates(extractor_: Extractor, published: dt.date | str) -> None:
    record = extractor_.extract(SAID, published=published)
    assert (record.article.published, record.article.published_from) == (DAY, "argument")
    assert [timex.value for timex in record.timexes] == ["2024-03-01"]


def test_the_argument_goes_before_metadata_and_metadata_before_the_head(extractor_: Extractor) -> None:
    article = Article(f"Date: 1 January 2020\n\n{SAID}", published=dt.date(2021, 1, 1))
    assert extractor_.extract(article, published=DAY).article.published == DAY
    told = extractor_.extract(article).article
    assert (told.published, told.published_from) == (dt.date(2021, 1, 1), "metadata")
    head = extractor_.extract(article.text).article
    assert (head.published, head.published_from) == (dt.date(2020, 1, 1), "head")


@pytest.mark.parametrize("published", ["yesterday", "2024-02-30", "05/03/2024", ""])
def test_a_bad_date_is_refused(extractor_: Extractor, published: str) -> None:
    with pytest.raises(ExtractorError, match=r"not a date .*give the publication date as YYYY-MM-DD"):
        extractor_.extract(SAID, published=published)


FLAGS = {
    "": ["empty", "no-publication-date"],
    " \n\t\u2003": ["empty", "no-publication-date"],
    SAID: ["no-publication-date"],
    f"Date: 1 January 2020\n\n{SAID}": [],
}


@pytest.mark.parametrize("text", FLAGS)
def test_flags(extractor_: Extractor, text: str) -> None:
    assert extractor_.extract(text).flags == FLAGS[text]


def test_an_empty_article_has_an_empty_record(extractor_: Extractor) -> None:
    record = extractor_.extract("", published=DAY)
    assert not (record.claims or record.quantities or record.timexes or record.mentions)
    assert record.flags == ["empty"]


def test_the_head_describes_the_article(extractor_: Extractor) -> None:
    text = f"Bridge opens after six years\n\nBy Jo Smith in Tallinn\n5 March 2024\n\n{SAID}"
    told = extractor_.extract(text).article
    assert (told.title, told.author) == ("Bridge opens after six years", "Jo Smith")
    assert (told.published, told.published_from) == (DAY, "date line")


def test_a_headline_does_not_melt_into_the_story(extractor_: Extractor) -> None:
    (claim,) = extractor_.extract(f"Bridge opens after six years\n\n{SAID}", published=DAY).claims
    assert claim.sentences.text == SAID
    assert claim.attribution and claim.attribution.claimant
    assert (claim.attribution.claimant.name, claim.text) == ("Ana Kask", "that the bridge would open")


CARRIED = {
    "an additive connective": (REPORTED.format("Additionally, "), ["three crews were arrested"]),
    "no connective": (REPORTED.format("At sea "), []),
    "a contrast": (REPORTED.format("However, "), []),
    "another paragraph": (REPORTED.format("\n\nAdditionally, "), []),
    "a source of its own": (
        "According to the ministry, 12 ships were stopped. Additionally, Ana Kask said that three crews were arrested.",
        [],
    ),
}


@pytest.mark.parametrize("name", CARRIED)
def test_carried_scope(extractor_: Extractor, name: str) -> None:
    text, expected = CARRIED[name]
    found = [claim for claim in extractor_.extract(text).claims if claim.attribution]
    explicit = [claim for claim in found if claim.attribution and claim.attribution.scope == "explicit"]
    carried = [claim for claim in found if claim not in explicit]
    assert [claim.text for claim in carried] == expected
    for claim in carried:
        assert claim.flags == ["carried"]
        assert claim.attribution and claim.attribution.claimant
        assert claim.attribution.claimant.name == "ministry"
        assert claim.attribution.confidence < max(c.attribution.confidence for c in explicit if c.attribution)


def test_numbers_inside_attributed_content_make_no_statistic(extractor_: Extractor) -> None:
    kinds = [claim.kind for claim in extractor_.extract(REPORTED.format("At sea ")).claims]
    assert kinds == ["indirect", "statistic"]


def test_min_confidence_leaves_out_what_is_less_sure(extractor_: Extractor) -> None:
    text = REPORTED.format("Additionally, ")
    given = [claim for claim in extractor_.extract(text).claims if claim.attribution]
    limit = max(claim.attribution.confidence for claim in given if claim.attribution)
    strict = extractor.load(min_confidence=limit - 0.01)
    kept = [claim for claim in strict.extract(text).claims if claim.attribution]
    assert len(kept) == 1 < len(given)
    nothing = extractor.load(min_confidence=1.0)
    assert [claim for claim in nothing.extract(text).claims if claim.kind == "statistic"] == []


def test_the_record_names_the_versions_it_comes_from(extractor_: Extractor) -> None:
    provenance = extractor_.extract(SAID).extractor
    options = Resources("en").toml("pipeline")
    assert (provenance.version, provenance.model) == (VERSION, options["model"])
    assert provenance.resources_sha256 == Resources("en").sha256
    assert provenance.model_version


def test_an_unknown_model_or_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such spaCy model"):
        extractor.load(str(tmp_path / "nowhere"))
    with pytest.raises(ResourceError, match=r"pipeline\.toml"):
        extractor.load(language="zz")


def test_a_record_holds_plain_data(extractor_: Extractor) -> None:
    record = extractor_.extract(SAID, published=DAY)
    written = json.loads(record.model_dump_json(by_alias=True))
    assert written["article"]["published"] == "2024-03-05"
    assert type(record).model_validate(written) == record


def test_a_closing_quotation_mark_stays_with_its_sentence(extractor_: Extractor) -> None:
    text = 'The port handled 340 ships in a year of "big ice." The mayor left.'
    (statistic,) = [claim for claim in extractor_.extract(text).claims if claim.kind == "statistic"]
    assert statistic.text == 'The port handled 340 ships in a year of "big ice."'
