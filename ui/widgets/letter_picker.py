"""Keys on the screen for the Uyghur letters, for computers whose keyboard has none."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QTextEdit, QWidget

from familytrace.i18n import _
from familytrace.paths import bundled
from ui.tokens import LOOK
from ui.widgets.button import Button
from ui.widgets.layouts import column

_COLUMNS = 11


class LetterPicker(QWidget):
    """The 32 letters, the hamza, marks, space and delete.

    A key writes into the field that had the cursor last, and leaves the cursor there.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Uyghur letters"))
        self._target: QLineEdit | QTextEdit | None = None
        inside = column(self, gap=4)
        grid = QGridLayout()
        grid.setSpacing(LOOK.px(4))
        grid.setContentsMargins(0, 0, 0, 0)
        self.keys: dict[str, Button] = {}
        table = json.loads((bundled("assets") / "style" / "uyghur-letters.json").read_text("utf-8"))
        for n, letter in enumerate([*table["letters"], *table["marks"]]):
            key = self._key(letter, letter)
            grid.addWidget(key, n // _COLUMNS, n % _COLUMNS)
        inside.addLayout(grid)
        last = QGridLayout()
        last.setSpacing(LOOK.px(4))
        self.space = self._key(" ", _("Space"))
        self.erase = self._key("", _("Delete"))
        last.addWidget(self.space, 0, 0)
        last.addWidget(self.erase, 0, 1)
        inside.addLayout(last)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def write_into(self, field: QLineEdit | QTextEdit) -> None:
        """Let the keys write into this field."""
        self._target = field

    def _key(self, letter: str, text: str) -> Button:
        key = Button(text, "key" if len(text) == 1 else "secondary")
        key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key.setAccessibleName(text)
        key.clicked.connect(lambda _on=False: self._press(letter))
        self.keys[letter] = key
        return key

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QTextEdit) and now.window() is self.window():
            self._target = now

    def _press(self, letter: str) -> None:
        field = self._target
        if isinstance(field, QLineEdit):
            field.insert(letter) if letter else field.backspace()
            field.textEdited.emit(field.text())
        elif isinstance(field, QTextEdit):
            cursor = field.textCursor()
            cursor.insertText(letter) if letter else cursor.deletePreviousChar()
