from datetime import UTC, datetime, timedelta, timezone

import pytest

from familytrace import clock

EAST = timezone(timedelta(hours=6))


@pytest.fixture
def evening_in_almaty() -> object:
    before = clock.set_source(lambda: datetime(2026, 11, 21, 2, 30, 5, 999, tzinfo=EAST))
    yield
    clock.set_source(before)


@pytest.mark.usefixtures("evening_in_almaty")
def test_time_is_told_in_utc_to_the_second() -> None:
    assert datetime(2026, 11, 20, 20, 30, 5, tzinfo=UTC) == clock.now()
    assert UTC is clock.now().tzinfo
    assert 0 == clock.now().microsecond


@pytest.mark.usefixtures("evening_in_almaty")
def test_a_day_does_not_tell_the_time_zone() -> None:
    assert "2026-11-20" == clock.today().isoformat()


def test_the_source_before_comes_back(fixed_clock: datetime) -> None:
    assert fixed_clock == clock.now()
    first = clock.set_source(lambda: datetime(2020, 1, 1, tzinfo=UTC))
    assert 2020 == clock.now().year
    clock.set_source(first)
    assert fixed_clock == clock.now()


def test_the_real_clock_goes_forward() -> None:
    assert clock.now() <= clock.now()
    assert UTC is clock.now().tzinfo
