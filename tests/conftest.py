"""What every test stands on: no screen, no network, a fixed clock, cheap keys."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

# The same examples on every machine; `make campaign` looks for new ones.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "campaign", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow]
)


class NetworkRefusedError(RuntimeError):
    """A test tried to open a socket that is not local to this machine."""


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.__new__" and int(args[1]) != 1:  # type: ignore[call-overload]
        raise NetworkRefusedError("only AF_UNIX sockets are allowed in tests")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the hypothesis profile and shut the network door of this process."""
    campaign = "campaign" in (config.getoption("markexpr") or "")
    settings.load_profile("campaign" if campaign else "steady")
    sys.addaudithook(_refuse_network)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long runs to ``make campaign``, and run tracers where nobody traces us.

    A process can have one tracer only: tests that trace run after the traced ones.
    """
    if config.getoption("markexpr"):
        return
    apart = {"campaign"} | ({"tracer"} if "FAMILYTRACE_TRACED" in os.environ else set())
    left_out = [item for item in items if any(map(item.get_closest_marker, apart))]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Start and end each test in English."""
    from familytrace import i18n

    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def fixed_clock() -> Iterator[datetime]:
    """Stop the clock at NOW for one test."""
    from familytrace import clock

    before = clock.set_source(lambda: NOW)
    yield NOW
    clock.set_source(before)
