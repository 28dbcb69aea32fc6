"""Text on a page: always plain text, never markup, whatever it says."""

from PySide6.QtWidgets import QLabel, QWidget

from ui.tokens import LOOK


def is_rtl_text(text: str) -> bool:
    """Tell whether a text holds letters that are written from right to left."""
    return any("\u0590" <= ch <= "\u08ff" or "\ufb50" <= ch <= "\ufefc" for ch in text)


def in_page_direction(text: str) -> str:
    """Return a sentence so marked that it runs like the page, whatever letter it begins with.

    A text in one direction only, such as a name, is left as it is.
    """
    first = next((ch for ch in text if ch.isalpha()), "")
    mixed = is_rtl_text(text) and any(ch.isalpha() and not is_rtl_text(ch) for ch in text)
    if not mixed or is_rtl_text(first) == LOOK.rtl:
        return text
    return ("\u200f" if LOOK.rtl else "\u200e") + text


class Label(QLabel):
    """A line or paragraph in one of the type steps xs, sm, md, lg, xl, xxl, name, code."""

    def __init__(
        self,
        text: str = "",
        size: str = "md",
        *,
        tone: str = "",
        weight: str = "",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", "PlainText")
        self.setProperty("step", size)
        if tone:
            self.setProperty("tone", tone)
        if weight:
            self.setProperty("weight", weight)
        self.setWordWrap(wrap)
        if selectable:
            self.setProperty("textInteractionFlags", "TextSelectableByMouse")
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, aligned with the page even when its own script runs the other way."""
        if is_rtl_text(text) != LOOK.rtl:
            side = "AlignRight" if LOOK.rtl else "AlignLeft"
            self.setProperty("alignment", f"{side}|AlignAbsolute|AlignVCenter")
        super().setText(in_page_direction(text))

    def centre(self) -> "Label":
        """Put the text in the middle and return this label."""
        self.setProperty("alignment", "AlignCenter")
        return self
