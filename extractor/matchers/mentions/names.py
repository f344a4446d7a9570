"""Names joined over a whole article: full name, surname, first name, acronym, short form of an organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.annotations import ClaimantKind
from extractor.language.claimants import Gender
from extractor.matchers.mentions.cluster import Cluster, words_of
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.phrase import Phrase
from extractor.matchers.mentions.short_forms import ShortForms, known_inside

_CROWD = 8
"""Full names from which one short form is nobody's: a directory, not a story."""
_PLACES = frozenset({"GPE", "LOC"})
_LONGEST_IN_HEADLINE = 4
"""Words of a person's name in a headline, where every word may have a capital."""
_LONGEST_PART = 32
"""Words of what is looked for at either end of a headline's capitals."""
_PREVAILS = 3
"""How many times as often as any namesake the full name of the main person stands."""


class NameClusters:
    """The clusters of an article's names, found before reading order matters: a headline's surname has its full name below."""

    def __init__(self, phrases: Sequence[Phrase], lexicon: ClaimantLexicon) -> None:
        self._lexicon = lexicon
        self._short = ShortForms(lexicon.small.names)
        self._cluster_of: dict[str, Cluster] = {}
        self._several: dict[str, list[Cluster]] = {}
        self._short_for: dict[str, list[Cluster]] = {}
        names = [phrase for phrase in phrases if phrase.form == "name"]
        self._namesakes = self._short.with_several_suffixes(names)
        mentions: dict[str, list[Phrase]] = {}
        for phrase in names:
            mentions.setdefault(self._key(phrase.name), []).append(phrase)
        aliases = {self._key(phrase.name): self._key(phrase.alias_of) for phrase in names if phrase.alias_of}
        aliases |= {key: name for key in mentions if (name := known_inside(key, mentions))}
        shouted = {key for key, found in mentions.items() if " " in key and all(map(_capitals_only, found))}
        last = shouted | aliases.keys()
        order = sorted(
            mentions, key=lambda key: (key in last, -len(key.split()), -len(key), mentions[key][0].head)
        )
        for key in order:
            self._place(key, mentions[key], aliases.get(key, ""), key in shouted)
        self._settle(mentions)

    def _key(self, name: str) -> str:
        key, suffix = self._short.without_suffix(name)
        return f"{key} {suffix}" if suffix and key in self._namesakes else key

    def all(self) -> list[Cluster]:
        """Every named cluster once."""
        return list({id(cluster): cluster for cluster in self._cluster_of.values()}.values())

    def known(self, phrase: Phrase) -> Cluster | None:
        """The cluster of a name that stands for one only."""
        return self._cluster_of.get(self._key(phrase.name))

    def namesakes(self, phrase: Phrase) -> list[Cluster]:
        """Those whom a surname may stand for, by gender and role."""
        return _fitting(phrase, self._several.get(self._key(phrase.name), []))

    def of(self, phrase: Phrase) -> tuple[Cluster | None, str]:
        """The cluster of a name and how it belongs there; None for a surname that nothing tells apart."""
        key = self._key(phrase.name)
        cluster = self._cluster_of.get(key)
        if cluster is None:
            cluster = _told_apart(phrase, self._several.get(key, []))
            return cluster, "surname"
        if self._key(cluster.name) == key:
            cluster.last_full = phrase.place.block
            return cluster, "name"
        return (
            cluster,
            "acronym"
            if phrase.name.isupper() and not phrase.place.headline and cluster.kind != "person"
            else "surname",
        )

    def _place(self, key: str, mentions: list[Phrase], alias_of: str, shouted: bool) -> None:
        if (long := self._cluster_of.get(alias_of)) is not None:
            self._cluster_of[key] = long
            return
        if shouted and (known := self._part(key)) is not None:
            self._cluster_of[key] = known
            first, _, last = key.partition(" ")
            if first in self._lexicon.given and known.name.lower() == last and not known.name.isupper():
                # "GEN. ANA RUIZ:" of a transcript is General Ruiz
                known.name = f"{first.title()} {known.name}"
            elif _is_called(mentions, last, known.name):
                known.name = mentions[0].name  # "ANA RUIZ, CNM ANCHOR: … RUIZ: …"
            return
        gender = next((mention.gender for mention in mentions if mention.gender), None)
        person = any(mention.titled for mention in mentions)
        labels = Counter(mention.label for mention in mentions)
        fitting = [c for c in self._short_for.get(key, ()) if self._shortens(key, c, person, labels)]
        if not person and labels.keys() != {"PERSON"}:
            fitting = [c for c in fitting if self._short.known_before(key, c, mentions)]
        if len(fitting) > 1:  # "Carver" is Tim Carver rather than a Carver shirt
            surnames = [
                c
                for c in fitting
                if c.kind == "person" and self._short.without_suffix(c.name)[0].split()[-1] == key
            ]
            fitting = [cluster for cluster in surnames if cluster.sure] or surnames or fitting
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
        if gender is None and cluster.kind == "person":
            cluster.gender = self._lexicon.gender_of_name(shown)
            cluster.gender_by_name = cluster.gender is not None
        vouched = any(mention.titled or mention.label == "PERSON" for mention in mentions)
        cluster.sure = vouched or cluster.gender_by_name
        cluster.place = all(mention.label in _PLACES for mention in mentions)
        cluster.plural = cluster.kind == "group"
        cluster.first = mentions[0].head
        cluster.fulls = len(
            {mention.end for mention in mentions}
        )  # a noun in apposition mentions the name anew
        self._cluster_of[key] = cluster
        for short in self._short.of(self._short.without_suffix(cluster.name)[0]):
            found = self._short_for.setdefault(short, [])
            if len(found) <= _CROWD:
                found.append(cluster)

    def _shortens(self, key: str, cluster: Cluster, person: bool, labels: Counter[str]) -> bool:
        """Whether a beginning, end or acronym may stand for a full name."""
        full, short = self._short.without_suffix(cluster.name)[0].split(), key.split()
        label = labels.most_common(1)[0][0]
        if cluster.kind == "person" or person:
            last = short[-1] == full[-1]
            return last or (len(short) == 1 and short[0] == full[0] and (label != "GPE" or len(full) == 2))
        if " " not in key and key in self._short.acronyms(full):
            return True  # whatever the recogniser makes of it
        if key == full[0] and self._opens_another(cluster.name, full):
            return False
        if label in _PLACES or label == "NORP" or (len(short) == 1 and short[0] in self._lexicon.groups):
            return False
        return not (label == "PERSON" and len(short) > 1)

    def _opens_another(self, name: str, full: Sequence[str]) -> bool:
        """Whether a name begins with another's: "UN" in "UN Security Council", "Norland" in "Norland Island Guard"."""
        if full[1:2] and full[1] in self._lexicon.roles:
            return True
        legal = all(
            part in self._lexicon.class_of_name and part not in self._lexicon.groups for part in full[1:]
        )
        return name.split()[0].isupper() and not legal

    def _part(self, key: str) -> Cluster | None:
        """The known name that a headline's capitals begin or end with: "HALVORSEN FOODS SWINGS", "Challenger Ruiz"."""
        parts = key.split()
        for length in range(min(len(parts), _LONGEST_PART), 0, -1):
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
            cluster = self._cluster_of.get(key)
            for phrase in found:
                if (one := cluster or self._titled(phrase)) is not None:
                    pooled.setdefault(id(one), []).append(phrase)
        for cluster in self.all():
            found = sorted(pooled[id(cluster)], key=lambda phrase: phrase.head)
            cluster.kind = (
                "person" if cluster.kind == "person" and _short_are_persons(found) else _kind(found)
            )
            cluster.names = len(found)
            cluster.attributive = all(phrase.attributive for phrase in found)
            for phrase in found:
                cluster.learn(phrase, self._lexicon.small.roles)
            if cluster.kind != "person":
                cluster.organised = self._class(cluster)

    def _titled(self, phrase: Phrase) -> Cluster | None:
        """The one of several namesakes whose gender a title tells: "Mrs Ruiz"."""
        fitting = self.namesakes(phrase) if phrase.gender else []
        return fitting[0] if len(fitting) == 1 else None

    def _class(self, cluster: Cluster) -> str:
        gender_by_name = [
            self._lexicon.class_of_name.get(word) for word in reversed(self._key(cluster.name).split())
        ]
        by_noun = [self._lexicon.class_of.get(word) for word in sorted(cluster.roles)]
        told = next((found for found in [*by_noun, *gender_by_name] if found), "")
        body = cluster.place or any(word in self._lexicon.groups for word in self._key(cluster.name).split())
        return told or ("state" if body else "")


