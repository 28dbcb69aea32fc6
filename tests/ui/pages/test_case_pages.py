"""One case with all its parts, typed by mouse and keys, and found again in the vault."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from familytrace.model.case import Case
from familytrace.model.partial_date import PartialDate
from familytrace.vault.vault import Vault
from ui.pages import case_attempts, case_claims, case_responses, case_tellers
from ui.pages.case_evidence import EvidencePage
from ui.pages.case_happened import HappenedPage
from ui.pages.case_page import CasePage
from ui.pages.case_person import PersonPage
from ui.pages.cases import CasesPage
from ui.pages.letters_card import letters_link
from ui.pages.new_case import NewCasePage
from ui.pages.record_list import RecordListPage
from ui.pages.records_in_card import RecordsInCard
from ui.pages.words import dated, joined, said, shortened
from ui.picture import picture_from
from ui.shell.shell import Shell
from ui.widgets.button import Button
from ui.widgets.case_row import CaseRow, changed_on, spoken, status_of, title_of
from ui.widgets.letter_picker import LetterPicker
from ui.widgets.line_edit import LineEdit

LEFT = Qt.MouseButton.LeftButton
TURSUN = "\u062a\u06c7\u0631\u0633\u06c7\u0646"
MakeShell = Callable[..., Shell]


def settle(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0, timeout=15_000)
    qtbot.wait(15)
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0, timeout=15_000)


def click(qtbot: QtBot, where: QWidget, text: str) -> None:
    def found() -> list[Button]:
        return [b for b in where.findChildren(Button) if b.text() == text and b.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], LEFT)


def pick(qtbot: QtBot, choice: Any, code: str) -> None:
    choice.setFocus()
    for _n in range(choice._codes.index(code) - choice.currentIndex()):
        qtbot.keyClick(choice, Qt.Key.Key_Down)


@pytest.fixture
def opened(
    make_shell: MakeShell, demo: tuple[Path, str], qtbot: QtBot
) -> Callable[[str], tuple[Shell, Any]]:
    def open_page(key: str) -> tuple[Shell, Any]:
        shell = make_shell()
        shell.open_case(demo[1], "Tursun Sinaq", page=key)
        settle(shell, qtbot)
        return shell, shell.pages.currentWidget()

    return open_page


def stored(shell: Shell, demo: tuple[Path, str], qtbot: QtBot) -> Case:
    """Close the window's vault and read the case with fresh eyes."""
    assert shell.session.close(15)
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0)
    with Vault.open(demo[0], ui_pages.WORDS) as vault:
        return vault.load(demo[1])


def test_a_new_case_begins_with_a_name_typed_on_screen_keys(
    make_shell: MakeShell, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell = make_shell()
    click(qtbot, shell, "New case")
    page: Any = shell.pages.currentWidget()
    assert isinstance(page, NewCasePage)
    click(qtbot, page, "Show Uyghur letters")
    picker: Any = page.findChild(LetterPicker)
    for letter in TURSUN:
        qtbot.mouseClick(picker.keys[letter], LEFT)
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    settle(shell, qtbot)
    assert isinstance(shell.pages.currentWidget(), PersonPage)
    case_id = shell.session.case_id
    shell.session.close(10)
    with Vault.open(demo[0], ui_pages.WORDS) as vault:
        assert [(TURSUN, "uyghur_arabic")] == [
            (name.text, name.script) for name in vault.load(case_id).names
        ]


def test_an_empty_name_is_asked_for_and_a_case_may_begin_without(
    make_shell: MakeShell, qtbot: QtBot
) -> None:
    shell = make_shell()
    shell.go("new_case")
    page: Any = shell.pages.currentWidget()
    click(qtbot, page, "Begin this case")
    assert "Type a name, or begin without one." == page.field.error.text()
    click(qtbot, page, "Begin without a name")
    settle(shell, qtbot)
    assert "No name yet" == shell.side._name.text()


def test_cases_are_found_while_typing_and_opened_with_a_click(
    make_shell: MakeShell, qtbot: QtBot
) -> None:
    shell = make_shell()
    page: Any = shell.pages.currentWidget()
    assert isinstance(page, CasesPage)
    settle(shell, qtbot)
    assert 4 == page.model.rowCount()
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "aygul")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    qtbot.keyClicks(page.search, " zzz")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 2)
    page.search.clear()
    qtbot.keyClicks(page.search, "Adam")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=QPoint(30, 20))
    settle(shell, qtbot)
    assert "Sinaq Test Adam" == shell.side._name.text()


