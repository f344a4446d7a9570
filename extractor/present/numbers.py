"""Numbers read, in words for someone who knows none of our fields: ``about 2,500,000 jobs, up``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.present.dates import date_in_words
from extractor.records import ChangeRecord, QuantityRecord, TimexRecord

_MODIFIERS = {"=": "", "~": "about", "<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}
_SIGNS = {"percentage": "%", "degree Celsius": "°C", "degree Fahrenheit": "°F"}
_IRREGULAR = {"foot": "feet", "inch": "inches", "pound-mass": "pounds"}
_WITHOUT_PLURAL = ("kelvin", "hertz", "horsepower", "magnitude", "stone", "index")
_MINOR_COINS = frozenset({"cent", "penny", "sen"})
"""Units whose ISO code is that of a hundred of them, so that the code alone would mislead."""


def number_in_words(quantity: QuantityRecord, dates: Iterable[TimexRecord] = ()) -> str:
    """A number as read: of what it is the value, how much of what, of which whole, how it moved and when it holds.

    ``unemployment rate: 9.6%, up from 9, Dec 2023``

    Args:
        quantity: The number.
        dates: Those read in the article or claim, among them the one it holds for.
    """
    modifier = _MODIFIERS[quantity.modifier]
    counted = quantity.counted.text if quantity.counted else ""
    whole = f"of {quantity.of.text}" if quantity.of else ""
    per = f"per {quantity.per}" if quantity.per else ""
    how_much = " ".join(filter(None, (modifier, _measure(quantity), counted, whole, per)))
    measured = f"{quantity.measured.text}: " if quantity.measured else ""
    said = [measured + how_much, *_changes(quantity), *_when(quantity, dates), *["vague"] * quantity.vague]
    return " ".join(", ".join(said).split())


def unit_in_words(quantity: QuantityRecord) -> str:
    """What a number is compared by: its currency, its unit, or the singular of what it counts."""
    if quantity.unit:
        return _unit(quantity, singular=True)
    return quantity.counted.head.lower() if quantity.counted else quantity.unit_kind


def _when(quantity: QuantityRecord, dates: Iterable[TimexRecord]) -> Iterator[str]:
    """The time it holds for: as the date is worded that stands there, else in the text's words."""
    when = quantity.when
    if when:
        read = (date_in_words(date) for date in dates if (date.start, date.end) == (when.start, when.end))
        yield next(read, when.text)


def _measure(quantity: QuantityRecord) -> str:
    """Amount and unit."""
    if _is_ordered(quantity):
        assert quantity.change
        return _in_order(quantity, quantity.change)
    amount = _amount(quantity)
    unit = "%" if _is_share(quantity) else _unit(quantity)
    return f"{amount}%" if unit == "%" else f"{amount} {unit}".rstrip()


def _amount(quantity: QuantityRecord) -> str:
    """The value, or the range; an end that is open is said in words."""
    low, high = quantity.low, quantity.high
    if quantity.value is not None:
        return _figure(quantity, quantity.value)
    if low is not None and high is not None:
        return f"{_figure(quantity, low)} to {_figure(quantity, high)}"
    if low is not None:
        return f"{_figure(quantity, low)} or more" if quantity.modifier == "=" else _figure(quantity, low)
    if high is not None:
        return f"up to {_figure(quantity, high)}" if quantity.modifier == "=" else _figure(quantity, high)
    return "some"


def _figure(quantity: QuantityRecord, value: float) -> str:
    """A part of a whole in percent, as people compare it ("one in nine" is 11.11%); all else in full."""
    if _is_share(quantity):
        return f"{value * 100:.4g}"
    return _number(value)


def _number(value: float) -> str:
    return f"{value:,.12g}" if abs(value) < 1e15 else f"{value:.6g}"


def _is_share(quantity: QuantityRecord) -> bool:
    """Whether a ratio is a part of a whole, and no score or multiple."""
    ends = (quantity.value, quantity.low, quantity.high)
    return quantity.unit_kind == "ratio" and all(0 < end < 1 for end in ends if end is not None)


def _unit(quantity: QuantityRecord, *, singular: bool = False) -> str:
    unit = quantity.unit or ""
    if quantity.currency:
        return f"{unit} ({quantity.currency})" if unit in _MINOR_COINS else quantity.currency
    if unit in _SIGNS:
        return _SIGNS[unit]
    return unit if singular or quantity.value == 1 else _plural(unit)


def _plural(unit: str) -> str:
    """``kilometres per hour``: the plural of a unit's head, which is its first word, or its last before per and of."""
    head = re.match(r"(?:(?! per | of ).)*", unit)
    words = (head.group() if head else "").split(" ")
    if not words[-1] or words[-1] in _WITHOUT_PLURAL:
        return unit
    return " ".join([*words[:-1], _IRREGULAR.get(words[-1], f"{words[-1]}s")]) + unit[len(" ".join(words)) :]


def _is_ordered(quantity: QuantityRecord) -> bool:
    """Whether both ends are told in an order: "from 14 to 31", a score of "3-1"."""
    change = quantity.change
    return quantity.value is None and change is not None and None not in (change.from_value, change.to_value)


def _in_order(quantity: QuantityRecord, change: ChangeRecord) -> str:
    first, second = (_number(end) for end in (change.from_value, change.to_value) if end is not None)
    if quantity.unit_kind == "ratio":
        return f"{first}–{second}"
    unit = _unit(quantity)
    return f"from {first} to {second}" + (unit if unit == "%" else f" {unit}".rstrip())


def _changes(quantity: QuantityRecord) -> Iterator[str]:
    """How it moved: ``up``, ``down from 6``, ``up × 2``; what the amount says already is left out."""
    change = quantity.change
    if change is None:
        return
    first, second = change.from_value, change.to_value
    if _is_ordered(quantity):
        first = second = None
    first, second = (None if end == quantity.value else end for end in (first, second))
    ends = (("from", first), ("to", second), ("×", change.multiplier))
    words = [change.direction or "", *(f"{word} {_number(end)}" for word, end in ends if end is not None)]
    if said := " ".join(filter(None, words)):
        yield said
