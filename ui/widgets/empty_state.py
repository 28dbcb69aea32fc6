"""What a page shows while there is nothing on it yet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import paint_icon
from ui.tokens import LOOK
from ui.widgets.label import Label
from ui.widgets.layouts import column, row

_RING = 64
_ICON = 28


class EmptyState(QWidget):
    """A soft round icon, one title, one sentence, and at most two actions."""

    def __init__(self, icon: str, title: str, text: str, *actions: QWidget) -> None:
        super().__init__()
        inside = column(self, margins=(24, 28, 24, 28), gap=8)
        ring = row()
        ring.addStretch(1)
        ring.addWidget(_Ring(icon))
        ring.addStretch(1)
        inside.addLayout(ring)
        inside.addWidget(Label(title, "lg", wrap=True).centre())
        inside.addWidget(Label(text, tone="text2", wrap=True).centre())
        if actions:
            inside.addSpacing(LOOK.px(6))
            line = row()
            line.addStretch(1)
            for action in actions:
                line.addWidget(action)
            line.addStretch(1)
            inside.addLayout(line)


class _Ring(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(LOOK.px(_RING), LOOK.px(_RING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(LOOK.colour("accent_soft")))
        painter.drawEllipse(self.rect())
        side = LOOK.px(_ICON)
        start = (self.width() - side) / 2
        paint_icon(painter, self._icon, QRectF(start, start, side, side), "accent")
