"""The head of an article: fields, one-line heads, date lines, bylines and datelines."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Literal

from extractor.annotations import Span
from extractor.language.calendar import Calendar
from extractor.language.layout import LayoutWords
from extractor.language.rules import alternation, fill

DateOrigin = Literal["head", "date line", "dateline"]

_HEAD_LINES = 12
"""Fields and date lines are looked for in the first lines only; below them a "Source:" is prose."""
_STORY_WORDS = 12
"""A line of so many words that ends in a full stop is the story's first; a transcript's "REPORTER:" may follow it."""

_DATE = r"""(?xi:
    (?P<y1>\d{4})[-/](?P<m1>\d{2})[-/](?P<d1>\d{2})(?:T[\d:.+Z-]*)?
  | (?:{days}\.?,?\s+)?(?:the\s+)?(?P<d2>\d{1,2}){ordinals}?\s+(?:of\s+)?(?P<m2>{months})\.?,?\s+(?P<y2>\d{4})
  | (?:{days}\.?,?\s+)?(?P<m3>{months})\.?\s+(?P<d3>\d{1,2}){ordinals}?,?\s+(?P<y3>\d{4})
)"""
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}(?:[+-]\d+)?)?)?"
_AHEAD = r"(?:\(|\s[–—-]\s(?:\d{1,2}\s[A-Z]|[A-Z][a-z]+\s\d))"
"""What tells a place in small letters: an agency in brackets, or a date between dashes."""
_PLACE = (
    r"[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]+){0,4}|(?:[A-Z][a-z.'’-]+[ -]?){1,4}(?=[^\n]{0,40}"
    + _AHEAD
    + ")"
)
_DATELINE = (
    r"{place}(?:,\s(?:[A-Z][\w.'’-]+\s?){1,3})?(?:(?:,?|\s[-–—])\s(?P<date>{date}|(?i:{months})\.?\s\d{1,2}))?"
    r"\s{0,3}(?:\([^()\n]{2,40}\))?\s{0,3}(?:[-–—_]|--)(?=\s|$)"
)
_DATE_LINE = r"[ \t]*(?i:{stamps}(?: on)?)?:?[ \t]*{date}{clock}[ \t.]*"
_SIGNED = r"(?i:by)[ \t]+(?P<author>[A-Z][^\n|]{2,60}?)[ \t]*[|,•·–—-]" + _DATE_LINE
"""A byline with the date behind it: "By Jo Smith | March 5, 2024"."""
_BARRED = (
    r"(?:(?:[^\n|·•]{1,60}[|·•]){1,4}|(?:[ \t]*[A-Z][^\s,.|·•]*(?:[ \t][^\s,.|·•]+){0,4},){1,3})?"
    + _DATE_LINE
    + r"(?:[|·•][^\n|·•]{1,60}){0,4}"
)
"""A line of fields with the date among them: "5 March 2024 | The Quay Post", "Our correspondent, Tarn, 5 March 2024"."""
_ONE_LINE = r"\s*(?i:date|published)\s*:?\s+{date}(?=\s+[^\s\d])"
_FIELD = r"(?i:[ \t]*(?P<name>{fields})[ \t]*:[ \t]*(?P<value>\S[^\n]*))"

_BY = re.compile(r"(?i:by)[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says.

    Attributes:
        spans: The stretches of the text that are head and nothing else.
        fields: title, author, outlet, url as written.
        published: The publication date, if the head states one with its year.
        published_from: Which part of the head stated it.
    """

    spans: tuple[Span, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    published: dt.date | None = None
    published_from: DateOrigin | None = None


class HeadReader:
    """Finds heads by the words of ``lexicons/structure.toml``."""

    def __init__(self, words: LayoutWords, calendar: Calendar) -> None:
        self._months = {word: number for number, names in calendar.words.month.items() for word in names}
        self._field_of = {word: name for name, listed in words.fields.items() for word in listed}
        vocabulary = {
            "months": alternation(self._months),
            "days": alternation(word for names in calendar.words.weekday.values() for word in names),
            "fields": alternation(self._field_of),
            "ordinals": alternation(words.dates.ordinals),
            "stamps": alternation(words.dates.stamps),
            "clock": _CLOCK,
            "place": _PLACE,
        }
        date = fill(_DATE, vocabulary)
        self._date = re.compile(date)
        self._field = re.compile(fill(_FIELD, vocabulary))
        self._date_line = re.compile(fill(_DATE_LINE, vocabulary | {"date": date}))
        self._signed = re.compile(fill(_SIGNED, vocabulary | {"date": date}))
        self._barred = re.compile(fill(_BARRED, vocabulary | {"date": date}))
        self._one_line = re.compile(fill(_ONE_LINE, vocabulary | {"date": date}))
        self._dateline = re.compile(fill(_DATELINE, vocabulary | {"date": _unnamed(date)}))

    def read(self, text: str) -> Head:
        """The head of a text; an empty one when the text begins with its story."""
        one_line = self._one_line.match(text)
        if one_line:
            start = len(text) - len(text.lstrip())
            return Head((Span(start, one_line.end()),), {}, self._as_date(one_line), "head")
        spans, fields, published, origin = self._lines(text)
        if published is None:
            published, origin = self._from_dateline(text)
        return Head(tuple(spans), fields, published, origin)

    def dateline(self, text: str, start: int, end: int) -> Span | None:
        """The dateline at the start of a paragraph ``text[start:end]``: "GENEVA, Feb 5, 2022 (Agency) -"."""
        match = self._dateline.match(text, start, min(end, start + 120))
        return Span(start, match.end()) if match else None

    def date(self, written: str) -> dt.date | None:
        """The day a full date names; None for partial, impossible or other text."""
        match = self._date.fullmatch(written.strip())
        return self._as_date(match) if match else None

    def _lines(self, text: str) -> tuple[list[Span], dict[str, str], dt.date | None, DateOrigin | None]:
        spans: list[Span] = []
        fields: dict[str, str] = {}
        published: dt.date | None = None
        origin: DateOrigin | None = None
        story = False
        for line in _first_lines(text):
            written = text[line.start : line.end]
            name, value = self._named(written)
            dated = None if name else self._dated(written)
            if name and (name == "published" or not story):
                if name == "published":
                    found = self._date.search(value)
                    published, origin = (
                        (self._as_date(found), "head") if found and not published else (published, origin)
                    )
                else:
                    fields.setdefault(name, value)
            elif dated and not published:
                published, origin = self._as_date(dated), "date line"
                if author := dated.groupdict().get("author"):
                    fields.setdefault("author", author.strip())
            elif story or written.strip("- "):  # a line of dashes opens and closes front matter
                story = story or self._begins_story(text, line)
                continue
            spans.append(line)
        return spans, fields, published, origin if published else None

    def _dated(self, written: str) -> re.Match[str] | None:
        """A line that is a date, or fields among which is one."""
        shapes = (self._date_line, self._signed, self._barred)
        return next((found for shape in shapes if (found := shape.fullmatch(written))), None)

    def _named(self, written: str) -> tuple[str | None, str]:
        """The field of the article that a line "Title: …" fills, and its value."""
        named = self._field.fullmatch(written)
        if not named:
            return None, ""
        field = self._field_of[" ".join(named["name"].lower().split())]
        value = _unquoted(named["value"].strip())
        return field, _BY.sub("", value) if field == "author" else value

    def _begins_story(self, text: str, line: Span) -> bool:
        written = text[line.start : line.end]
        prose = written.endswith(".") and len(written.split()) >= _STORY_WORDS
        return prose or self.dateline(text, line.start, line.end) is not None

    def _from_dateline(self, text: str) -> tuple[dt.date | None, DateOrigin | None]:
        for line in _first_lines(text):
            match = self._dateline.match(text, line.start, min(line.end, line.start + 120))
            found = self.date(match["date"]) if match and match["date"] else None
            if found:
                return found, "dateline"
        return None, None

    def _as_date(self, match: re.Match[str]) -> dt.date | None:
        for form in "123":
            if match[f"y{form}"]:
                month = match[f"m{form}"]
                number = int(month) if month.isdigit() else self._months[month.lower()]
                try:
                    return dt.date(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
                except ValueError:
                    return None
        return None


def _first_lines(text: str) -> list[Span]:
    """The first lines that hold anything, without the white space around them."""
    lines: list[Span] = []
    for match in re.finditer(r"\S[^\n]*", text):
        lines.append(Span(match.start(), match.start() + len(match[0].rstrip())))
        if len(lines) == _HEAD_LINES:
            break
    return lines


def _unquoted(value: str) -> str:
    """The value without the quotation marks that front matter may put around it."""
    return value[1:-1].strip() if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'" else value


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)
