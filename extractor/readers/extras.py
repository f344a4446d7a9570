"""Packages that only some formats need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from extractor.errors import InputError


def extra(module: str, name: str, where: str) -> ModuleType:
    """A module of an optional dependency.

    Args:
        module: What is imported.
        name: The extra that installs it.
        where: The input that needs it.

    Raises:
        InputError: When it is not installed; says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        what = f"needs {module.removesuffix('.parquet').removesuffix('.warc')}, which is not installed"
        remedy = f"pip install 'extractor[{name}]'"
        raise InputError(what, where=where, remedy=remedy) from error
