"""Nobody there, or the computer slept: both lead to a lock, the first after a question."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


class Clocks:
    """Two clocks that the test turns by hand."""

    def __init__(self) -> None:
        self.own = 0.0
        self.wall = 1000.0

    def pass_(self, seconds: float) -> None:
        self.own += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qapp: QApplication, clocks: Clocks) -> Iterator[Callable[[], IdleWatch]]:
    made = IdleWatch(qapp, seconds=300, clock=lambda: clocks.own, wall=lambda: clocks.wall)
    made.heard = []  # type: ignore[attr-defined]
    for name in ("asked", "returned", "gone"):
        getattr(made, name).connect(lambda *_a, name=name: made.heard.append(name))  # type: ignore[attr-defined]
    yield lambda: made
    made.stop()


def test_it_asks_first_and_locks_after_five_minutes(
    watch: Callable[[], IdleWatch], clocks: Clocks
) -> None:
    idle = watch()
    clocks.pass_(269)
    idle.check()
    assert [] == idle.heard  # type: ignore[attr-defined]
    clocks.pass_(2)
    idle.check()
    assert ["asked"] == idle.heard  # type: ignore[attr-defined]
    clocks.pass_(30)
    idle.check()
    assert ["asked", "gone"] == idle.heard  # type: ignore[attr-defined]


def test_a_key_is_a_sign_of_life(
    watch: Callable[[], IdleWatch], clocks: Clocks, qtbot: QtBot
) -> None:
    idle, field = watch(), QWidget()
    qtbot.addWidget(field)
    field.show()
    clocks.pass_(280)
    idle.check()
    qtbot.keyClick(field, Qt.Key.Key_A)
    clocks.pass_(200)
    idle.check()
    assert ["asked", "returned"] == idle.heard  # type: ignore[attr-defined]


def test_a_jump_of_the_wall_clock_means_the_machine_slept(
    watch: Callable[[], IdleWatch], clocks: Clocks
) -> None:
    idle = watch()
    clocks.pass_(5)
    clocks.wall += 3600
    idle.check()
    assert ["gone"] == idle.heard  # type: ignore[attr-defined]


def test_a_small_correction_of_the_clock_is_no_sleep(
    watch: Callable[[], IdleWatch], clocks: Clocks
) -> None:
    idle = watch()
    clocks.pass_(5)
    clocks.wall += 15
    idle.check()
    assert [] == idle.heard  # type: ignore[attr-defined]
