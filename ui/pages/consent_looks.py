"""How states and days of an agreement look: shape, colour and word together."""

from datetime import date

from familytrace.i18n import _, isolate, language
from familytrace.model.case import Case
from familytrace.model.consent import STATE_LABELS, ConsentState
from familytrace.model.date_words import in_words
from familytrace.model.partial_date import PartialDate
from familytrace.model.topics import PURPOSE_LABELS, Purpose
from ui.pages.words import said
from ui.widgets.pill import Pill

LOOKS = {
    ConsentState.NOT_ASKED: ("circle", "plain"),
    ConsentState.LATER: ("clock", "info"),
    ConsentState.NO: ("x", "plain"),
    ConsentState.YES: ("check", "ok"),
    ConsentState.EXPIRED: ("hourglass", "warn"),
    ConsentState.WITHDRAWN: ("rotate-ccw", "violet"),
}


def state_pill(state: ConsentState) -> Pill:
    """Return the mark of a state."""
    icon, tone = LOOKS[state]
    return Pill(_(STATE_LABELS[state]), tone, icon)


def day_words(day: date) -> str:
    """Return a day in words, isolated."""
    return isolate(in_words(PartialDate(day.isoformat()), language()))


def speaker_name(case: Case, speaker: str) -> str:
    """Return who speaks: the name, else who they are to the missing person."""
    found = next((one for one in case.reporters if one.id == speaker), None)
    if found is None:
        return _("Somebody who is no longer listed here")
    if found.name:
        return isolate(found.name)
    return said("relation", found.relation) or _("No name yet")


def purpose_choices() -> dict[str, str]:
    """Return code and words of every purpose."""
    return {purpose.value: _(PURPOSE_LABELS[purpose]) for purpose in Purpose}
