"""A few choices side by side, each a rounded button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.flow import Flow


class Chips(QWidget):
    """One choice, or with ``many`` any number; a click on the chosen one takes it back.

    ``changed`` carries the chosen codes as a list.
    """

    changed = Signal(list)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        *,
        chosen: Sequence[str] = (),
        many: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self._many = many
        self.buttons: dict[str, Button] = {}
        flow = Flow(self, gap=6)
        for code, text in choices:
            button = Button(text, "chip")
            button.setCheckable(True)
            button.setChecked(code in chosen)
            button.setAccessibleName(f"{name}: {text}" if name else text)
            button.clicked.connect(lambda _on=False, code=code: self._clicked(code))
            self.buttons[code] = button
            flow.addWidget(button)
        if self.buttons:
            self.setFocusProxy(next(iter(self.buttons.values())))

    def chosen(self) -> list[str]:
        """Return the chosen codes in the order in which they stand."""
        return [code for code, button in self.buttons.items() if button.isChecked()]

    def choose(self, codes: Sequence[str]) -> None:
        """Set the choice without telling anybody."""
        for code, button in self.buttons.items():
            button.setChecked(code in codes)

    def current(self) -> Button:
        """Return the button that is chosen, else the first."""
        chosen = [button for button in self.buttons.values() if button.isChecked()]
        return next(iter(chosen or self.buttons.values()))

    def _clicked(self, code: str) -> None:
        if not self._many:
            for other, button in self.buttons.items():
                if other != code:
                    button.setChecked(False)
        self.changed.emit(self.chosen())
