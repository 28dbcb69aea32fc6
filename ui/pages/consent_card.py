"""Where one recipient and purpose stands: a state in words, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QWidget

from familytrace import clock
from familytrace.actions.agree import Standing
from familytrace.consent.authority import state_of
from familytrace.consent.kept_back import topics_held
from familytrace.consent.rules import rule_of
from familytrace.consent.wording import wording_for
from familytrace.i18n import _, language
from familytrace.model.case import Case
from familytrace.model.consent import STATE_LABELS, Answer, Consent, ConsentState
from familytrace.model.topics import PURPOSE_LABELS, TOPIC_LABELS, Topic
from ui.pages.consent_looks import day_words, speaker_name, state_pill
from ui.pages.consent_take_back import TakeBack, TakeBackPanel
from ui.pages.words import joined
from ui.widgets.banner import Banner
from ui.widgets.button import Button, link, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column, line, row
from ui.widgets.pill import Pill

_GOVERNMENT = ("relative", "me", "told")


@dataclass(frozen=True)
class Ways:
    """What a card leads to. Each takes the speaker's last word."""

    ask_again: Callable[[Consent], object]
    ask_more: Callable[[Consent], object]
    confirm: Callable[[Consent], object]
    take_back: TakeBack


class ConsentCard(Card):
    """One recipient and purpose, with the last word of each speaker.

    ``left`` counts what was already handed to this recipient.
    """

    def __init__(
        self, standing: Standing, recipient: str, case: Case, ways: Ways, *, left: int = 0
    ) -> None:
        super().__init__(gap=10)
        self.standing = standing
        self._case, self._ways, self._left = case, ways, left
        self.buttons: dict[str, Button] = {}
        self.panel: TakeBackPanel | None = None
        head = row(gap=8)
        names = column(gap=2)
        names.addWidget(Label(recipient, "lg", wrap=True))
        purpose = _(PURPOSE_LABELS[standing.purpose])
        names.addWidget(Label(purpose, "sm", tone="text2", wrap=True))
        head.addLayout(names, 1)
        head.addWidget(state_pill(standing.state))
        self.add(head)
        state = _(STATE_LABELS[standing.state])
        self.setAccessibleName(f"{recipient}. {purpose}. {state}")
        for consent in standing.consents:
            self.add(line())
            self.add(self._word(consent))

    def _word(self, consent: Consent) -> QBoxLayout:
        part = column(gap=8)
        state = state_of(consent, clock.today())
        given = day_words(consent.given_at.date()) if consent.given_at else ""
        end = consent.ends_on if state in (ConsentState.YES, ConsentState.EXPIRED) else None
        until = _("until {day}").format(day=day_words(end)) if end else ""
        who = speaker_name(self._case, consent.speaker)
        said = joined(who, _(STATE_LABELS[state]), given, until)
        part.addWidget(Label(said, "sm", weight="medium", wrap=True))
        if consent.answer is Answer.YES:
            part.addWidget(_topics(consent))
            part.addLayout(_governments(consent))
            for banner in self._cautions(consent):
                part.addWidget(banner)
        wanted = self._wanted(consent, state)
        if wanted:
            part.addWidget(self._buttons(consent, wanted))
        return part

    def _cautions(self, consent: Consent) -> list[Banner]:
        found = []
        if consent.pressure:
            text = _("Ask again when the speaker is alone and calm.")
            found.append(
                Banner("warn", _("Somebody in the room insisted. This does not count."), text)
            )
        if not consent.confirmed:
            text = _("Read it with the family. It counts only after you confirm it here.")
            found.append(Banner("warn", _("This came in from a file"), text))
        if not (consent.wording_reviewed or consent.interpreter_role):
            text = _("For governments and the public it counts only with an interpreter.")
            title = _("No native speaker has checked these words yet.")
            found.append(Banner("info", title, text))
        return found

    def _buttons(self, consent: Consent, wanted: dict[str, Button]) -> QWidget:
        holder = QWidget()
        flow = Flow(holder)
        who = speaker_name(self._case, consent.speaker)
        for key, button in wanted.items():
            button.setAccessibleName(f"{button.text()}: {who}, {self.accessibleName()}")
            self.buttons[key] = button
            flow.addWidget(button)
        return holder

    def _wanted(self, consent: Consent, state: ConsentState) -> dict[str, Button]:
        ways = self._ways
        if state in (ConsentState.NO, ConsentState.WITHDRAWN):
            text = _("The family wants to answer this again")
            return {"again": link(text, lambda: ways.ask_again(consent))}
        if state in (ConsentState.LATER, ConsentState.EXPIRED) or consent.pressure:
            again = secondary(_("Ask again"), lambda: ways.ask_again(consent), "volume-2")
            if state is not ConsentState.YES:
                return {"again": again}
            return {"again": again, "back": self._back_button(consent)}
        found = {}
        if not consent.confirmed:
            found["confirm"] = secondary(
                _("I have read it. Confirm"), lambda: ways.confirm(consent), "check"
            )
        if self._open_topics(consent):
            found["more"] = secondary(
                _("Ask about more"), lambda: ways.ask_more(consent), "volume-2"
            )
        found["back"] = self._back_button(consent)
        return found

    def _back_button(self, consent: Consent) -> Button:
        return secondary(_("Take it back"), lambda: self._take_back(consent), "rotate-ccw")

    def _open_topics(self, consent: Consent) -> frozenset[Topic]:
        rule = rule_of(consent.purpose)
        return ((rule.apart & topics_held(self._case)) - rule.never) - consent.topics

    def _take_back(self, consent: Consent) -> None:
        if self.panel is not None:
            self._close_panel()
            return
        take, close = self._ways.take_back, self._close_panel
        self.panel = TakeBackPanel(consent, self._left, take, close)
        self.add(self.panel)
        self.panel.all.setFocus()

    def _close_panel(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()


def _topics(consent: Consent) -> QWidget:
    holder = QWidget()
    flow = Flow(holder, gap=6)
    for topic in Topic:
        if topic in consent.topics:
            flow.addWidget(Pill(_(TOPIC_LABELS[topic]), "plain", "check"))
    return holder


def _governments(consent: Consent) -> QBoxLayout:
    part = column(gap=2)
    if rule_of(consent.purpose).reaches == "nobody else":
        return part
    words = wording_for(language()).government
    answers = {Answer.YES: _("Yes"), Answer.LATER: _("Later")}
    for key in _GOVERNMENT:
        said = answers.get(getattr(consent, f"government_learns_{key}"), _("No"))
        part.addWidget(Label(f"{words[key]} {said}.", "sm", tone="text2", wrap=True))
    return part
