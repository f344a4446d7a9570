"""Resolvers of named stretches of the year: quarters, halves, fiscal years, seasons, holidays."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.absolute import part
from extractor.matchers.dates.lexicon import normal
from extractor.matchers.dates.nearest import choose, direction
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.reading import Reading, Scene, dated, plain

_AHEAD = 100  # days for which a quarter to come is meant without a verb that says so
_RECENT_SEASON = 92  # days for which "this summer" is the one just gone
_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)
_PHRASE = re.compile(r"(?:\b(?:of|in)\s{1,2})$", re.IGNORECASE)


def quarter(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The third quarter, Q3 2024, the first half of last year; the days of fiscal quarters stay open."""
    kind, number = _kind_and_number(match, scene)
    year = _stated_year(match, scene)
    if not number or (year is None and _is_game(match, scene, kind)):
        return []
    build = periods.quarter if kind == "quarter" else periods.half
    if year is None and scene.published is None:
        return plain(match, "DATE", f"XXXX-{kind[0].upper()}{number}", part(match, scene))
    whole = periods.safely(lambda: build(year, number)) if year else _nearest(build, number, scene, match)
    readings = dated(match, whole, mod=part(match, scene), anchor=None if year else scene.published)
    if match["fiscal"] or match["fiscal2"]:
        return [replace(reading, first=None, last=None) for reading in readings]
    return readings


