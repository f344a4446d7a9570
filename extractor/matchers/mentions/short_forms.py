"""Short forms of names: beginnings, ends and initials, suffixes such as "Jr.", and names that stand inside longer ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extractor.matchers.mentions.cluster import Cluster
from extractor.matchers.mentions.phrase import Phrase
from extractor.matchers.mentions.runs import AGAINST

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "von", "van", "al"})
_LONGEST = 8
"""Words of a name whose beginnings and ends are indexed."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def short_forms(key: str) -> Iterator[str]:
    """What may stand for a full name: its beginnings, its ends and its initials."""
    parts = key.split()[:_LONGEST]
    found = {" ".join(parts[:n]) for n in range(1, len(parts))}
    if not AGAINST & set(parts):  # "Harbour Council" is not short for "Stone v. Harbour Council"
        found |= {" ".join(parts[n:]) for n in range(1, len(parts))}
    if len(parts) > 2:
        found.add(f"{parts[0]} {parts[-1]}")  # "Clara Maria Ruiz" is Clara Ruiz
    return iter((found | acronyms(parts)) - {key})


def acronyms(parts: Sequence[str]) -> set[str]:
    """ "rco" and "r.c.o." of the Relief Coordination Office."""
    initials = "".join(part[0] for part in parts if part not in _SMALL_WORDS)
    return {initials, ".".join(initials) + "."} if len(initials) > 1 else set()


def several_suffixes(names: Sequence[Phrase]) -> frozenset[str]:
    """Names that an article gives with several suffixes: "Karl Stone Jr." is then not "Karl Stone III"."""
    suffixes: dict[str, set[str]] = {}
    for phrase in names:
        key, suffix = without_suffix(phrase.name)
        if suffix:
            suffixes.setdefault(key, set()).add(suffix)
    return frozenset(key for key, found in suffixes.items() if len(found) > 1)


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


def known_before(key: str, cluster: Cluster, mentions: Sequence[Phrase]) -> bool:
    """Whether a long form came before its second half alone: "Vane" is not short for an "RVJ Vane" of long ago, named later."""
    full = without_suffix(cluster.name)[0]
    if cluster.kind == "person" or full.startswith(key) or not full.endswith(f" {key}"):
        return True
    told = next((mention for mention in mentions if not mention.place.headline), None)
    return told is None or cluster.first < told.head


@lru_cache(maxsize=4096)
def without_suffix(name: str) -> tuple[str, str]:
    """A name in lower case, and the "jr" or "iii" behind it."""
    parts = name.lower().replace("’", "'").split()
    suffix = ""
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        suffix = parts.pop().rstrip(".")
    return " ".join(parts), suffix
