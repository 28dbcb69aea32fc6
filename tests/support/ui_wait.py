"""Waiting on a screen's events so that the worker's thread can go on meanwhile."""

from PySide6.QtCore import QEventLoop, QTimer


def pause(milliseconds: int) -> None:
    """Let events happen for a while.

    QTest.qWait keeps Python's lock while it sleeps; beside it a worker crawls, most of all
    under a tracer.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
