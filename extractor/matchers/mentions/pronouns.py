"""Whom a pronoun means: candidates are those read last, ranked as readers do, and a tie stays open.

The weights follow the usual findings on salience (Lappin and Leass 1994: recency, subjects, parallel function), with what news
adds: whoever spoke last speaks on, and what stands inside somebody's quotation is that speaker's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Reversible
from dataclasses import dataclass

from extractor.matchers.mentions.names import Cluster
from extractor.matchers.mentions.phrases import Phrase

_REACH = 5
"""Sentences a pronoun looks back; beyond that a writer repeats the name."""
_MARGIN = 0.2
"""By how much the best candidate must lead."""
_ALONE = 5.0
"""The lead of a candidate without rivals."""
_PER_SENTENCE = 1.3
_INDIVIDUALS = frozenset({"person", "anonymous"})
_THINGS = frozenset({"organisation", "document"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention read before, with its cluster."""

    cluster: Cluster
    phrase: Phrase


def antecedent_of(pronoun: Phrase, recent: Reversible[Seen]) -> tuple[Cluster | None, float]:
    """The cluster a pronoun stands for, and by how much it leads; None when nobody fits or two fit as well."""
    ranked: dict[int, tuple[float, Cluster]] = {}
    for seen in reversed(recent):
        distance = pronoun.sentence - seen.phrase.sentence
        if distance > _REACH:
            break
        if _fits(pronoun, seen) and not _disjoint(pronoun, seen):
            score = _salience(pronoun, seen, distance)
            key = id(seen.cluster)
            if key not in ranked or score > ranked[key][0]:
                ranked[key] = (score, seen.cluster)
    return _winner(ranked.values())


def _winner(ranked: Iterable[tuple[float, Cluster]]) -> tuple[Cluster | None, float]:
    best = sorted(ranked, key=lambda pair: -pair[0])
    if not best:
        return None, 0.0
    lead = best[0][0] - best[1][0] if len(best) > 1 else _ALONE
    return (best[0][1], lead) if lead >= _MARGIN else (None, lead)


def _fits(pronoun: Phrase, seen: Seen) -> bool:
    """Number, animacy and gender; a gender the article has not stated fits both."""
    cluster = seen.cluster
    if seen.phrase.vague:
        return False
    if pronoun.name == "plural":
        collective = cluster.kind == "organisation" and seen.phrase.sentence == pronoun.sentence
        return cluster.plural or cluster.kind == "group" or collective
    if cluster.plural:
        return False
    if pronoun.name == "neuter":
        return cluster.kind in _THINGS
    return cluster.kind in _INDIVIDUALS and cluster.gender in (None, pronoun.gender)


def _disjoint(pronoun: Phrase, seen: Seen) -> bool:
    """Two arguments of one verb are two people ("She told him"); a speaker is "I" in his own words, not "he"."""
    other = seen.phrase
    if other.form == "pronoun" and other.name == "relative":
        return True
    same_verb = pronoun.governor == other.governor and other.head != pronoun.head
    if same_verb and not pronoun.lemma.endswith(("self", "selves")) and (pronoun.subject or other.subject):
        return True
    if pronoun.speaks >= 0 and other.sentence == pronoun.sentence:
        told = pronoun.aside and pronoun.above == other.governor
        if told or (other.above == pronoun.governor and other.governor < pronoun.head):
            return True  # "A nurse, he said, …": what he says is about the nurse
    return pronoun.quote >= 0 and other.quote < 0 and other.speaks >= 0 and other.block == pronoun.block


def _salience(pronoun: Phrase, seen: Seen, distance: int) -> float:
    """Nearness, subjects, speakers, the same side of the quotation marks, stated gender and frequency speak for a candidate."""
    mention, cluster = seen.phrase, seen.cluster
    score = -_PER_SENTENCE * distance
    score += 1.8 if mention.subject else 0.0
    score += 1.5 if mention.speaks >= 0 and pronoun.speaks >= 0 else 0.0
    score += 1.2 if mention.block == pronoun.block else 0.0
    score += _sides(pronoun, mention)
    score += _gender(pronoun, cluster)
    score += 0.5 if cluster.named else 0.0
    score += 0.3 * min(cluster.names, 5)
    score -= 1.5 if mention.attributive else 0.0
    score -= 1.0 if mention.headline else 0.0
    if pronoun.name == "plural" and not cluster.plural:
        score -= 2.5
    if pronoun.name == "plural" and pronoun.speaks >= 0 and cluster.kind == "document":
        score -= 2.5  # plural documents speak less than people do
    if pronoun.name == "neuter" and cluster.place:
        score -= 1.5
    return score + 1e-4 * mention.head


def _gender(pronoun: Phrase, cluster: Cluster) -> float:
    """A gender that titles and nouns state counts; what earlier pronouns suggest counts less, for they may be misread."""
    if pronoun.gender is None:
        return 0.0
    if cluster.gender == pronoun.gender:
        return 1.2
    balance = cluster.leaning if pronoun.gender == "female" else -cluster.leaning
    return 0.7 * max(-3, min(2, balance))


def _sides(pronoun: Phrase, mention: Phrase) -> float:
    """A pronoun outside quotations hardly ever means somebody who is only named inside one."""
    if pronoun.quote < 0:
        return -4.0 if mention.quote >= 0 else 0.0
    return 1.5 if mention.quote == pronoun.quote else 0.0
