"""What happened: the last contact, and how the person was taken."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.model.case import Case
from ui.pages.case_page import CasePage
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from ui.shell.shell import Shell

FIRST = (
    "date",
    "place",
    "circumstance",
    "narrative",
    "own_words",
    "last_contact",
    "perpetrators",
    "reasons_suspected",
)

COVER = ("kinds", "urgency", "title")


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return HappenedPage(shell)


class HappenedPage(CasePage):
    """One long form; a year or a season is enough for a date."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(
            shell,
            _("What happened"),
            _("Write what you know. Leave empty what you do not know; nothing is needed."),
        )

    def fill(self, case: Case) -> None:
        """Show the form."""
        card = Card()
        self.form = RecordForm(case.event, first=FIRST)
        self.form.edited.connect(self.save.typed)
        self.form.left.connect(self.save.left)
        card.add(self.form)
        self.add(card)
        self.add(self._cover(case))
        date = self.form.control("date")
        if isinstance(date, DateField):
            self.setProperty("first", date.chips.current())

    def _cover(self, case: Case) -> Card:
        """Return what stands on the cover of the case."""
        card = Card()
        self.cover = RecordForm(case.file, first=COVER, leave_out=("code", "language"))
        self.cover.edited.connect(self.save.typed)
        self.cover.left.connect(self.save.left)
        card.add(self.cover)
        return card
