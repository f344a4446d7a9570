"""What the decision looks at, as readable names: of the cue, of a content, of a source, of the two together.

A name is ``key=value`` or several of them joined by ``&``; the weights in models/en/weights are filed under these names.
Many names mean one thing for a clause and another for an object; they are crossed with the family of the content.
"""

from __future__ import annotations

from functools import cached_property

from extractor.matchers.attributions.candidates import Content, CueTokens, Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.features.of_content import ContentFeatures, FeatureNames
from extractor.matchers.attributions.features.of_cue import CueContext, cue_features
from extractor.matchers.attributions.features.of_source import source_features, source_type

__all__ = ["CueFeatures", "FeatureNames", "crossed"]


def crossed(family: str, name: str) -> str:
    """The name of a feature that is weighed together with the family of the content."""
    return f"family={family}&{name}"


class CueFeatures:
    """The features of one cue and of what is proposed for it.

    Attributes:
        cue: The cue.
        of_cue: Word, grammar and surroundings of the cue: does it attribute anything at all?
    """

    def __init__(self, parsed: Discourse, cue: CueTokens) -> None:
        self.cue = cue
        self._context = CueContext(parsed, cue)
        self.of_cue = cue_features(self._context)

    @cached_property
    def _contents(self) -> ContentFeatures:
        return ContentFeatures(self._context)

    def of_content(self, content: Content) -> FeatureNames:
        """Frame, size, place, quotation marks and head of a content."""
        return self._contents.of(content)

    def of_source(self, source: Source) -> list[str]:
        """Path, type, size and place of a source."""
        return source_features(self._context, source)

    def of_candidate(self, content: Content, source: Source) -> list[str]:
        """All names that are weighed for a content and a source together, as the weights are filed under them."""
        names = self.of_content(content)
        mixed = [crossed(content.family, name) for name in (*names.crossed, *self.of_pair(source))]
        return [*self.of_cue, *names.alone, *self.of_source(source), *mixed]

    def of_pair(self, source: Source) -> list[str]:
        """What of a source is crossed with the family of each content."""
        return [f"path={source.path}", f"type={source_type(self._context.parsed, source)}"]
