"""Which signals the words of a statement give, and how each feature is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractor.language.checkworthiness import CheckWords


class Lexicon:
    """The words, by what they signal.

    Attributes:
        says: How a feature is told to people.
        types: Why a type has nothing to check.
    """

    def __init__(self, words: CheckWords) -> None:
        self._signals: dict[str, list[str]] = {}
        for name, signal in words.signals.items():
            for word in signal.words:
                self._signals.setdefault(word, []).append(f"says:{name}")
        said = {f"says:{name}": signal.says for name, signal in words.signals.items()}
        self.says: Mapping[str, str] = said | words.features
        self.types: Mapping[str, str] = words.types

    def signals(self, lemmas: Sequence[str], forms: Sequence[str]) -> Iterator[str]:
        """The signals of words, by their lemmas or forms."""
        for lemma, form in zip(lemmas, forms, strict=True):
            yield from self._signals.get(lemma, ())
            if form != lemma:
                yield from self._signals.get(form, ())
