"""What the decision looks at, as readable names: of the cue, of a content, of a source, of the two together.

A name is ``key=value`` or several of them joined by ``&``; the weights in models/en/weights are filed under these names.
"""

from __future__ import annotations

from functools import cached_property

from extractor.matchers.attributions.candidates import Content, CueTokens, Source
from extractor.matchers.attributions.features.of_content import ContentFeatures
from extractor.matchers.attributions.features.of_cue import CueContext, cue_features
from extractor.matchers.attributions.features.of_source import source_features, source_type
from extractor.matchers.attributions.view import View

__all__ = ["CueFeatures"]


class CueFeatures:
    """The features of one cue and of what is proposed for it."""

    def __init__(self, view: View, cue: CueTokens) -> None:
        self._context = CueContext(view, cue)
        self._contents = ContentFeatures(self._context)

    @cached_property
    def of_cue(self) -> list[str]:
        """Word, grammar and surroundings of the cue: does it attribute anything at all?"""
        return cue_features(self._context)

    def of_content(self, content: Content) -> list[str]:
        """Frame, size, place, quotation marks and head of a content."""
        return self._contents.of(content)

    def of_source(self, source: Source) -> list[str]:
        """Path, type, size and place of a source."""
        return source_features(self._context, source)

    def of_pair(self, content: Content, source: Source) -> list[str]:
        """How content and source go together."""
        kind, family = source_type(self._context.view, source), content.family
        return [f"path={source.path}&family={family}", f"type={kind}&family={family}"]
