"""The whole record of an article of our own, frozen: any change of any layer shows here, and must be wanted.

To accept a change, look at it, then write the record anew:

    python -m tests.golden
"""

from __future__ import annotations

import json

import pytest

from extractor import Extractor
from tests.golden import ARTICLES, frozen, record


@pytest.mark.parametrize("name", ARTICLES)
def test_the_record_is_the_frozen_one(extractor_: Extractor, name: str) -> None:
    expected = json.loads(frozen(name).read_text("utf-8"))
    found = json.loads(record(extractor_, name))
    for part in expected:
        assert found[part] == expected[part], f"{part} changed: see tests/golden/test_golden.py"
    assert found.keys() == expected.keys()
