"""The rules of ``rules/dates.toml``, compiled: which expressions can begin at a place, longest first.

A rule is tried only inside a run of calendar words that holds a word of a class the rule needs, and every
repetition in a pattern is bounded, so the work grows linearly with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extractor.errors import ResourceError
from extractor.matchers.dates.lexicon import Lexicon
from extractor.matchers.dates.reading import Resolver
from extractor.resources import Language
from extractor.rules import Rule, alternation, fill, read_rules

_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_WORD = re.compile(r"[a-z]+")
_GAP = 6
_LONGEST = 64  # more calendar words in a row are a table, cut into pieces of so many
_TABLE_WORDS = 4096
_LOOKAHEAD = 24
_LOOKBEHIND = 16
_DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A compiled rule.

    Attributes:
        needs: Bit mask of the word classes of which one must stand in the run.
        after: What must stand right before the expression, or None.
        not_after: What must not stand right before it, or None.
        not_before: What must not follow it, or None.
    """

    id: str
    pattern: re.Pattern[str]
    resolver: Resolver
    needs: int
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


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
    """

    rules: tuple[TimeRule, ...]
    classes: Mapping[str, int]
    _eligible: dict[int, tuple[TimeRule, ...]] = field(default_factory=dict)

    def runs(self, text: str) -> Iterator[Run]:
        """The stretches of the text in which an expression can lie.

        A long stretch is cut into several, so that a timetable is read row by row. Of texts that are nothing but
        calendar words, only the first few thousand words of such tables are read: no article has more.
        """
        starts: list[int] = []
        end = mask = 0
        budget, known = _TABLE_WORDS, self.classes
        for token in _TOKEN.finditer(text):
            word = token[0]
            found = known.get(word)
            if found is None:
                found = known.get(word.lower()) if word[0] > "9" else known[_DIGITS]
            near = token.start() - end <= _GAP
            if found is not None and near and (len(starts) < _LONGEST or budget <= 0):
                if len(starts) < _LONGEST:
                    _begin(text, token.start(), starts)
                end, mask = token.end(), mask | found
                continue
            if mask:
                yield Run(starts, end, mask)
            if near:
                budget -= len(starts)
            starts, mask, end = [], found or 0, token.end()
            if found is not None:
                _begin(text, token.start(), starts)
        if mask:
            yield Run(starts, end, mask)

    def candidates(self, text: str, start: int, run: Run) -> list[tuple[re.Match[str], TimeRule]]:
        """The rules that match at the offset, the longest match first, ties in the order of the file."""
        limit = min(len(text), run.end + _LOOKAHEAD)
        found = []
        for rule in self._for(run.classes):
            match = rule.pattern.match(text, start, limit)
            if match and match.end() > start and _fits(rule, text, match):
                found.append((match, rule))
        if len(found) > 1:
            found.sort(key=lambda pair: -pair[0].end())
        return found

    def _for(self, classes: int) -> tuple[TimeRule, ...]:
        rules = self._eligible.get(classes)
        if rules is None:
            rules = tuple(rule for rule in self.rules if rule.needs & classes)
            self._eligible[classes] = rules
        return rules


def compile_grammar(language: Language, lexicon: Lexicon, resolvers: Mapping[str, Resolver]) -> Grammar:
    """Reads, fills and compiles the rules.

    Raises:
        ResourceError: When a rule names what does not exist, or its pattern is broken.
    """
    written = [rule for rule in read_rules(language, "dates") if rule.pattern]
    vocabulary = _shapes(language, lexicon)
    bits = {
        name: 1 << index
        for index, name in enumerate(sorted({n for rule in written for n in rule.options["needs"]}))
    }
    rules = tuple(_compile(rule, vocabulary, bits, resolvers) for rule in written)
    return Grammar(
        rules, _word_classes(lexicon, bits, [rule.pattern for rule in written] + list(vocabulary.values()))
    )


def _shapes(language: Language, lexicon: Lexicon) -> dict[str, str]:
    vocabulary = lexicon.vocabulary()
    for name, pattern in language.toml("rules/dates")["shapes"].items():
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
            sum(bits[name] for name in options["needs"]),
            _before(options.get("after")),
            _before(options.get("not_after")),
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


def _before(words: Iterable[str] | None) -> re.Pattern[str] | None:
    """Matches text that ends in one of the words and a gap."""
    return None if words is None else _regex(rf"(?<!\w)(?:{alternation(words)})[\s-]{{1,3}}[\"'“‘]?$")


def _fits(rule: TimeRule, text: str, match: re.Match[str]) -> bool:
    if rule.after or rule.not_after:
        before = text[max(0, match.start() - _LOOKBEHIND) : match.start()]
        if rule.after and not rule.after.search(before):
            return False
        if rule.not_after and rule.not_after.search(before):
            return False
    return not (rule.not_before and rule.not_before.match(text, match.end()))


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
    return classes


def _literal_words(patterns: Iterable[str]) -> set[str]:
    """The words a pattern spells out; optional letters ("months?") give both forms."""
    words: set[str] = set()
    for pattern in patterns:
        bare = re.sub(r"\(\?P[<=]\w+[>)]|\(\?[-a-z]*:|\\[a-zA-Z]|\{\w+\}|\[[^\]]*\]", " ", pattern)
        words.update(re.findall(r"[a-z]+", bare.replace("?", "").lower()))
        words.update(re.findall(r"[a-z]+", re.sub(r"[a-z]\?", "", bare.lower())))
    return words | {"s", "st", "nd", "rd", "th", "o", "p", "m", "a", "am", "pm"}
