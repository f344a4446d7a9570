"""Writes models/en/standards from the Unicode CLDR, read through Babel: the currencies of ISO 4217 and the units of measurement.

    python -m benchmarks.standards            write both files anew
    python -m benchmarks.standards --check    fail when they differ from what the installed Babel holds

The files are data: nothing is left out or decided here but what CLDR does not say in English. Which of its names and signs
a text may use is decided in lexicons/quantity_standards.toml. CLDR is © Unicode, Inc., under the Unicode License v3, which
lets us ship it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from babel.core import get_global

FOLDER = Path(__file__).resolve().parent.parent / "models" / "en" / "standards"
ENGLISH = Locale("en")
_YEARS = re.compile(r"\s*\([^)]*\d{4}[^)]*\)")
_AMOUNT = "{0}"


def currencies() -> list[dict[str, Any]]:
    """Every currency of CLDR: code, singular, plural, signs, countries that use or used it, and whether it is tender today."""
    names, plurals = ENGLISH.currencies, ENGLISH._data["currency_names_plural"]
    countries, tender = _countries()
    signs = _signs(countries)
    rows = []
    for code in sorted(names):
        forms = plurals.get(code, {})
        one = forms.get("one") or names[code]
        rows.append(
            {
                "code": code,
                "one": _YEARS.sub("", one),
                "other": _YEARS.sub("", forms.get("other") or one),
                "signs": sorted(signs.get(code, set()) - {code}),
                "countries": sorted(countries.get(code, set())),
                "tender": code in tender,
            }
        )
    return rows


def units() -> list[dict[str, Any]]:
    """Every unit of CLDR: its dimension, singular, plural and symbols in English."""
    rows = []
    for key, widths in ENGLISH._data["unit_patterns"].items():
        dimension, _, _ = key.partition("-")
        long = widths.get("long", {})
        if _AMOUNT not in str(long.get("one", "")) or _AMOUNT not in str(long.get("other", "")):
            continue
        symbols = {
            _bare(widths[width][form])
            for width in ("short", "narrow")
            for form in ("one", "other")
            if form in widths.get(width, {})
        }
        one, other = _bare(long["one"]), _bare(long["other"])
        rows.append(
            {
                "dimension": dimension,
                "one": one,
                "other": other,
                "symbols": sorted(symbols - {one, other, ""}),
            }
        )
    return sorted(rows, key=lambda row: (row["dimension"], row["one"]))


def _bare(pattern: str) -> str:
    """A unit without the place of its amount and without CLDR's own abbreviation in names."""
    return pattern.replace(_AMOUNT, "").strip().replace("Imp. ", "imperial ")


def _countries() -> tuple[dict[str, set[str]], set[str]]:
    countries: dict[str, set[tuple[str, bool]]] = {}
    tender: set[str] = set()
    for territory, rows in get_global("territory_currencies").items():
        name = ENGLISH.territories.get(territory)
        for code, _, until, is_tender in rows:
            if name and is_tender:
                countries.setdefault(code, set()).add((name, until is None))
            if until is None and is_tender:
                tender.add(code)
    return {
        code: {n for n, now in users if now or code not in tender} for code, users in countries.items()
    }, tender


def _signs(countries: dict[str, set[str]]) -> dict[str, set[str]]:
    """The sign of each currency in English and, where it is tender today, in the languages of its countries."""
    signs: dict[str, set[str]] = {}
    for code, sign in ENGLISH.currency_symbols.items():
        signs.setdefault(code, set()).add(sign)
    current = {
        territory: [code for code, _, until, is_tender in rows if until is None and is_tender]
        for territory, rows in get_global("territory_currencies").items()
    }
    for identifier in localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        for code in current.get(locale.territory or "", ()):
            sign = locale.currency_symbols.get(code, code)
            if (
                sign.isascii()
                or not any(character.isalpha() for character in sign)
                or locale.script in {None, "Latn"}
            ):
                signs.setdefault(code, set()).add(sign.strip("\u200f\u200e\xa0"))
    return signs


def written(rows: list[dict[str, Any]]) -> str:
    """The rows as JSON, one a line."""
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def main() -> int:
    """Write or check both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = 0
    for name, rows in (("currencies", currencies()), ("units", units())):
        path, text = FOLDER / f"{name}.json", written(rows)
        if not check:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            print(f"{path} differs from CLDR: python -m benchmarks.standards", file=sys.stderr)
            stale += 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
