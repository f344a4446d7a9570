"""Time expressions: every date, time, duration and set of an article, read against its publication date."""

from extractor.matchers.dates.matcher import compile_matcher

__all__ = ["compile_matcher"]
