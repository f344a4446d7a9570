"""Short forms of names: beginnings, ends and initials, suffixes such as "Jr.", and names that stand inside longer ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.language.mentions import InNames
from extractor.matchers.mentions.cluster import Cluster
from extractor.matchers.mentions.phrase import Phrase

_LONGEST = 8
"""Words of a name whose beginnings and ends are indexed."""


class ShortForms:
    """Knows by the words of a language what may stand for a full name."""

    def __init__(self, words: InNames) -> None:
        self._words = words
        self._unsuffixed: dict[str, tuple[str, str]] = {}

    def of(self, key: str) -> set[str]:
        """What may stand for a full name: its beginnings, its ends and its initials."""
        parts = key.split()[:_LONGEST]
        found = {" ".join(parts[:n]) for n in range(1, len(parts))}
        if not self._words.against & set(
            parts
        ):  # "Harbour Council" is not short for "Stone v. Harbour Council"
            found |= {" ".join(parts[n:]) for n in range(1, len(parts))}
        if len(parts) > 2:
            found.add(f"{parts[0]} {parts[-1]}")  # "Clara Maria Ruiz" is Clara Ruiz
        return (found | self.acronyms(parts)) - {key}

    def acronyms(self, parts: Sequence[str]) -> set[str]:
        """ "rco" and "r.c.o." of the Relief Coordination Office; "US" is none of "US Secretary"."""
        initials = "".join(part[0] for part in parts if part not in self._words.unlettered)
        return {initials, ".".join(initials) + "."} if len(initials) > 1 and initials != parts[0] else set()

    def with_several_suffixes(self, names: Sequence[Phrase]) -> frozenset[str]:
        """Names that an article gives with several suffixes: "Karl Stone Jr." is then not "Karl Stone III"."""
        suffixes: dict[str, set[str]] = {}
        for phrase in names:
            key, suffix = self.without_suffix(phrase.name)
            if suffix:
                suffixes.setdefault(key, set()).add(suffix)
        return frozenset(key for key, found in suffixes.items() if len(found) > 1)

    def known_before(self, key: str, cluster: Cluster, mentions: Sequence[Phrase]) -> bool:
        """Whether a long form came before its second half alone: "Vane" is not short for an "RVJ Vane" named later."""
        full = self.without_suffix(cluster.name)[0]
        if cluster.kind == "person" or full.startswith(key) or not full.endswith(f" {key}"):
            return True
        told = next((mention for mention in mentions if not mention.place.headline), None)
        return told is None or cluster.first < told.head

    def without_suffix(self, name: str) -> tuple[str, str]:
        """A name in lower case, and the "jr" or "iii" behind it."""
        if name not in self._unsuffixed:
            parts = name.lower().replace("’", "'").split()
            suffix = ""
            while len(parts) > 1 and parts[-1] in self._words.suffixes:
                suffix = parts.pop().rstrip(".")
            self._unsuffixed[name] = " ".join(parts), suffix
        return self._unsuffixed[name]


def known_inside(key: str, mentions: Mapping[str, Sequence[Phrase]]) -> str:
    """The known name that a longer one ends with: no "Trust Ana Ruiz" beside Ana Ruiz, no "Eurosceptic RCO" beside the RCO."""
    rest = key.partition(" ")[2]
    known = mentions.get(rest, ())
    if " " in rest:
        clear = any(m.kind == "person" for m in known)
    else:  # "RUIZ:" of a transcript is short for Ana Ruiz
        person = any(m.label == "PERSON" for m in mentions[key])
        clear = not person and all(m.name.isupper() for m in known)
    return rest if clear and len({m.end for m in known}) > len({m.end for m in mentions[key]}) else ""
