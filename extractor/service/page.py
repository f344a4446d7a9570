"""The pages of the service, as HTML that works without a script."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import jinja2
from fastapi import Response

from extractor.service.problems import Problem
from extractor.service.state import Settings
from extractor.version import VERSION
from extractor.writers import WRITERS

_ASSETS = {"style.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8"}


def start(settings: Settings) -> str:
    """The form in which texts are pasted and files chosen."""
    most = settings.upload.bytes // 1_000_000
    return _template("start.html.j2").render(version=VERSION, megabytes=most)


def progress(status: Mapping[str, Any]) -> str:
    """How a submission stands, and where its results are."""
    return _template("progress.html.j2").render(version=VERSION, formats=WRITERS.values(), **status)


def problem(document: Mapping[str, Any]) -> str:
    """What went wrong, for people."""
    told = {name: document.get(name) for name in ("title", "detail", "where")}
    return _template("problem.html.j2").render(version=VERSION, **told)


async def asset(name: str) -> Response:
    """The style or the script of the pages."""
    if name not in _ASSETS:
        raise Problem(404, "no such file", kind="gone")
    loader = _environment().loader
    assert loader is not None
    source, _, _ = loader.get_source(_environment(), name)
    return Response(source, media_type=_ASSETS[name])


def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("extractor.service", "pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
