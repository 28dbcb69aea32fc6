"""The page that opens the vault of this computer with its six words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, isolate_ltr
from ui.tokens import LOOK
from ui.widgets.button import Button, link, primary
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.passphrase_field import PassphraseField


class UnlockPage(QWidget):
    """``on_words`` gets what was typed; the other callbacks lead to other pages."""

    def __init__(
        self,
        folder: Path,
        on_words: Callable[[str], object],
        others: dict[str, Callable[[], object]],
    ) -> None:
        super().__init__()
        self._on_words = on_words
        inside = column(self, gap=14)
        inside.addWidget(Label(_("Welcome back"), "xxl", wrap=True))
        place = Label(isolate_ltr(folder.name), "sm", tone="text2", wrap=True)
        place.setAccessibleName(_("Vault: {name}").format(name=folder.name))
        inside.addWidget(place)
        self.words = PassphraseField()
        self.field = Field(
            _("Your six words"),
            self.words,
            help_text=_("Capital letters and the keyboard's language do not matter."),
        )
        self.field.add_beside(self.words.eye)
        inside.addWidget(self.field)
        self.button: Button = primary(_("Open"), self._go)
        inside.addWidget(self.button)
        inside.addSpacing(LOOK.px(6))
        for text, on_click in others.items():
            inside.addWidget(link(text, on_click))
        self.words.returnPressed.connect(self._go)
        self.setProperty("first", self.words)

    def add_pictures(self) -> None:
        """Add what can wait until the page is on the screen."""
        self.button.set_icon("lock-open")

    def busy(self, working: bool) -> None:
        """Show that the words are being tried (about a second)."""
        self.button.setEnabled(not working)
        self.words.setReadOnly(working)
        self.button.setText(_("Opening…") if working else _("Open"))

    def show_trouble(self, said: str, advice: str) -> None:
        """Say under the field what happened, and let the person try again."""
        self.busy(False)
        self.field.set_error(f"{said} {advice}")
        self.words.selectAll()
        self.words.setFocus()

    def _go(self) -> None:
        if not self.words.text().strip():
            self.field.set_error(_("Type your six words first."))
            self.words.setFocus()
            return
        self.field.set_error("")
        self.busy(True)
        self._on_words(self.words.text())
