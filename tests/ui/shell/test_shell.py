"""The window around the pages: it hides, asks, locks, and always tells where one is."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from familytrace.errors import NoSpaceError
from familytrace.i18n import language
from ui.shell.cover import Cover
from ui.shell.notice import Notice
from ui.shell.places import BY_KEY, PLACES
from ui.shell.shell import Shell
from ui.shell.sidebar import Sidebar
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.window import TITLE

LEFT = Qt.MouseButton.LeftButton
MakeShell = Callable[..., Shell]


def _click(qtbot: QtBot, where: QWidget, text: str) -> None:
    found = [b for b in where.findChildren(Button) if b.text() == text and b.isVisible()]
    qtbot.mouseClick(found[0], LEFT)


def _settle(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0)
    qtbot.wait(10)


def test_every_place_has_its_page(make_shell: MakeShell) -> None:
    shell = make_shell()
    assert set(shell.side.items) >= {place.key for place in PLACES if place.listed}
    assert {"hide", "lock", "settings"} <= set(shell.side.items)
    assert len(BY_KEY) == len(PLACES)


def test_the_pages_of_a_case_appear_with_the_case(make_shell: MakeShell, demo: Any) -> None:
    shell = make_shell()
    assert not shell.side.items["claims"].isVisible()
    shell.open_case(demo[1], "Tursun Sinaq")
    assert shell.side.items["claims"].isVisible()
    assert "person" == shell.current
    shell.close_case()
    assert not shell.side.items["claims"].isVisible()


def test_the_title_never_names_anybody(make_shell: MakeShell, demo: Any, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.open_case(demo[1], "Tursun Sinaq")
    _settle(shell, qtbot)
    assert TITLE == shell.window().windowTitle()


def test_f12_covers_everything_and_the_way_back_is_one_click(
    make_shell: MakeShell, demo: Any, qtbot: QtBot
) -> None:
    shell = make_shell()
    shell.open_case(demo[1], "Tursun Sinaq")
    _settle(shell, qtbot)
    dialog = QDialog(shell)
    dialog.open()
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
    assert isinstance(shell.currentWidget(), Cover)
    assert not dialog.isVisible()
    assert shell.window().isMinimized()
    assert shell._hidden.isActive()
    texts = [b.text() for b in shell._cover.findChildren(Button)]
    assert ["Go on"] == texts
    shell.window().showNormal()
    _click(qtbot, shell, "Go on")
    assert shell.pages.isVisible()
    assert not shell._hidden.isActive()


def test_who_does_not_come_back_is_locked_out(make_shell: MakeShell, qtbot: QtBot) -> None:
    gone: list[bool] = []
    shell = make_shell(relaunch=lambda: gone.append(True))
    shell.hide_all()
    shell._hidden.start(1)
    qtbot.waitUntil(lambda: gone == [True])


def test_the_lock_at_the_foot_locks(make_shell: MakeShell, qtbot: QtBot) -> None:
    gone: list[bool] = []
    shell = make_shell(relaunch=lambda: gone.append(True))
    qtbot.mouseClick(shell.side.items["lock"], LEFT)
    assert [True] == gone


def test_idle_asks_first_and_a_click_stays(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.idle._asking = True
    shell.idle.asked.emit(28)
    assert "28 seconds" in shell.notice.findChildren(Banner)[-1].accessibleDescription()
    _click(qtbot, shell, "I am here")
    assert not shell.notice.isVisible()


def test_an_error_stands_above_the_page_until_it_is_put_away(
    make_shell: MakeShell, qtbot: QtBot
) -> None:
    shell = make_shell()
    shell.session.failed.emit(NoSpaceError())
    assert "no room left" in shell.notice.findChildren(Banner)[-1].accessibleName()
    _click(qtbot, shell, "Close this message")
    assert not shell.notice.isVisible()


def test_another_message_is_not_put_away_by_mistake(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("danger", "The disk is full")
    notice.put_away("idle")
    assert not notice.isHidden()


def test_the_sidebar_is_words_or_icons(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.window().resize(1366, 768)
    qtbot.waitUntil(lambda: shell.side.width() == 228)
    shell.window().resize(900, 600)
    qtbot.waitUntil(lambda: shell.side.width() == 64)
    assert "Lock" == shell.side.items["lock"].toolTip()


def test_the_saved_state_is_said_in_words(make_shell: MakeShell) -> None:
    shell = make_shell()
    assert isinstance(shell.side, Sidebar)
    shell.session.state.emit("Saving…")
    assert "Saving…" == shell.side._state.text()


@pytest.mark.parametrize(("field", "code"), [("language", "ug"), ("text_size", "200")])
def test_a_changed_setting_shows_at_once_and_keeps_the_page(
    make_shell: MakeShell, qtbot: QtBot, field: str, code: str
) -> None:
    shell = make_shell()
    window: Any = shell.window()
    shell.go("settings")
    page: Any = shell.pages.currentWidget()
    qtbot.mouseClick(getattr(page, field).buttons[code], LEFT)
    after: Any = window.centralWidget()
    assert after is not shell
    assert "settings" == after.current
    assert ("ug" == language()) == (field == "language")
    assert QApplication.isRightToLeft() == (field == "language")
    page = after.pages.currentWidget()
    qtbot.mouseClick(page.colours.buttons["dark"], LEFT)
    assert window.kept.dark
