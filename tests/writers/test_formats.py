"""Every format: its frozen output, and a check by what else reads it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from extractor.errors import ExtractorError, InputError
from extractor.records import ArticleRecord
from extractor.writers import WRITERS, Options, format_for
from extractor.writers.csv import guarded, without_guard
from extractor.writers.labelstudio import CONFIGURATION
from extractor.writers.rows import CLAIM_COLUMNS, Cell
from tests.by_hand import record
from tests.writers.golden import RECORD, TEXT, frozen, readable, text_of, written

CONTEXTS = {
    "https://schema.org": {
        "@vocab": "http://schema.org/",
        "url": {"@type": "@id"},
        "datePublished": {"@type": "http://schema.org/Date"},
    },
    "http://www.w3.org/ns/anno.jsonld": {
        "@vocab": "http://www.w3.org/ns/oa#",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@container": "@list"},
        "target": {"@id": "hasTarget", "@type": "@id"},
        "source": {"@id": "hasSource", "@type": "@id"},
        "selector": "hasSelector",
        "body": "hasBody",
        "motivation": {"@id": "motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "hasPurpose", "@type": "@vocab"},
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "format": "http://purl.org/dc/elements/1.1/format",
    },
}
"""What our documents use of the published contexts, so that no test needs a network."""


def expanded(document: Any) -> list[dict[str, Any]]:
    """The document by the JSON-LD algorithms; a term that no context knows would be lost."""

    def load(url: str, options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url.rstrip("/")]}}

    found: list[dict[str, Any]] = jsonld.expand(
        document, {"documentLoader": load, "processingMode": "json-ld-1.1"}
    )
    return found


@pytest.mark.parametrize("name", WRITERS)
def test_the_output_is_the_frozen_one(name: str) -> None:
    assert readable(name) == frozen(name).read_bytes().decode(), "see tests/writers/golden"


@pytest.mark.parametrize("name", [name for name in WRITERS if name not in ("sqlite", "parquet")])
def test_the_same_records_make_the_same_bytes(name: str) -> None:
    assert written(name) == written(name)


@pytest.mark.parametrize("name", WRITERS)
def test_lone_surrogates_and_articles_without_claims_do_no_harm(name: str) -> None:
    out = io.BytesIO()
    odd = record("<content 1>a\ud800b</content 1> <source 1>Ana</source 1> <quantity value=3>3</quantity>")
    nothing = record("No claim.")
    WRITERS[name].write([odd, nothing], out, Options(text_of=lambda _: "a\ud800b Ana 3"))
    assert out.getvalue()
    if name not in ("sqlite", "parquet", "brat"):
        out.getvalue().decode("utf-8")


@pytest.mark.parametrize("name", [name for name, format in WRITERS.items() if format.needs_text])
def test_a_format_that_holds_the_text_says_that_it_is_missing(name: str) -> None:
    with pytest.raises(InputError, match="--texts"):
        WRITERS[name].write([RECORD], io.BytesIO())


@pytest.mark.parametrize(
    ("name", "out", "expected"),
    [
        (None, None, "jsonl"),
        (None, "claims.ndjson", "jsonl"),
        (None, "claims.CSV", "csv"),
        (None, "claims.averitec.json", "averitec"),
        (None, "claims.jsonld", "jsonld"),
        (None, "a.annotations.jsonld", "webannotation"),
        (None, "claims", "jsonl"),
        ("text", "claims.csv", "text"),
    ],
)
def test_the_name_tells_the_format_and_without_one_the_suffix(
    name: str | None, out: str | None, expected: str
) -> None:
    assert format_for(name, out) is WRITERS[expected]


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(ExtractorError, match=r"'xlsx'; use one of jsonl, csv"):
        format_for("xlsx", None)


# csv


def test_csv_reads_back_as_the_same_rows() -> None:
    found = list(csv.DictReader(io.StringIO(written("csv").decode("utf-8-sig"), newline="")))
    assert list(found[0]) == list(CLAIM_COLUMNS)
    assert [row["text"] for row in found] == [claim.text for claim in RECORD.claims]
    assert {row["title"] for row in found} == {"'=Ferry line to return to Lund Bay"}
    assert {without_guard(row["title"]) for row in found} == {RECORD.article.title}


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "'=1",
        "''@x",
        '=HYPERLINK("http://x.example")',
    ],
)
def test_no_cell_runs_as_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert without_guard(f"'{cell}") == cell


@pytest.mark.parametrize("cell", ["Ana", "'Ana", "12 % more", "", "a=1", -1.5, None])
def test_other_cells_stay_as_they_are(cell: Cell) -> None:
    assert guarded(cell) == cell


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text("'=+-@ \t\r\nab", max_size=8))
def test_every_guard_comes_off(cell: str) -> None:
    safe = str(guarded(cell))
    assert without_guard(safe) == cell
    assert not re.match(r"[=+\-@\t\r]", safe)


# sqlite and parquet


def test_the_full_text_index_finds_claims_by_their_words() -> None:
    with sqlite3.connect(":memory:") as database:
        database.deserialize(written("sqlite"))
        sql = "SELECT claims.text FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid WHERE claims_fts MATCH ?"
        assert [text for (text,) in database.execute(sql, ["kask AND ferry"])] == [RECORD.claims[0].text]
        assert database.execute("INSERT INTO claims_fts (claims_fts) VALUES ('integrity-check')").rowcount
        in_none = database.execute("SELECT text FROM timexes WHERE claim_id IS NULL").fetchall()
        assert in_none == [("Tuesday, 5 March 2024",), ("Monday",)]


def test_duckdb_reads_parquet(tmp_path: Path) -> None:
    if find_spec("duckdb") is None:
        pytest.skip("duckdb is not installed")
    (tmp_path / "claims.parquet").write_bytes(written("parquet"))
    sql = """SELECT claimant, number.value FROM 'claims.parquet', unnest(quantities) AS numbers (number)
        WHERE number.currency = 'GBP' ORDER BY number.value DESC"""
    code = (
        f"import duckdb; print(duckdb.sql({sql!r}).fetchall())"  # in this process it reports leaks at the end
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[('Ana Kask', 2500000.0), ('Ana Kask', 3.0)]\n"


# schema.org and W3C


def test_jsonld_expands_to_the_terms_of_schema_org() -> None:
    nodes = expanded(json.loads(written("jsonld")))
    types = [node["@type"][0].removeprefix("http://schema.org/") for node in nodes]
    assert types.count("NewsArticle") == 1
    assert types.count("Claim") == len(RECORD.claims)
    assert types.count("Quotation") == 3
    (article,) = [node for node in nodes if node["@type"] == ["http://schema.org/NewsArticle"]]
    for node in nodes:
        for link in ("appearance", "isBasedOn"):
            assert [at["@id"] for at in node.get(f"http://schema.org/{link}", [article])] == [article["@id"]]
        assert "http://schema.org/firstAppearance" not in node
    quoted = [
        node["http://schema.org/text"][0]["@value"] for node in nodes if "Quotation" in node["@type"][0]
    ]
    assert quoted == [
        "We waited 14 years 🛥 for this,",
        "and I will ride it first.",
        "between 300 and 400 riders",
    ]


def test_a_claimreview_draft_leaves_the_verdict_to_the_desk() -> None:
    drafts = [json.loads(line) for line in written("claimreview").splitlines()]
    assert len(drafts) == len(RECORD.claims)
    for draft in drafts:
        (node,) = expanded(draft)
        assert node["@type"] == ["http://schema.org/ClaimReview"]
        assert draft["reviewRating"].keys() == {"@type", "ratingExplanation"}
        assert "not yet rated" in draft["reviewRating"]["ratingExplanation"]
        assert draft["claimReviewed"] == draft["itemReviewed"]["text"]
        assert draft["itemReviewed"]["datePublished"] == "2024-03-05"


def test_selectors_find_their_words_in_the_text() -> None:
    page = json.loads(written("webannotation"))
    assert expanded(page)[0]["@type"] == ["http://www.w3.org/ns/oa#AnnotationPage"]
    targets = [target for item in page["items"] for target in item["target"]]
    assert len(targets) == sum(len(claim.content) for claim in RECORD.claims)
    for target in targets:
        quote, position = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert TEXT.index(around) == position["start"] - len(quote["prefix"])


# fact-checking


def test_averitec_has_the_fields_of_the_data_set_and_no_verdict() -> None:
    claims = json.loads(written("averitec"))
    assert {tuple(claim) for claim in claims} == {
        (
            *("claim", "claim_date", "speaker", "original_claim_url"),
            *("reporting_source", "location_ISO_code", "claim_types"),
        )
    }
    assert {claim["claim_date"] for claim in claims} == {"05-03-2024"}
    known = {"Numerical Claim", "Quote Verification", "Event/Property Claim"}
    assert all(claim["claim_types"] and set(claim["claim_types"]) <= known for claim in claims)


def test_checkthat_is_a_table_without_quoting() -> None:
    lines = list(
        csv.reader(io.StringIO(written("checkthat").decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    assert lines[0] == ["Sentence_id", "Text", "class_label"]
    assert len({int(line[0]) for line in lines[1:]}) == len(RECORD.claims)
    assert all(0 <= int(line[0]) < 2**63 for line in lines[1:])
    assert {line[2] for line in lines[1:]} <= {"Yes", "No"}
    assert {len(line) for line in lines} == {3}


def test_datasette_finds_the_search_box_and_the_keys() -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(written("sqlite"))
    # what Datasette asks to find the full-text table of a table
    asked = """SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="claims"%'"""
    assert database.execute(asked).fetchall() == [("claims_fts",)]
    keys = {row[2]: row[3] for row in database.execute("PRAGMA foreign_key_list(quantities)")}
    assert keys == {"claims": "claim_id", "articles": "article_id"}
    assert [row[1] for row in database.execute("PRAGMA table_info(claims)") if row[5]] == ["claim_id"]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT claim_start, claim_end FROM claims").fetchall() == [
        (claim.content[0].start, claim.content[-1].end) for claim in RECORD.claims
    ]


