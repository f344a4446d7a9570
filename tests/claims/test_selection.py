"""--speech and --outer: which claims stay."""

from __future__ import annotations

import pytest

from extractor import Extractor, load


@pytest.fixture(scope="module")
def text() -> str:
    return '"I think the dam will hold," Omar Bell said. Mara Voss hopes that it rains.'


def test_inner_claims_name_the_outer_one(extractor_: Extractor, text: str) -> None:
    claims = {claim.text: claim for claim in extractor_.extract(text).claims}
    outer, inner = claims['"I think the dam will hold,"'], claims["the dam will hold"]
    assert (outer.within, inner.within) == (None, outer.id)


def test_outer_leaves_inner_claims_out(text: str) -> None:
    found = load(outer=True).extract(text).claims
    assert '"I think the dam will hold,"' in [claim.text for claim in found]
    assert all(claim.within is None for claim in found)


def test_speech_leaves_out_what_is_only_thought(extractor_: Extractor, text: str) -> None:
    assert "that it rains" in [claim.text for claim in extractor_.extract(text).claims]
    assert [claim.text for claim in load(speech=True).extract(text).claims] == [
        '"I think the dam will hold,"'
    ]
