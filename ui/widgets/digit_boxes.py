"""Eight small boxes for groups of digits, typed or pasted as they stand on paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.tokens import LOOK
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit

GROUPS = 8


def only_digits(text: str) -> str:
    """Leave out spaces, dashes and all else that is not a digit of some script."""
    return "".join(letter for letter in text if letter.isdecimal())


class DigitBoxes(QWidget):
    """Boxes of ``size`` digits each; what is too long for one runs on into the next.

    ``name`` says what the box of a number, counted from 1, is called. A single digit too
    many is not taken, so that a slip does not spoil the next box. ``edited`` is called
    with a box, counted from 0, whenever somebody typed or pasted into it.
    """

    changed = Signal()

    def __init__(
        self, size: int, name: Callable[[int], str], edited: Callable[[int], object]
    ) -> None:
        super().__init__()
        self._size = size
        self._before = [""] * GROUPS
        inside = column(self, gap=6)
        grid = QGridLayout()
        grid.setSpacing(LOOK.px(8))
        self.groups: list[LineEdit] = []
        for n in range(GROUPS):
            edit = LineEdit(name=name(n + 1))
            edit.setPlaceholderText(str(n + 1))
            edit.setProperty("layoutDirection", "LeftToRight")
            edit.textEdited.connect(lambda _text, n=n: edited(n))
            grid.addWidget(edit, n // 4, n % 4)
            self.groups.append(edit)
        inside.addLayout(grid)
        self.error = Label("", "xs", tone="danger", wrap=True)
        self.error.hide()
        inside.addWidget(self.error)
        self.setFocusProxy(self.groups[0])

    def tidy(self, n: int) -> int:
        """Put what was just typed into one box in order; return the last box it reached."""
        box, size = self.groups[n], self._size
        digits = only_digits(box.text())
        before = only_digits(self._before[n])
        if len(before) == size and len(digits) == size + 1:
            digits = before
        pieces = [digits[at : at + size] for at in range(0, len(digits), size)] or [""]
        used = range(n, min(n + len(pieces), GROUPS))
        for k, piece in zip(used, pieces, strict=False):
            self._put(k, piece)
        return used[-1]

    def _put(self, n: int, digits: str) -> None:
        box = self.groups[n]
        self._before[n] = digits
        if box.text() != digits:
            at = len(only_digits(box.text()[: box.cursorPosition()]))
            box.setText(digits)
            box.setCursorPosition(at)