def _capitals_only(phrase: Phrase) -> bool:
    """Whether nothing but capitals makes a name of it, in a headline: "HALVORSEN FOODS SWINGS", "Ana Ruiz Slams Tom Berg"."""
    long = len(phrase.name.split()) > _LONGEST_IN_HEADLINE
    return phrase.name.isupper() or (phrase.place.headline and (phrase.label != "PERSON" or long))


def _is_called(mentions: Sequence[Phrase], surname: str, known: str) -> bool:
    """Whether capitals give a person's full name, of whom only a surname in capitals is known."""
    full = len(mentions[0].name.split()) == 2 and any(
        phrase.titled or phrase.label == "PERSON" for phrase in mentions
    )
    return full and known.isupper() and known.lower() == surname


def _fitting(phrase: Phrase, several: list[Cluster]) -> list[Cluster]:
    """Namesakes whose gender and role are not against a mention; what pronouns suggest of a gender counts as well.

    Nobody is called by a surname that the text has yet to give him: "her sister Vera spoke" goes before "Vera Holt".
    """
    several = [c for c in several if c.first < phrase.head] or several
    if phrase.gender:
        several = [c for c in several if (c.gender or c.leans) in (None, phrase.gender)]
        several = [c for c in several if (c.gender or c.leans) == phrase.gender] or several
    if phrase.role:
        several = [
            c for c in several if c.role and set(words_of(phrase.role)) & set(words_of(c.role))
        ] or several
    return several


def _told_apart(phrase: Phrase, several: list[Cluster]) -> Cluster | None:
    """Of two people with one surname the one whose gender fits, else the one whose full name the paragraph gives."""
    several = _fitting(phrase, several)
    here = [cluster for cluster in several if cluster.last_full == phrase.place.block]
    if len(here) == 1:
        return here[0]
    return _prevailing(several)


def _prevailing(several: list[Cluster]) -> Cluster | None:
    """The one person a text is about, named in full far more often than all others of the surname."""
    ranked = sorted(several, key=lambda cluster: -cluster.fulls)
    if not ranked or (len(ranked) > 1 and ranked[0].fulls < _PREVAILS * ranked[1].fulls):
        return None
    return ranked[0]


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
