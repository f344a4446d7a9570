"""What a TOML file of models/ must look like: typed tables whose keys are all known, and an error that says what to mend.

A file has one schema, a subclass of `Lexicon`; its fields are the tables and keys of the file. `Resources.lexicon` reads it.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from extractor.errors import ResourceError

T = TypeVar("T")


def _each_once(words: Any) -> Any:
    """Lists of words hold no word twice: it would stand for two intentions, of which one is mended and the other forgotten."""
    if isinstance(words, list) and len(set(map(str, words))) < len(words):
        twice = sorted({str(word) for word in words if words.count(word) > 1})
        raise ValueError(f"listed twice: {', '.join(twice)}")
    return words


Words = Annotated[frozenset[str], BeforeValidator(_each_once)]
"""A list of words that is only looked up in."""
WordList = Annotated[tuple[str, ...], BeforeValidator(_each_once)]
"""A list of words whose order is kept."""


class Table(BaseModel):
    """A table of a file: a key that is no field of it is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Lexicon(Table):
    """A whole file.

    Attributes:
        file: Its name below ``models/<language>/``, without the ending.
    """

    file: ClassVar[str]


def checked(schema: type[T], content: object, file: str) -> T:
    """The content of a file as its schema says.

    Raises:
        ResourceError: When a key is missing, unknown or of the wrong type; it names the first, its table and the remedy.
    """
    try:
        return TypeAdapter(schema).validate_python(content)
    except ValidationError as error:
        raise _mendable(error, schema, content, file) from None


def _mendable(error: ValidationError, schema: type[Any], content: Any, file: str) -> ResourceError:
    # a key misspelt is both missing and unknown: what stands there tells more
    first = min(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    *table, key = first["loc"] or ("",)
    place = f"{file}, [{_name(table, content)}] {key}" if table else f"{file}, {key}"
    known = _keys(schema, table)
    match first["type"]:
        case "missing":
            return ResourceError(f"{key} is missing", where=place, remedy="add it")
        case "extra_forbidden":
            remedy = f"this table holds {', '.join(known)}" if known else "remove it"
            return ResourceError(f"there is no key {key}", where=place, remedy=remedy)
        case _:
            what = first["msg"].removeprefix("Value error, ")
            return ResourceError(what[:1].lower() + what[1:], where=place, remedy="mend its value")


def _name(path: list[Any], content: Any) -> str:
    """The name of a table; one of a list goes by its id, where it has one."""
    names: list[Any] = []
    for step in path:
        content = content[step] if isinstance(content, dict | list) else None
        names.append(content.get("id", step) if isinstance(step, int) and isinstance(content, dict) else step)
    return ".".join(map(str, names))


def _keys(schema: type[Any], path: list[int | str]) -> list[str]:
    """The keys that the table at a path may hold; none where the schema does not name them."""
    for step in path:
        if isinstance(step, int):
            continue
        field = getattr(schema, "model_fields", {}).get(step)
        inner = field.annotation if field else None
        inner = get_args(inner)[0] if get_origin(inner) is tuple else inner
        if not isinstance(inner, type):
            return []
        schema = inner
    return [field.alias or name for name, field in getattr(schema, "model_fields", {}).items()]
