"""The weights are filed under the names of the features: a feature renamed in the code would lose its weight without a word."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import extractor.matchers.attributions
from extractor import Extractor
from extractor.language.resources import Resources
from extractor.matchers.attributions.discourse import Discourse, DiscourseWords
from extractor.matchers.attributions.features import crossed
from extractor.matchers.attributions.proposals import Proposal, propose

RESOURCES = Resources("en")
ROOM = Path(extractor.matchers.attributions.__file__).parent
CLOSED = ("block", "side", "quoted", "crosses", "cue_quoted", "finite", "passive", "negated")
"""Features of few values, all of which a score of articles shows."""


@pytest.fixture(scope="module")
def made(extractor_: Extractor, root: Path) -> frozenset[str]:
    """The names of all features of the proposals in articles of our own."""
    words = DiscourseWords.read(RESOURCES)
    names: set[str] = set()
    texts = [path.read_text("utf-8") for path in sorted((root / "corpus/articles").glob("[ac]*.txt"))]
    for doc, blocks in extractor_._engine.parse((t, (), extractor_._structure.blocks(t)) for t in texts):
        parsed, found = extractor_._matchers.read(doc, blocks, None)
        for proposal in propose(Discourse(parsed, found.cues, words), found.cues):
            names.update(named(proposal))
    return frozenset(names)


def named(proposal: Proposal) -> Iterator[str]:
    """The names that the decision looks up for a cue and its candidates."""
    features = proposal.features
    yield from features.of_cue
    for content in {candidate.content for candidate in proposal.candidates}:
        names = features.of_content(content)
        yield from (*names.alone, *(crossed(content.family, name) for name in names.crossed))
    for content, source, _ in proposal.candidates:
        pairs = features.of_pair(source)
        yield from (*features.of_source(source), *(crossed(content.family, name) for name in pairs))


def shape(name: str) -> str:
    """The keys of a name without their values."""
    return "&".join(part.partition("=")[0] for part in name.split("&"))


def values(names: Iterable[str], key: str) -> set[str]:
    """What a feature may be."""
    return {
        part.removeprefix(f"{key}=") for n in names for part in n.split("&") if part.startswith(f"{key}=")
    }


@pytest.fixture(scope="module")
def weighed() -> frozenset[str]:
    """The names that have a weight, in whatever convention."""
    learned = RESOURCES.json("weights/attributions")
    corrections = (name for one in learned["conventions"].values() for name in one["corrections"])
    return frozenset((*learned["weights"], *corrections))


def test_every_weight_is_of_a_feature_that_the_code_makes(
    made: frozenset[str], weighed: frozenset[str]
) -> None:
    assert not {shape(name) for name in weighed} - {shape(name) for name in made}
    for key in CLOSED:
        assert values(weighed, key) <= values(made, key), key


@pytest.mark.parametrize("key", ["frame", "path"])
def test_every_frame_and_path_with_a_weight_is_named_in_the_code(key: str, weighed: frozenset[str]) -> None:
    written = {
        node.value
        for file in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    openings = tuple(text for text in written if text.endswith(("_", ":")))
    for value in values(weighed, key):
        name = value.partition("-")[0].partition("+")[0]
        assert name.partition(":")[0] in written or name.startswith(openings), value
