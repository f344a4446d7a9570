"""The resolvers the rules name: each turns a match into readings."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.matchers.dates import (
    absolute,
    anaphora,
    clock,
    durations,
    months,
    open_dates,
    relative,
    sets,
    terms,
    weekdays,
)
from extractor.matchers.dates.reading import Resolver

RESOLVERS: Mapping[str, Resolver] = {
    "iso": absolute.iso,
    "full_date": absolute.full_date,
    "day_range": months.day_range,
    "month_day": months.month_day,
    "days_of_year": months.days_of_year,
    "day_of_month": months.day_of_month,
    "month_year": months.month_year,
    "month_range": months.month_range,
    "month": months.month,
    "unit_of_month": months.unit_of_month,
    "year": absolute.year,
    "year_range": absolute.year_range,
    "short_year": absolute.short_year,
    "open_date": open_dates.open_date,
    "numeric": absolute.numeric,
    "decade": absolute.decade,
    "century": absolute.century,
    "quarter": terms.quarter,
    "fiscal": terms.fiscal,
    "season": terms.season,
    "holiday": terms.holiday,
    "weekday": weekdays.weekday,
    "weekday_part": weekdays.weekday_part,
    "deictic": relative.deictic,
    "this_daypart": relative.this_daypart,
    "daypart": relative.daypart,
    "deictic_unit": relative.deictic_unit,
    "reference": relative.reference,
    "adjective": relative.adjective,
    "same_unit": anaphora.same_unit,
    "neighbour": anaphora.neighbour,
    "ago": anaphora.ago,
    "year_ago": anaphora.year_ago,
    "duration": durations.duration,
    "bare_units": durations.bare_units,
    "anchored": durations.anchored,
    "past_unit": durations.past_unit,
    "frequency": sets.frequency,
    "every": sets.every,
    "plural_weekday": sets.plural_weekday,
    "clock": clock.clock,
    "noon": clock.noon,
}
"""Resolver names of ``rules/dates.toml`` to functions."""
