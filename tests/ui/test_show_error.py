"""A known error speaks in two sentences; a bug tells its place and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from familytrace import __version__
from familytrace.errors import NoSpaceError
from ui.show_error import report, sentences, show_error
from ui.tokens import Look

CANARY = "Tursun Sinaq <b>bold</b>"


def _bug() -> BaseException:
    try:
        Look().colour(CANARY)
    except KeyError as error:
        return error
    raise AssertionError


def test_a_known_error_is_shown_in_its_own_words() -> None:
    assert (NoSpaceError().said(), NoSpaceError().advice()) == sentences(NoSpaceError())


def test_the_report_of_a_bug_names_our_module_and_line_and_no_value() -> None:
    said = report(_bug())
    assert said.startswith("KeyError ui.tokens:")
    assert said.endswith(__version__)
    assert "/" not in said
    assert "Sinaq" not in " ".join(sentences(_bug()))


def test_the_dialog_shows_plain_text_and_closes_by_its_button(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    show_error(parent, NoSpaceError())
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert Qt.TextFormat.PlainText == box.textFormat()
    assert "FamilyTrace" == box.windowTitle()
    qtbot.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    assert not box.isVisible()
