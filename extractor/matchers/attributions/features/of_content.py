"""Features of a content: frame, shape, place, quotation marks and head."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.features.magnitudes import bucket
from extractor.matchers.attributions.features.of_cue import SHOWN_CHILDREN, CueContext
from extractor.text.ranges import Ranges, count, holds

_QUOTED_ENTIRELY = 0.9
_PAUSES = frozenset({",", ";", "-", "–", "—", "--", "―", ":"})


class FeatureNames(NamedTuple):
    """Names of features.

    Attributes:
        alone: Those weighed as they are.
        crossed: Those weighed together with the family of the content.
    """

    alone: list[str]
    crossed: list[str]

    def both(self, *names: str) -> None:
        """Add names that are weighed in both ways."""
        self.alone.extend(names)
        self.crossed.extend(names)


class ContentFeatures:
    """Names the features of the contents proposed for one cue."""

    def __init__(self, context: CueContext) -> None:
        self._context = context
        self._parsed = context.parsed
        self._of_frame: dict[str, list[str]] = {}
        self._rests: dict[int, tuple[str, ...]] = {}
        self._shared = context.shared()
        self._label_ends, self._labels = self._complements()

    def _complements(self) -> tuple[list[int], list[str]]:
        """Where another label joins those of the complements behind the cue, and the labels from there on."""
        parsed, token = self._parsed, self._context.token
        ends: list[int] = []
        labels, known = ["-"], set[str]()
        for end, label in sorted(
            (parsed.right[c], parsed.dep[c]) for c in parsed.children[token] if c > token
        ):
            if label in SHOWN_CHILDREN and label not in known:
                known.add(label)
                ends.append(end)
                labels.append(".".join(sorted(known)))
        return ends, labels

    def of(self, content: Content) -> FeatureNames:
        """The names of all features of a content."""
        names = FeatureNames([*self._frame(content)], [*self._shared])
        self._shape(content.tokens, names)
        self._place(content.tokens, names)
        if count(self._parsed.marked_before, content.tokens):
            self._quotation(content.tokens, names)
        else:
            self._no_quotation(names)
        if content.head >= 0:
            self._head(content, names)
        return names

    def _frame(self, content: Content) -> list[str]:
        frame = content.frame
        if frame not in self._of_frame:  # a cue has many contents of one frame
            self._of_frame[frame] = [
                f"frame={frame}",
                f"family={content.family}",
                f"frame={frame}&lemma={self._context.lemma}",
                f"frame={frame}&class={self._context.sense}",
            ]
        return self._of_frame[frame]

    def _shape(self, tokens: Ranges, names: FeatureNames) -> None:
        parsed, first = self._parsed, tokens[0][0]
        finite = count(parsed.finite_before, tokens) > 0
        names.alone.extend(
            (
                f"finite={finite}&lemma={self._context.lemma}",
                f"first={parsed.shown[first]}&lemma={self._context.lemma}",
            )
        )
        names.both(f"length={bucket(count(parsed.words_before, tokens))}", f"first={parsed.shown[first]}")
        names.crossed.extend(
            (
                f"pieces={len(tokens)}",
                f"first_tag={parsed.tag[first]}",
                f"finite={finite}",
                f"strong_inside={min(2, count(parsed.strong_before, tokens))}",
            )
        )

    def _place(self, tokens: Ranges, names: FeatureNames) -> None:
        parsed, cue = self._parsed, self._context.cue
        first, last = tokens[0][0], tokens[-1][1] - 1
        if first > cue.token:
            side, gap = "right", first - cue.tokens[-1][1]
        elif last < cue.token:
            side, gap = "left", cue.tokens[0][0] - last
        else:
            side, gap = "around", 0
        start, end = parsed.sentence[cue.token]
        follow = parsed.shown[last + 1] if last + 1 < parsed.size else ""
        crosses = parsed.block_of[first] != parsed.block_of[last]
        names.alone.extend((f"gap={side}{bucket(gap)}", f"after={follow}&side={side}", f"crosses={crosses}"))
        names.crossed.extend(
            (
                f"side={side}",
                f"skips={self._skipped(first)}",
                f"to_sentence_end={last >= end - 2}&from_start={first <= start + 1}",
                f"finite_after={side}{min(2, self._finite_between(last + 1, end))}",
                f"after={follow}",
                f"after_dep={parsed.dep[last + 1] if last + 1 < end else '-'}",
                f"before={parsed.shown[first - 1] if first > start else '-'}",
                *self._rest(max(last, cue.token) + 1, end),
            )
        )

    def _rest(self, start: int, end: int) -> tuple[str, ...]:
        """What the sentence goes on with behind cue and content: "…, she said, [down from 900]", "…; [imports rose]"."""
        if start not in self._rests:
            self._rests[start] = self._rest_from(start, end)
        return self._rests[start]

    def _rest_from(self, start: int, end: int) -> tuple[str, ...]:
        parsed = self._parsed
        mark = next((t for t in range(start, end) if parsed.lower[t] in _PAUSES), end)
        rest = next((t for t in range(mark, end) if parsed.is_word[t]), end)
        if rest == end:
            return ("rest=-",)
        finite = self._finite_between(rest, end) > 0
        return (
            f"rest={parsed.shown[rest]}",
            f"rest_mark={parsed.lower[mark]}&finite={finite}&length={bucket(end - rest)}",
            f"rest_tag={parsed.tag[rest]}&finite={finite}",
        )

    def _finite_between(self, start: int, end: int) -> int:
        """Finite verbs in the rest of the sentence: an object that one follows was its subject."""
        return self._parsed.finite_before[end] - self._parsed.finite_before[start] if start < end else 0

    def _skipped(self, first: int) -> str:
        """Labels of the cue's complements that lie between the cue and the content."""
        return self._labels[bisect_right(self._label_ends, first)]

    def _no_quotation(self, names: FeatureNames) -> None:
        outside = min(2, len(self._context.speeches))
        names.both("quoted=none")
        names.alone.append(f"quoted=none&lemma={self._context.lemma}")
        names.crossed.extend(("cuts_quote=False", f"quotes_outside={outside}"))

    def _quotation(self, tokens: Ranges, names: FeatureNames) -> None:
        context = self._context
        share, touched = self._quote_share(tokens), self._touched(tokens)
        outside = [n for n in context.speeches if n not in touched]
        cut = any(not self._holds_quote(tokens, n) for n in self._at_edges(tokens))
        names.both(f"quoted={share}")
        names.alone.append(f"quoted={share}&lemma={context.lemma}")
        names.crossed.extend((f"cuts_quote={cut}", f"quotes_outside={min(2, len(outside))}"))
        if share == "all":
            covered = f"{min(4, len(touched))}/{min(4, len(context.speeches))}"
            names.alone.append(f"quotes_covered={covered}")
        if touched and not self._parsed.quoted(context.token):
            self._ownership(touched, outside, names)
            names.both(*self._marks("in", sorted(touched)), *self._marks("out", outside))

    def _ownership(self, touched: set[int], outside: list[int], names: FeatureNames) -> None:
        """Whether the quotations lie nearest to this cue or to another one of the block."""
        token, owner_of = self._context.token, self._parsed.owner_of_quote
        others = min(2, sum(1 for n in touched if owner_of[n] not in (-1, token)))
        mine = any(owner_of[n] == token for n in touched)
        left_out = min(2, sum(1 for n in outside if owner_of[n] == token))
        owned = f"others={others}&mine={mine}"
        names.both(f"{owned}&left_out={left_out}")
        names.alone.append(f"{owned}&form={self._context.cue.cue.form}")

    def _marks(self, taken: str, numbers: list[int]) -> list[str]:
        """How the marks of the nearest quotations, in order and taken in or left out, lead to this cue or away from it."""
        parsed, token = self._parsed, self._context.token
        before = next((n for n in reversed(numbers) if parsed.quotes[n][1] <= token), -1)
        after = next((n for n in numbers if parsed.quotes[n][0] > token), -1)
        return [
            f"quote_{taken}={side}:{parsed.quote_opens[n]}:{parsed.quote_closes[n]}"
            for side, n in (("left", before), ("right", after))
            if n >= 0
        ]

    def _head(self, content: Content, names: FeatureNames) -> None:
        parsed, head, lemma = self._parsed, content.head, self._context.lemma
        word = f"content_head={parsed.shown_lemma[head]}"
        names.alone.extend(
            (
                f"{word}&lemma={lemma}",
                f"content_pos={parsed.pos[head]}&frame={content.frame}",
                f"content_tag={parsed.tag[head]}&lemma={lemma}",
            )
        )
        names.crossed.extend(
            (word, f"content_entity={parsed.entity[head]}", f"content_head_strong={parsed.is_strong[head]}")
        )

    def _quote_share(self, tokens: Ranges) -> str:
        """all, some or none: how much of a content is between quotation marks."""
        words = count(self._parsed.words_before, tokens)
        quoted = count(self._parsed.quoted_before, tokens)
        if quoted >= _QUOTED_ENTIRELY * words:
            return "all"
        return "some" if quoted else "none"

    def _touched(self, tokens: Ranges) -> set[int]:
        parsed = self._parsed
        touched: set[int] = set()
        for start, end in tokens:
            touched.update(parsed.quotes_from(start, end))
            touched.update((parsed.quote_of[start], parsed.quote_of[end - 1]))
        touched.discard(-1)
        return touched

    def _at_edges(self, tokens: Ranges) -> set[int]:
        """The quotations at the ends of the pieces, the only ones that these can cut."""
        quote_of = self._parsed.quote_of
        return {quote_of[token] for start, end in tokens for token in (start, end - 1)} - {-1}

    def _holds_quote(self, tokens: Ranges, number: int) -> bool:
        start, end = self._parsed.trimmed_quotes[number]
        return start == end or (holds(tokens, start) and holds(tokens, end - 1))
