"""Time expressions: clock times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    ("2024-03-06", "Published: 22:41, 18 May 2023", ["22:41, 18 May 2023 | TIME 2023-05-18T22:41"]),
    (
        "2024-03-06",
        "It is due by midnight on 18 March.",
        ["midnight on 18 March | TIME 2024-03-18T24:00 relation=by"],
    ),
    ("2024-03-06", "08.05 Pickets at every depot", ["08.05 | TIME 2024-03-06T08:05"]),
    (
        "2024-03-06",
        "On Monday a shell fell. A second shell hit the bridge at 2:20 p.m. and burnt it.",
        ["Monday | DATE 2024-03-04", "2:20 p.m. | TIME 2024-03-04T14:20 begin=2024-03-04 end=2024-03-04"],
    ),
    (
        "2024-03-06",
        "Tempers frayed after 9pm.",
        ["9pm | TIME 2024-03-06T21:00 relation=after begin=2024-03-06 end=2024-03-06"],
    ),
    (
        "2024-03-06",
        "No trams run before 7 pm.",
        ["7 pm | TIME 2024-03-06T19:00 relation=before begin=none end=2024-03-06"],
    ),
    ("2024-03-06", "He rises at six in the morning.", ["six in the morning | TIME 2024-03-06T06:00"]),
    (
        "2024-03-06",
        "It began at 7 p.m. and ended at 11:45 pm.",
        ["7 p.m. | TIME 2024-03-06T19:00", "11:45 pm | TIME 2024-03-06T23:45"],
    ),
    ("2024-03-06", "It began at 12:30 a.m. in the dark.", ["12:30 a.m. | TIME 2024-03-06T00:30"]),
    ("2024-03-06", "It began at 14:00 GMT on the dot.", ["14:00 GMT | TIME 2024-03-06T14:00Z"]),
    ("2024-03-06", "It began at 0600 GMT.", ["0600 GMT | TIME 2024-03-06T06:00Z"]),
    ("2024-03-06", "It began at 9 a.m. EST Tuesday.", ["9 a.m. EST Tuesday | TIME 2024-03-05T09:00"]),
    ("2024-02-29", "It will begin at 8:15 a.m. tomorrow.", ["8:15 a.m. tomorrow | TIME 2024-03-01T08:15"]),
    ("2024-03-06", "It began at five o’clock.", ["five o’clock | TIME 2024-03-06T05:00"]),
    (
        "2024-03-06",
        "It began at noon and ended at midnight.",
        ["noon | TIME 2024-03-06T12:00", "midnight | TIME 2024-03-06T24:00"],
    ),
    (
        "2024-03-06",
        "On Monday the train left at 18:20.",
        ["Monday | DATE 2024-03-04", "18:20 | TIME 2024-03-04T18:20"],
    ),
    (None, "It began at 7 p.m..", ["7 p.m. | TIME XXXX-XX-XXT19:00"]),
    ("2024-03-06", "They won 3:2 at odds of 10:1, read John 3:16, and ran 26:42.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
