"""Values of options from files: which holds, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.cli import main
from extractor.cli.settings import read_settings
from extractor.errors import ExitCode, ExtractorError

RUN, TRAIN = ("run",), ("train", "cues")
COMMANDS = {
    RUN: {"jobs": "jobs", "min-confidence": "min_confidence"},
    ("extract",): {"min-confidence": "min_confidence", "published": "published"},
    TRAIN: {"jobs": "workers"},
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str, name: str = "settings.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rows(out: str) -> dict[str, list[str]]:
    """Value and origin by key, as `extractor config` prints them."""
    return {line.split()[0]: line.split(maxsplit=2)[1:] for line in out.splitlines()}


def test_the_top_holds_for_every_command_and_a_table_for_its_own(folder: Path) -> None:
    text = "jobs = 2\nmin-confidence = 0.5\n[run]\nmin-confidence = 0.7\n[train.cues]\njobs = 3\n"
    found = read_settings(written(folder, text), COMMANDS)
    assert found.defaults == {
        "run": {"jobs": 2, "min_confidence": 0.7},
        "extract": {"min_confidence": 0.5},
        "train": {"cues": {"workers": 3}},
    }
    file = folder / "settings.toml"
    assert found.origins[RUN, "jobs"] == str(file)
    assert found.origins[RUN, "min_confidence"] == f"{file} [run]"
    assert found.origins[TRAIN, "workers"] == f"{file} [train.cues]"


def test_the_project_file_speaks_when_no_other_is_named(folder: Path) -> None:
    assert read_settings(None, COMMANDS).defaults == {}
    written(folder, "[project]\nname = 'x'\n[tool.extractor.run]\njobs = 4\n", "pyproject.toml")
    found = read_settings(None, COMMANDS)
    assert found.defaults == {"run": {"jobs": 4}}
    assert found.origins[RUN, "jobs"] == "pyproject.toml [tool.extractor.run]"
    assert read_settings(written(folder, ""), COMMANDS).defaults == {}


@pytest.mark.parametrize("text", ["tool = 5\n", "[tool.other]\njobs = 'x'\n"])
def test_a_project_file_without_a_table_for_us_says_nothing(text: str, folder: Path) -> None:
    written(folder, text, "pyproject.toml")
    assert read_settings(None, COMMANDS).defaults == {}


@pytest.mark.parametrize("text", ["[tool]\nextractor = 5\n", "[[tool.extractor]]\njobs = 2\n"])
def test_what_is_no_table_for_us(text: str, folder: Path) -> None:
    written(folder, text, "pyproject.toml")
    with pytest.raises(ExtractorError, match=r"pyproject\.toml: tool\.extractor is not a table; write"):
        read_settings(None, COMMANDS)


def test_a_toml_date_is_as_good_as_a_written_one(folder: Path) -> None:
    found = read_settings(written(folder, "published = 2024-03-05\n"), COMMANDS)
    assert found.defaults == {"extract": {"published": "2024-03-05"}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("jbos = 2\n", "no option jbos; did you mean jobs?"),
        ("[run]\npublished = '2024-03-05'\n", "no option run.published"),
        ("[rnu]\njobs = 2\n", "no option rnu.jobs; did you mean run.jobs?"),
        ("run = 2\n", "no option run"),
        ("jobs = \n", "cannot be read as TOML"),
    ],
)
def test_what_a_file_may_not_say(text: str, told: str, folder: Path) -> None:
    path = written(folder, text)
    with pytest.raises(ExtractorError) as raised:
        read_settings(path, COMMANDS)
    assert told in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_file_that_is_not_there(folder: Path) -> None:
    with pytest.raises(ExtractorError, match="check --config"):
        read_settings(folder / "none.toml", COMMANDS)


def test_config_says_which_value_holds_and_from_where(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, "layout = 'article'\n[run]\njobs = 3\n")
    assert main(["--config", "settings.toml", "config"]) == ExitCode.OK
    found = rows(capsys.readouterr().out)
    assert found["jobs"] == ["3", "settings.toml [run]"]
    assert found["layout"] == ["article", "settings.toml"]
    assert found["part-size"] == ["500", "default"]
    main(["--config", "settings.toml", "config", "extract"])
    found = rows(capsys.readouterr().out)
    assert found["layout"] == ["article", "settings.toml"]
    assert "jobs" not in found


def test_config_of_no_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "nonsense"]) == ExitCode.USAGE
    assert "no command nonsense" in capsys.readouterr().err


def test_the_command_line_wins(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, "[tool.extractor.run]\nshard = '9/8'\n", "pyproject.toml")  # refused, so seen to hold
    written(folder, "A.\n", "a.txt")
    assert main(["run", "a.txt", "--out", "out"]) == ExitCode.USAGE
    assert "not a shard: '9/8'" in capsys.readouterr().err
    assert main(["run", "a.txt", "--out", "out", "--shard", "8/7"]) == ExitCode.USAGE
    assert "not a shard: '8/7'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("jobs = 'many'", "'many' does not fit (Input should be a valid integer"),
        ("jobs = '4'", "'4' does not fit; write a number, without quotation marks"),
        ("jobs = [1, 2]", "[1, 2] does not fit"),
        ("jobs = true", "True does not fit; write a number"),
        ("jobs = 2.5", "2.5 does not fit"),
        ("jobs = 0", "0 does not fit"),
        ("min-confidence = 2", "2 does not fit"),
        ("recursive = 'maybe'", "'maybe' does not fit"),
        ("recursive = 1", "1 does not fit; write true or false"),
        ("layout = 'poem'", "'claim', 'article'); extractor run --help says what --layout takes"),
        ("log-format = 'xml'", "'xml' does not fit"),
        ("model = 5", "5 does not fit; write text, in quotation marks"),
        ("weights = 'none.json'", "does not exist"),
        ("field = 'text=story'", "'text=story' is not a list; write field = [\"text=story\"]"),
        ("field = ['text=story', 5]", "5 does not fit; write text"),
    ],
)
def test_a_value_of_the_wrong_type_names_file_key_and_remedy(
    line: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, f"[run]\n{line}\n")
    written(folder, "A.\n", "a.txt")
    assert main(["--config", "settings.toml", "run", "a.txt", "--out", "out"]) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert err.startswith(f"extractor: settings.toml [run]: {line.partition(' ')[0]}: ")
    assert told in err
    assert "; " in err, "no remedy"
    written(folder, f"[tool.extractor]\n{line}\n", "pyproject.toml")
    assert main(["run", "a.txt", "--out", "out"]) == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("extractor: pyproject.toml [tool.extractor]: ")
    assert not (folder / "out").exists()
