"""A text field with a magnifier, which grows with the size of the text."""

from PySide6.QtGui import QResizeEvent

from ui.tokens import LOOK
from ui.widgets.icon_view import IconView
from ui.widgets.line_edit import LineEdit

_ICON = 16
_ROOM = 26


class SearchField(LineEdit):
    """The magnifier stands where reading begins."""

    def __init__(self, *, hint: str, name: str) -> None:
        super().__init__(hint=hint, name=name)
        self._icon = IconView("search", _ICON, "text3")
        self._icon.setParent(self)
        room = LOOK.px(_ROOM)
        self.setTextMargins(0 if LOOK.rtl else room, 0, room if LOOK.rtl else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the magnifier in its place."""
        super().resizeEvent(event)
        side = LOOK.px(12)
        left = self.width() - side - self._icon.width() if LOOK.rtl else side
        self._icon.move(left, (self.height() - self._icon.height()) // 2)
