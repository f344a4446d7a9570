"""Proper names in the text: where each begins and ends, without titles, roles and possessive endings.

The recogniser of a small model cuts names short, swallows roles and misses what it never saw; the tagger knows capitals. A name
is therefore a run of tokens that either of them takes for one, from which titles and roles in front are then set apart.
"""

from __future__ import annotations

from typing import NamedTuple

from extractor.language.claimants import Gender
from extractor.matchers.mentions.edges import (
    before_code,
    before_ticker,
    is_listing,
    is_numbered,
    unglued,
    without_tail,
)
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.runs import NameRuns
from extractor.matchers.mentions.words import Words

_ORIGINS = frozenset({"GPE", "LOC", "NORP"})
_THINGS = frozenset({"ORG", "PRODUCT", ""})
"""What the recogniser makes of a plural that opens a sentence."""
_QUOTES = frozenset("\"“”„‘’'")
_LONGEST_NICKNAME = 4
_LONGEST_OFFICE = 8
"""Words of what an office is held for."""
_AGED = frozenset({",", ")", ".", "-", "–", "—"})


class ProperName(NamedTuple):
    """A name in the text.

    Attributes:
        start: First token, titles and capitalised roles inside.
        core: First token of the name itself.
        end: Token after the name.
        head: The token by which the parse knows it.
        text: The name without titles and nicknames.
        label: The recogniser's label of its last entity token; "" when only the tagger took it for a name.
        title: "Dr" or "Mr", as written.
        gender: What the title says.
        role: First token of a capitalised role in front ("Fire Chief …"), or -1.
        aged: Whether an age follows, as with people only ("Ana Ruiz, 34, …").
        attributive: Whether it merely modifies another noun ("the Ruiz campaign").
    """

    start: int
    core: int
    end: int
    head: int
    text: str
    label: str
    title: str
    gender: Gender | None
    role: int
    aged: bool
    attributive: bool


def find_names(parsed: Words, lexicon: ClaimantLexicon) -> list[ProperName]:
    """The names of an article's story in text order."""
    names: list[ProperName] = []
    runs = NameRuns(parsed, lexicon)
    known = frozenset(parsed.word[start] for start in runs.starts)
    for start, end in runs.all():
        if names and start < names[-1].end:
            continue
        name = _read(parsed, lexicon, start, end)
        if name is not None:
            name = name._replace(text=without_tail(lexicon, known, name.text))
        if name is not None and (name.text in runs.surnames or not _common(parsed, lexicon, name)):
            names.append(name)
    return names


def _common(parsed: Words, lexicon: ClaimantLexicon, name: ProperName) -> bool:
    """Whether a capital only begins a sentence, headline or office: "Residents", "CEO SAYS", "the Speaker", "the German"."""
    if name.title:
        return False
    if name.end - name.start != 1:
        return _described(parsed, lexicon, name) or _is_office(parsed, lexicon, name)
    if name.label == "" and parsed.opens_sentence(name.head) and _is_circumstance(parsed, name.head):
        return True
    if parsed.tag[name.head] == "NNS" and name.label in _THINGS and parsed.opens_sentence(name.head):
        return True
    common = name.label == "" or parsed.tag[name.head] in ("NN", "NNS")
    if common and parsed.opens_sentence(name.head) and parsed.lower[name.head] in parsed.vocabulary:
        return True  # "Guns are …" beside "guns"
    lemma = parsed.lemma[name.head]
    if lemma[-1] == "s" and lemma[:-1] in lexicon.roles:
        lemma = lemma[:-1]
    if name.label == "NORP" and parsed.tag[name.head] != "NNPS":
        return True
    known = lemma in lexicon.generic
    plural = parsed.tag[name.head] in ("NNS", "NNPS") or parsed.lower[name.head] == f"{lemma}s"
    return (
        known
        and (plural or name.label != "PERSON")
        and not (lemma in lexicon.groups and name.label == "ORG" and parsed.word[name.head].isupper())
    )


def _is_circumstance(parsed: Words, token: int) -> bool:
    """ "Reacting, …" and "Contributing, …" before the speaker, which the tagger takes for names."""
    before_noun = parsed.tag[token + 2 : token + 3] in (["NNP"], ["DT"], ["PRP$"])
    return parsed.lower[token].endswith("ing") and parsed.word[token + 1 : token + 2] == [","] and before_noun


