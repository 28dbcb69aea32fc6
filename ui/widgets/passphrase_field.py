"""The field for the six words, hidden while they are typed unless somebody looks at them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from familytrace.i18n import _


class PassphraseField(QLineEdit):
    """Shows dots; an eye at its end shows the words. They are never put on the clipboard."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name or _("Your six words"))
        self.setProperty("step", "word")
        self._eye: QAction | None = None

    def add_eye(self) -> None:
        """Add the button that shows and hides the words (after the first paint)."""
        from ui.icon_engine import icon

        if self._eye is None:
            position = QLineEdit.ActionPosition.TrailingPosition
            self._eye = self.addAction(icon("eye"), position)
            self._eye.triggered.connect(self.turn)
            self._name_eye()

    def turn(self) -> None:
        """Show the words, or hide them again."""
        modes = QLineEdit.EchoMode
        hidden = self.echoMode() == modes.Password
        self.setEchoMode(modes.Normal if hidden else modes.Password)
        self._name_eye()

    def wipe(self) -> None:
        """Forget what was typed, and the way back to it."""
        self.clear()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_eye()

    def _name_eye(self) -> None:
        if self._eye is None:
            return
        from ui.icon_engine import icon

        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.setIcon(icon("eye" if hidden else "eye-off"))
        self._eye.setText(_("Show the words") if hidden else _("Hide the words"))
        self._eye.setToolTip(self._eye.text())
