"""Why there is no answer: not asked yet, nobody knows, or does not want to say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from familytrace.i18n import N_, _
from ui.widgets.button import Button

REASONS = {
    "": N_("No answer yet"),
    "unknown": N_("Nobody knows"),
    "refused": N_("Does not want to say"),
}


class UnsaidButton(Button):
    """A quiet button with a menu; ``chosen`` carries the reason code, empty for none."""

    chosen = Signal(str)

    def __init__(self, label: str, reason: str = "") -> None:
        super().__init__("", "unsaid")
        self._label = label
        self.reason = ""
        self.show_reason(reason)
        self.clicked.connect(lambda _on=False: self._open())

    def show_reason(self, reason: str) -> None:
        """Show a reason without telling anybody."""
        self.reason = reason
        self.setText(_(REASONS[reason]) if reason else _("No answer?"))
        self.setAccessibleName(f"{self._label}: {self.text()}")

    def _open(self) -> None:
        menu = QMenu(self)
        for code, text in REASONS.items():
            action = menu.addAction(_(text))
            action.triggered.connect(lambda _on=False, code=code: self._choose(code))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, code: str) -> None:
        self.show_reason(code)
        self.chosen.emit(code)
