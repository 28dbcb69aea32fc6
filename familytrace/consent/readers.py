"""Who will see what leaves: those with the key, then governments, then everybody."""

from dataclasses import dataclass

from familytrace.consent.rules import rule_of
from familytrace.i18n import N_, _, isolate
from familytrace.model.topics import Purpose


@dataclass(frozen=True, slots=True)
class Reader:
    """One circle of readers; ``sees`` tells whether this purpose and form reach it."""

    title: str
    sentence: str
    sees: bool


_GOVERNMENTS = {
    Purpose.UN: N_("They tell the Chinese government the name and what happened."),
    Purpose.HOST_STATE: N_(
        "The government of the country you live in, and it may speak with the Chinese government."
    ),
    Purpose.COURT: N_("A court or an investigation, and both sides before it."),
}


def readers(
    recipient: str, purpose: Purpose, *, china_may_read: bool, has_key: bool = True
) -> tuple[Reader, ...]:
    """Return the three circles in their order, each with one sentence."""
    reaches = rule_of(purpose).reaches
    public = reaches == "public"
    governments = reaches != "nobody else" or china_may_read
    said = _GOVERNMENTS.get(purpose, N_("The Chinese government can read it too."))
    first = (
        _("Whoever holds the key of {recipient}.")
        if has_key
        else _("Whoever at {recipient} is given the paper, or the words that open it.")
    )
    return (
        Reader(
            _("The people who work there"),
            first.format(recipient=isolate(recipient)),
            True,
        ),
        Reader(
            _("The United Nations and governments"),
            _(said) if governments else _("Not with this agreement."),
            governments,
        ),
        Reader(
            _("Everybody"),
            _("Everybody in the world, and it can never be fully taken back.")
            if public
            else _("Not with this agreement."),
            public,
        ),
    )
