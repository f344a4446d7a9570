"""View data → one HTML page that needs nothing else: no server, no network, no other file.

News text comes from strangers. Three walls stand between it and a script of its own: the template escapes by default, the
embedded data holds no character that HTML could read as markup, and the page's Content-Security-Policy runs the one script whose
hash it names. The page's own script builds elements and never parses text as HTML, which the policy enforces as well.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache

import jinja2

from extractor.report.view import View

SCRIPTS = (
    "dom",
    "article",
    "desk",
    "claims",
    "detail",
    "filters",
    "charts",
    "timeline",
    "numbers",
    "downloads",
    "main",
)
"""The page's script, in parts of one subject each; ``main`` comes last, since it starts the page."""

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def render(view: View) -> bytes:
    """The page in UTF-8."""
    style = _page_file("style.css")
    script = "\n".join(_page_file(f"{name}.js") for name in SCRIPTS)
    page = _environment().get_template("report.html.j2")
    html = page.render(
        title=view["title"],
        policy=content_security_policy(style, script),
        style=style,
        script=script,
        data=embeddable_json(view),
    )
    return html.encode("utf-8", "replace")  # lone surrogates in a title; those in the data are escaped


def embeddable_json(value: object) -> str:
    """JSON that no text in it can break out of, whatever HTML or JavaScript reads it.

    All but ASCII is escaped, U+2028 and lone surrogates with it, and so are ``<``, ``>`` and ``&``.
    """
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False).translate(_UNSAFE)


def content_security_policy(style: str, script: str) -> str:
    """What the page may do: apply this style, run this script, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",  # the empty icon, without which a browser asks the server for one
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(inline: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()


def _page_file(name: str) -> str:
    loader = _environment().loader
    assert loader is not None
    return loader.get_source(_environment(), name)[0]


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("extractor.report", "page"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
