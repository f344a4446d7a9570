"""Time expressions of an article: lex, compose, resolve, and the relation that sets the interval."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.annotations import Annotations, Timex
from extractor.language.resources import Resources
from extractor.matchers.dates.evidence import Evidence, date_order, read_evidence
from extractor.matchers.dates.expressions import VALUES
from extractor.matchers.dates.grammar import Candidate, Grammar, compile_grammar
from extractor.matchers.dates.joins import join
from extractor.matchers.dates.lex import Tokens, runs, tokens
from extractor.matchers.dates.lexicon import Lexicon, read_lexicon
from extractor.matchers.dates.quoted import QuotedDayReader, quoted_day_reader
from extractor.matchers.dates.relations import Relations, compile_relations
from extractor.matchers.dates.scene import Reading, Scene
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed
from extractor.text.tense import Tenses

_NAMED_BEFORE = re.compile(r"[\w$€£#@]")
_FIGURE_BEFORE = re.compile(r"[\d/$€£]|(?<=\d)[.,:]|(?<![m.])-")
_OPENING, _CLOSING = "\"“‘'", "\"”’'"
_FIGURE_BEHIND = re.compile(r"[.,:/]\d|%|\w")


def compile_matcher(language: Resources) -> Matcher[Timex]:
    """The matcher of time expressions, its grammar compiled.

    Returns:
        A function of a parsed article and of what is known of it; offsets count code points of its text.

    Raises:
        ResourceError: When the calendar lexicon or a production is missing or broken.
    """
    lexicon = read_lexicon(language)
    grammar = compile_grammar(language, lexicon, VALUES)
    return _DateMatcher(
        lexicon, grammar, compile_relations(lexicon), read_evidence(lexicon), quoted_day_reader(lexicon)
    )


@dataclass(frozen=True)
class _DateMatcher:
    lexicon: Lexicon
    grammar: Grammar
    relations: Relations
    evidence: Evidence
    quoted: QuotedDayReader

    def __call__(self, parsed: Parsed, found: Annotations) -> tuple[Timex, ...]:
        text = parsed.text
        days = self.evidence.full_days(text)
        published = found.published or self.evidence.own_day(text, days)
        scene = Scene(
            text=text,
            published=published,
            lexicon=self.lexicon,
            tenses=Tenses(parsed, self.lexicon.tenses),
            order=date_order(text),
            closing=self.evidence.closing_day(text),
            fiscal_years=self.evidence.fiscal_years(text),
            quoted=self.quoted.read(text, found.quotations, found.cues, published),
            years={(day.month, day.day): day.year for day in days},
        )
        readings: list[Reading] = []
        for run in runs(text, self.lexicon):
            row = tokens(text, run)
            self._read(row, self.grammar.candidates(text, row, self.lexicon), scene, readings)
        return self.relations.timexes(join(readings, text), text, published)

    def _read(
        self, run: Tokens, candidates: list[list[Candidate]], scene: Scene, readings: list[Reading]
    ) -> None:
        """Adds the readings of one run, from left to right, the longest expression at each place."""
        at = 0
        while at < len(candidates):
            for candidate in candidates[at]:
                read = _resolved(candidate, run, scene)
                if read:
                    readings.extend(read)
                    scene.remember(read)
                    at = candidate.end - 1
                    break
            at += 1


def _resolved(candidate: Candidate, run: Tokens, scene: Scene) -> Sequence[Reading] | None:
    """The readings of a candidate; none where it is no date or leaves the years 1 to 9999, all that `datetime` has."""
    pieces = candidate.pieces
    start, end = run.starts[pieces[0][0]], run.ends[pieces[-1][1] - 1]
    if (
        _is_inside(scene.text, start, end)
        or _is_title(scene.text, start, end)
        or not candidate.production.stands(scene.text, start, end)
    ):
        return None
    read = []
    for first, last, value in pieces:
        scene.start, scene.end = run.starts[first], run.ends[last - 1]
        try:
            reading = value.read(scene)
        except (OverflowError, ValueError):
            return None
        if reading is None:
            return None
        read.append(reading._replace(rule=candidate.production.id))
    return read


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether the stretch is cut out of a longer word or figure: "A350", "$1999", "12,000", "3-1"."""
    if start:
        before = _FIGURE_BEFORE if text[start].isdigit() else _NAMED_BEFORE
        if before.match(text, start - 1) or (text[start - 1].isalnum()):
            return True
    behind = text[end : end + 1]
    if behind.isalnum():
        return text[end - 1] != "."
    return text[end - 1].isdigit() and bool(_FIGURE_BEHIND.match(text, end))


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether it is all that stands between two quotation marks, capitalised: a song "Yesterday", a programme "This Week"."""
    quoted = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
    return quoted and start > 0 and end < len(text) and text[start].isupper()
