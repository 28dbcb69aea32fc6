"""Choosing a file or a folder without leaving a trace of it.

Qt's own dialog, not the desktop's: that one writes lists of recent files. It sometimes
names other folders as well as the one that was typed, and then gives no single answer:
so a whole path in the field counts before what the dialog says.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from familytrace.i18n import _
from ui.start import forget_file_dialogs


def choose_file(
    parent: QWidget, title: str, patterns: Sequence[str], on_file: Callable[[Path], object]
) -> QFileDialog:
    """Ask for one existing file and hand it to ``on_file``."""
    dialog = _dialog(parent, title, on_file)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    named = _("Files")
    dialog.setNameFilters([f"{named} ({' '.join(patterns)})", _("All Files (*)")])
    dialog.open()
    return dialog


def choose_files(
    parent: QWidget, title: str, patterns: Sequence[str], on_files: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for existing files and hand all of them to ``on_files``."""
    dialog = _dialog(parent, title, lambda _one: None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    named = _("Files")
    dialog.setNameFilters([f"{named} ({' '.join(patterns)})", _("All Files (*)")])
    dialog.filesSelected.connect(lambda names: on_files([Path(name) for name in names]))
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, on_folder: Callable[[Path], object]) -> QFileDialog:
    """Ask for one existing folder and hand it to ``on_folder``."""
    dialog = _dialog(parent, title, on_folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def choose_new_file(
    parent: QWidget, title: str, name: str, on_file: Callable[[Path], object]
) -> QFileDialog:
    """Ask where a new file shall be written; ``name`` is offered and tells nothing."""
    dialog = _dialog(parent, title, on_file)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _chosen(dialog: QFileDialog, names: Sequence[str]) -> Path:
    """Return the one path that was typed or picked."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    typed = Path(field.text()) if isinstance(field, QLineEdit) else Path()
    if typed.is_absolute():
        return typed
    fitting = [name for name in names if Path(name).name == typed.name]
    return Path((fitting or names)[-1])


def _dialog(parent: QWidget, title: str, on_choice: Callable[[Path], object]) -> QFileDialog:
    forget_file_dialogs()
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setHistory([])
    dialog.filesSelected.connect(lambda names: on_choice(_chosen(dialog, names)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    return dialog
