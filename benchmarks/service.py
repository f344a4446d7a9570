"""The service under load: words a second against `extractor run`, latency against that of an idle service, memory.

python benchmarks/service.py --texts FOLDER_OR_JSONL [--seconds 600] [--clients 6] [--jobs 2]
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor import Article
from extractor.readers import read

_LENGTHS = range(400, 601)
"""Words of the articles whose latency is told."""


@dataclass
class Load:
    """What clients saw.

    Attributes:
        seconds: Of each request.
        statuses: How often each status came.
        words: In the articles answered with 200.
    """

    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    words: int = 0

    def note(self, seconds: float, status: int, words: int) -> None:
        """Count an answer."""
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.words += words if status == 200 else 0
        if words in _LENGTHS:
            self.seconds.append(seconds)


def ask(connection: http.client.HTTPConnection, article: Article) -> int:
    """Send an article; gives the status."""
    published = article.published.isoformat() if article.published else None
    body = json.dumps({"id": article.id, "text": article.text, "published": published})
    connection.request("POST", "/extract", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def load(port: int, articles: Sequence[Article], seconds: float, clients: int) -> Load:
    """All clients at once, each asking for the next article as soon as it has the last."""
    seen, lock = Load(), threading.Lock()
    end = time.monotonic() + seconds

    def client(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        place = first
        while time.monotonic() < end:
            article = articles[place % len(articles)]
            place += clients
            start = time.monotonic()
            status = ask(connection, article)
            with lock:
                seen.note(time.monotonic() - start, status, len(article.text.split()))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def memory(pid: int) -> dict[str, float]:
    """Megabytes of the HTTP process, and of all processes below it together, shared pages counted once."""
    below, frontier = [], [pid]
    while frontier:
        parent = frontier.pop()
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if int((process / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                    below.append(int(process.name))
                    frontier.append(int(process.name))
            except (OSError, ValueError):
                continue
    return {"http": _megabytes(pid), "all": sum(map(_megabytes, [pid, *below]))}


def _megabytes(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1000


def run_words_per_second(articles: Sequence[Article], jobs: int) -> float:
    """Of `extractor run` on the same articles, without its start."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "articles.jsonl")
        rows = (
            {"id": a.id, "text": a.text, "published": a.published and a.published.isoformat()}
            for a in articles
        )
        texts.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        first = Path(folder, "first.jsonl")
        first.write_text(texts.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")
        spent = []
        for source in (first, texts):
            start = time.monotonic()
            command = [sys.executable, "-m", "extractor", "run", str(source), "--out", f"{source}.run"]
            subprocess.run([*command, "--jobs", str(jobs), "--quiet", "--layout", "article"], check=True)
            spent.append(time.monotonic() - start)
        return sum(len(a.text.split()) for a in articles) / (spent[1] - spent[0])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", default="corpus/articles")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=400)
    parser.add_argument("--port", type=int, default=8799)
    chosen = parser.parse_args()
    articles = [found for found in read([chosen.texts]) if isinstance(found, Article)][: chosen.limit]
    alone = run_words_per_second(articles, chosen.jobs)
    command = [sys.executable, "-m", "extractor", "serve", "--quiet", "--port", str(chosen.port)]
    with subprocess.Popen([*command, "--jobs", str(chosen.jobs)]) as service:
        try:
            _wait(chosen.port)
            load(chosen.port, articles, 20, chosen.clients)  # its caches fill
            idle = load(chosen.port, articles, 30, 1)
            before, start = memory(service.pid), time.monotonic()
            busy = load(chosen.port, articles, chosen.seconds, chosen.clients)
            pace, after = busy.words / (time.monotonic() - start), memory(service.pid)
        finally:
            service.terminate()
    requests = sum(busy.statuses.values())
    grown = {name: round((after[name] - before[name]) / requests * 10_000, 2) for name in before}
    print(f"run --jobs {chosen.jobs}: {alone:,.0f} words/s")
    print(f"service, {chosen.clients} clients: {pace:,.0f} words/s, {pace / alone:.2f} of it")
    for name, seen in (("idle", idle), ("under load", busy)):
        print(
            f"400 to 600 words, {name}: median {statistics.median(seen.seconds):.3f} s, p99 {_p99(seen):.3f} s"
        )
    print(f"p99 under load is {_p99(busy) / _p99(idle):.1f} times that of an idle service")
    print(
        f"{requests} requests, statuses {busy.statuses}; MB before {before}, after {after}; {grown} per 10,000"
    )


def _wait(port: int) -> None:
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/ready")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)


def _p99(seen: Load) -> float:
    ordered = sorted(seen.seconds)
    return ordered[int(0.99 * (len(ordered) - 1))]


if __name__ == "__main__":
    main()
