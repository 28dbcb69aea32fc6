"""The list of names, numbers and accounts that must never leave."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.model.choices import CHOICES
from familytrace.model.safety import ProtectedWord
from ui.widgets.button import icon_button, link
from ui.widgets.choice import Choice
from ui.widgets.layouts import column, row
from ui.widgets.line_edit import LineEdit


class ProtectedField(QWidget):
    """One line a word: what it is, and the word itself."""

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, words: Sequence[ProtectedWord] = ()) -> None:
        super().__init__()
        self._name = name
        self._inside = column(self, gap=8)
        self.rows: list[tuple[Choice, LineEdit, QWidget]] = []
        self.add = link(_("Add a name, number or account"), self._add_empty, "plus")
        self._inside.addWidget(self.add)
        for word in words:
            self._add(word)

    def value(self) -> tuple[ProtectedWord, ...]:
        """Return the words that are not empty."""
        made = (
            ProtectedWord(kind=kind.chosen(), text=edit.text().strip())
            for kind, edit, _holder in self.rows
        )
        return tuple(word for word in made if word.text)

    def _add_empty(self) -> None:
        self._add(ProtectedWord()).setFocus()

    def _add(self, word: ProtectedWord) -> LineEdit:
        kinds = {code: _(text) for code, text in CHOICES["protected_kind"].items()}
        kind = Choice(kinds, chosen=word.kind, name=_("What is it"), blank=False)
        edit = LineEdit(word.text, name=self._name)
        holder = QWidget()
        line = row(holder)
        line.addWidget(kind)
        line.addWidget(edit, 1)
        line.addWidget(icon_button("trash-2", _("Take this away"), lambda: self._remove(holder)))
        self.rows.append((kind, edit, holder))
        self._inside.insertWidget(self._inside.count() - 1, holder)
        kind.changed.connect(lambda _code: self.changed.emit())
        edit.textEdited.connect(lambda _text: self.changed.emit())
        edit.editingFinished.connect(self.left)
        return edit

    def _remove(self, holder: QWidget) -> None:
        self.rows = [one for one in self.rows if one[2] is not holder]
        holder.hide()
        holder.deleteLater()
        self.add.setFocus()
        self.changed.emit()
        self.left.emit()
