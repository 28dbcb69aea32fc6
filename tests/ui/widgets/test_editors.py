"""Choices, places, tellings, names, letters and lists, by mouse and keys."""

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from familytrace.model.claim import Claim
from familytrace.model.facts import facts_of
from familytrace.model.person import IdentityDocument, Person, PersonName
from familytrace.model.place import Place
from familytrace.model.records import NOUNS
from familytrace.model.safety import ProtectedWord, Safety
from familytrace.model.telling import Telling
from ui.pages.advice import about_paper
from ui.widgets.button import Button
from ui.widgets.chips import Chips
from ui.widgets.code_field import CodeField
from ui.widgets.fact_editor import editor_for
from ui.widgets.letter_picker import LetterPicker
from ui.widgets.line_edit import LineEdit
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.names_field import NamesField
from ui.widgets.nav_item import NavItem
from ui.widgets.notes import Notes
from ui.widgets.number_field import NumberField
from ui.widgets.place_field import PlaceField
from ui.widgets.protected_field import ProtectedField
from ui.widgets.record_card import RecordCard
from ui.widgets.record_form import RecordForm
from ui.widgets.record_table import ROW_ROLE, Column, RecordTable
from ui.widgets.telling_field import TellingField
from ui.widgets.unsaid_button import UnsaidButton

LEFT = Qt.MouseButton.LeftButton
Shown = TypeVar("Shown", bound=QWidget)
TURSUN = "\u062a\u06c7\u0631\u0633\u06c7\u0646"
CHINESE = "\u5410\u5c14\u900a"


def _shown(qtbot: QtBot, widget: Shown) -> Shown:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_one_chip_at_a_time_and_a_second_click_takes_it_back(qtbot: QtBot) -> None:
    chips = _shown(qtbot, Chips([("a", "A"), ("b", "B")], name="Which"))
    for code, left in (("a", ["a"]), ("b", ["b"]), ("b", [])):
        qtbot.mouseClick(chips.buttons[code], LEFT)
        assert left == chips.chosen()
    assert "Which: A" == chips.buttons["a"].accessibleName()


def test_many_chips(qtbot: QtBot) -> None:
    chips = _shown(qtbot, Chips([("a", "A"), ("b", "B")], many=True))
    qtbot.mouseClick(chips.buttons["b"], LEFT)
    qtbot.keyClick(chips.buttons["a"], Qt.Key.Key_Space)
    assert ["a", "b"] == chips.chosen()


def test_many_out_of_a_long_list(qtbot: QtBot) -> None:
    many = _shown(qtbot, MultiChoice({"a": "A", "b": "B", "c": "C"}, chosen=["c"], name="Who"))
    heard: list[list[str]] = []
    many.changed.connect(heard.append)
    many.add.setFocus()
    qtbot.keyClick(many.add, Qt.Key.Key_Down)
    assert [["c", "a"]] == heard
    gone = next(b for b in many.findChildren(Button) if b.text() == "C")
    qtbot.mouseClick(gone, LEFT)
    assert ["a"] == many.chosen()


def test_a_number_in_any_digits_and_nothing_else(qtbot: QtBot) -> None:
    field = _shown(qtbot, NumberField(name="Years"))
    qtbot.keyClicks(field, "16")
    assert 16 == field.value()
    field.setText("\u0661\u0666")
    assert 16 == field.value()
    field.setText("many")
    assert field.value() is None


def test_notes_keep_letters_only_and_tab_leaves_them(qtbot: QtBot) -> None:
    holder = _shown(qtbot, QWidget())
    notes, after = Notes("", name="Note"), LineEdit()
    for part in (notes, after):
        part.setParent(holder)
        part.show()
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    notes.insertFromMimeData(data)
    assert "bold" == notes.text()
    assert "<b>" not in notes.toHtml().split("<body", 1)[1].replace("<body", "")
    notes.setFocus()
    with qtbot.waitSignal(notes.left):
        after.setFocus()


def test_uyghur_notes_stand_at_the_right(qtbot: QtBot) -> None:
    notes = _shown(qtbot, Notes(TURSUN))
    notes.resize(400, 100)
    block = notes.document().firstBlock()
    assert Qt.LayoutDirection.RightToLeft == block.textDirection()


def test_a_place_is_found_in_other_letters_but_never_chosen_by_itself(qtbot: QtBot) -> None:
    field = _shown(qtbot, PlaceField("Home"))
    assert field.code.isHidden()
    qtbot.keyClicks(field.told, "kashgar")
    qtbot.waitUntil(lambda: any(b.isVisible() for b in field.findChildren(Button)))
    offered = [b for b in field.findChildren(Button) if b.isVisible()]
    assert Place(told="kashgar") == field.value()
    qtbot.mouseClick(offered[0], LEFT)
    value = field.value()
    assert value is not None
    assert value.code.startswith("6531")


