"""All candidates of one cue: contents × sources, each content without the source, the cue and stray punctuation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from extractor.annotations import Cue
from extractor.matchers.attributions import other_frames, sources
from extractor.matchers.attributions.candidates import NO_SOURCE, Candidate, Content, CueTokens, Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.features import CueFeatures
from extractor.matchers.attributions.insertions import insertion
from extractor.matchers.attributions.quote_frames import (
    beside,
    continuation,
    continued,
    grown,
    next_block_quotes,
    quote_contents,
    spoken_on,
)
from extractor.matchers.attributions.source_places import misread_speaker
from extractor.matchers.attributions.verb_frames import sentence_contents, verb_contents
from extractor.text.ranges import Ranges, count, meet, union, without
from extractor.text.speaking import taken_for_auxiliary

_CUE_CHILDREN = frozenset({"aux", "auxpass", "neg", "prt"})
_CONTINUED = ("clause_", "sentence_", "host")
_NOUN_QUOTES = frozenset({"quote_sentence", "quote_after"})
_MOST_CUES = 32
"""Cues of a sentence that are looked at, the first ones: of 15,000 sentences of news none holds more than 17."""


class Proposal(NamedTuple):
    """A cue with everything it may attribute.

    Attributes:
        features: Of the cue and of what is proposed for it.
        candidates: In the order of the rules; no two with the same words and source path.
    """

    features: CueFeatures
    candidates: list[Candidate]

    @property
    def cue(self) -> CueTokens:
        """The cue with its tokens."""
        return self.features.cue


def propose(
    parsed: Discourse, cues: Sequence[Cue], hopeful: Callable[[CueFeatures], bool] = lambda _: True
) -> Iterator[Proposal]:
    """The candidates of every cue, given in text order, that has any and is not given up at once."""
    for cue in _looked_at(parsed, cues):
        features = CueFeatures(parsed, cue_tokens(parsed, cue))
        if hopeful(features):
            contents, found = _by_form(parsed, features.cue)
            candidates = list(_combined(parsed, features.cue, contents, found))
            if candidates:
                yield Proposal(features, candidates)


def _looked_at(parsed: Discourse, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues without those that come after very many of their sentence, as in noise."""
    earlier: Iterator[Cue | None] = chain(repeat(None, _MOST_CUES), cues)
    for cue, before in zip(cues, earlier, strict=False):
        if before is None or parsed.sentence[before.token] != parsed.sentence[cue.token]:
            yield cue


def cue_tokens(parsed: Discourse, cue: Cue) -> CueTokens:
    """The cue with its auxiliaries, negation and particle where it is a verb, with all its words where it is a phrase."""
    token = cue.token
    if cue.form == "preposition":
        return CueTokens(cue, token, (parsed.tokens_in(cue.span),))
    helpers = parsed.children_with(token, _CUE_CHILDREN) if cue.form == "verb" else []
    helpers = [
        t
        for t in helpers
        if parsed.speech_of[t] == parsed.speech_of[token] and not parsed.tag[t].startswith("NNP")
    ]
    return CueTokens(cue, token, union([(token, token + 1), *((t, t + 1) for t in helpers)]))


def _by_form(parsed: Discourse, cue: CueTokens) -> tuple[list[Content], list[Source]]:
    token = cue.token
    match cue.cue.form:
        case "verb":
            return _verb(parsed, token)
        case "noun":
            contents = list(other_frames.noun_contents(parsed, token))
            if not parsed.quoted(token):
                contents += [c for c in quote_contents(parsed, token) if c.frame in _NOUN_QUOTES]
            return contents, sources.noun_sources(parsed, token)
        case "preposition":
            contents = list(other_frames.phrase_contents(parsed, cue.tokens[0], token))
            if not parsed.quoted(token):
                contents += quote_contents(parsed, token)
            return contents, sources.object_of_phrase(parsed, token)
        case "adverb":
            return list(other_frames.adverb_contents(parsed, token)), [NO_SOURCE]
        case "colon":
            found = sources.before_mark(parsed, token)
            return list(other_frames.colon_contents(parsed, token)) if found else [], found
        case _:
            found = sources.after_mark(parsed, token)
            return list(other_frames.dash_contents(parsed, token)) if found else [], found


def _verb(parsed: Discourse, token: int) -> tuple[list[Content], list[Source]]:
    if taken_for_auxiliary(parsed, token):
        clause = parsed.head[token]
        content = Content("clause_after", ((token + 1, parsed.right[clause]),), clause)
        return [content], sources.subject_of(parsed, clause)
    if speaker := misread_speaker(parsed, token):
        return [*beside(parsed, token), *quote_contents(parsed, token)], [speaker]
    found = sources.verb_sources(parsed, token)
    contents = list(verb_contents(parsed, token))
    if inserted := insertion(parsed, token):  # what follows alone is half of what is said
        around, subject = inserted
        contents, found = [around, *(c for c in contents if c.tokens[0][0] < token)], [subject]
    if not parsed.quoted(token):
        contents += [larger for content in contents if (larger := grown(parsed, content))]
        contents += quote_contents(parsed, token)
        below = next_block_quotes(parsed, token)
        if below and not parsed.quotes_in_block[parsed.block_of[token]]:
            contents.append(Content("quote_below", below))
        if parsed.is_strong[token]:
            contents += sentence_contents(parsed, token, found[0].tokens if found else ())
        if further := continuation(parsed, token):
            contents += [continued(parsed, c, further) for c in contents if c.family.startswith(_CONTINUED)]
    return contents, found


def _combined(
    parsed: Discourse, cue: CueTokens, contents: list[Content], found: list[Source]
) -> Iterator[Candidate]:
    """Contents × sources; of frames that come to the same words the first stands for all."""
    seen: set[tuple[Ranges, str]] = set()
    if not parsed.quoted(cue.token):
        contents = [spoken_on(parsed, content) for content in contents]
    for content in contents:
        uncued = without(content.tokens, cue.tokens)
        whole = parsed.trimmed(uncued)
        for source in found:
            overlap = meet(uncued, source.tokens)
            tokens = parsed.trimmed(without(uncued, source.tokens)) if overlap else whole
            key = (tokens, source.path)
            if key not in seen and (words := count(parsed.words_before, tokens)):
                seen.add(key)
                yield Candidate(Content(content.frame, tokens, content.head), source, words)
