"""The mark of FamilyTrace: somebody on a thread, and the open ring of who is missing."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.tokens import LOOK

_GRID = 28


class Logo(QWidget):
    """The mark at a size in pixels, in a token colour."""

    def __init__(self, size: int = 28, colour: str = "accent") -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(LOOK.px(size), LOOK.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _GRID, self.width() / _GRID)
        colour = QColor(LOOK.colour(self._colour))
        painter.setPen(QPen(colour, 2.4))
        thread = QPainterPath(QPointF(6, 21))
        thread.cubicTo(9, 9, 15, 26, 18.6, 12.4)
        painter.drawPath(thread)
        painter.drawEllipse(QPointF(20.5, 8), 4.4, 4.4)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(6, 21), 2.6, 2.6)