# annotation tools


def test_brat_annotations_follow_its_standoff_format() -> None:
    with zipfile.ZipFile(io.BytesIO(written("brat"))) as archive:
        text, lines = (archive.read(f"00001-lund-ferry-1.{end}").decode() for end in ("txt", "ann"))
        (known,) = map(json.loads, archive.read("articles.jsonl").splitlines())
        configuration = archive.read("annotation.conf").decode()
    assert text == TEXT
    assert (known["id"], known["published"]) == (RECORD.article.id, "2024-03-05")
    labels = set(re.split(r"\s+", configuration.partition("[relations]")[0]))
    bound: set[str] = set()
    for line in lines.splitlines():
        name, middle, *rest = line.split("\t")
        if name.startswith("T"):
            label, places = middle.split(" ", 1)
            spans = [tuple(map(int, place.split(" "))) for place in places.split(";")]
            assert rest == [" ".join(text[start:end] for start, end in spans)]
            assert "\n" not in rest[0] and label in labels
            bound.add(name)
        elif name.startswith("R"):
            assert re.fullmatch(r"(source|cue) Arg1:(T\d+) Arg2:(T\d+)", middle)
            assert set(re.findall(r"T\d+", middle)) <= bound
        else:
            assert re.fullmatch(r"AnnotatorNotes T\d+", middle) and middle.split()[1] in bound
    assert "T10\tStatistic 312 341;342 359\t" in lines, "a piece ends at the line break"


