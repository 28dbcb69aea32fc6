"""A field for several lines that right-aligns Uyghur and Arabic by itself."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QTextEdit

from ui.tokens import LOOK


class Notes(QTextEdit):
    """Plain text only; grows with what is written between two and ten lines.

    Tab leaves the field. ``left`` is emitted when the focus goes elsewhere.
    """

    left = Signal()

    def __init__(self, text: str = "", *, name: str = "", lines: int = 3) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self._least = lines
        if name:
            self.setAccessibleName(name)
        self.setPlainText(text)
        self.textChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste letters only, whatever else the clipboard holds."""
        if source.hasText():
            self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = self.document().size().height() + LOOK.px(18)
        least, most = self._least * line + LOOK.px(20), 10 * line + LOOK.px(20)
        self.setFixedHeight(int(min(max(wanted, least), most)))
