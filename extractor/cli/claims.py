"""The claims that the desk's commands read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.cli.options import say
from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.records import ClaimRecord


def single_claims(claims: Iterable[str]) -> Iterator[ClaimRecord]:
    """The claims of files in either layout; what cannot be read is told and left out."""
    from extractor.readers.records import read_records
    from extractor.records import ClaimRecord

    for record in read_records(claims, sys.stdin.buffer):
        if isinstance(record, InputError):
            say(record)
        elif isinstance(record, ClaimRecord):
            yield record
        else:
            yield from record.claim_records()
