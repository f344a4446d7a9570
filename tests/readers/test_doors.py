from __future__ import annotations

import datetime as dt
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.errors import InputError
from tests.readers import doors
from tests.readers.doors import BODY, DOORS, OTHER
from tests.readers.samples import (
    PARAGRAPHS,
    article,
    articles,
    error,
    everything,
    gzip_bomb,
    kinds_passed_over,
)

MARCH = dt.date(2024, 3, 5)
LATER = dt.date(2024, 3, 7)


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, data in DOORS.items():
        Path(name).write_bytes(data)
    return tmp_path


def flat(text: str) -> str:
    return " ".join(text.split())


ONE: dict[str, tuple[str | None, dt.date | None, str | None]] = {  # title, day, author
    "a.atom": ("Bridge opens", MARCH, "Jo Smith"),
    "a.docx": ("Bridge opens", None, "Jo Smith"),
    "a.odt": (None, None, None),
    "a.rtf": (None, None, None),
    "a.pdf": (None, None, None),
    "a.eml": ("Bridge opens", MARCH, "Jo Smith"),
    "a.mhtml": ("Bridge opens", MARCH, "Jo Smith"),
    "a.wacz": ("Bridge opens", MARCH, "Jo Smith"),
    "a.tgz": (None, None, None),
}


@pytest.mark.parametrize("name", ONE)
def test_files_of_one_article(door: Path, name: str) -> None:
    found = article(name)
    assert flat(found.text) == flat(BODY)
    assert (found.title, found.published, found.author) == ONE[name]
    assert found.path == name


MANY: dict[str, tuple[list[str | None], list[dt.date | None], list[str | None]]] = {  # titles, days, outlets
    "a.rss": (["Bridge opens", "Rain"], [MARCH, None], ["Ferrow Post"] * 2),
    "a.zip": ([None, None], [None, None], [None, None]),
    "a.tar": ([None, None], [None, None], [None, None]),
    "a.epub": (["Bridge opens", "Rain"], [MARCH, MARCH], ["Ferrow Post"] * 2),
    "a.mbox": (["Bridge opens", "Bridge opens"], [MARCH, None], [None, None]),
    "lexis.txt": (["Bridge opens", "Rain"], [MARCH, LATER], ["The Ferrow Post (Ferrow)", "Wire News"]),
    "nexis.txt": (["Bridge opens", "Rain"], [MARCH, LATER], ["The Ferrow Post", "Wire News"]),
    "factiva.txt": (["Bridge opens", "Rain"], [MARCH, LATER], ["The Ferrow Post", "Wire News"]),
    "factiva.html": (["Bridge opens", "Rain"], [MARCH, LATER], ["The Ferrow Post", "Wire News"]),
    "proquest.txt": (["Bridge opens", "Rain"], [MARCH, LATER], ["The Ferrow Post", "Wire News"]),
}


@pytest.mark.parametrize("name", MANY)
def test_files_of_several_articles(door: Path, name: str) -> None:
    first, second = articles(name)
    assert flat(BODY) in flat(first.text)
    assert len(first.text) < len(BODY) + 20
    assert flat(OTHER) in flat(second.text) or name == "a.mbox"
    assert len({first.id, second.id}) == 2
    titles, days, outlets = MANY[name]
    assert [first.title, second.title] == titles
    assert [first.published, second.published] == days
    assert [first.outlet, second.outlet] == outlets


@pytest.mark.parametrize("name", ["lexis.txt", "nexis.txt", "factiva.txt"])
@pytest.mark.parametrize("kind", ["docx", "rtf", "crlf", "odt"])
def test_exports_in_other_clothes(door: Path, name: str, kind: str) -> None:
    text = DOORS[name].decode()
    made = {
        "docx": lambda: doors.docx(*text.split("\n")),
        "odt": lambda: doors.odt(*text.split("\n")),
        "rtf": lambda: doors.rtf(text),
        "crlf": lambda: text.replace("\n", "\r\n").encode(),
    }
    path = Path(f"b.{'txt' if kind == 'crlf' else kind}")
    path.write_bytes(made[kind]())
    first, second = articles(path)
    assert [flat(first.text), flat(second.text)] == [flat(BODY), flat(OTHER)]
    assert [first.published, second.published] == [MARCH, LATER]
    assert [first.title, second.title] == ["Bridge opens", "Rain"]
    assert first.author == "Jo Smith"


