"""Every currency of ISO 4217 and unit of the CLDR reads, by code, name, plural and symbol; the lexicon names the exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import spacy

from extractor.annotations import Annotations, Quantity
from extractor.language.resources import Resources
from extractor.matchers.quantities import compile_matcher
from extractor.text.parsed import Parsed

ENGLISH = Resources()
POLICY = ENGLISH.toml("lexicons/quantity_standards")
MATCHER, BLANK = compile_matcher(ENGLISH), spacy.blank("en")


def read(text: str) -> Quantity | None:
    return next(iter(MATCHER(Parsed(BLANK(text)), Annotations())), None)


def currencies() -> Iterator[dict[str, Any]]:
    """Those that people count in; of several with one name, the one of the lexicon or the one that is tender today."""
    listed = ENGLISH.toml("lexicons/quantity_currencies")["currency"]
    named = {word.lower(): entry["code"] for entry in listed for word in entry["words"]}
    for row in sorted(ENGLISH.json("standards/currencies"), key=lambda row: not row["tender"]):
        counts = row["code"] not in POLICY["no_money"] and "(" not in row["one"]
        if counts and named.setdefault(row["one"].lower(), row["code"]) == row["code"]:
            yield row


def test_every_currency_by_name_and_plural() -> None:
    for row in currencies():
        for amount in (f"1 {row['one']}", f"1,500 {row['other']}"):
            found = read(f"It cost {amount}.")
            assert found, amount
            assert (found.currency, found.span.end - found.span.start) == (row["code"], len(amount)), amount


def test_every_currency_of_today_by_code() -> None:
    for row in currencies():
        if row["tender"]:
            code = row["code"]
            amounts = (
                [f"1,500 {code}"] if code in POLICY["words_not_codes"] else [f"1,500 {code}", f"{code} 1,500"]
            )
            for amount in amounts:
                found = read(f"It cost {amount}.")
                assert found, amount
                assert found.currency == code, amount


def test_every_unit_by_name_plural_and_symbol() -> None:
    for row in ENGLISH.json("standards/units"):
        if row["one"].lower().replace("-", " ") in POLICY["no_units"]:
            continue
        symbols = [s for s in row["symbols"] if len(s) > 1 and s not in POLICY["no_symbols"]]
        for amount in (f"1 {row['one']}", *(f"12 {unit}" for unit in (row["other"], *symbols))):
            found = read(f"It had {amount} there.")
            assert found and found.unit, amount
            assert found.span.end - found.span.start == len(amount), amount


def test_a_country_decides_between_currencies_of_one_name() -> None:
    for text, currency in {
        "The Iranian store took 40 rials.": "IRR",
        "In Oman it costs 40 rials.": "OMR",
        "It costs 40 rials.": None,
        "In Oman and Iran it costs 40 rials.": None,
        "Sweden will pay 40 kr.": "SEK",
        "He paid 40 francs.": None,
        "He paid 40 kunas.": "HRK",
    }.items():
        found = read(text)
        assert found, text
        assert (found.unit_kind, found.currency) == ("currency", currency), text


def test_what_is_no_unit() -> None:
    for text in (
        "Call at 2 pm today.",
        "It sold 20 EV models.",
        "She won 5 TV sets.",
        "He came 71st.",
        "Group 5 C won.",
        "It met at COP26.",
        "The CUP 2018 final.",
    ):
        found = read(text)
        assert found is None or found.unit is None, text
