"""One opened package: who sent it, what may be done with it, and then what is in it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.actions.receive_package import ReceivedCase
from familytrace.i18n import N_, _, isolate, isolate_ltr
from familytrace.model.topics import PURPOSE_LABELS
from ui.pages.consent_looks import day_words
from ui.pages.received_answers import ReceivedAnswers
from ui.pages.received_consent import ReceivedConsent
from ui.pages.sender_looks import sender_banner
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.button import primary, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.picture_strip import PictureStrip

_REPLIES = {
    "received": N_("They have received it."),
    "promise": N_("They promise how they keep it."),
    "answer": N_("They answer."),
    "official": N_("They pass on an official answer."),
}


class ReceivedView(QWidget):
    """Kept or left as a whole; nothing is merged with what is already here."""

    def __init__(
        self,
        session: Session,
        received: ReceivedCase,
        on_keep: Callable[[], object],
        on_leave: Callable[[], object],
    ) -> None:
        super().__init__()
        inside = column(self, gap=16)
        opened = received.opened
        inside.addWidget(sender_banner(opened.sender))
        if received.withdrawal is not None:
            inside.addWidget(_withdrawn(received))
        elif received.reply is not None:
            inside.addWidget(_reply(received))
        else:
            inside.addWidget(ReceivedConsent(received))
        holder = QWidget()
        buttons = Flow(holder)
        case = received.case is not None
        self.keep = primary(
            _("Keep this case") if case else _("Keep this notice"), on_keep, "check"
        )
        self.leave = secondary(_("Do not keep it"), on_leave, "x")
        buttons.addWidget(self.keep)
        buttons.addWidget(self.leave)
        inside.addWidget(holder)
        note = _("Keeping makes a case of its own; nothing is merged. Not keeping leaves no trace.")
        inside.addWidget(Label(note, "sm", tone="text2", wrap=True))
        if opened.sheet:
            inside.addWidget(ReceivedAnswers(opened.sheet))
        if opened.pictures:
            card = Card(_("Pictures") + "  " + isolate_ltr(str(len(opened.pictures))))
            self.pictures = PictureStrip(session, opened.pictures)
            card.add(self.pictures)
            inside.addWidget(card)


def _withdrawn(received: ReceivedCase) -> Banner:
    notice = received.withdrawal
    purposes = notice.purposes if notice else ()
    what = ", ".join(_(PURPOSE_LABELS[one]) for one in purposes) or _("for everything")
    day = day_words(notice.on) if notice else ""
    return Banner(
        "danger",
        _("The family has taken its agreement back."),
        _("Since {day}: {what}. Stop using the case, and do not pass it on.").format(
            day=day, what=what
        ),
        icon="rotate-ccw",
    )


def _reply(received: ReceivedCase) -> Card:
    reply = received.reply
    card = Card(_("An answer to what you sent"), gap=8)
    if reply is not None:
        card.add(Label(_(_REPLIES.get(reply.kind, "")), weight="medium", wrap=True))
        card.add(Label(day_words(reply.on), "sm", tone="text2"))
        card.add(Label(isolate(reply.text), wrap=True, selectable=True))
    return card