def test_an_export_that_lacks_articles_says_so(door: Path) -> None:
    Path("b.txt").write_text(doors.LEXIS.replace("of 2 DOCUMENTS", "of 9 DOCUMENTS"))
    first, second, refused = everything("b.txt")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert "says that it holds 9 articles, 2 are there" in str(refused)


def test_an_article_without_text_in_an_export_is_told(door: Path) -> None:
    Path("b.txt").write_text(doors.PROQUEST.replace("Full text: " + OTHER, ""))
    first, refused = everything("b.txt")
    assert isinstance(first, Article)
    assert "b.txt:2: no text found in this article of a ProQuest export" in str(refused)


def test_no_text_file_of_many_articles_becomes_one(door: Path) -> None:
    Path("b.txt").write_text("Words. " * 20_000 + "\n" + doors.PROQUEST)
    assert "2 articles in one file" in error("b.txt").what


def test_prose_that_counts_documents_is_no_export(door: Path) -> None:
    text = (
        "Document 1 of 2 was read aloud. It was the end of Document 5.\n\nThe court saw 3 of 4 documents.\n"
    )
    Path("b.txt").write_text(text)
    assert article("b.txt").text == text


def test_columns_of_a_page_are_read_one_after_the_other(door: Path) -> None:
    left = ["The mayor of Ferrow said", "on Tuesday that the har-", "bour bridge would open."]
    right = ["Repairs cost $1.5 million,", "12 percent more than the", "council had planned."]
    Path("b.pdf").write_bytes(doors.pdf(left, right))
    text = flat(article("b.pdf").text)
    assert (
        text
        == "The mayor of Ferrow said on Tuesday that the harbour bridge would open. Repairs cost $1.5 million, 12 percent more than the council had planned."
    )


def test_who_speaks_in_subtitles(door: Path) -> None:
    assert (
        article("a.vtt").text
        == "Ana Kask: The bridge cost $1.5 million, 12 percent more than planned.\n\nTom Rudd: It rained & rained."
    )
    assert article("a.srt").text == "ANA KASK: The bridge opens in May."
    assert article("a.ttml").text == "The bridge opens in May."


def test_markdown_keeps_its_head_and_loses_its_signs(door: Path) -> None:
    found = article("a.md")
    assert found.text.startswith(
        "title: Bridge opens\ndate: 2024-03-05\n\n\nBridge opens\n\n" + PARAGRAPHS[0]
    )
    assert found.text.endswith("- One: a link\n")
    assert found.flags == ("markup-removed",)


def test_each_post_of_a_live_blog_has_its_own_time(door: Path) -> None:
    first, second = articles("live.html")
    assert [first.title, second.title] == ["14 dead", "Six dead"]
    assert [first.published, second.published] == [MARCH, MARCH - dt.timedelta(days=1)]
    assert [first.author, first.outlet] == ["Jo Smith", "Ferrow Post"]
    assert "Six" not in first.text
    noon, morning, evening = articles("live.txt")
    assert [each.published for each in (noon, morning, evening)] == [
        MARCH,
        MARCH,
        MARCH - dt.timedelta(days=1),
    ]
    assert {each.flags for each in (noon, morning, evening)} == {("published-inferred",)}
    assert evening.text.startswith("Six people have died")


def test_a_programme_with_times_is_no_live_blog(door: Path) -> None:
    text = "Programme of 5 March 2024\n\n10.00\nOpening\n11.00\nLunch\n12.00\nEnd\n"
    Path("b.txt").write_text(text)
    assert article("b.txt").text == text


def test_what_is_no_article_in_an_archive_is_passed_over(door: Path) -> None:
    data = doors.zipped(
        {"a.jpg": b"x", "b/": b"", ".hidden.txt": b"x", "__MACOSX/a.txt": b"x", "c.txt": b"Words."}
    )
    Path("b.zip").write_bytes(data)
    assert article("b.zip").id == "b.zip/c.txt"
    assert kinds_passed_over("b.zip") == ["a .jpg file"]
    assert kinds_passed_over("a.tar") == ["a link, device or sparse file in an archive"]


