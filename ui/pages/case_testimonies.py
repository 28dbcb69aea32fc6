"""Testimonies: each telling by one speaker is kept whole, beside the others."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _
from familytrace.model.case import Case
from familytrace.model.events import Testimony
from ui.pages.consent_looks import speaker_name
from ui.pages.record_list import Kind, RecordListPage
from ui.pages.words import dated, joined, shortened

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def summary(testimony: Testimony) -> tuple[str, str]:
    """Return when it was told and where, and how it begins."""
    when = joined(dated(testimony.told_on), testimony.country)
    return when or _("New statement"), shortened(testimony.words)


def speakers(case: Case) -> dict[str, str]:
    """Return id and name of everybody who tells the case."""
    return {one.id: speaker_name(case, one.id) for one in case.reporters}


TESTIMONIES = Kind(
    title=N_("In our own words"),
    subtitle=N_("In the speaker's own words"),
    icon="quote",
    add=N_("Add a statement"),
    empty=N_("Write what you know. Leave empty what you do not know; nothing is needed."),
    make=Testimony,
    of=lambda case: case.testimonies,
    summary=summary,
    first=("speaker", "told_on", "country", "words", "first_telling"),
    options=lambda case: {"speaker": speakers(case)},
)


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecordListPage(shell, TESTIMONIES)
