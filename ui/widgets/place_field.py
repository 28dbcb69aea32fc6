"""A place as it is told, and where on the map that may be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, language
from familytrace.model import gazetteer
from familytrace.model.place import Place
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit

_OFFERED = 4


class PlaceField(QWidget):
    """Edits a Place. Counties that the words may mean are offered, never chosen by themselves."""

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, value: Place | None = None) -> None:
        super().__init__()
        value = value or Place()
        self._country = value.country
        inside = column(self, gap=6)
        self.told = LineEdit(
            value.told, hint=_("Village, town or county, as you say it"), name=name
        )
        inside.addWidget(self.told)
        self._offers = QWidget()
        self._flow = Flow(self._offers, gap=6)
        inside.addWidget(self._offers)
        self.code = Choice(
            _units(value.code), chosen=value.code, name=_("{name}: county").format(name=name)
        )
        self.code.setItemText(0, _("County or prefecture not chosen"))
        inside.addWidget(self.code)
        self.detail = LineEdit(value.detail, hint=_("Village, group or street (if it is safe)"))
        self.detail.setAccessibleName(_("{name}: village or street").format(name=name))
        inside.addWidget(self.detail)
        self.told.textEdited.connect(lambda _text: self._typed())
        self.detail.textEdited.connect(lambda _text: self.changed.emit())
        self.code.changed.connect(lambda _code: self._chosen())
        for edit in (self.told, self.detail):
            edit.editingFinished.connect(self.left)
        self._offer([])
        self._arrange()
        self.setFocusProxy(self.told)

    def value(self) -> Place | None:
        """Return the place; None when nothing is written or chosen."""
        made = Place(
            told=self.told.text().strip(),
            code=self.code.chosen(),
            country=self._country,
            detail=self.detail.text().strip(),
        )
        return made if made.told or made.code or made.detail or made.country else None

    def _typed(self) -> None:
        text = self.told.text()
        found = gazetteer.find(text, limit=_OFFERED) if len(text.strip()) >= 3 else ()
        self._offer([place.code for place in found if place.code != self.code.chosen()])
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        """Ask for county and street once there is a place, or they are known already."""
        begun = bool(self.told.text().strip())
        self.code.setVisible(begun or bool(self.code.chosen()))
        self.detail.setVisible(begun or bool(self.detail.text()))

    def _offer(self, codes: list[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if codes:
            self._flow.addWidget(Label(_("Do you mean"), "xs", tone="text3"))
        for code in codes:
            button = Button(gazetteer.label(code, language()), "chip")
            button.clicked.connect(lambda _on=False, code=code: self._take(code))
            self._flow.addWidget(button)
        self._offers.setVisible(bool(codes))
        self._offers.updateGeometry()

    def _take(self, code: str) -> None:
        self.code.choose(code)
        self._offer([])
        self.told.setFocus()
        self._chosen()

    def _chosen(self) -> None:
        self.changed.emit()
        self.left.emit()


def _units(kept: str) -> dict[str, str]:
    """Return code and name of the units of today, each prefecture before its counties."""
    units = {
        place.code: ("" if place.level == "prefecture" else "   ")
        + gazetteer.label(place.code, language())
        for place in sorted(gazetteer.places(), key=lambda place: place.code)
        if place.is_current
    }
    if kept and kept not in units:
        units[kept] = gazetteer.label(kept, language())
    return units
