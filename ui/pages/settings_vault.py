"""The part of the settings about the vault itself: words, recovery code, backup."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, isolate_ltr
from ui.choose_file import choose_new_file
from ui.widgets.button import Button, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.shell.shell import Shell

BACKUP = "records.ftbackup"


class VaultCard(Card):
    """Three buttons, each with one line on what it does."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(_("Your records"), gap=12)
        self._shell = shell
        folder = shell.session.vault.folder if shell.session.vault is not None else Path()
        place = Label(isolate_ltr(str(folder)), "sm", tone="text2", wrap=True, selectable=True)
        place.setAccessibleName(_("Where your records are: {place}").format(place=folder))
        self.add(place)
        holder = QWidget()
        flow = Flow(holder)
        self.backup = secondary(_("Make a backup"), self.choose_place, "archive")
        self.code = secondary(_("Recovery code"), lambda: shell.go("recovery"), "key-round")
        self.words = secondary(_("New six words"), lambda: shell.go("new_words"), "type")
        for button in (self.backup, self.code, self.words):
            flow.addWidget(button)
        self.add(holder)
        self.said = Label("", "sm", tone="ok", wrap=True)
        self.said.hide()
        self.add(self.said)

    def choose_place(self) -> None:
        """Ask where the backup goes."""
        choose_new_file(self, _("Where shall the backup go?"), BACKUP, self.back_up)

    def back_up(self, target: Path) -> None:
        """Write the backup and read it again before saying that it is done."""
        from familytrace.vault.backup import back_up

        self._busy(self.backup, True)
        session = self._shell.session
        session.run(back_up, target, done=lambda _made: self._made(), failed=self._fell)

    def _made(self) -> None:
        self._busy(self.backup, False)
        self.said.setText(_("The backup is made and was read again. It opens with your six words."))
        self.said.show()
        QTimer.singleShot(20_000, self.said, self.said.hide)

    def _fell(self, error: Exception) -> None:
        self._busy(self.backup, False)
        self._shell.show_trouble(error)

    def _busy(self, button: Button, working: bool) -> None:
        button.setEnabled(not working)
        button.setText(_("Making the backup…") if working else _("Make a backup"))
