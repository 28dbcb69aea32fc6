"""What is true of every page: it fits a small screen, Tab reaches everything, text is text."""

from collections.abc import Callable
from typing import Any

import pytest
import ui_pages
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.window import Window

SMALL = (640, 360)
LANGUAGES = ("en", "ug")
TAB_STOP = Qt.FocusPolicy.TabFocus

MakeWindow = Callable[..., Window]


@pytest.fixture
def shown(
    make_window: MakeWindow,
    demo: tuple[Any, str],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> Callable[[str, str], Window]:
    def show(name: str, language: str) -> Window:
        window = make_window(language, demo[0])
        window.resize(*SMALL)
        ui_pages.PAGES[name](window, demo[1])
        settled(window)
        window.resize(*SMALL)
        qtbot.wait(5)
        return window

    return show


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def _stops(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & TAB_STOP
        and widget.focusProxy() is None
    ]


def walk(window: Window, qtbot: QtBot) -> list[QWidget]:
    """Press Tab until it comes round again; return what had the focus."""
    seen: list[QWidget] = []
    if QApplication.focusWidget() is None:
        _stops(window)[0].setFocus()
    for _n in range(300):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ui_pages.PAGES)
def test_every_page_fits_tab_reaches_all_of_it_and_all_text_is_plain(
    name: str, language: str, shown: Callable[[str, str], Window], qtbot: QtBot
) -> None:
    window = shown(name, language)
    assert (window.width(), window.height()) <= SMALL
    assert window.minimumSizeHint().width() <= SMALL[0]
    assert [] == [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.text()
    ]
    seen = walk(window, qtbot)
    missed = [one for one in _stops(window) if one not in seen]
    assert [] == [_describe(one) for one in missed]
    assert [] == [_describe(one) for one in seen if not _name(one)]
    assert [] == [one for one in seen if type(one) is QAbstractScrollArea]


def _describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)!r} in {type(widget.parent()).__name__}"


def test_a_nameless_field_would_be_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QLineEdit(window)
    window.show()
    assert ["", 1] == [_name(_stops(window)[0]), len(_stops(window))]


@pytest.mark.parametrize("name", ui_pages.PAGES)
def test_no_part_of_a_page_appears_as_a_window_of_its_own(
    name: str, make_window: MakeWindow, demo: tuple[Any, str], settled: Callable[[Window], None]
) -> None:
    """A part that is shown before it has a parent flashes and steals the keyboard."""
    window = make_window("en", demo[0])
    strays: list[str] = []

    class Watch(QObject):
        def eventFilter(self, seen: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(seen, QWidget):
                stray = seen.isWindow() and seen is not window
                if stray and not seen.inherits("QMenu"):
                    strays.append(_describe(seen))
            return False

    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    ui_pages.PAGES[name](window, demo[1])
    settled(window)
    app.removeEventFilter(watch)
    assert [] == strays
