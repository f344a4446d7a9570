"""The rules of ``rules/dates.toml``, compiled: which expressions can begin at a place, longest first.

A rule is tried only inside a run of calendar words that holds a word of a class the rule needs, and every
repetition in a pattern is bounded, so the work grows linearly with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extractor.errors import ResourceError
from extractor.language.resources import Resources
from extractor.language.rules import Rule, fill, read_rules
from extractor.matchers.dates.lexicon import Lexicon
from extractor.matchers.dates.reading import Resolver
from extractor.matchers.dates.surroundings import words_before

_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_WORD = re.compile(r"[a-z]+")
_GAP = 6
_LONGEST = 64  # more calendar words in a row are a table, cut into pieces of so many
_TABLE_WORDS = 10_000
_LOOKAHEAD = 24
_INNER = 1
"""The class of words that stand inside expressions or around them and begin none."""
_FIGURES = {1: "two_digits", 2: "two_digits", 4: "four_digits"}
"""Numbers by how many digits they have, to the class a rule asks for."""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A compiled rule.

    Attributes:
        needs: Bit masks of word classes; all classes of one of them must stand in the run.
        after: Words of which one must stand right before the expression; empty where anything may.
        not_after: Words that must not stand right before it.
        not_before: What must not follow it, or None.
    """

    id: str
    pattern: re.Pattern[str]
    resolver: Resolver
    needs: tuple[int, ...]
    after: frozenset[str]
    not_after: frozenset[str]
    not_before: re.Pattern[str] | None

    def goes_behind(self, before: tuple[str, ...]) -> bool:
        """Whether the expression may stand behind these words."""
        if self.after:
            return not self.after.isdisjoint(before)
        return self.not_after.isdisjoint(before)

    def goes_on(self, text: str, end: int) -> bool:
        """Whether what follows the offset shows that it is another expression."""
        return bool(self.not_before and self.not_before.match(text, end))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring calendar words: where each begins, where the last one ends, and the classes among them."""

    starts: list[int]
    end: int
    classes: int


@dataclass(frozen=True)
class Grammar:
    """All rules, and the words that can take part in them.

    Attributes:
        rules: In the order of the file.
        classes: Word, lower case, to the bit mask of its classes; 0 for words that only join others.
        figures: Number of digits to the bit mask of such figures.
    """

    rules: tuple[TimeRule, ...]
    classes: Mapping[str, int]
    figures: Mapping[int, int]
    _eligible: dict[int, tuple[TimeRule, ...]] = field(default_factory=dict)

    def runs(self, text: str) -> Iterator[Run]:
        """The stretches of the text in which an expression can lie.

        A long stretch is cut into several, so that a timetable is read row by row. Of texts that are nothing but
        calendar words, only the first ten thousand words of such tables are read: no article has more.
        """
        starts: list[int] = []
        end = mask = 0
        budget, known, figures = _TABLE_WORDS, self.classes, self.figures
        for token in _TOKEN.finditer(text):
            word, start = token[0], token.start()
            found = figures.get(len(word), 0) if word[0] <= "9" else known.get(word)
            if found is None:
                found = known.get(word.lower())
            near = start - end <= _GAP
            if found is not None and near and (len(starts) < _LONGEST or budget <= 0):
                if not found & _INNER and len(starts) < _LONGEST:
                    _begin(text, start, starts)
                end, mask = token.end(), mask | found
                continue
            if mask > _INNER:
                yield Run(starts, end, mask)
            if near:
                budget -= len(starts)
            starts, mask, end = [], found or 0, token.end()
            if found is not None and not found & _INNER:
                _begin(text, start, starts)
        if mask > _INNER:
            yield Run(starts, end, mask)

    def candidates(self, text: str, start: int, run: Run) -> list[tuple[re.Match[str], TimeRule]]:
        """The rules that match at the offset, the longest match first, ties in the order of the file."""
        limit = min(len(text), run.end + _LOOKAHEAD)
        before = words_before(text, start)
        found = []
        for rule in self._for(run.classes):
            if not rule.goes_behind(before):
                continue
            match = rule.pattern.match(text, start, limit)
            if match and match.end() > start and not rule.goes_on(text, match.end()):
                found.append((match, rule))
        if len(found) > 1:
            found.sort(key=lambda pair: -pair[0].end())
        return found

    def _for(self, classes: int) -> tuple[TimeRule, ...]:
        rules = self._eligible.get(classes)
        if rules is None:
            rules = tuple(rule for rule in self.rules if any(need & classes == need for need in rule.needs))
            self._eligible[classes] = rules
        return rules


def compile_grammar(language: Resources, lexicon: Lexicon, resolvers: Mapping[str, Resolver]) -> Grammar:
    """Reads, fills and compiles the rules.

    Raises:
        ResourceError: When a rule names what does not exist, or its pattern is broken.
    """
    written = [rule for rule in read_rules(language, "dates") if rule.pattern]
    shapes: dict[str, str] = language.toml("rules/dates")["shapes"]
    vocabulary = _vocabulary(shapes, lexicon)
    needs = [need for rule in written for need in rule.options["needs"]]
    bits = {name: _INNER << index for index, name in enumerate(sorted(set(" ".join(needs).split())), start=1)}
    rules = tuple(_compile(rule, vocabulary, bits, resolvers) for rule in written)
    patterns = [*(rule.pattern for rule in written), *shapes.values()]
    figures = {length: bits[name] for length, name in _FIGURES.items()}
    return Grammar(rules, _word_classes(lexicon, bits, patterns), figures)


def _vocabulary(shapes: Mapping[str, str], lexicon: Lexicon) -> dict[str, str]:
    vocabulary = lexicon.vocabulary()
    for name, pattern in shapes.items():
        vocabulary[name] = fill(pattern, vocabulary)
    return vocabulary


def _compile(
    rule: Rule, vocabulary: Mapping[str, str], bits: Mapping[str, int], resolvers: Mapping[str, Resolver]
) -> TimeRule:
    options = rule.options
    try:
        return TimeRule(
            rule.id,
            _regex(rf"(?<!\w)(?:{fill(rule.pattern, vocabulary)})(?!\w)"),
            resolvers[options["resolver"]],
            tuple(sum(bits[name] for name in need.split()) for need in options["needs"]),
            frozenset(options.get("after", ())),
            frozenset(options.get("not_after", ())),
            _regex(fill(options["not_before"], vocabulary)) if "not_before" in options else None,
        )
    except (KeyError, re.error) as error:
        raise ResourceError(
            f"rule cannot be compiled ({error!r})",
            where=f"rules/dates.toml, {rule.id}",
            remedy="mend its pattern, or name a resolver and classes that exist",
        ) from error


def _begin(text: str, start: int, starts: list[int]) -> None:
    """Notes where an expression may begin: at the token, and at an apostrophe before its digits ("'82")."""
    if start and text[start - 1] in "'’‘" and text[start].isdigit():
        starts.append(start - 1)
    starts.append(start)


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _word_classes(lexicon: Lexicon, bits: Mapping[str, int], patterns: Iterable[str]) -> dict[str, int]:
    """Every word that a pattern or the lexicon writes, with the classes it stands for."""
    classes = dict.fromkeys(_literal_words(patterns), 0)
    for table, surfaces in lexicon.surfaces.items():
        for surface in surfaces:
            words = _WORD.findall(surface.lower())
            classes.update({word: classes.get(word, 0) for word in words})
            if table in bits:
                key = max(reversed(words), key=len)
                classes[key] |= bits[table]
    for name, bit in bits.items():
        if name not in lexicon.surfaces:
            classes[name] = classes.get(name, 0) | bit
    for word in lexicon.lists["inner"]:
        classes[word] = classes.get(word, 0) | _INNER
    return classes


def _literal_words(patterns: Iterable[str]) -> set[str]:
    """The words a pattern spells out; optional letters ("months?") give both forms."""
    words: set[str] = set()
    for pattern in patterns:
        bare = re.sub(r"\(\?P[<=]\w+[>)]|\(\?[-a-z]*:|\\[a-zA-Z]|\{\w+\}|\[[^\]]*\]", " ", pattern)
        words.update(re.findall(r"[a-z]+", bare.replace("?", "").lower()))
        words.update(re.findall(r"[a-z]+", re.sub(r"[a-z]\?", "", bare.lower())))
    return words | {"s", "st", "nd", "rd", "th", "o", "p", "m", "a", "am", "pm"}
