"""Quotations: stretches between quotation marks, not yet attributed. One door: `compile_matcher`."""

from extractor.matchers.quotations.matcher import compile_matcher

__all__ = ["compile_matcher"]
