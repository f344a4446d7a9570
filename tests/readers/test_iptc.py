"""The two formats of the IPTC: ninjs and NITF."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import EmptyInputError
from extractor.readers.fragments import text_of_fragment
from tests.readers.samples import NITF, article, articles, error

XHTML = "<p>One &amp; <b>only</b>.</p>\n<p>Two.</p>"

NINJS: dict[str, dict[str, Any]] = {
    "1.4": {
        **{"uri": "tag:npa.example,2024:17", "type": "text", "versioncreated": "2024-03-05T08:15:00Z"},
        **{
            "headline": "Bridge opens",
            "byline": "By Jo Smith",
            "body_text": "One & only. Two.",
            "body_xhtml": XHTML,
        },
        **{"infosource": [{"name": "NPA"}], "language": "en-GB"},
    },
    "2.1": {
        **{"uri": "tag:npa.example,2024:17", "type": "text", "versioncreated": "2024-03-05T08:15:00Z"},
        "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge opens"}],
        "bodies": [
            {"role": "caption", "contenttype": "text/html", "value": "<p>A beam.</p>"},
            {"role": "main", "contenttype": "text/plain", "value": "One & only. Two."},
            {"role": "richtext", "contenttype": "application/xhtml+xml", "value": XHTML},
        ],
        **{"by": "Jo Smith", "infosources": [{"role": "x"}, {"name": "NPA"}]},
    },
    "3.0": {
        **{"uri": "tag:npa.example,2024:17", "type": "text", "versionCreated": "2024-03-05T08:15:00Z"},
        **{"headlines": [{"value": "Bridge opens"}], "by": "Jo Smith", "copyrightHolder": "NPA"},
        "bodies": [{"role": "main", "contentType": "text/html", "value": XHTML}],
    },
}


@pytest.mark.parametrize("version", NINJS)
@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_ninjs(tmp_path: Path, version: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(json.dumps(NINJS[version]))
    found = article(path)
    assert (found.id, found.text) == ("tag:npa.example,2024:17", "One & only.\n\nTwo.")
    assert (found.title, found.author, found.outlet) == ("Bridge opens", "Jo Smith", "NPA")
    assert (found.published, found.published_from, found.language) == (dt.date(2024, 3, 5), "metadata", "en")
    assert (found.path, found.encoding) == (str(path), "utf-8")


def test_plain_text_of_ninjs_stands_in_for_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(NINJS["1.4"] | {"body_xhtml": " "}))
    assert article(path).text == "One & only. Two."


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"body_text": "", "body_xhtml": "<p> </p>"}, "a ninjs item without text"),
        ({"body_text": 5, "body_xhtml": None}, "a ninjs item without text"),
    ],
)
def test_bad_ninjs(tmp_path: Path, change: dict[str, Any], what: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([NINJS["1.4"] | change, {"text": "Other."}]))
    assert error(path).what.startswith(what)


def test_a_date_that_is_none_costs_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(NINJS["1.4"] | {"versioncreated": "2024-02-31"}))
    (tmp_path / "b.xml").write_text(NITF.replace("20240305T", "20240231T"))
    found = articles(tmp_path)
    assert [article.published_raw for article in found] == ["2024-02-31", "20240231T081500Z"]
    assert [article.flags for article in found] == [("published-unreadable",)] * 2


ODD: list[Any] = [[], {}, 5, None]


@pytest.mark.parametrize(
    "change",
    [
        *({name: value} for name in ("headline", "byline", "infosource", "language") for value in ODD),
        {
            "headlines": [{}, 5, {"value": None}],
            "infosources": [5, {"name": []}],
            "bodies": [5, {"role": []}],
        },
        {"uri": 5},
    ],
)
def test_odd_values_of_ninjs_are_passed_over(tmp_path: Path, change: dict[str, Any]) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(NINJS["1.4"] | change))
    assert article(path).text == "One & only.\n\nTwo."


FRAGMENTS = {
    "<p>One</p><p>Two</p>": "One\n\nTwo",
    "One<br/>Two": "One\nTwo",
    "<ul>\n <li>One\n<li>Two\n</ul>": "One\n\nTwo",
    "a <b>bold</b>\n  word&nbsp;&lt;3": "a bold word\xa0<3",
    "One<script>var x = '<p>';</script><style>p {}</style> two": "One two",
    "plain": "plain",
    "": "",
    "</p></script>One": "One",
    "<div><div><h2>Head</h2>Text</div></div>": "Head\n\nText",
}


@pytest.mark.parametrize("markup", FRAGMENTS)
def test_text_of_markup(markup: str) -> None:
    assert text_of_fragment(markup) == FRAGMENTS[markup]


def test_nitf(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(NITF)
    found = article(path)
    assert (found.id, found.text) == ("npa-17", "The council said no.\n\nA café opens.")
    assert (found.title, found.author, found.outlet) == ("Bridge opens in Ferrow", "Jo Smith", "NPA Wire")
    assert (found.published, found.published_from) == (dt.date(2024, 3, 5), "metadata")
    assert article("-", stdin=NITF.encode()).text == found.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1251"])
def test_nitf_in_the_encoding_it_declares(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.xml"
    words = "Мост" if encoding == "windows-1251" else "Café £5"
    text = NITF.replace("UTF-8", encoding).replace("The <org>council</org> said&nbsp;no.", words)
    path.write_bytes(text.encode(encoding))
    assert article(path).text.startswith(words)


def test_nitf_inside_of_newsml(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    body = NITF[NITF.index("<nitf>") :].replace(
        "<nitf>", "<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'>"
    )
    path.write_text(f"<newsItem><inlineXML>{body.replace('</nitf>', '</n:nitf>')}</inlineXML></newsItem>")
    assert article(path).title == "Bridge opens in Ferrow"


BOMB = "<!DOCTYPE nitf [<!ENTITY a 'ha'>{}]><nitf>&z;</nitf>".format(
    "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefgh", "bcdefghz", strict=True)
    )
)


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("", "not XML"),
        ("words", "not XML"),
        ("<nitf><p></nitf>", "not XML"),
        ("<svg><g/></svg>", "XML that is not NITF (its first element is 'svg')"),
        ("<nitf><body/></nitf>", "an NITF document without text"),
        ("<a>" * 5000, "nested too deeply"),
        (BOMB, "XML that defines entities"),
        (
            "<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><nitf>&a;</nitf>",
            "XML that defines entities",
        ),
        (
            "<!DOCTYPE nitf [<!ENTITY % a SYSTEM 'http://x.example/'> %a;]><nitf/>",
            "XML that defines entities",
        ),
    ],
)
def test_bad_nitf(tmp_path: Path, xml: str, what: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(xml)
    found = error(path)
    assert found.what.startswith(what)
    assert isinstance(found, EmptyInputError) == ("without text" in what)


def test_formats_may_be_mixed_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(json.dumps(NINJS["2.1"]))
    (tmp_path / "a.nitf").write_text(NITF)
    assert [article.id for article in articles(tmp_path)] == ["npa-17", "tag:npa.example,2024:17"]
