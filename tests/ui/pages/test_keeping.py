"""The recovery code, new words and the backup, by mouse and keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familytrace.errors import WrongPassphraseError
from familytrace.vault.backup import read_manifest
from familytrace.vault.parts import PartReader
from familytrace.vault.vault import Vault
from ui.pages.new_words import NewWordsPage
from ui.pages.recovery_code import RecoveryPage, is_copied
from ui.pages.settings import SettingsPage
from ui.pages.settings_vault import VaultCard
from ui.shell.shell import Shell
from ui.widgets.button import Button
from ui.widgets.label import Label

LEFT = Qt.MouseButton.LeftButton
MakeShell = Callable[..., Shell]


def click(qtbot: QtBot, where: QWidget, text: str) -> None:
    def found() -> list[Button]:
        return [b for b in where.findChildren(Button) if b.text() == text and b.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], LEFT)


def settle(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0, timeout=20_000)
    qtbot.wait(15)


def shown_code(page: QWidget) -> list[str]:
    labels = [label for label in page.findChildren(Label) if label.property("step") == "code"]
    return ["".join(ch for ch in label.text() if ch.isdigit()) for label in labels]


def test_the_code_is_copied_and_typed_back(
    make_shell: MakeShell, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell = make_shell()
    shell.go("recovery")
    page: Any = shell.pages.currentWidget()
    assert isinstance(page, RecoveryPage)
    click(qtbot, page, "Show me the code")
    settle(shell, qtbot)
    groups = shown_code(page)
    assert [6] * 8 == [len(group) for group in groups]
    click(qtbot, page, "I have copied it")
    assert [] == shown_code(page)
    qtbot.wait(10)
    for edit, group in zip(page.field.groups, groups, strict=True):
        qtbot.keyClicks(edit, group)
    click(qtbot, page, "Compare")
    settle(shell, qtbot)
    assert is_copied(shell.session.vault)
    click(qtbot, page, "Go on")
    assert shell.session.close(10)
    Vault.open_with_recovery(demo[0], " ".join(groups)).close()


def test_a_group_that_is_not_on_the_paper_is_shown(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.go("recovery")
    page: Any = shell.pages.currentWidget()
    page.show_code("000011 000022 000033 000044 000055 000066 000077 000088")
    click(qtbot, page, "I have copied it")
    for edit in page.field.groups:
        qtbot.keyClicks(edit, "000011")
    click(qtbot, page, "Compare")
    assert "group 2" in page.field.error.text()
    assert not is_copied(shell.session.vault)


def test_new_words_open_and_the_old_ones_no_longer(
    make_shell: MakeShell, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell = make_shell()
    shell.go("new_words")
    page: Any = shell.pages.currentWidget()
    assert isinstance(page, NewWordsPage)
    words = [
        label.text().strip("\u2066\u2069")
        for label in page.findChildren(Label)
        if label.property("step") == "code"
    ]
    click(qtbot, page, "I have written them down")
    qtbot.wait(10)
    part: Any = page.part
    for field, word in zip(part.fields, words, strict=True):
        qtbot.keyClicks(field.control, word)
    click(qtbot, page, "Use these words")
    settle(shell, qtbot)
    assert shell.notice.isVisible()
    assert isinstance(shell.pages.currentWidget(), SettingsPage)
    assert shell.session.close(10)
    with pytest.raises(WrongPassphraseError):
        Vault.open(demo[0], ui_pages.WORDS)
    Vault.open(demo[0], " ".join(words)).close()


def test_a_backup_is_made_and_says_so_when_it_was_read_again(
    make_shell: MakeShell, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = make_shell()
    shell.go("settings")
    page: Any = shell.pages.currentWidget()
    assert isinstance(page.vault, VaultCard)
    target = tmp_path / "records.ftbackup"
    page.vault.back_up(target)
    assert not page.vault.backup.isEnabled()
    settle(shell, qtbot)
    assert "was read again" in page.vault.said.text()
    reader = PartReader.of(target)
    assert read_manifest(reader).vault_id == shell.session.vault.id
    reader.close()
    page.vault.back_up(target)
    settle(shell, qtbot)
    assert "already something" in shell.notice.findChildren(QWidget)[0].accessibleName()
