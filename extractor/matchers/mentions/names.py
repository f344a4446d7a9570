"""Names joined over a whole article: full name, surname, first name, acronym, short form of an organisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.annotations import ClaimantKind
from extractor.matchers.mentions.lexicon import ClaimantLexicon, Gender
from extractor.matchers.mentions.phrases import Phrase

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "von", "van", "al"})
_LONGEST = 8
"""Words of a name whose beginnings and ends are indexed."""
_CROWD = 8
"""Full names from which one short form is nobody's: a directory, not a story."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PLACES = frozenset({"GPE", "LOC"})


@dataclass(eq=False, slots=True)
class Cluster:
    """Everything that refers to one claimant; grows while an article is read.

    Attributes:
        roles: Lemmas and words of what is said of it, by which "the minister" finds it.
        words: Lower-case words of its names and roles, which the modifiers of a nominal must be among.
        names: How often the article names it.
        organised: Class of organisation, when its name or an apposition tells ("company", "state").
        sure: Whether a title or the recogniser vouches for a person ("Chasing Ruiz" is none).
        last_full: Block in which its full name last stood.
        leaning: What pronouns resolved so far suggest: above 0 female, below 0 male.
        headline: Whether a headline's nominal opened it, before the text could say more.
    """

    name: str
    kind: ClaimantKind
    gender: Gender | None = None
    role: str | None = None
    affiliation: str | None = None
    plural: bool = False
    named: bool = False
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    names: int = 0
    organised: str = ""
    place: bool = False
    sure: bool = False
    last_full: int = -1
    headline: bool = False
    leaning: int = 0

    def learn(self, phrase: Phrase) -> None:
        """Take over what one more mention says: gender, role, affiliation."""
        self.gender = self.gender or phrase.gender
        if self.kind == "person" and (self.role is None or len(self.role) <= _SHORT_ROLE):
            self.role = phrase.role or self.role
        self.affiliation = self.affiliation or phrase.affiliation
        self.words.update(_words(phrase.name))
        if phrase.role:
            self.roles.update(_words(phrase.role))
            self.words.update(_words(phrase.role))
        if phrase.title:
            self.roles.add(phrase.title)
        if phrase.lemma:
            self.roles.add(phrase.lemma)
            self.words.add(phrase.lemma)


_SHORT_ROLE = 5
"""Characters of a title such as "Dr" or "Cllr." that any fuller role replaces."""


