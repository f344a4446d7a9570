"""The values that productions compose, by the names that ``rules/dates.toml`` calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from extractor.matchers.dates.expressions import (
    clock,
    counts,
    dayparts,
    days,
    decades,
    durations,
    feasts,
    fiscal,
    months,
    numeric,
    ordinals,
    parts,
    quarters,
    recurring,
    references,
    seasons,
    shifts,
    stretches,
    told,
    units,
    weekdays,
    yearless,
    years,
)


def same(value: Any) -> Any:
    """The value of a production's only symbol."""
    return value


def pair(first: Any, last: Any) -> tuple[Any, Any]:
    """Two expressions beside each other."""
    return first, last


def words() -> bool:
    """Words that only have to stand there."""
    return True


_MODULES = (
    clock,
    counts,
    dayparts,
    days,
    decades,
    durations,
    feasts,
    fiscal,
    months,
    numeric,
    ordinals,
    parts,
    quarters,
    recurring,
    references,
    seasons,
    shifts,
    stretches,
    told,
    units,
    weekdays,
    yearless,
    years,
)

VALUES: Mapping[str, Callable[..., Any]] = {
    name: value
    for module in _MODULES
    for name, value in vars(module).items()
    if callable(value) and not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
} | {"same": same, "pair": pair, "words": words}
"""Each value's class, or the function that builds one."""
