"""What is known: statements side by side, none of them overwritten."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _
from familytrace.model.case import Case
from familytrace.model.claim import Claim
from ui.pages.record_list import Kind, RecordListPage
from ui.pages.words import dated, joined, said, shortened

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def summary(claim: Claim) -> tuple[str, str]:
    """Return what a statement says, and when and by whom."""
    about = said("claim_kind", claim.kind) or _("New statement")
    what = joined(
        about,
        said("status", claim.status),
        said("facility", claim.facility),
        said("sentence_kind", claim.sentence),
        f"{_('Years')}: {claim.years}" if claim.years else "",
        f"{_('Months')}: {claim.months}" if claim.months else "",
        said("health", claim.health),
    )
    return what, joined(
        _("We believe this") if claim.believed else "",
        dated(claim.as_of or claim.start),
        said("source", claim.source),
        said("confidence", claim.confidence),
        shortened(claim.words),
    )


def responses(case: Case) -> dict[str, str]:
    """Return id and name of the official answers of a case."""
    return {
        one.id: joined(_("Official answer"), one.office, dated(one.date)) for one in case.responses
    }


CLAIMS = Kind(
    title=N_("What is known"),
    subtitle=N_("Every statement stands for itself. They may contradict each other."),
    icon="list-checks",
    add=N_("Add a statement"),
    empty=N_("Here stands what anybody said: where they are, a sentence, health, a sighting."),
    make=Claim,
    of=lambda case: case.claims,
    summary=summary,
    first=(
        "kind",
        "status",
        "facility",
        "facility_name",
        "place",
        "start",
        "end",
        "sentence",
        "years",
        "months",
        "charge",
        "reasons",
        "health",
        "death_date",
        "death_circumstance",
        "child_care",
        "birth_date",
        "as_of",
        "words",
        "confidence",
        "believed",
        "source",
    ),
    options=lambda case: {"response": responses(case)},
)


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecordListPage(shell, CLAIMS)
