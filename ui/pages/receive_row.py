"""One package that was kept: when it came, from whom, and whether it may still be used."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from familytrace import clock
from familytrace.i18n import _, isolate
from familytrace.model.topics import PURPOSE_LABELS, Purpose
from familytrace.vault.senders import Received
from ui.pages.consent_looks import day_words
from ui.pages.sender_looks import sender_pill
from ui.pages.words import joined
from ui.widgets.button import secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import row
from ui.widgets.pill import Pill


class ReceiveRow(Card):
    """``title`` is the name of the kept case, or None when it is no longer here."""

    def __init__(
        self,
        received: Received,
        title: str | None,
        on_open: Callable[[], object],
        *,
        ended: bool = False,
    ) -> None:
        super().__init__(gap=8)
        notice = "withdrawal" if received.body.get("withdrawal") else "reply"
        heading = {
            "withdrawal": _("An agreement was taken back"),
            "reply": _("An answer to what you sent"),
        }[notice]
        if received.case_id:
            heading = isolate(title) if title else _("No name yet")
        head = row(gap=8)
        head.addWidget(Label(heading, "lg", wrap=True), 1)
        head.addWidget(sender_pill(str(received.body.get("sender") or "unsigned")))
        self.add(head)
        self.add(Label(_facts(received), "sm", tone="text2", wrap=True))
        holder = QWidget()
        under = Flow(holder)
        end = _end(received)
        if ended:
            under.addWidget(Pill(_("Taken back. Do not use it."), "danger", "rotate-ccw"))
        elif end is not None and end < clock.today():
            under.addWidget(Pill(_("The agreement has ended"), "warn", "hourglass"))
        if received.case_id and title is not None:
            self.open = secondary(_("Open this case"), on_open, "folder-open")
            self.open.setAccessibleName(_("Open this case") + f": {heading}")
            under.addWidget(self.open)
        self.add(holder)
        holder.setVisible(under.count() > 0)


def _facts(received: Received) -> str:
    came = _("came on {day}").format(day=day_words(datetime.fromisoformat(received.at).date()))
    consent = received.body.get("consent") or {}
    purpose = str(consent.get("purpose") or "")
    known = purpose in {one.value for one in Purpose}
    what = _(PURPOSE_LABELS[Purpose(purpose)]) if known else ""
    end = _end(received)
    return joined(came, what, _("until {day}").format(day=day_words(end)) if end else "")


def _end(received: Received) -> date | None:
    told = (received.body.get("consent") or {}).get("ends_on")
    return date.fromisoformat(told) if isinstance(told, str) else None
