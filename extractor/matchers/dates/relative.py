"""Resolvers of expressions seen from the moment of writing: today, tonight, last week, now, recently."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import normal
from extractor.matchers.dates.nearest import told_day
from extractor.matchers.dates.reading import Reading, Scene, dated, echoes, group, plain, timed

_RECENT_DAYS, _CLOSE = 3, 250
_REPORTED_DAYS = 200
"""How long after its beginning an article may tell of a quarter's figures."""
_OF_YEAR = frozenset({"quarter", "half"})
"""Units whose year is meant by "the year" behind them: "in the fourth quarter and for the full year"."""
_IDIOM = re.compile(r"\b(?:at the end of the day,|back in the day.?)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s")
_PARTITIVE = re.compile(r"\s{1,2}of\s(?!(?:this|last|next)\s)", re.IGNORECASE)  # the last week of the trial
_PAUSE = re.compile(r"\s*(?:[.,;:!?)\"”’']|$)")


def deictic(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Today, yesterday morning, earlier today."""
    part, daypart = match["part"], match["daypart"]
    mod = scene.lexicon.phase(part)
    if match["deictic"] == "Today" and scene.text[max(0, match.start() - 4) : match.start()] == "USA ":
        return []
    if _is_generic(match, scene):
        return plain(match, "DATE", "PRESENT_REF")
    code = "T" + scene.lexicon.name("daypart", daypart) if daypart else ""
    if scene.published is None:
        return [Reading(*match.span(), "TIME" if daypart else "DATE", "XXXX-XX-XX" + code, mod)]
    steps = scene.lexicon.number("deictic", match["deictic"])
    published = scene.published
    day = periods.safely(lambda: periods.around("day", published, steps))
    if day is None:
        return []
    if daypart:
        return timed(match, day, code, mod=mod, anchor=scene.published)
    return dated(match, day, mod=mod, anchor=scene.published)


def _is_generic(match: re.Match[str], scene: Scene) -> bool:
    """Whether "today" is the present, no day: "today's youth"."""
    owner = _POSSESSIVE.match(scene.text, match.end())
    return match[0].lower() == "today" and bool(
        owner and scene.lexicon.surroundings.after("generic", scene.text, owner.end())
    )


def this_daypart(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Tonight, this morning, last night, the next morning."""
    code = "TNI" if match["tonight"] else "T" + scene.lexicon.name("daypart", match["daypart"])
    word = (match["dir"] or "this").lower().split()[-1]
    base = scene.published
    if match["daypart"] and match["daypart"].istitle():
        return []  # "This Morning" is a programme
    if word in {"that", "same", "next", "following", "previous"} and scene.mentioned:
        base = scene.mentioned.first if scene.mentioned.unit == "day" else None
    if base is None:
        return plain(match, "TIME", "XXXX-XX-XX" + code)
    steps = scene.lexicon.step(word)
    return timed(match, periods.around("day", base, steps), code, anchor=base)


def daypart(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Midday, the evening: on the day told of, or the one named behind it ("dawn on Wednesday")."""
    if match["of"] is None and not _closes(scene, match.end()):
        return []
    code = "T" + scene.lexicon.name("daypart", match["daypart"])
    if scene.published is None:
        return [Reading(*match.span(), "TIME", "XXXX-XX-XX" + code, floating=True)]
    day = told_day(scene, match.start()) or scene.published
    return [
        replace(reading, floating=True)
        for reading in timed(match, periods.day(day), code, anchor=scene.published)
    ]


def overnight(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Overnight: the night that ended on the day of publication, unless the verb looks ahead."""
    if scene.tenses.tag(match.start()) == "JJ":
        return []
    if scene.published is None:
        return plain(match, "TIME", "XXXX-XX-XXTNI")
    back = 0 if scene.tense(match.start()) == "future" else -1
    night = periods.around("day", scene.published, back)
    readings = timed(match, night, "TNI", anchor=scene.published)
    morning = periods.day(night.first + periods.DAY)
    return [replace(reading, last=morning.last, period=morning) for reading in readings]


def deictic_unit(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Last week, earlier this year, the end of the month, the weekend."""
    unit, word = match["unit"].lower(), match["dir"].lower()
    definite = word == "the"
    if (definite and not _points_to_now(match, scene, unit)) or (
        word != "this" and _PARTITIVE.match(scene.text, match.end())
    ):
        return []
    step = 0 if definite else scene.lexicon.number("direction", word)
    mod = scene.lexicon.phase(group(match, "when"))
    if match["of"]:
        mod = scene.lexicon.name("part", match["of"])
    base = scene.published
    if scene.mentioned and (word in scene.lexicon.lists["anaphoric"] or _tells_on(match, scene, unit)):
        base = scene.mentioned.first
    if base is None:
        return [Reading(*match.span(), "DATE", periods.open_value(unit), mod)]
    told = scene.mentioned
    if told and unit == "year" and word in scene.lexicon.lists["anaphoric"] and told.unit == "fiscal":
        return echoes(
            dated(match, periods.safely(lambda: periods.years_on(told, step)), mod=mod, anchor=told.first)
        )
    if unit == "weekend":
        return _weekend(match, scene, step, mod)
    if definite and (told_of := _told_of(scene, unit, base, match.start())):
        base = told_of
    if unit == "year" and match["fiscal"]:
        return [Reading(*match.span(), "DATE", f"FY{base.year + step:04}", mod, anchor=base)]
    whole = periods.safely(lambda: periods.around(unit, base, step))
    return _up_to_now(dated(match, whole, mod=mod, anchor=base), match, base)


def _tells_on(match: re.Match[str], scene: Scene, unit: str) -> bool:
    """Whether "the next day" and "the next year" follow on what a story in the past has just told."""
    if not normal(match[0]).startswith("the next"):
        return False
    close = match.start() - scene.mentioned_at <= _CLOSE
    return unit == "day" or (close and scene.tense(match.start("unit")) == "past")


def reference(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Now, recently, in the future."""
    value = scene.lexicon.name("reference", match["reference"])
    return plain(match, "DATE", value)


def adjective(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Recent losses, the current crisis, future plans; only where tagged as an adjective."""
    if match["adjective"].lower() in {"past", "present"} or scene.tenses.tag(match.start()) not in {"JJ", ""}:
        return []
    return plain(match, "DATE", scene.lexicon.name("adjective", match["adjective"]))


def _points_to_now(match: re.Match[str], scene: Scene, unit: str) -> bool:
    """Whether "the day" is a date: behind "end", "of" or "for" and before a pause, or after a part."""
    if unit == "day" and _IDIOM.search(scene.text[max(0, match.start() - 16) : match.end() + 1]):
        return False
    if match["of"] or match["when"]:
        return True
    if unit in {"decade", "century"} or not scene.before("unit", match.start()):
        return False
    return unit == "weekend" or _closes(scene, match.end())


def _closes(scene: Scene, end: int) -> bool:
    """Whether the phrase ends here: a pause or a preposition follows."""
    return bool(_PAUSE.match(scene.text, end)) or scene.lexicon.surroundings.after("unit", scene.text, end)


def _weekend(match: re.Match[str], scene: Scene, step: int, mod: str | None) -> Sequence[Reading]:
    """The weekend that has begun or passed, unless the verb looks ahead; "last" and "next" count from it."""
    published = scene.published
    if published is None:
        return plain(match, "DATE", periods.open_value("weekend"), mod)
    tense = scene.tense(match.start("unit"))
    ahead = step > 0 or tense == "future" or (match["dir"].lower() == "this" and tense == "present")
    inside = published.isoweekday() >= 6
    steps = 0 if inside or ahead else -1
    if inside and step:
        steps += step
    return dated(match, periods.around("weekend", published, steps), mod=mod, anchor=published)


def _up_to_now(readings: list[Reading], match: re.Match[str], now: dt.date) -> list[Reading]:
    """Ends "earlier this year" and begins "later this year" on the day it is written."""
    written = (group(match, "when") or "").lower()
    if not readings or written not in {"earlier", "later"}:
        return readings
    reading = readings[0]
    if reading.first is None or reading.last is None or not reading.first <= now <= reading.last:
        return readings
    return [replace(reading, last=now) if written == "earlier" else replace(reading, first=now)]


def _told_of(scene: Scene, unit: str, published: dt.date, start: int) -> dt.date | None:
    """The day or month the article tells of: "the day" and "the month" are those last mentioned close by."""
    if unit == "day":
        told = scene.latest.get("day")
        return told.first if told and abs((published - told.first).days) <= _RECENT_DAYS else None
    if unit == "quarter" and (told := scene.latest.get("quarter")) is not None:
        return told.first if 0 <= (published - told.first).days <= _REPORTED_DAYS else None
    mentioned = scene.mentioned
    if mentioned is None or not (mentioned.unit == unit or (unit == "year" and mentioned.unit in _OF_YEAR)):
        return None
    return mentioned.first if start - scene.mentioned_at <= _CLOSE else None
