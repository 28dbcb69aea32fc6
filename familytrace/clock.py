"""The only place that asks the computer for the time."""

from collections.abc import Callable
from datetime import UTC, date, datetime

_source: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731 - replaced by tests


def now() -> datetime:
    """Return the present moment in UTC, to the second."""
    return _source().astimezone(UTC).replace(microsecond=0)


def today() -> date:
    """Return today's date in UTC, so that no file tells the computer's time zone."""
    return now().date()


def set_source(source: Callable[[], datetime]) -> Callable[[], datetime]:
    """Use another source of time and return the one in use before (for tests)."""
    global _source
    before, _source = _source, source
    return before
