"""Who tells this case: the relatives who can give an agreement."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, isolate
from familytrace.model.person import Reporter
from ui.pages.record_list import Kind, RecordListPage
from ui.pages.words import joined, said

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def summary(reporter: Reporter) -> tuple[str, str]:
    """Return the name and who they are to the missing person."""
    title = isolate(reporter.name) if reporter.name else _("No name yet")
    return title, joined(said("relation", reporter.relation), reporter.country)


TELLERS = Kind(
    title=N_("Who tells this"),
    subtitle=N_("Only you decide who learns this. It is asked apart before anything leaves."),
    icon="megaphone",
    add=N_("Add a person who tells"),
    empty=N_("Here stands who tells this case and can be asked for an agreement."),
    make=Reporter,
    of=lambda case: case.reporters,
    summary=summary,
    first=("name", "relation", "contact", "country", "language", "identity_mode"),
)


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecordListPage(shell, TELLERS)
