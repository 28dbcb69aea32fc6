"""One entry of the sidebar."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle

from familytrace.i18n import isolate_ltr
from ui.icons import paint_icon
from ui.theme import font
from ui.tokens import LOOK

_ICON = 18
_HIGH, _LOW = 36, 30


class NavItem(QAbstractButton):
    """Icon and word, with a count or a key at the end; narrow, only the icon."""

    def __init__(self, text: str, icon: str, *, hint: str = "") -> None:
        super().__init__()
        self.setText(text)
        self._icon, self._hint = icon, hint
        self._count = 0
        self._narrow = False
        self._high = _HIGH
        self.current = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)

    def set_current(self, current: bool) -> None:
        """Mark this entry as the open page; screen readers hear it too."""
        self.current = current
        self.setAccessibleDescription("•" if current else "")
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many there are; nothing for none."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon, and the word as a tool tip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()
        self.update()

    def set_low(self, low: bool) -> None:
        """Take less height, for windows that have little."""
        self._high = _LOW if low else _HIGH
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(LOOK.px(40 if self._narrow else 204), LOOK.px(self._high))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(LOOK.px(40), LOOK.px(self._high - 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        side = LOOK.px(_ICON)
        left = (self.width() - side) / 2 if self._narrow else LOOK.px(11)
        spot = self._place(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, spot, "accent" if self.current else "text2")
        if not self._narrow:
            self._words(painter, left + side + LOOK.px(11))

    def _place(self, x: float, y: float, wide: float, high: float) -> QRectF:
        rect = QRect(round(x), round(y), round(wide), round(high))
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def _ground(self, painter: QPainter) -> None:
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        round_ = LOOK.px(7)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        if self.current:
            painter.setPen(QPen(QColor(LOOK.colour("border")), 1))
            painter.setBrush(QColor(LOOK.colour("surface")))
            painter.drawRoundedRect(inner, round_, round_)
        elif self.underMouse():
            painter.setBrush(QColor(LOOK.colour("hover")))
            painter.drawRoundedRect(inner, round_, round_)
        if self.hasFocus():
            painter.setPen(QPen(QColor(LOOK.colour("accent")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, round_, round_)

    def _words(self, painter: QPainter, left: float) -> None:
        near = Qt.AlignmentFlag.AlignRight if LOOK.rtl else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if LOOK.rtl else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        end = isolate_ltr(self._hint) if self._hint else str(self._count or "")
        painter.setFont(font("xs", 500))
        taken = painter.fontMetrics().horizontalAdvance(end) + LOOK.px(14) if end else LOOK.px(8)
        painter.setPen(QColor(LOOK.colour("text3")))
        tail = self._place(0, 0, self.width() - LOOK.px(10), self.height())
        painter.drawText(tail, far | middle, end)
        painter.setFont(font("md", 600 if self.current else 500))
        painter.setPen(QColor(LOOK.colour("text" if self.current else "text2")))
        room = self._place(left, 0, self.width() - left - taken, self.height())
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, near | middle, shown)
