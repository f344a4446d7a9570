"""Why a statement is worth checking, or why not, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from extractor.desk.checkworthiness.lexicon import Lexicon
from extractor.desk.checkworthiness.statement import Statement
from extractor.records import QuantityRecord

_MOST = 4
_LEAST = 0.15
"""Log-odds from which a feature is a reason."""


Told = Mapping[str, tuple[str, float]]
"""How a feature is told to people and what it weighs, by its name."""


def told(weights: Mapping[str, float], says: Mapping[str, str]) -> Told:
    """Those of the features that weigh anything and are told."""
    sayings = ((name, says.get(name.rpartition("&")[2]), weight) for name, weight in weights.items())
    return {name: (said, weight) for name, said, weight in sayings if said and weight}


def reasons(
    statement: Statement, type_: str, names: Iterable[str], features: Told, lexicon: Lexicon
) -> list[str]:
    """At most four, the weightiest first: what the type says, the figures, then what else counts.

    Args:
        statement: The claim or sentence.
        type_: Its type.
        names: Its features.
        features: How they are told and what they weigh.
        lexicon: How types are told.
    """
    found = dict.fromkeys([*_of_type(type_, lexicon), *_figures(statement)])
    found.update(dict.fromkeys(_weightiest(names, features)))
    return list(found)[:_MOST]


def _of_type(type_: str, lexicon: Lexicon) -> Iterator[str]:
    if type_ in lexicon.types:
        yield lexicon.types[type_]


def _figures(statement: Statement) -> Iterator[str]:
    for number in statement.quantities:
        if number.unit_kind not in ("time", "age"):
            yield _figure(number)
            return


def _figure(number: QuantityRecord) -> str:
    if number.measured:
        return f"a figure with its measure: {_flat(number.measured.text)} {_flat(number.text)}"
    if number.counted:
        return f"a count: {_flat(number.text)} {_flat(number.counted.text)}"
    return f"a figure: {_flat(number.text)}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _weightiest(names: Iterable[str], features: Told) -> Iterator[str]:
    """What is told of the features that weigh most, those of one saying together."""
    sums: defaultdict[str, float] = defaultdict(float)
    for said, weight in filter(None, map(features.get, names)):
        sums[said] += weight
    for said, weight in sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0])):
        if abs(weight) >= _LEAST:
            yield said if weight > 0 else f"against it: {said}"
