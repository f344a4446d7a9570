"""Phrases that may mention a claimant: names, nominals and pronouns, as parse and names show them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.language.claimants import Gender
from extractor.matchers.mentions.lexicon import ClaimantLexicon
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


def find_phrases(parsed: Words, lexicon: ClaimantLexicon) -> Iterator[Phrase]:
    """All phrases of an article's story in the order of their heads; no two share a head."""
    names = find_names(parsed, lexicon)
    name_of = {token: name for name in names for token in range(name.start, name.end)}
    described = Descriptions(parsed, lexicon, name_of)
    beside = Neighbours(parsed, lexicon, names, name_of, described)
    named = NameReader(parsed, lexicon, described, beside)
    nominals = NominalReader(parsed, lexicon, described, beside, named)
    may_speak = _may_speak(parsed, lexicon)
    for token, (tag, pos) in enumerate(zip(parsed.tag, parsed.pos, strict=True)):
        if (name := name_of.get(token)) is not None:
            if name.head == token:
                yield named.read(name)
        elif not parsed.in_story[token]:
            continue
        elif tag in _PRONOUNS:
            if pronoun := _pronoun(parsed, lexicon, token):
                yield pronoun
        elif token in may_speak and (
            pos == "NOUN" or pos == "PROPN" or (pos == "ADJ" and parsed.is_age(token))
        ):
            heads = parsed.dep[token] not in _MODIFYING or parsed.in_headline[token]
            if heads and (nominal := nominals.read(token)):
                yield nominal


def _may_speak(parsed: Words, lexicon: ClaimantLexicon) -> set[int]:
    """Tokens that a nominal may have for its head: nouns that can speak, and those whose verb or clause lets them."""
    able = {t for t, lemma in enumerate(parsed.lemma) if lemma in lexicon.speaking}
    spoken = {t for cue in parsed.cues for t in parsed.children[cue] if parsed.dep[t] == "nsubj"}
    return able | spoken | {parsed.head[t] for t, dep in enumerate(parsed.dep) if dep == "relcl"}


def _pronoun(parsed: Words, lexicon: ClaimantLexicon, token: int) -> Phrase | None:
    kind = lexicon.pronoun.get(parsed.lower[token])
    if kind is None:
        return None
    antecedent = _antecedent(parsed, token) if kind == "relative" else -1
    if kind == "relative" and antecedent < 0:
        return None
    return Phrase(
        token, "pronoun", kind, "person", place_of(parsed, token), token, token + 1, parsed.lower[token],
        gender=_GENDERS.get(kind), plural=kind == "plural", antecedent=antecedent,
    )  # fmt: skip


def _antecedent(parsed: Words, token: int) -> int:
    """The noun a relative clause modifies; -1 for questions and for "that" that is no subject."""
    if parsed.dep[token] not in SUBJECTS and parsed.lower[token] != "whose":
        return -1
    clause = parsed.head[token]
    for _ in range(_CLIMB):
        if parsed.dep[clause] == "relcl":
            return parsed.head[clause]
        if parsed.dep[clause] == "ccomp" and (cleft := _cleft(parsed, parsed.head[clause], token)) >= 0:
            return cleft
        clause = parsed.head[clause]
    return -1


def _cleft(parsed: Words, verb: int, token: int) -> int:
    """ "It was the port | that said so": the noun in front of the relative pronoun."""
    attribute = parsed.child(verb, "attr")
    stands_before = 0 <= attribute < token and parsed.right[attribute] == token
    return attribute if parsed.lemma[verb] == "be" and stands_before else -1
