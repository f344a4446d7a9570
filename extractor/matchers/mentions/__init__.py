"""Mentions: names, roles and pronouns that may stand for a claimant, joined into clusters across the article.

One door: `compile_matcher`. Phrases are found in the parse, names joined over the whole article, then nominals and pronouns
resolved in reading order. What stays unsure stays alone or is left out: a wrong claimant is worse than none.
"""

from __future__ import annotations

from extractor.annotations import Annotations, Mention
from extractor.language.resources import Resources
from extractor.matchers.mentions.cluster import Cluster
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.names import NameClusters
from extractor.matchers.mentions.phrase import Phrase
from extractor.matchers.mentions.phrases import find_phrases
from extractor.matchers.mentions.reference import Resolution, resolve
from extractor.matchers.mentions.words import Words
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

__all__ = ["compile_matcher"]


def compile_matcher(resources: Resources) -> Matcher[Mention]:
    """The matcher for the words of ``lexicons/claimants.toml``."""
    lexicon = ClaimantLexicon.read(resources)

    def mentions(parsed: Parsed, found: Annotations) -> tuple[Mention, ...]:
        words = Words(parsed, found.cues)
        phrases = list(find_phrases(words, lexicon))
        resolved = resolve(phrases, NameClusters(phrases, lexicon), words, lexicon)
        numbers: dict[int, int] = {}
        return tuple(
            _mention(
                parsed, phrase, found.cluster, found, numbers.setdefault(id(found.cluster), len(numbers))
            )
            for phrase, found in zip(phrases, resolved, strict=True)
            if found.cluster is not None and found.cluster.name
        )

    return mentions


def _mention(parsed: Parsed, phrase: Phrase, cluster: Cluster, found: Resolution, number: int) -> Mention:
    return Mention(
        span=parsed.span(phrase.start, phrase.end),
        token=phrase.head,
        name=cluster.shown,
        kind=cluster.kind,
        role=cluster.role,
        affiliation=cluster.affiliation,
        cluster=number,
        resolved_by=found.how,
        gender=cluster.stated,
        sure=found.sure,
    )
