"""What every step of a talk shares: parts from top to bottom, and a way on and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from familytrace.i18n import _
from ui.widgets.button import Button, primary
from ui.widgets.flow import Flow
from ui.widgets.layouts import column


class ConsentStep(QWidget):
    """A subclass adds its parts; ``way_on`` puts the buttons under them."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = column(self, gap=16)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a part below what is there."""
        if isinstance(part, QLayout):
            self._inside.addLayout(part)
        else:
            self._inside.addWidget(part)

    def way_on(
        self,
        text: str,
        on_next: Callable[[], object],
        on_back: Callable[[], object] | None,
        icon: str = "arrow-right",
    ) -> Button:
        """Add the button that goes on and the one that goes back; return the first."""
        holder = QWidget()
        flow = Flow(holder)
        button = primary(text, on_next, icon)
        flow.addWidget(button)
        if on_back is not None:
            flow.addWidget(Button(_("Back"), "quiet", on_click=on_back, icon="arrow-left"))
        self.add(holder)
        return button