class NameClusters:
    """The clusters of an article's names, found before reading order matters: a headline's surname has its full name below."""

    def __init__(self, phrases: Sequence[Phrase], lexicon: ClaimantLexicon) -> None:
        self._lexicon = lexicon
        self._cluster_of: dict[str, Cluster] = {}
        self._several: dict[str, list[Cluster]] = {}
        self._short_for: dict[str, list[Cluster]] = {}
        mentions: dict[str, list[Phrase]] = {}
        aliases = {_key(phrase.name): _key(phrase.alias_of) for phrase in phrases if phrase.alias_of}
        for phrase in phrases:
            if phrase.form == "name":
                mentions.setdefault(_key(phrase.name), []).append(phrase)
        shouted = {key for key, found in mentions.items() if " " in key and all(map(_capitals_only, found))}
        order = sorted(
            mentions, key=lambda key: (key in shouted, -len(key.split()), -len(key), mentions[key][0].head)
        )
        for key in order:
            self._place(key, mentions[key], aliases.get(key, ""), key in shouted)
        self._settle(mentions)

    def all(self) -> list[Cluster]:
        """Every named cluster once."""
        return list({id(cluster): cluster for cluster in self._cluster_of.values()}.values())

    def of(self, phrase: Phrase) -> tuple[Cluster | None, str]:
        """The cluster of a name and how it belongs there; None for a surname that nothing tells apart."""
        key = _key(phrase.name)
        cluster = self._cluster_of.get(key)
        if cluster is None:
            cluster = _told_apart(phrase, self._several.get(key, []))
            return cluster, "surname"
        if _key(cluster.name) == key:
            cluster.last_full = phrase.block
            return cluster, "name"
        return (
            cluster,
            "acronym"
            if phrase.name.isupper() and not phrase.headline and cluster.kind != "person"
            else "surname",
        )

    def _place(self, key: str, mentions: list[Phrase], alias_of: str, shouted: bool) -> None:
        if (long := self._cluster_of.get(alias_of)) is not None:
            self._cluster_of[key] = long
            return
        if shouted and (known := self._part(key)) is not None:
            self._cluster_of[key] = known
            return
        gender = next((mention.gender for mention in mentions if mention.gender), None)
        person = any(mention.titled for mention in mentions)
        labels = Counter(mention.label for mention in mentions)
        fitting = [c for c in self._short_for.get(key, ()) if self._shortens(key, c, person, labels)]
        if len(fitting) > 1:  # "Canova" is Tim Canova rather than a Canova shirt
            surnames = [c for c in fitting if c.kind == "person" and _key(c.name).split()[-1] == key]
            fitting = [cluster for cluster in surnames if cluster.sure] or surnames or fitting
        if len(fitting) > 1 and gender:
            fitting = [cluster for cluster in fitting if cluster.gender in (None, gender)]
        if len(fitting) == 1:
            self._cluster_of[key] = fitting[0]
            if person and fitting[0].kind != "person":
                fitting[0].kind = "person"  # "Ms Amoah" tells what the recogniser missed in the full name
        elif fitting:
            self._several[key] = fitting[:_CROWD] if len(fitting) <= _CROWD else []
        else:
            self._open(key, mentions, gender)

    def _open(self, key: str, mentions: list[Phrase], gender: Gender | None) -> None:
        shown = next((mention.name for mention in mentions if not mention.name.isupper()), mentions[0].name)
        cluster = Cluster(shown, _kind(mentions), gender, named=True)
        cluster.sure = any(mention.titled or mention.label == "PERSON" for mention in mentions)
        cluster.place = all(mention.label in _PLACES for mention in mentions)
        cluster.plural = cluster.kind == "group"
        self._cluster_of[key] = cluster
        for short in _shorter(key):
            found = self._short_for.setdefault(short, [])
            if len(found) <= _CROWD:
                found.append(cluster)

    def _shortens(self, key: str, cluster: Cluster, person: bool, labels: Counter[str]) -> bool:
        """Whether a beginning, end or acronym may stand for a full name."""
        full, short = _key(cluster.name).split(), key.split()
        label = labels.most_common(1)[0][0]
        if cluster.kind == "person" or person:
            last = short[-1] == full[-1]
            return last or (len(short) == 1 and short[0] == full[0] and (label != "GPE" or len(full) == 2))
        if label in _PLACES or label == "NORP" or (len(short) == 1 and short[0] in self._lexicon.groups):
            return False
        return not (label == "PERSON" and len(short) > 1)

    def _part(self, key: str) -> Cluster | None:
        """The known name that a headline's capitals begin or end with: "HALVORSEN FOODS SWINGS", "Challenger Ruiz"."""
        parts = key.split()
        for length in range(len(parts), 0, -1):
            for short in (" ".join(parts[:length]), " ".join(parts[-length:])):
                if short in self._cluster_of:
                    return self._cluster_of[short]
                if length < len(parts) and len(longer := self._short_for.get(short, [])) == 1:
                    return longer[0]
        return None

    def _settle(self, mentions: dict[str, list[Phrase]]) -> None:
        """Kind, gender, role and class of each cluster by all its mentions, short and long."""
        pooled: dict[int, list[Phrase]] = {}
        for key, found in mentions.items():
            if (cluster := self._cluster_of.get(key)) is not None:
                pooled.setdefault(id(cluster), []).extend(found)
        for cluster in self.all():
            found = sorted(pooled[id(cluster)], key=lambda phrase: phrase.head)
            cluster.kind = (
                "person" if cluster.kind == "person" and _short_are_persons(found) else _kind(found)
            )
            cluster.names = len(found)
            for phrase in found:
                cluster.learn(phrase)
            if cluster.kind != "person":
                cluster.organised = self._class(cluster)

    def _class(self, cluster: Cluster) -> str:
        by_name = [self._lexicon.class_of_name.get(word) for word in reversed(_key(cluster.name).split())]
        by_noun = [self._lexicon.class_of.get(word) for word in sorted(cluster.roles)]
        told = next((found for found in [*by_noun, *by_name] if found), "")
        body = cluster.place or any(word in self._lexicon.groups for word in _key(cluster.name).split())
        return told or ("state" if body else "")


def _capitals_only(phrase: Phrase) -> bool:
    """Whether nothing but capitals makes a name of it, in a headline: "HALVORSEN FOODS SWINGS", "Challenger Ruiz"."""
    return phrase.name.isupper() or (phrase.headline and phrase.label != "PERSON")


def _told_apart(phrase: Phrase, several: list[Cluster]) -> Cluster | None:
    """Of two people with one surname the one whose gender fits, else the one whose full name the paragraph gives."""
    if phrase.gender:
        several = [cluster for cluster in several if cluster.gender in (None, phrase.gender)]
    if phrase.role:
        several = [c for c in several if c.role and set(_words(phrase.role)) & set(_words(c.role))] or several
    if len(several) > 1:
        several = [cluster for cluster in several if cluster.last_full == phrase.block]
    return several[0] if len(several) == 1 else None


def _short_are_persons(found: list[Phrase]) -> bool:
    return any(phrase.kind == "person" for phrase in found)


def _kind(mentions: list[Phrase]) -> ClaimantKind:
    """A title, role or age makes a person; otherwise the majority, full names counting double."""
    if any(mention.titled for mention in mentions):
        return "person"
    votes: Counter[ClaimantKind] = Counter()
    for mention in mentions:
        votes[mention.kind] += 2 if " " in mention.name else 1
    return votes.most_common(1)[0][0]


def _shorter(key: str) -> Iterator[str]:
    """What may stand for a full name: its beginnings, its ends and its initials."""
    parts = key.split()[:_LONGEST]
    found = {" ".join(parts[:n]) for n in range(1, len(parts))} | {
        " ".join(parts[n:]) for n in range(1, len(parts))
    }
    if len(parts) > 2:
        found.add(f"{parts[0]} {parts[-1]}")  # "Hillary Rodham Clinton" is Hillary Clinton
    initials = "".join(part[0] for part in parts if part not in _SMALL_WORDS)
    if len(initials) > 1:
        found |= {initials, ".".join(initials) + "."}
    return iter(found - {key})


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.lower())


def _key(name: str) -> str:
    parts = name.lower().replace("’", "'").split()
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return " ".join(parts)
