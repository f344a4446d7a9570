from __future__ import annotations

import io
import json

import pytest

from extractor.records import ArticleRecord, ClaimRecord
from extractor.writers import WRITERS, Layout, Options
from extractor.writers.grouping import as_articles
from tests.by_hand import record

TWO = "<content 1>Tõsi, “no”</content 1>. <content 2>Yes</content 2>."


def lines(found: ArticleRecord, layout: Layout) -> list[bytes]:
    out = io.BytesIO()
    WRITERS["jsonl"].write([found], out, Options(layout))
    assert out.getvalue().endswith(b"\n") or not out.getvalue()
    return out.getvalue().splitlines()


def test_the_article_layout_is_one_line_for_each_article() -> None:
    (line,) = lines(record(TWO), Layout.ARTICLE)
    assert ArticleRecord.model_validate_json(line) == record(TWO)
    assert next(iter(json.loads(line))) == "schema_version"
    assert "Tõsi, “no”".encode() in line


def test_the_claim_layout_is_one_line_for_each_claim() -> None:
    written = [json.loads(line) for line in lines(record(TWO), Layout.CLAIM)]
    assert [claim["text"] for claim in written] == ["Tõsi, “no”", "Yes"]
    assert written[0]["article"]["id"] == "a"
    assert written[0]["extractor"]["model"] == "m"
    assert lines(record("No claim."), Layout.CLAIM) == []


def test_fields_are_written_under_their_published_names() -> None:
    change = {"direction": "up", "from": 1.0, "to": None, "multiplier": None, "by": None}
    data = record("<content 1>a</content 1> <quantity value=3>3</quantity>").model_dump(by_alias=True)
    data["quantities"][0]["change"] = change
    (line,) = lines(ArticleRecord.model_validate(data), Layout.ARTICLE)
    assert json.loads(line)["quantities"][0]["change"] == change


@pytest.mark.parametrize("layout", Layout)
def test_lone_surrogates_survive(layout: Layout) -> None:
    found = record("<content 1>a\ud800 \udfffé</content 1>")
    (line,) = lines(found, layout)
    assert line.isascii()
    written = json.loads(line)
    claim = written["claims"][0] if layout is Layout.ARTICLE else written
    assert claim["text"] == "a\ud800 \udfffé"


def test_escaped_lines_differ_from_others_in_escapes_only() -> None:
    plain, escaped = (
        lines(record(f"<content 1>{text}</content 1>"), Layout.ARTICLE)[0] for text in ("ab", "a\ud800")
    )
    assert escaped.replace(b"\\ud800", b"b") == plain


def test_claims_of_one_line_each_become_articles_again() -> None:
    one, other = (
        record(TWO),
        record(TWO).model_copy(update={"article": record(TWO).article.model_copy(update={"id": "b"})}),
    )
    claims: list[ArticleRecord | ClaimRecord] = [*one.claim_records(), *other.claim_records(), one]
    found = list(as_articles(claims))
    assert [article.article.id for article in found] == ["a", "b", "a"]
    assert [article.claims for article in found] == [one.claims] * 3


def test_an_article_of_single_claims_knows_their_numbers_once() -> None:
    found = record("<content 1>a <quantity value=3>3</quantity></content 1> <content 2>b</content 2>")
    (article,) = as_articles(found.claim_records())
    assert article.quantities == found.quantities
