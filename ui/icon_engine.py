"""Icons for buttons and fields, drawn in the colour that fits their state."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from ui.icons import paint_icon
from ui.tokens import LOOK


def icon(name: str, colour: str = "text2", on: str = "") -> QIcon:
    """Return an icon in one of the token colours; ``on`` colours its checked state.

    In a place that is wider than high the rest is the gap before the text.
    """
    return QIcon(_Engine(name, colour, on))


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: str, on: str) -> None:
        super().__init__()
        self._name, self._colour, self._on = name, colour, on

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._on if self._on and state == QIcon.State.On else self._colour
        if mode == QIcon.Mode.Disabled:
            colour = "text3"
        side = min(rect.width(), rect.height())
        start = rect.right() + 1 - side if LOOK.rtl else rect.left()
        paint_icon(painter, self._name, QRectF(start, rect.top(), side, side), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture
