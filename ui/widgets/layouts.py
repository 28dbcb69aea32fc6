"""Rows and columns with margins and gaps from the 4-pixel grid."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import LOOK

Margins = int | tuple[int, int, int, int]


def column(parent: QWidget | None = None, *, margins: Margins = 0, gap: int = 8) -> QVBoxLayout:
    """Return a layout from top to bottom; sizes in pixels at 100 %."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    _space(layout, margins, gap)
    return layout


def row(parent: QWidget | None = None, *, margins: Margins = 0, gap: int = 8) -> QHBoxLayout:
    """Return a layout along the line of reading; sizes in pixels at 100 %."""
    layout = QHBoxLayout(parent) if parent else QHBoxLayout()
    _space(layout, margins, gap)
    return layout


def line() -> QFrame:
    """Return a thin line between two parts."""
    drawn = QFrame()
    drawn.setProperty("role", "line")
    drawn.setFixedHeight(1)
    return drawn


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)


def _space(layout: QBoxLayout, margins: Margins, gap: int) -> None:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    left, top, right, bottom = (LOOK.px(side) for side in sides)
    if LOOK.rtl:
        left, right = right, left
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(LOOK.px(gap))
