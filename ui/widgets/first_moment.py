"""A page that has just come takes no answer yet: a double click was meant for the one before."""

from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.button import Button

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)


class FirstMoment(QObject):
    """Keeps the buttons of a page from a press that was meant for the page before.

    ``length`` is the moment in milliseconds; None is the double-click time of the system.
    The second press of a double click and a key that is held down never count.
    """

    length: ClassVar[int | None] = None

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._since = QElapsedTimer()
        self._since.start()
        page.installEventFilter(self)
        for button in page.findChildren(Button):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count when the page is shown; swallow what comes too early."""
        if watched is self._page:
            if event.type() == QEvent.Type.Show:
                self._since.restart()
            return False
        return self._is_too_early(event)

    def _is_too_early(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        if event.type() not in _PRESSES:
            return False
        if isinstance(event, QKeyEvent):
            if event.text() not in (" ", "\r"):
                return False
            if event.isAutoRepeat():
                return True
        wait = QApplication.doubleClickInterval() if self.length is None else self.length
        return self._since.elapsed() < wait
