"""What the pronouns of an article suggest of people's genders, gathered before any nominal or pronoun is resolved for good.

A paragraph that names one person and says "she" throughout tells the gender of that person; so does a "she" that can hardly
mean anybody else. Early pronouns profit from what later ones tell.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import groupby

from extractor.matchers.mentions.cluster import Cluster
from extractor.matchers.mentions.names import NameClusters
from extractor.matchers.mentions.phrase import Phrase
from extractor.matchers.mentions.pronouns import Seen, antecedent_of

_WINDOW = 16
_SURE = 1.5
"""Lead from which a pronoun suggests the gender of its antecedent."""


def suggest_genders(phrases: Sequence[Phrase], names: NameClusters) -> None:
    """Moves the leaning of people: below 0 male, above 0 female."""
    read = [
        (phrase, cluster)
        for phrase in phrases
        if phrase.gender or phrase.form == "name"
        if (cluster := _person(phrase, names)) or phrase.form == "pronoun"
    ]
    if not any(phrase.form == "pronoun" for phrase, _ in read):
        return
    for _, paragraph in groupby(read, key=lambda pair: pair[0].place.block):
        _alone_in_paragraph(list(paragraph))
    recent: deque[Seen] = deque(maxlen=_WINDOW)
    for phrase, cluster in read:
        if phrase.form == "pronoun":
            cluster, lead = antecedent_of(phrase, recent)
            if cluster is not None and lead >= _SURE:
                lean(cluster, phrase)
        if cluster is not None:
            recent.append(Seen(cluster, phrase))


def lean(cluster: Cluster, pronoun: Phrase) -> None:
    """Takes a pronoun for a sign of the gender of whom it stands for."""
    cluster.leaning += 1 if pronoun.gender == "female" else -1


def _person(phrase: Phrase, names: NameClusters) -> Cluster | None:
    cluster = names.known(phrase) if phrase.form == "name" else None
    return cluster if cluster and cluster.kind == "person" else None


def _alone_in_paragraph(read: Sequence[tuple[Phrase, Cluster | None]]) -> None:
    outside = [pair for pair in read if pair[0].place.quote < 0 and not pair[0].place.headline]
    persons = {id(cluster): cluster for _, cluster in outside if cluster}
    pronouns = {phrase.gender: phrase for phrase, _ in outside if phrase.form == "pronoun"}
    if len(persons) == 1 and len(pronouns) == 1:
        (person,), (pronoun,) = persons.values(), pronouns.values()
        lean(person, pronoun)
