"""One choice out of a longer list."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from familytrace.i18n import _
from ui.tokens import LOOK

_WIDEST = 320


class Choice(QComboBox):
    """A drop-down of translated labels; ``changed`` carries the code, empty for no answer.

    The mouse wheel scrolls the page instead of changing an answer by accident.
    """

    changed = Signal(str)

    def __init__(
        self, choices: Mapping[str, str], *, chosen: str = "", name: str = "", blank: bool = True
    ) -> None:
        super().__init__()
        self._codes = ["", *choices] if blank else list(choices)
        self.addItems([_("No answer yet"), *choices.values()] if blank else list(choices.values()))
        self.setProperty("focusPolicy", "StrongFocus")
        if name:
            self.setAccessibleName(name)
        self.choose(chosen)
        self.activated.connect(lambda _index: self.changed.emit(self.chosen()))

    def sizeHint(self) -> QSize:
        """Ask for the room of the longest label, up to 320 pixels."""
        return super().sizeHint().boundedTo(QSize(LOOK.px(_WIDEST), 10_000))

    def minimumSizeHint(self) -> QSize:
        """Allow narrow pages; the label is then cut, the list shows it whole."""
        return QSize(LOOK.px(120), super().minimumSizeHint().height())

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Offer other choices; the first of them, or no answer yet, is chosen."""
        blank = self._codes[:1] == [""]
        self._codes = ["", *choices] if blank else list(choices)
        self.clear()
        self.addItems([_("No answer yet"), *choices.values()] if blank else [*choices.values()])

    def chosen(self) -> str:
        """Return the code of the choice, or an empty text."""
        index = self.currentIndex()
        return self._codes[index] if 0 <= index < len(self._codes) else ""

    def choose(self, code: str) -> None:
        """Set the choice without telling anybody; an unknown code is no answer."""
        self.setCurrentIndex(self._codes.index(code) if code in self._codes else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
