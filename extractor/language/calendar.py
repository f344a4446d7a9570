"""Words of time: ``lexicons/calendar.toml``, ``calendar_context.toml``, ``holidays.toml``; see the comments of the files."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from extractor.language.schema import Lexicon, Table, WordList, Words

ByNumber = dict[int, WordList]
"""A number, to the words for it."""
ByDaypart = dict[Literal["MO", "MI", "AF", "EV", "NI"], WordList]
"""The TIMEX3 code of a part of the day, to the words for it."""
ByValue = dict[str, WordList]
"""A TIMEX3 value, to the words for it."""
Plain = dict[Literal[""], WordList]
"""Words that mean nothing by themselves."""


class ByUnit(Table):
    """What the program calls a unit of time, to the words for it."""

    second: WordList = ()
    minute: WordList = ()
    hour: WordList = ()
    day: WordList = ()
    night: WordList = ()
    weekend: WordList = ()
    week: WordList = ()
    fortnight: WordList = ()
    month: WordList = ()
    quarter: WordList = ()
    half: WordList = ()
    year: WordList = ()
    decade: WordList = ()
    century: WordList = ()
    millennium: WordList = ()


class ByWay(Table):
    """Which way units are counted, to the words for it."""

    ago: WordList = ()
    hence: WordList = ()
    earlier: WordList = ()
    later: WordList = ()


class ByRelation(Table):
    """Relations to a time, to the prepositions that tell them."""

    on: WordList
    since: WordList
    until: WordList
    through: WordList
    by: WordList
    before: WordList
    after: WordList
    for_: WordList = Field(alias="for")
    between: WordList
    from_: WordList = Field(alias="from")


class CalendarWords(Table):
    """Tables of surface words by what the program calls their meaning; each is a symbol of the productions."""

    month: dict[Annotated[int, Field(ge=1, le=12)], WordList]
    weekday: dict[Annotated[int, Field(ge=1, le=7)], WordList]
    season: dict[Literal["SP", "SU", "FA", "WI"], WordList]
    daypart: ByDaypart
    dayparts: ByDaypart
    tonight: ByDaypart
    overnight: ByDaypart
    unit: ByUnit
    calunit: ByUnit
    yearunit: ByUnit
    weekunit: ByUnit
    lasting: ByUnit
    middle: ByUnit
    term: ByUnit
    terms: ByUnit
    told: dict[Literal["time", "period", "half"], WordList]
    deictic: ByNumber
    noon: ByNumber
    article: ByNumber
    single: ByNumber
    number: ByNumber
    ordinal: ByNumber
    edge: ByNumber
    spoken: ByNumber
    tens: ByNumber
    halfword: ByNumber
    direction: ByNumber
    stretch: ByNumber
    beside: ByNumber
    neighbour: ByNumber
    reference: dict[Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"], WordList]
    frequency: ByValue
    often: ByValue
    recurring: ByValue
    part: dict[Literal["EARLIER", "LATER", "START", "MID", "END"], WordList]
    amount: dict[Literal["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"], WordList]
    about: dict[Literal["APPROX"], WordList]
    way: ByWay
    back: ByWay
    before: ByWay
    side: dict[Literal["before", "after"], WordList]
    zone: dict[Literal["utc", "other"], WordList]
    fiscalword: dict[Literal["fiscal"], WordList]
    vague: Plain
    fewword: Plain
    severalword: Plain
    filler: Plain


class CalendarLists(Table):
    """Words that several rules ask for."""

    weak_tables: Words
    suffixes: Words
    telling: Words
    comparing: Words
    anaphoric: Words
    recent: Words
    reaching: Words
    plural_units: Words
    bare_units: Words
    bounding: Words
    verbal_seasons: Words
    first_names: Words
    not_approximate: Words
    ambiguous: Words


class Calendar(Lexicon):
    """The words of the calendar and the clock."""

    file: ClassVar[str] = "lexicons/calendar"

    words: CalendarWords
    relation: ByRelation
    lists: CalendarLists


class Nearby(Table):
    """Words that stand at a place."""

    words: Words


class Within(Nearby):
    """Words that stand near a place.

    Attributes:
        within: How many characters away at most.
    """

    within: Annotated[int, Field(gt=0)]


class WordsBefore(Table):
    """What stands right before an expression."""

    title: Nearby
    year: Nearby
    make: Nearby
    compared: Nearby
    some_day: Nearby
    starting: Nearby
    ahead: Nearby
    stretch: Nearby
    unit: Nearby
    decade: Nearby
    over: Nearby
    short_weekday: Nearby
    month: Nearby


class WordsToldBefore(Table):
    """What stands before an expression in its sentence."""

    anniversary: Within
    not_decade: Within


class WordsAfter(Table):
    """What follows an expression."""

    anchoring: Nearby
    year: Nearby
    generic: Nearby
    accounts: Nearby
    beside: Nearby
    unit: Nearby


class WordsAround(Table):
    """What stands on either side of an expression."""

    business: Within
    game: Within


class VerbForms(Table):
    """Words that look like other forms."""

    no_plurals: Words


class CalendarContext(Lexicon):
    """Words around a time expression that decide whether it is one, and which way it points."""

    file: ClassVar[str] = "lexicons/calendar_context"

    verbs: VerbForms
    amounts: Nearby
    before: WordsBefore
    told_before: WordsToldBefore
    after: WordsAfter
    around: WordsAround


class NamedDayRow(Table):
    """How one named day is computed; the head of the file explains it."""

    names: WordList
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    weekday: Annotated[int, Field(ge=1, le=7)] | None = None
    nth: Annotated[int, Field(ge=-1, le=5)] | None = None
    easter: int | None = None
    orthodox_easter: int | None = None
    after: int = 0
    open: bool = False
    every: Annotated[int, Field(ge=1)] = 1
    phase: int = 0

    @model_validator(mode="after")
    def _is_computed(self) -> Self:
        told = (self.day, self.weekday, self.easter, self.orthodox_easter, self.open or None)
        if sum(way is not None for way in told) != 1:
            raise ValueError("a day is told by one of day, weekday, easter, orthodox_easter and open")
        return self


class NamedDays(Lexicon):
    """Named days."""

    file: ClassVar[str] = "lexicons/holidays"

    holiday: tuple[NamedDayRow, ...]
