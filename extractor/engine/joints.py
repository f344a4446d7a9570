"""Words that a web page ran together: "the war.”Lind said", "(Photo by Ana Kask)Lind", "GET THE APPLind".

Scrapers drop the border between paragraphs, captions and links. spaCy parts "war.Lind" and leaves all else in one word, in
which no recogniser sees a name and no rule a quotation mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

_SMALL_WORDS = "|".join(
    rf"(?<=\b{word})" for word in ("the", "of", "and", "that", "said", "for", "from", "with", "by")
)
"""Words that links leave without their space: "the leader of|Norland"."""

JOINTS = (
    r"""(?<=[.!?…,)\]])["“”‘’']+(?=[A-Z\[(])""",  # the war.”Lind
    r"""(?<=[\w.!?%"”’])\)(?=[A-Z][a-z]|["“])""",  # Ana Kask)Lind
    r"""(?<=[.!?"”’])\((?=[A-Z])""",  # it.(Photo
    r"(?<=[A-Z]{2})\)(?=[a-z]{2})",  # (PSB)said
    r"(?<=[a-z]{3})\((?=[A-Z]{2})",  # Board(PSB
    r"""(?<=[A-Za-z])["“](?=[A-Z][a-z])""",  # THE APP"We
    r"(?<=\d)\.(?=[A-Z][a-z])",  # in 2019.Lind
    r"(?<=[A-Z]{3})(?=[A-Z][a-z]{2})",  # THE APPLind
    rf"(?:{_SMALL_WORDS})(?=[A-Z][a-z]{{2}})",  # ofNorland
)
"""Where a word is parted besides the places that spaCy knows; those without width add nothing and part in two."""


def part_joined_words(nlp: Pipeline) -> None:
    """Makes the tokenizer of a pipeline part what a web page ran together."""
    from spacy.util import compile_infix_regex

    known = nlp.Defaults.infixes
    if known and hasattr(nlp.tokenizer, "infix_finditer"):
        nlp.tokenizer.infix_finditer = compile_infix_regex([*JOINTS, *known]).finditer
