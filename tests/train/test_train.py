"""Teaching: what counts as right, that learning learns, and that the same articles give the same weights."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.engine import Engine
from extractor.errors import InputError, ResourceError
from extractor.evaluate import gold_article, read_gold
from extractor.evaluate.gold import GoldArticle
from extractor.language.resources import Resources
from extractor.train import train_attributions
from extractor.train.examples import Example, ExampleReader
from extractor.train.held_back import Outcome, calibrate, calibration_error
from extractor.train.loglinear import fit
from tests.conftest import ROOT

GOLD = ROOT / "corpus" / "gold"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load(Resources().toml("pipeline")["model"])


@pytest.fixture(scope="module")
def corpus() -> list[GoldArticle]:
    return read_gold([GOLD])[:12]


@pytest.fixture(scope="module")
def examples(engine: Engine, corpus: list[GoldArticle]) -> list[Example]:
    return ExampleReader(engine, Resources()).read(corpus)


def example(engine: Engine, text: str, source: str, cue: str, content: str) -> Example:
    """An article with one attribution, its parts given by their words."""

    def place(words: str) -> list[list[int]]:
        return [[text.index(words), text.index(words) + len(words)]]

    marked = {"source": place(source), "cue": place(cue), "content": place(content)}
    gold = gold_article({"id": "x", "text": text, "attributions": [marked]})
    return ExampleReader(engine, Resources()).read([gold])[0]


def rightness(found: Example, lemma: str) -> dict[str, float]:
    """The best rightness of each frame of a cue."""
    best: dict[str, float] = {}
    for proposal, right in zip(found.proposals, found.rightness, strict=True):
        if proposal.cue.cue.lemma == lemma:
            for candidate, value in zip(proposal.candidates, right, strict=True):
                best[candidate.content.frame] = max(value, best.get(candidate.content.frame, 0.0))
    return best


def test_the_marked_content_with_its_source_is_entirely_right(engine: Engine) -> None:
    found = example(
        engine, "Dora Lind said that taxes will fall.", "Dora Lind", "said", "that taxes will fall"
    )
    assert rightness(found, "say")["clause_after"] == 1.0


def test_a_near_variant_is_worth_less_and_another_source_nothing(engine: Engine) -> None:
    text = "Dora Lind said that taxes will fall, and Omar Reyes agreed."
    near = example(engine, text, "Dora Lind", "said", "that taxes will fall")
    assert 0 < max(rightness(near, "say").values()) <= 1.0
    wrong = example(engine, text, "Omar Reyes", "said", "that taxes will fall")
    assert max(rightness(wrong, "say").values()) == 0.0


def test_the_content_of_another_cue_does_not_count_where_the_own_one_has_it(engine: Engine) -> None:
    text = "Dora Lind welcomed the plan, adding that taxes will fall next year."
    found = example(engine, text, "Dora Lind", "adding", "that taxes will fall next year")
    assert max(rightness(found, "add").values()) > 0.9
    assert max(rightness(found, "welcome").values(), default=0.0) == 0.0


def test_learning_raises_what_people_marked(examples: list[Example]) -> None:
    weights = fit({"news": examples}, sparseness=0.5).shared
    assert weights["lemma=say"] > 0
    assert len(fit({"news": examples}, sparseness=5.0).shared) < len(weights)


def test_the_same_articles_give_the_same_weights(examples: list[Example]) -> None:
    taught = {"news": examples[:6], "other": examples[6:]}
    assert fit(taught, sparseness=1.0) == fit(taught, sparseness=1.0)


def test_calibration_mends_confidences(examples: list[Example]) -> None:
    reliability = calibrate(examples[8:], fit({"news": examples[:8]}, sparseness=0.5).shared)
    assert reliability.slope > 0
    assert reliability.figures["decided"] >= reliability.figures["right"] > 0


@pytest.mark.parametrize(
    ("outcomes", "error"),
    [
        ([(0.95, 0, True)] * 19 + [(0.95, 0, False)], 0.0),
        ([(1.0, 0, False)] * 4, 1.0),
        ([(0.25, 0, True), (0.25, 0, False), (0.25, 0, False), (0.25, 0, False)], 0.0),
        ([], 0.0),
    ],
)
def test_calibration_error(outcomes: list[tuple[float, float, bool]], error: float) -> None:
    assert calibration_error([Outcome(*outcome) for outcome in outcomes]) == pytest.approx(error, abs=1e-9)


def test_too_few_articles_are_refused(engine: Engine, corpus: list[GoldArticle]) -> None:
    with pytest.raises(InputError, match="too few"):
        train_attributions({"news": corpus[:3]}, engine, Resources())


def test_the_command_writes_weights_with_their_card(tmp_path: Path) -> None:
    out = tmp_path / "weights.json"
    assert main(["train", "attributions", str(GOLD), "-o", str(out), "--sparseness", "3"]) == 0
    lesson = json.loads(out.read_text("utf-8"))
    assert lesson["card"]["conventions"]["news"]["articles"] >= 24
    assert lesson["weights"] == dict(sorted(lesson["weights"].items()))
    assert set(lesson["conventions"]["news"]) == {"slope", "offset", "nested", "corrections"}
    assert Resources(weights=out).learned_weights()["weights"] == lesson["weights"]


def test_a_correction_is_learned_where_two_conventions_differ(examples: list[Example]) -> None:
    """The second convention marks nothing at all: what cues share no longer attributes there."""
    nothing = [replace(e, rightness=[[0.0] * len(found) for found in e.rightness]) for e in examples]
    learned = fit({"news": examples, "silent": nothing}, sparseness=0.5)
    say = {
        name: sum(learned.of(name).get(f, 0.0) for f in ("lemma=say", "form=verb"))
        for name in ("news", "silent")
    }
    assert say["news"] > say["silent"]
    assert learned.corrections["silent"]


def test_a_convention_that_was_not_taught_is_refused(tmp_path: Path) -> None:
    taught = {
        "conventions": {"desk": {"slope": 1, "offset": 0, "nested": 0, "corrections": {"a": 1}}},
        "weights": {"a": 2, "b": 1},
    }
    weights = tmp_path / "w.json"
    weights.write_text(json.dumps(taught))
    with pytest.raises(ResourceError, match="not taught the convention 'news'"):
        Resources(weights=weights).learned_weights()
    assert Resources(weights=weights, convention="desk").learned_weights()["weights"] == {"a": 3, "b": 1}


@pytest.mark.parametrize("written", ["polnear", "=x.jsonl", "polnear="])
def test_the_command_wants_a_convention_with_its_articles(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "attributions", str(GOLD), "-o", "-", "--also", written]) != 0
    assert "CONVENTION=GOLD" in capsys.readouterr().err


def test_the_command_names_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "attributions", str(tmp_path / "none.jsonl"), "-o", str(tmp_path / "w.json")]) != 0
    assert "none.jsonl" in capsys.readouterr().err
    assert not (tmp_path / "w.json").exists()
