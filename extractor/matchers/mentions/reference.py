"""Names, nominals and pronouns resolved in reading order: "Ana Ruiz", "the minister", "the company", "she", "it", "who"."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from extractor.matchers.mentions.certainty import BY_FORM, of_pronoun
from extractor.matchers.mentions.cluster import Cluster, possessive_of, words_of
from extractor.matchers.mentions.definites import Definites
from extractor.matchers.mentions.genders import lean, suggest_genders
from extractor.matchers.mentions.leads import Leads
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.names import NameClusters
from extractor.matchers.mentions.phrase import Phrase
from extractor.matchers.mentions.pronouns import Seen, antecedent_of, spoke
from extractor.matchers.mentions.words import Words


class Resolution(NamedTuple):
    """Whom a phrase means.

    Attributes:
        cluster: None where the article leaves it open.
        how: By what it was found: name, surname, acronym, pronoun, title, nominal.
        sure: How likely it is right, from 0 to 1.
    """

    cluster: Cluster | None
    how: str
    sure: float


_WINDOW = 48
"""Mentions a pronoun or "the company" looks back; keeps a sentence of ten thousand names linear."""
_CLIMB = 4
_LIKELY = 0.6
"""Lead from which a pronoun suggests the gender of its antecedent."""
_CLEAR = 1.0
"""Lead that a surname of several people asks of the one it stands for."""
_INDIVIDUALS = frozenset({"person", "anonymous"})
_OWNS = 0.9
"""How sure a pronoun must be to name what it owns."""
_AWAITS = 2
"""Sentences after a question in which its reply is looked for."""
_HEARING = frozenset({"dobj", "dative"})
_BELOW = frozenset({"pobj", "prep", "appos", "compound", "nmod", "poss"})


def resolve(
    phrases: Sequence[Phrase], names: NameClusters, parsed: Words, lexicon: ClaimantLexicon
) -> list[Resolution]:
    """For every phrase its cluster and how it was found; (None, …) where the article leaves it open."""
    suggest_genders(phrases, names)
    reader = _Reader(phrases, names, parsed, lexicon)
    return [reader.read(phrase) for phrase in phrases]


class _Reader:
    def __init__(
        self, phrases: Sequence[Phrase], names: NameClusters, parsed: Words, lexicon: ClaimantLexicon
    ) -> None:
        self._names = names
        self._parsed = parsed
        self._definites = Definites(names, lexicon)
        self._leads = Leads(phrases, names, lexicon)
        self._epithets = lexicon.epithets
        self._passing = lexicon.small.roles.passing
        self._replying = lexicon.small.dialogue.replying
        self._named = {phrase.head: phrase for phrase in phrases if phrase.form == "name"}
        self._recent: deque[Seen] = deque(maxlen=_WINDOW)
        self._of_head: dict[int, Cluster] = {}
        self._sure = dict[int, float]()
        self._couples: dict[str, Cluster] = {}
        self._couple_of: dict[int, Cluster] = {}
        self._turn_of: dict[int, Cluster] = {}
        self._asked: Seen | None = None
        self._spouses, self._spouse_of = lexicon.spouses, dict[int, Cluster]()

    def read(self, phrase: Phrase) -> Resolution:
        """Where a phrase belongs, after all those before it."""
        cluster, how = self._resolve(phrase)
        if cluster is not None:
            if phrase.form != "pronoun":
                self._definites.remember(cluster, phrase)
            self._recent.append(Seen(cluster, phrase))
            self._of_head[phrase.head] = cluster
            if spoke(phrase) and self._parsed.lemma[phrase.place.speaks] == "ask":
                self._asked = Seen(cluster, phrase)
            if self._opens_turn(phrase):
                self._turn_of[phrase.place.block] = cluster
            if (owner := self._spouse_owner(phrase)) is not None:
                self._spouse_of |= {id(owner): cluster, id(cluster): owner}
        if phrase.together:
            couple = self._couples.get(phrase.together)
            if couple is None:
                couple = self._couples[phrase.together] = Cluster(phrase.together, "group", plural=True)
            self._recent.append(Seen(couple, phrase))
            self._couple_of[phrase.head] = couple
        return Resolution(cluster, how, self._sure.get(phrase.head, BY_FORM.get(how, 1.0)))

    def _resolve(self, phrase: Phrase) -> tuple[Cluster | None, str]:
        if phrase.form == "name":
            cluster, how = self._names.of(phrase)
            return cluster or self._namesake(phrase), how
        if phrase.form == "nominal":
            return self._nominal(phrase)
        if phrase.name == "relative":
            self._sure[phrase.head] = BY_FORM["relative"]
            return self._relative(phrase), "pronoun"
        cluster, lead = antecedent_of(phrase, self._recent, self._others(phrase))
        self._sure[phrase.head] = of_pronoun(lead)
        if cluster is not None and phrase.gender and lead >= _LIKELY:
            lean(cluster, phrase)
            if not cluster.named:
                cluster.gender = phrase.gender
        return cluster, "pronoun"

    def _namesake(self, phrase: Phrase) -> Cluster | None:
        """Of several people with one surname the one in focus; where the text has just named two of them, the one who spoke.

        "Eva Harmon, mother of Bill Harmon, said …" names the second only to tell who the first is.
        """
        several = self._names.namesakes(phrase)
        met = [seen for seen in self._recent if seen.cluster in several]
        named = [seen for seen in met if seen.phrase.form == "name"]
        last = [seen for seen in named if seen.phrase.place.sentence == named[-1].phrase.place.sentence]
        if len({id(seen.cluster) for seen in last}) > 1:
            return next((seen.cluster for seen in last if self._describes(seen, last)), None)
        cluster, lead = antecedent_of(phrase, met)
        return cluster if lead >= _CLEAR else None

    def _describes(self, speaker: Seen, named: Sequence[Seen]) -> bool:
        """Whether somebody spoke, and all others named are part of the description."""
        rest = (seen for seen in named if seen.cluster is not speaker.cluster)
        return spoke(speaker.phrase) and all(
            self._stands_under(s.phrase.head, speaker.phrase.head) for s in rest
        )

    def _stands_under(self, token: int, head: int) -> bool:
        for _ in range(2 * _CLIMB):
            if token == head:
                return True
            token = self._parsed.head[token]
        return False

    def _others(self, pronoun: Phrase) -> list[Cluster]:
        """Whom a pronoun cannot mean: in "he told Ruiz" he is not Ruiz, in "RUIZ: He is late" she is "I"; who asks waits."""
        turn = self._turn_of.get(pronoun.place.block)
        others = [one for one in (turn, self._asker(pronoun)) if one is not None]
        if not pronoun.place.subject:
            return others
        children = self._parsed.children[pronoun.place.governor]
        objects = [self._named[c] for c in children if self._parsed.dep[c] in _HEARING and c in self._named]
        return others + [cluster for phrase in objects if (cluster := self._names.known(phrase))]

    def _asker(self, pronoun: Phrase) -> Cluster | None:
        """Who has just asked what a pronoun replies to."""
        here = pronoun.place
        if self._asked is None or here.speaks < 0 or self._parsed.lemma[here.speaks] not in self._replying:
            return None
        return self._asked.cluster if here.sentence - self._asked.phrase.place.sentence <= _AWAITS else None

    def _opens_turn(self, phrase: Phrase) -> bool:
        """Whether a name labels its paragraph, as speakers do in a transcript: "RUIZ: …"."""
        parsed, start, end = self._parsed, phrase.start, phrase.end
        opens = (
            start == 0
            or not parsed.word[start - 1].strip()
            or parsed.block_of[start - 1] != parsed.block_of[start]
        )
        return phrase.form == "name" and opens and parsed.word[end : end + 1] == [":"]

    def _spouse_owner(self, phrase: Phrase) -> Cluster | None:
        """Whose wife or husband a phrase names: "Berg's wife", "her husband"."""
        own = self._parsed.child(phrase.head, "poss") if phrase.lemma in self._spouses else -1
        return self._of_head.get(own)

    def _spouse(self, phrase: Phrase) -> Cluster | None:
        """ "Her husband" is Tom Berg where "Berg's wife, Carol," came before."""
        owner = self._spouse_owner(phrase)
        known = self._spouse_of.get(id(owner)) if owner is not None else None
        return known if known is not None and known.gender in (None, phrase.gender) else None

    def _apposed(self, phrase: Phrase) -> Cluster | None:
        """Somebody unnamed of whom a noun behind tells more: "The whistleblower, a senior nurse, …"."""
        parsed, head = self._parsed, phrase.head
        known = self._of_head.get(parsed.head[head]) if parsed.dep[head] == "appos" else None
        if known is None or known.named or phrase.plural or known.plural or known.kind not in _INDIVIDUALS:
            return None
        known.gender = known.gender or phrase.gender
        known.roles.add(phrase.lemma)
        known.words.update(phrase.modifiers, {phrase.lemma})
        return known

    def _nominal(self, phrase: Phrase) -> tuple[Cluster | None, str]:
        if (met := self._spouse(phrase)) is not None:
            return met, "title" if met.named else "nominal"
        if phrase.kind in _INDIVIDUALS and (met := self._apposed(phrase)) is not None:
            return met, "nominal"
        if phrase.definite or not _specific(phrase):
            known = self._definites.find(phrase, self._recent)
            if known is not None:
                _rename(known, phrase)
                _fill(known, phrase)
                return known, "title" if known.named and known.kind == "person" else "nominal"
            if phrase.definite and phrase.epithet and not phrase.owned and self._stands_for_somebody(phrase):
                return None, "nominal"
        if (named := self._leads.named_next(phrase)) is not None:
            _describe(named, phrase)
            return named, "title"
        return self._owned(phrase, _opened_by(phrase)), "nominal"

    def _owned(self, phrase: Phrase, cluster: Cluster) -> Cluster:
        """Named by whose it is: "his office" of Tom Berg is "Tom Berg's office"."""
        if phrase.modifiers & self._passing:
            return cluster  # "his former press officer" is no longer his
        own = self._parsed.child(phrase.head, "poss")
        owner = self._of_head.get(own) if own >= 0 and self._parsed.tag[own] == "PRP$" else None
        if (
            owner is not None
            and owner.named
            and self._sure.get(own, 1.0) >= _OWNS
            and owner.name.split()[-1] not in phrase.name
        ):
            cluster.name = f"{possessive_of(owner.shown)} {phrase.name}"
        return cluster

    def _stands_for_somebody(self, phrase: Phrase) -> bool:
        """Whether an epithet is another name for somebody, though it stays open for whom."""
        if not phrase.modifiers:
            return True
        people = (seen for seen in self._recent if seen.cluster.named and seen.cluster.kind == "person")
        return phrase.lemma in self._epithets and any(people)

    def _relative(self, phrase: Phrase) -> Cluster | None:
        """ "who" is a person even where the parse hangs its clause on the nearest name ("chief economist at Varga, who …")."""
        personal, head = phrase.lemma in ("who", "whom"), phrase.antecedent
        if personal and head in self._couple_of and self._parsed.tag[head] in ("NNS", "NNPS"):
            return self._couple_of[head]  # "young Norlanders and old Marrowers, who …"
        for _ in range(_CLIMB):
            cluster = self._of_head.get(head)
            if cluster is not None and (not personal or cluster.kind not in ("organisation", "document")):
                return cluster
            if self._parsed.dep[head] not in _BELOW:
                break
            head = self._parsed.head[head]
        return self._of_head.get(phrase.antecedent)


def _rename(cluster: Cluster, phrase: Phrase) -> None:
    """Takes the name of somebody unnamed from the text rather than from a headline, whose words a parser joins too freely."""
    if cluster.headline and not cluster.named and not phrase.place.headline:
        cluster.name, cluster.headline = phrase.name, False


def _fill(cluster: Cluster, phrase: Phrase) -> None:
    """The fullest phrase names a document: "the report" is the "report by auditors on the port" of another sentence."""
    fuller = (
        len(words_of(phrase.name)) > len(words_of(cluster.name))
        and cluster.name.lower().split()[-1] in phrase.name.lower()
    )
    if cluster.kind == phrase.kind == "document" and not cluster.named and not phrase.owned and fuller:
        cluster.name = phrase.name


def _describe(person: Cluster, phrase: Phrase) -> None:
    """Takes what a lead says of somebody for his role, by which later nominals find him."""
    person.roles.add(phrase.lemma)
    person.words.update(phrase.modifiers, {phrase.lemma})
    person.role = person.role or phrase.name


def _specific(phrase: Phrase) -> bool:
    """Whether an indefinite noun phrase brings in somebody new; bare "police" and "inspectors" do not."""
    return phrase.start != phrase.head or not (phrase.plural or phrase.kind == "organisation")


def _opened_by(phrase: Phrase) -> Cluster:
    """A new cluster for somebody whom the article has not spoken of."""
    new = Cluster(
        phrase.name, phrase.kind, phrase.gender, affiliation=phrase.affiliation, plural=phrase.plural
    )
    if phrase.kind == "person" and phrase.definite:
        new.role = phrase.name
    new.headline = phrase.place.headline
    new.words.update(phrase.modifiers)
    new.roles.add(phrase.lemma)
    return new
