"""Properties of every text: no failure, spans in order, and work that grows linearly with the length."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.annotations import Annotations, Timex
from extractor.language.resources import Resources
from extractor.matchers.dates import compile_matcher
from extractor.text.parsed import Parsed
from tests.growth import is_linear

VOCABULARY = """
the a of in on at since until by between and from to last next this that same early late mid- more than
about two 3 31 30 29 1999 2024 0001 9999 1/2 12/31/2020 31.12.2020 10:30 24:61 a.m. p.m. GMT Monday Tuesday May
March Feb. December spring fall winter day week weekend month quarter year decade century millennium years days
hours ago earlier later from now every each twice daily annual today tomorrow tonight yesterday morning night noon
midnight now recently future Christmas Easter first second third fourth last half Q3 H1 FY24 fiscal 1990s '82
nineties 20th thousand hundred several few past coming previous following before after period time that, . ; ( )
ended ending through fiscal quarter same comparable overnight mid-century year-end each most mornings weekends over
nearly first nine months Sunday 2025-26 08.05 1Q Ramadan Eid today's youth hour half quarter-century three-quarters
- – / ' ’ “ ” İ ß 年
"""
WORDS = [*VOCABULARY.split(), "\n", "\n\n"]
VOCAB = Vocab()
DATES_MATCHER = compile_matcher(Resources("en"))
DATES = [None, dt.date(2024, 3, 6), dt.date(2024, 2, 29), dt.date.min, dt.date.max]


def _read(text: str, published: dt.date | None) -> tuple[Timex, ...]:
    return DATES_MATCHER(Parsed(Doc(VOCAB, words=[text], spaces=[False])), Annotations(published=published))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30),
    st.sampled_from(DATES),
    st.sampled_from([" ", "", "-"]),
)
def test_spans_are_in_order_and_intervals_run_forward(
    words: list[str], published: dt.date | None, glue: str
) -> None:
    text = glue.join(words) or "x"
    end = 0
    for timex in _read(text, published):
        assert end <= timex.span.start < timex.span.end <= len(text)
        end = timex.span.end
        assert timex.value
        if timex.begin and timex.end:
            assert timex.begin <= timex.end


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    _read(text, dt.date(2024, 3, 6))


def test_reading_twice_gives_the_same() -> None:
    text = "On Monday, two weeks after the fall of 2022, he will leave in May. That day he spoke of the past decade."
    assert _read(text, dt.date(2024, 3, 6)) == _read(text, dt.date(2024, 3, 6))


DIGITS = ["1", "1 ", "1999 ", "12/", "1:", "10:30 ", "1 1/2 ", "1,000,", "1990s "]
MARKS = ["-", ".", '"', "(", "\n", " ", "'", "$"]
NAMES = [
    "1/1/",
    "the the ",
    "Christmas ",
    "the week to March ",
    "the quarter ended ",
    "fiscal year ",
    "first nine months of ",
    "two to three ",
    "two years and a month and ",
    "every Monday and ",
    "at noon ",
    "2 to 4 p.m. ",
    "Monday ",
    "Monday, ",
    "May ",
    "January 1 ",
    "the ",
    "a year ",
    "more than ",
    "twenty-",
    "last ",
    "week of ",
    "x",
]
LONG = [*DIGITS, *MARKS, *NAMES]


@pytest.mark.parametrize("unit", LONG)
def test_a_megabyte_is_read_in_linear_time(unit: str) -> None:
    assert is_linear(lambda length: _reading(unit, length), 1_000_000)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.sampled_from([" ", "", "-"]))
def test_no_repetition_takes_more_than_its_length_in_time(words: list[str], glue: str) -> None:
    unit = glue.join(words) + " "
    assert is_linear(lambda length: _reading(unit, length), 50_000), unit


def _reading(unit: str, length: int) -> Callable[[], object]:
    text = (unit * (length // len(unit) + 1))[:length]
    return lambda: _read(text, dt.date(2024, 3, 6))


def test_a_long_table_is_read_to_its_end() -> None:
    days = [f"March {day}" for day in range(1, 32)] + [f"May {day}" for day in range(1, 32)]
    values = [timex.value for timex in _read(", ".join(days), dt.date(2024, 3, 6))]
    assert len(values) == 62
    assert values[-1] == "2024-05-31"
