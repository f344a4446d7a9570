"""From the span of a source to the claimant behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from extractor.annotations import Attribution, Claimant, ClaimantKind, Mention, Span
from extractor.language.claimants import ClaimantWords
from extractor.language.pronouns import Pronouns
from extractor.language.resources import Resources
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.couples import Couples
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse

_SEVERAL = frozenset({"organisation", "group", "anonymous"})
"""Who is "we" himself: a body, a group, and a source that keeps back for whom it speaks."""
_LEFT_OUT = frozenset({"det", "predet"})
_SCORE_OR_YEAR = re.compile(r"\d[-–]\d|\b(?:19|20)\d\d\b")
_HEADINGS = frozenset({"headline", "subhead"})
_POSSESSIVE = frozenset({"PRP$", "POS"})
_NAMING = frozenset({"appos", "compound", "nmod", "flat"})
_BY_NAME = frozenset({"name", "surname"})
_DESCRIBING = frozenset(
    {"NOUN", "PROPN", "ADJ", "DET", "PART", "CCONJ", "NUM", "PUNCT", "PRON", "SPACE", "X"}
)
_OWN_WORDS = 0.5
"""How sure a claimant is who is named by the words of the source alone: so many were right on 377 articles."""
_BREAKS = frozenset({",", ";", ":", "(", "[", "–", "—", "--", "-"})


class ClaimantFinder:
    """Finds claimants with the mentions of an article and the nouns of ``lexicons/claimants.toml``."""

    def __init__(self, resources: Resources) -> None:
        self._words = words = resources.lexicon(ClaimantWords)
        self._groups = words.groups.nouns | words.groups.shares | words.collectives.nouns
        self._speaking = words.generic | words.groups.shares
        self._turns = words.labels.questions | words.labels.answers
        pronouns = resources.lexicon(Pronouns)
        self._i, self._we = pronouns.speaker.forms, pronouns.speakers.forms
        self._couples = Couples(words.titles.all)

    def find(self, parsed: Discourse, source: Source, mentions: Mapping[int, Mention]) -> Claimant | None:
        """The claimant of a source; None without a source, for a pronoun left open, or for the "Q" of an interview."""
        head = source.head
        if head < 0 or parsed.text_of(source.tokens[0]).lower() in self._turns:
            return None
        if named := self._described(parsed, source, mentions):
            return as_claimant(named)
        if couple := self._couples.find(parsed, source, mentions):
            return couple
        owner = (
            self._owner(parsed, head, mentions)
            if parsed.lemma[head] in self._words.utterances.nouns
            else None
        )
        mention = owner or self._mention(parsed, source, mentions)
        if mention is not None and not _reaches_out(parsed, mention, source):
            return as_claimant(mention)
        if parsed.pos[head] not in ("NOUN", "ADJ", "NUM") and not self._counts(parsed, head):
            return None
        return self._unnamed(parsed, source)

    def is_topic(self, parsed: Discourse, decided: Decided, mentions: Mapping[int, Mention]) -> bool:
        """Whether a colon in a headline stands behind what it is about rather than who says it: "Flood: …", "Q&A: …"."""
        source = decided.candidate.source
        block = parsed.block_kinds[parsed.block_of[decided.cue.token]]
        if decided.cue.cue.form != "colon" or block not in _HEADINGS or source.head < 0:
            return False
        words = parsed.text_of(source.tokens[0])
        if words.lower() in self._words.labels.topics or _SCORE_OR_YEAR.search(words):
            return True
        named = source.head in mentions or parsed.pos[source.head] == "PROPN"
        return not named and parsed.lemma[source.head] not in self._speaking

    def first_person(
        self,
        parsed: Discourse,
        inside: Span,
        made: Sequence[Attribution],
        speaking: Callable[[int], Claimant | None],
    ) -> Claimant | None:
        """ "I" inside a quotation is whoever it is attributed to; "we" is his company where the article tells it.

        Args:
            parsed: The article.
            inside: The source that may be a pronoun of the first person.
            made: The attributions whose contents are near it.
            speaking: Who goes on in a quotation without a cue of its own, by a token in it.
        """
        word = parsed.text[inside.start : inside.end].lower()
        if word not in self._i | self._we:
            return None
        around = [
            a
            for a in made
            if a.claimant and inside not in a.source and any(p.contains(inside) for p in a.content)
        ]
        nearest = min(around, key=_length, default=None)
        speaker = nearest.claimant if nearest else speaking(parsed.token_at(inside.start))
        if speaker is None:
            return None
        if word in self._we and speaker.kind not in _SEVERAL:
            if speaker.affiliation is None:
                return None
            body = speaker.affiliation  # "we" of a chief executive is the company
            return Claimant(body, inside, "organisation", None, None, "pronoun", sure=_OWN_WORDS)
        return replace(speaker, mention=inside, resolved_by="pronoun")

    def _described(
        self, parsed: Discourse, source: Source, mentions: Mapping[int, Mention]
    ) -> Mention | None:
        """The name that a description leads up to, whatever the parse made of it.

        "state news agency Norpress", "Chairman and Chief Executive Ana Ruiz"; but "the mayor and Governor Ana Ruiz" are two.
        """
        start, end = source.tokens[0]
        end = next((t for t in range(start, end) if parsed.word[t] in _BREAKS), end)
        named = [mentions[t] for t in range(start, end) if t in mentions and _is_named(mentions[t])]
        last = max(named, key=lambda mention: mention.span.start, default=None)
        if last is None or last.span.end != parsed.end[end - 1]:
            return None
        before = parsed.token_at(_own_start(parsed, last)) - 1
        if before > start and parsed.lower[before] == "the":
            before -= 1
        if before < start or not self._describes(parsed, before):
            return None
        if any(parsed.pos[t] not in _DESCRIBING for t in range(start, before)):
            return None  # "video shared by the dealer Ana Ruiz" is not hers
        joined = any(parsed.lower[t] == "and" for t in range(start, before))
        others = [one for one in named if one.cluster != last.cluster and not _opens_role(parsed, one)]
        two = joined and (parsed.tag[start] == "DT" or bool(others))
        return None if two else last

    def _describes(self, parsed: Discourse, token: int) -> bool:
        """Whether a word may be the last of a description: a common noun, or a role or body with a capital."""
        if parsed.tag[token] in ("NNS", "NNPS"):
            return False
        return parsed.pos[token] == "NOUN" or parsed.lemma[token] in self._speaking

    def _mention(self, parsed: Discourse, source: Source, mentions: Mapping[int, Mention]) -> Mention | None:
        """The mention of the head; a person's name beside it where the parse took a title, a number or a trade for the head."""
        own = mentions.get(source.head)
        if own is not None and (own.kind == "person" or own.resolved_by in ("pronoun", "title")):
            return own
        return self._named_inside(parsed, source, mentions, own) or own

    def _owner(self, parsed: Discourse, head: int, mentions: Mapping[int, Mention]) -> Mention | None:
        """Whose utterance it is: "the mayor's statement", "remarks by the mayor".

        A "campaign account" says nothing itself, and a "statement from the mayor" is a document of that name.
        """
        children = parsed.children[head]
        if any(parsed.dep[child] == "compound" and parsed.pos[child] == "NOUN" for child in children):
            return None
        for child in children:
            if parsed.dep[child] == "poss" and child in mentions:
                return mentions[child]
            written = parsed.lemma[head] in self._words.documents.nouns
            if parsed.dep[child] == "prep" and parsed.lower[child] in parsed.frames.ownership and not written:
                for inner in parsed.children[child]:
                    if inner in mentions:
                        return mentions[inner]
        return None

    def _named_inside(
        self, parsed: Discourse, source: Source, mentions: Mapping[int, Mention], own: Mention | None
    ) -> Mention | None:
        for child in parsed.children[source.head]:
            mention = mentions.get(child)
            if mention is None or mention.kind != "person" or mention.resolved_by not in _BY_NAME:
                continue
            naming = parsed.dep[child] in _NAMING if own is None else parsed.dep[child] == "appos"
            if child < source.head and parsed.pos[source.head] == "NOUN":
                continue  # "the Ruiz supporters" are not Ruiz
            if naming and any(start <= child < end for start, end in source.tokens):
                return mention
        return None

    def _counts(self, parsed: Discourse, head: int) -> bool:
        """ "All of the candidates", "one of the aides"."""
        return parsed.pos[head] in ("PRON", "DET") and any(
            parsed.lower[child] == "of" for child in parsed.children[head]
        )

    def _unnamed(self, parsed: Discourse, source: Source) -> Claimant:
        """A claimant known only by its noun phrase: "two senior aides", "exporters"."""
        start, end = source.tokens[0][0], source.tokens[-1][1]
        whole = parsed.spans(((start, end),))[0]
        first = start
        while first < source.head and _is_left_out(parsed, first):
            first += 1
        aside = (
            t for t in range(source.head + 1, end - 1) if parsed.lower[t] == "," and parsed.tag[t + 1] == "WP"
        )
        last = next(aside, end)
        name = Span(parsed.start[first], parsed.end[last - 1])
        lemma, plural = parsed.lemma[source.head], parsed.tag[source.head] in ("NNS", "NNPS")
        kind: ClaimantKind = "anonymous"
        if lemma in self._words.documents.nouns:
            kind = "document"
        elif plural or lemma in self._groups:
            kind = "group"
        return Claimant(
            " ".join(parsed.text[name.start : name.end].split()),
            whole,
            kind,
            None,
            None,
            "nominal",
            sure=_OWN_WORDS,
        )


