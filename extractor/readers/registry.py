"""The table of formats: how each is told, found and read. A new format is one file of this package and one row here."""

from __future__ import annotations

from extractor.formats import Registry
from extractor.readers.archives import is_tar, is_zip, tar_members, wacz_members, zip_members
from extractor.readers.csv import csv_items, row_article
from extractor.readers.databases import export_items, is_export
from extractor.readers.epub import epub_items
from extractor.readers.exported_pages import exported_page_items, is_exported_page
from extractor.readers.feeds import feed_items, is_feed
from extractor.readers.html import html_article, looks_like_html
from extractor.readers.items import Format
from extractor.readers.json import json_article, json_items
from extractor.readers.jsonl import jsonl_items
from extractor.readers.liveblogs import is_live_text, is_liveblog, live_text_items, liveblog_items
from extractor.readers.mail import is_mbox, is_mhtml, mail_article, mbox_items
from extractor.readers.markdown import markdown_article
from extractor.readers.nitf import is_nitf, nitf_article
from extractor.readers.office import docx_items, is_rtf, odt_items, rtf_items
from extractor.readers.parquet import is_parquet, parquet_items
from extractor.readers.pdf import is_pdf, pdf_article
from extractor.readers.subtitles import is_vtt, subtitles_article
from extractor.readers.text import text_article
from extractor.readers.warc import is_warc, warc_items

_MANY = row_article
"""Reads what its finder has put into a record: an entry of a feed, a document of an archive."""

READERS = Registry(
    Format(
        "database",
        (".txt",),
        "exports of LexisNexis, Factiva, ProQuest",
        _MANY,
        export_items,
        begins=is_export,
    ),
    Format(
        "live",
        (".txt",),
        "a live blog, a line with the time above each post",
        _MANY,
        live_text_items,
        begins=is_live_text,
    ),
    Format("text", (".txt",), "one article", text_article),
    Format("markdown", (".md", ".markdown"), "one article", markdown_article),
    Format("jsonl", (".jsonl", ".ndjson"), "one article a line", json_article, jsonl_items),
    Format(
        "json",
        (".json",),
        "articles in a list, in an object's list, or one after the other",
        json_article,
        json_items,
    ),
    Format("csv", (".csv", ".tsv"), "one article a row, under column names", row_article, csv_items),
    Format(
        "parquet",
        (".parquet",),
        "one article a row",
        row_article,
        parquet_items,
        begins=is_parquet,
        text=False,
    ),
    Format(
        "page-database",
        (".html", ".htm"),
        "exports of Factiva",
        _MANY,
        exported_page_items,
        begins=is_exported_page,
    ),
    Format(
        "liveblog", (".html", ".htm"), "a live blog, post by post", _MANY, liveblog_items, begins=is_liveblog
    ),
    Format("html", (".html", ".htm"), "a web page", html_article, begins=looks_like_html),
    Format("mhtml", (".mhtml", ".mht"), "a web page as browsers keep it", mail_article, begins=is_mhtml),
    Format(
        "warc",
        (".warc",),
        "web pages as crawlers keep them",
        html_article,
        warc_items,
        begins=is_warc,
        text=False,
    ),
    Format(
        "feed",
        (".rss", ".atom", ".xml"),
        "RSS and Atom, an article an entry",
        _MANY,
        feed_items,
        begins=is_feed,
    ),
    Format("nitf", (".xml", ".nitf"), "IPTC NITF, alone or in NewsML-G2", nitf_article, begins=is_nitf),
    Format("mail", (".eml",), "a mail", mail_article),
    Format("mbox", (".mbox",), "mails one after the other", mail_article, mbox_items, begins=is_mbox),
    Format("subtitles", (".vtt", ".srt", ".ttml", ".dfxp"), "subtitles", subtitles_article, begins=is_vtt),
    Format("pdf", (".pdf",), "one article", pdf_article, begins=is_pdf, text=False),
    Format("rtf", (".rtf",), "one article, or an export", _MANY, rtf_items, begins=is_rtf, text=False),
    Format("docx", (".docx",), "one article, or an export", _MANY, docx_items, text=False),
    Format("odt", (".odt",), "one article, or an export", _MANY, odt_items, text=False),
    Format("epub", (".epub",), "an issue or a book, an article a document", _MANY, epub_items, text=False),
    Format("wacz", (".wacz",), "a web archive", html_article, members=wacz_members, text=False),
    Format(
        "zip",
        (".zip",),
        "files of all these kinds",
        text_article,
        members=zip_members,
        begins=is_zip,
        text=False,
    ),
    Format(
        "tar",
        (".tar", ".tgz"),
        "files of all these kinds",
        text_article,
        members=tar_members,
        begins=is_tar,
        text=False,
    ),
)
"""How each format is found and read, and the suffixes of its files, which are those that folders are searched for.

``.gz`` and ``.zst`` may follow any of them. Of what has no known suffix, the first row tells that knows its first bytes, and of a
suffix that several have, so that the special come before the general.
"""
