"""What the matchers find: frozen values with half-open offsets.

All offsets count Unicode code points from the start of the article text exactly as read; ``text[start:end]`` is the surface.
Terms follow PARC and PolNeAR (source, cue, content), TIMEX3 (ISO 24617-1) and schema.org (claim).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal["direct", "mixed", "indirect"]
Gender = Literal["male", "female", "other"]
ClaimantKind = Literal["person", "organisation", "group", "document", "anonymous"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "hypothetical", "reported"]
Scope = Literal["explicit", "carried"]
UnitKind = Literal[
    "count", "currency", "percent", "percentage_point", "physical", "time", "age", "ratio", "index"
]
Modifier = Literal["=", "~", "<", "<=", ">", ">="]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
BoilerplateKind = Literal["furniture", "notice", "correction", "rights", "credit"]
"""What stands around a story and is no part of it: links to others and invitations to share (furniture); what asks for consent,
a subscription or an address (notice); notes of corrections; notes of rights; who helped to report (credit)."""
BlockKind = Literal[
    "head", "headline", "subhead", "dateline", "byline", "caption", "bullet", "paragraph", BoilerplateKind
]
BOILERPLATE: frozenset[str] = frozenset(get_args(BoilerplateKind))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the article text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of layout that no sentence crosses, white space at its edges outside."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, not yet attributed.

    Attributes:
        span: With its marks; an unclosed quotation runs to the end of its paragraph.
        inner: Without its marks.
        single: Whether the marks are single ones.
        continued: Whether the next paragraph reopens it, as in speeches over several paragraphs.
    """

    span: Span
    inner: Span
    single: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """An expression that may attribute a content to a source.

    Attributes:
        span: The cue without auxiliaries ("said", "according to").
        token: Index of its head token in the Doc.
        lemma: Lower-case key into the cue lexicon.
        cue_class: say, write, ask, deny, accuse, order, promise, think, know, perceive, show, …
        form: Which family of frames may apply: verb, noun, preposition, adverb or colon.
    """

    span: Span
    token: int
    lemma: str
    cue_class: str
    form: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase or pronoun that names a possible claimant.

    Attributes:
        span: The phrase, determiner and titles inside.
        token: Index of its head token in the Doc.
        name: Canonical name of its cluster within the article.
        kind: What kind of claimant it is.
        role: "President", "mayor of Tallinn", when the article says so.
        affiliation: The organisation or place it speaks for.
        cluster: Number of the cluster it belongs to, from 0 in order of first mention.
        resolved_by: How the cluster was found: name, surname, acronym, pronoun, title, nominal.
        gender: As title, role or pronouns of the article state it, never by the name.
        sure: How likely the cluster is right, from 0 to 1.
    """

    span: Span
    token: int
    name: str
    kind: ClaimantKind
    role: str | None
    affiliation: str | None
    cluster: int
    resolved_by: str
    gender: Gender | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Claimant:
    """The resolved person, organisation, group or document behind a source."""

    name: str
    mention: Span
    kind: ClaimantKind
    role: str | None
    affiliation: str | None
    resolved_by: str
    gender: Gender | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Via:
    """A reporting source between the claimant and the article ("told Reuters", "as per a report from TASS")."""

    name: str
    kind: Literal["outlet", "document", "person"]
    span: Span
    cue: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content; pieces in text order, several where the phrase is interrupted.

    Attributes:
        source: Empty when the text names none ("It is believed that …").
        cue: Auxiliaries, negation and particle inside, hearer outside.
        content: With "that" and quotation marks, without the final full stop of an indirect content.
        scope: "carried" when a sentence continues an attribution without a cue of its own.
        rule: The frame or pattern that found it.
        confidence: From 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_lemma: str
    cue_class: str
    kind: Kind
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    claimant: Claimant | None = None
    via: tuple[Via, ...] = ()
    scope: Scope = "explicit"
    rule: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts: the noun phrase without its determiner and number ("dangerous approaches")."""

    span: Span
    text: str
    head: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a value is the value of: "the **unemployment rate** fell to 9.6 %".

    Attributes:
        span: The noun phrase without its determiner.
        text: Its surface.
        head: Lemma of its head.
        said: "carried" when another number, clause or sentence lends it.
    """

    span: Span
    text: str
    head: str
    said: Scope = "explicit"


@dataclass(frozen=True, slots=True)
class When:
    """The time expression a quantity holds for, with its TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Change:
    """A movement a quantity states: "rose 3 %", "by 0.5 points from 5.9 % to 5.4 %", "doubled"."""

    direction: Literal["up", "down"] | None = None
    from_value: float | None = None
    to_value: float | None = None
    multiplier: float | None = None
    by: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the news, read.

    Attributes:
        span: From the first to the last character of number, sign and unit, modifier and counted noun outside.
        value: The number; None for a range.
        low: Lower end of a range or vague magnitude.
        high: Upper end of a range or vague magnitude.
        unit: Singular English name ("dollar", "percentage", "hour", "year of age"); None for a bare count.
        currency: ISO 4217 code.
        per: Denominator, singular ("hour", "share").
        counted: What is counted, when unit is None or the unit measures it.
        of: The whole that a share is of ("62 % of nurses").
        measured: What the value is the value of; None when the text does not tell.
        when: The time expression it holds for; None when the text ties none to it.
        vague: Whether the text gives a magnitude only ("dozens").
        rule: Which rule read it.
    """

    span: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    unit_kind: UnitKind = "count"
    currency: str | None = None
    per: str | None = None
    counted: Counted | None = None
    of: Span | None = None
    measured: Measured | None = None
    when: When | None = None
    modifier: Modifier = "="
    change: Change | None = None
    vague: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 reading.

    Attributes:
        span: The expression without its preposition.
        value: TIMEX3 value: 2023-07-27, 2024-W10, 2024-Q3, P2Y, PAST_REF, XXXX-WXX-2.
        mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN, …
        begin: First day of the interval it denotes, given the relation; None when open or unresolved.
        end: Last day of that interval, inclusive.
        relation: on, since, until, by, between, from-to, before, after, ago, for; None when the text has none.
        anchor: The ISO date the expression was resolved against; None for absolute or unresolved ones.
        rule: Which rule read it.
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    begin: dt.date | None = None
    end: dt.date | None = None
    relation: str | None = None
    anchor: dt.date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that is known of one article while the matchers run; each matcher fills one field."""

    published: dt.date | None = None
    blocks: tuple[Block, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    cues: tuple[Cue, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = field(default=())
