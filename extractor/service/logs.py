"""The service's log: one JSON object a line on stderr, with ids, routes, statuses and seconds, and no text of any article."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys

_OURS = ("request_id", "method", "route", "status", "seconds", "pending")


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; of an exception its kind and place, since its words may hold what was sent."""
        time = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        told = {"time": time, "level": record.levelname.lower(), "event": record.getMessage()}
        told |= {name: getattr(record, name) for name in _OURS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            told["exception"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace and trace.tb_next:
                trace = trace.tb_next
            if trace:
                told["at"] = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        return json.dumps(told, ensure_ascii=True)


def log_to_stderr(*, quiet: bool) -> None:
    """Write the logs of service and server to stderr.

    Args:
        quiet: Whether only what went wrong is written.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("extractor.service", "uvicorn"):
        log = logging.getLogger(name)
        log.handlers, log.propagate = [handler], False
        log.setLevel(logging.WARNING if quiet or name == "uvicorn" else logging.INFO)
