"""A control with its label above, and help or an error under it."""

from PySide6.QtWidgets import QWidget

from ui.theme import restyle
from ui.widgets.label import Label
from ui.widgets.layouts import column, row


class Field(QWidget):
    """Label, control, help; an error takes the place of the help and says what to do."""

    def __init__(self, text: str, control: QWidget, *, help_text: str = "", mark: str = "") -> None:
        super().__init__()
        self.control = control
        inside = column(self, gap=5)
        head = row(gap=6)
        self.label = Label(text, "sm", weight="medium", wrap=True)
        self.label.setBuddy(control)
        head.addWidget(self.label, 1)
        self._head = head
        if mark:
            from ui.widgets.icon_view import IconView

            head.addWidget(IconView("lock", 12, "text3"))
            head.addWidget(Label(mark, "xs", tone="text3"))
        inside.addLayout(head)
        inside.addWidget(control)
        self.help = Label(help_text, "xs", tone="text3", wrap=True)
        inside.addWidget(self.help)
        self.help.setVisible(bool(help_text))
        self._inside = inside
        self._error: QWidget | None = None
        self._hint: Label | None = None
        self.error = Label("", "xs", tone="danger", wrap=True)
        if not control.accessibleName():
            control.setAccessibleName(text)
        if help_text:
            control.setAccessibleDescription(help_text)

    def add_beside(self, part: QWidget) -> None:
        """Put something small at the end of the label's line."""
        self._head.addWidget(part)

    def set_hint(self, text: str) -> None:
        """Show a hint that hinders nobody, or take it away with an empty text."""
        if self._hint is None:
            if not text:
                return
            self._hint = Label("", "xs", tone="warn", wrap=True)
            self._inside.addWidget(self._hint)
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_error(self, text: str) -> None:
        """Show what is wrong and what helps, or take it away with an empty text."""
        if self._error is None:
            if not text:
                return
            self._error = self._make_error()
        self.error.setText(text)
        self._error.setVisible(bool(text))
        self.help.setVisible(not text and bool(self.help.text()))
        self.control.setProperty("state", "error" if text else "")
        self.control.setAccessibleDescription(text or self.help.text())
        restyle(self.control)

    def _make_error(self) -> QWidget:
        from ui.widgets.icon_view import IconView

        holder = QWidget()
        line = row(holder, gap=6)
        side = column(gap=0)
        side.addWidget(IconView("circle-alert", 14, "danger"))
        side.addStretch(1)
        line.addLayout(side)
        line.addWidget(self.error, 1)
        self._inside.addWidget(holder)
        return holder
