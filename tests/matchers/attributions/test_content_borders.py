"""Where contents end: amounts stay whole, and no conjunction stays behind."""

from __future__ import annotations

import pytest

from extractor import Extractor

LEAD = "The council met on Monday in the old town hall.\n\n"
ENDS = {
    "The grid said it had restored supplies to 41,000 customers by noon but warned that some homes could wait.": [
        "it had restored supplies to 41,000 customers by noon",
        "that some homes could wait",
    ],
    "Insurers estimate the damage at between £60m and £90m, a record.": [
        "the damage at between £60m and £90m, a record"
    ],
    "Ana Kask says it cost £88m. Tom Berg says the price was fair.": ["it cost £88m.", "the price was fair"],
}


@pytest.mark.parametrize("text", ENDS)
def test_contents_end_behind_whole_amounts(extractor_: Extractor, text: str) -> None:
    claims = [claim for claim in extractor_.extract(LEAD + text).claims if claim.attribution]
    assert [claim.text for claim in claims] == ENDS[text]
