"""The family's own list of who must be protected, typed and found again in the vault."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ui_pages
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_hands import click

from familytrace.model.safety import ProtectedWord
from familytrace.vault.vault import Vault
from ui.widgets.choice import Choice
from ui.window import Window


def test_a_name_on_the_list_is_in_the_vault(
    make_shell: Callable[..., Any],
    demo: tuple[Path, str],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> None:
    shell = make_shell()
    before = _protected(shell, demo, settled)
    shell.open_case(demo[1], "Tursun Sinaq", page="safety")
    settled(shell.window())
    click(qtbot, shell.pages.currentWidget(), "Add a name, number or account")
    qtbot.keyClicks(shell.window().focusWidget(), "Hidden Sinaq")
    settled(shell.window())
    assert shell.session.close(15)
    with Vault.open(demo[0], ui_pages.WORDS) as vault:
        kept = vault.load(demo[1]).safety.protected
    assert (*before, ProtectedWord("name", "Hidden Sinaq")) == kept


def _protected(shell: Any, demo: tuple[Path, str], settled: Callable[[Window], None]) -> Any:
    found: list[Any] = []
    shell.session.run(lambda vault: vault.load(demo[1]).safety.protected, done=found.append)
    settled(shell.window())
    return found[0]


def test_what_was_changed_last_is_kept_when_the_page_is_left_at_once(
    make_shell: Callable[..., Any],
    demo: tuple[Path, str],
    settled: Callable[[Window], None],
    qtbot: QtBot,
) -> None:
    shell = make_shell()
    shell.open_case(demo[1], "Tursun Sinaq", page="safety")
    settled(shell.window())
    page = shell.pages.currentWidget()
    click(qtbot, page, "Add a name, number or account")
    qtbot.keyClicks(shell.window().focusWidget(), "0555")
    kind = shell.window().focusWidget().parentWidget().findChild(Choice)
    kind.setFocus()
    settled(shell.window())
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    qtbot.mouseClick(shell.side.items["consent"], Qt.MouseButton.LeftButton)
    settled(shell.window())
    assert shell.session.close(15)
    with Vault.open(demo[0], ui_pages.WORDS) as vault:
        kept = vault.load(demo[1]).safety.protected
    assert ProtectedWord("number", "0555") == kept[-1]
