"""Proper names in the text: where each begins and ends, without titles, roles and possessive endings.

The recogniser of a small model cuts names short, swallows roles and misses what it never saw; the tagger knows capitals. A name
is therefore a run of tokens that either of them takes for one, from which titles and roles in front are then set apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.matchers.mentions.lexicon import ClaimantLexicon, Gender
from extractor.matchers.mentions.words import Words

_LABELS = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP", "EVENT"})
_UNNAMED_LABELS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"}
)
_LINKS = frozenset(
    {"of", "for", "the", "and", "&", "de", "da", "del", "di", "la", "van", "von", "der", "al", "bin", "on"}
)
_QUOTES = frozenset("\"“”„‘’'")
_LONGEST_NICKNAME = 4
_SHORTEST_SURNAME = 3
"""Letters of a surname that is trusted against the tagger; shorter ones are words too often ("May", "Lee")."""
_AGED = frozenset({",", ")", ".", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class ProperName:
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


def find_names(words: Words, lexicon: ClaimantLexicon) -> list[ProperName]:
    """The names of an article's story in text order."""
    names: list[ProperName] = []
    for start, end in _runs(words, lexicon):
        if names and start < names[-1].end:
            continue
        name = _read(words, lexicon, start, end)
        if name is not None and not _common(words, lexicon, name):
            names.append(name)
    return names


def _common(words: Words, lexicon: ClaimantLexicon, name: ProperName) -> bool:
    """Whether a capital only begins a sentence, headline or office: "Residents", "CEO SAYS", "the Speaker", "the German"."""
    if name.end - name.start != 1 or name.title:
        return False
    lemma = words.lemma[name.head]
    if lemma[-1] == "s" and lemma[:-1] in lexicon.roles:
        lemma = lemma[:-1]
    if name.label == "NORP" and words.tag[name.head] != "NNPS":
        return True
    known = (
        lemma in lexicon.roles
        or lemma in lexicon.groups
        or lemma in lexicon.documents
        or lemma in lexicon.collectives
    )
    plural = words.tag[name.head] in ("NNS", "NNPS") or words.lower[name.head] == f"{lemma}s"
    return (
        known
        and (plural or name.label != "PERSON")
        and not (lemma in lexicon.groups and name.label == "ORG" and words.text[name.head].isupper())
    )


def _runs(words: Words, lexicon: ClaimantLexicon) -> Iterator[tuple[int, int]]:
    token = 0
    surnames = _surnames(words)
    while token < words.size:
        if not (words.in_story[token] and (_may_be_in_name(words, token) or words.text[token] in surnames)):
            token += 1
            continue
        end = token + 1
        while end < words.size and words.block[end] == words.block[token]:
            if (
                words.sentence[end] != words.sentence[token]
                and words.sentence[end - 1] == words.sentence[end - 2]
            ):
                break  # only a lone word may be cut off: "Tamsin | Adeyo is late"
            if (
                not _may_be_in_name(words, end)
                and words.text[end] not in surnames
                and not _links(words, lexicon, token, end)
            ):
                break
            end += 1
        while end > token + 1 and not (_may_be_in_name(words, end - 1) or words.text[end - 1] in surnames):
            end -= 1
        yield token, end
        token = end


def _surnames(words: Words) -> frozenset[str]:
    """Last words of people's full names: the tagger may take "Denning" alone for a verb."""
    return frozenset(
        words.text[token]
        for token in range(1, words.size)
        if words.entity[token] == "PERSON" and words.tag[token] == "NNP" and words.entity[token - 1] == "PERSON"
        and words.text[token].istitle() and len(words.text[token]) > _SHORTEST_SURNAME
    )  # fmt: skip


def _may_be_in_name(words: Words, token: int) -> bool:
    text, tag = words.text[token], words.tag[token]
    if words.entity[token] in _UNNAMED_LABELS:
        return False
    if text[0] == "@" and len(text) > 2:
        return True
    if token in words.cues and tag[:2] == "VB":  # "Stated Ruiz:"
        return False
    if not (text[0].isupper() or (text[0].isdigit() and words.entity[token])):
        return False
    if tag in ("NNP", "NNPS"):
        return True
    return words.entity[token] in _LABELS and tag not in (
        "DT",
        "PRP",
        "PRP$",
        "IN",
        "CC",
        "WP",
        "WDT",
        "MD",
        "UH",
    )


