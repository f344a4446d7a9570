"""What programs send, and what each of it is answered with."""

from __future__ import annotations

import gzip
import io
import json
import socket
import zipfile
from typing import Any

import httpx
import pytest

from extractor.service.articles import EXAMPLE
from tests.service.running import MAX_CHARACTERS, SETTINGS, Running, running, slowly

JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


def article(client: httpx.Client, text: str, **more: Any) -> httpx.Response:
    return client.post("/extract", json={"text": text, **more})


def test_an_article_as_json(client: httpx.Client) -> None:
    answer = client.post("/extract", json=EXAMPLE)
    record = answer.json()
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert record["article"]["id"] == "a1"
    assert record["article"]["published"] == "2024-03-05"
    assert record["article"]["outlet"] == "The Harbour Post"


def test_an_article_as_text(client: httpx.Client) -> None:
    answer = client.post("/extract?published=2024-03-05", content="Zoë said so.", headers=TEXT)
    assert answer.json()["article"]["published_from"] == "argument"
    assert answer.json()["flags"][0] == "Zoë said so."


def test_the_media_type_tells_the_encoding(client: httpx.Client) -> None:
    headers = {"Content-Type": "text/plain; charset=iso-8859-15"}
    answer = client.post("/extract", content="Zoë said so.".encode("iso-8859-15"), headers=headers)
    assert answer.json()["flags"][0] == "Zoë said so."


BAD = [
    ("HANG on", 408, "too-slow"),
    ("STOP here", 408, "too-slow"),
    ("CRASH now", 422, "crash"),
    ("EXIT now", 422, "crash"),
    ("RAISE it", 422, "fault"),
    ("RECURSE on", 422, "fault"),
    ("word " * MAX_CHARACTERS, 413, "too-long"),
    ("", 422, "empty"),
]


@pytest.mark.parametrize(
    ("text", "status", "kind"), BAD, ids=[text[:8].strip() or "empty" for text, *_ in BAD]
)
def test_an_article_costs_itself_only(client: httpx.Client, text: str, status: int, kind: str) -> None:
    answer = article(client, text)
    problem = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"urn:extractor:problem:{kind}"
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert article(client, "fine").status_code == 200


BROKEN: list[tuple[bytes, dict[str, str], int]] = [
    (b"{", JSON, 422),
    (b'{"text": 5}', JSON, 422),
    (b'["text"]', JSON, 422),
    (b'{"text": "\xff\xfe broken"', JSON, 422),
    (b"[" * 50_000 + b"]" * 50_000, JSON, 422),
    (b'{"a":' * 16_000, JSON, 422),
    (b"\x00\x01\x02\x03" * 100, TEXT, 422),
    (b"   ", TEXT, 422),
    (b"x" * 100_001, TEXT, 413),
    (b"x" * 390_000, TEXT, 413),
    (b"words", {"Content-Type": "image/png"}, 415),
    (b"words", {"Content-Type": "text/plain; charset=no-such"}, 422),
]


@pytest.mark.parametrize(("body", "headers", "status"), BROKEN, ids=range(len(BROKEN)))
def test_broken_bodies(client: httpx.Client, body: bytes, headers: dict[str, str], status: int) -> None:
    answer = client.post("/extract", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "query", ["published=yesterday", "min_confidence=2", "layout=x", "nonsense=1", "format=doc"]
)
def test_options_that_do_not_fit(client: httpx.Client, query: str) -> None:
    answer = client.post(f"/extract?{query}", json=EXAMPLE)
    assert answer.status_code == 422
    assert answer.json()["where"] == query.partition("=")[0]


def test_a_body_that_does_not_come(service: Running) -> None:
    head = b"POST /extract HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nsome"
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as slow:
        slow.sendall(head)
        assert slow.recv(1000).startswith(b"HTTP/1.1 408 ")


def test_a_client_that_hangs_up(service: Running) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", service.port), timeout=10) as gone:
            gone.sendall(b"POST /extract HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nsome")
    assert article(service.client, "fine").status_code == 200


