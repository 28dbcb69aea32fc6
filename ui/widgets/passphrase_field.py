"""The field for the six words, hidden while they are typed unless somebody looks at them."""

from PySide6.QtWidgets import QLineEdit

from familytrace.i18n import _
from ui.widgets.button import Button, link


class PassphraseField(QLineEdit):
    """Shows dots; ``eye`` is a word beside it that shows them. Nothing goes to the clipboard."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name or _("Your six words"))
        self.setProperty("step", "word")
        self.eye: Button = link(_("Show the words"), self.turn)

    def turn(self) -> None:
        """Show the words, or hide them again."""
        modes = QLineEdit.EchoMode
        hidden = self.echoMode() == modes.Password
        self.setEchoMode(modes.Normal if hidden else modes.Password)
        self.eye.setText(_("Hide the words") if hidden else _("Show the words"))

    def wipe(self) -> None:
        """Forget what was typed, and the way back to it."""
        self.clear()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye.setText(_("Show the words"))