def _is_left_out(parsed: Discourse, token: int) -> bool:
    """Whether a word in front is no part of a name: "the", "her", "even"; "no" says that nobody is meant."""
    if parsed.lower[token] in parsed.frames.focus:
        return True
    return parsed.lower[token] != "no" and (
        parsed.dep[token] in _LEFT_OUT or parsed.tag[token] in _POSSESSIVE
    )


def _reaches_out(parsed: Discourse, mention: Mention, source: Source) -> bool:
    """Whether a parse joined the words of another clause to a noun: "in a | move critics said …"."""
    start, end = mention.span.start, mention.span.end
    alone = " ".join(parsed.text[start:end].split()).endswith(mention.name)
    return mention.resolved_by == "nominal" and start < parsed.start[source.tokens[0][0]] and alone


def _opens_role(parsed: Discourse, mention: Mention) -> bool:
    """Whether a body only says whose the role behind it is: "RCO leader and former president Ana Ruiz"."""
    behind = mention.token + 1
    return mention.kind == "organisation" and parsed.pos[behind] in ("NOUN", "ADJ")


def _is_named(mention: Mention) -> bool:
    return mention.resolved_by in ("name", "surname", "acronym") and mention.kind in (
        "person",
        "organisation",
    )


def _own_start(parsed: Discourse, name: Mention) -> int:
    """Where a name itself begins, behind the titles and roles of its mention."""
    start, end = name.span.start, name.span.end
    own = end - len(name.name)
    return own if own >= start and parsed.text.startswith(name.name, own) else start


def as_claimant(mention: Mention) -> Claimant:
    """The claimant a resolved mention stands for."""
    return Claimant(
        mention.name,
        mention.span,
        mention.kind,
        mention.role,
        mention.affiliation,
        mention.resolved_by,
        mention.gender,
        mention.sure,
    )


def _length(attribution: Attribution) -> int:
    return attribution.content[-1].end - attribution.content[0].start
