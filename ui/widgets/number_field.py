"""A small whole number."""

from ui.tokens import LOOK
from ui.widgets.line_edit import LineEdit


class NumberField(LineEdit):
    """Digits of any script; empty is no number."""

    def __init__(self, value: int | None = None, *, name: str = "") -> None:
        super().__init__("" if value is None else str(value), name=name)
        self.setMaxLength(5)
        self.setFixedWidth(LOOK.px(110))
        self.setProperty("layoutDirection", "LeftToRight")

    def value(self) -> int | None:
        """Return the number, or None."""
        text = self.text().strip()
        return int(text) if text.isdecimal() else None
