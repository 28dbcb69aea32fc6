"""What officials answered, and their confirmed silence."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, isolate
from familytrace.model.case import Case
from familytrace.model.events import OfficialResponse
from ui.pages.case_attempts import summary as attempt_summary
from ui.pages.record_list import Kind, RecordListPage
from ui.pages.words import dated, joined, said, shortened

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def summary(response: OfficialResponse) -> tuple[str, str]:
    """Return who answered when, and what."""
    who = isolate(response.office) if response.office else said("authority", response.authority)
    title = joined(who or _("New answer"), dated(response.date))
    kinds = ", ".join(said("response", code) for code in response.kinds)
    return title, joined(said("response_form", response.form), kinds, shortened(response.words))


def asked(case: Case) -> dict[str, str]:
    """Return id and name of what an answer can belong to."""
    attempts = {one.id: attempt_summary(one)[0] for one in case.attempts}
    letters = {one.id: joined(_("Letter"), one.addressee, dated(one.sent)) for one in case.letters}
    return attempts | letters


RESPONSES = Kind(
    title=N_("Official answers"),
    subtitle=N_("What an office says is one statement among others."),
    icon="mail-check",
    add=N_("Add an answer"),
    empty=N_("Here stands each answer of an office, in its exact words. Silence is an answer too."),
    make=OfficialResponse,
    of=lambda case: case.responses,
    summary=summary,
    first=("date", "authority", "office", "form", "kinds", "words", "answers", "assessment"),
    options=lambda case: {"answers": asked(case)},
)


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecordListPage(shell, RESPONSES)
