"""Rules and features by their names in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.explain.page import rules_page
from extractor.explain.words import Names
from extractor.language.resources import Resources

RESOURCES = Resources()
NAMES = Names.read(RESOURCES)
WEIGHED = [part.partition("=") for name in RESOURCES.learned_weights()["weights"] for part in name.split("&")]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("verb:clause_after", "a verb reports the clause behind the cue"),
        ("verb:prep:of", "a verb reports the phrase that the cue governs (“of”)"),
        (
            "verb:clause_before-conjunct+quotes",
            "a verb reports the clause before the cue, up to a further verb, with every quotation it touches whole",
        ),
        ("carried", "the sentence goes on with what was reported before, without a cue of its own"),
        ("verb:unheard_of", "a verb reports unheard_of"),
    ],
)
def test_a_rule(rule: str, words: str) -> None:
    assert NAMES.rule(rule) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("path=subject&lemma=say", "source: the cue's subject, cue: say"),
        ("family=object&passive=True", "content: the object of the cue, cue passive: yes"),
        ("path=inherited:conj>advcl", "source: the subject of a verb above (conj>advcl)"),
        ("path=agent-clause", "source: the agent of a passive cue, without its clause"),
        ("first=(name)", "first word of the content: a name"),
        ("after=\n\n", "word behind the content: a line break"),
    ],
)
def test_a_feature(name: str, words: str) -> None:
    assert NAMES.feature(name) == words


def test_everything_weighed_has_a_name_in_words() -> None:
    """A new frame, path or feature needs a line in models/en/explanations.toml."""
    assert {key for key, _, _ in WEIGHED} - set(NAMES.features) == set()
    frames = {value.partition(":")[0] for key, _, value in WEIGHED if key in ("frame", "family")}
    assert {re.sub(r"[+-][a-z]+", "", frame) for frame in frames} - set(NAMES.frames) == set()
    changes = {change for frame in frames for change in re.findall(r"[+-][a-z]+", frame)}
    assert changes - set(NAMES.narrowed) == set()
    paths = {value.removesuffix("-clause").partition(":")[0] for key, _, value in WEIGHED if key == "path"}
    assert paths - set(NAMES.paths) == set()


def test_the_page_is_the_current_one(root: Path) -> None:
    """``make rules`` writes it."""
    assert (root / "docs/rules.md").read_text("utf-8") == rules_page(RESOURCES)
