"""Dates as families know them, typed by mouse and keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from familytrace.model.partial_date import PartialDate, PartialDateError
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.date_parts import Parts, show, write
from ui.widgets.date_point import DatePoint

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField("When")
    qtbot.addWidget(made)
    made.show()
    return made


def _edtf(field: DateField) -> str | None:
    value = field.value()
    return value.edtf if value else None


def choose(qtbot: QtBot, chips: Chips, code: str) -> None:
    qtbot.mouseClick(chips.buttons[code], LEFT)


def pick(qtbot: QtBot, choice: Choice, code: str) -> None:
    """Choose an entry of a drop-down with the keyboard."""
    choice.setFocus()
    steps = choice._codes.index(code) - choice.currentIndex()
    for _n in range(abs(steps)):
        qtbot.keyClick(choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_a_new_field_has_no_date(field: DateField) -> None:
    assert field.value() is None
    assert not field.is_unknown()


def test_a_day(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "day")
    qtbot.keyClicks(field.start.day, "9")
    pick(qtbot, field.start.month, "3")
    qtbot.keyClicks(field.start.year, "2017")
    assert "2017-03-09" == _edtf(field)
    assert "This means: \u20689 March 2017\u2069" == field.reading.text()


def test_about_a_month(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "month")
    pick(qtbot, field.start.month, "3")
    qtbot.keyClicks(field.start.year, "2017")
    qtbot.mouseClick(field.about, LEFT, pos=QPoint(10, field.about.height() // 2))
    assert "2017-03~" == _edtf(field)
    assert field.start.day.isHidden()


def test_a_season_and_a_year(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "season")
    pick(qtbot, field.start.season, "23")
    qtbot.keyClicks(field.start.year, "2016")
    assert "2016-23" == _edtf(field)
    choose(qtbot, field.chips, "year")
    assert "2016" == _edtf(field)


def test_between_two_dates_and_turned_round(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "between")
    qtbot.keyClicks(field.start.year, "2018")
    qtbot.keyClicks(field.end.year, "2016")
    qtbot.keyClick(field.end.year, Qt.Key.Key_Return)
    assert "The second date is before the first." == field.error.text()
    assert field.value() is None
    qtbot.mouseClick(field.swap, LEFT)
    assert "2016/2018" == _edtf(field)
    assert not field.error.isVisible()


def test_an_open_end(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "between")
    qtbot.keyClicks(field.start.year, "2018")
    assert "2018/.." == _edtf(field)


def test_not_known_is_an_answer(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "unknown")
    assert field.is_unknown()
    assert field.value() is None
    assert field.start.isHidden()


def test_a_day_that_is_not_there_is_said_and_kept_in_words(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "day")
    qtbot.keyClicks(field.start.day, "31")
    pick(qtbot, field.start.month, "2")
    qtbot.keyClicks(field.start.year, "2017")
    qtbot.keyClicks(field.words, "at the end of February")
    qtbot.keyClick(field.words, Qt.Key.Key_Return)
    assert "There is no such day. Look at the numbers again." == field.error.text()
    assert PartialDate(None, "at the end of February") == field.value()


def test_digits_of_other_scripts_are_read(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "year")
    field.start.year.setText("\u0662\u0660\u0661\u0667")
    assert "2017" == _edtf(field)


@pytest.mark.parametrize("edtf", ["201X", "2017?", "2017-XX", "2017-03-XX", "/2017", "2017%"])
def test_a_date_that_cannot_be_shown_whole_is_kept_until_it_is_typed_over(
    edtf: str, qtbot: QtBot
) -> None:
    field = DateField("When", PartialDate(edtf, "as told"))
    qtbot.addWidget(field)
    kept = field.value()
    assert kept is not None
    assert "as told" == kept.told
    if show(edtf).foreign:
        assert edtf == kept.edtf


_YEARS = st.integers(1900, 2030)
_POINTS = st.one_of(
    st.builds(Parts, _YEARS),
    st.builds(Parts, _YEARS, st.integers(1, 12)),
    st.builds(Parts, _YEARS, st.integers(1, 12), st.integers(1, 31)),
)


@given(_POINTS, _POINTS, st.sampled_from(["day", "month", "year", "between"]), st.booleans())
def test_what_is_written_is_shown_the_same(
    start: Parts, end: Parts, kind: str, about: bool
) -> None:
    try:
        edtf = write(kind, start, end, about=about)
    except PartialDateError:
        return
    again = show(edtf)
    assert edtf == write(again.kind, again.start, again.end, about=again.about)
    assert about == again.about


def test_the_wheel_never_changes_an_answer(qtbot: QtBot) -> None:
    point = DatePoint("When")
    qtbot.addWidget(point)
    point.show()
    point.month.choose("5")
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    point.month.wheelEvent(event)
    assert "5" == point.month.chosen()
    assert not event.isAccepted()


def test_a_screen_reader_says_of_which_date_about_is_asked(qtbot: QtBot) -> None:
    names = []
    for name in ("Date of birth", "Given on"):
        field = DateField(name)
        qtbot.addWidget(field)
        names.append(field.about.accessibleName())
    assert 2 == len(set(names))
    assert "Given on" in names[1]


@pytest.mark.parametrize(
    ("kind", "parts", "words"),
    [
        ("season", Parts(month=23), "Autumn"),
        ("month", Parts(month=3), "March"),
        ("day", Parts(month=3, day=9), "9 March"),
        ("between", Parts(month=3, day=9), "9 March"),
    ],
)
def test_without_a_year_it_is_said_at_once_and_the_words_are_kept(
    field: DateField, qtbot: QtBot, kind: str, parts: Parts, words: str
) -> None:
    choose(qtbot, field.chips, kind)
    assert field.lacking.isHidden()
    field.start.set_parts(parts._replace(month=None))
    pick(qtbot, field.start.season if kind == "season" else field.start.month, str(parts.month))
    assert field.lacking.isVisible()
    assert "A year is needed" in field.lacking.text()
    assert words in field.lacking.text()
    assert PartialDate(None, words) == field.value()
    qtbot.keyClicks(field.start.year, "2017")
    assert field.lacking.isHidden()
    value = field.value()
    assert value is not None
    assert value.edtf
    assert "" == value.told


def test_a_season_without_a_year_stands_before_the_words_as_told_once(
    field: DateField, qtbot: QtBot
) -> None:
    choose(qtbot, field.chips, "season")
    pick(qtbot, field.start.season, "23")
    qtbot.keyClicks(field.words, "when the cotton was picked")
    assert PartialDate(None, "Autumn, when the cotton was picked") == field.value()
    field.words.setText("in autumn")
    assert PartialDate(None, "in autumn") == field.value()


def test_an_end_without_a_year_is_not_lost(field: DateField, qtbot: QtBot) -> None:
    choose(qtbot, field.chips, "between")
    qtbot.keyClicks(field.start.year, "2017")
    pick(qtbot, field.end.month, "3")
    assert PartialDate("2017/..", "March") == field.value()
    assert field.lacking.isVisible()


def test_words_without_a_date_can_be_seen_when_the_page_is_opened_again(qtbot: QtBot) -> None:
    field = DateField("When", PartialDate(None, "Autumn"))
    qtbot.addWidget(field)
    field.show()
    assert field.words.isVisible()
    assert "Autumn" == field.words.text()
