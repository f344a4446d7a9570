"""Resolvers of clock times."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.nearest import weekday_direction
from extractor.matchers.dates.reading import Reading, Scene, group, timed
from extractor.matchers.dates.weekdays import towards

_REACH = 120
_NEAR = 30
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+[A-Z“\"]|\n")
_UTC = frozenset({"utc", "gmt", "z", "greenwich mean time"})


def clock(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """10:35 a.m., 16:08 UTC, 0800 GMT, five o'clock, 4 in the morning, with the day beside it."""
    read = _hour_minute(match, scene)
    if read is None:
        return []
    hour, minute = read
    return _on_day(match, scene, f"T{hour:02}:{minute}{_zone(match)}")


def noon(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Noon, midday, midnight; not inside a name."""
    if (
        match["noon"][0].isupper()
        and match.start()
        and scene.text[match.start() - 2 : match.start()] not in {". ", "“", '"'}
    ):
        return []
    hour = "T24:00" if match["noon"].lower() == "midnight" else "T12:00"
    return _on_day(match, scene, hour + _zone(match))


def _hour_minute(match: re.Match[str], scene: Scene) -> tuple[int, str] | None:
    if written := group(match, "military"):
        return int(written[:2]), written[2:]
    written = group(match, "clock") or group(match, "clock24") or group(match, "bare")
    if written is None:
        spoken = match["oclock"]
        hour = int(spoken) if spoken.isdigit() else scene.lexicon.numbers["number"].get(spoken.lower(), 99)
        minute = "00"
    else:
        pieces = re.split(r"[:.]", written)
        hour, minute = int(pieces[0]), pieces[1] if len(pieces) > 1 else "00"
    half = (group(match, "meridiem") or "").lower()[:1] or {
        "morning": "a",
        "afternoon": "p",
        "evening": "p",
    }.get((group(match, "daypart") or "").lower(), "")
    if half and not 1 <= hour <= 12:
        return None
    if half == "p":
        hour = hour % 12 + 12
    elif half == "a":
        hour %= 12
    return (hour, minute) if hour <= 23 else None


def _same_sentence_day(match: re.Match[str], scene: Scene) -> dt.date | None:
    """The day mentioned before the time in its sentence: "the flight Tuesday in Everett at 18:00"."""
    mentioned = scene.mentioned
    if mentioned is None or mentioned.unit != "day" or match.start() - scene.mentioned_at > _REACH:
        return None
    between = scene.text[scene.mentioned_at : match.start()]
    return None if _SENTENCE_END.search(between) else mentioned.first


def _on_day(match: re.Match[str], scene: Scene, code: str) -> Sequence[Reading]:
    published = scene.published
    weekday, deictic = group(match, "weekday"), group(match, "deictic")
    if published is None:
        day = f"XXXX-WXX-{scene.lexicon.number('weekday', weekday)}" if weekday else "XXXX-XX-XX"
        return [Reading(*match.span(), "TIME", day + code)]
    date, floating = published, not (weekday or deictic)
    if floating and (told := _same_sentence_day(match, scene)):
        date = told
    if weekday:
        wanted = scene.lexicon.number("weekday", weekday)
        back = (published.isoweekday() - wanted) % 7
        date = towards(
            published, wanted, weekday_direction(scene, match.start(), match.start("weekday"), back)
        )
    elif deictic:
        date += scene.lexicon.number("deictic", deictic) * periods.DAY
    return [
        replace(reading, floating=floating)
        for reading in timed(match, periods.day(date), code, anchor=published)
    ]


def _zone(match: re.Match[str]) -> str:
    zone = (group(match, "zone") or group(match, "offset") or "").lower()
    return "Z" if zone in _UTC else ""


def settle_days(readings: Sequence[tuple[Reading, str]], text: str) -> list[tuple[Reading, str]]:
    """Gives clock times of assumed day the day that follows close by: "9:20 p.m. (2020 GMT) Monday"."""
    settled = list(readings)
    for index in range(len(settled) - 2, -1, -1):
        reading, rule = settled[index]
        after = settled[index + 1][0]
        if reading.floating and _belongs(reading, after, text) and after.period:
            value = after.period.value + reading.value[reading.value.index("T") :]
            moved = replace(
                reading, value=value, first=after.first, last=after.last, period=after.period, floating=False
            )
            settled[index] = moved, rule
    return settled


def _belongs(time: Reading, day: Reading, text: str) -> bool:
    between = text[time.end : day.start]
    named = day.period is not None and day.period.unit == "day" and not day.floating
    return (
        named
        and len(between) <= _NEAR
        and not re.search(r"[.!?;]\s|\n|\b(?:and|but|until|to|before|after)\b", between)
    )