def test_formats_of_other_tools(client: httpx.Client) -> None:
    answer = client.post("/extract?format=csv", json=EXAMPLE)
    assert answer.headers["content-type"].startswith("text/csv")
    assert (
        client.post("/extract?format=labelstudio", json=EXAMPLE).json()[0]["data"]["text"] == EXAMPLE["text"]
    )


def test_a_batch_in_order_with_its_bad_lines(client: httpx.Client) -> None:
    texts = ["one", "CRASH", "", "two", "HANG", *map(str, range(60))]
    lines = [json.dumps({"text": text}).encode() for text in texts]
    lines[2] = b"no json"
    lines.insert(1, b"   ")
    answer = client.post("/extract/batch", content=b"\n".join(lines))
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert [one["status"] if "status" in one else one["flags"][0] for one in found] == [
        "one", 422, 422, "two", 408, *map(str, range(60)),
    ]  # fmt: skip
    assert [one["where"] for one in found if "where" in one] == ["line 3", "line 4", "line 6"]
    assert found[0]["article"]["id"] == "-:1"


def test_a_batch_that_is_too_large_ends_with_the_reason(client: httpx.Client) -> None:
    line = json.dumps({"text": "a word " * 200}).encode() + b"\n"

    def body() -> Any:
        for _ in range(2000):
            yield line

    last = client.post("/extract/batch", content=body()).text.splitlines()[-1]
    assert json.loads(last)["status"] == 413


def zipped(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return out.getvalue()


def files(client: httpx.Client, *parts: tuple[str, bytes]) -> list[dict[str, Any]]:
    answer = client.post("/files", files=[("files", part) for part in parts])
    assert answer.status_code == 200
    return [json.loads(line) for line in answer.text.splitlines()]


def test_files_of_several_kinds(client: httpx.Client) -> None:
    lines = b'{"id": "x", "text": "one"}\nbroken\n{"id": "y", "text": "two"}\n'
    found = files(
        client,
        ("a.txt", b"plain"),
        ("b.jsonl", lines),
        ("c.jsonl.gz", gzip.compress(lines)),
        ("d.exe", b"MZ\0"),
    )
    assert [one.get("status") or one["article"]["id"] for one in found] == [
        "a.txt", "x", 422, "y", "x", 422, "y", 422,
    ]  # fmt: skip
    assert [one["where"] for one in found if "where" in one] == ["b.jsonl:2", "c.jsonl.gz:2", "d.exe"]


def test_a_file_that_unpacks_to_too_much(client: httpx.Client) -> None:
    (found,) = files(client, ("bomb.txt.gz", gzip.compress(b" " * 90_000_000)))
    assert found["status"] == 422


def test_files_are_not_kept(client: httpx.Client, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    files(client, ("a.txt", b"plain"), ("../../a.txt", b"other"))
    assert list(tmp_path.iterdir()) == []


def test_no_form_and_no_files(client: httpx.Client) -> None:
    assert client.post("/files", content=b"x").status_code == 415
    assert (
        client.post("/files", content=b"x", headers={"Content-Type": "multipart/form-data"}).status_code
        == 400
    )


def test_a_full_queue_says_when_to_come_again() -> None:
    from dataclasses import replace

    with running(replace(SETTINGS, jobs=1, queue=1), slowly(0.4)) as service:
        batch = b"\n".join(json.dumps({"text": str(number)}).encode() for number in range(8))
        with service.client.stream("POST", "/extract/batch", content=batch) as answer:
            with httpx.Client(base_url=service.client.base_url) as other:
                refused = other.post("/extract", json={"text": "late"})
                assert other.get("/ready").status_code == 503
            assert (refused.status_code, refused.json()["type"]) == (429, "urn:extractor:problem:busy")
            assert int(refused.headers["retry-after"]) >= 1
            assert len(answer.read().splitlines()) == 8
