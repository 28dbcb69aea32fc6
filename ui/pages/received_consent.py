"""What the family allows with a package: said in front of everything else."""

from familytrace import clock
from familytrace.actions.receive_package import ReceivedCase
from familytrace.i18n import _
from familytrace.model.topics import PURPOSE_LABELS
from ui.pages.consent_looks import day_words
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.point import Point


class ReceivedConsent(Card):
    """What it is for, until when, and what must not happen with it."""

    def __init__(self, received: ReceivedCase) -> None:
        super().__init__(_("What may be done with it"), gap=10)
        paper = received.consent
        if paper is None:
            text = _("Do not use it. Ask the sender.")
            self.add(Banner("danger", _("There is no agreement in this package."), text))
            return
        purpose = _(PURPOSE_LABELS[paper.purpose])
        self._point("check", "ok", _("Agreed for: {purpose}").format(purpose=purpose))
        if paper.ends_on:
            words = _("Until: {day}").format(day=day_words(paper.ends_on))
            ended = paper.ends_on < clock.today()
            self._point("hourglass", "warn" if ended else "text2", words)
        self._point("x", "danger", _("May not be passed on without a new agreement."))
        agreements = paper.agreements
        if any(one.government_learns_relative != "yes" for one in agreements):
            words = _("The Chinese government must not learn the name from this.")
            self._point("x", "danger", words)
        if any(one.government_learns_me != "yes" for one in agreements):
            words = _("The Chinese government must not learn who told it.")
            self._point("x", "danger", words)
        if any(one.wording_reviewed != "yes" for one in agreements):
            words = _("The words of the agreement were not checked by a native speaker.")
            self._point("info", "text2", words)

    def _point(self, icon: str, tone: str, words: str) -> None:
        self.add(Point(icon, tone, words))
