"""Going on with records that were made on another computer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _
from ui.choose_file import choose_folder
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layouts import column


class NewComputerPage(QWidget):
    """Two ways: a backup file, or the whole folder on a stick."""

    def __init__(
        self,
        on_backup: Callable[[], object],
        on_folder: Callable[[Path], object],
        on_back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._on_folder = on_folder
        inside = column(self, gap=12)
        inside.addWidget(Label(_("My records are on another computer"), "xl", wrap=True))
        inside.addWidget(
            Label(
                _(
                    "On the other computer, make a backup file on a stick. Carry the stick "
                    "yourself, and bring your paper with the six words."
                ),
                tone="text2",
                wrap=True,
            )
        )
        self.backup = Button(
            _("I have a backup file"), "choice", icon="file-up", on_click=on_backup
        )
        self.folder = Button(
            _("I have the folder that ends in .familytrace"),
            "choice",
            icon="folder-open",
            on_click=self._choose,
        )
        inside.addWidget(self.backup)
        inside.addWidget(self.folder)
        inside.addWidget(Button(_("Back"), "quiet", on_click=on_back))
        self.setProperty("first", self.backup)

    def _choose(self) -> None:
        choose_folder(self, _("Choose the folder of your records"), self._on_folder)
