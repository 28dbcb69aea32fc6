"""A scroll area whose body keeps the height that its wrapped lines need."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Scrolls up and down only; Qt's own area ignores height-for-width and squeezes labels."""

    watchful = False

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self._wide = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", "NoFocus")
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setWidget(body)
        body.setAutoFillBackground(False)
        if Scroll.watchful:
            self.watch()

    def watch(self) -> None:
        """Follow changes inside the body; not before the first paint, to be quicker there."""
        body = self.widget()
        if body is not None:
            body.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the body its true height at the new width."""
        super().resizeEvent(event)
        self._wide = event.size().width()
        self.reflow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reflow when something inside the body has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.reflow()
        return super().eventFilter(watched, event)

    def reflow(self) -> None:
        """Set the body's least height from its layout."""
        body = self.widget()
        if body is None or (layout := body.layout()) is None or not layout.hasHeightForWidth():
            return
        width = max(self._wide, body.minimumSizeHint().width())
        high = layout.totalHeightForWidth(width)
        if body.minimumHeight() != high:
            body.setMinimumHeight(high)
