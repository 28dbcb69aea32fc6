"""The first name: with it a case begins."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, language
from ui.pages.letters_card import letters_link
from ui.widgets.button import Button, primary
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.line_edit import LineEdit
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return NewCasePage(shell)


class NewCasePage(Page):
    """One field, one button; the name may be left empty."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(_("Who are you looking for?"))
        self._shell = shell
        card = Card()
        self.name = LineEdit()
        self.field = Field(
            _("Name"),
            self.name,
            help_text=_("As the family says it, in any letters. You can add others later."),
        )
        card.add(self.field)
        card.add(letters_link(self.name))
        self.add(card)
        holder = QWidget()
        buttons = Flow(holder)
        self.button = primary(_("Begin this case"), self._begin, "arrow-right")
        self.nameless = Button(_("Begin without a name"), "quiet", on_click=self._begin_nameless)
        buttons.addWidget(self.button)
        buttons.addWidget(self.nameless)
        self.add(holder)
        self.finish()
        self.name.returnPressed.connect(self._begin)
        self.setProperty("first", self.name)

    def _begin(self) -> None:
        if not self.name.text().strip():
            self.field.set_error(_("Type a name, or begin without one."))
            self.name.setFocus()
            return
        self._make(self.name.text().strip())

    def _begin_nameless(self) -> None:
        self._make("")

    def _make(self, name: str) -> None:
        self.button.setEnabled(False)
        self._shell.session.run(_new_case, name, done=self._made, changes="cases")

    def _made(self, made: tuple[str, str]) -> None:
        case_id, name = made
        self._shell.open_case(case_id, name or _("No name yet"))


def _new_case(vault: Any, name: str) -> tuple[str, str]:
    from familytrace.actions.start_case import start_case

    return start_case(vault, name, language=language()), name