LABELS = [label.get("value") for label in ET.fromstring(CONFIGURATION).iter("Label")]
RELATIONS = [relation.get("value") for relation in ET.fromstring(CONFIGURATION).iter("Relation")]
TASKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "additionalProperties": False,
        "properties": {
            "data": {"type": "object", "required": ["text"]},
            "predictions": {
                "type": "array",
                "items": {
                    "required": ["model_version", "result"],
                    "properties": {
                        "model_version": {"type": "string"},
                        "result": {
                            "type": "array",
                            "items": {
                                "oneOf": [
                                    {
                                        "required": ["id", "from_name", "to_name", "type", "value"],
                                        "properties": {
                                            "type": {"const": "labels"},
                                            "from_name": {"const": "label"},
                                            "to_name": {"const": "text"},
                                            "meta": {
                                                "properties": {
                                                    "text": {"type": "array", "items": {"type": "string"}}
                                                }
                                            },
                                            "value": {
                                                "required": ["start", "end", "text", "labels"],
                                                "properties": {
                                                    "start": {"type": "integer", "minimum": 0},
                                                    "end": {"type": "integer", "minimum": 1},
                                                    "labels": {"type": "array", "items": {"enum": LABELS}},
                                                },
                                            },
                                        },
                                    },
                                    {
                                        "required": ["type", "from_id", "to_id", "direction", "labels"],
                                        "properties": {
                                            "type": {"const": "relation"},
                                            "direction": {"enum": ["left", "right", "bi"]},
                                            "labels": {"type": "array", "items": {"enum": RELATIONS}},
                                        },
                                    },
                                ]
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The import format of labelstud.io/guide/predictions; Label Studio's own SDK would be heavier than all of extractor."""


def test_label_studio_tasks_fit_its_import_format() -> None:
    tasks = json.loads(written("labelstudio"))
    jsonschema.Draft202012Validator(TASKS).validate(tasks)
    result = tasks[0]["predictions"][0]["result"]
    regions = {item["id"]: item["value"] for item in result if item["type"] == "labels"}
    for value in regions.values():
        assert TEXT[value["start"] : value["end"]] == value["text"]
    ends = [item[end] for item in result if item["type"] == "relation" for end in ("from_id", "to_id")]
    assert ends and set(ends) <= regions.keys()


def test_doccano_relations_join_entities_of_the_line() -> None:
    (line,) = map(json.loads, written("doccano").splitlines())
    assert line["text"] == TEXT
    names = [entity["id"] for entity in line["entities"]]
    assert len(set(names)) == len(names)
    assert all(0 <= entity["start_offset"] < entity["end_offset"] <= len(TEXT) for entity in line["entities"])
    assert {relation["type"] for relation in line["relations"]} == {"source", "cue", "piece"}
    assert all({relation["from_id"], relation["to_id"]} <= set(names) for relation in line["relations"])


def test_control_characters_cannot_steer_a_terminal() -> None:
    out = io.BytesIO()
    WRITERS["text"].write([record("<content 1>a\x1b[31mb</content 1>")], out)
    assert b"\x1b" not in out.getvalue() and b"\\x1b[31m" in out.getvalue()


def test_the_frozen_record_is_of_the_frozen_text() -> None:
    assert isinstance(RECORD, ArticleRecord) and text_of(RECORD.article) == TEXT
    assert all(
        TEXT[piece.start : piece.end] == piece.text for claim in RECORD.claims for piece in claim.content
    )
