"""How far a recipient's key can be trusted: shape, colour and word together."""

from familytrace.i18n import _
from familytrace.model.recipient import Recipient
from ui.widgets.pill import Pill


def recipient_pill(recipient: Recipient) -> Pill:
    """Return the mark of a recipient: compared, not compared, or without a key."""
    if not recipient.age_key:
        return Pill(_("No key"), "plain", "printer")
    if recipient.verified_on:
        return Pill(_("Digits compared"), "ok", "shield-check")
    return Pill(_("Digits not compared"), "warn", "shield-question-mark")
