"""Any number of choices out of a long list: what is chosen stands above, the list below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.layouts import column


class MultiChoice(QWidget):
    """``changed`` carries the chosen codes. A click on a chosen one takes it away."""

    changed = Signal(list)

    def __init__(
        self, choices: Mapping[str, str], *, chosen: Sequence[str] = (), name: str = ""
    ) -> None:
        super().__init__()
        self._choices = dict(choices)
        self._name = name
        self._chosen = list(chosen)
        inside = column(self, gap=6)
        self._holder = QWidget()
        self._flow = Flow(self._holder, gap=6)
        inside.addWidget(self._holder)
        self.add = Choice(choices, name=_("Add to: {name}").format(name=name))
        self.add.setItemText(0, _("Choose one or more"))
        self.add.changed.connect(self._add)
        inside.addWidget(self.add)
        self._show()
        self.setFocusProxy(self.add)

    def chosen(self) -> list[str]:
        """Return the chosen codes in the order in which they were chosen."""
        return list(self._chosen)

    def _add(self, code: str) -> None:
        self.add.choose("")
        if code and code not in self._chosen:
            self._chosen.append(code)
            self._show()
            self.changed.emit(self.chosen())

    def _take_away(self, code: str) -> None:
        self._chosen.remove(code)
        self._show()
        self.add.setFocus()
        self.changed.emit(self.chosen())

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for code in self._chosen:
            text = self._choices.get(code, code)
            button = Button(text, "chip", icon="x")
            button.setCheckable(True)
            button.setChecked(True)
            button.setAccessibleName(_("Take away: {choice}").format(choice=text))
            button.clicked.connect(lambda _on=False, code=code: self._take_away(code))
            self._flow.addWidget(button)
        self._holder.setVisible(bool(self._chosen))
        self._holder.updateGeometry()
