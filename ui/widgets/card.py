"""A white card with an optional heading and one action in its corner."""

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui.widgets.label import Label
from ui.widgets.layouts import column, row


class Card(QFrame):
    """A bordered card; put its content into ``body``."""

    def __init__(
        self, title: str = "", *, action: QWidget | None = None, gap: int = 12, role: str = "card"
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.body = column(self, margins=16, gap=gap)
        if title:
            head = row(gap=8)
            head.addWidget(Label(title, "lg", wrap=True), 1)
            if action is not None:
                head.addWidget(action)
            self.body.addLayout(head)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a widget or a layout below what is there."""
        if isinstance(part, QLayout):
            self.body.addLayout(part)
        else:
            self.body.addWidget(part)
