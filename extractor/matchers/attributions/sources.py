"""Sources a cue may have: its own subject, one it shares with a governing verb, an agent, a possessor, an antecedent."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import NO_SOURCE, Source
from extractor.matchers.attributions.ranges import Range, Ranges, without
from extractor.matchers.attributions.view import View

_SUBJECTS = frozenset({"nsubj", "csubj"})
_ANY_SUBJECT = _SUBJECTS | {"nsubjpass"}
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_SEEMING = frozenset({"seem", "appear"})
"""Verbs whose subject is part of what seems so, to nobody named."""
_OPENING = _NOMINALS | {"DET", "ADJ", "NUM"}
"""Parts of speech with which a noun phrase begins."""
_LONGEST_BEHIND = 16
"""Words between a quotation and a cue that may be its source."""
_LONGEST_CLIMB = 5
_MOST = 6


def verb_sources(view: View, verb: int) -> list[Source]:
    """The sources the parse offers a verb cue, the likeliest paths first; at most six."""
    own = [c for c in view.children[verb] if view.deps[c] in _SUBJECTS and _same_voice(view, verb, c)]
    passive = any(view.deps[child] in ("nsubjpass", "auxpass") for child in view.children[verb])
    found: list[Source] = []
    if own:
        found += _own_subject(view, verb, own[-1])
    found += _agents(view, verb)
    if not own:
        found += _inherited(view, verb, passive)
        if not found or view.strong[verb]:
            found += _behind_quotation(view, verb)
            found += _nearest(view, verb)
    if passive or not own or view.lower[own[-1]] in ("it", "there") or view.lemmas[verb] in _SEEMING:
        found.append(NO_SOURCE)
    return [source for source in found if source.head < 0 or _same_voice(view, verb, source.head)][:_MOST]


def _same_voice(view: View, cue: int, source: int) -> bool:
    """Whether cue and source are both outside of speech, or inside the same one: nobody is cited from within his own words."""
    return view.speech_of[cue] == view.speech_of[source]


def noun_sources(view: View, noun: int) -> list[Source]:
    """ "the company's claim", "a claim by the company", "the company made the claim", and none."""
    found: list[Source] = []
    for child in view.children[noun]:
        dep = view.deps[child]
        if dep == "prep" and view.lower[child] in ("by", "from", "of"):
            path, tokens = f"of_noun:{view.lower[child]}", ((child + 1, view.right[child]),)
            found += [Source(path, tokens, inner) for inner in _objects(view, child)]
        elif dep in ("poss", "compound", "nmod") or (dep == "amod" and view.entity[child]):
            found.append(Source(f"noun_{dep}", _without_case(view, child), child))
    head, dep = view.heads[noun], view.deps[noun]
    if view.pos[head] in ("VERB", "AUX") and dep in ("dobj", "attr", "pobj", "oprd"):
        found += _subjects_of(view, head, "verb_subject")
    elif dep == "pobj":
        found += _subjects_of(view, view.heads[head], "far_subject")
    return [*found, NO_SOURCE][:4]


def object_of_phrase(view: View, last: int) -> list[Source]:
    """The object of "according to" and its like, with and without a relative clause."""
    return [
        source
        for child in _objects(view, last)
        for source in _with_and_without_clause(view, "object_of_phrase", child, last)
    ]


def before_mark(view: View, mark: int) -> list[Source]:
    """ "MINISTER: …": what stands between the start of the block or sentence and a colon."""
    block_start = view.blocks[view.block_of[mark]][0]
    start = max(block_start, view.sentence[mark][0])
    if start == mark:
        start = _name_start(view, mark, block_start)
    tokens = view.trimmed(_after_time(view, ((start, mark),)))
    words = view.words_before[mark] - view.words_before[start]
    if not tokens or not 0 < words <= 8 or _has_verb(view, start, mark):
        return []
    return [Source("before_colon", tokens, _last_word(view, tokens))]


def after_mark(view: View, mark: int) -> list[Source]:
    """ "… – minister" and "… ― Ana Ruiz, farmer": what follows a dash to the end of its block."""
    end = view.blocks[view.block_of[mark]][1]
    words = view.words_before[end] - view.words_before[mark]
    if not 0 < words <= 12 or _has_verb(view, mark + 1, end):
        return []
    comma = next((t for t in range(mark + 1, end) if view.lower[t] == ","), end)
    tokens = view.trimmed(((mark + 1, comma),))
    return [Source("after_dash", tokens, _last_word(view, tokens))] if tokens else []


def _own_subject(view: View, verb: int, subject: int) -> Iterator[Source]:
    yield from _with_and_without_clause(view, "subject", subject, verb)
    if view.pos[subject] == "NOUN":
        for child in view.children[subject]:
            if view.deps[child] == "poss":
                yield Source("subject_possessor", _without_case(view, child), child)
    if view.deps[verb] == "relcl" and view.lower[subject] in _RELATIVE_PRONOUNS:
        antecedent = view.heads[verb]
        yield Source(
            "antecedent", ((view.left[antecedent], min(subject, view.right[antecedent])),), antecedent
        )


def _agents(view: View, verb: int) -> Iterator[Source]:
    for child in view.children[verb]:
        word = view.lower[child]
        if view.deps[child] == "agent" or (view.deps[child] == "prep" and word in ("by", "from")):
            path = "agent" if view.deps[child] == "agent" else f"prep_{word}"
            for agent in _objects(view, child):
                yield from _with_and_without_clause(view, path, agent, verb)


def _inherited(view: View, verb: int, passive: bool) -> Iterator[Source]:
    """The first subject on the way up from a verb without its own: "She rose and [said]", "officials [saying]"."""
    token, path = verb, list[str]()
    while len(path) < _LONGEST_CLIMB:
        dep, head = view.deps[token], view.heads[token]
        if head == token:
            return
        path.append(dep)
        if dep == "acl" and len(path) == 1:
            yield from _with_and_without_clause(view, "modified_noun", head, verb)
        if dep == "relcl" and (passive or len(path) > 1):
            return
        token = head
        if dep in ("xcomp", "ccomp"):
            for child in view.children[token]:
                if view.deps[child] == "dobj" and child < verb:
                    yield from _with_and_without_clause(view, "object_control", child, verb)
                    break
        subject = _subject(view, token, verb)
        if subject >= 0:
            name = "inherited:" + ">".join(path[:2]) + ("+" if len(path) > 2 else "")
            yield from _with_and_without_clause(view, name, subject, verb)
            yield from _outer(view, token, path[0], verb)
            return


def _outer(view: View, token: int, dep: str, verb: int) -> Iterator[Source]:
    """Who says the clause that the nearest subject stands in: "[Ruiz] said the plan would fail, and called it a joke"."""
    for _ in range(_LONGEST_CLIMB):
        token = view.heads[token]
        if view.strong[token] and (subject := _subject(view, token, verb)) >= 0:
            yield from _with_and_without_clause(view, f"outer:{dep}", subject, verb)
            return


def _subject(view: View, verb: int, cue: int) -> int:
    """The subject of a verb that may be the source of a cue below it; -1 without one."""
    return next(
        (
            child
            for child in view.children[verb]
            if view.deps[child] in _ANY_SUBJECT and child != cue and _same_voice(view, cue, child)
        ),
        -1,
    )


def _nearest(view: View, verb: int) -> Iterator[Source]:
    """The nearest nominal on each side, for sentences whose parse failed: "…," said the mayor of Tallinn."""
    start, end = view.sentence[verb]
    for token in range(verb + 1, min(end, verb + 7)):
        if view.pos[token] in _NOMINALS and not view.quoted(token):
            head = _phrase_head(view, token, verb + 1, end)
            low, high = view.subtree(head)
            yield Source("nearest_right", ((max(low, verb + 1), high),), head)
            break
    for token in range(verb - 1, max(start - 1, verb - 9), -1):
        if view.pos[token] in _NOMINALS and not view.quoted(token):
            head = _phrase_head(view, token, start, verb)
            low, high = view.subtree(head)
            yield Source("nearest_left", ((low, min(high, verb)),), head)
            break


def _behind_quotation(view: View, verb: int) -> Iterator[Source]:
    """What stands between a quotation and its cue, whatever the parse made of it: " "…," [Eva Ruiz, a nurse,] told KTA"."""
    start = view.sentence[verb][0]
    before = [n for n in view.quotes_near(verb) if view.speech[n] and start <= view.quotes[n][1] <= verb]
    if not before:
        return
    phrase = view.trimmed(((view.quotes[before[-1]][1], verb),))
    words = view.words_before[verb] - view.words_before[view.quotes[before[-1]][1]]
    if phrase and words <= _LONGEST_BEHIND:
        head = next((t for t in range(*phrase[0]) if view.pos[t] in _NOMINALS), -1)
        if head >= 0 and view.pos[phrase[0][0]] in _OPENING:
            yield Source("behind_quotation", phrase, _phrase_head(view, head, *phrase[0]))


def _phrase_head(view: View, token: int, start: int, end: int) -> int:
    """The head of the noun phrase a nominal is part of, not beyond a stretch of tokens."""
    while view.deps[token] in ("compound", "poss", "pobj", "appos", "nmod"):
        head = view.heads[token]
        if view.pos[head] == "ADP":
            head = view.heads[head]
        if not start <= head < end or view.pos[head] not in _NOMINALS:
            break
        token = head
    return token


def _with_and_without_clause(view: View, path: str, head: int, cue: int) -> Iterator[Source]:
    """The whole phrase, and the phrase without the clause or circumstance at its end ("who …", "in a speech")."""
    whole: Ranges = (view.subtree(head),)
    start, end = whole[0]
    if start <= cue < end:  # the cue itself modifies the phrase: only the part on the head's side of it
        whole = ((start, cue),) if head < cue else ((cue + 1, end),)
    whole = _in_whole_words(view, _after_time(view, _after_quotation(view, whole, head)), cue)
    clause = _clause_of(view, head, cue)
    yield Source(path, whole, head, clause)
    if clause >= 0 and (bare := without(whole, [view.subtree(clause)])):
        yield Source(f"{path}-clause", bare, head, clause)


def _clause_of(view: View, head: int, cue: int) -> int:
    """The verb of the clause that ends a phrase, also deep in it ("Ana Ruiz, a nurse at a ward [which …]"), or -1."""
    token, end = head, view.right[head]
    while True:
        child = next((c for c in reversed(view.children[token]) if c > token and view.deps[c] != "punct"), -1)
        if child < 0 or (token != head and view.right[child] < end - 1):
            return -1
        if view.deps[child] in _CLAUSES or (token == head and _is_circumstance(view, head, child)):
            return -1 if view.left[child] <= cue < view.right[child] else child
        token = child


def _is_circumstance(view: View, head: int, child: int) -> bool:
    """Whether a name is followed by how or where it spoke rather than by what it is part of: "Ana Ruiz in her speech"."""
    return view.pos[head] == "PROPN" and view.deps[child] == "prep" and view.lower[child] != "of"


def _after_quotation(view: View, phrase: Ranges, head: int) -> Ranges:
    """The phrase without a quotation that the parse has glued to its front: " "…," [Ana Ruiz, 40,] told"."""
    start, end = phrase[0]
    number = view.quote_of[start]
    if number < 0 or view.quoted(head) or not view.speech[number]:
        return phrase
    after = view.quotes[number][1]
    return ((after, end),) if after <= head else phrase


def _after_time(view: View, phrase: Ranges) -> Ranges:
    """The phrase without the time of a live entry at the start of its paragraph: "08.40 [Union]: …"."""
    start, end = phrase[0]
    if start != view.blocks[view.block_of[start]][0]:
        return phrase
    while start + 1 < end and view.tags[start] == "CD" and not view.texts[start].isalpha():
        start += 1
    return ((start, end), *phrase[1:])


def _in_whole_words(view: View, phrase: Ranges, cue: int) -> Ranges:
    """The phrase with the other half of a hyphened word that the parse has cut in two: "co-|host Pip Maes", "ex-|mayor"."""
    start, end = phrase[0][0], phrase[-1][1]
    while start > cue + 1 and view.hyphened(start - 1):
        start -= 2
    cut = end
    while end + 1 < view.size and view.hyphened(end) and not end < cue <= end + 1:
        end += 2
    while cut < end < view.size and view.pos[end] == "PROPN" and end != cue:
        end += 1
    if len(phrase) == 1:
        return ((start, end),)
    return ((start, phrase[0][1]), *phrase[1:-1], (phrase[-1][0], end))


def _subjects_of(view: View, verb: int, path: str) -> list[Source]:
    subject = next((child for child in view.children[verb] if view.deps[child] == "nsubj"), None)
    return [] if subject is None else [Source(path, (view.subtree(subject),), subject)]


def _objects(view: View, preposition: int) -> list[int]:
    return [child for child in view.children[preposition] if view.deps[child] in ("pobj", "pcomp")]


def _without_case(view: View, token: int) -> Ranges:
    """A possessor without its 's."""
    start, end = view.subtree(token)
    while end > start and view.deps[end - 1] == "case":
        end -= 1
    return ((start, end),) if start < end else ()


def _name_start(view: View, mark: int, block_start: int) -> int:
    start = mark
    while (
        start > block_start
        and mark - start < 6
        and (view.pos[start - 1] == "PROPN" or view.texts[start - 1].isupper())
    ):
        start -= 1
    return start


def _has_verb(view: View, start: int, end: int) -> bool:
    return any(view.pos[t] in ("VERB", "AUX") and not view.texts[t].isupper() for t in range(start, end))


def _last_word(view: View, tokens: Ranges) -> int:
    last: Range = tokens[-1]
    return next(t for t in range(last[1] - 1, last[0] - 1, -1) if view.is_word[t])
