"""The side of the window: where to go, whether all is saved, and the way out."""

from importlib.util import find_spec

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familytrace.i18n import _
from ui.shell.places import PLACES, Place
from ui.tokens import LOOK
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import column, row
from ui.widgets.nav_item import NavItem
from ui.widgets.scroll import Scroll

_WIDE, _NARROW = 228, 64
_FOOT = (("hide", "eye-off", "F12"), ("lock", "lock", "Ctrl+L"))


class Sidebar(QWidget):
    """``asked`` carries the key of a page, or ``hide`` or ``lock``."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.items: dict[str, NavItem] = {}
        self._wide_only: list[QWidget] = []
        self._narrow = False
        self._current = ""
        inside = column(self, margins=(12, 12, 12, 10), gap=2)
        self._inside = inside
        inside.addWidget(self._brand())
        inside.addWidget(self._scrolling(), 1)
        self._foot(inside)
        self.show_case("", "")
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show only icons, or icons and words."""
        self._narrow = narrow
        self.setFixedWidth(LOOK.px(_NARROW if narrow else _WIDE))
        for part in self._wide_only:
            part.setVisible(not narrow)
        self._case.setVisible(not narrow and bool(self._name.text()))
        for item in self.items.values():
            item.set_narrow(narrow)

    def set_low(self, low: bool) -> None:
        """Leave out what is only for looks where there is little height."""
        self._logo_row.setVisible(not low)
        self._state_icon.setVisible(not low)
        for item in self.items.values():
            item.set_low(low)
        QTimer.singleShot(0, self, self._bring_current)

    def set_current(self, key: str) -> None:
        """Mark the open page."""
        for name, item in self.items.items():
            item.set_current(name == key)
        self._current = key
        QTimer.singleShot(0, self, self._bring_current)

    def _bring_current(self) -> None:
        """Scroll to the open page where the list is longer than the window."""
        if self._current in self.items:
            self._scroll.ensureWidgetVisible(self.items[self._current])

    def show_case(self, name: str, second: str) -> None:
        """Show the open case and its pages, or take them away with an empty name."""
        self._name.setText(name)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._case.setVisible(bool(name) and not self._narrow)
        for place in PLACES:
            if place.in_case and place.key in self.items:
                self.items[place.key].setVisible(bool(name))

    def show_state(self, words: str, saved: bool) -> None:
        """Say whether all is saved."""
        self._state_icon.show_icon("circle-check" if saved else "save", "ok" if saved else "warn")
        self._state.setText(words)
        self._state_row.setToolTip(words)

    def _brand(self) -> QWidget:
        self._logo_row = QWidget()
        line = row(self._logo_row, margins=(6, 0, 0, 8), gap=10)
        line.addWidget(IconView("logo", 26, "accent"))
        name = Label("FamilyTrace", "lg")
        self._wide_only.append(name)
        line.addWidget(name, 1)
        return self._logo_row

    def _scrolling(self) -> QWidget:
        holder = QWidget()
        inside = column(holder, gap=2)
        for place in PLACES:
            if place.listed and not place.in_case:
                self._add(inside, place)
        self._case = QWidget()
        head = column(self._case, margins=(10, 12, 8, 6), gap=0)
        head.addWidget(Label(_("Open case"), "xs", tone="text3"))
        self._name = Label("", weight="bold", wrap=True)
        self._second = Label("", "sm", tone="text2", wrap=True)
        head.addWidget(self._name)
        head.addWidget(self._second)
        inside.addWidget(self._case)
        for place in PLACES:
            if place.listed and place.in_case:
                self._add(inside, place)
        inside.addStretch(1)
        self._scroll = Scroll(holder)
        return self._scroll

    def _add(self, inside: QVBoxLayout, place: Place) -> None:
        if find_spec(place.module) is None:
            return
        self._put(inside, place.key, NavItem(_(place.title), place.icon))

    def _put(self, inside: QVBoxLayout, key: str, item: NavItem) -> None:
        item.clicked.connect(lambda _on=False: self.asked.emit(key))
        self.items[key] = item
        inside.addWidget(item)

    def _foot(self, inside: QVBoxLayout) -> None:
        self._state_row = QWidget()
        line = row(self._state_row, margins=(12, 4, 6, 4), gap=8)
        self._state_icon = IconView("circle-check", 14, "ok")
        self._state = Label(_("All changes saved"), "xs", tone="text2", wrap=True)
        self._wide_only.append(self._state)
        line.addWidget(self._state_icon)
        line.addWidget(self._state, 1)
        inside.addWidget(self._state_row)
        words = {"hide": _("Hide"), "lock": _("Lock")}
        for key, icon, keyboard in _FOOT:
            self._put(inside, key, NavItem(words[key], icon, hint=keyboard))
        self._put(inside, "settings", NavItem(_("Settings"), "settings"))
