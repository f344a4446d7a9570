"""Sources a cue may have: its own subject, one it shares with a governing verb, an agent, a possessor, an antecedent."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import NO_SOURCE, Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.source_phrases import after_time, with_and_without_clause
from extractor.matchers.attributions.source_places import behind_quotation, nearest
from extractor.text.ranges import Range, Ranges

_SUBJECTS = frozenset({"nsubj", "csubj"})
_ANY_SUBJECT = _SUBJECTS | {"nsubjpass"}
_LONGEST_CLIMB = 5
_LONGEST_NAME = 8
"""Words before a colon that may be a speaker's name."""
_LONGEST_LABEL = 24
"""The same with office and firm, at the start of a paragraph: "ANA RUIZ, CHIEF INVESTMENT STRATEGIST, NORBANK & SONS, LEEDS:"."""
_MOST = 6


def verb_sources(parsed: Discourse, verb: int) -> list[Source]:
    """The sources the parse offers a verb cue, the likeliest paths first; at most six."""
    own = [c for c in parsed.children[verb] if parsed.dep[c] in _SUBJECTS and _same_voice(parsed, verb, c)]
    if own and _is_participle(parsed, verb, own[-1]):
        return [*_agents(parsed, verb), NO_SOURCE]
    own = own or _of_participles(parsed, verb)
    passive = any(parsed.dep[child] in ("nsubjpass", "auxpass") for child in parsed.children[verb])
    found: list[Source] = []
    if own:
        found += _own_subject(parsed, verb, own[-1])
    found += _agents(parsed, verb)
    if not own:
        found += _inherited(parsed, verb, passive)
        if not found or parsed.is_strong[verb]:
            found += behind_quotation(parsed, verb)
            found += nearest(parsed, verb)
    if (
        passive
        or not own
        or parsed.lower[own[-1]] in ("it", "there")
        or parsed.lemma[verb] in parsed.frames.seeming
    ):
        found.append(NO_SOURCE)
    return [source for source in found if source.head < 0 or _same_voice(parsed, verb, source.head)][:_MOST]


def _same_voice(parsed: Discourse, cue: int, source: int) -> bool:
    """Whether cue and source are both outside of speech, or inside the same one: nobody is cited from within his own words."""
    return parsed.speech_of[cue] == parsed.speech_of[source]


def noun_sources(parsed: Discourse, noun: int) -> list[Source]:
    """ "the company's claim", "a claim by the company", "the company made the claim", and none."""
    found: list[Source] = []
    for child in parsed.children[noun]:
        dep = parsed.dep[child]
        if dep == "prep" and parsed.lower[child] in parsed.frames.ownership:
            path, tokens = f"of_noun:{parsed.lower[child]}", ((child + 1, parsed.right[child]),)
            found += [Source(path, tokens, inner) for inner in _objects(parsed, child)]
        elif dep in ("poss", "compound", "nmod") or (dep == "amod" and parsed.entity[child]):
            found.append(Source(f"noun_{dep}", _without_case(parsed, child), child))
    head, dep = parsed.head[noun], parsed.dep[noun]
    if parsed.pos[head] in ("VERB", "AUX") and dep in ("dobj", "attr", "pobj", "oprd"):
        found += _subjects_of(parsed, head, "verb_subject")
    elif dep == "pobj":
        found += _subjects_of(parsed, parsed.head[head], "far_subject")
    return [*found, NO_SOURCE][:4]


def object_of_phrase(parsed: Discourse, last: int) -> list[Source]:
    """The object of "according to" and its like, with and without a relative clause."""
    return [
        source
        for child in _objects(parsed, last)
        for source in with_and_without_clause(parsed, "object_of_phrase", child, last)
    ]


def before_mark(parsed: Discourse, mark: int) -> list[Source]:
    """ "MINISTER: …": what stands between the start of the block or sentence and a colon, or the subject of the clause there."""
    block_start = parsed.blocks[parsed.block_of[mark]][0]
    start = max(block_start, parsed.sentence[mark][0])
    if start == mark:
        start = _name_start(parsed, mark, block_start)
    if mark + 1 < parsed.size and parsed.quote_of[mark + 1] >= 0 and _has_verb(parsed, start, mark):
        return _clause_before(parsed, start, mark)
    tokens = parsed.trimmed((after_time(parsed, (start, mark)),))
    words = parsed.words_before[mark] - parsed.words_before[start]
    most = _LONGEST_LABEL if _opens_speech(parsed, block_start, start, mark) else _LONGEST_NAME
    if not tokens or not 0 < words <= most or _has_verb(parsed, start, mark):
        return []
    return [Source("before_colon", tokens, _label_head(parsed, tokens))]


