"""Clock times, on the day beside them or on the day told."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene, Value

_HALVES = {"MO": "a", "AF": "p", "EV": "p"}
_SMALL_HOURS = 4
_HEADED = re.compile(r"[^\S\n]+[A-Z‘“\"]|[^\S\n]*(?:\n|\Z)")
_OPEN_DAY = re.compile(r"XXXX-(?:WXX-\d|(?:\d\d|XX)-(?:\d\d|XX))$")
_REACH = 120
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+[A-Z“\"]|\n")


@dataclass(frozen=True, slots=True)
class Clock:
    """10:35 a.m., 16:08 UTC, 0800 GMT, five o'clock, noon.

    Attributes:
        hour: As it is written, 24 for midnight.
        half: a or p where the half of the day is named.
        zone: "Z", "+0800" or nothing.
    """

    hour: int
    minute: str = "00"
    half: str = ""
    zone: str = ""
    stamp: bool = False
    noon: Word | None = None

    @property
    def code(self) -> str:
        """T10:35Z."""
        hour = self.hour % 12 + (12 if self.half == "p" else 0) if self.half else self.hour
        return f"T{hour:02}:{self.minute}{self.zone}"

    def read(self, scene: Scene) -> Reading | None:
        """The time on the day told of so far; a day close behind it outweighs that."""
        if (self.stamp and not _is_line_head(scene)) or (self.noon and _is_title(self.noon, scene)):
            return None
        if scene.published is None:
            return scene.plain("TIME", "XXXX-XX-XX" + self.code)._replace(floating=not self.stamp)
        day = scene.published
        if not self.stamp:
            day = _same_sentence_day(scene) or scene.told_day(scene.end - 1) or scene.published
        reading = scene.timed(periods.day(day), self.code, anchor=scene.published)
        return reading._replace(floating=not self.stamp)


def clock(clock: Word, half: Word | None = None, zone: str = "", daypart: Word | None = None) -> Clock | None:
    """10:35, 7.30, 16h00, with what tells the half of the day and the zone."""
    hour, minute = int(clock.parts[0]), clock.parts[1]
    return _clock(hour, minute, half, zone, daypart)


def hour(hour: Word, half: Word | None = None, zone: str = "", daypart: Word | None = None) -> Clock | None:
    """9am, five o'clock, 4 in the morning."""
    return _clock(hour.number, "00", half, zone, daypart) if hour.number == float(hour.key) else None


def hour_in(
    daypart: Word, hour: Word | None = None, clock: Word | None = None, half: Word | None = None
) -> Clock | None:
    """4 in the morning, 2:30 in the afternoon."""
    if clock:
        return _clock(int(clock.parts[0]), clock.parts[1], half, "", daypart)
    return _clock(hour.number, "00", half, "", daypart) if hour and hour.number == float(hour.key) else None


def military(clock: Word, zone: str = "") -> Clock:
    """0800 GMT, 1430 hours."""
    return Clock(int(clock.text[:2]), clock.text[2:], zone=zone)


def noon(noon: Word, zone: str = "") -> Clock:
    """Noon, midnight."""
    return Clock(noon.number, zone=zone, noon=noon)


def spoken(
    hour: Word, minutes: Word, half: Word | None = None, zone: str = "", daypart: Word | None = None
) -> Clock | None:
    """Nine-thirty, six forty-five p.m."""
    known = minutes.number == 15 or (20 <= minutes.number <= 55 and minutes.number % 5 == 0)
    if not known or not 1 <= hour.number <= 12:
        return None
    return _clock(hour.number, f"{minutes.number:02}", half, zone, daypart)


def _clock(hour: int, minute: str, half: Word | None, zone: str, daypart: Word | None) -> Clock | None:
    part = half.name if half else _HALVES.get(daypart.name, "") if daypart else ""
    if hour > 23 or (part and not 1 <= hour <= 12):
        return None
    return Clock(hour, minute, part, zone)


def line_stamp(clock: Word) -> Clock:
    """08.05 at the beginning of a line: the stamp of a live report, on the day of publication."""
    return Clock(int(clock.parts[0]), clock.parts[1], stamp=True)


def zone(zone: Word) -> str:
    """Z of UTC and its other names; nothing of zones that TIMEX3 does not write."""
    return "Z" if zone.key == "utc" else ""


def offset(offset: Word) -> str:
    """+0800 of GMT+8."""
    sign, hours, minutes = offset.parts
    return f"{sign.replace('−', '-')}{int(hours):02}{minutes or '00'}"


def clock_range(low: Clock, high: Clock) -> tuple[Clock, Clock] | None:
    """From 2 to 4 p.m., 11:30 to 1 p.m.: both in the half of the day that the second one names, the first one before it."""
    if not high.half or low.half or not 1 <= low.hour <= 12:
        return None
    first = replace(low, half=high.half, zone=high.zone)
    if first.code > high.code:
        first = replace(first, half="a")
    return first, high


@dataclass(frozen=True, slots=True)
class ClockOn:
    """9 a.m. Tuesday, midnight on 18 March, 22:41, 18 May 2023, 2:15 this morning; Mon Dec 20, 2010 11:52am EST."""

    clock: Clock
    day: Value

    def read(self, scene: Scene) -> Reading | None:
        """The time on that day."""
        day = self.day.read(scene)
        time = self.clock.read(scene)
        return on_day(time, day) if time and day else None


def on_day(time: Reading, day: Reading) -> Reading | None:
    """The time on the day of another reading; None where that is no day."""
    if not names_day(day):
        return None
    named, daypart = day.value.partition("T")[::2]
    code = time.value[time.value.index("T") :]
    late = daypart in {"AF", "EV"} or (daypart == "NI" and int(code[1:3]) > _SMALL_HOURS)
    if late and int(code[1:3]) < 12:
        code = f"T{int(code[1:3]) + 12}{code[3:]}"
    return time._replace(
        value=named + code,
        first=day.first,
        last=day.last,
        period=day.period,
        anchor=day.anchor,
        floating=False,
    )


def _is_title(noon: Word, scene: Scene) -> bool:
    """Whether it is part of a name: "High Noon", "Midnight Express"."""
    before = scene.text[max(0, noon.start - 2) : noon.start]
    return (
        noon.text[0].isupper()
        and bool(before)
        and before not in {". ", " “", ' "'}
        and not before.endswith("\n")
    )


def _is_line_head(scene: Scene) -> bool:
    """Whether it stands at the beginning of a line, alone or before a new sentence."""
    begins = scene.start == 0 or scene.text[scene.start - 1] == "\n"
    return begins and bool(_HEADED.match(scene.text, scene.end))


def names_day(reading: Reading) -> bool:
    """Whether a reading is one day that a clock time can be on."""
    if reading.floating or reading.mod or reading.type not in {"DATE", "TIME"}:
        return False
    return reading.period.unit == "day" if reading.period else bool(_OPEN_DAY.match(reading.value))


def _same_sentence_day(scene: Scene) -> dt.date | None:
    """The day mentioned before the time in its sentence: "the flight Tuesday in Everett at 18:00"."""
    mentioned = scene.mentioned
    if mentioned is None or mentioned.unit != "day" or scene.start - scene.mentioned_at > _REACH:
        return None
    between = scene.text[scene.mentioned_at : scene.start]
    return None if _SENTENCE_END.search(between) else mentioned.first
