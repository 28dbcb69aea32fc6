"""Day, month and year beside each other, as many of them as are asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, isolate_ltr
from ui.tokens import LOOK
from ui.widgets.choice import Choice
from ui.widgets.date_parts import Parts
from ui.widgets.flow import Flow
from ui.widgets.line_edit import LineEdit

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
SEASONS = {21: N_("Spring"), 22: N_("Summer"), 23: N_("Autumn"), 24: N_("Winter")}


def words_without_year(parts: Parts) -> str:
    """Return the day and the month or season in words, while no year is given."""
    if parts.year is not None or not (parts.month or parts.day):
        return ""
    names = {**dict(enumerate(MONTHS, 1)), **SEASONS}
    month = _(names[parts.month]) if parts.month else ""
    return " ".join(filter(None, (str(parts.day or ""), month)))


class DatePoint(QWidget):
    """One point in time; ``edited`` follows every change, ``left`` when a part is finished."""

    edited = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        flow = Flow(self, gap=6)
        months = {str(n): _month(n, text) for n, text in enumerate(MONTHS, 1)}
        self.day = _number(_("Day"), f"{name}: {_('Day')}", 56, 2)
        self.month = Choice(months, name=f"{name}: {_('Month')}")
        self.month.setItemText(0, _("Month"))
        self.season = Choice(
            {str(n): _(text) for n, text in SEASONS.items()}, name=f"{name}: {_('Season')}"
        )
        self.season.setItemText(0, _("Season"))
        self.year = _number(_("Year"), f"{name}: {_('Year')}", 80, 4)
        for part in (self.day, self.month, self.season, self.year):
            flow.addWidget(part)
        for edit in (self.day, self.year):
            edit.textEdited.connect(lambda _text: self.edited.emit())
            edit.editingFinished.connect(self.left)
        for choice in (self.month, self.season):
            choice.changed.connect(lambda _code: self._chosen())
        self.show_kind("day")

    def show_kind(self, kind: str) -> None:
        """Show the parts of a day, month, season or year; ``between`` shows a whole day."""
        self.day.setVisible(kind in {"day", "between"})
        self.month.setVisible(kind in {"day", "month", "between"})
        self.season.setVisible(kind == "season")
        self.updateGeometry()

    def parts(self) -> Parts:
        """Return what is filled in and shown."""
        month = self.season if not self.season.isHidden() else self.month
        shown = not month.isHidden() or month is self.season
        return Parts(
            _int(self.year.text()),
            _int(month.chosen()) if shown else None,
            _int(self.day.text()) if not self.day.isHidden() else None,
        )

    def set_parts(self, parts: Parts) -> None:
        """Fill in a point in time without telling anybody."""
        self.year.setText(str(parts.year or ""))
        self.day.setText(str(parts.day or ""))
        number = parts.month or 0
        self.month.choose(str(number) if 0 < number <= 12 else "")
        self.season.choose(str(number) if number > 12 else "")

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()


def _month(number: int, text: str) -> str:
    return f"{isolate_ltr(str(number))} · {_(text)}"


def _number(hint: str, name: str, wide: int, digits: int) -> LineEdit:
    edit = LineEdit(hint=hint, name=name)
    edit.setMaxLength(digits)
    edit.setFixedWidth(LOOK.px(wide))
    edit.setProperty("layoutDirection", "LeftToRight")
    return edit


def _int(text: str) -> int | None:
    """Read digits of any script."""
    return int(text) if text.strip().isdecimal() else None
