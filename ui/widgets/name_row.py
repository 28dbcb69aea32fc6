"""One name of a person: its letters are guessed from what is typed."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.model.person import PersonName
from familytrace.names.script import guess_name_script
from ui.widgets.button import Button, icon_button, link
from ui.widgets.choice import Choice
from ui.widgets.fact_editor import labels
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.layouts import column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.name_parts import NameParts


class NameRow(QWidget):
    """One name; ``changed`` and ``left`` carry the PersonName as it stands."""

    changed = Signal(object)
    left = Signal(object)

    def __init__(
        self, name: PersonName, on_main: Callable[[], None], on_away: Callable[[], None]
    ) -> None:
        super().__init__()
        self._name = name
        self._guessing = not name.script
        inside = column(self, gap=6)
        head = row(gap=8)
        self.text = LineEdit(name.text, hint=_("Name, as it is written"), name=_("Name"))
        self.text.setProperty("step", "word")
        head.addWidget(self.text, 1)
        self.away = icon_button("trash-2", _("Take this name away"), on_away)
        head.addWidget(self.away)
        inside.addLayout(head)
        under = QWidget()
        flow = Flow(under, gap=8)
        self.script = Choice(labels("name_script"), chosen=name.script or "", name=_("Letters"))
        self.script.setItemText(0, _("Which letters"))
        self.kind = Choice(labels("name_kind"), chosen=name.kind or "", name=_("Which name is it"))
        self.kind.setItemText(0, _("Which name is it"))
        self.main = Button(_("Main name"), "chip", icon="star")
        self.main.setCheckable(True)
        self.main.setChecked(name.main)
        for part in (self.script, self.kind, self.main):
            flow.addWidget(part)
        inside.addWidget(under)
        self.pinyin = LineEdit(name.pinyin, name=_("Chinese name in Latin letters"))
        self.pinyin_field = Field(_("Chinese name in Latin letters"), self.pinyin)
        inside.addWidget(self.pinyin_field)
        self.more = link(_("More questions"), self.show_parts, "chevron-down")
        flow.addWidget(self.more)
        self.parts = NameParts(name)
        inside.addWidget(self.parts)
        answered = bool(name.given or name.second or name.second_role)
        self.parts.setVisible(answered)
        self.more.setHidden(answered)
        self._connect(on_main)
        self._show_pinyin()

    def show_parts(self) -> None:
        """Ask which part of the name is which."""
        self.more.hide()
        self.parts.show()
        self.parts.given.setFocus()

    def record(self) -> PersonName:
        """Return the name as it stands."""
        return dataclasses.replace(
            self.parts.put_into(self._name),
            text=self.text.text().strip(),
            script=self.script.chosen() or None,
            kind=self.kind.chosen() or None,
            pinyin=self.pinyin.text().strip(),
            main=self.main.isChecked(),
            origin=self._name.origin or "typed",
        )

    def _connect(self, on_main: Callable[[], None]) -> None:
        self.text.textEdited.connect(self._typed)
        self.pinyin.textEdited.connect(lambda _text: self.changed.emit(self.record()))
        self.parts.changed.connect(lambda: self.changed.emit(self.record()))
        for edit in (self.text, self.pinyin, self.parts.given, self.parts.second):
            edit.editingFinished.connect(lambda: self.left.emit(self.record()))
        self.script.changed.connect(lambda _code: self._chosen())
        self.kind.changed.connect(lambda _code: self.left.emit(self.record()))
        self.main.clicked.connect(lambda _on=False: on_main())

    def _typed(self, text: str) -> None:
        if self._guessing:
            self.script.choose(guess_name_script(text) if text.strip() else "")
            self._show_pinyin()
        self.changed.emit(self.record())

    def _chosen(self) -> None:
        self._guessing = False
        self._show_pinyin()
        self.left.emit(self.record())

    def _show_pinyin(self) -> None:
        chinese = self.script.chosen() == "chinese_hanzi"
        self.pinyin_field.setVisible(chinese or bool(self.pinyin.text()))
