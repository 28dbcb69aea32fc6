"""The group's side: its key, and the card that families get from it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from familytrace import files
from familytrace.actions.group_keys import MadeCard, key_backup, list_keys
from familytrace.actions.own_card import make_own_card, own_card
from familytrace.i18n import _
from ui.choose_file import choose_new_file
from ui.shell.notice import DONE
from ui.widgets.banner import Banner
from ui.widgets.button import Button, primary, secondary
from ui.widgets.card import Card
from ui.widgets.digit_grid import DigitGrid
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.notes import Notes
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell

CARD, KEY = "our-group.ftcard", "our-key.txt"


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return GroupPage(shell)


class GroupPage(Page):
    """What stands on the card is a promise to families; the digits prove that it is yours."""

    def __init__(self, shell: "Shell") -> None:
        self.make = primary(_("Make our card"), self._make, "key-round")
        back = Button(_("Back"), "quiet", on_click=lambda: shell.go("receive"), icon="arrow-left")
        subtitle = _("For groups that receive cases. Families seal to your key; only you open it.")
        super().__init__(_("Our key and card"), subtitle, back, self.make)
        self._shell = shell
        self.digits: DigitGrid | None = None
        self._place = Card()
        self._place.hide()
        self.add(self._place)
        self._form()
        self.finish()
        self.setProperty("first", self.name)
        shell.session.run(own_card, done=self._loaded)

    def _form(self) -> None:
        card = Card(_("What families read on it"), gap=14)
        self.name = LineEdit()
        self.name_field = Field(_("Name of your group"), self.name)
        self.contact = LineEdit()
        self.keeps = LineEdit()
        self.refuses = Notes(lines=2)
        card.add(self.name_field)
        card.add(Field(_("How families reach you"), self.contact))
        hint = _("For example: five years, then destroyed.")
        card.add(Field(_("How long you keep cases"), self.keeps, help_text=hint))
        one_line = _("One thing a line.")
        card.add(Field(_("What you do not take"), self.refuses, help_text=one_line))
        self.add(card)

    def _loaded(self, found: Any) -> None:
        if found is None:
            return
        card, made = found
        self.name.setText(card.name)
        self.contact.setText(card.contact)
        self.keeps.setText(card.keeps)
        self.refuses.setPlainText("\n".join(card.refuses))
        self.make.setText(_("Make the card anew"))
        self._show(made)

    def _make(self) -> None:
        name = self.name.text().strip()
        self.name_field.set_error("" if name else _("Type the name of your group."))
        if not name:
            self.name.setFocus()
            return
        lines = tuple(line.strip() for line in self.refuses.text().splitlines() if line.strip())
        contact, keeps = self.contact.text().strip(), self.keeps.text().strip()

        def make(vault: Any) -> MadeCard:
            return make_own_card(vault, name, contact=contact, keeps=keeps, refuses=lines)

        self._shell.session.run(make, done=self._made, changes="group_key")

    def _made(self, made: MadeCard) -> None:
        self.make.setText(_("Make the card anew"))
        self._show(made)
        self.save.setFocus()

    def _show(self, made: MadeCard) -> None:
        new = Card(_("Read these digits aloud"), gap=12)
        text = _("When a family calls, read them from this screen. Never send them in writing.")
        new.add(Label(text, tone="text2", wrap=True))
        self.digits = DigitGrid(made.digits)
        new.add(self.digits)
        holder = QWidget()
        flow = Flow(holder)
        self.save = secondary(_("Save the card"), lambda: self._save(made), "file-down")
        self.backup = secondary(_("Back up the key"), self._back_up, "archive")
        flow.addWidget(self.save)
        flow.addWidget(self.backup)
        new.add(holder)
        lost = _("Without the key, nothing that was sealed to it can be opened.")
        new.add(Banner("warn", _("Back up the key now"), lost))
        self.body.replaceWidget(self._place, new)
        self._place.hide()
        self._place.deleteLater()
        self._place = new
        self.scrolling.ensureWidgetVisible(new)

    def _save(self, made: MadeCard) -> None:
        def write(path: Path) -> None:
            self._write(path, made.text, _("The card is saved. Give it to families."))

        choose_new_file(self, _("Where shall the card go?"), CARD, write)

    def _back_up(self) -> None:
        title = _("Where shall the key go? Whoever has it can open everything.")
        choose_new_file(self, title, KEY, self.write_key)

    def write_key(self, path: Path) -> None:
        """Write the newest key in use to a file, to be locked away."""

        def read(vault: Any) -> str:
            key = next(key for key in list_keys(vault) if key.withdrawn is None)
            return key_backup(vault, key.id)

        said = _("The key is saved. Lock it away: whoever has it can open everything.")
        self._shell.session.run(read, done=lambda text: self._write(path, text, said))

    def _write(self, path: Path, text: str, said: str) -> None:
        def write(_vault: Any) -> None:
            files.write_whole(path, text.encode())

        self._shell.session.run(
            write, done=lambda _none: self._shell.notice.say("ok", said, key=DONE)
        )
