"""The attribute ruler: part of speech and morphology by patterns, looked up instead of matched.

Read it beside ``spacy/pipeline/attributeruler.py``: it finds all matches first and then sets attributes in the order
of the patterns, so what becomes of a token depends on which patterns match it, and on nothing that another match has
set.

A pattern of one token asks for its tag, its dependency label, whether it is white space, and its lower-case form. Of
the forms only those matter that some pattern names or whose regular expression they meet; all other words look alike
to every pattern. So the outcome is kept per (TAG, DEP, IS_SPACE, LOWER or "no word of a pattern"): a few thousand
keys, whatever the words of the text.

Patterns of several tokens ("gon na", "there is") can match only where a token meets their first part, which depends
on the same key. There, and nowhere else, the ruler's own matcher runs over the few tokens such a pattern can reach,
and the ruler's own method sets what it finds: all patterns that match these tokens, in their order, over what was
looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extractor.engine.memo import Memo
from extractor.engine.unknown import require

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY: list[int | str] = ["TAG", "DEP", "IS_SPACE", "LOWER"]
_SET: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
"""Attributes of tokens alone: patterns that set others, such as flags, change the vocabulary too."""
_NO_WORD = 0
_Spec = dict[str, Any]


class PatternLookup:
    """Sets what the ruler's patterns set, on Docs that have tags and dependency labels and nothing of what they set.

    Args:
        ruler: The ``AttributeRuler`` of a pipeline.

    Raises:
        UnknownComponentError: When a pattern asks for, or sets, anything else.
    """

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher

        patterns = ruler.patterns
        _check(patterns)
        self._ruler = ruler
        self._words = _Words(ruler.vocab.strings, _specs(patterns))
        self._single, self._starts = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, rule in enumerate(patterns):
            for pattern in rule["patterns"]:
                matcher = self._single if len(pattern) == 1 else self._starts
                matcher.add(f"{number}", [pattern[:1]])
        self._reach = max((len(pattern) for rule in patterns for pattern in rule["patterns"]), default=1)
        self._memo: Memo[tuple[int, ...]] = Memo(np.empty((0, len(_SET) + 1), np.uint64))

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the attributes of Docs."""
        for doc in docs:
            if len(doc):
                self._set(doc)

    def _set(self, doc: Doc) -> None:
        columns = doc.to_array(_KEY)
        columns[:, -1] = self._words.known(columns[:, -1].tolist())
        keys = list(zip(*columns.T.tolist(), strict=True))
        rows: Any = self._memo.rows(keys, lambda new: self._outcome(doc, new))
        stretches = _stretches(np.flatnonzero(rows[:, -1]).tolist(), self._reach, len(doc))
        matches = [match for first, end in stretches for match in self._matches(doc, first, end)]
        doc.from_array(_SET, rows[:, :-1])  # not before all is matched: tags may change
        self._ruler.set_annotations(doc, matches)

    def _outcome(self, doc: Doc, new: list[int]) -> NDArray[np.uint64]:
        """What the patterns of one token set on tokens, and whether a longer pattern could start there."""
        sample = self._sample(doc, new)
        starts = {first for _, first, _ in self._starts(sample, allow_missing=True)}
        found = [
            (int(sample.vocab.strings[name]), name, first, end)
            for name, first, end in self._single(sample, allow_missing=True)
        ]
        self._ruler.set_annotations(sample, sorted(found))
        flags = np.array([[index in starts] for index in range(len(new))], np.uint64)
        outcome: NDArray[np.uint64] = np.concatenate([sample.to_array(_SET), flags], axis=1)
        return outcome

    def _sample(self, doc: Doc, tokens: list[int]) -> Doc:
        from spacy.tokens import Doc

        sample = Doc(doc.vocab, words=[doc[index].text for index in tokens])
        columns: Any = doc.to_array(["TAG", "DEP"])
        sample.from_array(["TAG", "DEP"], columns[tokens])
        return sample

    def _matches(self, doc: Doc, first: int, end: int) -> list[tuple[int, int, int, int]]:
        """All matches of all patterns among some tokens, in the form and order of the ruler's ``match``."""
        found = self._ruler.matcher(doc[first:end], allow_missing=True, as_spans=False)
        name = doc.vocab.strings
        return sorted((int(name[rule]), rule, first + start, first + stop) for rule, start, stop in found)


class _Words:
    """Which lower-case forms the patterns tell apart from all other words."""

    def __init__(self, strings: Any, specs: Iterable[_Spec]) -> None:
        named: set[str] = set()
        expressions = []
        for asked in (spec["LOWER"] for spec in specs if "LOWER" in spec):
            if isinstance(asked, str):
                named.add(asked)
                continue
            named.update(asked.get("IN", ()), asked.get("NOT_IN", ()))
            expressions += [asked["REGEX"]] if "REGEX" in asked else []
        self._strings = strings
        self._expressions = [re.compile(expression) for expression in expressions]
        self._named = {strings.add(word) for word in named}
        self._memo: Memo[int] = Memo(np.empty((0, 1), np.uint64))

    def known(self, forms: list[int]) -> NDArray[np.uint64]:
        """The forms, those of no pattern replaced by one number."""
        known: NDArray[np.uint64] = self._memo.rows(forms, lambda new: self._kinds([forms[i] for i in new]))[
            :, 0
        ]  # type: ignore[assignment]
        return known

    def _kinds(self, forms: list[int]) -> NDArray[np.uint64]:
        return np.array([[form if self._matters(form) else _NO_WORD] for form in forms], np.uint64)

    def _matters(self, form: int) -> bool:
        return form in self._named or any(
            expression.search(self._strings[form]) for expression in self._expressions
        )


def _check(patterns: list[dict[str, Any]]) -> None:
    asked = {attribute for spec in _specs(patterns) for attribute in spec}
    require(asked <= set(_KEY), f"a pattern asks for {', '.join(sorted(asked - set(_KEY)))}")
    operators = {
        operator
        for spec in _specs(patterns)
        for value in spec.values()
        if isinstance(value, dict)
        for operator in value
    }
    require(operators <= {"IN", "NOT_IN", "REGEX"}, "a pattern compares in an unknown way")
    given = {attribute for rule in patterns for attribute in rule["attrs"]}
    require(given <= set(_SET), f"a pattern sets {', '.join(sorted(map(str, given - set(_SET))))}")


def _specs(patterns: list[dict[str, Any]]) -> list[_Spec]:
    return [spec for rule in patterns for pattern in rule["patterns"] for spec in pattern]


def _stretches(starts: list[int], reach: int, length: int) -> list[tuple[int, int]]:
    """Stretches of tokens in which every match that begins at one of the starts lies whole."""
    found: list[tuple[int, int]] = []
    for start in starts:
        end = min(start + reach, length)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
