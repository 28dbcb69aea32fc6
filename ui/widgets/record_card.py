"""One record in a list: its summary, and its form when it is opened."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from familytrace.i18n import _
from ui.widgets.button import Button, link, secondary
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column, row
from ui.widgets.record_form import Advice, RecordForm

Summary = Callable[[Any], tuple[str, str]]


class RecordCard(QFrame):
    """``edited`` and ``left`` carry the record while it is typed; ``removed`` when it goes."""

    edited = Signal(object)
    left = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        record: Any,
        summary: Summary,
        *,
        first: Sequence[str] = (),
        leave_out: Sequence[str] = (),
        advise: Advice | None = None,
        options: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._record = record
        self._summary = summary
        self._how: dict[str, Any] = {
            "first": first,
            "leave_out": leave_out,
            "advise": advise,
            "options": options,
        }
        self.form: RecordForm | None = None
        self._inside = column(self, margins=16, gap=12)
        head = row(gap=12)
        self._head = head
        words = column(gap=2)
        self.title = Label("", weight="bold", wrap=True)
        self.second = Label("", "sm", tone="text2", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.second)
        head.addLayout(words, 1)
        self.edit = link(_("Edit"), self.open, "pencil")
        head.addWidget(self.edit)
        self._inside.addLayout(head)
        self._foot: QWidget | None = None
        self._say()

    def open(self) -> None:
        """Show the form."""
        if self.form is None:
            self.form = RecordForm(self._record, **self._how)
            self.form.edited.connect(self._typed)
            self.form.left.connect(self._done)
            self._inside.addWidget(self.form)
            self._foot = self._buttons()
            self._inside.addWidget(self._foot)
        self.edit.hide()
        self.form.show()
        if self._foot is not None:
            self._foot.show()
        first = next(iter(self.form.fields.values()), None)
        if first is not None:
            first.control.setFocus()

    def lead_with(self, part: QWidget) -> None:
        """Put something, such as a small picture, before the summary."""
        self._head.insertWidget(0, part)

    def close_form(self) -> None:
        """Show only the summary again; everything is saved already."""
        if self.form is not None:
            self.left.emit(self.form.record())
            self.form.hide()
        if self._foot is not None:
            self._foot.hide()
        self.edit.show()
        self.edit.setFocus()

    def _buttons(self) -> QWidget:
        foot = QWidget()
        flow = Flow(foot)
        flow.addWidget(secondary(_("Done"), self.close_form, "check"))
        self.away = Button(_("Delete this entry"), "quiet", icon="trash-2")
        self.away.clicked.connect(lambda _on=False: self.removed.emit(self._record))
        flow.addWidget(self.away)
        return foot

    def _typed(self, record: Any) -> None:
        self._record = record
        self._say()
        self.edited.emit(record)

    def _done(self, record: Any) -> None:
        self._record = record
        self._say()
        self.left.emit(record)

    def _say(self) -> None:
        title, second = self._summary(self._record)
        self.title.setText(title)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.edit.setAccessibleName(_("Edit: {what}").format(what=title))
