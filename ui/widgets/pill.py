"""A small rounded mark that states something in one or two words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import font
from ui.tokens import LOOK

_HEIGHT = 22
_ICON = 13


class Pill(QWidget):
    """Icon and word on a soft ground; the tone is one of tokens.TONES."""

    def __init__(self, text: str, tone: str = "info", icon: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        return pill_size(self._text, self._icon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        draw_pill(QPainter(self), QRectF(self.rect()), self._text, self._tone, self._icon)


def pill_size(text: str, icon: str = "") -> QSize:
    """Return the size of a pill, for painters of list rows."""
    metrics = QFontMetrics(font("xs", 500))
    wide = metrics.horizontalAdvance(text) + LOOK.px(18) + (LOOK.px(_ICON + 4) if icon else 0)
    return QSize(wide, max(LOOK.px(_HEIGHT), metrics.height() + LOOK.px(4)))


def draw_pill(painter: QPainter, place: QRectF, text: str, tone: str, icon: str = "") -> None:
    """Draw a pill into a place; mirrored on right-to-left pages."""
    from PySide6.QtCore import Qt

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(LOOK.colour(f"{tone}_soft")))
    half = place.height() / 2
    painter.drawRoundedRect(place, half, half)
    inner = place.adjusted(LOOK.px(9), 0, -LOOK.px(9), 0)
    if icon:
        side = LOOK.px(_ICON)
        spot = QRectF(0, inner.center().y() - side / 2, side, side)
        step = side + LOOK.px(4)
        if LOOK.rtl:
            spot.moveRight(inner.right())
            inner.setRight(inner.right() - step)
        else:
            spot.moveLeft(inner.left())
            inner.setLeft(inner.left() + step)
        paint_icon(painter, icon, spot, tone)
    painter.setFont(font("xs", 500))
    painter.setPen(QColor(LOOK.colour(tone)))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
