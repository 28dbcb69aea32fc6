"""Digits are typed as they are heard, in the digits of any script."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.digits import Digits

EXPECTED = tuple(f"{n}{n}{n}{n}{n}" for n in range(1, 9))


def _shown(qtbot: QtBot) -> Digits:
    field = Digits()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.groups[0].setFocus()
    return field


def _type(qtbot: QtBot, text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, letter)


def test_the_fields_go_on_by_themselves(qtbot: QtBot) -> None:
    field = _shown(qtbot)
    _type(qtbot, "".join(EXPECTED))
    assert field.is_complete()
    assert " ".join(EXPECTED) == field.text()
    assert [] == field.differing(EXPECTED)


def test_the_group_that_differs_is_named(qtbot: QtBot) -> None:
    field = _shown(qtbot)
    _type(qtbot, "".join(EXPECTED).replace("33333", "33332"))
    assert [3] == field.differing(EXPECTED)


def test_eastern_digits_are_the_same_digits(qtbot: QtBot) -> None:
    field = _shown(qtbot)
    eastern = {48 + n: 0x06F0 + n for n in range(10)}
    for edit, group in zip(field.groups, EXPECTED, strict=True):
        edit.setText(group.translate(eastern))
    assert [] == field.differing(EXPECTED)


def test_thirty_nine_digits_are_not_enough(qtbot: QtBot) -> None:
    field = _shown(qtbot)
    _type(qtbot, "".join(EXPECTED)[:-1])
    assert not field.is_complete()
