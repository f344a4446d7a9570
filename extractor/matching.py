"""The matchers of one language, run one after the other: each is given what those before it found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Attribution, Block, Cue, Mention, Quotation, Timex
from extractor.language.resources import Resources
from extractor.matchers import attributions, cues, dates, mentions, quantities, quotations
from extractor.matchers.quantities.matcher import QuantityMatcher
from extractor.text.columns import text_of
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Matchers:
    """One matcher for each field of `Annotations`, in the order in which they run."""

    quotations: Callable[[str, tuple[Block, ...]], tuple[Quotation, ...]]
    cues: Matcher[Cue]
    mentions: Matcher[Mention]
    timexes: Matcher[Timex]
    quantities: QuantityMatcher
    attributions: Matcher[Attribution]

    @classmethod
    def compile(cls, resources: Resources) -> Matchers:
        """The matchers of a language.

        Raises:
            ResourceError: When a lexicon, a rule or the weights are missing or broken.
        """
        return cls(
            quotations=quotations.compile_matcher(resources),
            cues=cues.compile_matcher(resources),
            mentions=mentions.compile_matcher(resources),
            timexes=dates.compile_matcher(resources),
            quantities=quantities.compile_matcher(resources),
            attributions=attributions.compile_matcher(resources),
        )

    def read(
        self, doc: Doc, blocks: tuple[Block, ...], published: dt.date | None
    ) -> tuple[Parsed, Annotations]:
        """The parsed article and all that is found in it."""
        text = text_of(doc)
        found = Annotations(published=published, blocks=blocks, quotations=self.quotations(text, blocks))
        parsed = Parsed(doc, blocks, found.quotations, text)
        found = replace(found, cues=self.cues(parsed, found))
        found = replace(found, mentions=self.mentions(parsed, found))
        found = replace(found, timexes=self.timexes(parsed, found))
        found = replace(found, quantities=self.quantities(parsed, found))
        return parsed, replace(found, attributions=self.attributions(parsed, found))

    def left_out(self, text: str) -> Iterator[str]:
        """Flags for what a text has so much of, as a spreadsheet or noise has, that some of it is not read."""
        if self.quantities.leaves_out(text):
            yield "quantities-left-out"
