"""The tense of the verb above a place in the text: which way "Tuesday" or "in April" points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from extractor.language.tense import TenseWords
from extractor.text.parsed import Parsed

Tense = Literal["past", "present", "future"]

_ATTRIBUTIVE = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_LONGEST_CLIMB = 12
_WITHIN_CLAUSE = 9
_AUXILIARY = frozenset({"aux", "auxpass"})
_SUBJECT = frozenset({"nsubj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOSES = frozenset({"NOUN", "PROPN", "PRON", "VERB", "NUM"})
"""Parts of speech behind which a time ends a clause rather than beginning one."""
_TIMES = frozenset({"DATE", "TIME"})
_PRESENT = frozenset({"VBZ", "VBP"})
_CLAUSES = frozenset({"relcl", "acl"})


class Tenses:
    """Asks for the tenses of one article; offsets are into its text."""

    def __init__(self, parsed: Parsed, words: TenseWords) -> None:
        self._parsed = parsed
        self._words = words

    def at(self, start: int) -> Tense | None:
        """The tense that governs the token at this character offset; None when no verb tells."""
        token = self._token(start)
        return None if token < 0 else self._governing(token)

    def directly(self, start: int) -> bool:
        """Whether a verb in the past governs the token, nothing but prepositions and times between: "died on March 20"."""
        parsed, token = self._parsed, self._token(start)
        for above in self._above(token) if token >= 0 else ():
            if parsed.pos[above] != "ADP" and not self._is_time(above):
                happened = parsed.tag[above] == "VBD" or any(
                    parsed.tag[child] == "VBD" for child in parsed.children[above]
                )
                return happened and parsed.lower[above] not in self._words.scheduled
        return False

    def unplanned(self, start: int) -> bool:
        """Whether the token belongs to what nobody plans: "the 3 May attack", "the killing on Friday"."""
        parsed, token = self._parsed, self._token(start)
        for above in self._above(token) if token >= 0 else ():
            if parsed.pos[above] in _VERBS:
                break
            if parsed.lemma[above] in self._words.unplanned:
                return True
        return self._follows_unplanned(token)

    def _follows_unplanned(self, token: int) -> bool:
        """Whether such a noun stands before it in its clause, whatever the parse hangs it on: "the attack on Ravna on 3 May"."""
        parsed = self._parsed
        for before in range(token - 1, max(-1, token - _WITHIN_CLAUSE), -1):
            if parsed.pos[before] in _VERBS or parsed.pos[before] == "PUNCT":
                return False
            if parsed.lemma[before] in self._words.unplanned:
                return True
        return False

    def names_unplanned(self, start: int) -> bool:
        """Whether what nobody plans is named by it: "the 3 May attack", not "the attack on 3 May"."""
        parsed, token = self._parsed, self._token(start)
        while token >= 0 and parsed.head[token] != token and parsed.dep[token] in _ATTRIBUTIVE:
            token = parsed.head[token]
            if parsed.lemma[token] in self._words.unplanned:
                return True
        return False

    def defers(self, start: int) -> bool:
        """Whether a verb of putting off or holding governs the token: "postponed until Tuesday"."""
        token = self._token(start)
        if token < 0:
            return False
        return any(self._parsed.lemma[above] in self._words.deferring for above in self._above(token))

    def tag(self, start: int) -> str:
        """The part-of-speech tag of the token at this character offset, "" when the parse has none."""
        token = self._token(start)
        return "" if token < 0 else self._parsed.tag[token]

    def told(self, token: int) -> frozenset[Tense] | None:
        """What the nearest verb with a tense tells for sure, nothing for "would"; None where there is no verb above."""
        parsed = self._parsed
        for above in (token, *self._above(token)):
            if parsed.pos[above] in _VERBS and (told := self._told_by(above)) is not None:
                return told
        return None

    def _token(self, start: int) -> int:
        """The token that covers a character offset, or the last before it; -1 without one."""
        return self._parsed.token_at(start + 1) - 1

    def _above(self, token: int) -> Iterator[int]:
        head = self._parsed.head
        for _ in range(_LONGEST_CLIMB):
            if head[token] == token:
                return
            token = head[token]
            yield token

    def _governing(self, time: int) -> Tense | None:
        """Climbs from the token to the verbs above it until one has a tense."""
        parsed, token = self._parsed, time
        for _ in range(_LONGEST_CLIMB):
            head = parsed.head[token]
            if parsed.dep[token] in _ATTRIBUTIVE and parsed.pos[head] in _NOUNS and not self._is_time(head):
                return None
            found = self._of_verb(token) if parsed.tag[token].startswith(("VB", "MD")) else None
            if found and head < token and self._leans_back(time, token):
                found = None
            if found or head == token:
                return found
            if self._is_scheduled(token):
                return "future"
            token = head
        return None

    def _leans_back(self, time: int, verb: int) -> bool:
        """Whether the time belongs to the clause before the verb's: "told reporters Tuesday he would resign"."""
        parsed, head = self._parsed, self._parsed.head[time]
        first = head if parsed.pos[head] == "ADP" and head < time else time
        if first == parsed.sentence[first][0] or parsed.pos[first - 1] not in _CLOSES:
            return False
        return any(parsed.dep[child] in _SUBJECTS and child > time for child in parsed.children[verb])

    def _is_scheduled(self, token: int) -> bool:
        """Whether it is a plan; not a standard, as in "rose by less than expected in September"."""
        compared = token > 0 and self._parsed.lower[token - 1] == "than"
        return self._parsed.lower[token] in self._words.scheduled and not compared

    def _is_time(self, token: int) -> bool:
        parsed = self._parsed
        named = parsed.lower[token] in self._words.time_nouns or parsed.entity[token] in _TIMES
        return named or parsed.is_number[token]

    def _of_verb(self, verb: int) -> Tense | None:
        parsed, words = self._parsed, self._words
        auxiliaries = parsed.children_with(verb, _AUXILIARY)
        helping = {parsed.lower[child] for child in auxiliaries}
        scheduled = self._is_scheduled(verb) and parsed.lemma[verb] != "set"
        if scheduled and parsed.tag[verb] in ("VBN", "VBD") and (auxiliaries or not self._has_subject(verb)):
            return "future"  # "is expected on Friday"; not "analysts expected more for the quarter"
        if helping & words.modals and helping & words.perfect_auxiliaries:
            return "past"
        if helping & words.future_auxiliaries or helping & words.modals:
            return "future"
        if helping & words.perfect_auxiliaries or any(parsed.tag[child] == "VBD" for child in auxiliaries):
            return "past"
        if "to" in helping and (parsed.tag[verb] == "VB" or "be" in helping):
            return "future" if self._lies_ahead(verb) else None
        return self._of_form(verb, bool(helping & words.present_auxiliaries))

    def _has_subject(self, verb: int) -> bool:
        return bool(self._parsed.children_with(verb, _SUBJECT))

    def _lies_ahead(self, infinitive: int) -> bool:
        """ "Planned to leave", "the first to leave", "if she were to leave"."""
        parsed, head, dep = self._parsed, self._parsed.head[infinitive], self._parsed.dep[infinitive]
        being_to = dep == "xcomp" and parsed.lower[head] in self._words.being_to
        return parsed.lemma[head] in self._words.plans or dep in _CLAUSES or being_to

    def _of_form(self, verb: int, present: bool) -> Tense | None:
        lemma, tag = self._parsed.lemma[verb], self._parsed.tag[verb]
        match tag:
            case "VBD":
                return "past"
            case "VBN":
                return "future" if present else "past"
            case "VBG":
                return "future" if present else None
            case "VBZ" | "VBP" if lemma in self._words.timetable:
                return "future"
            case "VBZ" | "VBP" if lemma not in self._words.reporting:
                return "present"
        return None

    def _told_by(self, verb: int) -> frozenset[Tense] | None:
        """The times a verb and its auxiliaries speak of; None for participles, whose time the verb above tells."""
        parsed, words, tag = self._parsed, self._words, self._parsed.tag[verb]
        helpers = parsed.children_with(verb, _AUXILIARY)
        helping, tags = {parsed.lower[t] for t in helpers}, {parsed.tag[t] for t in helpers}
        if any(parsed.tag[child] == "TO" for child in parsed.children[verb]):
            return frozenset()  # "were likely to vote in November"
        if helping & words.future_auxiliaries:
            return frozenset({"future"})
        if "MD" in tags:
            return frozenset()
        if "VBD" in (tag, *tags):
            return frozenset({"past"})
        if tag == "VBN":  # "has met on Monday", "released on Monday", but "is expected on Monday"
            expected = tags & _PRESENT and not helping & (words.perfect_auxiliaries | {"'s", "’s"})
            return frozenset({"present"}) if expected else frozenset({"past"})
        if tag == "VB" and parsed.dep[verb] != "conj":
            return frozenset()  # "Not only can they win in November", "Meet us on Friday"
        return frozenset({"present"}) if _PRESENT & {tag, *tags} else None
