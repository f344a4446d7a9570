"""Whom a pronoun means: candidates are those read last, ranked as readers do, and a tie stays open.

The weights follow the usual findings on salience (Lappin and Leass 1994: recency, subjects, parallel function), with what news
adds: whoever spoke last speaks on, and what stands inside somebody's quotation is that speaker's business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Reversible
from typing import NamedTuple

from extractor.matchers.mentions.cluster import Cluster
from extractor.matchers.mentions.phrase import Phrase, Place

_REACH = 5
"""Sentences a pronoun looks back; beyond that a writer repeats the name."""
_MARGIN = 0.2
"""By how much the best candidate must lead."""
_ALONE = 5.0
"""The lead of a candidate without rivals."""
_PER_SENTENCE = 0.6
_SPEAKS_ON = 0.8
"""What is added for whoever spoke last in the article's own voice, when the pronoun speaks."""
_AFFECTED = 2.0
"""What is added for the only person of a sentence that a thing is the subject of."""
_INDIVIDUALS = frozenset({"person", "anonymous"})
_THINGS = frozenset({"organisation", "document"})


class Seen(NamedTuple):
    """A mention read before, with its cluster."""

    cluster: Cluster
    phrase: Phrase


def antecedent_of(
    pronoun: Phrase, recent: Reversible[Seen], others: Collection[Cluster] = ()
) -> tuple[Cluster | None, float]:
    """The cluster a pronoun stands for, and by how much it leads; None when nobody fits or two fit as well.

    Args:
        pronoun: A pronoun, or a nominal that is used like one ("the candidate").
        recent: What was read before it.
        others: Whom its own verb names besides ("he told Ruiz"): none of them is meant.
    """
    ranked: dict[int, tuple[float, Cluster]] = {}
    sentence, fits = pronoun.place.sentence, _FITS.get(pronoun.name, _fits_individual)
    speaker: Phrase | None = None
    alone = _alone(recent) if pronoun.gender else frozenset()
    speaks = pronoun.form != "name" and pronoun.place.speaks >= 0 and pronoun.place.quote < 0
    for seen in reversed(recent):
        distance = sentence - seen.phrase.place.sentence
        if distance > _REACH:
            break
        if speaker is None and spoke(seen.phrase):
            speaker = seen.phrase
        if fits(pronoun, seen) and seen.cluster not in others and not _disjoint(pronoun, seen.phrase):
            score = _salience(pronoun, seen, distance) + _SPEAKS_ON * (speaks and seen.phrase is speaker)
            score += _AFFECTED * (seen.phrase.head in alone)
            key = id(seen.cluster)
            if key not in ranked or score > ranked[key][0]:
                ranked[key] = (score, seen.cluster)
    return _winner(ranked.values())


def _alone(recent: Iterable[Seen]) -> frozenset[int]:
    """Heads of objects that are the only people of their sentence, of whom it tells: "That infuriated Ruiz"."""
    people: dict[int, list[Phrase]] = {}
    for seen in recent:
        if seen.cluster.kind in _INDIVIDUALS and seen.phrase.place.quote < 0:
            people.setdefault(seen.phrase.place.sentence, []).append(seen.phrase)
    return frozenset(
        found[0].head for found in people.values() if len(found) == 1 and _is_object(found[0].place)
    )


def _is_object(place: Place) -> bool:
    return place.main and not place.subject and not place.owner


def _winner(ranked: Iterable[tuple[float, Cluster]]) -> tuple[Cluster | None, float]:
    best = sorted(ranked, key=lambda pair: -pair[0])
    if not best:
        return None, 0.0
    lead = best[0][0] - best[1][0] if len(best) > 1 else _ALONE
    return (best[0][1], lead) if lead >= _MARGIN else (None, lead)


def spoke(mention: Phrase) -> bool:
    """Whether the article lets somebody speak in the main clause of a sentence."""
    place = mention.place
    return place.speaks >= 0 and place.main and place.quote < 0 and mention.name != "relative"


