"""After a yes: how it was said, until when it counts, and whether it was free."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from familytrace.consent.rules import rule_of
from familytrace.i18n import _, n_
from familytrace.model.topics import Purpose
from ui.pages.consent_interview import Interview
from ui.pages.consent_step import ConsentStep
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit

_MONTHS = (1, 3, 6, 12, 36)


class RoomStep(ConsentStep):
    """What is written here about other people never leaves this computer."""

    def __init__(
        self, talk: Interview, on_next: Callable[[], object], on_back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._talk, self._on_next = talk, on_next
        self._rule = rule_of(talk.purpose or Purpose.HELP)
        self.add(self._lasting())
        self.add(self._free())
        self.next = self.way_on(_("Go on"), self.go, on_back)
        self.setProperty("first", self.next)

    def go(self) -> None:
        """Take what was said."""
        talk = self._talk
        talk.months = int((self.months.chosen() or [str(self._rule.months)])[0])
        talk.urgent = self.urgent.isChecked()
        talk.told_how_to_stop = self.stop.isChecked()
        talk.pressure = self.pressure.isChecked()
        talk.others, talk.dissent = self.others.text(), self.dissent.text()
        self._on_next()

    def _lasting(self) -> Card:
        talk, rule = self._talk, self._rule
        card = Card(_("How long it counts"), gap=16)
        lengths = [
            (str(count), n_("{count} month", "{count} months", count).format(count=count))
            for count in _MONTHS
            if count <= rule.months
        ]
        self.months = Chips(lengths, chosen=[str(talk.months or rule.months)])
        note = _("Afterwards it ends by itself. It can be taken back at any time before.")
        card.add(Field(_("Until when?"), self.months, help_text=note))
        self.stop = _tick(_("They know how to take it back"), talk.told_how_to_stop)
        card.add(self.stop)
        self.urgent = _tick(_("It is urgent: do not wait a day before sending"), talk.urgent)
        if rule.pause_hours:
            card.add(self.urgent)
            pause = _("Because it cannot be called back, it can be sent only {hours} hours later.")
            card.add(Label(pause.format(hours=rule.pause_hours), "sm", tone="text2", wrap=True))
        return card

    def _free(self) -> Card:
        talk = self._talk
        card = Card(_("Was it free?"), gap=16)
        under = column(gap=8)
        self.pressure = _tick(_("Somebody in the room insisted on this answer"), talk.pressure)
        under.addWidget(self.pressure)
        self.warned = Banner(
            "warn",
            _("Then it does not count"),
            _("Keep it as it is. Ask again when the speaker is alone and calm."),
        )
        self.warned.setVisible(talk.pressure)
        self.pressure.toggled.connect(self.warned.setVisible)
        under.addWidget(self.warned)
        card.add(under)
        self.others = LineEdit(talk.others)
        stays = _("Stays on this computer")
        card.add(Field(_("Who else was in the room?"), self.others, mark=stays))
        self.dissent = LineEdit(talk.dissent)
        asked = _("Is there a relative who does not want this?")
        why = _("While somebody objects, nothing is made public.")
        card.add(Field(asked, self.dissent, mark=stays, help_text=why))
        return card


def _tick(text: str, on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(on)
    box.setAccessibleName(text)
    return box
