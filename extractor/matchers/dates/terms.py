"""Resolvers of named stretches of the year: quarters, halves, fiscal years, seasons, holidays."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.matchers.dates import periods
from extractor.matchers.dates.absolute import part
from extractor.matchers.dates.lexicon import normal
from extractor.matchers.dates.nearest import choose, direction
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.reading import Reading, Scene, dated, plain

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_RECENT_SEASON = 92  # days for which "this summer" is the one just gone
_YEAR_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)
_PHRASE = re.compile(r"(?:\b(?:of|in)\s{1,2})$", re.IGNORECASE)


def quarter(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The third quarter, Q3 2024, the first half of last year."""
    short = match["short"]
    kind = ("quarter" if short[0] in "Qq" else "half") if short else match["kind"].lower()
    number = int(short[1]) if short else _ORDINALS[match["ord"].lower()]
    if kind == "half" and number > 2:
        number = 2
    if short and not short[0].isupper():
        return []
    year = _stated_year(match, scene)
    if year is None and _is_game(match, scene, kind):
        return []
    build = periods.quarter if kind == "quarter" else periods.half
    if year:
        return dated(match, periods.safely(lambda: build(year, number)), mod=part(match, scene))
    if scene.published is None:
        return plain(match, "DATE", f"XXXX-{kind[0].upper()}{number}", part(match, scene))
    return dated(match, _nearest(build, number, scene, match), mod=part(match, scene), anchor=scene.published)


def fiscal(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Fiscal 2025, FY24, the last fiscal year."""
    written = match["year"] or match["year1"] or match["short"]
    if written:
        number = int(written) if len(written) == 4 else 2000 + int(written)
        return plain(match, "DATE", f"FY{number}")
    if not match["dir"] or scene.published is None:
        return []
    number = scene.published.year + scene.lexicon.number("direction", match["dir"])
    return [Reading(*match.span(), "DATE", f"FY{number}", anchor=scene.published)]


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
    if match["year"]:
        date: dt.date | None = named.in_year(int(match["year"]))
    elif scene.published is None:
        return plain(match, "DATE", "XXXX-XX-XX")
    else:
        date = _holiday_near(match, scene, scene.published)
    if date is None:
        return []
    unit = (match["span"] or "day").lower()
    if unit == "weekend" and date.isoweekday() <= 2:
        date -= 2 * periods.DAY  # a holiday on a Monday closes the weekend before it
    return dated(match, periods.around(unit, date), anchor=None if match["year"] else scene.published)


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
    return base + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)


def _nearest(build: object, number: int, scene: Scene, match: re.Match[str]) -> Period | None:
    """The latest such quarter or half that has begun, or the one of this year when the verb looks ahead."""
    published = scene.published
    if published is None:
        return None
    make = periods.quarter if build is periods.quarter else periods.half
    this = make(published.year, number)
    if this.first <= published:
        return (
            make(published.year + 1, number)
            if scene.tense(match.start()) == "future" and this.last < published
            else this
        )
    ahead = scene.tense(match.start()) != "past" and (this.first - published).days <= 100
    return this if ahead or scene.tense(match.start()) == "future" else make(published.year - 1, number)


def _is_game(match: re.Match[str], scene: Scene, kind: str) -> bool:
    """The halves and quarters of a match."""
    if kind == "half" and not match["short"]:
        return True
    return scene.lexicon.surroundings.around("game", scene.text, match.start(), match.end())


def _is_season(match: re.Match[str], scene: Scene) -> bool:
    tag = scene.tenses.tag(match.start("season"))
    if tag.startswith("VB"):
        return False
    if match["dir"] or match["ofyear"]:
        return True
    following = scene.text[match.end() : match.end() + 4].lower()
    word = match["season"].lower()
    if word in {"fall", "spring"} and (
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
        return periods.season(published.year + _YEAR_STEPS[match["ofyear"].lower()], code)
    if word == "that" and scene.mentioned:
        return periods.season(scene.mentioned.first.year, code)
    since = (published - latest.last).days
    if word in {"last", "past", "previous"}:
        return latest if since > 0 else periods.season_around(code, published, -1)
    if word in {"next", "coming", "upcoming", "following"}:
        return coming
    ahead = scene.tense(match.start("season")) == "future"
    if word in {"this", "current"}:
        return coming if since > _RECENT_SEASON or (since > 0 and ahead) else latest
    return coming if since > 0 and ahead else latest
