"""Time expressions of an article: the grammar proposes, resolvers read, the relation sets the interval."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Matcher, Timex
from extractor.language.resources import Resources
from extractor.matchers.dates.grammar import Grammar, Run, TimeRule, compile_grammar
from extractor.matchers.dates.joins import bound_last, join
from extractor.matchers.dates.lexicon import Lexicon, read_lexicon
from extractor.matchers.dates.numeric import date_order
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.reading import Reading, Scene
from extractor.matchers.dates.relations import Read, Relations, compile_relations
from extractor.matchers.dates.resolvers import RESOLVERS
from extractor.text.columns import text_of
from extractor.text.tense import Tenses

if TYPE_CHECKING:
    from spacy.tokens import Doc


def compile_matcher(language: Resources) -> Matcher[Timex]:
    """The matcher of time expressions, its grammar compiled.

    Returns:
        A function of a Doc and of what is known of its article; offsets count code points of ``doc.text``.

    Raises:
        ResourceError: When the calendar lexicon or a rule is missing or broken.
    """
    lexicon = read_lexicon(language)
    return _DateMatcher(lexicon, compile_grammar(language, lexicon, RESOLVERS), compile_relations(lexicon))


@dataclass(frozen=True)
class _DateMatcher:
    lexicon: Lexicon
    grammar: Grammar
    relations: Relations

    def __call__(self, doc: Doc, found: Annotations) -> tuple[Timex, ...]:
        text = text_of(doc)
        verbs = self.lexicon.surroundings.verbs
        scene = Scene(text, found.published, self.lexicon, Tenses(doc, verbs), date_order(text))
        readings: list[Read] = []
        for run in self.grammar.runs(text):
            self._read(run, scene, readings)
        return self.relations.timexes(join(readings, text), text, found.published)

    def _read(self, run: Run, scene: Scene, readings: list[Read]) -> None:
        """Adds the readings of one run, from left to right, the longest match at each place."""
        end = 0
        for start in run.starts:
            if start < end:
                continue
            for match, rule in self.grammar.candidates(scene.text, start, run):
                read = _resolved(match, rule, scene)
                if read:
                    readings.extend((reading, rule.id) for reading in read)
                    _remember(read[-1], bound_last(readings, scene.text), scene)
                    end = match.end()
                    break


def _resolved(match: re.Match[str], rule: TimeRule, scene: Scene) -> Sequence[Reading]:
    """The rule's readings; none where they leave the years 1 to 9999, all that `datetime` has."""
    try:
        return rule.resolver(match, scene)
    except (OverflowError, ValueError):
        return []


def _remember(reading: Reading, stretch: Period | None, scene: Scene) -> None:
    """Keeps the calendar unit mentioned last, for expressions that point back to it.

    Args:
        reading: What was read last.
        stretch: The quarter or fiscal year that it ends, which is what the text goes on about.
        scene: The article around it.
    """
    period = stretch or reading.period
    if period is not None and not reading.echo:
        scene.mentioned, scene.mentioned_at = period, reading.end
        scene.latest[period.unit] = period
