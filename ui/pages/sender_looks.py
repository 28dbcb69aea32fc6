"""The four things that can be said of a sender, and no fifth: shape, colour and words."""

from familytrace.actions.received_limits import SENDER_WORDS
from familytrace.i18n import N_, _
from ui.widgets.banner import Banner
from ui.widgets.pill import Pill

WORDS = SENDER_WORDS
SHORT = {
    "verified": N_("Verified by you"),
    "known": N_("Known key"),
    "unknown": N_("Unknown key"),
    "unsigned": N_("Not signed"),
}
ADVICE = {
    "verified": N_("It is the same key whose owner you have checked."),
    "known": N_("It is the same key as before. Whose it is, you have not checked."),
    "unknown": N_("Ask the family in another way whether this came from them."),
    "unsigned": N_("Ask the family for it again before you rely on it."),
}
LOOKS = {
    "verified": ("shield-check", "ok"),
    "known": ("shield", "info"),
    "unknown": ("shield-question-mark", "warn"),
    "unsigned": ("shield-off", "danger"),
}


def sender_pill(state: str) -> Pill:
    """Return the mark of a sender state."""
    icon, tone = LOOKS[state]
    return Pill(_(SHORT[state]), tone, icon)


def sender_banner(state: str) -> Banner:
    """Return the state in words, with what to do about it."""
    icon, tone = LOOKS[state]
    return Banner(tone, _(WORDS[state]), _(ADVICE[state]), icon=icon)
