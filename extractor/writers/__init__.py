"""Records → files. A format is one file of this package and one row of WRITERS."""

from __future__ import annotations

from extractor.formats import Registry
from extractor.writers.layout import Layout
from extractor.writers.options import Format, Options

__all__ = ["WRITERS", "Format", "Layout", "Options", "format_for"]

WRITERS = Registry(
    Format("jsonl", (".jsonl",), "extractor itself: one claim or one article a line"),
    Format("csv", (".csv",), "spreadsheets: one claim a row"),
    Format("parquet", (".parquet",), "DuckDB, pandas, Spark; needs the extra [parquet]"),
    Format("sqlite", (".sqlite",), "extractor query, Datasette: tables and a full-text index"),
    Format("jsonld", (".jsonld",), "knowledge graphs: schema.org NewsArticle, Claim, Quotation"),
    Format("claimreview", (".claimreview.jsonl",), "the desk: ClaimReview drafts without a verdict"),
    Format("averitec", (".averitec.json",), "fact-checking systems that read AVeriTeC"),
    Format("checkthat", (".tsv",), "check-worthiness systems of CheckThat!"),
    Format("webannotation", (".annotations.jsonld",), "W3C Web Annotation", needs_text=True),
    Format("labelstudio", (".labelstudio.json",), "correcting in Label Studio", needs_text=True),
    Format("doccano", (".doccano.jsonl",), "correcting in doccano", needs_text=True),
    Format("brat", (".zip",), "correcting in brat: a ZIP archive of .txt and .ann files", needs_text=True),
    Format("text", (".txt",), "reading: one claim a line"),
)
"""The formats by name."""


def format_for(name: str | None, out: str | None) -> Format:
    """The format of that name; without a name that of the output's longest known suffix, else JSON Lines.

    Raises:
        ExtractorError: When there is no format of that name.
    """
    if name is not None:
        return WRITERS.named(name)
    return next(iter(WRITERS.of_file(out or "")), WRITERS["jsonl"])
