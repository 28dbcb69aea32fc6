"""An editor for any record, made from its catalogue of facts."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from familytrace.model.facts import Fact, Kind, facts_of
from familytrace.model.topics import Level
from ui.widgets.button import link
from ui.widgets.fact_editor import Editor, editor_for
from ui.widgets.field import Field
from ui.widgets.layouts import column
from ui.widgets.unsaid_button import UnsaidButton

Advice = Callable[[Any], Mapping[str, str]]


class RecordForm(QWidget):
    """Shows the facts named in ``first``, and the others behind *More questions*.

    ``edited`` and ``left`` carry the record as it stands: the first follows every key,
    the second comes when a field is finished. ``advise`` returns hints by fact, which
    are shown and never hinder. ``options`` are the choices of references.
    """

    edited = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        record: Any,
        *,
        first: Sequence[str] = (),
        leave_out: Sequence[str] = (),
        advise: Advice | None = None,
        options: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        super().__init__()
        self._record = record
        self._advise = advise
        self._options = options or {}
        self._editors: dict[str, Editor] = {}
        self.fields: dict[str, Field] = {}
        self._unsaid: dict[str, UnsaidButton] = {}
        self._facts = {
            name: fact for name, fact in facts_of(record).items() if name not in leave_out
        }
        self._inside = column(self, gap=14)
        self._first = [name for name in first if name in self._facts] or list(self._facts)
        self._rest = [name for name in self._facts if name not in self._first]
        for name in self._first:
            self._add(name)
        self.more = link(_("More questions"), self.show_all, "chevron-down")
        self._inside.addWidget(self.more)
        answered = any(_is_said(record, name) for name in self._rest)
        self.more.setVisible(bool(self._rest))
        if answered:
            self.show_all()
        self._arrange()

    def record(self) -> Any:
        """Return the record as it stands in the fields."""
        values = {name: editor.read() for name, editor in self._editors.items()}
        return dataclasses.replace(self._record, **values, unsaid=self._reasons(values))

    def show_all(self) -> None:
        """Show the other questions too."""
        self.more.hide()
        for name in self._rest:
            if name not in self._editors:
                self._add(name)
        self._arrange()

    def control(self, name: str) -> QWidget:
        """Return the control of one fact."""
        return self._editors[name].widget

    def _add(self, name: str) -> None:
        fact = self._facts[name]
        unknown = self._record.unsaid.get(name) == "unknown"
        editor = editor_for(
            fact, getattr(self._record, name), unknown=unknown, options=self._options.get(name)
        )
        if editor is None:
            return
        self._editors[name] = editor
        self.fields[name] = self._field(name, fact, editor)
        place = self._inside.indexOf(self.more) if hasattr(self, "more") else -1
        if place >= 0 and not self.more.isHidden():
            self._inside.insertWidget(place, self.fields[name])
        else:
            self._inside.addWidget(self.fields[name])
        for signal in editor.edited:
            signal.connect(self._edited)
        for signal in editor.left:
            signal.connect(self._left)

    def _field(self, name: str, fact: Fact, editor: Editor) -> Field:
        label = _(fact.label)
        locked = fact.level == Level.LOCKED
        mark = _("Stays on this computer") if locked else ""
        ticked = fact.kind is Kind.TICK
        field = Field("" if ticked else label, editor.widget, help_text=_(fact.hint), mark=mark)
        if ticked:
            field.label.hide()
        elif not editor.own_unknown:
            button = UnsaidButton(label, self._record.unsaid.get(name, ""))
            button.chosen.connect(lambda _reason: self._left())
            self._unsaid[name] = button
            field.add_beside(button)
        return field

    def _reasons(self, values: Mapping[str, Any]) -> dict[str, str]:
        kept = {n: r for n, r in self._record.unsaid.items() if n not in self._editors}
        for name, button in self._unsaid.items():
            if button.reason and not _said(values[name]):
                kept[name] = button.reason
        for name, editor in self._editors.items():
            if editor.own_unknown and getattr(editor.widget, "is_unknown", bool)():
                kept[name] = "unknown"
        return kept

    def _edited(self, *_anything: object) -> None:
        self._arrange()
        self.edited.emit(self.record())

    def _left(self, *_anything: object) -> None:
        self._arrange()
        self.left.emit(self.record())

    def _arrange(self) -> None:
        """Show what fits the kind of the record, hints, and the reasons for empty fields."""
        record = self.record()
        kind = getattr(record, "kind", None)
        advice = self._advise(record) if self._advise else {}
        for name, field in self.fields.items():
            wanted = self._facts[name].when
            field.setVisible(not wanted or kind in wanted)
            field.set_hint(advice.get(name, ""))
        for name, button in self._unsaid.items():
            button.setVisible(not _said(getattr(record, name)))


def _said(value: Any) -> bool:
    return value is not None and value not in ("", ())


def _is_said(record: Any, name: str) -> bool:
    value = getattr(record, name)
    return _said(value) and value is not False
