"""From the span of a source to the claimant behind it."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.annotations import Claimant, ClaimantKind, Mention, Span
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.view import View
from extractor.resources import Language

_OWNERSHIP = frozenset({"of", "by", "from"})
_FIRST_PERSON = frozenset({"i", "me", "my"})
_LEFT_OUT = frozenset({"det", "predet"})
_POSSESSIVE = frozenset({"PRP$", "POS"})
_NOMINALS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"appos", "compound", "nmod", "flat"})


class ClaimantFinder:
    """Finds claimants with the mentions of an article and the nouns of ``lexicons/claimants.toml``."""

    def __init__(self, language: Language) -> None:
        lexicon = language.toml("lexicons/claimants")
        self._utterances = frozenset(lexicon["utterances"]["nouns"])
        self._documents = frozenset(lexicon["documents"]["nouns"])
        self._groups = frozenset([*lexicon["groups"]["nouns"], *lexicon["collectives"]["nouns"]])
        titles = lexicon["titles"]
        self._titles = frozenset([*titles["male"], *titles["female"], *titles["either"]])

    def find(self, view: View, source: Source, mentions: Mapping[int, Mention]) -> Claimant | None:
        """The claimant of a source; None without a source or for a pronoun the article leaves open."""
        head = source.head
        if head < 0:
            return None
        if couple := self._couple(view, source):
            return couple
        owner = self._owner(view, head, mentions) if view.lemmas[head] in self._utterances else None
        mention = owner or mentions.get(head) or self._named_inside(view, source, mentions)
        if mention is not None:
            return as_claimant(mention)
        if view.pos[head] not in ("NOUN", "ADJ", "NUM") and not self._counts(view, head):
            return None
        return self._unnamed(view, source)

    def _couple(self, view: View, source: Source) -> Claimant | None:
        """ "Ana Ruiz and colleagues", "the mayor and the governor": several claimants speak as one group."""
        end = source.tokens[-1][1] if source.tokens else 0
        head = source.head
        joined = [
            child
            for child in view.children[head]
            if view.deps[child] == "conj" and head < child < end and view.pos[child] in _NOMINALS
        ]
        anded = any(view.lower[token] == "and" for token in range(head, end))
        if not joined or not anded or view.pos[head] not in _NOMINALS:
            return None
        start = source.tokens[0][0]
        while start < head and (view.deps[start] in _LEFT_OUT or view.lower[start] in self._titles):
            start += 1
        span = view.spans(view.trimmed(source.tokens) or source.tokens)[0]
        pieces = view.trimmed(((start, min(view.right[joined[-1]], end)),))
        name = " ".join(view.text_of(pieces[0]).split()) if pieces else ""
        return Claimant(name, span, "group", None, None, "name" if view.pos[head] == "PROPN" else "nominal")

    def _owner(self, view: View, head: int, mentions: Mapping[int, Mention]) -> Mention | None:
        """Whose utterance it is: "the mayor's remarks", "a statement by the mayor"."""
        for child in view.children[head]:
            if view.deps[child] == "poss" and child in mentions:
                return mentions[child]
            if view.deps[child] == "prep" and view.lower[child] in _OWNERSHIP:
                for inner in view.children[child]:
                    if inner in mentions:
                        return mentions[inner]
        return None

    def _named_inside(self, view: View, source: Source, mentions: Mapping[int, Mention]) -> Mention | None:
        """A name beside a head that is none itself, where the parse took a title or a number for the head."""
        for child in view.children[source.head]:
            inside = any(start <= child < end for start, end in source.tokens)
            if inside and view.deps[child] in _NAMING and child in mentions:
                mention = mentions[child]
                if mention.kind == "person" and mention.resolved_by in ("name", "surname"):
                    return mention
        return None

    def _counts(self, view: View, head: int) -> bool:
        """ "All of the candidates", "one of the aides"."""
        return view.pos[head] in ("PRON", "DET") and any(
            view.lower[child] == "of" for child in view.children[head]
        )

    def _unnamed(self, view: View, source: Source) -> Claimant:
        """A claimant known only by its noun phrase: "two senior aides", "exporters"."""
        start, end = source.tokens[0][0], source.tokens[-1][1]
        whole = view.spans(((start, end),))[0]
        first = start
        while first < source.head and (view.deps[first] in _LEFT_OUT or view.tags[first] in _POSSESSIVE):
            first += 1
        name = Span(view.offsets[first], view.ends[end - 1])
        lemma, plural = view.lemmas[source.head], view.tags[source.head] in ("NNS", "NNPS")
        kind: ClaimantKind = "anonymous"
        if lemma in self._documents:
            kind = "document"
        elif plural or lemma in self._groups or view.text_of((source.head, source.head + 1)).endswith("%"):
            kind = "group"
        return Claimant(
            " ".join(view.text[name.start : name.end].split()), whole, kind, None, None, "nominal"
        )


def as_claimant(mention: Mention) -> Claimant:
    """The claimant a resolved mention stands for."""
    return Claimant(
        mention.name, mention.span, mention.kind, mention.role, mention.affiliation, mention.resolved_by
    )


def is_first_person(view: View, source: Source) -> bool:
    """Whether a source is the speaker of the quotation it stands in."""
    return source.head >= 0 and view.lower[source.head] in _FIRST_PERSON and view.quoted(source.head)
