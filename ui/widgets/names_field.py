"""The names of a person: one line a name, in as many letters as there are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familytrace.i18n import _
from familytrace.model.document import new_id
from familytrace.model.person import PersonName
from ui.widgets.button import link
from ui.widgets.label import Label
from ui.widgets.layouts import column, line
from ui.widgets.name_row import NameRow


class NamesField(QWidget):
    """All names of one person. ``removed`` carries the id of a name that was taken away."""

    changed = Signal(object)
    left = Signal(object)
    removed = Signal(str)

    def __init__(self, names: Sequence[PersonName]) -> None:
        super().__init__()
        self._inside: QVBoxLayout = column(self, gap=12)
        self.rows: list[NameRow] = []
        for name in names:
            self._add(name)
        self.add = link(_("Add a name in other letters"), self.add_empty, "plus")
        self._inside.addWidget(self.add)
        hint = _(
            "The Chinese name as on the ID card helps most: papers of the state use only that."
        )
        self._inside.addWidget(Label(hint, "xs", tone="text3", wrap=True))
        if not names:
            self.add_empty()

    def add_empty(self) -> None:
        """Add an empty line and put the cursor there."""
        row_ = self._add(PersonName(id=new_id(), main=not self.rows))
        row_.text.setFocus()

    def _add(self, name: PersonName) -> NameRow:
        made = NameRow(name, lambda: self._main(made), lambda: self._away(made))
        made.changed.connect(self.changed)
        made.left.connect(self.left)
        at = self._inside.indexOf(self.add) if hasattr(self, "add") else -1
        if self.rows:
            self._inside.insertWidget(at, line())
            at = at + 1 if at >= 0 else at
        self.rows.append(made)
        self._inside.insertWidget(at, made)
        return made

    def _main(self, chosen: NameRow) -> None:
        for one in self.rows:
            if one.main.isChecked() != (one is chosen):
                one.main.setChecked(one is chosen)
                if one is not chosen:
                    self.left.emit(one.record())
        self.left.emit(chosen.record())

    def _away(self, gone: NameRow) -> None:
        at = self.rows.index(gone)
        self.rows.remove(gone)
        gone.hide()
        gone.deleteLater()
        next_ = self.rows[min(at, len(self.rows) - 1)].text if self.rows else self.add
        next_.setFocus()
        self.removed.emit(gone.record().id)