def test_own_words_and_a_translation(qtbot: QtBot) -> None:
    field = _shown(qtbot, TellingField("What was said"))
    field.words.setPlainText(TURSUN)
    assert Telling(text=TURSUN) == field.value() or field.language.chosen() in {"", "ug"}
    qtbot.mouseClick(field.more, LEFT)
    qtbot.keyClicks(field.translation, "Tursun")
    value = field.value()
    assert value is not None
    assert (TURSUN, "Tursun", "en") == (
        value.text,
        value.translation,
        value.translation_language,
    )


def test_the_protected_list(qtbot: QtBot) -> None:
    field = _shown(qtbot, ProtectedField("Never let these out", [ProtectedWord(text="Sinaq")]))
    qtbot.mouseClick(field.add, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), LineEdit))
    qtbot.keyClicks(field.rows[1][1], "0501234567")
    assert ["Sinaq", "0501234567"] == [word.text for word in field.value()]
    assert field.rows[1][1].hasFocus()
    away = next(b for b in field.rows[0][2].findChildren(Button))
    qtbot.mouseClick(away, LEFT)
    assert ["0501234567"] == [word.text for word in field.value()]


def test_letters_are_guessed_until_somebody_chooses(qtbot: QtBot) -> None:
    names = _shown(qtbot, NamesField([]))
    one = names.rows[0]
    one.text.setFocus()
    qtbot.keyClicks(one.text, "Tursun")
    latin = one.script.chosen()
    one.text.clear()
    one.text.insert(CHINESE)
    one.text.textEdited.emit(CHINESE)
    assert latin != one.script.chosen() == "chinese_hanzi"
    assert not one.pinyin_field.isHidden()
    one.script.choose("other")
    one.script.changed.emit("other")
    qtbot.keyClicks(one.text, "x")
    assert "other" == one.script.chosen()


def test_one_name_is_the_main_one_and_a_name_can_go(qtbot: QtBot) -> None:
    made = [PersonName(id="a", text="A", main=True), PersonName(id="b", text="B")]
    names = _shown(qtbot, NamesField(made))
    left: list[Any] = []
    gone: list[str] = []
    names.left.connect(left.append)
    names.removed.connect(gone.append)
    qtbot.mouseClick(names.rows[1].main, LEFT)
    assert [False, True] == [row.record().main for row in names.rows]
    assert {"a", "b"} == {record.id for record in left}
    qtbot.mouseClick(names.rows[0].away, LEFT)
    assert (["a"], 1) == (gone, len(names.rows))
    assert names.rows[0].text.hasFocus()


def test_a_letter_is_written_where_the_cursor_is(qtbot: QtBot) -> None:
    holder = _shown(qtbot, QWidget())
    field, picker = LineEdit(name="Name"), LetterPicker()
    for part in (field, picker):
        part.setParent(holder)
        part.show()
    holder.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for letter in TURSUN[:3]:
        qtbot.mouseClick(picker.keys[letter], LEFT)
    qtbot.mouseClick(picker.erase, LEFT)
    assert TURSUN[:2] == field.text()
    assert field.hasFocus()
    assert 32 + 6 + 2 == len(picker.keys)


def test_the_picker_has_every_uyghur_letter(qtbot: QtBot) -> None:
    picker = _shown(qtbot, LetterPicker())
    alphabet = (
        "\u0627\u06d5\u0628\u067e\u062a\u062c\u0686\u062e\u062f\u0631\u0632\u0698\u0633\u0634\u063a"
        "\u0641\u0642\u0643\u06af\u06ad\u0644\u0645\u0646\u06be\u0648\u06c7\u06c6\u06c8\u06cb\u06d0"
        "\u0649\u064a\u0626"
    )
    assert [] == [letter for letter in alphabet if letter not in picker.keys]


def test_a_wrong_group_of_the_code_is_marked_and_a_right_one_goes_on(qtbot: QtBot) -> None:
    field = _shown(qtbot, CodeField())
    field.groups[0].setFocus()
    qtbot.keyClicks(field.groups[0], "000012")
    assert "group 1" in field.error.text()
    field.groups[0].clear()
    qtbot.keyClicks(field.groups[0], "000011")
    assert not field.error.isVisible()
    assert field.groups[1].hasFocus()
    assert not field.is_complete()


@pytest.mark.parametrize("noun", [noun for noun in NOUNS.values() if facts_of(noun.record)])
def test_every_record_has_a_form_that_changes_nothing_by_itself(noun: Any, qtbot: QtBot) -> None:
    record = noun.record(id="x")
    form = _shown(qtbot, RecordForm(record))
    form.show_all()
    assert record == form.record()
    for name, fact in facts_of(record).items():
        if fact.gate:
            assert editor_for(fact, None) is None
            assert name not in form.fields


