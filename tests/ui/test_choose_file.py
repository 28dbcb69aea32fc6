"""Choosing a file leaves no trace: no history, no list of recent files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.choose_file import choose_file, choose_folder, choose_new_file

CANARY = "sinaq-canary-folder"


def _written(home: Path) -> list[str]:
    return [str(path.relative_to(home)) for path in home.rglob("*") if CANARY not in str(path)]


def test_a_chosen_file_is_handed_over_and_nothing_is_written(home: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    folder = home / CANARY
    folder.mkdir()
    file = folder / "a.ftbackup"
    file.touch()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = choose_file(parent, "Choose", ("*.ftbackup",), chosen.append)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(file))
    dialog.accept()
    assert [file] == chosen
    qtbot.wait(10)
    assert [] == [path for path in _written(home) if "." in path]
    for path in home.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes()


def test_a_folder_and_a_new_file_can_be_chosen(home: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    folder = choose_folder(parent, "Choose", chosen.append)
    folder.reject()
    new = choose_new_file(parent, "Where", "records.ftbackup", chosen.append)
    new.setDirectory(str(home))
    new.selectFile("records.ftbackup")
    new.accept()
    assert [home / "records.ftbackup"] == chosen


def test_a_typed_path_counts_before_what_the_dialog_names(tmp_path: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    wanted = tmp_path / "b" / "stick"
    wanted.mkdir(parents=True)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choose_folder(parent, "Choose", chosen.append)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(wanted))
    dialog.filesSelected.emit([str(wanted), str(wanted.parent)])
    dialog.filesSelected.emit([str(wanted.parent), str(wanted)])
    assert [wanted, wanted] == chosen
