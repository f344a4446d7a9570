"""Parses written by hand, so that the rules of the attributions are tested without a model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import spacy
from spacy.tokens import Doc

from extractor.annotations import Annotations, Attribution, Block, ClaimantKind, Mention, Span
from extractor.language.resources import Resources
from extractor.matchers import cues, quotations
from extractor.matchers.attributions.assembly import Assembler
from extractor.matchers.attributions.candidates import Candidate, Content
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse, DiscourseWords
from extractor.matchers.attributions.proposals import Proposal, propose
from extractor.text.parsed import Parsed
from extractor.text.ranges import Ranges

LANGUAGE = Resources("en")
DISCOURSE_WORDS = DiscourseWords.read(LANGUAGE)
QUOTATIONS = quotations.compile_matcher(LANGUAGE)
CUES = cues.compile_matcher(LANGUAGE)
ASSEMBLER = Assembler(LANGUAGE)
NLP = spacy.blank("en")

LEMMAS = {
    "said": "say",
    "says": "say",
    "saying": "say",
    "told": "tell",
    "denied": "deny",
    "claimed": "claim",
    "added": "add",
    "accused": "accuse",
    "believed": "believe",
    "vowed": "vow",
    "claims": "claim",
    "stopped": "stop",
    "rose": "rise",
    "asked": "ask",
}
TAGS = {"VERB": "VBD", "AUX": "VBD", "NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "NUM": "CD", "ADP": "IN"}
CLOSING = frozenset({",", ".", "?", ":", "'s", "n't"})


def doc_of(written: str) -> Doc:
    """A Doc of tokens ``word|POS|label|head`` with an optional ``|ENTITY``; the head is a word, the first of its spelling.

    A line break starts a new sentence.
    """
    rows: list[tuple[list[str], int]] = []
    starts = [0]
    for line in written.strip().split("\n"):
        found = [token.split("|") for token in line.split()]
        words = [row[0] for row in found]
        rows += [(row, len(rows) + words.index(row[3])) for row in found]
        starts.append(len(rows))
    words = [row[0] for row, _ in rows]
    return Doc(
        NLP.vocab,
        words=words,
        spaces=_spaces(words),
        pos=[row[1] for row, _ in rows],
        tags=[TAGS.get(row[1], row[1]) for row, _ in rows],
        lemmas=[LEMMAS.get(word, word.lower()) for word in words],
        deps=[row[2] for row, _ in rows],
        heads=[head for _, head in rows],
        ents=[f"B-{row[4]}" if len(row) > 4 else "O" for row, _ in rows],
        sent_starts=[number in starts for number in range(len(rows))],
    )


def discourse_of(
    doc: Doc, mentions: tuple[Mention, ...] = (), *, paragraphs: bool = False
) -> tuple[Discourse, Annotations]:
    """The discourse of a Doc with the quotations and cues that the matchers find in it.

    The text is one paragraph, or every sentence is one of its own.
    """
    spans = [(s.start_char, s.end_char) for s in doc.sents] if paragraphs else [(0, len(doc.text))]
    blocks = tuple(Block(Span(*span), "paragraph") for span in spans)
    found = Annotations(blocks=blocks, quotations=QUOTATIONS(doc.text, blocks), mentions=mentions)
    parsed = Parsed(doc, blocks, found.quotations)
    found = replace(found, cues=CUES(parsed, found))
    return Discourse(parsed, found.cues, DISCOURSE_WORDS), found


def proposals(parsed: Discourse, found: Annotations) -> dict[str, Proposal]:
    """What is proposed for the cues of an article, by their lemma."""
    return {proposal.cue.cue.lemma: proposal for proposal in propose(parsed, found.cues)}


def text_of(parsed: Discourse, tokens: Ranges) -> str:
    """The pieces of a stretch of tokens, joined by an ellipsis."""
    return " … ".join(parsed.text_of(piece) for piece in tokens)


def contents(parsed: Discourse, proposal: Proposal) -> dict[str, str]:
    """The text of the content that each frame proposes, with the source that takes the least of it."""
    longest = sorted(proposal.candidates, key=lambda candidate: candidate.words)
    return {one.content.frame: text_of(parsed, one.content.tokens) for one in longest}


def frames(parsed: Discourse, found: Iterable[Content]) -> dict[str, str]:
    """The text of each content, by its frame."""
    return {content.frame: text_of(parsed, content.tokens) for content in found if content.tokens}


def sources(parsed: Discourse, proposal: Proposal) -> dict[str, str]:
    """The text of the source that each path proposes."""
    return {c.source.path: text_of(parsed, c.source.tokens) for c in proposal.candidates}


def candidate(proposal: Proposal, frame: str, path: str) -> Candidate:
    """The candidate of a frame and a path."""
    return next(c for c in proposal.candidates if (c.content.frame, c.source.path) == (frame, path))


def chosen(proposal: Proposal, frame: str, path: str, confidence: float = 0.9) -> Decided:
    """The candidate of a frame and a path, as if the weights had picked it."""
    return Decided(proposal.cue, candidate(proposal, frame, path), confidence)


def mention(doc: Doc, word: str, kind: ClaimantKind = "person") -> Mention:
    """A mention of one word, which names itself."""
    token = next(token for token in doc if token.text == word)
    span = Span(token.idx, token.idx + len(token))
    return Mention(span, token.i, word, kind, None, None, token.i, "name")


def assembled(
    written: str, *picked: tuple[str, str, str] | tuple[str, str, str, float], named: str = ""
) -> tuple[str, list[Attribution]]:
    """The text and the attributions made of the picked ``(lemma, frame, path[, confidence])``; ``named`` words are mentions."""
    doc = doc_of(written)
    parsed, found = discourse_of(doc, tuple(mention(doc, word) for word in named.split()))
    proposed = proposals(parsed, found)
    decided = [chosen(proposed[lemma], *rest) for lemma, *rest in picked]
    decided.sort(key=lambda one: one.cue.token)
    return doc.text, list(ASSEMBLER.assemble(parsed, list(proposed.values()), decided, found))


def _spaces(words: list[str]) -> list[bool]:
    """A space after each word but before closing marks and inside quotation marks."""
    spaces = []
    opened = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == '"':
            opened = not opened
        closes = following == '"' and opened
        spaces.append(
            following not in CLOSING and not closes and not (word == '"' and opened) and bool(following)
        )
    return spaces
