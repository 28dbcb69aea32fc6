"""One sentence of a list, with an icon at its beginning."""

from PySide6.QtWidgets import QWidget

from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, row


class Point(QWidget):
    """The icon stays beside the first line, however long the sentence is."""

    def __init__(self, icon: str, tone: str, words: str, size: str = "md") -> None:
        super().__init__()
        point = row(self, gap=10)
        side = column(gap=0)
        side.addWidget(IconView(icon, 16, tone))
        side.addStretch(1)
        point.addLayout(side)
        self.words = Label(words, size, wrap=True)
        point.addWidget(self.words, 1)
