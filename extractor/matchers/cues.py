"""Cues: words and marks that may attribute a content to a source, found by the lexicon of cues.

The matcher lists candidates; whether one attributes anything in its sentence is for the attributions to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.annotations import Annotations, Cue, Matcher, Span
from extractor.columns import strings_of
from extractor.resources import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CUE_POS = frozenset({"VERB", "AUX", "NOUN"})
_OPEN_CLASS = "other"
"""Class of verbs outside the lexicon, which may attribute a clause all the same ("She texted that …")."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    verbs: dict[str, str]
    nouns: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    adverbs: dict[str, str]
    marks: dict[str, str]


def compile_matcher(language: Language) -> Matcher[Cue]:
    """The matcher for the words of ``lexicons/cues.toml``."""
    lexicon = _read(language.toml("lexicons/cues"))

    def cues(doc: Doc, found: Annotations) -> tuple[Cue, ...]:
        return tuple(_cues(doc, lexicon))

    return cues


def _read(toml: dict[str, Any]) -> _Lexicon:
    verbs = {lemma: name for name, words in toml.items() for lemma in words.get("verbs", ())}
    nouns = {lemma: name for name, words in toml.items() for lemma in words.get("nouns", ())}
    phrases = {
        tuple(phrase.split()): toml["prepositions"]["class"] for phrase in toml["prepositions"]["phrases"]
    }
    adverbs = dict.fromkeys(toml["adverbs"]["words"], toml["adverbs"]["class"])
    marks = dict.fromkeys(toml["speaker_marks"]["colons"], "colon")
    marks |= dict.fromkeys(toml["speaker_marks"]["dashes"], "dash")
    return _Lexicon(verbs, nouns, phrases, adverbs, marks)


def _cues(doc: Doc, lexicon: _Lexicon) -> Iterator[Cue]:
    lower, pos = strings_of(doc, "LOWER", "POS")
    first_words = {phrase[0] for phrase in lexicon.phrases}
    listed = first_words | lexicon.marks.keys() | lexicon.adverbs.keys()
    inside_until = 0
    for index in [i for i, word in enumerate(lower) if word in listed or pos[i] in _CUE_POS]:
        if index < inside_until:
            continue
        token = doc[index]
        if lower[token.i] in first_words and (cue := _phrase(doc, lower, token.i, lexicon)):
            inside_until = token.i + len(cue.lemma.split())
            yield cue
        elif lower[token.i] in lexicon.marks:
            if not _joins_words(token):
                yield _cue(token, lower[token.i], "say", lexicon.marks[lower[token.i]])
        elif lower[token.i] in lexicon.adverbs:
            yield _cue(token, lower[token.i], lexicon.adverbs[lower[token.i]], "adverb")
        elif cue := _word(token, lexicon):
            yield cue


def _word(token: Token, lexicon: _Lexicon) -> Cue | None:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if token.dep_ in ("aux", "auxpass"):
            return None
        if lemma in lexicon.verbs:
            return _cue(token, lemma, lexicon.verbs[lemma], "verb")
        if lemma.isalpha() and any(child.dep_ == "ccomp" for child in token.children):
            return _cue(token, lemma, _OPEN_CLASS, "verb")
    elif token.pos_ == "NOUN" and lemma in lexicon.nouns:
        return _cue(token, lemma, lexicon.nouns[lemma], "noun")
    return None


def _joins_words(mark: Token) -> bool:
    """Whether a dash or colon stands inside a compound, a date or a clock time."""
    before = mark.nbor(-1) if mark.i else None
    return (
        before is not None and not before.whitespace_ and not mark.whitespace_ and before.text[-1].isalnum()
    )


def _phrase(doc: Doc, lower: list[str], start: int, lexicon: _Lexicon) -> Cue | None:
    for phrase in sorted(lexicon.phrases, key=len, reverse=True):
        end = start + len(phrase)
        if tuple(lower[start:end]) == phrase and not (len(phrase) == 1 and _counts_out(doc, end)):
            last = doc[end - 1]
            span = Span(doc[start].idx, last.idx + len(last))
            return Cue(span, end - 1, " ".join(phrase), lexicon.phrases[phrase], "preposition")
    return None


def _counts_out(doc: Doc, following: int) -> bool:
    """Whether "per" shares something out ("27 cents per share") rather than cites somebody ("per the ministry")."""
    return following >= len(doc) or doc[following].pos_ not in ("DET", "PRON", "PROPN")


def _cue(token: Token, lemma: str, cue_class: str, form: str) -> Cue:
    return Cue(Span(token.idx, token.idx + len(token)), token.i, lemma, cue_class, form)
