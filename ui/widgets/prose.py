"""Running text with air between its lines; plain text, never markup."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.tokens import LOOK
from ui.widgets.label import is_rtl_text

_LINE = 1.5


class Prose(QLabel):
    """A paragraph at one and a half line height, which a plain label cannot do."""

    def __init__(
        self, text: str, size: str = "md", *, tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", "PlainText")
        self.setProperty("step", size)
        self._colour = tone
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width in pixels."""
        return sum(self._place(layout, width)[1] for layout in self._paragraphs()) or 1

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure of about 65 letters."""
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, LOOK.px(520))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow narrow pages; the scroll area gives the height back."""
        return QSize(LOOK.px(120), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(LOOK.colour(self._colour))
        top = 0
        for layout in self._paragraphs():
            made, height = self._place(layout, self.width())
            made.draw(painter, QPointF(0, top))
            top += height

    def _paragraphs(self) -> list[str]:
        return self.text().split("\n")

    def _place(self, text: str, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text, self.font())
        layout.setTextOption(_direction(is_rtl_text(text[:20]) if text else LOOK.rtl))
        step = round(self.fontMetrics().height() * _LINE * 0.82)
        layout.beginLayout()
        top = 0
        while True:
            one = layout.createLine()
            if not one.isValid():
                break
            one.setLineWidth(max(width, 1))
            one.setPosition(QPointF(0, top + (step - one.height()) / 2))
            top += step
        layout.endLayout()
        return layout, max(top, step)


def _direction(rtl: bool) -> QTextOption:
    from PySide6.QtCore import Qt

    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    side = Qt.AlignmentFlag.AlignRight if LOOK.rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option
