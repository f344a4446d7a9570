"""Definite nominals: whom "the minister", "the bank", "the company" or "the Norland senator" takes up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.matchers.mentions.cluster import Cluster
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.names import NameClusters
from extractor.matchers.mentions.phrase import Phrase
from extractor.matchers.mentions.pronouns import Seen, antecedent_of

_REMEMBERED = 8
"""Clusters remembered for one noun, the latest read last."""
_AWAITED = 16
"""Clusters kept for a noun before they are named, those named most often first."""
_INDIVIDUALS = frozenset({"person", "anonymous"})
_CLEAR = 1.0
"""Lead that "the candidate" asks of its antecedent."""
_NEAR = 3
"""Sentences within which "the group" takes up an organisation of whatever class."""
_FAR = 8
_STEM = 4
"""Letters that a country shares with its people: "Norland", "Norlander"."""


class Definites:
    """What an article has named so far and will name, by the nouns that may stand for it."""

    def __init__(self, names: NameClusters, lexicon: ClaimantLexicon) -> None:
        self._lexicon = lexicon
        self._handles_of: dict[int, tuple[int, list[str]]] = {}
        self._known: dict[str, list[Cluster]] = {}
        self._last: dict[int, int] = {}
        self._ahead: dict[str, list[Cluster]] = {}
        self._members: dict[str, list[Cluster]] = {}
        for cluster in sorted(names.all(), key=lambda c: -c.names):
            if cluster.kind == "organisation" and (cluster.organised or not cluster.attributive):
                members = self._members.setdefault(cluster.organised, [])
                if len(members) < _REMEMBERED:
                    members.append(cluster)
            for word in self._handles(cluster):
                if len(ahead := self._ahead.setdefault(word, [])) < _AWAITED:
                    ahead.append(cluster)

    def remember(self, cluster: Cluster, phrase: Phrase) -> None:
        """A name or nominal was read: later definite phrases may mean it, but not "a candidate" that somebody merely is."""
        if phrase.vague:
            return
        self._last[id(cluster)] = phrase.head
        for word in self._handles(cluster):
            clusters = self._known.setdefault(word, [])
            if cluster in clusters:
                clusters.remove(cluster)
            clusters.append(cluster)
            del clusters[:-_REMEMBERED]
        if phrase.form == "nominal" and not cluster.named:
            cluster.gender = cluster.gender or phrase.gender

    def find(self, phrase: Phrase, recent: Sequence[Seen]) -> Cluster | None:
        """Whom a nominal means: one read of before, the one in focus, else the only one still to come."""
        if self._any_body(phrase) and (body := _latest_body(phrase, recent)) is not None:
            return body
        if phrase.lemma == "police" and phrase.name.lower() == "police":
            return self._police()
        fitting = [c for c in reversed(self._known.get(phrase.lemma, ())) if self._taken_up(phrase, c)]
        if fitting and not fitting[0].headline:
            return fitting[0]
        if phrase.plural or not phrase.definite:
            return fitting[0] if fitting else self._spoke_before(phrase, recent)
        if (
            phrase.lemma in self._lexicon.small.nominals.papers
            and not phrase.owned
            and not phrase.modifiers
            and (paper := self._newspaper(recent)) is not None
        ):
            return paper
        if phrase.kind == "document" and not fitting and (same := self._same_document(phrase)) is not None:
            return same
        if phrase.kind == "organisation" and (member := self._of_class(phrase, recent)) is not None:
            return member
        if fitting:
            return fitting[0]
        if phrase.epithet and not phrase.owned and (one := self._in_focus(phrase, recent)) is not None:
            return one
        return self._still_to_come(phrase)

    def _spoke_before(self, phrase: Phrase, recent: Sequence[Seen]) -> Cluster | None:
        """Bare "officials" after "senior port officials said": those of them who spoke last."""
        if phrase.lemma not in self._lexicon.veiled or not phrase.plural or phrase.end - phrase.start > 1:
            return None
        spoke = (s for s in reversed(recent) if s.phrase.place.speaks >= 0 and s.phrase.lemma == phrase.lemma)
        return next((seen.cluster for seen in spoke if seen.cluster.plural), None)

    def _police(self) -> Cluster | None:
        """Bare "police": the force, where the article names one only; else whoever was so called before."""
        forces = [c for c in self._ahead.get("police", ()) if c.kind == "organisation"]
        if len(forces) == 1:
            return forces[0]
        return next((c for c in reversed(self._known.get("police", ())) if c.name.lower() == "police"), None)

    def _newspaper(self, recent: Sequence[Seen]) -> Cluster | None:
        """ "the paper": the outlet named last."""
        outlets = (seen.cluster for seen in reversed(recent) if seen.cluster.organised == "media")
        return next(outlets, None)

    def _same_document(self, phrase: Phrase) -> Cluster | None:
        """ "the document", "the investigation" of a report read before; "the new study" is another."""
        others = self._lexicon.same_document.get(phrase.lemma, ())
        known = [c for noun in others for c in self._known.get(noun, ()) if c.kind == "document"]
        return max(known, key=self._read_last, default=None) if not phrase.modifiers else None

    def _read_last(self, cluster: Cluster) -> int:
        return self._last.get(id(cluster), -1)

    def _any_body(self, phrase: Phrase) -> bool:
        """ "The group", "the advocacy group", "the nation's largest group", but not "the Ruiz campaign"."""
        one = phrase.definite and not phrase.plural and phrase.lemma in self._lexicon.bodies
        return one and phrase.name.islower()

    def _in_focus(self, phrase: Phrase, recent: Sequence[Seen]) -> Cluster | None:
        """ "The Norland senator": another name for whoever the text is about, unless the office is somebody else's."""
        persons = [
            seen
            for seen in recent
            if seen.cluster.named and seen.cluster.kind == "person" and not self._holds_other(phrase, seen.cluster)
        ]  # fmt: skip
        cluster, lead = antecedent_of(phrase, persons)
        return cluster if lead >= _CLEAR else None

    def _holds_other(self, phrase: Phrase, cluster: Cluster) -> bool:
        """Whether an office is known that rules the phrase's out: no governor is "the senator"."""
        held = {self._lexicon.long_title.get(word, word) for word in cluster.roles} & self._lexicon.elected
        return phrase.lemma in self._lexicon.elected and bool(held) and phrase.lemma not in held

    def _still_to_come(self, phrase: Phrase) -> Cluster | None:
        if not (phrase.place.headline or phrase.owned or phrase.kind == "organisation"):
            return None
        coming = self._ahead.get(phrase.lemma, ())
        alike = [cluster for cluster in coming if self._alike(phrase, cluster)]
        if len(alike) == 1:
            return alike[0]
        if phrase.place.headline and not phrase.plural and phrase.kind in _INDIVIDUALS:
            # a headline's "Judge" is the judge of the sentences below it
            persons = alike or [c for c in coming if c.kind == "person"]
            return min(persons, key=lambda c: (c.first < phrase.head, c.first), default=None)
        return None

    def _of_class(self, phrase: Phrase, recent: Sequence[Seen]) -> Cluster | None:
        """ "the company": among organisations of its class, or of none that is told, the one the text is about."""
        wanted = self._lexicon.class_of.get(phrase.lemma)
        if wanted is None or wanted == "state" or phrase.modifiers or phrase.owned:
            return None
        clusters = [*self._members.get(wanted, ())]
        if wanted == "company":
            clusters += [
                c for c in self._members.get("", ()) if c.first < phrase.head or phrase.place.headline
            ]
        ranked: dict[int, tuple[float, Cluster]] = {
            id(c): (self._centrality(c, phrase, wanted, recent), c) for c in clusters
        }
        best = sorted(ranked.values(), key=lambda pair: -pair[0])
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    def _centrality(self, cluster: Cluster, phrase: Phrase, wanted: str, recent: Sequence[Seen]) -> float:
        places = [seen.phrase.place for seen in recent if seen.cluster is cluster]
        nearest = max((place.sentence for place in places), default=phrase.place.sentence - _FAR)
        return (
            min(cluster.names, 6) + 6.0 * (cluster.organised == wanted) + 2.0 * any(p.subject for p in places)
            - 0.7 * min(phrase.place.sentence - nearest, _FAR)
        )  # fmt: skip

    def _handles(self, cluster: Cluster) -> list[str]:
        """Nouns by which a definite phrase may take a cluster up: roles of people, nouns of an organisation's name."""
        if not cluster.named:
            return sorted(cluster.roles)
        size = len(cluster.roles) + len(cluster.words)
        known = self._handles_of.get(id(cluster))
        if known is None or known[0] != size:
            known = self._handles_of[id(cluster)] = (size, sorted(self._nouns(cluster)))
        return known[1]

    def _nouns(self, cluster: Cluster) -> Iterable[str]:
        person = cluster.kind == "person"
        generic = self._lexicon.roles if person else self._lexicon.groups
        pool = cluster.roles if person else cluster.roles | cluster.words
        found = {self._lexicon.long_title.get(word, word) for word in pool} & generic
        role = (cluster.role or "").lower()
        if role and person:
            found |= {n for n, roles in self._lexicon.synonyms.items() if any(r in role for r in roles)}
        return found

    def _taken_up(self, phrase: Phrase, cluster: Cluster) -> bool:
        if not phrase.definite:
            return cluster.name.lower() == phrase.name.lower()
        if phrase.kind == "document" and "'s " in phrase.name.replace("’", "'"):
            return cluster.name.lower() == phrase.name.lower()  # "Ruiz's statement" is no other statement
        owned_by_nobody = phrase.owned and phrase.kind != "document" and not cluster.named
        return self._alike(phrase, cluster) and not owned_by_nobody

    def _alike(self, phrase: Phrase, cluster: Cluster) -> bool:
        """Whether a nominal may mean a cluster: "the Russian side" is not "the US side", "the doctors" are not "the doctor"."""
        passing = self._lexicon.small.roles.passing
        told = (
            phrase.modifiers - passing - (phrase.origins if _may_come_from(phrase, cluster) else frozenset())
        )
        if not told <= cluster.words or phrase.plural != cluster.plural:
            return False
        if phrase.kind in _INDIVIDUALS:
            same = cluster.kind in _INDIVIDUALS
        else:
            same = cluster.kind == phrase.kind or (phrase.plural and cluster.plural)
        return same and (not phrase.gender or cluster.gender in (None, phrase.gender))


def _may_come_from(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the article tells no other place of a named person: "the Norland minister" may be Minister Ana Ruiz."""
    if cluster.kind != "person" or not cluster.named:
        return False
    known = (cluster.affiliation or "").lower()
    return not known or any(known.startswith(origin[:_STEM]) for origin in phrase.origins)


def _latest_body(phrase: Phrase, recent: Sequence[Seen]) -> Cluster | None:
    """ "The group": the organisation named last, subjects before others; no state, no place, nothing long ago."""
    named: list[tuple[int, bool, int, Cluster]] = [
        (seen.phrase.place.sentence, seen.phrase.place.subject, seen.phrase.head, seen.cluster)
        for seen in recent
        if seen.cluster.named and seen.cluster.kind == "organisation" and not seen.cluster.place
        and phrase.place.sentence - seen.phrase.place.sentence <= _NEAR and not seen.phrase.attributive
    ]  # fmt: skip
    return max(named, key=lambda found: found[:3])[3] if named else None
