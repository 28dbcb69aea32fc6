"""Show one window, print when its first paint was done, and leave. Run by bench_start.

Usage: ``first_paint.py bare`` or ``first_paint.py app``. The time is of the machine's monotonic
clock, so that the parent can subtract the moment at which it started this process.
"""

import os
import sys
import time


def _print_and_leave() -> None:
    os.write(1, f"{time.clock_gettime(time.CLOCK_MONOTONIC)}\n".encode())
    os._exit(0)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1200, 700)
    window.show()
    application.exec()


def _app() -> None:
    from ui.__main__ import main

    sys.argv[1:] = []
    sys.exit(main())


def _watch_first_paint() -> None:
    """Let the first window that has painted itself end the process.

    Only the windows are watched: a watch on all events would cost most where most happens.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Watch(QObject):
        """Waits for the first paint of a window."""

        def eventFilter(self, seen: QObject, event: QEvent) -> bool:
            """Leave as soon as the paint has been handled."""
            if event.type() is QEvent.Type.Paint and seen.isWidgetType():
                seen.removeEventFilter(self)
                QTimer.singleShot(0, _print_and_leave)
            return False

    run = QApplication.exec

    def watched(*_self: object) -> int:
        application = QApplication.instance()
        application.watch = Watch()  # type: ignore[union-attr]
        for window in QApplication.topLevelWidgets():
            window.installEventFilter(application.watch)  # type: ignore[union-attr]
        return run()

    QApplication.exec = watched  # type: ignore[method-assign]


if __name__ == "__main__":
    _watch_first_paint()
    {"bare": _bare, "app": _app}[sys.argv[1]]()
