"""The frame of a page: title, actions, and a body that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from ui.tokens import LOOK
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import clear, column, row
from ui.widgets.scroll import Scroll

_READABLE = 860


class Page(QWidget):
    """Put parts into it with ``add``. Actions stand beside the title, the primary one last."""

    def __init__(
        self, title: str, subtitle: str = "", *actions: QWidget, wide: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer = column(self, gap=12)
        top = QWidget()
        head = row(top, gap=8)
        titles = column(gap=2)
        self.title = Label(title, "xl", wrap=True)
        self.subtitle = Label(subtitle, "sm", tone="text2", wrap=True)
        if not subtitle:
            self.subtitle.hide()
        titles.addWidget(self.title)
        titles.addWidget(self.subtitle)
        head.addLayout(titles, 1)
        if actions:
            holder = QWidget()
            flow = Flow(holder)
            for action in actions:
                flow.addWidget(action)
            head.addWidget(holder)
        self._outer.addWidget(top)
        self.content = QWidget()
        self.body = column(self.content, margins=(0, 0, 4, 24), gap=16)
        if not wide:
            for part in (top, self.content):
                part.setMaximumWidth(LOOK.px(_READABLE))
        self.scrolling = Scroll(self.content)
        self._outer.addWidget(self.scrolling, 1)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a part at the end of the body."""
        if isinstance(part, QLayout):
            self.body.addLayout(part)
        else:
            self.body.addWidget(part)

    def clear_body(self) -> None:
        """Take everything out of the body."""
        clear(self.body)

    def finish(self) -> None:
        """Let the parts stand at the top of a body that is taller than they are."""
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give narrow and low windows smaller margins."""
        side = LOOK.px(24 if self.width() >= LOOK.px(700) else 14)
        top = LOOK.px(18 if self.height() >= LOOK.px(520) else 8)
        self._outer.setContentsMargins(side, top, side, 0)
        super().resizeEvent(event)