def _described(parsed: Words, lexicon: ClaimantLexicon, name: ProperName) -> bool:
    """ "the Norland Republican", "the Marrow senator": capitals, but nobody's name."""
    last = name.end - 1
    determiner = parsed.child(name.head, "det")
    if name.head != last or parsed.lemma[last] not in lexicon.roles or determiner < 0:
        return False
    fields = lexicon.small.names.portfolios | {"and"}
    return all(parsed.entity[t] in _ORIGINS or parsed.lower[t] in fields for t in range(name.start, last))


def _is_office(parsed: Words, lexicon: ClaimantLexicon, name: ProperName) -> bool:
    """ "the Commissioner for Environment", "the Director-General": capitals of an office, whoever holds it."""
    parts = [parsed.lower[t] for t in range(name.start, name.end) if parsed.word[t] != "-"]
    held = name.head == name.start and parts[1:2] in (["of"], ["for"]) and bool(lexicon.role_of(parts[0]))
    return held or all(map(lexicon.role_of, parts)) or _names_holder(parsed, lexicon, name)


def _names_holder(parsed: Words, lexicon: ClaimantLexicon, name: ProperName) -> bool:
    """Whether the holder's name follows an office: "his Press Secretary, Ana Ruiz", "the Port Director of Rill, Ana Ruiz"."""
    last, owner, comma = name.end - 1, parsed.child(name.head, "det", "poss"), name.end
    if parsed.lower[comma : comma + 1] in (["of"], ["for"], ["on"]):
        comma = parsed.until_break(comma, min(comma + _LONGEST_OFFICE, parsed.size))
    named = parsed.word[comma : comma + 1] == [","] and parsed.tag[comma + 1 : comma + 2] == ["NNP"]
    return (
        named and name.head == last and 0 <= owner < name.start and bool(lexicon.role_of(parsed.lower[last]))
    )


def _read(parsed: Words, lexicon: ClaimantLexicon, start: int, end: int) -> ProperName | None:
    if is_listing(parsed, start, end):
        return None
    numbered = is_numbered(parsed, lexicon, start)
    while not numbered and end - start > 1 and parsed.opens_sentence(start) and parsed.closed_class[start]:
        start += 1  # "Though Ruiz …"
    while end > start and not parsed.word[end - 1][-1].isalnum() and parsed.word[end - 1][-1] not in "._":
        end -= 1
    end = before_code(parsed, lexicon, start, end)
    if start >= end:
        return None
    last = before_ticker(parsed, start, end)
    while last > start + 1 and parsed.lower[last - 1] in lexicon.after_names:
        last -= 1
    core = _core(parsed, lexicon, start, last)
    head = _head(parsed, start, end)
    text, stop = _with_second_half(parsed, core, last, end)
    glued = next((t for t in range(core, last) if unglued(lexicon, parsed.word[t]) != parsed.word[t]), -1)
    if glued >= 0:  # "Secretary of DefenseTom Berg"
        core = glued
        text = unglued(lexicon, parsed.word[glued]) + text.partition(parsed.word[glued])[2]
    title = _title(parsed, lexicon, start, core)
    role = start if core > start and lexicon.role_of(parsed.lower[core - 1]) else -1
    before = core - len(title.split())
    if role < 0 and title and before > start and parsed.lower[before - 1] in lexicon.roles:
        role = start
    attributive = _modifies(parsed, head) and not start <= parsed.head[head] < stop
    if parsed.entity[head] == "NORP" and attributive:
        return None
    label = next((parsed.entity[t] for t in range(last - 1, core - 1, -1) if parsed.entity[t]), "")
    if stop > end:
        head = _head(parsed, start, stop)
    return ProperName(
        start, core, stop, head, text, label, title, lexicon.title_gender.get(title.lower()), role,
        _aged(parsed, stop), attributive,
    )  # fmt: skip


def _modifies(parsed: Words, head: int) -> bool:
    """ "the Ruiz campaign", and both names of "the Rail and Maritime union"."""
    first = parsed.head[head] if parsed.dep[head] == "conj" else head
    return parsed.dep[first] in ("compound", "amod", "nmod")


