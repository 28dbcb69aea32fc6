"""A case that somebody else gave says so on each of its pages, with what is allowed."""

from familytrace import clock
from familytrace.actions.received_limits import SENDER_WORDS, ReceivedLimits, limits_in_words
from familytrace.i18n import _
from ui.pages.consent_looks import day_words
from ui.widgets.banner import Banner


def limits_banner(limits: ReceivedLimits) -> Banner:
    """Return who sent the case and what may be done with it, or that nothing may any more."""
    words = (_(SENDER_WORDS[limits.sender]), *limits_in_words(limits, day_words).values())
    if limits.taken_back:
        title = _("The family has taken its agreement back.")
        words = (_("Taken back. Do not use it."), *words)
        return Banner("danger", title, "\n".join(words), icon="rotate-ccw")
    if not limits.agreed:
        title = _("There is no agreement in this package.")
        words = (_("Do not use it. Ask the sender."), *words)
        return Banner("danger", title, "\n".join(words))
    if limits.ends_on is not None and limits.ends_on < clock.today():
        return Banner("warn", _("The agreement has ended"), "\n".join(words), icon="hourglass")
    title = _("Somebody else gave you this case, only for this use.")
    return Banner("info", title, "\n".join(words))
