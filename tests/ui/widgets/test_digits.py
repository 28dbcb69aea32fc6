"""Digits are typed as they are heard or read, in the digits of any script."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familytrace.vault.recovery import group_is_good
from ui.widgets.code_field import CodeField
from ui.widgets.digits import Digits

Field = TypeVar("Field", Digits, CodeField)
EXPECTED = tuple(f"{n}{n}{n}{n}{n}" for n in range(1, 9))
CODE = tuple(
    group for group in (f"{531_000 + n:06d}" for n in range(0, 999)) if group_is_good(group)
)[:8]
SPACED = " ".join(f"{group[:3]} {group[3:]}" for group in CODE)


def _shown(qtbot: QtBot) -> Digits:
    return _ready(qtbot, Digits())


def _ready(qtbot: QtBot, field: Field) -> Field:
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


@pytest.mark.parametrize("between", [" ", "-", "  "])
def test_what_stands_between_the_groups_may_be_typed_too(qtbot: QtBot, between: str) -> None:
    field = _shown(qtbot)
    _type(qtbot, between.join(EXPECTED))
    assert [] == field.differing(EXPECTED)
    assert field.is_complete()


def test_the_code_is_typed_as_it_is_shown(qtbot: QtBot) -> None:
    field = _ready(qtbot, CodeField())
    _type(qtbot, SPACED)
    assert list(CODE) == [edit.text() for edit in field.groups]
    assert field.is_complete()


@pytest.mark.parametrize("text", [SPACED, SPACED.replace(" ", "\u2011"), "\n".join(CODE)])
def test_the_whole_code_is_pasted_into_the_first_box(qtbot: QtBot, text: str) -> None:
    field = _ready(qtbot, CodeField())
    QApplication.clipboard().setText(text)
    field.groups[0].paste()
    assert list(CODE) == [edit.text() for edit in field.groups]
    assert field.groups[7].hasFocus()


def test_a_pasted_slip_is_shown_at_its_group(qtbot: QtBot) -> None:
    field = _ready(qtbot, CodeField())
    QApplication.clipboard().setText(SPACED.replace(f"{CODE[2][:3]} {CODE[2][3:]}", "000 001"))
    field.groups[0].paste()
    assert "group 3" in field.error.text()
    assert field.groups[2].hasFocus()


def test_a_digit_too_many_spoils_no_other_group(qtbot: QtBot) -> None:
    field = _shown(qtbot)
    _type(qtbot, "".join(EXPECTED))
    field.groups[0].setFocus()
    field.groups[0].setCursorPosition(2)
    _type(qtbot, "9")
    assert [] == field.differing(EXPECTED)


def test_a_digit_is_put_right_where_it_stands(qtbot: QtBot) -> None:
    field = _ready(qtbot, CodeField())
    _type(qtbot, "53 1")
    field.groups[0].setCursorPosition(1)
    _type(qtbot, " 7")
    qtbot.keyClick(field.groups[0], Qt.Key.Key_Backspace)
    assert ("531", 1) == (field.groups[0].text(), field.groups[0].cursorPosition())
