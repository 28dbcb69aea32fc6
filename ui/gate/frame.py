"""The frame of the pages before a vault is open: a calm side, and the page itself."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from familytrace.i18n import _
from ui.tokens import LOOK
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, row
from ui.widgets.scroll import Scroll

_HERO_FROM = 920
_PAGE_WIDE = 460


class GateFrame(QWidget):
    """Shows one page at a time, in the middle; the side goes away on narrow windows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        line = row(self, gap=0)
        self._hero = QFrame()
        self._hero.setProperty("role", "hero")
        self._hero.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        line.addWidget(self._hero, 9)
        holder = QWidget()
        self._place: QVBoxLayout = column(holder, margins=(20, 14, 20, 14), gap=0)
        self._place.addStretch(1)
        self._place.addStretch(2)
        self._scroll = Scroll(holder)
        line.addWidget(self._scroll, 11)
        self.page: QWidget | None = None

    def fill_side(self) -> None:
        """Write on the side what can wait until the page is on the screen."""
        if self._hero.layout() is None:
            _fill(self._hero)

    def show_page(self, page: QWidget) -> None:
        """Put a page in the place of the one before."""
        if self.page is not None:
            before = self._place.takeAt(1)
            if before is not None and (middle := before.widget()) is not None:
                middle.hide()
                middle.deleteLater()
        self.page = page
        page.setMaximumWidth(LOOK.px(_PAGE_WIDE))
        middle = QWidget()
        inside = row(middle, gap=0)
        inside.addStretch(1)
        inside.addWidget(page, 50)
        inside.addStretch(1)
        self._place.insertWidget(1, middle)
        if self.isVisible():
            middle.show()
        start = page.property("first")
        if isinstance(start, QWidget):
            start.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the whole width when there is little."""
        self._hero.setVisible(self.width() >= LOOK.px(_HERO_FROM))
        super().resizeEvent(event)


def _fill(side: QFrame) -> None:
    """Put the few calm sentences on the side."""
    inside = column(side, margins=(44, 40, 44, 36), gap=14)
    inside.addWidget(IconView("logo", 40, "on_hero"))
    inside.addStretch(1)
    title = _("A careful record of the people you are looking for.")
    inside.addWidget(Label(title, "xxl", wrap=True))
    inside.addSpacing(LOOK.px(8))
    for icon, text in (
        ("wifi-off", _("Works without the internet. It never connects.")),
        ("lock", _("Locked on this computer with your own words.")),
        ("shield-check", _("Nothing is shared unless the family agrees.")),
    ):
        line = row(gap=12)
        line.addWidget(IconView(icon, 18, "on_hero"))
        line.addWidget(Label(text, wrap=True), 1)
        inside.addLayout(line)
    inside.addStretch(2)