def _core(parsed: Words, lexicon: ClaimantLexicon, start: int, end: int) -> int:
    """Where the name itself begins: behind titles, roles and the country or outlet in front of them."""
    generic = parsed.lower[end - 1] in lexicon.groups and parsed.entity[end - 1] != "PERSON"
    for token in range(end - 2, start - 1, -1):
        lower = parsed.lower[token]
        if title_ending(parsed, lexicon, start, token):
            return token + 1
        if lexicon.role_of(lower) and not generic and _splits(parsed, lexicon, token, end):
            longer = end - token > 3 and lexicon.role_of(parsed.lower[token + 1])
            return token + 2 if longer else token + 1  # "Attorney General | Ana Ruiz"
    if end - start > 2 and parsed.word[start - 1] == "of" and parsed.entity[end - 1] == "PERSON":
        role = parsed.word[start - 2] if start > 1 else ""
        if role.istitle() and lexicon.role_of(role.lower()):
            return start + 1  # "Supervisor of | Bridges Ana Ruiz"
    for token in range(end - 2, start, -1):  # "Texas Ana Ruiz", "Democrat Ana Ruiz"
        if (
            parsed.begins_entity[token]
            and parsed.entity[token] == "PERSON"
            and parsed.entity[start] in ("NORP", "GPE", "ORG", "PERSON")
            and end - token > 1
        ):
            return token
    return start


def _splits(parsed: Words, lexicon: ClaimantLexicon, token: int, end: int) -> bool:
    """Whether a role word ends a role here, rather than being part of a name ("General Motors", "Justice League")."""
    if not parsed.word[token + 1][0].isalnum():
        return False
    hyphened = parsed.word[token - 1] == "-" and bool(lexicon.role_of(parsed.lower[token - 2]))
    if hyphened or lexicon.role_of(parsed.lower[token]) not in lexicon.in_names:
        return True
    return parsed.entity[end - 1] == "PERSON" or parsed.begins_entity[token + 1]


def _head(parsed: Words, start: int, end: int) -> int:
    return next(
        (
            t
            for t in range(end - 1, start - 1, -1)
            if not start <= parsed.head[t] < end or parsed.head[t] == t
        ),
        end - 1,
    )


def _title(parsed: Words, lexicon: ClaimantLexicon, start: int, core: int) -> str:
    titles = (
        title_ending(parsed, lexicon, start, token) for token in range(core - 1, max(start, core - 3) - 1, -1)
    )
    return next(filter(None, titles), "")


def title_ending(parsed: Words, lexicon: ClaimantLexicon, start: int, token: int) -> str:
    """The title that ends with a token, in two words or one: "Tan Sri", "Dr"; a lone "Sri" is none ("Sri Lanka")."""
    for first in (token - 1, token):
        if first >= start and (title := parsed.words_of(first, token + 1)).lower() in lexicon.title_gender:
            return title
    return ""


def _with_second_half(parsed: Words, core: int, last: int, end: int) -> tuple[str, int]:
    """The name, with what follows a nickname in quotation marks: Pip "Two Dinners" Okafor is Pip Okafor."""
    name = parsed.words_of(core, last)
    if last == end and end < parsed.size and parsed.word[end] in _QUOTES:
        nicknamed = (
            end + 1 < parsed.size and parsed.word[end + 1][0].isupper()
        )  # no ``called Okafor "a fool," Berg said''
        for close in range(end + 2, min(end + 2 + _LONGEST_NICKNAME, parsed.size - 1) if nicknamed else 0):
            if parsed.word[close] in _QUOTES:
                stop = close + 1
                while stop < parsed.size and parsed.tag[stop] == "NNP" and parsed.word[stop][0].isupper():
                    stop += 1
                if stop > close + 1:
                    return f"{name} {parsed.words_of(close + 1, stop)}", stop
                break
    return name, end


def _aged(parsed: Words, end: int) -> bool:
    """ "Ana Ruiz, 34, …" and "Ana Ruiz (34)": a small number between commas is an age."""
    if end + 1 >= parsed.size or parsed.word[end] not in (",", "("):
        return False
    number = parsed.word[end + 1]
    closed = end + 2 >= parsed.size or parsed.word[end + 2] in _AGED or parsed.tag[end + 2][:2] == "VB"
    return closed and parsed.tag[end + 1] == "CD" and (not number.isdigit() or 0 < int(number) < 110)
