"""A talk from the first step to the last; one step on the screen at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.consent.interview import FIRST, Question
from familytrace.i18n import _, isolate_ltr
from familytrace.model.consent import Answer
from ui.pages.consent_interview import Interview
from ui.pages.consent_read import ReadStep
from ui.pages.consent_review import ReviewStep
from ui.pages.consent_room import RoomStep
from ui.pages.consent_step import ConsentStep
from ui.pages.consent_teach import TeachStep
from ui.pages.consent_who import WhoStep
from ui.widgets.button import Button
from ui.widgets.first_moment import FirstMoment
from ui.widgets.layouts import clear, column, row
from ui.widgets.question_card import QuestionCard


class ConsentTalk(QWidget):
    """``kept`` carries the finished Consent; ``stopped`` comes when nothing shall be kept.

    ``moved`` comes with each new step. ``may_ask`` tells before the first question
    whether it may be asked at all.
    """

    kept = Signal(object)
    stopped = Signal()
    moved = Signal()
    recipients = Signal()

    def __init__(self, talk: Interview, may_ask: Callable[[Interview], bool]) -> None:
        super().__init__()
        self.talk = talk
        self._may_ask = may_ask
        self._inside = column(self, gap=8)
        self.step: QWidget | None = None
        if talk.known:
            self.read()
        else:
            self.who()

    def who(self) -> None:
        """Ask who, for whom, what for."""
        self._show(WhoStep(self.talk, self._who_done, self.stopped.emit, self.recipients.emit))

    def read(self) -> None:
        """Show what is read before the first question."""
        back = self.stopped.emit if self.talk.known else self.who
        self._show(ReadStep(self.talk, self._next_question, back))

    def ask(self, question: Question) -> None:
        """Show one question."""
        asked = self.talk.questions()
        at = next(n for n, one in enumerate(asked) if one.key == question.key)
        number, total = isolate_ltr(str(at + 1)), isolate_ltr(str(len(asked)))
        words = _("Question {number} of {total}") if len(asked) > 1 else ""
        step = ConsentStep()
        chosen = self.talk.answers.get(question.key)
        card = QuestionCard(question.text, words.format(number=number, total=total), chosen)
        card.answered.connect(lambda said: self._answered(question, said))
        step.add(card)
        step.add(self._under(lambda: self._before(question)))
        step.setProperty("first", card.property("first"))
        self._show(step)

    def teach(self) -> None:
        """Ask what was understood."""
        self._show(TeachStep(self.talk, self.room, self._last_question))

    def room(self) -> None:
        """Ask how it was said."""
        self._show(RoomStep(self.talk, self.review, self.teach))

    def review(self) -> None:
        """Show every answer once more."""
        back = self.room if self.talk.said_yes else self._last_question
        keep: Callable[[], object] = lambda: self.kept.emit(self.talk.consent())  # noqa: E731
        self._show(ReviewStep(self.talk, keep, back, self.ask))

    def _who_done(self) -> None:
        if self._may_ask(self.talk):
            self.read()

    def _next_question(self) -> None:
        question = self.talk.next_question()
        if question is not None:
            self.ask(question)
        elif self.talk.said_yes and set(self.talk.answers) != self.talk.known:
            self.teach()
        else:
            self.review()

    def _answered(self, question: Question, said: Answer) -> None:
        changed = question.key in self.talk.answers
        self.talk.answers[question.key] = said
        if question.key == FIRST and said is not Answer.YES:
            self.talk.answers = {FIRST: said}
            self.review()
        elif changed and self.talk.next_question() is None and self.talk.months is not None:
            self.review()
        else:
            self._next_question()

    def _before(self, question: Question) -> None:
        asked = self.talk.questions()
        at = next(n for n, one in enumerate(asked) if one.key == question.key)
        if at:
            self.ask(asked[at - 1])
        else:
            self.read()

    def _last_question(self) -> None:
        self.ask(self.talk.questions()[-1])

    def _under(self, on_back: Callable[[], object]) -> QWidget:
        holder = QWidget()
        line = row(holder)
        line.addWidget(Button(_("Back"), "quiet", on_click=on_back, icon="arrow-left"))
        line.addStretch(1)
        stop = Button(_("Stop here. Nothing is kept."), "quiet", on_click=self.stopped.emit)
        line.addWidget(stop)
        return holder

    def _show(self, step: QWidget) -> None:
        clear(self._inside)
        self.step = step
        FirstMoment(step)
        self._inside.addWidget(step)
        first = step.property("first")
        if isinstance(first, QWidget):
            first.setFocus()
        self.moved.emit()
