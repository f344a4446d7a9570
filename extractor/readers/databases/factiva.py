"""Articles of Factiva, with its codes before the fields or without."""

from __future__ import annotations

import re

from extractor.readers.databases.lines import DAY, RIGHTS, as_text, paragraphs_of, record_of
from extractor.readers.items import Row

ACCESSION = re.compile(r"^[ \t]*Document [A-Z][A-Z0-9]{3,11}\d{6,}[a-z0-9]{5,}[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"\d[\d,]* words")
_CODES = "HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN|SE|CLM|ART|VOL|CT|RF"
_CODE = re.compile(rf"(?P<name>{_CODES})(?:\s+(?P<value>.*))?")


def row_of_factiva(text: str) -> Row | None:
    """An article of Factiva: title, byline, "300 words", date, outlet and rights above, its accession number below."""
    found = [line.strip() for line in ACCESSION.sub("", text).strip().splitlines()]
    coded = _codes(found)
    if coded:
        return record_of(
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
    rights = next((n for n, line in enumerate(found) if n > counted and RIGHTS.match(line)), counted + 3)
    between = [line for line in found[counted + 1 : rights] if line]
    dated = next((n for n, line in enumerate(between) if DAY.fullmatch(line)), None)
    below = between[dated + 1 :] if dated is not None else between
    author = next(
        (line for line in above[1:] if re.match(r"(?i)by\s", line)), above[-1] if len(above) > 1 else None
    )
    return record_of(
        as_text(paragraphs_of("\n".join(found[rights + 1 :]))),
        title=" ".join(line for line in above if line != author) or None,
        published=between[dated] if dated is not None else None,
        outlet=next((line for line in below if not re.fullmatch(r"\d\d:\d\d.*", line)), None),
        author=author,
    )


def _continued(lead: str, rest: str) -> str:
    """The lead and the rest of a text, which may be parted within a sentence."""
    ends = re.search(r"[.!?…:][\"”’')]*$", lead) is not None or not lead
    return f"{lead}\n\n{rest}".strip() if ends else f"{lead} {rest}".strip()


def _codes(found: list[str]) -> dict[str, str]:
    """What stands behind Factiva's codes, on their line or below it; nothing where the lines have no codes."""
    coded: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in found:
        if code := _CODE.fullmatch(line):
            current = coded.setdefault(code["name"], [])
            current.extend([code["value"]] if code["value"] else [])
        elif current is not None:
            current.append(line)
    if "PD" not in coded or not {"LP", "TD"} & coded.keys():
        return {}
    return {name: "\n".join(each).strip() for name, each in coded.items()}
