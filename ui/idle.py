"""Notice that nobody is there any more, or that the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LOCK_AFTER = 300
ASK_BEFORE = 30
_SLEPT = 20
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Times in seconds. ``asked`` comes with the seconds left, ``returned`` after a sign of life.

    ``gone`` comes once when the time is over, or at once when the wall clock ran
    ahead of the machine's own by more than 20 seconds: it has slept.
    """

    asked = Signal(int)
    returned = Signal()
    gone = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        seconds: float = LOCK_AFTER,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(app)
        self._seconds, self._clock, self._wall = seconds, clock, wall
        self._last = clock()
        self._drift = wall() - clock()
        self._asking = False
        app.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See every key, click and touch; let all of them pass."""
        if event.type() in _INPUT:
            self.here()
        return False

    def here(self) -> None:
        """Take a sign of life."""
        self._last = self._clock()
        if self._asking:
            self._asking = False
            self.returned.emit()

    def check(self) -> None:
        """Compare the clocks (each second)."""
        drift = self._wall() - self._clock()
        left = self._seconds - (self._clock() - self._last)
        if left <= 0 or drift - self._drift > _SLEPT:
            self._timer.stop()
            self.gone.emit()
        elif left <= ASK_BEFORE:
            self._asking = True
            self.asked.emit(round(left))

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
