"""Phrases that may mention a claimant: names, nominals and pronouns, as parse and names show them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.mentions.lexicon import ClaimantLexicon, Gender
from extractor.matchers.mentions.named import NameReader
from extractor.matchers.mentions.neighbours import Neighbours
from extractor.matchers.mentions.nominals import NominalReader
from extractor.matchers.mentions.phrase import SUBJECTS, Phrase, place_of
from extractor.matchers.mentions.proper import find_names
from extractor.matchers.mentions.roles import Descriptions
from extractor.matchers.mentions.words import Words

_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
_MODIFYING = frozenset({"compound", "amod", "nmod"})
_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}
_CLIMB = 6


def find_phrases(words: Words, lexicon: ClaimantLexicon) -> Iterator[Phrase]:
    """All phrases of an article's story in the order of their heads; no two share a head."""
    names = find_names(words, lexicon)
    name_of = {token: name for name in names for token in range(name.start, name.end)}
    described = Descriptions(words, lexicon, name_of)
    beside = Neighbours(words, lexicon, names, name_of, described)
    named = NameReader(words, lexicon, described, beside)
    nominals = NominalReader(words, lexicon, described, beside, named)
    may_speak = _may_speak(words, lexicon)
    for token, (tag, pos) in enumerate(zip(words.tag, words.pos, strict=True)):
        if (name := name_of.get(token)) is not None:
            if name.head == token:
                yield named.read(name)
        elif not words.in_story[token]:
            continue
        elif tag in _PRONOUNS:
            if pronoun := _pronoun(words, lexicon, token):
                yield pronoun
        elif token in may_speak and (
            pos == "NOUN" or pos == "PROPN" or (pos == "ADJ" and words.is_age(token))
        ):
            heads = words.dep[token] not in _MODIFYING or words.in_headline[token]
            if heads and (nominal := nominals.read(token)):
                yield nominal


def _may_speak(words: Words, lexicon: ClaimantLexicon) -> set[int]:
    """Tokens that a nominal may have for its head: nouns that can speak, and those whose verb or clause lets them."""
    able = {t for t, lemma in enumerate(words.lemma) if lemma in lexicon.speaking}
    spoken = {t for cue in words.cues for t in words.children[cue] if words.dep[t] == "nsubj"}
    return able | spoken | {words.head[t] for t, dep in enumerate(words.dep) if dep == "relcl"}


def _pronoun(words: Words, lexicon: ClaimantLexicon, token: int) -> Phrase | None:
    kind = lexicon.pronoun.get(words.lower[token])
    if kind is None:
        return None
    antecedent = _antecedent(words, token) if kind == "relative" else -1
    if kind == "relative" and antecedent < 0:
        return None
    return Phrase(
        token, "pronoun", kind, "person", place_of(words, token), token, token + 1, words.lower[token],
        gender=_GENDERS.get(kind), plural=kind == "plural", antecedent=antecedent,
    )  # fmt: skip


def _antecedent(words: Words, token: int) -> int:
    """The noun a relative clause modifies; -1 for questions and for "that" that is no subject."""
    if words.dep[token] not in SUBJECTS and words.lower[token] != "whose":
        return -1
    clause = words.head[token]
    for _ in range(_CLIMB):
        if words.dep[clause] == "relcl":
            return words.head[clause]
        if words.dep[clause] == "ccomp" and (cleft := _cleft(words, words.head[clause], token)) >= 0:
            return cleft
        clause = words.head[clause]
    return -1


def _cleft(words: Words, verb: int, token: int) -> int:
    """ "It was the port | that said so": the noun in front of the relative pronoun."""
    attribute = words.child(verb, "attr")
    stands_before = 0 <= attribute < token and words.right_edge(attribute) == token - 1
    return attribute if words.lemma[verb] == "be" and stands_before else -1
