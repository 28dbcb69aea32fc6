"""F12 and Ctrl+L work everywhere, also while a dialog or a menu is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.keys import SafetyKeys

Pressed = list[str]
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pressed(qapp: QApplication) -> Iterator[Pressed]:
    done: Pressed = []
    keys = SafetyKeys(qapp, lambda: done.append("hide"), lambda: done.append("lock"))
    yield done
    keys.stop()


def _shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isVisible)
    return widget


def test_both_keys_work_in_a_text_field(pressed: Pressed, qtbot: QtBot) -> None:
    field = QLineEdit()
    _shown(qtbot, field)
    window = field.windowHandle()
    qtbot.keyClick(window, Qt.Key.Key_F12)
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert ["hide", "lock"] == pressed


def test_both_keys_work_while_a_dialog_is_open(pressed: Pressed, qtbot: QtBot) -> None:
    parent = _shown(qtbot, QWidget())
    dialog = QDialog(parent)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CONTROL)
    assert ["hide", "lock"] == pressed
    dialog.close()


def test_a_key_works_while_a_menu_is_open(pressed: Pressed, qtbot: QtBot) -> None:
    parent = _shown(qtbot, QWidget())
    menu = QMenu(parent)
    menu.addAction("x")
    menu.popup(parent.mapToGlobal(parent.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu.windowHandle(), Qt.Key.Key_F12)
    assert ["hide"] == pressed
    menu.close()


def test_other_keys_pass(pressed: Pressed, qtbot: QtBot) -> None:
    field = QLineEdit()
    _shown(qtbot, field)
    qtbot.keyClicks(field, "hello")
    qtbot.keyClick(field.windowHandle(), Qt.Key.Key_L, NONE)
    assert ([], "hellol") == (pressed, field.text())
