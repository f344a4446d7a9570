"""Resolvers of clock times."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.nearest import told_day
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.reading import Reading, Scene, group, timed

_REACH = 120
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+[A-Z“\"]|\n")
_OFFSET = re.compile(r"([+−-])\s*(\d{1,2})(?::?(\d\d))?")
_HALVES = {"MO": "a", "AF": "p", "EV": "p"}


def clock(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """10:35 a.m., 16:08 UTC, 0800 GMT, five o'clock, 4 in the morning, with the day beside it."""
    read = _hour_minute(match, scene)
    if read is None:
        return []
    hour, minute = read
    return _on_day(match, scene, f"T{hour:02}:{minute}{_zone(match, scene)}")


def clock_spoken(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """At nine-thirty, around eleven forty-five p.m."""
    hour, _ = _written_hour(match["hour"], scene)
    minute = read_count(re.sub(r"^oh?-", "", match["minutes"].lower()), scene.lexicon.counts)
    if not 1 <= hour <= 12 or minute is None:
        return []
    return _on_day(match, scene, f"T{_in_half(match, scene, hour):02}:{int(minute):02}{_zone(match, scene)}")


def clock_range(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """From 2 to 4 p.m., 9-11 a.m.: both times in the half of the day that the second one names."""
    half = match["meridiem"].lower()[0]
    low, high = (_of_half(match[name], half) for name in ("low", "high"))
    if low is None or high is None:
        return []
    if low > high:
        low = f"{int(low[:2]) - 12:02}{low[2:]}"
    spans = match.span("low"), (match.start("high"), match.end())
    return [
        replace(reading, start=start, end=end)
        for time, (start, end) in zip((low, high), spans, strict=True)
        for reading in _on_day(match, scene, f"T{time}{_zone(match, scene)}")
    ]


def _of_half(written: str, half: str) -> str | None:
    """07:30 of "7.30" in the morning; None for hours beyond twelve."""
    pieces = re.split(r"[:.]", written)
    hour = int(pieces[0])
    if not 1 <= hour <= 12:
        return None
    return f"{hour % 12 + (12 if half == 'p' else 0):02}:{pieces[1] if len(pieces) > 1 else '00'}"


def stamp(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """08.05 at the beginning of a line: the stamp of a live report, on the day of publication."""
    hour, minute = _written_hour(match["clock24"], scene)
    code = f"T{hour:02}:{minute}"
    if scene.published is None:
        return [Reading(*match.span(), "TIME", "XXXX-XX-XX" + code)]
    return timed(match, periods.day(scene.published), code, anchor=scene.published)


def noon(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Noon, midday, midnight; not inside a name."""
    if (
        match["noon"][0].isupper()
        and match.start()
        and scene.text[match.start() - 2 : match.start()] not in {". ", "“", '"'}
    ):
        return []
    hour = "T24:00" if match["noon"].lower() == "midnight" else "T12:00"
    return _on_day(match, scene, hour + _zone(match, scene))


def _hour_minute(match: re.Match[str], scene: Scene) -> tuple[int, str] | None:
    if written := group(match, "military"):
        return int(written[:2]), written[2:]
    written = group(match, "clock") or group(match, "clock24") or group(match, "bare")
    if written is None:
        hour, minute = _written_hour(match["oclock"], scene)
    else:
        hour, minute = _written_hour(written, scene)
    if _half(match, scene) and not 1 <= hour <= 12:
        return None
    hour = _in_half(match, scene, hour)
    return (hour, minute) if hour <= 23 else None


def _half(match: re.Match[str], scene: Scene) -> str:
    """The half of the day that the match names: a, p or nothing."""
    half = (group(match, "meridiem") or "").lower()[:1]
    part = group(match, "daypart")
    return half or (_HALVES.get(scene.lexicon.name("daypart", part), "") if part else "")


def _in_half(match: re.Match[str], scene: Scene, hour: int) -> int:
    """The hour of 24, told from the half of the day."""
    half = _half(match, scene)
    return hour % 12 + (12 if half == "p" else 0) if half else hour


def _written_hour(written: str, scene: Scene) -> tuple[int, str]:
    """Hour and minutes of "7.30", "7" and "seven"; hour 99 of other words."""
    if not written[0].isdigit():
        return scene.lexicon.numbers["number"].get(written.lower(), 99), "00"
    pieces = re.split(r"[:.h]", written)
    return int(pieces[0]), pieces[1] if len(pieces) > 1 else "00"


def _same_sentence_day(match: re.Match[str], scene: Scene) -> dt.date | None:
    """The day mentioned before the time in its sentence: "the flight Tuesday in Everett at 18:00"."""
    mentioned = scene.mentioned
    if mentioned is None or mentioned.unit != "day" or match.start() - scene.mentioned_at > _REACH:
        return None
    between = scene.text[scene.mentioned_at : match.start()]
    return None if _SENTENCE_END.search(between) else mentioned.first


def _on_day(match: re.Match[str], scene: Scene, code: str) -> Sequence[Reading]:
    """The time on the day told of so far; a day right behind it, which joins settle, outweighs that."""
    if scene.published is None:
        return [Reading(*match.span(), "TIME", "XXXX-XX-XX" + code, floating=True)]
    date = _same_sentence_day(match, scene) or told_day(scene, match.end() - 1) or scene.published
    return [
        replace(reading, floating=True)
        for reading in timed(match, periods.day(date), code, anchor=scene.published)
    ]


def _zone(match: re.Match[str], scene: Scene) -> str:
    if offset := group(match, "offset"):
        sign, hours, minutes = _OFFSET.findall(offset)[0]
        return f"{sign.replace('−', '-')}{int(hours):02}{minutes or '00'}"
    return "Z" if (group(match, "zone") or "").lower() in scene.lexicon.lists["utc"] else ""
