"""The units of a language: its own lexicon first, then the currencies and units of the Unicode CLDR and the SI.

The lexicons name what the news writes in its own way; models/<language>/standards holds the standards as benchmarks/standards.py
read them; ``lexicons/quantity_standards.toml`` says what of them a text may use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, cast

from extractor.annotations import UnitKind
from extractor.language.resources import Resources
from extractor.matchers.quantities.units import Candidate, Surfaces, Unit, Units

_BRITISH = (("meter", "metre"), ("liter", "litre"))
_SIZES = (("square", "sq", "²", "2"), ("cubic", "cu", "³", "3"))
_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "hertz": "hertz",
    "siemens": "siemens",
    "lux": "lux",
    "henry": "henries",
}


def read_units(language: Resources) -> Units:
    """Units and currencies of a language.

    Raises:
        ResourceError: When a resource is missing, or two units of the lexicons claim one surface.
    """
    units = Units(parts={}, choices={})
    listed = language.toml("lexicons/quantity_units")
    policy = language.toml("lexicons/quantity_standards")
    _read_units(units, listed["unit"])
    _read_currencies(units, language.toml("lexicons/quantity_currencies")["currency"])
    choices = _offer_currencies(units, language.json("standards/currencies"), policy)
    _offer_measures(units, language.json("standards/units"), policy)
    _offer_prefixed(units, policy["si"])
    measuring = {
        symbol: unit.name for symbol, unit in units.symbols.items() if unit.kind in {"physical", "time"}
    }
    return Units(
        units.words,
        units.symbols,
        units.prefixes,
        units.letters,
        measuring | listed["compound_parts"],
        choices,
    )


def _read_units(units: Units, entries: Iterable[Mapping[str, Any]]) -> None:
    for entry in entries:
        unit = Unit(entry["name"], cast(UnitKind, entry["kind"]), per=entry.get("per"))
        words = [_key(word) for word in entry.get("words", ())]
        units.words.add([*words, *(f"{word}s" for word in words), *map(_key, entry.get("forms", ()))], unit)
        units.symbols.add(entry.get("symbols", ()), unit)


def _read_currencies(units: Units, entries: Iterable[Mapping[str, Any]]) -> None:
    for entry in entries:
        unit = Unit(entry["name"], "currency", currency=entry["code"])
        units.words.add((_key(word) for word in entry["words"] if len(word) > 1), unit)
        units.symbols.add((word for word in entry["words"] if len(word) == 1), unit)
        units.prefixes.add(entry["symbols"], unit)
        units.letters.add(entry.get("letter", ""), unit)
        units.symbols.add((symbol for symbol in entry["symbols"] if _may_follow(symbol)), unit)
        units.symbols.add(entry.get("behind", ()), unit)


def _offer_currencies(
    units: Units, rows: Iterable[Mapping[str, Any]], policy: Mapping[str, Any]
) -> dict[str, tuple[Candidate, ...]]:
    """Every currency by code, name and plural; its sign and bare noun where they mean it alone, else a choice."""
    owned = _named(units.prefixes)
    nouns: dict[str, list[tuple[bool, Candidate, str]]] = defaultdict(list)
    signs: dict[str, set[Candidate]] = defaultdict(set)
    for row in sorted(rows, key=lambda row: not row["tender"]):
        code = row["code"]
        if code in policy["no_money"] or "(" in row["one"]:
            continue
        unit = owned.get(code) or Unit(_key(row["one"]), "currency", currency=code)
        units.words.offer((_key(row["one"]), _key(row["other"])), unit)
        if row["tender"]:
            _offer_code(units, unit, code, policy)
        *adjective, noun = _key(row["one"]).split()
        candidate = Candidate(
            unit, frozenset([" ".join(adjective), *map(str.lower, row["countries"])]) - {""}
        )
        nouns[noun].append((row["tender"], candidate, _key(row["other"]).split()[-1]))
        for sign in row["signs"] if row["tender"] else ():
            signs[sign.rstrip(".")].add(candidate)
    choices = _choices(units, nouns, policy)
    for sign, owners in signs.items():
        if sign not in policy["words_not_codes"] and (len(sign) > 1 or not sign.isalnum()):
            unit = next(iter(owners)).unit if len(owners) == 1 else Unit(sign, "currency")
            units.prefixes.offer((sign, f"{sign}.") if sign.isalpha() else (sign,), unit)
            units.symbols.offer((sign,), unit)
            if len(owners) > 1:
                choices.setdefault(sign, tuple(sorted(owners, key=lambda owner: owner.unit.name)))
    return choices


def _named(table: Surfaces) -> dict[str | None, Unit]:
    """The unit of each currency that has a sign; of dollar and cent the first, which is the dollar."""
    units: dict[str | None, Unit] = {}
    for unit in table.values():
        units.setdefault(unit.currency, unit)
    return units


def _offer_code(units: Units, unit: Unit, code: str, policy: Mapping[str, Any]) -> None:
    """A code behind the amount and, unless it is a word too, before it and in small letters: "150 TRY", "ZMW 150", "20 usd"."""
    units.symbols.offer((code,), unit)
    if code in policy["words_not_codes"]:
        return
    units.prefixes.offer((code,), unit)
    if code.lower() not in policy["not_in_small_letters"]:
        units.symbols.offer((code.lower(),), unit)
    if unit.name.endswith(("dollar", "peso")):
        units.prefixes.offer((f"{code.lower()}$",), unit)


def _choices(
    units: Units, nouns: Mapping[str, list[tuple[bool, Candidate, str]]], policy: Mapping[str, Any]
) -> dict[str, tuple[Candidate, ...]]:
    """The bare nouns: "kuna" is one currency, "francs" are one of many."""
    choices: dict[str, tuple[Candidate, ...]] = {}
    for noun, rows in nouns.items():
        if noun in policy["words_not_nouns"]:
            continue
        candidates = [candidate for tender, candidate, _ in rows if tender] or [
            candidate for _, candidate, _ in rows
        ]
        one = candidates[0].unit if len({c.unit for c in candidates}) == 1 else Unit(noun, "currency")
        units.words.offer({noun, f"{noun}s", *(plural for _, _, plural in rows)}, one)
        if one.currency is None:
            choices[noun] = tuple(candidates)
    return choices


def _offer_measures(units: Units, rows: Iterable[Mapping[str, Any]], policy: Mapping[str, Any]) -> None:
    """Every unit of the CLDR, in British and American spelling."""
    for row in rows:
        one, other = _key(row["one"]), _key(row["other"])
        if one in policy["no_units"] or row["dimension"] in policy["no_dimensions"]:
            continue
        known = units.words.get(one)
        name = _british(one)
        unit = known or Unit(
            name, policy["kinds"].get(row["dimension"], "physical"), per=name.partition(" per ")[2] or None
        )
        units.words.offer((one, other, name, _british(other)), unit)
        units.symbols.offer((s for s in row["symbols"] if len(s) > 1 and s not in policy["no_symbols"]), unit)


def _offer_prefixed(units: Units, table: Mapping[str, Any]) -> None:
    """The units of the SI and of computing with every prefix, and lengths squared and cubed."""
    for base, symbol in table["units"].items():
        for prefix, letter in table["prefixes"].items():
            name = _british(prefix + base)
            unit = units.words.get(name) or Unit(name, "physical")
            units.words.offer(_spellings(name), unit)
            if letter in table["small"] or symbol in table["large"]:
                units.symbols.offer((letter + symbol,), unit)
    for length, symbol in table["lengths"].items():
        for size, short, power, digit in _SIZES:
            name = f"{size} {length}"
            unit = units.words.get(name) or Unit(name, "physical")
            spelled = _spellings(length)
            units.words.offer({f"{word} {form}" for word in (size, short) for form in spelled}, unit)
            raised = (symbol + power, symbol + digit, f"{symbol}^{digit}")
            units.symbols.offer((f"{short} {symbol}", f"{short}. {symbol}", *raised), unit)


def _spellings(name: str) -> set[str]:
    plural = _plural(name)
    return {name, plural, _american(name), _american(plural)}


def _plural(name: str) -> str:
    return next(
        (name.removesuffix(one) + many for one, many in _PLURALS.items() if name.endswith(one)), f"{name}s"
    )


def _british(name: str) -> str:
    for american, british in _BRITISH:
        name = name.replace(american, british)
    return name.replace("perimetre", "perimeter")


def _american(name: str) -> str:
    for american, british in _BRITISH:
        name = name.replace(british, american)
    return name


def _key(word: str) -> str:
    """A name as the table has it: lower case, hyphens as spaces, "sq." and "St." without their stops."""
    plain = (
        word.lower().replace("-", " ").replace(" & ", " and ").replace("sq. ", "sq ").replace("st. ", "st ")
    )
    return " ".join(plain.split())


def _may_follow(symbol: str) -> bool:
    """Signs and ISO codes may stand after the number ("18 €", "140 USD"); "US$" and "Rs." may not."""
    is_code = len(symbol) == 3 and symbol.isalpha() and symbol.isupper()
    return is_code or not any(c.isalnum() for c in symbol)