def test_other_questions_wait_behind_a_word(qtbot: QtBot) -> None:
    form = _shown(qtbot, RecordForm(Person(), first=("sex", "birth_date")))
    assert {"sex", "birth_date"} == set(form.fields)
    qtbot.mouseClick(form.more, LEFT)
    assert set(form.fields) > {"sex", "birth_date", "religion"}
    assert form.more.isHidden()


def test_what_is_answered_is_never_hidden(qtbot: QtBot) -> None:
    form = _shown(qtbot, RecordForm(Person(religion="Islam"), first=("sex",)))
    assert "religion" in form.fields


def test_a_statement_asks_only_what_fits_its_kind(qtbot: QtBot) -> None:
    form = _shown(qtbot, RecordForm(Claim(id="c", kind="sentence")))
    assert not form.fields["years"].isHidden()
    assert form.fields["death_date"].isHidden()
    kind: Any = form.control("kind")
    kind.choose("death")
    kind.changed.emit("death")
    assert form.fields["years"].isHidden()
    assert not form.fields["death_date"].isHidden()


def test_nobody_knows_and_does_not_want_to_say_are_answers(qtbot: QtBot) -> None:
    form = _shown(qtbot, RecordForm(Person(), first=("religion", "birth_date")))
    heard: list[Person] = []
    form.left.connect(heard.append)
    button = form.fields["religion"].findChild(UnsaidButton)
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    menu = form.findChild(QMenu)
    assert menu is not None
    menu.actions()[2].trigger()
    assert {"religion": "refused"} == dict(heard[-1].unsaid)
    date: Any = form.control("birth_date")
    qtbot.mouseClick(date.chips.buttons["unknown"], LEFT)
    assert {"religion": "refused", "birth_date": "unknown"} == dict(heard[-1].unsaid)
    religion = form.control("religion")
    qtbot.keyClicks(religion, "x")
    assert {"birth_date": "unknown"} == dict(form.record().unsaid)


def test_what_stays_at_home_says_so(qtbot: QtBot) -> None:
    form = _shown(qtbot, RecordForm(Safety(id="s")))
    words = [w.text() for w in form.fields["note"].findChildren(QWidget) if hasattr(w, "text")]
    assert "Stays on this computer" in words


def test_a_resident_number_is_looked_at_and_kept_as_typed(qtbot: QtBot) -> None:
    record = IdentityDocument(id="d", kind="prc_resident_id")
    form = _shown(qtbot, RecordForm(record, advise=about_paper))
    number: Any = form.control("number")
    qtbot.keyClicks(number, "65312619840312231")
    assert "18 digits" in about_paper(form.record())["number"]
    assert "65312619840312231" == form.record().number
    assert about_paper(IdentityDocument(kind="prc_passport", number="1")) == {}


def test_a_card_opens_is_edited_and_closes(qtbot: QtBot) -> None:
    record = IdentityDocument(id="d")
    card = _shown(qtbot, RecordCard(record, lambda one: (one.number or "New paper", "")))
    left: list[Any] = []
    card.left.connect(left.append)
    qtbot.mouseClick(card.edit, LEFT)
    assert card.form is not None
    card.form.show_all()
    qtbot.keyClicks(card.form.control("number"), "G123")
    assert "G123" == card.title.text()
    done = next(b for b in card.findChildren(Button) if b.text() == "Done")
    qtbot.mouseClick(done, LEFT)
    assert not card.form.isVisible()
    assert "G123" == left[-1].number
    assert card.edit.hasFocus()


def test_the_table_obeys_qt(qtmodeltester: Any) -> None:
    table: RecordTable[Place] = RecordTable(
        [Column("Told", lambda p: p.told), Column("Code", lambda p: p.code, lambda p: "code")]
    )
    table.show([Place(told="a", code="1"), Place(told="b", code="2")])
    qtmodeltester.check(table)
    assert "b" == table.index(1, 0).data()
    assert "code" == table.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert Place(told="a", code="1") == table.index(0, 1).data(ROW_ROLE)


def test_a_sidebar_entry_says_its_count_and_shows_its_name_when_narrow(qtbot: QtBot) -> None:
    item = _shown(qtbot, NavItem("Contact attempts", "phone-call", hint="F9"))
    item.set_count(3)
    assert "Contact attempts, 3" == item.accessibleName()
    wide = item.sizeHint().width()
    item.set_narrow(True)
    assert "Contact attempts" == item.toolTip()
    assert item.sizeHint().width() < wide
    item.set_low(True)
    for current in (True, False):
        item.set_current(current)
        assert not item.grab().isNull()
    assert item.mapToGlobal(QPoint(0, 0)) is not None
