"""The gold of the corpus keeps to the guidelines: its spans, its keys and its conventions, article by article."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import re
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractor.annotations import ClaimantKind, Modifier, Scope, TimexType
from extractor.article import Article
from extractor.language.resources import Resources
from extractor.markup import render
from extractor.text.layout import Structure
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"
MANIFEST = [json.loads(line) for line in (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()]
LISTED = {entry["id"]: entry for entry in MANIFEST}
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((CORPUS / "gold").glob("*.jsonl"))}
STRUCTURE = Structure(Resources("en"))

SPAN = {"start", "end", "text"}
ATTRIBUTION = {"source", "cue", "content", "scope", "claimant", "via"}
CLAIMANT = {"name", "kind", "role", "resolved_by"}
RESOLVED_BY = {"name", "surname", "acronym", "title", "pronoun", "nominal"}
VIA = SPAN | {"name", "kind"}
QUANTITY = SPAN | {"value", "low", "high", "unit", "per", "currency", "counted", "modifier", "direction"}
TIMEX = SPAN | {"type", "value", "mod", "interval"}
MODS = {"START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|FY\d{4}|\d{3}X"
    r"|(?:\d{4}|XXXX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?|-W(?:\d{2}|XX)(?:-(?:\d|WE))?|-Q\d|-H\d|-(?:SP|SU|FA|WI))?"
    r"(?:T(?:\d{2}:\d{2}|MO|AF|EV|NI)|TMO|TNI|TEV|TAF)?"
    r"|P(?:(?:\d+|X)[YMWD])*(?:T(?:(?:\d+|X)[HMS])+)?"
)
PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")

every_article = pytest.mark.parametrize("name", GOLD)


@pytest.fixture(scope="module")
def convert() -> ModuleType:
    """corpus/convert.py, which is a script and no part of a package."""
    spec = importlib.util.spec_from_file_location("corpus_convert", CORPUS / "convert.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pieces(attribution: dict[str, Any]) -> list[dict[str, Any]]:
    return [span for label in ("source", "cue", "content", "via") for span in attribution[label]]


def days(timex: dict[str, Any]) -> tuple[str | None, str | None]:
    """First and last day of the interval."""
    interval = timex.get("interval", {})
    return interval.get("begin"), interval.get("end")


def before(name: str, span: dict[str, Any]) -> str:
    """The word in front of a span, in lower case."""
    words = re.findall(r"[\w’']+\W*$", GOLD[name]["text"][: span["start"]])
    return words[0].strip().strip("“\"‘'").lower() if words else ""


def test_the_manifest_lists_the_files_in_order() -> None:
    assert [entry["id"] for entry in MANIFEST] == sorted(LISTED)
    articles = {f"articles/{path.name}" for path in (CORPUS / "articles").iterdir()}
    assert {entry["path"] for entry in MANIFEST} == articles
    assert {path.name for path in (CORPUS / "gold").iterdir()} == {f"{name}.jsonl" for name in LISTED}
    assert not list(CORPUS.glob("manifest-*"))


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["id"])
def test_the_manifest_says_what_an_article_is_for(entry: dict[str, Any]) -> None:
    fields = ["id", "path", "title", "published", "published_from", "beat", "style", "awkward"]
    assert list(entry) == fields
    assert all(entry[field] for field in ("beat", "style", "awkward"))
    text = (CORPUS / entry["path"]).read_text("utf-8")
    assert entry["title"] is None or entry["title"] in text


@every_article
def test_the_text_is_the_article(name: str) -> None:
    with (CORPUS / LISTED[name]["path"]).open(encoding="utf-8", newline="") as article:
        assert article.read() == GOLD[name]["text"]
    assert GOLD[name]["id"] == name


@every_article
def test_the_publication_date_is_what_the_text_alone_tells(name: str) -> None:
    described = STRUCTURE.describe(Article(GOLD[name]["text"]))
    day = described.published.isoformat() if described.published else None
    assert GOLD[name]["published"] == LISTED[name]["published"] == day
    assert LISTED[name]["published_from"] == described.published_from


@every_article
def test_every_span_slices_back(name: str) -> None:
    gold = GOLD[name]
    spans = [span for attribution in gold["attributions"] for span in pieces(attribution)]
    spans += gold["quantities"] + gold["timexes"]
    assert len(spans) > 20
    for span in spans:
        assert gold["text"][span["start"] : span["end"]] == span["text"] == span["text"].strip()


@every_article
def test_the_conversion_loses_nothing(name: str, convert: ModuleType) -> None:
    gold = GOLD[name]
    tagged = render(gold["text"], convert.marks_of(gold))
    assert convert.gold_of(name, tagged, gold["published"]) == gold


@every_article
def test_attributions_keep_to_the_guidelines(name: str) -> None:
    for attribution in GOLD[name]["attributions"]:
        assert attribution.keys() == ATTRIBUTION
        assert attribution["content"]
        assert attribution["scope"] in Scope.__args__  # type: ignore[attr-defined]
        carried = attribution["scope"] == "carried"
        assert carried == (not attribution["cue"])
        assert not (carried and attribution["source"])
        assert all(span.keys() == SPAN for span in pieces({**attribution, "via": []}))
        for via in attribution["via"]:
            assert SPAN | {"name"} <= via.keys() <= VIA


@every_article
def test_source_cue_and_content_stand_apart(name: str) -> None:
    for attribution in GOLD[name]["attributions"]:
        spans = sorted(
            (span["start"], span["end"])
            for label in ("source", "cue", "content")
            for span in attribution[label]
        )
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, attribution


@every_article
def test_claimants_keep_to_the_guidelines(name: str) -> None:
    for attribution in GOLD[name]["attributions"]:
        claimant = attribution["claimant"]
        if claimant is None:
            continue
        assert {"name", "kind"} <= claimant.keys() <= CLAIMANT, claimant
        assert claimant["kind"] in ClaimantKind.__args__  # type: ignore[attr-defined]
        assert claimant.get("resolved_by", "name") in RESOLVED_BY, claimant
        owner = r"(?:[Tt]he [a-z]|[Aa]n? |[Hh]is |[Hh]er |[Ii]ts |[Tt]heir )"
        assert not re.match(owner, claimant["name"]), claimant


@every_article
def test_no_cue_ends_in_a_preposition_or_holds_an_adverb(name: str) -> None:
    particles = {"on": "went on", "of": "in the words of", "to": "according to", "out": "out", "back": "back"}
    for attribution in GOLD[name]["attributions"]:
        for span in attribution["cue"]:
            words = span["text"].lower().split()
            assert words[-1] not in {"about", "against", "for", "at", "with", "by"}, span
            if words[-1] in particles and len(words) > 1:
                assert span["text"].lower().endswith(particles[words[-1]]), span
            assert not {"also", "just", "already", "repeatedly", "only", "often", "never"} & set(words), span


@every_article
def test_quantities_keep_to_the_guidelines(name: str) -> None:
    for quantity in GOLD[name]["quantities"]:
        assert SPAN < quantity.keys() <= QUANTITY, quantity
        alone, pair = "value" in quantity, {"low", "high"} & quantity.keys()
        assert alone != bool(pair), quantity
        if pair:
            assert len(pair) == 2, quantity
            assert quantity["low"] < quantity["high"], quantity
        assert quantity.get("modifier", "=") in Modifier.__args__  # type: ignore[attr-defined]
        assert quantity.get("direction", "up") in ("up", "down"), quantity
        assert re.fullmatch(r"[A-Z]{3}", quantity.get("currency", "EUR")), quantity


@every_article
def test_scores_and_votes_in_one_figure_are_one_ratio(name: str) -> None:
    gold = GOLD[name]
    figure = re.compile(r"(?<![\w-])(\d{1,3})[-–](\d{1,3})(?![\w-])")
    for quantity in gold["quantities"]:
        low, high = (
            sorted(map(float, found.groups())) if (found := figure.fullmatch(quantity["text"])) else (0, 0)
        )
        if found:
            assert (quantity["low"], quantity["high"]) == (low, high), quantity
            assert not {"unit", "counted"} & quantity.keys(), quantity
        else:
            around = gold["text"][max(0, quantity["start"] - 1) : quantity["end"] + 1]
            assert not re.fullmatch(r"\d[-–]\d+\W|\W\d+[-–]", around), quantity


@every_article
def test_time_expressions_keep_to_the_guidelines(name: str) -> None:
    for timex in GOLD[name]["timexes"]:
        assert SPAN | {"type", "value"} <= timex.keys() <= TIMEX, timex
        assert timex["type"] in TimexType.__args__  # type: ignore[attr-defined]
        assert VALUE.fullmatch(timex["value"]), timex
        assert (
            (timex["type"] in ("DURATION", "SET"))
            or not timex["value"].startswith("P")
            or "REF" in timex["value"]
        )
        assert timex.get("mod", "START") in MODS, timex
        begin, end = days(timex)
        if begin and end:
            assert dt.date.fromisoformat(begin) <= dt.date.fromisoformat(end), timex


@every_article
def test_intervals_keep_to_the_guidelines(name: str) -> None:
    published = GOLD[name]["published"]
    for timex in GOLD[name]["timexes"]:
        begin, end = days(timex)
        relation = before(name, timex)
        if relation == "since" and begin:
            assert end == published, timex
        elif relation in ("by", "until", "before") and (begin or end):
            starts_there = "from" in GOLD[name]["text"][timex["start"] - 20 : timex["start"]]
            near = re.search(r"shortly before $", GOLD[name]["text"][: timex["start"]])
            assert (begin is None) or starts_there or near, timex
        elif PLAIN.fullmatch(timex["value"]) and "mod" not in timex and relation != "through":
            assert begin, timex
            assert end or relation == "from", timex


@every_article
def test_durations_in_figures_are_quantities_too(name: str) -> None:
    gold = GOLD[name]
    numbers = [(quantity["start"], quantity["end"]) for quantity in gold["quantities"]]
    for timex in gold["timexes"]:
        if timex["type"] == "DURATION" and re.search(r"\d", timex["text"]) and " to " not in timex["text"]:
            assert any(start < timex["end"] and timex["start"] < end for start, end in numbers), timex


def test_the_corpus_shows_what_it_is_for(root: Path) -> None:
    attributions = [attribution for gold in GOLD.values() for attribution in gold["attributions"]]
    assert len(attributions) > 500
    assert any(attribution["scope"] == "carried" for attribution in attributions)
    assert any(gold["published"] is None for gold in GOLD.values())
    texts = "".join(gold["text"] for gold in GOLD.values())
    assert str(root) not in texts
