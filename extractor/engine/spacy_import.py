"""spaCy, imported without its own command line.

``spacy/__init__.py`` imports all of `spacy.cli`, and with it weasel and requests, for one function: `spacy.info`. That is a
third of the time its import takes, and memory in each worker.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> ModuleType:
    """The module spaCy; whoever asks for `spacy.cli` or `spacy.info` afterwards gets them as ever."""
    if "spacy" not in sys.modules:
        placeholders = {name: ModuleType(name) for name in _COMMANDS}
        placeholders["spacy.cli.info"].__dict__["info"] = _info
        sys.modules.update(placeholders)
        try:
            import spacy
        finally:
            for name in _COMMANDS:
                del sys.modules[name]
    import spacy

    return spacy


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
