"""Words on a page are words: never markup, always the way the page runs."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.tokens import LOOK
from ui.widgets.banner import ICONS, WORDS, Banner
from ui.widgets.button import Button, icon_button, link, primary, secondary
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label, in_page_direction, is_rtl_text
from ui.widgets.line_edit import LineEdit
from ui.widgets.pill import Pill, pill_size

MARKUP = '<b>bold</b> <a href="x">link</a> <img src="/etc/passwd">'
UYGHUR = "\u0626\u06c7\u064a\u063a\u06c7\u0631"
MARK = "\u200f"


def test_markup_is_shown_as_it_is_typed(qtbot: QtBot) -> None:
    label = Label(MARKUP)
    qtbot.addWidget(label)
    assert Qt.TextFormat.PlainText == label.textFormat()
    assert MARKUP == label.text()


def test_a_banner_and_a_field_show_markup_as_it_is(qtbot: QtBot) -> None:
    for part in (Banner("info", MARKUP, MARKUP), Field(MARKUP, LineEdit(), help_text=MARKUP)):
        qtbot.addWidget(part)
        labels = part.findChildren(Label)
        assert labels
        assert {Qt.TextFormat.PlainText} == {label.textFormat() for label in labels}


def test_a_name_in_other_letters_stands_at_the_side_of_the_page(qtbot: QtBot) -> None:
    label = Label(UYGHUR)
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    assert label.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_a_uyghur_sentence_that_begins_with_a_latin_word_runs_right_to_left() -> None:
    LOOK.choose(rtl=True)
    assert MARK + "FamilyTrace " + UYGHUR == in_page_direction("FamilyTrace " + UYGHUR)
    assert UYGHUR + " x" == in_page_direction(UYGHUR + " x")
    LOOK.choose()


@pytest.mark.parametrize("text", ["", "123", "Tursun", UYGHUR])
def test_a_text_in_one_direction_is_left_as_it_is(text: str) -> None:
    for rtl in (False, True):
        LOOK.choose(rtl=rtl)
        assert text == in_page_direction(text)
    LOOK.choose()


def test_arabic_letters_are_recognised() -> None:
    assert (True, False, False) == (is_rtl_text(UYGHUR), is_rtl_text("abc"), is_rtl_text("12"))


@pytest.mark.parametrize("tone", ICONS)
def test_a_banner_says_its_tone_in_a_word_too(tone: str, qtbot: QtBot) -> None:
    banner = Banner(tone, "It happened")
    qtbot.addWidget(banner)
    assert f"{WORDS[tone]}: It happened" == banner.accessibleName()
    assert banner.findChild(IconView) is not None


def test_an_error_takes_the_place_of_the_help_and_is_told_to_screen_readers(qtbot: QtBot) -> None:
    edit = LineEdit()
    field = Field("Name", edit, help_text="As the family says it")
    qtbot.addWidget(field)
    field.show()
    assert "As the family says it" == edit.accessibleDescription()
    field.set_error("Type a name.")
    assert (True, False) == (field.error.isVisible(), field.help.isVisible())
    assert "Type a name." == edit.accessibleDescription()
    assert "error" == edit.property("state")
    field.set_error("")
    assert (False, True) == (field.error.isVisible(), field.help.isVisible())


def test_a_hint_hinders_nobody(qtbot: QtBot) -> None:
    field = Field("Number", LineEdit())
    qtbot.addWidget(field)
    field.show()
    field.set_hint("")
    field.set_hint("Look at the paper once more.")
    assert "error" != field.control.property("state")
    assert any("once more" in label.text() for label in field.findChildren(Label))


def test_a_click_does_not_leave_a_focus_ring(qtbot: QtBot) -> None:
    done: list[str] = []
    for button in (
        primary("Go", lambda: done.append("p")),
        secondary("Go", lambda: done.append("s")),
        link("Go", lambda: done.append("l")),
        icon_button("trash-2", "Delete", lambda: done.append("i")),
    ):
        qtbot.addWidget(button)
        button.show()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not button.hasFocus()
    assert ["p", "s", "l", "i"] == done


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_like_space(key: Qt.Key, qtbot: QtBot) -> None:
    done: list[str] = []
    for button in (
        primary("Go on", lambda: done.append("p")),
        secondary("Go", lambda: done.append("s")),
        link("Go", lambda: done.append("l")),
    ):
        qtbot.addWidget(button)
        button.show()
        qtbot.keyClick(button, key)
    assert ["p", "s", "l"] == done


def test_a_grey_button_and_a_held_enter_do_nothing(qtbot: QtBot) -> None:
    done: list[str] = []
    button = primary("Go on", lambda: done.append("p"))
    qtbot.addWidget(button)
    button.show()
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(button, held)
    button.setEnabled(False)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert [] == done


def test_a_button_without_words_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("trash-2", "Delete")
    qtbot.addWidget(button)
    assert ("Delete", "Delete") == (button.accessibleName(), button.toolTip())


def test_a_pill_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    short, long_ = Pill("No", "danger", "ban"), Pill("Not known yet", "warn")
    for pill in (short, long_):
        qtbot.addWidget(pill)
        pill.show()
        assert not pill.grab().isNull()
    assert pill_size("Not known yet").width() == long_.sizeHint().width() > short.sizeHint().width()


def test_a_card_and_an_empty_state_hold_their_parts(qtbot: QtBot) -> None:
    action = Button("Add")
    card = Card("Title", action=action)
    card.add(EmptyState("users", "No case yet", "Here they stand.", Button("Begin")))
    qtbot.addWidget(card)
    card.show()
    assert ["Add", "Begin"] == [button.text() for button in card.findChildren(Button)]
    assert card.isAncestorOf(action)
    assert isinstance(card, QWidget)
