"""Typing the six words back, so that the paper is surely right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from familytrace.i18n import _
from familytrace.vault.passphrase import canonical, word_list_of
from ui.tokens import LOOK
from ui.widgets.button import Button, primary
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit


class TypeBackPage(QWidget):
    """Six small fields; a space goes on to the next. Says which word is not right yet."""

    def __init__(
        self,
        words: str,
        on_right: Callable[[], object],
        on_back: Callable[[], object],
        go: str = "",
    ) -> None:
        super().__init__()
        self._list = word_list_of(words)
        self._words = words.split()
        self._on_right = on_right
        inside = column(self, gap=12)
        inside.addWidget(Label(_("Now type them from your paper"), "xl", wrap=True))
        inside.addWidget(
            Label(_("The first four letters of each word are enough."), tone="text2", wrap=True)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(LOOK.px(12))
        grid.setVerticalSpacing(LOOK.px(10))
        self.fields: list[Field] = []
        for n in range(len(self._words)):
            field = Field(_("Word {number}").format(number=n + 1), LineEdit())
            field.control.installEventFilter(self)
            grid.addWidget(field, n // 2, n % 2, Qt.AlignmentFlag.AlignTop)
            self.fields.append(field)
        inside.addLayout(grid)
        holder = QWidget()
        buttons = Flow(holder)
        self._go_word = go or _("Make my vault")
        self.button = primary(self._go_word, self.go)
        self.back = Button(_("Show the words again"), on_click=on_back)
        buttons.addWidget(self.button)
        buttons.addWidget(self.back)
        inside.addWidget(holder)
        self.trouble = Label("", "sm", tone="danger", wrap=True)
        self.trouble.hide()
        inside.addWidget(self.trouble)
        self.setProperty("first", self.fields[0].control)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next field with a space or Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.text() == " ":
                self._next(watched)
                return True
            if event.text() == "\r":
                self._next(watched) if watched is not self.fields[-1].control else self.go()
                return True
        return super().eventFilter(watched, event)

    def go(self) -> None:
        """Compare the words with the paper; go on when all six are right."""
        wrong = [n for n, field in enumerate(self.fields) if not self._is_right(n, field)]
        for n, field in enumerate(self.fields):
            field.set_error(_("Not the same as the word shown before") if n in wrong else "")
        if wrong:
            self.fields[wrong[0]].control.setFocus()
            return
        self.button.setEnabled(False)
        self.button.setText(_("One moment…"))
        self._on_right()

    def show_trouble(self, said: str, advice: str) -> None:
        """Say why the vault could not be made, and let the person try again."""
        self.button.setEnabled(True)
        self.button.setText(self._go_word)
        self.trouble.setText(f"{said} {advice}")
        self.trouble.show()

    def _is_right(self, n: int, field: Field) -> bool:
        typed = field.control.property("text")
        return canonical(str(typed), self._list) == canonical(self._words[n], self._list)

    def _next(self, watched: QObject) -> None:
        controls = [field.control for field in self.fields]
        at = next((n for n, control in enumerate(controls) if control is watched), 0)
        controls[(at + 1) % len(controls)].setFocus()
