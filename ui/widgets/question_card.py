"""One question in big letters, to be read aloud, with three answers of equal weight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.model.consent import Answer
from ui.tokens import LOOK
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.layouts import row

ICONS = {Answer.YES: "check", Answer.NO: "x", Answer.LATER: "clock"}


def answer_words() -> dict[Answer, str]:
    """Return the three answers in the language of the screen, the way out first."""
    return {Answer.NO: _("No"), Answer.YES: _("Yes"), Answer.LATER: _("Later")}


class QuestionCard(Card):
    """``answered`` carries an Answer. Nothing is chosen before somebody has chosen it.

    The keyboard begins at the question itself: a ring around one answer would favour it.
    """

    answered = Signal(object)

    def __init__(self, text: str, step: str, chosen: Answer | None = None) -> None:
        super().__init__(gap=16)
        head = row(gap=8)
        head.addWidget(IconView("volume-2", 16, "text3"))
        head.addWidget(Label(_("Read aloud"), "sm", tone="text2"))
        head.addStretch(1)
        head.addWidget(Label(step, "sm", tone="text3"))
        self.add(head)
        self.text = Label(text, "question", wrap=True)
        self.add(self.text)
        self.body.addSpacing(LOOK.px(4))
        holder = QWidget()
        flow = Flow(holder, gap=12)
        self.buttons: dict[Answer, Button] = {}
        for answer, word in answer_words().items():
            button = Button(word, "answer", icon=ICONS[answer])
            button.setMinimumWidth(LOOK.px(132))
            button.setAccessibleName(f"{word}. {text}")
            button.setCheckable(chosen is not None)
            button.setChecked(answer is chosen)
            button.clicked.connect(lambda _on=False, said=answer: self.answered.emit(said))
            self.buttons[answer] = button
            flow.addWidget(button)
        self.add(holder)
        self.setProperty("focusPolicy", "TabFocus")
        self.setAccessibleName(text)
        self.setProperty("first", self)
