"""The right control for each kind of fact, all with the same three handles."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QCheckBox, QWidget

from familytrace.i18n import _
from familytrace.model.choices import CHOICES
from familytrace.model.facts import Fact, Kind
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.line_edit import LineEdit
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.notes import Notes
from ui.widgets.number_field import NumberField
from ui.widgets.place_field import PlaceField
from ui.widgets.protected_field import ProtectedField
from ui.widgets.telling_field import TellingField

FEW = 5


class Editor(NamedTuple):
    """``read`` returns the value; ``edited`` and ``left`` are signals to connect to.

    ``own_unknown`` marks a control that has *Not known* among its own choices.
    """

    widget: QWidget
    read: Callable[[], Any]
    edited: tuple[Any, ...]
    left: tuple[Any, ...]
    own_unknown: bool = False


def editor_for(
    fact: Fact, value: Any, *, unknown: bool = False, options: Mapping[str, str] | None = None
) -> Editor | None:
    """Return the control for a fact, or None where only the program writes it.

    ``options`` are the choices of a reference: id and what to call it.
    """
    name = _(fact.label)
    if fact.gate:
        return None
    if fact.kind is Kind.DATE:
        date = DateField(name, value, unknown=unknown)
        return Editor(date, date.value, (date.changed,), (date.left,), own_unknown=True)
    if fact.kind is Kind.REFERENCE:
        return _reference(name, value, options)
    make = _MAKERS.get(fact.kind)
    return make(fact, name, value) if make else None


def _text(_fact: Fact, name: str, value: Any) -> Editor:
    edit = LineEdit(value or "", name=name)
    return Editor(edit, lambda: edit.text().strip(), (edit.textEdited,), (edit.editingFinished,))


def _long(_fact: Fact, name: str, value: Any) -> Editor:
    notes = Notes(value or "", name=name)
    return Editor(notes, lambda: notes.text().strip(), (notes.textChanged,), (notes.left,))


def _telling(_fact: Fact, name: str, value: Any) -> Editor:
    telling = TellingField(name, value)
    return Editor(telling, telling.value, (telling.changed,), (telling.left,))


def _place(_fact: Fact, name: str, value: Any) -> Editor:
    place = PlaceField(name, value)
    return Editor(place, place.value, (place.changed,), (place.left,))


def _number(_fact: Fact, name: str, value: Any) -> Editor:
    number = NumberField(value, name=name)
    return Editor(number, number.value, (number.textEdited,), (number.editingFinished,))


def _tick(_fact: Fact, name: str, value: Any) -> Editor:
    tick = QCheckBox(name)
    tick.setChecked(bool(value))
    return Editor(tick, tick.isChecked, (tick.clicked,), (tick.clicked,))


def _choice(fact: Fact, name: str, value: Any) -> Editor:
    choices = labels(fact.choices or "")
    if len(choices) <= FEW:
        chips = Chips(list(choices.items()), chosen=[value] if value else [], name=name)
        signals = (chips.changed,)
        return Editor(chips, lambda: next(iter(chips.chosen()), None), signals, signals)
    choice = Choice(choices, chosen=value or "", name=name)
    return Editor(choice, lambda: choice.chosen() or None, (choice.changed,), (choice.changed,))


def _choices(fact: Fact, name: str, value: Any) -> Editor:
    many = MultiChoice(labels(fact.choices or ""), chosen=value or (), name=name)
    return Editor(many, lambda: tuple(many.chosen()), (many.changed,), (many.changed,))


def _parts(_fact: Fact, name: str, value: Any) -> Editor:
    parts = ProtectedField(name, value or ())
    return Editor(parts, parts.value, (parts.changed,), (parts.left,))


def _reference(name: str, value: Any, options: Mapping[str, str] | None) -> Editor | None:
    if not options:
        return None
    choice = Choice(options, chosen=value or "", name=name)
    return Editor(choice, choice.chosen, (choice.changed,), (choice.changed,))


def labels(vocabulary: str) -> dict[str, str]:
    """Return codes and translated labels of a vocabulary."""
    return {code: _(text) for code, text in CHOICES[vocabulary].items()}


_MAKERS: dict[Kind, Callable[[Fact, str, Any], Editor]] = {
    Kind.TEXT: _text,
    Kind.LONG: _long,
    Kind.TELLING: _telling,
    Kind.PLACE: _place,
    Kind.NUMBER: _number,
    Kind.TICK: _tick,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PARTS: _parts,
}
