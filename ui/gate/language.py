"""The very first page: which language to speak."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.i18n import LANGUAGES, _, in_language
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layouts import column

CHECKED = {"en"}


class LanguagePage(QWidget):
    """One large button a language, in its own letters; never the name of a territory."""

    def __init__(self, on_choice: Callable[[str], object]) -> None:
        super().__init__()
        inside = column(self, gap=12)
        for code in LANGUAGES:
            with in_language(code):
                inside.addWidget(Label(_("Choose your language"), "xl", wrap=True))
        self.buttons: dict[str, Button] = {}
        for code, name in LANGUAGES.items():
            button = Button(name, "choice")
            button.clicked.connect(lambda _on=False, code=code: on_choice(code))
            inside.addWidget(button)
            self.buttons[code] = button
            if code not in CHECKED:
                inside.addWidget(_unchecked(code))
        self.setProperty("first", next(iter(self.buttons.values())))


def _unchecked(code: str) -> Label:
    """Say that nobody who speaks the language has read the translation, twice."""
    said = unchecked_notice()
    with in_language(code):
        own = unchecked_notice()
    return Label(said if own == said else f"{own}\n{said}", "xs", tone="text3", wrap=True)


def unchecked_notice() -> str:
    """Return the sentence that marks an unchecked translation."""
    return _("Made by a machine. Not checked by a native speaker yet.")
