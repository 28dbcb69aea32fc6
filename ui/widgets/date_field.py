"""A date as a family knows it: a day, a month, a season, a year, between two, or not known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from familytrace.i18n import _, isolate, language
from familytrace.model.date_words import in_words
from familytrace.model.partial_date import PartialDate, PartialDateError
from ui.widgets.button import link
from ui.widgets.chips import Chips
from ui.widgets.date_parts import KINDS, show, write
from ui.widgets.date_point import DatePoint, words_without_year
from ui.widgets.label import Label
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit


class DateField(QWidget):
    """Edits a PartialDate; ``changed`` follows every edit, ``left`` when a part is finished.

    ``is_unknown`` tells that the person said *not known*, which is an answer too.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, name: str, value: PartialDate | None = None, *, unknown: bool = False
    ) -> None:
        super().__init__()
        self._name = name
        self._kept: str | None = None
        inside = column(self, gap=6)
        self.chips = Chips([(code, _(text)) for code, text in KINDS.items()], name=name)
        self.start = DatePoint(name)
        self.and_ = Label(_("and"), "sm", tone="text2")
        self.end = DatePoint(_("{name}, end").format(name=name))
        self.about = QCheckBox(_("About that time, not exact"))
        self.about.setAccessibleName(f"{name}: {self.about.text()}")
        self.words = LineEdit(hint=_("As you were told, in your own words (if you like)"))
        self.words.setAccessibleName(_("{name}, in your own words").format(name=name))
        self.reading = Label("", "xs", tone="text3", wrap=True)
        self.lacking = Label("", "xs", tone="warn", wrap=True)
        self.error = Label("", "xs", tone="danger", wrap=True)
        self.swap = link(_("Swap the two dates"), self._swap)
        for part in (
            self.chips,
            self.start,
            self.and_,
            self.end,
            self.about,
            self.words,
            self.reading,
            self.lacking,
            self.error,
            self.swap,
        ):
            inside.addWidget(part)
        self.setFocusProxy(self.chips)
        self.set_value(value, unknown=unknown)
        self._connect()

    def is_unknown(self) -> bool:
        """Tell whether *Not known* is chosen."""
        return self._kind() == "unknown"

    def value(self) -> PartialDate | None:
        """Return the date as far as it is valid, with the words as told; None for neither.

        A day, month or season without a year stands among the words.
        """
        told = self._told()
        try:
            edtf = self._kept or self._written()
        except PartialDateError:
            edtf = None
        return PartialDate(edtf, told) if edtf or told else None

    def set_value(self, value: PartialDate | None, *, unknown: bool = False) -> None:
        """Show a date without telling anybody."""
        shown = show(value.edtf if value else None)
        self._kept = value.edtf if value and shown.foreign else None
        kind = "unknown" if unknown and not shown.kind else shown.kind
        self.chips.choose([kind])
        self.start.set_parts(shown.start)
        self.end.set_parts(shown.end)
        self.about.setChecked(shown.about)
        self.words.setText(value.told if value else "")
        self._arrange()
        self._read()

    def check(self) -> bool:
        """Show what is wrong with the date, if anything, and tell whether it is right."""
        try:
            self._kept or self._written()
        except PartialDateError:
            turned = self._kind() == "between" and self._fits_turned()
            self.error.setText(
                _("The second date is before the first.")
                if turned
                else _("There is no such day. Look at the numbers again.")
            )
            self.swap.setVisible(turned)
        else:
            self.error.setText("")
            self.swap.hide()
        self.error.setVisible(bool(self.error.text()))
        return not self.error.text()

    def _connect(self) -> None:
        self.chips.changed.connect(lambda _codes: self._kind_chosen())
        for point in (self.start, self.end):
            point.edited.connect(self._edited)
            point.left.connect(self._finished)
        self.about.clicked.connect(lambda _on=False: self._kind_chosen())
        self.words.textEdited.connect(lambda _text: self._edited())
        self.words.editingFinished.connect(self._finished)

    def _kind(self) -> str:
        return next(iter(self.chips.chosen()), "")

    def _written(self) -> str | None:
        start, end = self.start.parts(), self.end.parts()
        return write(self._kind(), start, end, about=self.about.isChecked())

    def _told(self) -> str:
        told, also = self.words.text().strip(), self._without_year()
        return told if also.casefold() in told.casefold() else ", ".join(filter(None, (also, told)))

    def _without_year(self) -> str:
        if self._kept or self._kind() in ("", "unknown"):
            return ""
        points = [self.start, self.end] if self._kind() == "between" else [self.start]
        return ", ".join(filter(None, (words_without_year(one.parts()) for one in points)))

    def _fits_turned(self) -> bool:
        try:
            write("between", self.end.parts(), self.start.parts(), about=False)
        except PartialDateError:
            return False
        return True

    def _kind_chosen(self) -> None:
        self._arrange()
        self._edited()
        self._finished()

    def _edited(self) -> None:
        self._kept = None
        self._read()
        self.changed.emit()

    def _finished(self) -> None:
        self.check()
        self.left.emit()

    def _arrange(self) -> None:
        kind = self._kind()
        dated = bool(kind) and kind != "unknown"
        self.start.setVisible(dated)
        self.start.show_kind(kind)
        self.end.show_kind(kind)
        for part in (self.and_, self.end):
            part.setVisible(kind == "between")
        self.about.setVisible(dated)
        self.words.setVisible(bool(kind or self.words.text()))
        self.swap.hide()
        self.error.hide()

    def _read(self) -> None:
        """Say the date back in words, so that a slip shows at once."""
        value = self.value()
        said = in_words(value, language()) if value is not None and value.edtf else ""
        self.reading.setText(_("This means: {date}").format(date=isolate(said)) if said else "")
        self.reading.setVisible(bool(said))
        kept = self._without_year()
        text = _("A year is needed, even one that is about right. Kept only as words: {words}")
        self.lacking.setText(text.format(words=isolate(kept)) if kept else "")
        self.lacking.setVisible(bool(kept))

    def _swap(self) -> None:
        start, end = self.start.parts(), self.end.parts()
        self.start.set_parts(end)
        self.end.set_parts(start)
        self._edited()
        self._finished()
