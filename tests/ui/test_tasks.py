"""Work runs beside the screen, one piece after the other, and answers on the main thread."""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.tasks import CancelledError, Tasks

Step = Callable[[int, int], None]


def _on_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def _return(value: int) -> Callable[[Step], int]:
    return lambda _step: value


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.close(5)


def test_work_runs_aside_and_answers_on_the_main_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[Any] = []
    steps: list[bool] = []

    def work(step: Step) -> bool:
        for n in range(50):
            step(n, 50)
        return _on_main()

    task = tasks.run(work, lambda result: seen.append((result, _on_main())), seen.append)
    task.progressed.connect(lambda _done, _all: steps.append(_on_main()))
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert [(False, True)] == seen
    assert steps
    assert all(steps)


def test_work_is_done_in_the_order_in_which_it_was_asked_for(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[Any] = []
    for n in range(20):
        tasks.run(_return(n), seen.append, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert list(range(20)) == seen


def test_one_thread_owns_all_work(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[Any] = []
    for _n in range(5):
        tasks.run(lambda _step: threading.get_ident(), seen.append, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert 1 == len(set(seen))


def test_a_failure_is_told_once(tasks: Tasks, qtbot: QtBot) -> None:
    good: list[Any] = []
    bad: list[Exception] = []

    def work(_step: Step) -> None:
        raise ValueError("no")

    tasks.run(work, good.append, bad.append)
    qtbot.waitUntil(lambda: bool(bad))
    assert ([], 1, ValueError) == (good, len(bad), type(bad[0]))


def test_cancelled_work_stops_at_its_next_step(tasks: Tasks, qtbot: QtBot) -> None:
    bad: list[Exception] = []
    begun = threading.Event()

    def work(step: Step) -> int:
        for n in range(10**9):
            begun.set()
            step(n, 10**9)
        return 0

    task = tasks.run(work, lambda _result: None, bad.append)
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(bad))
    assert isinstance(bad[0], CancelledError)


def test_finished_tasks_do_not_pile_up(tasks: Tasks, qtbot: QtBot) -> None:
    for _n in range(30):
        tasks.run(_return(0), lambda _result: None, lambda _error: None)
    qtbot.waitUntil(lambda: tasks.waiting == 0 and not tasks.children())


def test_closing_waits_for_work_but_not_for_ever(qtbot: QtBot) -> None:
    tasks, free = Tasks(), threading.Event()
    tasks.run(lambda _step: free.wait(10), lambda _result: None, lambda _error: None)
    assert not tasks.close(0.05)
    free.set()
    assert tasks.close(5)


def test_a_void_call_of_this_pyside_keeps_its_references() -> None:
    """PySide6 6.12.0 drops a reference to None on each such call and aborts on Python 3.11."""
    thing = QObject()
    gc.collect()
    before = sys.getrefcount(None)
    for _n in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