def _fits_individual(pronoun: Phrase, seen: Seen) -> bool:
    """One person; a gender the article has not stated fits both."""
    cluster = seen.cluster
    if cluster.plural or cluster.kind not in _INDIVIDUALS or seen.phrase.vague:
        return False
    return pronoun.gender is None or cluster.gender is None or cluster.gender == pronoun.gender


def _fits_several(pronoun: Phrase, seen: Seen) -> bool:
    """Several people, or a body in the same sentence."""
    cluster = seen.cluster
    if seen.phrase.vague:
        return False
    near = seen.phrase.place.sentence == pronoun.place.sentence
    if cluster.kind == "anonymous" and spoke(seen.phrase) and pronoun.place.speaks >= 0:
        return True  # "A source denied that. "No," they said"
    return cluster.plural or cluster.kind == "group" or (cluster.kind == "organisation" and near)


def _fits_thing(pronoun: Phrase, seen: Seen) -> bool:
    """A body or a paper."""
    return seen.cluster.kind in _THINGS and not seen.cluster.plural and not seen.phrase.vague


_FITS = {"plural": _fits_several, "neuter": _fits_thing}


def _disjoint(pronoun: Phrase, other: Phrase) -> bool:
    """Two arguments of one verb are two people ("She told him"); a speaker is "I" in his own words, not "he"."""
    if other.form == "pronoun" and other.name == "relative":
        return True
    here, there = pronoun.place, other.place
    if here.governor == there.governor and other.head != pronoun.head and (here.subject or there.subject):
        return not pronoun.lemma.endswith(("self", "selves"))
    if here.speaks >= 0 and there.sentence == here.sentence:
        told = here.aside and here.above == there.governor
        if told or (there.above == here.governor and there.governor < pronoun.head):
            return True  # "A nurse, he said, …": what he says is about the nurse
    return here.quote >= 0 and there.quote < 0 and there.speaks >= 0 and there.block == here.block


def _salience(pronoun: Phrase, seen: Seen, distance: int) -> float:
    """Nearness, subjects, speakers, the same side of the quotation marks, stated gender and frequency speak for a candidate."""
    mention, cluster = seen.phrase, seen.cluster
    here, there = pronoun.place, mention.place
    score = (
        1e-4 * mention.head - _PER_SENTENCE * distance + _sides(pronoun, mention) + _number(pronoun, cluster)
    )
    if there.subject:
        score += 2.5 if there.main else 0.4
    if there.speaks >= 0 and here.speaks >= 0:
        score += 0.8
    if there.block == here.block:
        score += 2.8
    if pronoun.gender is not None:
        score += _gender(pronoun, cluster)
    if cluster.named:
        score += 0.4 + 0.4 * min(cluster.names, 5)
    if mention.attributive:
        score -= 1.5
    if there.owner:
        score -= 1.0  # "Ruiz's plan": the talk is of the plan
    return score - 1.0 if there.headline else score


def _number(pronoun: Phrase, cluster: Cluster) -> float:
    """ "They" is seldom one body and seldom speaks for papers; "it" is seldom a place."""
    if pronoun.name == "plural":
        speaking_paper = pronoun.place.speaks >= 0 and cluster.kind == "document"
        return (0.0 if cluster.plural else -2.5) - (2.5 if speaking_paper else 0.0)
    return -1.5 if pronoun.name == "neuter" and cluster.place else 0.0


def _gender(pronoun: Phrase, cluster: Cluster) -> float:
    """A gender that titles and nouns state counts; what other pronouns suggest counts less, for they may be misread.

    A first name only rules others out: it would prefer those with common names.
    """
    if cluster.gender == pronoun.gender and not cluster.gender_by_name:
        return 1.6
    balance = cluster.leaning if pronoun.gender == "female" else -cluster.leaning
    return 0.9 * max(-4, min(2, balance))


def _sides(pronoun: Phrase, mention: Phrase) -> float:
    """A pronoun outside quotations hardly ever means somebody who is only named inside one."""
    if pronoun.place.quote < 0:
        return -4.0 if mention.place.quote >= 0 else 0.0
    return 1.5 if mention.place.quote == pronoun.place.quote else 0.0
