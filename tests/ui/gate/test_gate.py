"""From the first start to an open vault, by mouse and keys only."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ui_pages
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from familytrace.i18n import LANGUAGES, _, in_language, language
from familytrace.vault.backup import back_up
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault
from ui.gate.forgot import ForgotPage
from ui.gate.frame import GateFrame
from ui.gate.gate import Gate
from ui.gate.language import CHOOSE, NOTICE, LanguagePage, own_words
from ui.gate.limits import LimitsPage
from ui.gate.new_computer import NewComputerPage
from ui.gate.restore import RestorePage
from ui.gate.safe_use import SafeUsePage
from ui.gate.type_back import TypeBackPage
from ui.gate.unlock import UnlockPage
from ui.gate.words import WordsPage
from ui.pages.new_case import NewCasePage
from ui.shell.shell import Shell
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.window import Window

LEFT = Qt.MouseButton.LeftButton
MakeWindow = Callable[..., Window]
Settled = Callable[[Window], None]


def click(qtbot: QtBot, where: QWidget, text: str) -> None:
    """Click the visible button of a text with the mouse."""
    found = [b for b in where.findChildren(Button) if b.text() == text and b.isVisible()]
    assert 1 == len(found), (text, [b.text() for b in where.findChildren(Button)])
    qtbot.mouseClick(found[0], LEFT)


def page_of(window: Window, kind: type) -> Any:
    assert window.gate is not None
    assert isinstance(window.gate.page, kind)
    return window.gate.page


def offered_words(page: QWidget) -> list[str]:
    labels = [one for one in page.findChildren(Label) if one.property("step") == "code"]
    return [label.text().strip("\u2066\u2069") for label in labels]


def type_words(qtbot: QtBot, window: Window, words: list[str]) -> None:
    """Type words with a space after each, as the page says."""
    for n, word in enumerate(words):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, word[:4] if n else word)
        if n + 1 < len(words):
            qtbot.keyClick(focused, Qt.Key.Key_Space)


def test_the_first_run_ends_at_the_first_name(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, home: Path
) -> None:
    window = make_window("")
    qtbot.mouseClick(page_of(window, LanguagePage).buttons["en"], LEFT)
    qtbot.keyClick(page_of(window, SafeUsePage).button, Qt.Key.Key_Space)
    settled(window)
    words = offered_words(page_of(window, WordsPage))
    assert 6 == len(words)
    click(qtbot, window, "I have written them down")
    page_of(window, TypeBackPage)
    type_words(qtbot, window, words)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    settled(window)
    shell: Any = window.centralWidget()
    assert isinstance(shell, Shell)
    page: Any = shell.pages.currentWidget()
    assert isinstance(page, NewCasePage)
    assert page.name.hasFocus()
    assert 1 == len(list((home / "FamilyTrace").glob("records-*.familytrace")))


def test_a_wrong_word_is_named_and_nothing_is_made(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, home: Path
) -> None:
    window = make_window()
    click(qtbot, window, "I have read this")
    settled(window)
    words = offered_words(page_of(window, WordsPage))
    click(qtbot, window, "I have written them down")
    page = page_of(window, TypeBackPage)
    type_words(qtbot, window, [*words[:2], "zzzz", *words[3:]])
    click(qtbot, window, "Make my vault")
    wrong = [n for n, field in enumerate(page.fields) if field.error.text()]
    assert [2] == wrong
    assert "Not the same as the word shown before" == page.fields[2].error.text()
    assert page.fields[2].control.hasFocus()
    assert not (home / "FamilyTrace").exists()


def test_other_words_can_be_asked_for(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot
) -> None:
    window = make_window()
    click(qtbot, window, "I have read this")
    settled(window)
    before = offered_words(page_of(window, WordsPage))
    click(qtbot, window, "Show other words")
    settled(window)
    assert before != offered_words(page_of(window, WordsPage))


def test_the_right_words_open_the_vault(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, demo: tuple[Path, str]
) -> None:
    window = make_window(vault=demo[0])
    page = page_of(window, UnlockPage)
    assert page.words.hasFocus()
    qtbot.keyClicks(page.words, ui_pages.WORDS.upper())
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    settled(window)
    assert isinstance(window.centralWidget(), Shell)
    assert 4 == len(window.session.vault.cases())


def test_wrong_words_say_so_under_the_field_and_can_be_tried_again(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, demo: tuple[Path, str]
) -> None:
    window = make_window(vault=demo[0])
    page = page_of(window, UnlockPage)
    qtbot.keyClicks(page.words, "these are not the right words")
    click(qtbot, window, "Open")
    settled(window)
    assert "do not open this vault. Nothing was changed." in page.field.error.text()
    assert page.button.isEnabled()
    assert page.words.hasFocus()
    qtbot.keyClicks(page.words, ui_pages.WORDS)
    click(qtbot, window, "Open")
    settled(window)
    assert isinstance(window.centralWidget(), Shell)


def test_an_empty_field_is_not_tried(
    make_window: MakeWindow, qtbot: QtBot, demo: tuple[Path, str]
) -> None:
    window = make_window(vault=demo[0])
    click(qtbot, window, "Open")
    assert "Type your six words first." == page_of(window, UnlockPage).field.error.text()


def test_a_word_beside_the_field_shows_and_hides_the_words(
    make_window: MakeWindow, qtbot: QtBot, demo: tuple[Path, str]
) -> None:
    page = page_of(make_window(vault=demo[0]), UnlockPage)
    field = page.words
    qtbot.keyClicks(field, "abc")
    assert "abc" != field.displayText()
    qtbot.mouseClick(field.eye, LEFT)
    assert ("abc", "Hide the words") == (field.displayText(), field.eye.text())
    field.wipe()
    assert "" == field.text()


def test_the_recovery_code_leads_to_new_words(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, home: Path
) -> None:
    folder = home / "FamilyTrace" / "records-abcd.familytrace"
    vault, code = Vault.create(folder, "the old words", cost=Cost(64 * 1024 * 1024, 3))
    vault.close()
    window = make_window(vault=folder)
    click(qtbot, window, "I forgot my words")
    page = page_of(window, ForgotPage)
    for group in code.split():
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, group)
    assert page.button.isEnabled()
    qtbot.mouseClick(page.button, LEFT)
    settled(window)
    words = offered_words(page_of(window, WordsPage))
    click(qtbot, window, "I have written them down")
    type_words(qtbot, window, words)
    click(qtbot, window, "Use these words")
    settled(window)
    assert isinstance(window.centralWidget(), Shell)
    window.close()
    Vault.open(folder, " ".join(words)).close()


def test_a_slip_in_the_recovery_code_is_shown_at_its_group(
    make_window: MakeWindow, qtbot: QtBot, demo: tuple[Path, str]
) -> None:
    window = make_window(vault=demo[0])
    click(qtbot, window, "I forgot my words")
    page = page_of(window, ForgotPage)
    qtbot.keyClicks(page.code.groups[0], "000001")
    assert "group 1" in page.code.error.text()
    assert not page.button.isEnabled()


def test_a_backup_is_restored_with_its_words(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, demo: tuple[Path, str], tmp_path: Path
) -> None:
    backup = tmp_path / "stick.ftbackup"
    with Vault.open(demo[0], ui_pages.WORDS) as vault:
        back_up(vault, backup)
    window = make_window()
    click(qtbot, window, "I have a backup")
    page = page_of(window, RestorePage)
    page.take(backup)
    qtbot.keyClicks(page.words, ui_pages.WORDS)
    click(qtbot, window, "Bring my records back")
    settled(window)
    assert isinstance(window.centralWidget(), Shell)
    assert 4 == len(window.session.vault.cases())


def test_a_damaged_backup_is_said_and_nothing_is_left(
    make_window: MakeWindow, settled: Settled, qtbot: QtBot, tmp_path: Path, home: Path
) -> None:
    backup = tmp_path / "stick.ftbackup"
    backup.write_bytes(b"not a backup")
    window = make_window()
    click(qtbot, window, "I have a backup")
    page = page_of(window, RestorePage)
    page.take(backup)
    qtbot.keyClicks(page.words, "some words here")
    click(qtbot, window, "Bring my records back")
    settled(window)
    assert "damaged or not complete" in page.field.error.text()
    assert [] == list((home / "FamilyTrace").glob("records-*"))


def test_a_new_computer_takes_the_whole_folder(
    make_window: MakeWindow, qtbot: QtBot, demo: tuple[Path, str]
) -> None:
    window = make_window()
    click(qtbot, window, "I have a new computer")
    page = page_of(window, NewComputerPage)
    page._on_folder(demo[0])
    assert isinstance(page_of(window, UnlockPage), UnlockPage)
    click(qtbot, window, "What this cannot do")
    assert isinstance(page_of(window, LimitsPage), LimitsPage)


def test_the_language_is_chosen_and_turns_the_page(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window("")
    qtbot.mouseClick(page_of(window, LanguagePage).buttons["ug"], LEFT)
    assert "ug" == language()
    assert QApplication.isRightToLeft()
    assert isinstance(window.gate, Gate)
    assert isinstance(window.gate, GateFrame)


def test_the_first_page_says_in_each_language_what_its_catalogue_says() -> None:
    own = own_words()
    assert set(LANGUAGES) - {"en"} == set(own)
    for code, words in own.items():
        with in_language(code):
            assert words == (_(CHOOSE), _(NOTICE))


def test_the_first_page_names_no_territory(make_window: MakeWindow) -> None:
    page = page_of(make_window(""), LanguagePage)
    shown = " ".join(label.text() for label in page.findChildren(Label))
    shown += " ".join(button.text() for button in page.findChildren(Button))
    for territory in ("China", "Turkey", "\u062c\u06c7\u06ad\u06af\u0648", "\u4e2d\u56fd"):
        assert territory not in shown
    assert NOTICE in shown
