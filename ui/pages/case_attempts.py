"""What the family did to reach somebody."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, isolate
from familytrace.model.events import ContactAttempt
from ui.pages.record_list import Kind, RecordListPage
from ui.pages.words import dated, joined, said, shortened

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def summary(attempt: ContactAttempt) -> tuple[str, str]:
    """Return when and whom, and what came of it."""
    whom = said("target", attempt.target) or _("New attempt")
    title = joined(whom, isolate(attempt.office) if attempt.office else "", dated(attempt.date))
    outcome = ", ".join(said("outcome", code) for code in attempt.outcome)
    return title, joined(said("channel", attempt.channel), outcome, shortened(attempt.words))


ATTEMPTS = Kind(
    title=N_("Contact attempts"),
    subtitle=N_("Every try counts, also those without an answer."),
    icon="phone-call",
    add=N_("Add an attempt"),
    empty=N_("Here stands each call, message, visit or letter, and what came of it."),
    make=ContactAttempt,
    of=lambda case: case.attempts,
    summary=summary,
    first=("date", "target", "authority", "office", "channel", "asked", "outcome", "words", "by"),
)


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecordListPage(shell, ATTEMPTS)