def month_quarter(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The June quarter: the latest that has ended, or the next where the tense says so."""
    number = scene.lexicon.number("month", match["month"]) // 3
    if match["year"]:
        return dated(match, periods.safely(lambda: periods.quarter(int(match["year"]), number)))
    published = scene.published
    if published is None:
        return plain(match, "DATE", f"XXXX-Q{number}")
    ahead = scene.tense(match.start()) == "future"
    ended = 3 * number < published.month
    year = published.year - (not ended) + ahead
    return dated(match, periods.safely(lambda: periods.quarter(year, number)), anchor=published)


def quarters(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The first and second quarters: two of them, the word said once."""
    numbers = [scene.lexicon.number("edge", match[name]) for name in ("ord", "ord2")]
    published = scene.published
    if published is None or not numbers[0] < numbers[1]:
        return []
    year = int(match["year"]) if match["year"] else None
    wholes = [
        periods.quarter(year, n) if year else _nearest(periods.quarter, n, scene, match) for n in numbers
    ]
    spans = (match.start(), match.end("ord")), (match.start("ord2"), match.end())
    return [
        reading
        for whole, span in zip(wholes, spans, strict=True)
        for reading in dated(match, whole, anchor=None if year else published, span=span)
    ]


def _kind_and_number(match: re.Match[str], scene: Scene) -> tuple[str, int]:
    """ "quarter" or "half" and which one; 0 where it is none: "the last quarter" alone is seen from publication."""
    if short := match["short"]:
        digit, letter = sorted(short)
        return ("quarter" if letter == "Q" else "half"), int(digit) if letter == "Q" or digit in "12" else 0
    kind, written = match["kind"].lower(), match["ord"].lower()
    if written == "last" and not (match["year"] or match["dir"]):
        return kind, 0
    of_all = 4 if kind == "quarter" else 2
    number = int(written[0]) if written[0].isdigit() else scene.lexicon.number("edge", written)
    return kind, of_all if number < 0 else number if number <= of_all else 0


def season(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Last fall, the summer of 2022, this spring; not "prices fall" and not "a spring"."""
    code = scene.lexicon.name("season", match["season"])
    if match["year"]:
        return dated(match, periods.season(int(match["year"]), code), mod=part(match, scene))
    if not _is_season(match, scene):
        return []
    if scene.published is None:
        return plain(match, "DATE", f"XXXX-{code}", part(match, scene))
    return dated(
        match,
        _season_near(match, scene, code, scene.published),
        mod=part(match, scene),
        anchor=scene.published,
    )


def holiday(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Thanksgiving Day, last Christmas, Easter week."""
    if not match["holiday"][0].isupper() or _attributive(match, scene):
        return []
    named = scene.lexicon.holidays[normal(match["holiday"])]
    if named.open:
        return _open_holiday(match)
    if match["year"]:
        date: dt.date | None = named.in_year(int(match["year"]))
    elif scene.published is None:
        return plain(match, "DATE", named.open_value)
    else:
        date = _holiday_near(match, scene, scene.published)
    if date is None:
        return []
    unit = (match["span"] or "day").lower()
    if unit == "weekend" and date.isoweekday() <= 2:
        date -= 2 * periods.DAY  # a holiday on a Monday closes the weekend before it
    return dated(match, periods.around(unit, date), anchor=None if match["year"] else scene.published)


def _open_holiday(match: re.Match[str]) -> Sequence[Reading]:
    """A feast whose day is proclaimed: its year is all that the text can tell."""
    if not match["year"]:
        return plain(match, "DATE", "XXXX-XX-XX")
    whole = periods.year(int(match["year"]))
    return [Reading(*match.span(), "DATE", f"{whole.value}-XX-XX", None, whole.first, whole.last)]


def _holiday_near(match: re.Match[str], scene: Scene, published: dt.date) -> dt.date | None:
    named = scene.lexicon.holidays[normal(match["holiday"])]
    dates = sorted(
        {named.in_year(published.year + step) for step in range(-named.every - 1, named.every + 2)}
    )
    past = max((date for date in dates if date <= published), default=None)
    future = min((date for date in dates if date >= published), default=None)
    if past is None or future is None:
        return past or future
    if match["dir"]:
        return past if scene.lexicon.number("direction", match["dir"]) < 0 else future
    return choose(past, future, published, direction(scene, match.start("holiday")))


def _attributive(match: re.Match[str], scene: Scene) -> bool:
    """A holiday's name inside a longer name or before a thing: "a Christmas sweater"."""
    following = scene.text[match.end() : match.end() + 2]
    before = scene.text[max(0, match.start() - 4) : match.start()]
    return following[:1] == " " and following[1:2].isalpha() and bool(_ARTICLE.search(before))


def _stated_year(match: re.Match[str], scene: Scene) -> int | None:
    if written := match["year"] or match["year0"]:
        return int(written)
    direction = (match["dir"] or "").lower().split()
    if not direction:
        return None
    word = direction[-1]
    if word in {"that", "previous", "following", "the"} and scene.mentioned:
        base = scene.mentioned.first.year
    elif scene.published:
        base = scene.published.year
    else:
        return None
    return base + scene.lexicon.step(word)


def _nearest(
    build: Callable[[int, int], Period], number: int, scene: Scene, match: re.Match[str]
) -> Period | None:
    """The latest such quarter or half that has begun, or the one of this year when the verb looks ahead."""
    published = scene.published
    if published is None:
        return None
    this, tense = build(published.year, number), scene.tense(match.start())
    if this.first <= published:
        return build(published.year + 1, number) if tense == "future" and this.last < published else this
    ahead = tense != "past" and (this.first - published).days <= _AHEAD
    return this if ahead or tense == "future" else build(published.year - 1, number)


def _is_game(match: re.Match[str], scene: Scene, kind: str) -> bool:
    """The halves and quarters of a match; a half alone needs a business beside it to be one of a year."""
    around = scene.lexicon.surroundings.around
    if around("game", scene.text, match.start(), match.end()):
        return True
    in_business = around("business", scene.text, match.start(), match.end())
    if match["short"]:
        return not (in_business or scene.before("month", match.start()))
    return kind == "half" and not in_business


def _is_season(match: re.Match[str], scene: Scene) -> bool:
    tag = scene.tenses.tag(match.start("season"))
    if tag.startswith("VB"):
        return False
    if match["dir"] or match["ofyear"]:
        return True
    following = scene.text[match.end() : match.end() + 4].lower()
    word = match["season"].lower()
    if word in scene.lexicon.lists["verbal_seasons"] and (
        following.startswith((" of", " in", "-", " for"))
        or (not match["det"] and not _PHRASE.search(scene.text[max(0, match.start() - 5) : match.start()]))
    ):
        return False
    return following[:1] not in {"-", "‐"} and not following.startswith((" of",))


def _season_near(match: re.Match[str], scene: Scene, code: str, published: dt.date) -> Period | None:
    """The latest such season or the coming one, as the word before it or the tense says."""
    latest = periods.season_around(code, published)
    coming = periods.season_around(code, published, 1)
    word = (match["dir"] or match["det"] or "").lower()
    if match["ofyear"]:
        return periods.season(published.year + scene.lexicon.step(match["ofyear"]), code)
    if word == "that" and scene.mentioned:
        return periods.season(scene.mentioned.first.year, code)
    since = (published - latest.last).days
    step = scene.lexicon.numbers["direction"].get(word)
    if step == -1:
        return latest if since > 0 else periods.season_around(code, published, -1)
    if step == 1:
        return coming
    pointing = direction(scene, match.start("season"))
    ahead = pointing == "future" or (pointing is None and (coming.first - published).days < since)
    if step == 0:
        return coming if since > _RECENT_SEASON or (since > 0 and ahead) else latest
    return coming if since > 0 and ahead else latest
