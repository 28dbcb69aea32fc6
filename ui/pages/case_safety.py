"""Who must be protected: names, numbers and accounts that no outgoing text may hold."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _
from familytrace.model.case import Case
from ui.pages.case_page import CasePage
from ui.widgets.card import Card
from ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from ui.shell.shell import Shell

TITLE = N_("Never let these out")


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return SafetyPage(shell)


class SafetyPage(CasePage):
    """The family's own list; every hit in an outgoing text is shown and cut."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell, _(TITLE))

    def fill(self, case: Case) -> None:
        """Show the list and the notes on danger."""
        card = Card()
        self.form = RecordForm(case.safety)
        self.form.edited.connect(self.save.typed)
        self.form.left.connect(self.save.left)
        card.add(self.form)
        self.add(card)
        self.setProperty("first", next(iter(self.form.fields.values())).control)
