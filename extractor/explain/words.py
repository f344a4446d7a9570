"""Rules and features by their names in words, out of ``explanations.toml`` and the notes of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.errors import ResourceError
from extractor.language.date_rules import DateRules
from extractor.language.quantity_rules import QuantityRules
from extractor.language.resources import Resources
from extractor.language.rules import Rule

_VALUES = {"True": "yes", "False": "no", "": "none", "-": "none", "(name)": "a name", "None": "none"}
_NARROWED = re.compile(r"[+-][a-z]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Names in words.

    Attributes:
        forms: Of kinds of cues.
        frames: Of constructions, each with an example.
        narrowed: Of what may be cut off a content or added.
        paths: Of the ways to a source.
        features: Of what is weighed.
        notes: Of the rules of quantities and dates, by the file and id of the rule.
    """

    forms: Mapping[str, str]
    frames: Mapping[str, tuple[str, str]]
    narrowed: Mapping[str, str]
    paths: Mapping[str, str]
    features: Mapping[str, str]
    notes: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, resources: Resources) -> Names:
        """The names of a language.

        Raises:
            ResourceError: When the file is broken.
        """
        where = f"{resources.code}/explanations.toml"
        tables = resources.toml("explanations")
        try:
            return cls(
                forms=tables["forms"],
                frames={name: (words, example) for name, (words, example) in tables["frames"].items()},
                narrowed=tables["narrowed"],
                paths=tables["paths"],
                features=tables["features"],
                notes={
                    "quantities": _notes(resources.lexicon(QuantityRules).rule),
                    "dates": _notes(resources.lexicon(DateRules).rule),
                },
            )
        except (KeyError, ValueError) as error:
            raise ResourceError(
                f"no names of rules ({error})", where=where, remedy="reinstall extractor, or mend the file"
            ) from error

    def rule(self, rule: str) -> str:
        """A rule of an attribution: ``verb:clause_after`` is "a verb reports the clause behind the cue"."""
        form, _, frame = rule.partition(":")
        told = self.forms.get(form, form)
        return f"{told} {self.frame(frame)}" if frame else told

    def frame(self, frame: str) -> str:
        """A construction, with the word it is narrowed to and what was cut off it or added."""
        family, _, word = frame.partition(":")
        base = _NARROWED.sub("", family)
        told = self.frames[base][0] if base in self.frames else base
        changes = [self.narrowed.get(change, change) for change in _NARROWED.findall(family)]
        return ", ".join([f"{told} (“{word}”)" if word else told, *changes])

    def path(self, path: str) -> str:
        """A way to a source; labels of the parse that it leads over stay as they are."""
        way, _, over = path.removesuffix("-clause").partition(":")
        told = self.paths.get(way, way) + (f" ({over})" if over else "")
        return f"{told}, without its clause" if path.endswith("-clause") else told

    def feature(self, name: str) -> str:
        """A feature: ``path=subject&lemma=say`` is "source: the cue's subject, cue: say"."""
        parts = [part.partition("=") for part in name.split("&")]
        return ", ".join(
            f"{self.features.get(key, key)}: {self._value(key, value)}" for key, _, value in parts
        )

    def note(self, file: str, rule: str) -> str:
        """What a rule of quantities or dates is for."""
        return self.notes[file].get(rule, rule)

    def _value(self, key: str, value: str) -> str:
        if key in ("frame", "family"):
            return self.frame(value)
        return (
            self.path(value)
            if key == "path"
            else _VALUES.get(value, " ".join(value.split()) or "a line break")
        )


def _notes(rules: Iterable[Rule]) -> dict[str, str]:
    return {rule.id: rule.note.rstrip(".") for rule in rules}
