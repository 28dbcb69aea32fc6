"""What stands in the window while it is hidden: nothing about anybody."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from ui.widgets.button import Button
from ui.widgets.layouts import column, row


class Cover(QWidget):
    """An empty page with one button back."""

    def __init__(self, on_back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = column(self)
        inside.addStretch(1)
        line = row()
        line.addStretch(1)
        self.back = Button(_("Go on"), "quiet", on_click=on_back)
        line.addWidget(self.back)
        line.addStretch(1)
        inside.addLayout(line)
        inside.addStretch(1)
