"""The tense of the verb that governs a place in the text: which way "Tuesday" or "in April" points.

The parse is used for nothing else but this and for telling "may" and "march" apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from extractor.text.columns import offsets_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "present", "future"]
Verbs = Mapping[str, frozenset[str]]
"""Forms and lemmas by what they tell, from the context lexicon."""

_ATTRIBUTIVE = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_CLIMB = 12
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CLOSES = frozenset({"NOUN", "PROPN", "PRON", "VERB", "NUM"})
"""Parts of speech behind which a time ends a clause rather than beginning one."""


class Tenses:
    """Looks tenses up in one Doc; the work starts with the first question."""

    def __init__(self, doc: Doc, verbs: Verbs) -> None:
        self._doc = doc
        self._verbs = verbs

    def at(self, start: int) -> Tense | None:
        """The tense that governs the token at this character offset; None when no verb tells."""
        token = self.token(start)
        return None if token is None else _governing(token, self._verbs)

    def defers(self, start: int) -> bool:
        """Whether a verb of putting off or holding governs the token: "postponed until Tuesday"."""
        token = self.token(start)
        return token is not None and any(above.lemma_ in self._verbs["deferring"] for above in _above(token))

    def tag(self, start: int) -> str:
        """The part-of-speech tag of the token at this character offset, "" when the Doc has none."""
        token = self.token(start)
        return "" if token is None else token.tag_

    def token(self, start: int) -> Token | None:
        """The token that covers this character offset."""
        index = bisect_right(self._starts, start) - 1
        return self._doc[index] if index >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return offsets_of(self._doc)


def _above(token: Token) -> Iterator[Token]:
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def _governing(token: Token, verbs: Verbs) -> Tense | None:
    """Climbs from the token to the verbs above it until one has a tense."""
    time = token
    for _ in range(_CLIMB):
        head = token.head
        if token.dep_ in _ATTRIBUTIVE and head.pos_ in {"NOUN", "PROPN"} and not _is_time(head, verbs):
            return None
        found = _of_verb(token, verbs) if token.tag_.startswith(("VB", "MD")) else None
        if found and head.i < token.i and _leans_back(time, token):
            found = None
        if found or head.i == token.i:
            return found
        if token.lower_ in verbs["scheduled"]:
            return "future"
        token = head
    return None


def _leans_back(time: Token, verb: Token) -> bool:
    """Whether the time belongs to the clause before the verb's: "told reporters Tuesday he would resign"."""
    first = time.head if time.head.pos_ == "ADP" and time.head.i < time.i else time
    if first.i == 0 or first.is_sent_start or first.nbor(-1).pos_ not in _CLOSES:
        return False
    return any(child.dep_ in _SUBJECTS and child.i > time.i for child in verb.children)


def _is_time(token: Token, verbs: Verbs) -> bool:
    return token.lower_ in verbs["time_nouns"] or token.ent_type_ in {"DATE", "TIME"} or token.like_num


def _of_verb(verb: Token, verbs: Verbs) -> Tense | None:
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in auxiliaries}
    if verb.lower_ in verbs["scheduled"] and verb.tag_ in {"VBN", "VBD"} and verb.lemma_ != "set":
        return "future"
    if words & verbs["future_auxiliaries"]:
        return "future"
    if any(child.tag_ == "VBD" for child in auxiliaries) or words & verbs["perfect_auxiliaries"]:
        return "past"
    if "to" in words and verb.tag_ == "VB":
        ahead = verb.head.lemma_ in verbs["plans"] or verb.dep_ in {"relcl", "acl"}
        return "future" if ahead or (verb.dep_ == "xcomp" and verb.head.lower_ in verbs["being_to"]) else None
    return _of_form(verb, bool(words & verbs["present_auxiliaries"]), verbs)


def _of_form(verb: Token, present: bool, verbs: Verbs) -> Tense | None:
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "future" if present else "past"
    if verb.tag_ == "VBG":
        return "future" if present else None
    if verb.tag_ in {"VBZ", "VBP"}:
        if verb.lemma_ in verbs["timetable"]:
            return "future"
        return None if verb.lemma_ in verbs["reporting"] else "present"
    return None
