"""Records made by hand for the report: an invented newsroom, its articles and what was found in them."""

from __future__ import annotations

import hashlib
from typing import Any

from extractor.records import ArticleRecord

PROVENANCE = {"version": "0.1", "model": "m", "model_version": "3", "resources_sha256": "0" * 64}


def span(text: str, words: str) -> dict[str, Any]:
    """Where the words first stand in the text."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def number(text: str, words: str, **fields: Any) -> dict[str, Any]:
    defaults = {"unit_kind": "count", "modifier": "=", "vague": False, "rule": "count"}
    if "counted" in fields:
        fields["counted"] = {**span(text, fields["counted"]), "head": fields["counted"].rstrip("s")}
    return {**span(text, words), **defaults, **fields}


def date(
    text: str, words: str, value: str, begin: str | None, end: str | None, **fields: Any
) -> dict[str, Any]:
    interval = {"begin": begin, "end": end} if begin or end else None
    defaults = {"type": "DATE", "value": value, "interval": interval, "rule": "month-day"}
    return {**span(text, words), **defaults, **fields}


def claim(
    text: str,
    content: str | list[str],
    *,
    who: str | None = None,
    source: str | None = None,
    cue: str = "said",
    kind: str = "indirect",
    via: str | None = None,
    **fields: Any,
) -> dict[str, Any]:
    """A claim of the text; without a source it is a statistic."""
    pieces = [span(text, words) for words in ([content] if isinstance(content, str) else content)]
    joined = " … ".join(piece["text"] for piece in pieces)
    return {
        "id": hashlib.sha256(f"{text}{joined}".encode()).hexdigest()[:16],
        "kind": kind if source else "statistic",
        "text": joined,
        "content": pieces,
        "sentences": _sentence(text, pieces[0]["start"], pieces[-1]["end"]),
        "attribution": _attribution(text, who, source, cue, via) if source else None,
        "quantities": [],
        "timexes": [],
        "entities": [],
        "flags": [],
        **fields,
    }


def _sentence(text: str, start: int, end: int) -> dict[str, Any]:
    begin = text.rfind("\n", 0, start) + 1
    finish = text.find("\n", end)
    finish = len(text) if finish < 0 else finish
    return {"start": begin, "end": finish, "text": text[begin:finish]}


def _attribution(text: str, who: str | None, source: str, cue: str, via: str | None) -> dict[str, Any]:
    mention = span(text, source)
    claimant = {"name": who, "mention": mention, "kind": "person", "resolved_by": "name"}
    return {
        "source": [mention],
        "cue": [span(text, cue)],
        "cue_lemma": cue,
        "cue_class": "say",
        "polarity": "affirmed",
        "modality": "actual",
        "claimant": claimant if who else None,
        "via": [{"name": via, "kind": "outlet", "span": span(text, via), "cue": span(text, cue)}]
        if via
        else [],
        "scope": "explicit",
        "rule": "verb:clause_after",
        "confidence": 0.9,
    }


def record(text: str, claims: list[dict[str, Any]], **info: Any) -> ArticleRecord:
    """The article layout of a text, holding just these claims and what is in them."""
    article = {
        "id": "a.txt",
        "path": None,
        "url": None,
        "title": None,
        "published": None,
        "published_from": None,
        "outlet": None,
        "author": None,
        "language": "en",
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        **info,
    }
    return ArticleRecord.model_validate(
        {
            "article": article,
            "claims": claims,
            "quantities": [each for claim in claims for each in claim["quantities"]],
            "timexes": [each for claim in claims for each in claim["timexes"]],
            "mentions": [],
            "extractor": PROVENANCE,
            "flags": [],
        }
    )


BRIDGE = (
    "Mayor Lina Osei said that repairs to the bridge had cost $1.5 million, 12 percent more than planned.\n"
    "“We will reopen it in May,” she told Radio Quay, “and not a day later.”\n"
    "Osei added that Tomas Brand, the minister, had promised 30 ferries.\n"
    "About 60 boats were late last week."
)
JOBS = (
    "Brand denied that 2.5m jobs had been lost since January.\n"
    "The Lake Union says that wages fell 4 percent in 2019. A spokeswoman insisted it was 7 percent."
)
QUIET = "Nobody said anything 😀 in numbers. The weather office reported 31C on 3 June."

TEXTS = (BRIDGE, JOBS, QUIET)


def newsroom() -> list[ArticleRecord]:
    """Three articles of two outlets, ten claims with nested, interrupted, missing and anonymous parts."""
    percent = {"unit": "percentage", "unit_kind": "percent", "rule": "percent"}
    thirty = number(BRIDGE, "30", value=30, counted="ferries")
    bridge = [
        claim(
            BRIDGE,
            "that repairs to the bridge had cost $1.5 million, 12 percent more than planned",
            who="Lina Osei",
            source="Mayor Lina Osei",
            quantities=[
                number(
                    BRIDGE, "$1.5 million", value=1.5e6, unit="dollar", unit_kind="currency", currency="USD"
                ),
                number(BRIDGE, "12 percent", value=12, **percent),
            ],
        ),
        claim(
            BRIDGE,
            ["“We will reopen it in May,”", "“and not a day later.”"],
            who="Lina Osei",
            source="she",
            cue="told",
            kind="direct",
            via="Radio Quay",
            timexes=[
                date(BRIDGE, "May", "2024-05", "2024-05-01", "2024-05-31", relation="on", anchor="2024-03-05")
            ],
            standalone="“We will reopen it [the bridge] in May [2024-05],” … “and not a day later.”",
        ),
        claim(
            BRIDGE,
            "that Tomas Brand, the minister, had promised 30 ferries",
            who="Lina Osei",
            source="Osei added"[:4],
            cue="added",
            quantities=[thirty],
        ),
        claim(
            BRIDGE,
            "30 ferries",
            who="Tomas Brand",
            source="Tomas Brand, the minister",
            cue="had promised",
            quantities=[thirty],
        ),
        claim(
            BRIDGE,
            "About 60 boats were late last week.",
            quantities=[number(BRIDGE, "60", value=60, modifier="~", counted="boats")],
            timexes=[date(BRIDGE, "last week", "2024-W09", "2024-02-26", "2024-03-03")],
        ),
    ]
    lost = number(JOBS, "2.5m", value=2.5e6, counted="jobs", change={"direction": "down"})
    jobs = [
        claim(
            JOBS,
            "that 2.5m jobs had been lost since January",
            who="Tomas Brand",
            source="Brand",
            cue="denied",
            quantities=[lost],
            timexes=[date(JOBS, "January", "2024-01", "2024-01-01", "2024-04-10", relation="since")],
        ),
        claim(
            JOBS,
            "that wages fell 4 percent in 2019",
            who="Lake Union",
            source="The Lake Union",
            cue="says",
            quantities=[number(JOBS, "4 percent", value=4, **percent)],
            timexes=[date(JOBS, "2019", "2019", "2019-01-01", "2019-12-31")],
        ),
        claim(
            JOBS,
            "it was 7 percent",
            source="A spokeswoman",
            cue="insisted",
            flags=["claimant-unresolved"],
            quantities=[number(JOBS, "7 percent", value=7, **percent)],
        ),
    ]
    quiet = [
        claim(QUIET, "Nobody said anything 😀 in numbers."),
        claim(
            QUIET,
            "31C on 3 June",
            who="weather office",
            source="The weather office",
            cue="reported",
            quantities=[
                number(QUIET, "31C", value=31, unit="degree Celsius", unit_kind="physical", rule="physical")
            ],
            timexes=[date(QUIET, "3 June", "2024-06-03", "2024-06-03", "2024-06-03")],
        ),
    ]
    about_bridge = {"title": "Harbour bridge to reopen", "outlet": "Harbour Post", "published": "2024-03-05"}
    about_jobs = {"title": "Minister denies losses", "outlet": "Lake Courier", "published": "2024-04-10"}
    return [
        record(
            BRIDGE,
            bridge,
            id="bridge.txt",
            url="https://post.example/bridge",
            author="M. Adeyemi",
            **about_bridge,
        ),
        record(JOBS, jobs, id="jobs.txt", **about_jobs),
        record(QUIET, quiet, id="quiet.txt", path="old/quiet.txt"),
    ]


def texts() -> dict[str, str]:
    """The articles' texts by their hash."""
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in TEXTS}
