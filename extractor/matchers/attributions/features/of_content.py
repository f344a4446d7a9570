"""Features of a content: frame, shape, place, quotation marks and head."""

from __future__ import annotations

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.features.of_cue import SHOWN_CHILDREN, CueContext
from extractor.matchers.attributions.features.sizes import bucket
from extractor.matchers.attributions.ranges import Ranges, count, holds

_QUOTED_ENTIRELY = 0.9


class ContentFeatures:
    """Names the features of the contents proposed for one cue."""

    def __init__(self, context: CueContext) -> None:
        self._context = context
        self._view = context.view
        self._of_frame: dict[str, list[str]] = {}
        self._without_quotation: dict[str, list[str]] = {}

    def of(self, content: Content) -> list[str]:
        """The names of all features of a content."""
        return [
            *self._frame(content),
            *self._shape(content),
            *self._place(content),
            *self._quotation(content),
            *self._head(content),
        ]

    def _frame(self, content: Content) -> list[str]:
        family, lemma = content.family, self._context.lemma
        if content.frame not in self._of_frame:  # a cue has many contents of one frame
            self._of_frame[content.frame] = self._frame_alone(content.frame, family, lemma)
        return self._of_frame[content.frame]

    def _frame_alone(self, frame: str, family: str, lemma: str) -> list[str]:
        return [
            f"frame={frame}",
            f"family={family}",
            f"frame={frame}&lemma={lemma}",
            f"family={family}&lemma={lemma}",
            f"family={family}&tag={self._context.tag}",
            f"family={family}&dep={self._context.dep}",
            f"family={family}&passive={self._context.passive}",
            f"family={family}&children={self._context.child_labels}",
            *(f"family={family}&{name}" for name in self._context.surroundings),
        ]

    def _shape(self, content: Content) -> list[str]:
        view, family, tokens = self._view, content.family, content.tokens
        first = tokens[0][0]
        length = bucket(count(view.words_before, tokens))
        return [
            f"length={length}",
            f"length={length}&family={family}",
            f"pieces={len(tokens)}&family={family}",
            f"first={view.shown[first]}",
            f"first={view.shown[first]}&family={family}",
            f"first_tag={view.tags[first]}&family={family}",
            f"finite={count(view.finite_before, tokens) > 0}&family={family}",
            f"strong_inside={min(2, count(view.strong_before, tokens))}&family={family}",
        ]

    def _place(self, content: Content) -> list[str]:
        view, family, tokens = self._view, content.family, content.tokens
        first, last = tokens[0][0], tokens[-1][1] - 1
        if first > self._context.token:
            side, gap = "right", first - self._context.cue.tokens[-1][1]
        elif last < self._context.token:
            side, gap = "left", self._context.cue.tokens[0][0] - last
        else:
            side, gap = "around", 0
        start, end = view.sentence[self._context.token]
        follow = view.shown[last + 1] if last + 1 < view.size else ""
        return [
            f"side={side}&family={family}",
            f"gap={side}{bucket(gap)}",
            f"skips={self._skipped(first)}&family={family}",
            f"to_sentence_end={last >= end - 2}&from_start={first <= start + 1}&family={family}",
            f"after={follow}&side={side}",
            f"crosses={view.block_of[first] != view.block_of[last]}",
        ]

    def _skipped(self, first: int) -> str:
        """Labels of the cue's complements that lie between the cue and the content."""
        view = self._view
        between = [
            c
            for c in view.children[self._context.token]
            if self._context.token < c and view.right[c] <= first
        ]
        return ".".join(sorted({view.deps[c] for c in between} & SHOWN_CHILDREN)) or "-"

    def _quotation(self, content: Content) -> list[str]:
        view, family = self._view, content.family
        if not count(view.marked_before, content.tokens):  # of most contents: then the cue alone decides
            if family not in self._without_quotation:
                self._without_quotation[family] = self._unquoted(family)
            return self._without_quotation[family]
        share = self._quote_share(content.tokens)
        touched = self._touched(content.tokens)
        cut = any(not self._holds_quote(content.tokens, n) for n in touched)
        outside = sum(1 for n in self._context.speeches if n not in touched)
        names = [
            f"quoted={share}",
            f"quoted={share}&family={family}",
            f"quoted={share}&lemma={self._context.lemma}",
            f"cuts_quote={cut}&family={family}",
            f"quotes_outside={min(2, outside)}&family={family}",
        ]
        if share == "all":
            names.append(f"quotes_covered={min(4, len(touched))}/{min(4, len(self._context.speeches))}")
        if touched and not view.quoted(self._context.token):
            names += self._ownership(touched, family)
        return names

    def _unquoted(self, family: str) -> list[str]:
        return [
            "quoted=none",
            f"quoted=none&family={family}",
            f"quoted=none&lemma={self._context.lemma}",
            f"cuts_quote=False&family={family}",
            f"quotes_outside={min(2, len(self._context.speeches))}&family={family}",
        ]

    def _ownership(self, touched: set[int], family: str) -> list[str]:
        """Whether the quotations lie nearest to this cue or to another one of the block."""
        owners = [self._view.owner_of_quote[n] for n in touched]
        others = min(2, sum(1 for owner in owners if owner not in (-1, self._context.token)))
        mine = self._context.token in owners
        left_out = sum(
            1
            for n in self._context.speeches
            if self._view.owner_of_quote[n] == self._context.token and n not in touched
        )
        owned = f"others={others}&mine={mine}"
        return [
            f"{owned}&left_out={min(2, left_out)}",
            f"{owned}&left_out={min(2, left_out)}&family={family}",
            f"{owned}&form={self._context.cue.cue.form}",
        ]

    def _head(self, content: Content) -> list[str]:
        view, family, head, lemma = self._view, content.family, content.head, self._context.lemma
        if head < 0:
            return []
        return [
            f"content_head={view.shown_lemmas[head]}&family={family}",
            f"content_head={view.shown_lemmas[head]}&lemma={lemma}",
            f"content_pos={view.pos[head]}&frame={content.frame}",
            f"content_entity={view.entity[head]}&family={family}",
            f"content_tag={view.tags[head]}&lemma={lemma}",
            f"content_head_strong={view.strong[head]}&family={family}",
        ]

    def _quote_share(self, tokens: Ranges) -> str:
        """all, some or none: how much of a content is between quotation marks."""
        words = count(self._view.words_before, tokens)
        quoted = count(self._view.quoted_before, tokens)
        if quoted >= _QUOTED_ENTIRELY * words:
            return "all"
        return "some" if quoted else "none"

    def _touched(self, tokens: Ranges) -> set[int]:
        view = self._view
        touched: set[int] = set()
        for start, end in tokens:
            touched.update(view.quotes_from(start, end))
            touched.update((view.quote_of[start], view.quote_of[end - 1]))
        touched.discard(-1)
        return touched

    def _holds_quote(self, tokens: Ranges, number: int) -> bool:
        start, end = (
            self._view.trimmed((self._view.quotes[number],))[0] if self._view.quote_words[number] else (0, 0)
        )
        return start == end or (holds(tokens, start) and holds(tokens, end - 1))
