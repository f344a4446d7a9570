"""Groups and earlier checks in the database of the export: keys that hold, tables that Datasette opens and searches."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractor import Article, Extractor
from extractor.cli import main

SAME = {
    "quay": "Norbank cut 400 jobs in Leeds last year, union leader Tom Rudd said.",
    "tide": "Union leader Tom Rudd said that Norbank cut 400 jobs in Leeds last year.",
    "dune": "Trains were late, Ann Lee said.",
}


@pytest.fixture
def day(extractor_: Extractor, tmp_path: Path) -> Path:
    records = [
        extractor_.extract(Article(text, id=name, outlet=name), "2024-03-05") for name, text in SAME.items()
    ]
    (tmp_path / "claims.jsonl").write_text("\n".join(record.model_dump_json() for record in records), "utf-8")
    checks = (
        "claim,verdict,url,date\nNorbank cut 400 jobs in Leeds,False,https://checks.example/1,2024-01-02\n"
    )
    (tmp_path / "checks.csv").write_text(checks)
    assert main(["export", str(tmp_path / "claims.jsonl"), "-o", str(tmp_path / "claims.sqlite")]) == 0
    return tmp_path


def grouped(day: Path, database: str = "claims.sqlite") -> int:
    claims, into = str(day / "claims.jsonl"), str(day / database)
    return main(["group", claims, "--into", into, "-o", str(day / "groups.jsonl"), "--quiet"])


def matched(day: Path) -> int:
    claims, into, checks = (str(day / name) for name in ("claims.jsonl", "claims.sqlite", "checks.csv"))
    return main(["match", claims, "--against", checks, "--into", into, "-o", str(day / "m.jsonl"), "--quiet"])


def test_groups_and_checks_stand_beside_the_claims(day: Path) -> None:
    assert (grouped(day), matched(day)) == (0, 0)
    assert (grouped(day), matched(day)) == (0, 0)  # once more: in place of what was there
    with closing(sqlite3.connect(day / "claims.sqlite")) as database:
        groups = database.execute(
            "SELECT kind, claims, articles, outlets, first_outlet FROM groups"
        ).fetchall()
        members = database.execute(
            "SELECT claims.article_id FROM group_members JOIN claims USING (claim_id) ORDER BY place"
        ).fetchall()
        checks = database.execute(
            "SELECT claims.article_id, checks.verdict FROM checks JOIN claims USING (claim_id) ORDER BY 1"
        ).fetchall()
        assert groups == [("repeat", 2, 2, "quay; tide", "quay")]
        assert members == [("quay",), ("tide",)]
        assert checks == [("quay", "False"), ("tide", "False")]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_claims_that_are_not_in_the_database_are_left_out(day: Path) -> None:
    with closing(sqlite3.connect(day / "claims.sqlite")) as database, database:
        database.execute("DELETE FROM claims WHERE article_id = 'tide'")
    assert grouped(day) == 0
    with closing(sqlite3.connect(day / "claims.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM groups").fetchone() == (0,)


def test_another_database_is_refused_and_left_as_it_was(
    day: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(day / "mine.sqlite")) as database, database:
        database.execute("CREATE TABLE groups (name TEXT)")
    before = (day / "mine.sqlite").read_bytes()
    assert grouped(day, "mine.sqlite") != 0
    assert "make it anew with extractor export --to sqlite" in capsys.readouterr().err
    assert (day / "mine.sqlite").read_bytes() == before
    (day / "notes.sqlite").write_text("no database at all, but long enough to be looked at")
    assert grouped(day, "notes.sqlite") != 0


@pytest.mark.skipif(find_spec("datasette") is None, reason="pip install datasette")
def test_datasette_opens_and_searches_it(day: Path) -> None:
    assert grouped(day) == 0

    def get(path: str) -> dict[str, list[dict[str, object]]]:
        command = [sys.executable, "-m", "datasette", str(day / "claims.sqlite"), "--get", path]
        found: dict[str, list[dict[str, object]]] = json.loads(
            subprocess.run(command, capture_output=True, check=True).stdout
        )
        return found

    rows = get("/claims/claims.json?_search=trains&_shape=objects")["rows"]
    assert [row["article_id"] for row in rows] == ["dune"]
    assert len(get("/claims/group_members.json?_shape=objects")["rows"]) == 2
