"""Articles as press databases export them, many to a file: LexisNexis, Nexis Uni, Factiva and ProQuest, in plain text.

Each database has its own sign between two articles and its own lines around a text; what is read of one is a record
with the fields of an article, or nothing where no text was found, which is then told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor.errors import EmptyInputError, InputError
from extractor.readers.encodings import decode_text
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.streams import lines

_HEAD = 1 << 16
_OLD = re.compile(r"^[ \t]*(?:Document )?(?P<number>\d+) of (?P<all>\d+) DOCUMENTS?[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*Document (?P<number>\d+) of (?P<all>\d+)[ \t]*$", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_ACCESSION = re.compile(r"^[ \t]*Document [A-Z][A-Z0-9]{3,11}\d{6,}[a-z0-9]{5,}[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z -]{2,24}):[ \t]*(?P<value>.*)")
_DAY = re.compile(
    r"(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]+\.?,? \d{4})\b.*"
)
_WORDS = re.compile(r"\d[\d,]* words")
_RIGHTS = re.compile(r"(?i)(?:copyright|\(c\)|©).*|all rights reserved\.?")
_RULE = re.compile(r"[_=-]{10,}")

Lines = list[str]


def row_of_lexis(text: str) -> Row | None:
    """An article of LexisNexis: outlet, date and title above, "BYLINE: …" around, "LOAD-DATE: …" below."""
    paragraphs = _paragraphs(text)
    row: dict[str, str] = {}
    above: list[str] = []
    while paragraphs:
        paragraph = paragraphs.pop(0)
        field = _FIELD.fullmatch(_joined(paragraph))
        if field and field["name"].upper() == field["name"]:
            row.setdefault(field["name"], field["value"])
            if field["name"] in ("LENGTH", "BODY"):
                break
        elif not _RIGHTS.fullmatch(_joined(paragraph)):
            above.append(_joined(paragraph))
    end = next((n for n, each in enumerate(paragraphs) if _is_below(each)), len(paragraphs))
    dated = next((n for n, line in enumerate(above) if _DAY.fullmatch(line)), None)
    body = _as_text(each for each in paragraphs[:end] if not re.match(r"(?:HIGHLIGHT|BODY|DATELINE):", each))
    return _row(
        body,
        outlet=above[0] if above and dated != 0 else None,
        published=above[dated] if dated is not None else None,
        title=row.get("HEADLINE")
        or (above[dated + 1] if dated is not None and dated + 1 < len(above) else None),
        author=row.get("BYLINE"),
    )


def row_of_nexis(text: str) -> Row | None:
    """An article of Nexis Uni: title, outlet and date above, "Byline: …", a line "Body", and "Load-Date: …" below."""
    above, body = _parted(text, r"[ \t]*Body[ \t]*")
    if body is None:
        return None
    lines_above = [line.strip() for line in above.splitlines() if line.strip()]
    fields = {
        field["name"].lower(): field["value"] for line in lines_above if (field := _FIELD.fullmatch(line))
    }
    dated = next((n for n, line in enumerate(lines_above) if _DAY.fullmatch(line)), None)
    heading = [
        line for line in lines_above[:dated] if not _FIELD.fullmatch(line) and not _RIGHTS.fullmatch(line)
    ]
    paragraphs = _paragraphs(body)
    end = next((n for n, each in enumerate(paragraphs) if _is_below(each)), len(paragraphs))
    return _row(
        _as_text(paragraphs[:end]),
        title=heading[-2] if len(heading) > 1 else next(iter(heading), None),
        outlet=heading[-1] if len(heading) > 1 else None,
        published=lines_above[dated] if dated is not None else fields.get("load-date"),
        author=fields.get("byline"),
    )


def row_of_factiva(text: str) -> Row | None:
    """An article of Factiva: title, byline, "300 words", date, outlet and rights above, its accession number below."""
    found = [line.strip() for line in _ACCESSION.sub("", text).strip().splitlines()]
    coded = _codes(found)
    if coded:
        return _row(
            _continued(coded.get("LP", ""), coded.get("TD", "")),
            title=coded.get("HD"),
            published=coded.get("PD"),
            outlet=coded.get("SN"),
            author=coded.get("BY"),
        )
    counted = next((n for n, line in enumerate(found) if _WORDS.fullmatch(line)), None)
    if counted is None:
        return None
    above = [line for line in found[:counted] if line]
    rights = next((n for n, line in enumerate(found) if n > counted and _RIGHTS.match(line)), counted + 3)
    between = [line for line in found[counted + 1 : rights] if line]
    dated = next((n for n, line in enumerate(between) if _DAY.fullmatch(line)), None)
    below = between[dated + 1 :] if dated is not None else between
    author = next(
        (line for line in above[1:] if re.match(r"(?i)by\s", line)), above[-1] if len(above) > 1 else None
    )
    return _row(
        _as_text(_paragraphs("\n".join(found[rights + 1 :]))),
        title=" ".join(line for line in above if line != author) or None,
        published=between[dated] if dated is not None else None,
        outlet=next((line for line in below if not re.fullmatch(r"\d\d:\d\d.*", line)), None),
        author=author,
    )


def row_of_proquest(text: str) -> Row | None:
    """An article of ProQuest: fields with their names before them, among them "Full text: …"."""
    paragraphs = [each for each in _paragraphs(text) if not _RULE.fullmatch(each.strip())]
    row: dict[str, str] = {}
    body: list[str] = []
    inside = False
    for paragraph in paragraphs:
        field = re.match(r"(?P<name>[A-Z][A-Za-z/ -]{1,40}):[ \t]*(?P<value>.*)", paragraph, re.DOTALL)
        known = field and field["name"].lower() in _PROQUEST
        if known and field:
            inside = field["name"].lower() == "full text"
            row.setdefault(field["name"].lower(), _joined(field["value"]))
            if inside and field["value"].strip():
                body.append(field["value"])
        elif inside:
            body.append(paragraph)
        elif not row:
            row["title"] = _joined(paragraph)
    info = row.get("publication info", "")
    day = re.search(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b|\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b", info)
    return _row(
        _as_text(body),
        title=row.get("title"),
        author=row.get("author"),
        outlet=row.get("publication title") or info.partition(";")[0].strip() or None,
        published=row.get("publication date") or (day[0] if day else None),
        url=row.get("document url"),
    )


_PROQUEST = frozenset(
    [
        *(
            "title",
            "author",
            "publication info",
            "publication title",
            "publication date",
            "publication year",
            "full text",
        ),
        *(
            "abstract",
            "subject",
            "location",
            "people",
            "company / organization",
            "document url",
            "links",
            "pages",
            "section",
        ),
        *(
            "publisher",
            "place of publication",
            "country of publication",
            "publication subject",
            "issn",
            "source type",
        ),
        *(
            "language of publication",
            "document type",
            "proquest document id",
            "copyright",
            "last updated",
            "database",
        ),
        *(
            "identifier / keyword",
            "volume",
            "issue",
            "dateline",
            "first page",
            "section",
            "publication",
            "issn/isbn",
        ),
    ]
)


@dataclass(frozen=True, slots=True)
class Database:
    """How the exports of a database are told and read.

    Attributes:
        name: Of the database.
        sign: The line that stands at one end of each article.
        opens: Whether that is the line above it, not the one below.
        row: Reads one article.
    """

    name: str
    sign: re.Pattern[str]
    opens: bool
    row: Callable[[str], Row | None]


DATABASES = (
    Database("LexisNexis", _OLD, True, row_of_lexis),
    Database("Nexis Uni", _END, False, row_of_nexis),
    Database("Factiva", _ACCESSION, False, row_of_factiva),
    Database("ProQuest", _NUMBERED, True, row_of_proquest),
)


def database_of(text: str) -> Database | None:
    """The database that a text was exported from, by its signs; None for other texts."""
    return next((database for database in DATABASES if database.sign.search(text)), None)


def articles_in(text: str) -> int:
    """How many articles a text seems to be, by the signs of press databases in it; 1 without any."""
    if "Document" not in text and "DOCUMENT" not in text:
        return 1
    return max(1, *(len(database.sign.findall(text)) for database in DATABASES))


def is_export(head: bytes) -> bool:
    """Whether a file begins as the export of a press database does."""
    if b"DOCUMENT" not in head and b"Document" not in head:
        return False
    return database_of(head[:_HEAD].decode("utf-8", "replace").replace("\r", "")) is not None


def export_items(source: Source, reading: Reading) -> Found:
    """The articles of an export as ``PATH:N``; one in which no text is found comes as an error in its place.

    Raises:
        InputError: When there is none, or fewer than the export says.
    """
    text = b"\n".join(line for line in lines(source.chunks, reading.max_bytes) if line is not None)
    decoded = decode_text(text, given=None if source.encoding else reading.encoding)
    yield from items_of_export(decoded.text, source, (source.encoding or decoded.encoding, decoded.flags))


def items_of_export(text: str, source: Source, read_as: tuple[str | None, tuple[str, ...]]) -> Found:
    """The articles of an export whose text is known."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    database = database_of(text)
    if database is None:
        raise InputError("no export of a press database", where=source.name, remedy="give it as text")
    pieces = list(_pieces(text, database))
    for number, piece in enumerate(pieces, 1):
        name = f"{source.name}:{number}"
        row = database.row(piece)
        if row is None:
            what = f"no text found in this article of a {database.name} export"
            yield InputError(what, where=name, remedy="export it again with full text")
        else:
            yield Item(name, "database", row, source.path, *read_as)
    if not pieces:
        raise EmptyInputError("no article in this export", where=source.name, remedy="leave it out")
    said = max(
        (int(sign["all"]) for sign in database.sign.finditer(text) if "all" in sign.groupdict()), default=0
    )
    if said > len(pieces):
        what = f"the export says that it holds {said} articles, {len(pieces)} are there"
        raise InputError(what, where=source.name, remedy="export it again if the others are needed")


