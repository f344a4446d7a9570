"""Jobs on local[2]: the same bytes as one machine, killers isolated, all of the output or none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor
from extractor.article import Article
from extractor.batch.outcome import State
from extractor.cli import main
from extractor.errors import ExitCode, ExtractorError, OutputError
from extractor.readers import read
from extractor.writers.jsonl import write_jsonl
from extractor.writers.layout import Layout
from extractor.writers.options import Options
from tests import poison

pytest.importorskip("pyspark", reason="PySpark is missing: pip install 'extractor[spark]'")
if not shutil.which("java") and "JAVA_HOME" not in os.environ:
    pytest.skip("Java is missing: Spark needs Java 17 or newer", allow_module_level=True)

from extractor.spark import Job, extract
from extractor.spark.items import SourceFormat
from extractor.spark.schema import spark_schema

ROOT = Path(__file__).resolve().parent.parent
STORIES = [
    "Ana Rivas said on {day} May 2021 that the bridge of Ferrow would cost $1.{day} million.",
    "“We are ready,” the mayor told reporters. The council reported {day}00 new trees in 2020.",
    "Nothing was said by anyone on the {day}th of June.",
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A session with two tasks at a time, each of which may fail three times."""
    from pyspark.sql import SparkSession

    before = dict(os.environ)
    os.environ |= {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "OPENBLAS_NUM_THREADS": "1"}
    settings: dict[str, Any] = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "OFF",
    }
    session = SparkSession.builder.master("local[2,4]").config(map=settings).getOrCreate()
    yield session
    session.stop()
    os.environ.clear()
    os.environ.update(before)


def story(number: int, **changed: object) -> str:
    text = STORIES[number % 3].format(day=number % 9 + 1)
    return json.dumps({"id": f"story-{number}", "text": text, "date": "2021-06-30", **changed})


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two files of stories, with what goes wrong in archives; the poison apart."""
    folder = tmp_path_factory.mktemp("news archive")
    (folder / "a.jsonl").write_text("\n".join([*(story(n) for n in range(20)), "", "no JSON", story(3), ""]))
    latin = story(40, text="Zoë Müller said that taxes rose.", id="latin").encode()
    odd = [
        story(41, text=""),
        story(42, text="Ana said no.\u2028“Yes,” he said."),
        story(5, text="Another story."),
    ]
    (folder / "b.jsonl").write_bytes(b"\r\n".join([latin, *(line.encode() for line in odd)]))
    return folder


def lines_in(folder: Path) -> list[bytes]:
    return sorted(line for part in folder.glob("part-*") for line in part.read_bytes().splitlines())


def rows_in(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines_in(folder)]


def local_lines(extractor_: Extractor, source: Path) -> list[bytes]:
    articles = [found for found in read([str(source)]) if isinstance(found, Article)]
    stream = BytesIO()
    write_jsonl(extractor_.pipe(articles), stream, Options(Layout.CLAIM))
    return sorted(stream.getvalue().splitlines())


def test_the_same_bytes_as_on_one_machine(
    spark: Any, source: Path, extractor_: Extractor, tmp_path: Path
) -> None:
    summary = extract(spark, Job(str(source), str(tmp_path / "out"), poison.open_work, partitions=3))
    claims = lines_in(tmp_path / "out" / "claims")
    assert claims == local_lines(extractor_, source)
    assert summary.claims == len(claims) > 20
    assert summary.inputs == 26 == sum(summary.states.values())
    assert {state: n for state, n in summary.states.items() if n} == {
        State.OK: 22,
        State.EMPTY: 1,
        State.QUARANTINED: 3,
    }
    reasons = sorted(row["reason"] for row in rows_in(tmp_path / "out" / "quarantine"))
    assert [
        reason
        for reason in reasons
        if "the id story-3 is that of" in reason and "a.jsonl:4 already" in reason
    ]
    assert [reason for reason in reasons if "the id story-5 is that of" in reason]
    assert len(reasons) == 3
    counts = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert counts["inputs"] == 26
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == ["out"]


def test_a_killer_and_a_killed_worker_cost_no_other_article(
    spark: Any, extractor_: Extractor, tmp_path: Path
) -> None:
    source = tmp_path / "in.jsonl"
    lines = [story(n) for n in range(30)]
    source.write_text("\n".join([*lines[:13], story(99, text=f"{poison.POISON} said no."), *lines[13:]]))
    work = partial(poison.open_poisoned, tmp_path / "killed")
    summary = extract(spark, Job(str(source), str(tmp_path / "out"), work, partitions=2))
    assert (tmp_path / "killed").exists()
    assert (summary.states[State.OK], summary.states[State.QUARANTINED]) == (30, 1)
    (row,) = rows_in(tmp_path / "out" / "quarantine")
    assert (row["number"], json.loads(row["input"])["id"]) == (14, "story-99")
    assert "SIGKILL" in row["reason"] or "killed" in row["reason"]
    source.write_text("\n".join([*lines[:13], "", *lines[13:]]))
    assert lines_in(tmp_path / "out" / "claims") == local_lines(extractor_, source)


def test_rows_of_parquet_to_rows_of_parquet(spark: Any, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [json.loads(story(n)) for n in range(6)]
    pq.write_table(pa.Table.from_pylist([*rows, {"id": "x", "text": None}]), tmp_path / "in.parquet")
    job = Job(
        str(tmp_path / "in.parquet"), str(tmp_path / "out"), poison.open_work, SourceFormat.PARQUET, "parquet"
    )
    summary = extract(spark, job)
    table = pq.read_table(tmp_path / "out" / "claims")
    assert len(table) == summary.claims > 4
    claims = table.to_pylist()
    assert {claim["article"]["id"] for claim in claims} <= {row["id"] for row in rows}
    assert all(claim["content"][0]["text"] for claim in claims)
    assert any(quantity["value"] == 1_100_000 for claim in claims for quantity in claim["quantities"])
    assert summary.states[State.EMPTY] + summary.states[State.QUARANTINED] == 1


def test_all_or_nothing(spark: Any, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(Exception, match=r"en_core_web_none: no such spaCy model"):
        extract(spark, Job(str(source), str(out), poison.open_without_model))
    assert not list(tmp_path.glob("out*"))
    out.mkdir()
    with pytest.raises(OutputError, match="there is something here already"):
        extract(spark, Job(str(source), str(out), poison.open_work))


def test_nothing_at_the_source_is_told(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n\n")
    with pytest.raises(ExtractorError, match="no article here"):
        extract(spark, Job(str(tmp_path / "in.jsonl"), str(tmp_path / "out"), poison.open_work))


@pytest.mark.parametrize("layout", list(Layout))
def test_the_schema_of_spark_has_the_columns_of_the_published_one(layout: Layout) -> None:
    published = json.loads((ROOT / "models" / "schema" / f"{layout}.json").read_text())
    columns = spark_schema(layout)
    assert all(f"`{name}` " in columns for name in published["properties"])


def test_a_missing_pyspark_is_told_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    assert main(["spark", "in.jsonl", "--out", "out"]) == ExitCode.MODEL
    assert "PySpark is missing; pip install 'extractor[spark]'" in capsys.readouterr().err


def test_a_missing_java_is_told_with_its_remedy(tmp_path: Path) -> None:
    environment = {**os.environ, "JAVA_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "extractor", "spark", "in.jsonl", "--out", str(tmp_path / "out")]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ended.returncode == ExitCode.MODEL
    assert "install Java 17 or newer" in ended.stderr.splitlines()[-1]