def test_a_row_is_spoken_and_painted(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    settle(shell, qtbot)
    page: Any = shell.pages.currentWidget()
    line = page.model.record(0)
    assert spoken(line) == f"{title_of(line)}, {status_of(line)}, changed {changed_on(line)}"
    assert isinstance(page.list.itemDelegate(), CaseRow)
    assert not page.list.grab().isNull()


def test_a_name_in_other_letters_is_added_and_saved(
    opened: Any, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell, page = opened("person")
    click(qtbot, page, "Add a name in other letters")
    settle(shell, qtbot)
    row = page.names.rows[-1]
    assert row.text.hasFocus()
    qtbot.keyClicks(row.text, "Tursunjan")
    pick(qtbot, row.kind, "nickname")
    names = {name.text: name for name in stored(shell, demo, qtbot).names}
    assert "nickname" == names["Tursunjan"].kind


def test_facts_papers_and_family_are_saved(
    opened: Any, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell, page = opened("person")
    qtbot.mouseClick(page.form.control("sex").buttons["female"], LEFT)
    for part, control, text in zip(
        page.findChildren(RecordsInCard), ("number", "name"), ("G1234", "Adil Sinaq"), strict=True
    ):
        qtbot.mouseClick(part.add_button, LEFT)
        qtbot.keyClicks(part.cards[-1].form.control(control), text)
    case = stored(shell, demo, qtbot)
    assert "female" == case.person.sex
    assert "G1234" in {paper.number for paper in case.documents}
    assert "Adil Sinaq" in {one.name for one in case.relatives}


def test_what_happened_is_saved_while_typing(
    opened: Any, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell, page = opened("happened")
    assert isinstance(page, HappenedPage)
    date: Any = page.form.control("date")
    qtbot.mouseClick(date.chips.buttons["year"], LEFT)
    narrative: Any = page.form.control("narrative")
    narrative.words.setPlainText("Taken at night.")
    case = stored(shell, demo, qtbot)
    assert case.event.date is not None
    assert "2017~" == case.event.date.edtf
    assert case.event.narrative is not None
    assert "Taken at night." == case.event.narrative.text


def test_a_statement_never_overwrites_another(
    opened: Any, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell, page = opened("claims")
    before = len(page.cards)
    click(qtbot, page, "Add a statement")
    form = page.cards[0].form
    pick(qtbot, form.control("kind"), "status")
    pick(qtbot, form.control("status"), "released_free")
    qtbot.mouseClick(form.control("confidence").buttons["heard"], LEFT)
    case = stored(shell, demo, qtbot)
    assert before + 1 == len(case.claims)
    assert ("released_free", "heard") == (case.claims[-1].status, case.claims[-1].confidence)


def test_attempts_and_answers(opened: Any, demo: tuple[Path, str], qtbot: QtBot) -> None:
    shell, page = opened("attempts")
    click(qtbot, page, "Add an attempt")
    form = page.cards[0].form
    pick(qtbot, form.control("channel"), "embassy_email")
    outcome = form.control("outcome")
    pick(qtbot, outcome.add, "no_answer")
    click(qtbot, page, "Done")
    settle(shell, qtbot)
    shell.go("responses")
    settle(shell, qtbot)
    answers: Any = shell.pages.currentWidget()
    click(qtbot, answers, "Add an answer")
    form = answers.cards[0].form
    pick(qtbot, form.control("kinds").add, "no_reply")
    options = form.control("answers")._codes
    assert 4 == len(options)
    case = stored(shell, demo, qtbot)
    assert ("embassy_email", ("no_answer",)) == (
        case.attempts[-1].channel,
        case.attempts[-1].outcome,
    )
    assert ("no_reply",) == case.responses[-1].kinds


def test_an_entry_is_deleted_and_undo_brings_it_back(
    opened: Any, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    shell, page = opened("claims")
    qtbot.mouseClick(page.cards[0].edit, LEFT)
    click(qtbot, page, "Delete this entry")
    settle(shell, qtbot)
    assert 2 == len(page.cards)
    qtbot.mouseClick(page.undo, LEFT)
    settle(shell, qtbot)
    assert 3 == len(page.cards)
    qtbot.mouseClick(page.redo, LEFT)
    settle(shell, qtbot)
    assert 2 == len(stored(shell, demo, qtbot).claims)


def test_nothing_to_undo_is_said_calmly(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.go("new_case")
    click(qtbot, shell, "Begin without a name")
    settle(shell, qtbot)
    page: Any = shell.pages.currentWidget()
    for _n in range(3):
        qtbot.mouseClick(page.undo, LEFT)
        settle(shell, qtbot)
    assert shell.notice.isVisible()


def test_a_picture_is_kept_and_shown_small(
    opened: Any, demo: tuple[Path, str], qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    path = tmp_path / "sinaq.png"
    image.save(str(path))
    shell, page = opened("evidence")
    assert isinstance(page, EvidencePage)
    page.take(path)
    settle(shell, qtbot)
    page.take(tmp_path / "not there.png")
    settle(shell, qtbot)
    assert shell.notice.isVisible()
    case = stored(shell, demo, qtbot)
    assert [("sinaq.png", "image/png")] == [
        (one.file_name, one.media_type) for one in case.evidence
    ]


def test_only_our_own_jpegs_become_pictures(qtbot: QtBot) -> None:
    assert picture_from(b"not a picture", 96) is None


def test_the_pages_of_lists_build(opened: Any, qtbot: QtBot) -> None:
    shell, _page = opened("tellers")
    for module in (case_claims, case_attempts, case_responses, case_tellers):
        page = module.build(shell)
        qtbot.addWidget(page)
        settle(shell, qtbot)
        assert isinstance(page, RecordListPage)
        assert isinstance(page, CasePage)
        assert module.build.__doc__


def test_lines_about_records_are_isolated_and_leave_out_what_is_empty() -> None:
    assert "a  ·  b" == joined("a", "", "b")
    assert "\u20682017\u2069" == dated(PartialDate("2017"))
    assert "" == dated(None)
    assert "" == said("status", "no such code")
    assert shortened("x" * 200).endswith("…\u2069")
    assert "" == shortened(None)


def test_the_letters_write_into_the_field_they_belong_to(qtbot: QtBot) -> None:
    field = LineEdit(name="Name")
    holder = letters_link(field)
    for part in (field, holder):
        qtbot.addWidget(part)
        part.show()
    click(qtbot, holder, "Show Uyghur letters")
    picker = holder.findChild(LetterPicker)
    assert picker is not None
    qtbot.mouseClick(picker.keys[TURSUN[0]], LEFT)
    assert TURSUN[0] == field.text()
    assert QApplication.instance() is not None
