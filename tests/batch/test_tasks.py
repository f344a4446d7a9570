from __future__ import annotations

from extractor.batch.outcome import Cause, Outcome, State, quarantined
from extractor.batch.tasks import Batch, Task
from extractor.readers import Item

ITEMS = [Item(name, "text") for name in "abc"]


def task(items: int = 3) -> Task:
    return Task(Batch(ITEMS[:items]), ITEMS[:items], range(items))


def test_outcomes_stand_in_the_order_of_the_items() -> None:
    whole = task()
    for word in ("one", "two", "three"):
        assert not whole.batch.is_done
        whole.settle(quarantined(word))
    assert whole.batch.is_done
    assert [outcome.reason for outcome in whole.batch.outcomes] == ["one", "two", "three"]


def test_after_a_crash_each_is_tried_alone_and_then_given_up() -> None:
    whole = task()
    whole.settle(Outcome(State.OK))
    alone = whole.after_loss("crash", Cause.CRASH, killed=False)
    assert [[item.name for item in one.items] for one in alone] == [["b"], ["c"]]
    alone[1].settle(Outcome(State.OK))
    assert alone[0].after_loss("crash", Cause.CRASH, killed=False) == []
    states = [outcome.state for outcome in whole.batch.outcomes]
    assert states == [State.OK, State.QUARANTINED, State.OK]


def test_one_that_was_alone_has_a_second_try() -> None:
    single = task(1)
    assert single.after_loss("crash", Cause.CRASH, killed=False) == [single]
    assert single.after_loss("crash", Cause.CRASH, killed=False) == []
    assert single.batch.outcomes[0].reason == "crash, twice; look at the article"


def test_a_kill_from_outside_is_forgiven_a_few_times() -> None:
    whole = task()
    for _ in range(4):
        assert whole.after_loss("killed", Cause.CRASH, killed=True) == [whole]
    assert len(whole.after_loss("killed", Cause.CRASH, killed=True)) == 3


def test_an_outcome_travels_without_pickle() -> None:
    sent = Outcome(State.OK, "", "id", "sha", 3, 40, 0.5, '{"a": "“é”"}\n{"b": 1}\n'.encode())
    assert Outcome.from_bytes(sent.to_bytes()) == sent
    assert b"pickle" not in sent.to_bytes()
