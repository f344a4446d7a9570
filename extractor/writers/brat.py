"""brat standoff (https://brat.nlplab.org/standoff.html) in a ZIP archive: NAME.txt and NAME.ann for each article.

Unpacked into a folder of brat's data it is opened as it is: the archive holds the configuration of labels as well, and
``articles.jsonl``, which says which article each name stands for. A piece of a span ends at each line break, as brat wants it.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from extractor.records import ArticleInfo, ArticleRecord
from extractor.writers.annotation import CONTENT, CUE, LABELS, LINKS, SOURCE, Mark, marks_and_links
from extractor.writers.options import Options
from extractor.writers.rows import encodable

MANIFEST = "articles.jsonl"
CONFIGURATION = f"""[entities]
{chr(10).join(LABELS)}

[relations]
{LINKS[0]}\tArg1:{CONTENT}, Arg2:{SOURCE}
{LINKS[1]}\tArg1:{CONTENT}, Arg2:{CUE}
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
"""

_TIME = (1980, 1, 1, 0, 0, 0)
"""The same records make the same bytes."""
_LINE = re.compile(r"[^\n]+")


def write_brat(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """All articles; their names are numbers from 1 and what of their ids a file name may hold."""
    manifest: list[str] = []
    with zipfile.ZipFile(out, "w") as archive:
        _add(archive, "annotation.conf", CONFIGURATION)
        for number, record in enumerate(records, 1):
            text = encodable(options.text_of(record.article))
            name = f"{number:05}-{_name(record.article.id)}"
            _add(archive, f"{name}.txt", text)
            _add(archive, f"{name}.ann", standoff(record, text))
            manifest.append(_entry(name, record.article))
        _add(archive, MANIFEST, "".join(manifest))


def standoff(record: ArticleRecord, text: str) -> str:
    """The annotations of an article: text-bound ones, relations, and notes with what was read."""
    marks, links = marks_and_links(record)
    lines = [line for mark in marks for line in _lines(mark, text)]
    lines += [
        f"R{n}\t{link.label} Arg1:T{link.content} Arg2:T{link.other}" for n, link in enumerate(links, 1)
    ]
    return "".join(f"{line}\n" for line in lines)


def _lines(mark: Mark, text: str) -> Iterator[str]:
    pieces = [line.span() for start, end in mark.pieces for line in _LINE.finditer(text, start, end)]
    places = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(text[start:end] for start, end in pieces)
    yield f"T{mark.number}\t{mark.label} {places}\t{words}"
    if mark.note:
        yield f"#{mark.number}\tAnnotatorNotes T{mark.number}\t{encodable(mark.note)}"


def _entry(name: str, article: ArticleInfo) -> str:
    published = article.published.isoformat() if article.published else None
    return (
        json.dumps({"name": name, "id": article.id, "published": published, "sha256": article.sha256}) + "\n"
    )


def _name(article_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", article_id).strip("-")[-60:] or "article"


def _add(archive: zipfile.ZipFile, name: str, content: str) -> None:
    archive.writestr(zipfile.ZipInfo(name, _TIME), content.encode(), zipfile.ZIP_DEFLATED)