def _opens_speech(parsed: Discourse, block: int, start: int, mark: int) -> bool:
    """Whether a paragraph opens with a label that a quotation follows, or in capitals, as in reports of what traders say."""
    if start != block:
        return False
    quoted = mark + 1 < parsed.size and parsed.quote_of[mark + 1] >= 0
    return quoted or parsed.text_of((start, mark)).isupper()


def _label_head(parsed: Discourse, label: Ranges) -> int:
    """The name in "[Ana Ruiz], chief executive of Norbank", "[Tom Rudd] (farmer)": its last word before a comma or bracket."""
    start, end = label[0]
    pause = next((t for t in range(start + 1, end) if parsed.word[t] in (",", "(", "[")), end)
    return (
        _last_word(parsed, ((start, pause),))
        if any(parsed.is_word[start:pause])
        else _last_word(parsed, label)
    )


def after_mark(parsed: Discourse, mark: int) -> list[Source]:
    """ "… – minister" and "… ― Ana Ruiz, farmer": what follows a dash to the end of its block."""
    end = parsed.blocks[parsed.block_of[mark]][1]
    words = parsed.words_before[end] - parsed.words_before[mark]
    if not 0 < words <= 12 or _has_verb(parsed, mark + 1, end):
        return []
    comma = next((t for t in range(mark + 1, end) if parsed.lower[t] == ","), end)
    tokens = parsed.trimmed(((mark + 1, comma),))
    return [Source("after_dash", tokens, _last_word(parsed, tokens))] if tokens else []


def _clause_before(parsed: Discourse, start: int, mark: int) -> list[Source]:
    """ "[Her neighbour] is less patient: "…"": who the clause before a quotation is about, if no verb there says more."""
    if parsed.strong_before[mark] > parsed.strong_before[start]:
        return []
    subjects = (
        t for t in range(mark - 1, start - 1, -1) if parsed.dep[t] in _ANY_SUBJECT and parsed.head[t] < mark
    )
    subject = next((t for t in subjects if parsed.dep[parsed.head[t]] != "relcl"), -1)
    return list(with_and_without_clause(parsed, "clause_before_colon", subject, mark)) if subject >= 0 else []


def _own_subject(parsed: Discourse, verb: int, subject: int) -> Iterator[Source]:
    yield from with_and_without_clause(parsed, "subject", subject, verb)
    if parsed.pos[subject] == "NOUN" and not _names_somebody(parsed, subject):
        for child in parsed.children[subject]:
            if parsed.dep[child] == "poss":
                yield Source("subject_possessor", _without_case(parsed, child), child)
    if parsed.dep[verb] == "relcl" and parsed.lower[subject] in parsed.relative_pronouns:
        antecedent = parsed.head[verb]
        yield Source(
            "antecedent", ((parsed.left[antecedent], min(subject, parsed.right[antecedent])),), antecedent
        )


def _names_somebody(parsed: Discourse, noun: int) -> bool:
    """Whether a noun is somebody of that name, not something of its possessor's: "her neighbour Ana Ruiz"."""
    return any(
        parsed.entity[child] == "PERSON" and parsed.dep[child] != "poss" for child in parsed.children[noun]
    )


def _is_participle(parsed: Discourse, verb: int, subject: int) -> bool:
    """Whether a verb taken for the subject's own only tells what was done to it: "Ana Ruiz, asked about it, laughed".

    One comma alone never parts a verb from its subject, but for one that ends an apposition or follows a bracket.
    """
    between = parsed.lower[subject + 1 : verb]
    if subject > verb or parsed.tag[verb] != "VBD" or between.count(",") != 1 or between[-1] != ",":
        return False
    before = parsed.left[subject] - 1
    return parsed.lower[verb - 2] not in (")", "]") and not (before >= 0 and parsed.lower[before] == ",")


