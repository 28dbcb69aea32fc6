"""What the family allows with a package: said in front of everything else."""

from familytrace import clock
from familytrace.actions.receive_package import ReceivedCase
from familytrace.actions.received_limits import limits_in_words, read_limits
from familytrace.i18n import _
from familytrace.plain import to_plain
from ui.pages.consent_looks import day_words
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.point import Point

_LOOKS = {
    "purpose": ("check", "ok"),
    "until": ("hourglass", "text2"),
    "onward": ("x", "danger"),
    "name": ("x", "danger"),
    "name_allowed": ("info", "text2"),
    "teller": ("x", "danger"),
    "wording": ("info", "text2"),
}


class ReceivedConsent(Card):
    """What it is for, until when, and what must not happen with it."""

    def __init__(self, received: ReceivedCase) -> None:
        super().__init__(_("What may be done with it"), gap=10)
        paper = received.consent
        if paper is None:
            text = _("Do not use it. Ask the sender.")
            self.add(Banner("danger", _("There is no agreement in this package."), text))
            return
        limits = read_limits(received.opened.sender, to_plain(paper))
        ended = limits.ends_on is not None and limits.ends_on < clock.today()
        for key, words in limits_in_words(limits, day_words).items():
            icon, tone = _LOOKS[key]
            self.add(Point(icon, "warn" if ended and key == "until" else tone, words))
