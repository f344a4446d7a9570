"""What all routes of one service share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.batch.bounds import MAX_CHARACTERS
from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome
from extractor.engine.settings import BATCH
from extractor.errors import ExtractorError
from extractor.loading import Loading
from extractor.service.bodies import Bounds
from extractor.service.guards import Access
from extractor.service.orders import Order
from extractor.service.problems import of_error

if TYPE_CHECKING:
    from extractor.service.metrics import Metrics
    from extractor.service.workers import Workers


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service is run.

    Attributes:
        loading: What workers load.
        jobs: How many workers there are at the same time.
        limits: What each of them may use.
        max_characters: A longer article is refused.
        queue: How many articles may wait beside those that are worked on.
        access: Who may ask.
        article: What the body of one article may take.
        upload: What a batch, or all files of one upload, may take.
        kept_seconds: How long the results of uploads on the page are kept after they were last looked at.
        kept: How many of them are kept at most.
    """

    loading: Loading = field(default_factory=Loading)
    jobs: int = 1
    limits: Limits = field(default_factory=lambda: Limits(seconds=20.0))
    max_characters: int = MAX_CHARACTERS
    queue: int = 64
    access: Access = field(default_factory=Access)
    article: Bounds = field(default_factory=lambda: Bounds(10_000_000))
    upload: Bounds = field(default_factory=lambda: Bounds(200_000_000))
    kept_seconds: float = 3600.0
    kept: int = 20


@dataclass(frozen=True, slots=True)
class Service:
    """A service at work.

    Attributes:
        settings: How it is run.
        workers: Who does the work.
        metrics: What is counted.
    """

    settings: Settings
    workers: Workers
    metrics: Metrics

    @property
    def ahead(self) -> int:
        """How many articles of one batch are under way: enough for every worker to have a full share and the next."""
        return 2 * BATCH * self.settings.jobs

    async def outcome(self, order: Order, *, in_turn: bool = False) -> Outcome:
        """What becomes of an order.

        Args:
            order: The order.
            in_turn: Whether it waits for room in the queue instead of being refused.

        Raises:
            Problem: 429 when too many are waiting, 503 when there are no workers.
        """
        take = self.workers.outcome_in_turn if in_turn else self.workers.outcome
        try:
            outcome = await take(order)
        except ExtractorError as error:
            raise of_error(error, self.workers) from error
        if not order.finds:
            self.metrics.settled(outcome)
        return outcome
