"""The door to quantulum3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.matchers.quantities.rare_units import rare_unit


@pytest.mark.parametrize(
    ("symbol", "name"), [("Gy/h", "gray per hour"), ("euro barn", None), ("xyz/h", None), ("", None)]
)
def test_only_units_of_the_news_come_through(symbol: str, name: str | None) -> None:
    assert rare_unit(symbol) == name


@given(st.text(st.sampled_from("GySvmolkgh/·*^²³-.0129 %µΩ°$€()") | st.characters(), max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_symbol_is_an_error(symbol: str) -> None:
    assert rare_unit(symbol) is None or " " in str(rare_unit(symbol)) or str(rare_unit(symbol)).isalpha()
