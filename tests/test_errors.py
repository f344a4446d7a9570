from __future__ import annotations

import pytest

from extractor.errors import ExitCode, ExtractorError, InputError, ModelError, OutputError, ResourceError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            ExtractorError("no such file", where="a.txt", remedy="check the path"),
            "a.txt: no such file; check the path",
        ),
        (ExtractorError("broken"), "broken"),
        (ExtractorError("bad", where="a\nb\x1b[31m\ud800.txt"), r"a b\x1b[31m\ud800.txt: bad"),
    ],
)
def test_a_message_is_one_line_of_what_where_and_what_to_do(error: ExtractorError, words: str) -> None:
    assert str(error) == words


def test_exit_codes_are_published_and_stay() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "BELOW_BASELINE": 1,
        "USAGE": 2,
        "INCOMPLETE": 3,
        "NOTHING_READ": 4,
        "OUTPUT": 5,
        "MODEL": 6,
        "INTERRUPTED": 130,
    }
    kinds = (ExtractorError, InputError, OutputError, ModelError, ResourceError)
    assert [int(kind.exit_code) for kind in kinds] == [2, 4, 5, 6, 6]
