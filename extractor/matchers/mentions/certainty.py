"""How sure a reference is: how often readers of news agreed with references of its kind.

Measured on the sources of 377 articles of seven outlets, whose annotators named the claimant of each.
"""

from __future__ import annotations

from bisect import bisect_right

BY_FORM = {"name": 0.9, "surname": 0.94, "acronym": 0.81, "title": 0.86, "nominal": 0.67, "relative": 0.8}
"""By what the reference rests on."""
_LEADS = (1.0, 2.0, 4.0)
_BY_LEAD = (0.54, 0.56, 0.66, 0.91)
"""For pronouns, by how far the best candidate leads the next."""


def of_pronoun(lead: float) -> float:
    """How sure a pronoun is whose antecedent leads all rivals by so much."""
    return _BY_LEAD[bisect_right(_LEADS, lead)]
