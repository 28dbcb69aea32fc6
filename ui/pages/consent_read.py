"""The second step of a talk: what is said before the first question."""

from collections.abc import Callable

from familytrace.i18n import _
from ui.pages.consent_interview import Interview
from ui.pages.consent_step import ConsentStep
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import row


class ReadStep(ConsentStep):
    """Shows the opening words in big letters, and who has checked the wording."""

    def __init__(
        self, talk: Interview, on_next: Callable[[], object], on_back: Callable[[], object]
    ) -> None:
        super().__init__()
        card = Card(gap=16)
        head = row(gap=8)
        head.addWidget(IconView("volume-2", 16, "text3"))
        head.addWidget(Label(_("Read aloud"), "sm", tone="text2"), 1)
        card.add(head)
        for text in (talk.wording.intro, talk.wording.stop):
            card.add(Label(text, "aloud", wrap=True))
        self.add(card)
        if not talk.wording.reviewed:
            self.add(unreviewed(talk))
        self.next = self.way_on(_("This was read. Go on"), on_next, on_back)
        self.setProperty("first", self.next)


def unreviewed(talk: Interview) -> Banner:
    """Return the sentence on a wording that no native speaker has checked."""
    if talk.interpreter.strip():
        advice = _("The recipient sees that. An interpreter is with you and can put it right.")
    else:
        advice = _("For governments and the public it counts only with an interpreter.")
    return Banner("warn", _("No native speaker has checked these words yet."), advice)
