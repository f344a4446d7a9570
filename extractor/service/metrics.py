"""Figures for Prometheus; none of them tells anything of what an article says."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from extractor.batch.outcome import Outcome
from extractor.service.workers import Workers

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The figures of one service.

    Args:
        workers: Whose queue is told.
    """

    def __init__(self, workers: Workers) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "extractor_requests", "Requests answered.", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "extractor_request_seconds",
            "Time until a request was answered.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._articles = Counter(
            "extractor_articles",
            "Articles by what became of them.",
            ("state", "cause"),
            registry=self._registry,
        )
        self._claims = Counter("extractor_claims", "Claims found.", registry=self._registry)
        self._words = Counter("extractor_words", "Words read.", registry=self._registry)
        waiting = Gauge("extractor_waiting", "Articles without an outcome.", registry=self._registry)
        waiting.set_function(lambda: workers.waiting)
        restarts = Gauge(
            "extractor_supervisor_restarts", "How often a supervisor died.", registry=self._registry
        )
        restarts.set_function(lambda: workers.restarts)
        ready = Gauge("extractor_ready", "1 when articles are taken.", registry=self._registry)
        ready.set_function(lambda: float(workers.ready.is_set()))

    def answered(self, route: str, status: int, seconds: float) -> None:
        """Note a request.

        Args:
            route: The path of the route, parameters not filled in.
            status: Of the answer.
            seconds: Until it was sent whole.
        """
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def settled(self, outcome: Outcome) -> None:
        """Note what became of an article."""
        self._articles.labels(outcome.state.value, outcome.cause.value).inc()
        self._claims.inc(outcome.claims)
        self._words.inc(outcome.words)

    def page(self) -> bytes:
        """All figures, as Prometheus reads them."""
        return generate_latest(self._registry)
