"""Who is described before being named: "the defence secretary has said. Ana Ruiz, who is in Porto, …".

News opens with what somebody is and names him in the sentences that follow, mostly as their subject.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.matchers.mentions.cluster import Cluster, words_of
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.names import NameClusters
from extractor.matchers.mentions.phrase import Phrase

_LEAD = 3
"""Sentences in which a story may describe somebody whom it names later."""
_SOON = 4
"""Sentences within which the name follows."""
_INDIVIDUALS = frozenset({"person", "anonymous"})


class Leads:
    """The people an article names as subjects of its sentences, in order."""

    def __init__(self, phrases: Sequence[Phrase], names: NameClusters, lexicon: ClaimantLexicon) -> None:
        self._veiled = lexicon.veiled
        told = [phrase.place.sentence for phrase in phrases if not phrase.place.headline]
        self._opens = min(told, default=0)
        self._subjects = [
            (phrase, cluster)
            for phrase in phrases
            if phrase.form == "name" and phrase.place.subject and phrase.place.quote < 0
            if (cluster := names.known(phrase)) is not None and cluster.kind == "person"
        ]
        self._heads = [phrase.head for phrase, _ in self._subjects]

    def named_next(self, described: Phrase) -> Cluster | None:
        """Whom the lead describes: the next person with that role, else the next of whom no role is told."""
        if not self._is_lead(described):
            return None
        told = frozenset(words_of(described.name))
        coming = list(self._coming(described))
        same = [cluster for cluster in coming if told & set(words_of(cluster.role or "")) & {described.lemma}]
        return next(iter(same or [c for c in coming[:1] if c.role is None]), None)

    def _is_lead(self, phrase: Phrase) -> bool:
        place = phrase.place
        opens = place.headline or place.sentence - self._opens < _LEAD
        if phrase.lemma in self._veiled:
            return False  # an official is quoted so because nobody may name him
        single = phrase.kind in _INDIVIDUALS and not phrase.plural and not phrase.vague and not phrase.owned
        return (
            opens
            and single
            and place.quote < 0
            and place.speaks >= 0
            and bool(phrase.modifiers or phrase.definite)
        )

    def _coming(self, described: Phrase) -> Sequence[Cluster]:
        first = bisect_right(self._heads, described.head)
        last = max(described.place.sentence, self._opens) + _SOON
        return [
            cluster for phrase, cluster in self._subjects[first : first + _SOON]
            if phrase.place.sentence <= last and described.gender in (None, cluster.gender or described.gender)
        ]  # fmt: skip
