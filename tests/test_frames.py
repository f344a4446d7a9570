"""The two lines of the README that make a pandas frame of records."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.writers.golden import RECORD


def test_two_lines_make_a_frame() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    (lines,) = re.findall(
        r"^```python\n(import pandas\n.*?)^```$",
        (ROOT / "README.md").read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    assert len([line for line in lines.splitlines() if line]) == 2
    names: dict[str, Any] = {"record": RECORD}
    exec(lines, names)
    frame = names["frame"]
    assert list(frame["text"]) == [claim.text for claim in RECORD.claims]
    assert frame["attribution.claimant.name"][0] == "Ana Kask"
    assert set(frame["article.outlet"]) == {"Lund Post"}
