"""Opening a vault with the recovery code when the words are lost."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from ui.widgets.banner import Banner
from ui.widgets.button import Button, primary
from ui.widgets.code_field import CodeField
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.layouts import column


class ForgotPage(QWidget):
    """Asks for the eight groups of digits; then new words are offered."""

    def __init__(self, on_code: Callable[[str], object], on_back: Callable[[], object]) -> None:
        super().__init__()
        self._on_code = on_code
        inside = column(self, gap=12)
        inside.addWidget(Label(_("I forgot my words"), "xl", wrap=True))
        inside.addWidget(
            Label(
                _("Type the recovery code from your paper: eight groups of six digits."),
                tone="text2",
                wrap=True,
            )
        )
        self.code = CodeField()
        inside.addWidget(self.code)
        inside.addWidget(
            Banner(
                "info",
                _("No recovery code?"),
                _("Then only the six words open these records. Nobody has a second key."),
            )
        )
        holder = QWidget()
        buttons = Flow(holder)
        self.button = primary(_("Go on"), self._go)
        self.button.setEnabled(False)
        self.code.changed.connect(lambda: self.button.setEnabled(self.code.is_complete()))
        buttons.addWidget(self.button)
        buttons.addWidget(Button(_("Back"), "quiet", on_click=on_back))
        inside.addWidget(holder)
        self.setProperty("first", self.code)

    def _go(self) -> None:
        self._on_code(self.code.text())
