"""Hands for tests: find what a person sees, click it with the mouse, type on the keyboard."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.button import Button
from ui.widgets.label import Label

LEFT = Qt.MouseButton.LeftButton


def buttons(where: QWidget, text: str) -> list[Button]:
    """Return the visible buttons of a text."""
    return [b for b in where.findChildren(Button) if b.text() == text and b.isVisible()]


def click(qtbot: QtBot, where: QWidget, text: str, nth: int = 0) -> None:
    """Scroll to the visible button of a text and click it with the mouse."""
    qtbot.waitUntil(lambda: len(buttons(where, text)) > nth)
    button = buttons(where, text)[nth]
    assert button.isEnabled(), text
    bring_into_view(button)
    qtbot.mouseClick(button, LEFT)


def bring_into_view(widget: QWidget) -> None:
    """Scroll until a widget can be seen, as a person would."""
    from PySide6.QtWidgets import QScrollArea

    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def pick(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """Choose an entry of a drop-down with the keyboard."""
    bring_into_view(box)
    box.setFocus()
    at = next(n for n in range(box.count()) if text in box.itemText(n))
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _step in range(at):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert at == box.currentIndex()


def type_digits(qtbot: QtBot, digits: str) -> None:
    """Type digits wherever the keyboard is; the fields go on by themselves."""
    for digit in digits:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        qtbot.keyClick(focused, digit)


def choose_path(qtbot: QtBot, path: Path) -> None:
    """Type a path into the open file dialog and press Enter."""

    def dialog() -> Any:
        return QApplication.activeModalWidget()

    qtbot.waitUntil(lambda: isinstance(dialog(), QFileDialog))
    shown: QFileDialog = dialog()
    parent = shown.parentWidget()
    assert isinstance(parent, QWidget)
    window = parent.window()
    edit = shown.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.wait(50)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, str(path))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(dialog(), QFileDialog))
    assert dialog() is None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def said(where: QWidget) -> str:
    """Return all words that can be seen, one label a line, without marks of direction."""
    words = "\n".join(label.text() for label in where.findChildren(Label) if label.isVisible())
    return "".join(letter for letter in words if letter not in "\u2066\u2067\u2068\u2069")
