"""The import table: modules import downward only, matchers never each other, resources through one door."""

from __future__ import annotations

import ast
from pathlib import Path

import extractor

PACKAGE = Path(extractor.__file__).parent

LAYERS = {
    "errors": 0,
    "formats": 0,
    "markup": 0,
    "version": 0,
    "article": 1,
    "present": 1,
    "records": 1,
    "language": 1,
    "annotations": 2,
    "text": 2,
    "matchers": 3,
    "claims": 4,
    "desk": 4,
    "matching": 4,
    "engine": 5,
    "loading": 5,
    "pipeline": 5,
    "readers": 5,
    "writers": 5,
    "evaluate": 5,
    "explain": 5,
    "report": 5,
    "batch": 6,
    "query": 6,
    "service": 6,
    "spark": 6,
    "train": 6,
    "cli": 7,
    "doctor": 7,
    "spacy_component": 7,
    "__main__": 7,
    "__init__": 7,
}

BORDER_ONLY = ("readers", "writers", "evaluate", "engine")
"""Packages that know articles and records, and nothing of the matchers between them."""


MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name below the package: matchers.dates.relative."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports_of(path: Path) -> set[str]:
    """Our modules that a module imports, anywhere in it, as dotted names below the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.removeprefix("extractor.") for name in found if name.startswith("extractor.")}


IMPORTS = [(name_of(path), imported) for path in MODULES for imported in sorted(imports_of(path))]


def part(name: str) -> str:
    return name.split(".")[0]


def test_every_module_has_a_layer() -> None:
    assert {part(name_of(path)) for path in MODULES} <= LAYERS.keys()


def test_imports_go_downward() -> None:
    upward = [
        f"{module} imports {imported}"
        for module, imported in IMPORTS
        if part(module) not in (part(imported), "__init__") and LAYERS[part(imported)] > limit(module)
    ]
    assert not upward


def limit(module: str) -> int:
    """The highest layer a module may import besides its own package."""
    return 1 if part(module) in BORDER_ONLY else LAYERS[part(module)]


def test_matchers_know_neither_each_other_nor_the_records() -> None:
    crossing = [
        f"{module} imports {imported}"
        for module, imported in IMPORTS
        if part(module) == "matchers" and module != "matchers.__init__"
        if part(imported) == "records"
        or (part(imported) == "matchers" and imported.split(".")[1:2] != module.split(".")[1:2])
    ]
    assert not crossing


def test_nothing_imports_what_imports_it() -> None:
    modules = {name_of(path) for path in MODULES}
    waiting = {name_of(path): modules_of(path, modules) for path in MODULES}
    while free := {name for name, needed in waiting.items() if not needed & waiting.keys()}:
        waiting = {name: needed for name, needed in waiting.items() if name not in free}
    assert not waiting


def modules_of(path: Path, modules: set[str]) -> set[str]:
    """The modules that one imports; a package stands for its ``__init__``."""
    found: set[str] = set()
    for imported in imports_of(path):
        parent = imported.rpartition(".")[0]
        named = [imported, f"{imported}.__init__", parent, f"{parent}.__init__"]
        found |= set([name for name in named if name in modules][:1])
    return found - {name_of(path)}


def test_resources_are_read_through_one_door() -> None:
    doors = [name_of(path) for path in MODULES if "importlib.resources" in path.read_text(encoding="utf-8")]
    assert doors == ["language.resources"]


def test_the_import_table_is_not_empty_talk() -> None:
    assert ("pipeline", "article.Article") in IMPORTS
    assert ("writers.jsonl", "records.ArticleRecord") in IMPORTS
