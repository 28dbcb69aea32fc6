"""The last step of a talk: every answer once more, before anything is kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout

from familytrace.consent.interview import Question
from familytrace.i18n import _
from familytrace.model.consent import BASIS_LABELS, Answer
from ui.pages.consent_interview import Interview
from ui.pages.consent_looks import day_words, speaker_name
from ui.pages.consent_step import ConsentStep
from ui.pages.words import joined
from ui.widgets.banner import Banner
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layouts import column, line, row
from ui.widgets.pill import Pill
from ui.widgets.question_card import ICONS, answer_words

_TONES = {Answer.YES: "ok", Answer.NO: "plain", Answer.LATER: "info"}


class ReviewStep(ConsentStep):
    """Each answer can be changed here. ``on_change`` takes the question."""

    def __init__(
        self,
        talk: Interview,
        on_keep: Callable[[], object],
        on_back: Callable[[], object],
        on_change: Callable[[Question], object],
    ) -> None:
        super().__init__()
        self._talk = talk
        who = speaker_name(talk.case, talk.speaker)
        card = Card(_("{speaker} answered").format(speaker=who), gap=12)
        if talk.said_yes:
            card.add(Label(_lasting(talk), "sm", tone="text2", wrap=True))
        for number, question in enumerate(talk.questions()):
            if number:
                card.add(line())
            card.add(self._line(question, on_change))
        self.add(card)
        if talk.pressure:
            text = _("Keep it as it is. Ask again when the speaker is alone and calm.")
            self.add(Banner("warn", _("Then it does not count"), text))
        elif talk.said_yes:
            text = _("What was answered with no or later stays here.")
            self.add(Banner("info", _("Nothing is sent now."), text))
        else:
            text = _("This question is not asked again, unless the family wants it.")
            self.add(Banner("info", _("Nothing leaves. Help does not depend on it."), text))
        self.next = self.way_on(_("Keep these answers"), on_keep, on_back, "check")
        self.setProperty("first", self.next)

    def _line(self, question: Question, on_change: Callable[[Question], object]) -> QBoxLayout:
        answer = self._talk.answers.get(question.key, Answer.NO)
        both = column(gap=4)
        both.addWidget(Label(question.text, wrap=True))
        under = row(gap=12)
        under.addWidget(Pill(answer_words()[answer], _TONES[answer], ICONS[answer]))
        change = link(_("Change"), lambda: on_change(question))
        change.setAccessibleName(
            _("Change the answer to: {question}").format(question=question.text)
        )
        under.addWidget(change)
        under.addStretch(1)
        both.addLayout(under)
        return both


def _lasting(talk: Interview) -> str:
    """Say for whom the speaker answers, and the day on which the agreement ends by itself."""
    consent = talk.consent()
    end = _("until {day}").format(day=day_words(consent.ends_on)) if consent.ends_on else ""
    return joined(_(BASIS_LABELS[consent.basis]), end)
