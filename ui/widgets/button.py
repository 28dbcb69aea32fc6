"""Buttons: one primary a page, outlined secondary ones, and text-only links."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from ui.tokens import LOOK

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_GAP = 6
_ICON_COLOUR = {"primary": "on_accent", "link": "accent", "danger": "danger", "choice": "accent"}


class Button(QPushButton):
    """A push button; ``kind`` is primary, secondary, quiet, link, danger, icon, chip or choice.

    A click does not move the keyboard focus: the focus ring is for the keyboard. Enter
    presses it like the space bar.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        name: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        if icon:
            self.set_icon(icon)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_icon(self, name: str) -> None:
        """Show an icon before the text."""
        from ui.icon_engine import icon

        kind = str(self.property("kind"))
        size = LOOK.px(18 if kind in {"icon", "choice"} else 16)
        chosen = "accent" if kind == "chip" else ""
        self.setIcon(icon(name, _ICON_COLOUR.get(kind, "text2"), chosen))
        gap = 0 if kind == "icon" else LOOK.px(_GAP)
        self.setIconSize(QSize(size + gap, size))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Press on Enter too, once for as long as it is held."""
        from PySide6.QtCore import Qt  # not above: it would hold up the first window

        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def primary(text: str, on_click: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Return the one button that a page is about."""
    return Button(text, "primary", icon=icon, on_click=on_click)


def secondary(text: str, on_click: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Return an outlined button."""
    return Button(text, "secondary", icon=icon, on_click=on_click)


def link(text: str, on_click: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Return a button that looks like a word in the accent colour."""
    return Button(text, "link", icon=icon, on_click=on_click)


def icon_button(icon: str, name: str, on_click: Callable[[], object] | None = None) -> Button:
    """Return a button without words; ``name`` is its tool tip and what a screen reader says."""
    return Button("", "icon", icon=icon, name=name, on_click=on_click)