def _of_participles(parsed: Discourse, verb: int) -> list[int]:
    """The subject that the parse gave to a participle before the verb: "[Ana Ruiz], asked whether it was late, said no"."""
    return [
        subject
        for clause in parsed.children[verb]
        if clause < verb
        for subject in parsed.children[clause]
        if parsed.dep[subject] == "nsubj"
        and _same_voice(parsed, verb, subject)
        and _is_participle(parsed, clause, subject)
    ]


def _agents(parsed: Discourse, verb: int) -> Iterator[Source]:
    for child in parsed.children[verb]:
        word = parsed.lower[child]
        if parsed.dep[child] == "agent" or (parsed.dep[child] == "prep" and word in ("by", "from")):
            path = "agent" if parsed.dep[child] == "agent" else f"prep_{word}"
            for agent in _objects(parsed, child):
                yield from with_and_without_clause(parsed, path, agent, verb)


def _inherited(parsed: Discourse, verb: int, passive: bool) -> Iterator[Source]:
    """The first subject on the way up from a verb without its own: "She rose and [said]", "officials [saying]"."""
    token, path = verb, list[str]()
    while len(path) < _LONGEST_CLIMB:
        dep, head = parsed.dep[token], parsed.head[token]
        if head == token:
            return
        path.append(dep)
        if dep == "acl" and len(path) == 1:
            yield from with_and_without_clause(parsed, "modified_noun", head, verb)
        if dep == "relcl" and (passive or len(path) > 1):
            return
        token = head
        if dep in ("xcomp", "ccomp"):
            for child in parsed.children[token]:
                if parsed.dep[child] == "dobj" and child < verb:
                    yield from with_and_without_clause(parsed, "object_control", child, verb)
                    break
        subject = _subject(parsed, token, verb)
        if subject >= 0:
            name = "inherited:" + ">".join(path[:2]) + ("+" if len(path) > 2 else "")
            yield from with_and_without_clause(parsed, name, subject, verb)
            yield from _outer(parsed, token, path[0], verb)
            return


def _outer(parsed: Discourse, token: int, dep: str, verb: int) -> Iterator[Source]:
    """Who says the clause that the nearest subject stands in: "[Ruiz] said the plan would fail, and called it a joke"."""
    for _ in range(_LONGEST_CLIMB):
        token = parsed.head[token]
        if parsed.is_strong[token] and (subject := _subject(parsed, token, verb)) >= 0:
            yield from with_and_without_clause(parsed, f"outer:{dep}", subject, verb)
            return


def _subject(parsed: Discourse, verb: int, cue: int) -> int:
    """The subject of a verb that may be the source of a cue below it; -1 without one."""
    return next(
        (
            child
            for child in parsed.children[verb]
            if parsed.dep[child] in _ANY_SUBJECT and child != cue and _same_voice(parsed, cue, child)
        ),
        -1,
    )


def _subjects_of(parsed: Discourse, verb: int, path: str) -> list[Source]:
    subject = next((child for child in parsed.children[verb] if parsed.dep[child] == "nsubj"), None)
    return [] if subject is None else [Source(path, (parsed.subtree(subject),), subject)]


def subject_of(parsed: Discourse, verb: int) -> list[Source]:
    """The nearest subject before a verb, for a verb of saying between them: "which [officials] say killed 40"."""
    return _subjects_of(parsed, verb, "subject")[-1:]


def _objects(parsed: Discourse, preposition: int) -> list[int]:
    return [child for child in parsed.children[preposition] if parsed.dep[child] in ("pobj", "pcomp")]


def _without_case(parsed: Discourse, token: int) -> Ranges:
    """A possessor without its 's."""
    start, end = parsed.subtree(token)
    while end > start and parsed.dep[end - 1] == "case":
        end -= 1
    return ((start, end),) if start < end else ()


def _name_start(parsed: Discourse, mark: int, block_start: int) -> int:
    start = mark
    while (
        start > block_start
        and mark - start < 6
        and (parsed.pos[start - 1] == "PROPN" or parsed.word[start - 1].isupper())
    ):
        start -= 1
    return start


def _has_verb(parsed: Discourse, start: int, end: int) -> bool:
    return any(parsed.pos[t] in ("VERB", "AUX") and not parsed.word[t].isupper() for t in range(start, end))


def _last_word(parsed: Discourse, tokens: Ranges) -> int:
    last: Range = tokens[-1]
    return next(t for t in range(last[1] - 1, last[0] - 1, -1) if parsed.is_word[t])
