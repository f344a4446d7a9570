"""Nominals and pronouns resolved in reading order: "the minister", "the company", "she", "it", "who"."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.names import Cluster, NameClusters
from extractor.matchers.mentions.phrases import Phrase
from extractor.matchers.mentions.pronouns import Seen, antecedent_of
from extractor.matchers.mentions.words import Words

Resolution = tuple[Cluster | None, str]

_WINDOW = 48
"""Mentions a pronoun or "the company" looks back; keeps a sentence of ten thousand names linear."""
_REMEMBERED = 8
"""Clusters remembered for one noun, the latest read last."""
_INDIVIDUALS = frozenset({"person", "anonymous"})
_TIMES = frozenset(
    {"former", "then", "ex", "current", "outgoing", "incumbent", "longtime", "late", "veteran", "new"}
)
_CLEAR = 1.0
"""Lead that "the candidate" asks of its antecedent."""
_CLIMB = 4
_FAR = 8
_SURE = 1.5
"""Lead from which a pronoun suggests the gender of its antecedent."""


def resolve(
    phrases: Sequence[Phrase], names: NameClusters, words: Words, lexicon: ClaimantLexicon
) -> list[Resolution]:
    """For every phrase its cluster and how it was found; (None, …) where the article leaves it open."""
    reader = _Reader(names, words, lexicon)
    return [reader.read(phrase) for phrase in phrases]


class _Reader:
    def __init__(self, names: NameClusters, words: Words, lexicon: ClaimantLexicon) -> None:
        self._names = names
        self._words = words
        self._lexicon = lexicon
        self._recent: deque[Seen] = deque(maxlen=_WINDOW)
        self._of_head: dict[int, Cluster] = {}
        self._known: dict[str, list[Cluster]] = {}
        self._ahead: dict[str, list[Cluster]] = {}
        self._couples: dict[str, Cluster] = {}
        self._members: dict[str, list[Cluster]] = {}
        for cluster in sorted(names.all(), key=lambda c: -c.names):
            if (
                cluster.kind == "organisation"
                and len(members := self._members.setdefault(cluster.organised, [])) < _REMEMBERED
            ):
                members.append(cluster)
            for word in self._handles(cluster):
                clusters = self._ahead.setdefault(word, [])
                if len(clusters) < 2:
                    clusters.append(cluster)

    def read(self, phrase: Phrase) -> Resolution:
        cluster, how = self._resolve(phrase)
        if cluster is not None:
            if phrase.form != "pronoun":
                self._remember(cluster, phrase)
            self._recent.append(Seen(cluster, phrase))
            self._of_head[phrase.head] = cluster
        if phrase.together:
            couple = self._couples.get(phrase.together)
            if couple is None:
                couple = self._couples[phrase.together] = Cluster(phrase.together, "group", plural=True)
            self._recent.append(Seen(couple, phrase))
        return cluster, how

    def _resolve(self, phrase: Phrase) -> Resolution:
        if phrase.form == "name":
            return self._names.of(phrase)
        if phrase.form == "nominal":
            return self._nominal(phrase)
        if phrase.name == "relative":
            return self._relative(phrase), "pronoun"
        cluster, lead = antecedent_of(phrase, self._recent)
        if cluster is not None and phrase.gender and lead >= _SURE:
            cluster.leaning += 1 if phrase.gender == "female" else -1
        return cluster, "pronoun"

    def _relative(self, phrase: Phrase) -> Cluster | None:
        """ "who" is a person even where the parse hangs its clause on the nearest name ("chief economist at Varga, who …")."""
        personal, head = phrase.lemma in ("who", "whom"), phrase.antecedent
        for _ in range(_CLIMB):
            cluster = self._of_head.get(head)
            if cluster is not None and (not personal or cluster.kind not in ("organisation", "document")):
                return cluster
            if self._words.dep[head] not in ("pobj", "prep", "appos", "compound", "nmod", "poss"):
                break
            head = self._words.head[head]
        return self._of_head.get(phrase.antecedent)

    def _nominal(self, phrase: Phrase) -> Resolution:
        if phrase.definite or not self._specific(phrase):
            if (known := self._already(phrase)) is not None:
                return known, "title" if known.named and known.kind == "person" else "nominal"
            if phrase.definite and phrase.epithet and not phrase.owned:
                cluster, lead = antecedent_of(phrase, self._recent)
                return (cluster, "nominal") if lead >= _CLEAR else (None, "nominal")
        return self._new(phrase), "nominal"

    def _specific(self, phrase: Phrase) -> bool:
        """Whether an indefinite noun phrase brings in somebody new; bare "police" and "inspectors" do not."""
        return phrase.start != phrase.head or not (phrase.plural or phrase.kind == "organisation")

    def _already(self, phrase: Phrase) -> Cluster | None:
        """Whom "the minister", "the bank" or "the company" means: one read of before, else the only one still to come."""
        fitting = [c for c in reversed(self._known.get(phrase.lemma, ())) if self._taken_up(phrase, c)]
        if fitting and not fitting[0].headline:
            return fitting[0]
        if phrase.plural or not phrase.definite:
            return fitting[0] if fitting else None
        if phrase.kind == "organisation" and (member := self._of_class(phrase)) is not None:
            return member
        if fitting:
            return fitting[0]
        coming = [cluster for cluster in self._ahead.get(phrase.lemma, ()) if _alike(phrase, cluster)]
        awaited = phrase.headline or phrase.owned or phrase.kind == "organisation"
        return coming[0] if len(coming) == 1 and awaited else None

    def _taken_up(self, phrase: Phrase, cluster: Cluster) -> bool:
        if not phrase.definite:
            return cluster.name.lower() == phrase.name.lower()
        return _alike(phrase, cluster) and not (
            phrase.owned and phrase.kind != "document" and not cluster.named
        )

    def _of_class(self, phrase: Phrase) -> Cluster | None:
        """ "the company": among organisations of its class, or of none that is told, the one the text is about."""
        wanted = self._lexicon.class_of.get(phrase.lemma)
        if wanted is None or wanted == "state" or phrase.modifiers:
            return None
        clusters = [
            *self._members.get(wanted, ()),
            *(self._members.get("", ()) if wanted == "company" else ()),
        ]
        ranked: dict[int, tuple[float, Cluster]] = {
            id(c): (self._centrality(c, phrase, wanted), c) for c in clusters
        }
        best = sorted(ranked.values(), key=lambda pair: -pair[0])
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    def _centrality(self, cluster: Cluster, phrase: Phrase, wanted: str) -> float:
        nearest = max(
            (s.phrase.sentence for s in self._recent if s.cluster is cluster), default=phrase.sentence - _FAR
        )
        subject = any(s.phrase.subject for s in self._recent if s.cluster is cluster)
        return (
            min(cluster.names, 6) + 6.0 * (cluster.organised == wanted) + 2.0 * subject
            - 0.7 * min(phrase.sentence - nearest, _FAR)
        )  # fmt: skip

    def _new(self, phrase: Phrase) -> Cluster:
        new = Cluster(
            phrase.name, phrase.kind, phrase.gender, affiliation=phrase.affiliation, plural=phrase.plural
        )
        if phrase.kind == "person" and phrase.definite:
            new.role = phrase.name
        new.headline = phrase.headline
        new.words.update(phrase.modifiers)
        new.roles.add(phrase.lemma)
        return new

    def _remember(self, cluster: Cluster, phrase: Phrase) -> None:
        for word in self._handles(cluster):
            clusters = self._known.setdefault(word, [])
            if cluster in clusters:
                clusters.remove(cluster)
            clusters.append(cluster)
            del clusters[:-_REMEMBERED]
        if phrase.form == "nominal":
            cluster.gender = cluster.gender or phrase.gender

    def _handles(self, cluster: Cluster) -> Iterable[str]:
        """Nouns by which a definite phrase may take a cluster up: roles of people, nouns of an organisation's name."""
        if not cluster.named:
            return cluster.roles
        generic = self._lexicon.roles if cluster.kind == "person" else self._lexicon.groups
        pool = cluster.roles if cluster.kind == "person" else cluster.roles | cluster.words
        found = {self._lexicon.long_title.get(word, word) for word in pool}
        return sorted(found & generic | self._synonyms(cluster))

    def _synonyms(self, cluster: Cluster) -> set[str]:
        role = (cluster.role or "").lower()
        if not role or cluster.kind != "person":
            return set()
        return {noun for noun, roles in self._lexicon.synonyms.items() if any(r in role for r in roles)}


def _alike(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a nominal may mean a cluster: "the Russian side" is not "the US side", "the doctors" are not "the doctor"."""
    if not phrase.modifiers - _TIMES <= cluster.words or phrase.plural != cluster.plural:
        return False
    if phrase.kind in _INDIVIDUALS:
        same = cluster.kind in _INDIVIDUALS
    else:
        same = cluster.kind == phrase.kind or (phrase.plural and cluster.plural)
    return same and (not phrase.gender or cluster.gender in (None, phrase.gender))
