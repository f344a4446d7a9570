"""Articles of LexisNexis, as it was and as Nexis Uni."""

from __future__ import annotations

import re

from extractor.readers.databases.lines import DAY, FIELD, RIGHTS, as_text, joined, paragraphs_of, record_of
from extractor.readers.items import Row


def row_of_lexis(text: str) -> Row | None:
    """An article of LexisNexis: outlet, date and title above, "BYLINE: …" around, "LOAD-DATE: …" below."""
    paragraphs = paragraphs_of(text)
    row: dict[str, str] = {}
    above: list[str] = []
    while paragraphs:
        paragraph = paragraphs.pop(0)
        field = FIELD.fullmatch(joined(paragraph))
        if field and field["name"].upper() == field["name"]:
            row.setdefault(field["name"], field["value"])
            if field["name"] in ("LENGTH", "BODY"):
                break
        elif not RIGHTS.fullmatch(joined(paragraph)):
            above.append(joined(paragraph))
    end = next((n for n, each in enumerate(paragraphs) if _is_below(each)), len(paragraphs))
    dated = next((n for n, line in enumerate(above) if DAY.fullmatch(line)), None)
    body = as_text(each for each in paragraphs[:end] if not re.match(r"(?:HIGHLIGHT|BODY|DATELINE):", each))
    return record_of(
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
        field["name"].lower(): field["value"] for line in lines_above if (field := FIELD.fullmatch(line))
    }
    dated = next((n for n, line in enumerate(lines_above) if DAY.fullmatch(line)), None)
    heading = [
        line for line in lines_above[:dated] if not FIELD.fullmatch(line) and not RIGHTS.fullmatch(line)
    ]
    paragraphs = paragraphs_of(body)
    end = next((n for n, each in enumerate(paragraphs) if _is_below(each)), len(paragraphs))
    return record_of(
        as_text(paragraphs[:end]),
        title=heading[-2] if len(heading) > 1 else next(iter(heading), None),
        outlet=heading[-1] if len(heading) > 1 else None,
        published=lines_above[dated] if dated is not None else fields.get("load-date"),
        author=fields.get("byline"),
    )


def _is_below(paragraph: str) -> bool:
    """Whether a paragraph is one of those that databases put below a text."""
    field = FIELD.match(paragraph.strip())
    return field is not None and field["name"].lower() in _BELOW


def _parted(text: str, line: str) -> tuple[str, str | None]:
    parts = re.split(rf"^{line}$", text, maxsplit=1, flags=re.MULTILINE)
    return (parts[0], parts[1]) if len(parts) > 1 else (text, None)


_FIELDS = """
acc-no | city | classification | correction | correction-date | document-type | graphic | industry | journal code |
language | load-date | notes | person | publication type | publication-type | series | subject | type
"""
_BELOW = frozenset(name.strip() for name in _FIELDS.split("|"))
