"""Cues: words and marks that may attribute a content to a source, found by the lexicon of cues.

The matcher lists candidates; whether one attributes anything in its sentence is for the attributions to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.annotations import Annotations, Cue
from extractor.language.cues import CueLexicon
from extractor.language.resources import Resources
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed
from extractor.text.speaking import speaker_beside, taken_for_auxiliary

_CUE_POS = frozenset({"VERB", "AUX", "NOUN"})
_OPEN_CLASS = "other"
"""Class of verbs outside the lexicon, which may attribute a clause all the same ("She texted that …")."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    verbs: dict[str, str]
    strong: frozenset[str]
    nouns: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    adverbs: dict[str, str]
    marks: dict[str, str]


def compile_matcher(resources: Resources) -> Matcher[Cue]:
    """The matcher for the words of ``lexicons/cues.toml``."""
    lexicon = _read(resources.lexicon(CueLexicon))

    def cues(parsed: Parsed, found: Annotations) -> tuple[Cue, ...]:
        return tuple(_cues(parsed, lexicon))

    return cues


def _read(words: CueLexicon) -> _Lexicon:
    phrases, adverbs, marks = words.prepositions, words.adverbs, words.speaker_marks
    return _Lexicon(
        verbs={lemma: name for name, listed in words.classes.items() for lemma in listed.verbs},
        strong=frozenset(
            lemma for listed in words.classes.values() if listed.strong for lemma in listed.verbs
        ),
        nouns={lemma: name for name, listed in words.classes.items() for lemma in listed.nouns},
        phrases={tuple(phrase.split()): phrases.class_ for phrase in phrases.phrases},
        adverbs=dict.fromkeys(adverbs.words, adverbs.class_),
        marks=dict.fromkeys(marks.colons, "colon") | dict.fromkeys(marks.dashes, "dash"),
    )


def _cues(parsed: Parsed, lexicon: _Lexicon) -> Iterator[Cue]:
    lower = parsed.lower
    first_words = {phrase[0] for phrase in lexicon.phrases}
    listed = first_words | lexicon.marks.keys() | lexicon.adverbs.keys()
    inside_until = 0
    for token in [t for t, word in enumerate(lower) if word in listed or parsed.pos[t] in _CUE_POS]:
        if token < inside_until:
            continue
        word = lower[token]
        if word in first_words and (cue := _phrase(parsed, token, lexicon)):
            inside_until = token + len(cue.lemma.split())
            yield cue
        elif word in lexicon.marks:
            if not _joins_words(parsed, token):
                yield _cue(parsed, token, word, "say", lexicon.marks[word])
        elif word in lexicon.adverbs:
            yield _cue(parsed, token, word, lexicon.adverbs[word], "adverb")
        elif cue := _word(parsed, token, lexicon):
            yield cue


def _word(parsed: Parsed, token: int, lexicon: _Lexicon) -> Cue | None:
    lemma, pos = parsed.lemma[token], parsed.pos[token]
    if pos in ("VERB", "AUX"):
        if parsed.dep[token] in ("aux", "auxpass") and not (
            lemma in lexicon.strong and taken_for_auxiliary(parsed, token)
        ):
            return None
        if lemma in lexicon.verbs:
            return _cue(parsed, token, lemma, lexicon.verbs[lemma], "verb")
        if lemma.isalpha() and parsed.child(token, "ccomp") >= 0:
            return _cue(parsed, token, lemma, _OPEN_CLASS, "verb")
    elif lemma in lexicon.verbs and speaker_beside(parsed, token):
        return _cue(parsed, token, lemma, lexicon.verbs[lemma], "verb")
    elif pos == "NOUN" and lemma in lexicon.nouns:
        return _cue(parsed, token, lemma, lexicon.nouns[lemma], "noun")
    return None


def _joins_words(parsed: Parsed, mark: int) -> bool:
    """Whether a dash or colon stands inside a compound, a date or a clock time."""
    glued = mark > 0 and parsed.end[mark - 1] == parsed.start[mark]
    goes_on = mark + 1 == parsed.size or parsed.end[mark] == parsed.start[mark + 1]
    return glued and goes_on and parsed.word[mark - 1][-1].isalnum()


def _phrase(parsed: Parsed, start: int, lexicon: _Lexicon) -> Cue | None:
    for phrase in sorted(lexicon.phrases, key=len, reverse=True):
        end = start + len(phrase)
        if tuple(parsed.lower[start:end]) == phrase and not (len(phrase) == 1 and _counts_out(parsed, end)):
            span, cue_class = parsed.span(start, end), lexicon.phrases[phrase]
            return Cue(span, end - 1, " ".join(phrase), cue_class, "preposition")
    return None


def _counts_out(parsed: Parsed, following: int) -> bool:
    """Whether "per" shares something out ("27 cents per share") rather than cites somebody ("per the ministry")."""
    return following >= parsed.size or parsed.pos[following] not in ("DET", "PRON", "PROPN")


def _cue(parsed: Parsed, token: int, lemma: str, cue_class: str, form: str) -> Cue:
    return Cue(parsed.span(token, token + 1), token, lemma, cue_class, form)
