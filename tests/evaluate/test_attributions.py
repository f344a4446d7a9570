from __future__ import annotations

import pytest

from extractor.evaluate import Score, Share, gold_article
from extractor.evaluate.attributions import quoted_regions, same_name, score_attributions
from extractor.evaluate.measures import Measure
from tests.by_hand import gold_row, record


def scored(gold: str, found: str) -> dict[str, Measure]:
    article = gold_article(gold_row(gold))
    assert article.attributions is not None
    return score_attributions(article.article.text, article.attributions, record(found))


def test_what_agrees_is_right_in_every_measure() -> None:
    tags = 'claimant="Ana Kask" resolved_by=name via=ERR'
    annotated = f"<source 1 {tags}>Ana Kask</source 1> <cue 1>said</cue 1> <content 1>no</content 1>."
    measures = scored(annotated, annotated)
    one = Score(1, 1, 1, 1)
    assert measures == {
        "content": one,
        "joint": one,
        "joint, direct": Score(),
        "joint, mixed": Score(),
        "joint, indirect": one,
        "cue": one,
        "claimant": Share(1, 1),
        "claimant, by name": Share(1, 1),
        "via": one,
    }


@pytest.mark.parametrize(
    ("found", "score"),
    [
        ("<source 1>Ana</source 1><cue 1>:</cue 1> <content 1>no new tax</content 1>.", Score(1, 1, 1, 1)),
        ("<source 1>Ana</source 1>: <content 1>no new tax</content 1>.", Score(0, 0, 0, 1)),
        ("<cue 1>Ana</cue 1>: <content 1>no new tax</content 1>.", Score(0, 1, 0, 1)),
    ],
)
def test_a_cue_may_be_a_sign(found: str, score: Score) -> None:
    gold = "<source 1>Ana</source 1><cue 1>:</cue 1> <content 1>no new tax</content 1>."
    assert scored(gold, found)["cue"] == score


HALF = "<source 1>Ana</source 1> said <content 1>one two three four</content 1> five six."


@pytest.mark.parametrize(
    ("gold", "found", "content", "joint"),
    [
        (HALF, HALF, 1, 1),
        (HALF, "<source 1>Ana</source 1> said <content 1>one two</content 1> three four five six.", 1, 1),
        (HALF, "<source 1>Ana</source 1> said <content 1>one</content 1> two three four five six.", 0, 0),
        (HALF, "<source 1>Ana</source 1> said one two three <content 1>four five six</content 1>.", 0, 0),
        (HALF, "Ana <source 1>said</source 1> <content 1>one two three four</content 1> five six.", 1, 0),
        (HALF, "Ana said <content 1>one two three four</content 1> five six.", 1, 0),
        ("It was said <content 1>to rain</content 1>.", "It was said <content 1>to rain</content 1>.", 1, 1),
        (HALF, "Ana said one two three four five six.", 0, 0),
    ],
)
def test_contents_match_from_half_of_their_words(gold: str, found: str, content: int, joint: int) -> None:
    measures = scored(gold, found)
    assert [measures[name].value for name in ("content", "joint")] == [content, joint]


def test_one_content_found_twice_is_right_once() -> None:
    twice = HALF.replace("<content 1>", "<content 1><content 2>").replace(
        "</content 1>", "</content 1></content 2>"
    )
    assert scored(HALF, twice)["content"] == Score(correct=1, found=2, recalled=1, gold=1)


@pytest.mark.parametrize(
    ("annotated", "kind"),
    [
        ('<source 1>Ana</source 1>: <content 1>"All of it is quoted."</content 1>', "direct"),
        ("<source 1>Ana</source 1>: <content 1>‘All of it is quoted.’</content 1>", "direct"),
        ('<source 1>Ana</source 1> said <content 1>half "of it"</content 1>.', "mixed"),
        ("<source 1>Ana</source 1> said <content 1>none of it</content 1>.", "indirect"),
    ],
)
def test_the_quoted_share_makes_the_kind(annotated: str, kind: str) -> None:
    measures = scored(annotated, annotated)
    kinds = [name for name in ("direct", "mixed", "indirect") if measures[f"joint, {name}"].size]
    assert kinds == [kind]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "a b" and "c".', ["a b", "c"]),
        ("“A” and “b", ["A", "b"]),
        ("“First\n“second”", ["First", "second"]),
        ("``a'' it's ‘b c’", ["a", "b c"]),
        ("don’t and ’90s", []),
    ],
)
def test_quoted_regions(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_regions(text)] == quoted


def claimant(name: str | None) -> str:
    tag = f' claimant="{name}" resolved_by=surname' if name else ""
    return f"<source 1{tag}>Putin</source 1> <cue 1>said</cue 1> <content 1>no</content 1>."


@pytest.mark.parametrize(
    ("gold", "found", "share"),
    [
        ("Vladimir Putin", "Vladimir Putin", Share(1, 1, 0)),
        ("the Russian side", "Russian side", Share(1, 1, 0)),
        ("Vladimir Putin", "Dmitry Peskov", Share(0, 1, 0)),
        ("Vladimir Putin", None, Share(0, 1, 1)),
        (None, "Vladimir Putin", Share(0, 0, 0)),
    ],
)
def test_claimants_are_right_wrong_or_silent(gold: str | None, found: str | None, share: Share) -> None:
    measures = scored(claimant(gold), claimant(found))
    assert measures["claimant"] == share
    assert measures.get("claimant, by surname", Share()) == share


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The White House", "white  house", True),
        ("Putin’s", "Putin", True),
        ("U.S.", "U.S", True),
        ("Ana Kask", "Kask", False),
        ("Theodore", "odore", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_carried_attributions_are_scored_apart() -> None:
    gold = f"{HALF} <content 2 scope=carried>Seven eight</content 2>."
    measures = scored(gold, gold)
    assert measures["carried"] == Score(1, 1, 1, 1)
    assert measures["content"] == Score(1, 1, 1, 1)


def test_carried_attributions_do_not_count_where_gold_has_none() -> None:
    found = HALF.replace("five six", "<content 2 scope=carried>five six</content 2>")
    measures = scored(HALF, found)
    assert measures["content"] == Score(1, 1, 1, 1)
    assert "carried" not in measures


def test_plain_gold_has_no_claimants() -> None:
    row = {
        "id": "a",
        "text": "Ana said no.",
        "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}],
    }
    gold = gold_article(row).attributions
    assert gold is not None
    measures = score_attributions(
        "Ana said no.",
        gold,
        record("<source 1>Ana</source 1> <cue 1>said</cue 1> <content 1>no</content 1>."),
    )
    assert "claimant" not in measures
    assert measures["joint"] == Score(1, 1, 1, 1)
