"""A one-line text field."""

from PySide6.QtWidgets import QLineEdit


class LineEdit(QLineEdit):
    """Follows the script of what is typed; keeps nothing outside the window.

    No completer, no clear button, no drag of text to other programs.
    """

    def __init__(self, text: str = "", *, hint: str = "", name: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(hint)
        if name:
            self.setAccessibleName(name)
        self.setDragEnabled(False)
