"""A picture of one icon beside a text."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.tokens import LOOK


class IconView(QWidget):
    """One icon of a size in pixels, in a token colour; decoration, so it has no name."""

    ready = False

    def __init__(self, name: str, size: int = 16, colour: str = "text2") -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(LOOK.px(size), LOOK.px(size))

    def show_icon(self, name: str, colour: str) -> None:
        """Change the icon."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; before the first paint of the program icons are left out to be quicker."""
        if not IconView.ready:
            return
        from ui.icons import paint_icon

        paint_icon(QPainter(self), self._name, QRectF(self.rect()), self._colour)
