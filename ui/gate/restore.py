"""Bringing records back from a backup file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, isolate_ltr
from ui.choose_file import choose_file
from ui.widgets.button import Button, primary, secondary
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.passphrase_field import PassphraseField


class RestorePage(QWidget):
    """``on_restore`` gets the backup file and the words that opened the vault it was made of."""

    def __init__(
        self, on_restore: Callable[[Path, str], object], on_back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._on_restore = on_restore
        self._file: Path | None = None
        inside = column(self, gap=12)
        inside.addWidget(Label(_("I have a backup"), "xl", wrap=True))
        inside.addWidget(
            Label(
                _("Put in the stick with the backup, and choose the file that ends in .ftbackup."),
                tone="text2",
                wrap=True,
            )
        )
        self.choose = secondary(_("Choose the backup file"), self._choose, "file-up")
        inside.addWidget(self.choose)
        self.chosen = Label("", "sm", tone="text2", wrap=True)
        self.chosen.hide()
        inside.addWidget(self.chosen)
        self.words = PassphraseField()
        self.field = Field(
            _("Your six words"), self.words, help_text=_("The words you had when you made it.")
        )
        self.field.add_beside(self.words.eye)
        inside.addWidget(self.field)
        holder = QWidget()
        buttons = Flow(holder)
        self.button = primary(_("Bring my records back"), self._go)
        buttons.addWidget(self.button)
        buttons.addWidget(Button(_("Back"), "quiet", on_click=on_back))
        inside.addWidget(holder)
        self.words.returnPressed.connect(self._go)
        self.setProperty("first", self.choose)

    def take(self, file: Path) -> None:
        """Take a chosen file."""
        self._file = file
        self.chosen.setText(isolate_ltr(file.name))
        self.chosen.show()
        self.words.setFocus()

    def show_trouble(self, said: str, advice: str) -> None:
        """Say what happened, and let the person try again."""
        self._busy(False)
        self.field.set_error(f"{said} {advice}")

    def _choose(self) -> None:
        choose_file(self, _("Choose the backup file"), ("*.ftbackup",), self.take)

    def _go(self) -> None:
        if self._file is None or not self.words.text().strip():
            self.field.set_error(_("Choose the file and type your six words first."))
            return
        self.field.set_error("")
        self._busy(True)
        self._on_restore(self._file, self.words.text())

    def _busy(self, working: bool) -> None:
        self.button.setEnabled(not working)
        self.button.setText(_("Checking the backup…") if working else _("Bring my records back"))