def test_names_of_members_lead_nowhere(door: Path) -> None:
    Path("b.zip").write_bytes(
        doors.zipped({"../../x.txt": b"Words.", "/etc/y.txt": b"Words.", "c\\d.txt": b"Words."})
    )
    before = sorted(door.rglob("*"))
    assert [each.text for each in articles("b.zip")] == ["Words."] * 3
    assert sorted(door.rglob("*")) == before


def test_archives_in_archives_in_archives_are_refused(door: Path) -> None:
    inner = doors.zipped({"a.txt": b"Words."})
    twice = doors.zipped({"b.zip": inner})
    Path("b.zip").write_bytes(twice)
    assert article("b.zip").text == "Words."
    Path("c.zip").write_bytes(doors.zipped({"c.zip": twice, "d.txt": b"Words."}))
    refused, read = everything("c.zip")
    assert "an archive inside of 2 others" in str(refused)
    assert isinstance(read, Article)


def test_bombs_in_archives_cost_themselves_only(door: Path) -> None:
    bomb = b" " * 60_000_000
    Path("b.zip").write_bytes(doors.zipped({"a.jsonl": bomb, "b.txt": b"Words."}))
    Path("c.tar.gz").write_bytes(gzip_bomb(64 << 20))
    refused, read = everything("b.zip")
    assert "unpacks to more than 200 times its size" in str(refused)
    assert isinstance(read, Article)
    assert isinstance(everything("c.tar.gz")[0], InputError)


def test_an_archive_behind_a_password_is_named(door: Path) -> None:
    stream = io.BytesIO(doors.zipped({"a.txt": b"Words."}))
    data = bytearray(stream.getvalue())
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        place = data.index(sign) + (6 if sign == b"PK\x03\x04" else 8)
        data[place] |= 1
    Path("b.zip").write_bytes(bytes(data))
    assert "protected by a password" in error("b.zip").what


def test_archives_come_through_a_pipe_too(door: Path) -> None:
    for name in ("a.zip", "a.tar", "a.pdf", "a.rss", "lexis.txt"):
        assert articles("-", stdin=DOORS[name]), name


BROKEN: dict[str, tuple[bytes, str]] = {
    "a.zip": (DOORS["a.zip"][:60], "a damaged archive"),
    "a.tar": (DOORS["a.tar"][:600], "a damaged archive"),
    "a.epub": (doors.zipped({"x": b"y"}), "not EPUB, damaged, or protected"),
    "a.docx": (b"PK\x03\x04 no", "not DOCX, or damaged"),
    "a.odt": (b"no", "not ODT, or damaged"),
    "a.rtf": (b"{\\rtf1 }", "a document without text"),
    "a.pdf": (b"%PDF-1.4 no", "not PDF, damaged, or protected"),
    "a.eml": (b"\n\nno\n", "not a mail"),
    "a.mbox": (b"no\n", "a mailbox without mails"),
    "a.rss": (b"<rss><channel><title>T</title></channel></rss>", "a feed without entries"),
    "a.atom": (b"no feed", "not a feed, or a damaged one"),
    "a.vtt": (b"WEBVTT\n\n", "subtitles without words"),
    "a.ttml": (b"<tt><body>", "not TTML subtitles"),
    "a.md": (b"---\n---\n", "the file is empty"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c", "a 7z archive, not text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_refused_with_a_reason(door: Path, name: str) -> None:
    data, what = BROKEN[name]
    Path(name).write_bytes(data)
    assert error(name).what.startswith(what)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.pdf", "pdfminer.high_level", "pdf"),
        ("a.docx", "docx", "office"),
        ("a.odt", "odfdo", "office"),
        ("a.rtf", "striprtf.striprtf", "office"),
        ("a.vtt", "pysubs2", "subtitles"),
    ],
)
def test_what_a_missing_library_needs_is_said(
    door: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert error(name).remedy == f"pip install 'extractor[{extra}]'"


def test_a_folder_of_all_of_them_is_read_whole(door: Path) -> None:
    found = everything(".")
    assert not [str(each) for each in found if isinstance(each, InputError)]
    assert len(found) == sum(len(articles(name)) for name in DOORS)
    assert json.dumps([each.id for each in found if isinstance(each, Article)])
    assert zipfile.is_zipfile("a.zip")
