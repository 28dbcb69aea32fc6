"""Which part of a name is which: a Uyghur second name is the father's, not the family's."""

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.model.facts import facts_of
from familytrace.model.person import PersonName
from ui.widgets.choice import Choice
from ui.widgets.fact_editor import labels
from ui.widgets.field import Field
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit


class NameParts(QWidget):
    """First name, second name, and what the second name is; all may stay empty."""

    changed = Signal()

    def __init__(self, name: PersonName) -> None:
        super().__init__()
        inside = column(self, gap=8)
        facts = facts_of(PersonName)
        self.given = LineEdit(name.given)
        self.second = LineEdit(name.second)
        self.role = Choice(labels("name_second_role"), chosen=name.second_role or "")
        for key, control in (
            ("given", self.given),
            ("second", self.second),
            ("second_role", self.role),
        ):
            fact = facts[key]
            inside.addWidget(Field(_(fact.label), control, help_text=_(fact.hint)))
        for edit in (self.given, self.second):
            edit.textEdited.connect(lambda _text: self.changed.emit())
        self.role.changed.connect(lambda _code: self.changed.emit())

    def put_into(self, name: PersonName) -> PersonName:
        """Return the name with its parts as they stand."""
        return dataclasses.replace(
            name,
            given=self.given.text().strip(),
            second=self.second.text().strip(),
            second_role=self.role.chosen() or None,
        )