def _links(words: Words, lexicon: ClaimantLexicon, start: int, token: int) -> bool:
    """Small words and apostrophes inside a name: "Bank of Ardenia", "Workers' League", "Finch & Lowe"."""
    if token + 1 >= words.size:
        return False
    inside = bool(words.entity[token] in _LABELS and not words.begins[token])
    lower = words.lower[token]
    if lower in ("'", "’"):
        plural = words.end[token - 1] == words.offset[token] and words.lower[token - 1][-1] == "s"
        return (
            (inside or plural)
            and words.quote[token] == words.quote[token + 1]
            and _may_be_in_name(words, token + 1)
        )
    if words.text[token] == "-" or words.text[token - 1] == "-":  # "Joon-ho", "Forty-Niners"
        return words.end[token - 1] == words.offset[token] and (
            words.text[token] != "-" or words.end[token] == words.offset[token + 1]
        )
    if inside and (lower in _LINKS or lower == "."):
        return True
    if lower == "&":
        return _may_be_in_name(words, token + 1)
    if lower in ("of", "for"):  # the recogniser does not know every Bank of and Ministry for
        following = token + 2 if words.lower[token + 1] == "the" and token + 2 < words.size else token + 1
        generic = words.lower[token - 1] in lexicon.groups or words.lower[token - 1] in lexicon.heads_of_names
        return generic and token - 1 >= start and _may_be_in_name(words, following)
    if lower == "the":
        return words.lower[token - 1] in ("of", "for") and _may_be_in_name(words, token + 1)
    return False


def _read(words: Words, lexicon: ClaimantLexicon, start: int, end: int) -> ProperName | None:
    while end - start > 1 and words.opens_sentence(start) and words.closed_class[start]:
        start += 1  # "Though Ruiz …"
    while end > start and not words.text[end - 1][-1].isalnum() and words.text[end - 1][-1] not in "._":
        end -= 1
    if start >= end:
        return None
    last = end
    while last > start + 1 and words.lower[last - 1] in lexicon.after_names:
        last -= 1
    core = _core(words, lexicon, start, last)
    head = _head(words, start, end)
    text, stop = _with_second_half(words, core, last, end)
    title = _title(words, lexicon, start, core)
    role = start if core > start and words.lower[core - 1] in lexicon.roles else -1
    if role < 0 and core - 1 > start and title and words.lower[core - 2] in lexicon.roles:
        role = start
    attributive = words.dep[head] in ("compound", "amod", "nmod") and not start <= words.head[head] < stop
    if words.entity[head] == "NORP" and attributive:
        return None
    label = next((words.entity[t] for t in range(last - 1, core - 1, -1) if words.entity[t]), "")
    if stop > end:
        head = _head(words, start, stop)
    return ProperName(
        start, core, stop, head, text, label, title, lexicon.title_gender.get(title.lower()), role,
        _aged(words, stop), attributive,
    )  # fmt: skip


def _core(words: Words, lexicon: ClaimantLexicon, start: int, end: int) -> int:
    """Where the name itself begins: behind titles, roles and the country or outlet in front of them."""
    generic = words.lower[end - 1] in lexicon.groups and words.entity[end - 1] != "PERSON"
    for token in range(end - 2, start - 1, -1):
        lower = words.lower[token]
        if lower in lexicon.title_gender:
            return token + 1
        if lower in lexicon.roles and not generic and _splits(words, lexicon, token, end):
            return token + 1
    for token in range(end - 2, start, -1):  # "Texas Ana Ruiz", "Democrat Ana Ruiz"
        if (
            words.begins[token]
            and words.entity[token] == "PERSON"
            and words.entity[start] in ("NORP", "GPE", "ORG", "PERSON")
            and end - token > 1
        ):
            return token
    return start


def _splits(words: Words, lexicon: ClaimantLexicon, token: int, end: int) -> bool:
    """Whether a role word ends a role here, rather than being part of a name ("General Motors", "Justice League")."""
    if words.lower[token] not in lexicon.in_names:
        return True
    return words.entity[end - 1] == "PERSON" or words.begins[token + 1]


def _head(words: Words, start: int, end: int) -> int:
    return next(
        (t for t in range(end - 1, start - 1, -1) if not start <= words.head[t] < end or words.head[t] == t),
        end - 1,
    )


def _title(words: Words, lexicon: ClaimantLexicon, start: int, core: int) -> str:
    for token in range(core - 1, max(start, core - 3) - 1, -1):
        if words.lower[token] in lexicon.title_gender:
            return words.text[token]
    return ""


def _with_second_half(words: Words, core: int, last: int, end: int) -> tuple[str, int]:
    """The name, with what follows a nickname in quotation marks: Pip "Two Dinners" Okafor is Pip Okafor."""
    name = words.words(core, last)
    if last == end and end < words.size and words.text[end] in _QUOTES:
        for close in range(end + 2, min(end + 2 + _LONGEST_NICKNAME, words.size - 1)):
            if words.text[close] in _QUOTES:
                stop = close + 1
                while stop < words.size and words.tag[stop] == "NNP" and words.text[stop][0].isupper():
                    stop += 1
                if stop > close + 1:
                    return f"{name} {words.words(close + 1, stop)}", stop
                break
    return name, end


def _aged(words: Words, end: int) -> bool:
    """ "Ana Ruiz, 34, …" and "Ana Ruiz (34)": a small number between commas is an age."""
    if end + 1 >= words.size or words.text[end] not in (",", "("):
        return False
    number = words.text[end + 1]
    closed = end + 2 >= words.size or words.text[end + 2] in _AGED or words.tag[end + 2][:2] == "VB"
    return closed and words.tag[end + 1] == "CD" and (not number.isdigit() or 0 < int(number) < 110)
