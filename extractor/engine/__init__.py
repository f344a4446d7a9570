"""The spaCy pass: loads a model, and parses texts whose sentence borders the layout already knows.

One door: `Engine.load` and `Engine.parse`. Two engines give the same annotations: ``stock`` runs spaCy's own
components under the safe settings of `extractor.engine.settings`; ``fast`` replaces each component it recognises with
one that computes the same in a cheaper way (`extractor.engine.components`), and leaves the others as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from extractor.engine.joints import part_joined_words
from extractor.engine.kind import EngineKind
from extractor.engine.long import annotate_in_pieces
from extractor.engine.masking import parseable
from extractor.engine.settings import BATCH, numpy_products, one_thread
from extractor.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from extractor.engine.components import Step

__all__ = ["Engine", "EngineKind"]

Context = TypeVar("Context")

_NEEDED = ("parser", "ner")
_KEPT = 16_384
"""Words that may stay in the vocabulary, in 5 MB: 800 articles bring 12,000 that the model does not have."""
_ORDINARY = 500_000
"""Characters of a batch that may bring words to stay; a spreadsheet in words may not."""


class Engine:
    """A loaded spaCy pipeline.

    Attributes:
        model: The name it was loaded by.
        version: The model's own version.
        steps: The fast and stock components of the fast engine, in their order; none of the stock engine.
    """

    def __init__(self, nlp: Pipeline, model: str, kind: EngineKind = EngineKind.FAST) -> None:
        from extractor.engine.components import steps

        self._nlp = nlp
        self.model = model
        self.version = str(nlp.meta.get("version", ""))
        self.steps: tuple[Step, ...] = steps(nlp) if kind is EngineKind.FAST else ()
        self._one_thread = one_thread()
        self._lock = Lock()
        self._kept_words = len(nlp.vocab.strings) + _KEPT
        nlp.max_length = max(nlp.max_length, 10**8)
        part_joined_words(nlp)

    @classmethod
    def load(cls, model: str, kind: EngineKind = EngineKind.FAST) -> Engine:
        """Load a spaCy model by package name or path.

        Args:
            model: Package name or path.
            kind: Whether known components run in their fast form; the annotations are the same.

        Raises:
            ModelError: When there is no such model, it needs another spaCy, or it has no parser or entity recogniser.
        """
        from extractor.engine.spacy_import import import_spacy

        try:
            with numpy_products():
                nlp = import_spacy().load(model)
        except OSError as error:
            raise ModelError(
                "no such spaCy model", where=model, remedy="install it, or leave --model out for the default"
            ) from error
        except (ValueError, ImportError) as error:
            raise ModelError(
                f"spaCy cannot load the model ({error})", where=model, remedy="use another"
            ) from error
        missing = [name for name in _NEEDED if not nlp.has_pipe(name)]
        if missing:
            raise ModelError(
                f"the model has no {' and no '.join(missing)}", where=model, remedy="use another"
            )
        return cls(nlp, model, kind)

    def parse(self, texts: Iterable[tuple[str, Sequence[int], Context]]) -> Iterator[tuple[Doc, Context]]:
        """Parse texts in order, each with the offsets at which a sentence must start and with whatever travels along.

        Token offsets of the Docs are those of the texts: what spaCy cannot take is masked character by character.
        """
        texts = iter(texts)
        while batch := list(islice(texts, BATCH)):
            docs = annotate_in_pieces(self._annotated, [(text, starts) for text, starts, _ in batch])
            yield from zip(docs, [context for _, _, context in batch], strict=True)

    def memory_zone(self, characters: int) -> AbstractContextManager[Any]:
        """A block after which the Docs parsed in it are invalid, and all they brought into the vocabulary is gone.

        Only the words of the first few hundred articles stay, among them nearly all that the next ones need: a word that
        comes anew is split and looked at again, which for all words costs as much as the entity recogniser.

        Args:
            characters: How many are to be parsed in it.
        """
        if characters <= _ORDINARY and len(self._nlp.vocab.strings) < self._kept_words:
            return nullcontext()
        return self._nlp.memory_zone()

    def _annotated(self, texts: Sequence[tuple[str, Sequence[int]]]) -> list[Doc]:
        with self._lock, self._one_thread():  # what the fast components keep is shared between threads
            docs = [self._tokenized(text, starts) for text, starts in texts]
            if not self.steps:
                return list(self._nlp.pipe(docs, batch_size=len(docs)))
            for step in self.steps:
                docs = step.run(docs)
            return docs

    def _tokenized(self, text: str, starts: Sequence[int]) -> Doc:
        doc = self._nlp.make_doc(parseable(text))
        if starts:
            import numpy

            offsets = doc.to_array("IDX")
            borders = offsets.searchsorted(starts)
            marks: Any = numpy.zeros(len(doc), dtype="uint64")
            marks[borders[borders < len(doc)]] = marks[:1] = 1
            doc.from_array(
                "SENT_START", marks
            )  # at once: spaCy looks at every token for each token set by itself
        return doc