def _pieces(text: str, database: Database) -> Iterator[str]:
    signs = list(database.sign.finditer(text))
    if database.opens:
        borders = [*(sign.end() for sign in signs), len(text)]
        ends = [*(sign.start() for sign in signs[1:]), len(text)]
        yield from (text[start:end] for start, end in zip(borders, ends, strict=False))
        return
    start = 0
    for sign in signs:
        yield text[start : sign.start()]
        start = sign.end()
    if len(text[start:].split()) > 100:  # what stands below the last is a list of what was searched for
        yield text[start:]


def _row(text: str, **fields: str | None) -> Row | None:
    if not text.strip():
        return None
    return {
        "text": text,
        **{name: value.strip() for name, value in fields.items() if value and value.strip()},
    }


def _paragraphs(text: str) -> Lines:
    return [each.strip("\n") for each in re.split(r"\n[ \t]*\n", text) if each.strip()]


def _as_text(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(each.strip() for each in paragraphs if each and each.strip())


def _continued(lead: str, rest: str) -> str:
    """The lead and the rest of a text, which may be parted within a sentence."""
    ends = re.search(r"[.!?…:][\"”’')]*$", lead) is not None or not lead
    return f"{lead}\n\n{rest}".strip() if ends else f"{lead} {rest}".strip()


def _joined(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _is_below(paragraph: str) -> bool:
    """Whether a paragraph is one of those that databases put below a text."""
    field = _FIELD.match(paragraph.strip())
    return field is not None and field["name"].lower() in _BELOW


_BELOW = frozenset(
    [
        *(
            "load-date",
            "language",
            "publication-type",
            "publication type",
            "graphic",
            "subject",
            "journal code",
            "correction-date",
        ),
        *(
            "document-type",
            "acc-no",
            "classification",
            "correction",
            "notes",
            "series",
            "type",
            "industry",
            "person",
            "city",
        ),
    ]
)


def _parted(text: str, line: str) -> tuple[str, str | None]:
    parts = re.split(rf"^{line}$", text, maxsplit=1, flags=re.MULTILINE)
    return (parts[0], parts[1]) if len(parts) > 1 else (text, None)


_CODES = "HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN|SE|CLM|ART|VOL|CT|RF"
_CODE = re.compile(rf"(?P<name>{_CODES})(?:\s+(?P<value>.*))?")


def _codes(found: Lines) -> dict[str, str]:
    """What stands behind Factiva's codes, on their line or below it; nothing where the lines have no codes."""
    coded: dict[str, Lines] = {}
    current: Lines | None = None
    for line in found:
        if code := _CODE.fullmatch(line):
            current = coded.setdefault(code["name"], [])
            current.extend([code["value"]] if code["value"] else [])
        elif current is not None:
            current.append(line)
    if "PD" not in coded or not {"LP", "TD"} & coded.keys():
        return {}
    return {name: "\n".join(each).strip() for name, each in coded.items()}
