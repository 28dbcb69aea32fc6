"""Work beside the screen: one thread, which alone owns the database.

A page hands over a function; exactly one of its two callbacks follows, on the
main thread.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

Result = TypeVar("Result")
Progress = Callable[[int, int], None]


class CancelledError(Exception):
    """The person has stopped the work; nothing is wrong."""


class Task(QObject):
    """One piece of work. It lives on the main thread, and so its signals arrive there."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it then fails with CancelledError."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        """Report progress (called by the work). Raises CancelledError when asked to stop."""
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(done, total)


_Job = tuple[Task, Callable[[Progress], object]]


class Tasks(QObject):
    """Runs one piece of work after the other, in the order in which they were asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self.waiting = 0

    def run(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Start the work, or put it in the line; after ``close`` nothing is done any more."""
        task = Task(self)
        if self._closed:
            return task
        task.succeeded.connect(done)
        task.failed.connect(failed)
        task.finished.connect(self._one_less)
        task.finished.connect(task.deleteLater)
        self.waiting += 1
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="vault", daemon=True)
            self._thread.start()
        self._jobs.put((task, work))
        return task

    def close(self, seconds: float | None = None) -> bool:
        """End after the work in the line; False if that took longer than ``seconds``."""
        self._closed = True
        if self._thread is None:
            return True
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _one_less(self) -> None:
        self.waiting -= 1

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            _work(*job)


def _work(task: Task, work: Callable[[Progress], object]) -> None:
    try:
        result = work(task.step)
    except Exception as error:
        task.failed.emit(error)
    else:
        task.succeeded.emit(result)
    finally:
        task.finished.emit()
