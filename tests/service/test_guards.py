"""Who may ask, and what every answer carries."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import httpx
import pytest

from extractor.service.guards import Access
from tests.service.running import SETTINGS, Running, running


def test_the_headers_of_every_answer(client: httpx.Client) -> None:
    for path in ("/", "/health", "/nowhere", "/page/page.js"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert len(headers["x-extractor-resources"]) == 64
        assert headers["x-request-id"]


@pytest.mark.parametrize(
    ("given", "is_kept"), [("desk-42.a:b", True), ("x" * 65, False), ("a b", False), ("é", False)]
)
def test_a_request_keeps_its_id(client: httpx.Client, given: str, is_kept: bool) -> None:
    found = client.get("/health", headers=[(b"X-Request-ID", given.encode())]).headers["x-request-id"]
    assert (found == given) is is_kept


def test_no_header_can_be_smuggled_in(service: Running) -> None:
    import socket

    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as raw:
        raw.sendall(
            b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Request-ID: a%0d%0aSet-Cookie: b=c\r\n\r\n"
        )
        assert b"set-cookie" not in raw.recv(4000).lower()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1"])
def test_names_that_are_not_ours(client: httpx.Client, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code in (400, 403)


def test_pages_of_other_sites_cannot_send(service: Running) -> None:
    body = {"text": "x"}
    url = f"http://127.0.0.1:{service.port}"
    assert service.client.post("/extract", json=body, headers={"Origin": url}).status_code == 200
    for origin in ("https://evil.example", "null", f"{url}0"):
        assert service.client.post("/extract", json=body, headers={"Origin": origin}).status_code == 403


def test_a_token() -> None:
    with running(replace(SETTINGS, access=Access(token="sécret"))) as service:
        client = service.client

        def status(authorization: bytes | None) -> int:
            headers = [] if authorization is None else [(b"Authorization", authorization)]
            return client.post("/extract", json={"text": "x"}, headers=headers).status_code

        basic = base64.b64encode("desk:sécret".encode())
        wrong = [
            None,
            b"",
            b"Bearer",
            b"Bearer no",
            b"Basic no",
            b"Basic " + base64.b64encode(b"desk:no"),
            b"Digest x",
        ]
        assert {status(given) for given in wrong} == {401}
        assert status(b"Basic " + basic) == 200
        assert client.get("/health").status_code == 200
        assert client.get("/metrics").status_code == 401


def test_nothing_of_a_text_is_logged(client: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        client.post("/extract", json={"text": "Sekret words"})
        client.post("/extract?published=Sekret", json={"text": "RAISE Sekret"})
    assert "answered" in caplog.text
    assert "Sekret" not in json.dumps(
        [str(record.__dict__) for record in caplog.records if "service" in record.name]
    )


def test_figures(service: Running) -> None:
    before = service.metric('extractor_articles_total{cause="",state="ok"}')
    service.client.post("/extract", json={"text": "one"})
    assert service.metric('extractor_articles_total{cause="",state="ok"}') == before + 1
    assert service.metric("extractor_waiting") == 0


def test_the_description_of_the_api(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    assert {"/extract", "/extract/batch", "/files", "/predict", "/schema", "/ready"} <= described[
        "paths"
    ].keys()
    body = described["paths"]["/extract"]["post"]["requestBody"]["content"]["application/json"]
    assert client.post("/extract", json=body["example"]).status_code == 200
    assert client.get("/schema?layout=claim").json()["title"]
