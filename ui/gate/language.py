"""The very first page: which language to speak."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.i18n import LANGUAGES, N_, _
from familytrace.paths import bundled
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layouts import column

CHECKED = {"en"}
CHOOSE = N_("Choose your language")
NOTICE = N_("Made by a machine. Not checked by a native speaker yet.")


class LanguagePage(QWidget):
    """One large button a language, in its own letters; never the name of a territory.

    Its few sentences in other languages stand in a small file of their own, because
    reading whole catalogues would keep the first window waiting.
    """

    def __init__(self, on_choice: Callable[[str], object]) -> None:
        super().__init__()
        inside = column(self, gap=12)
        own = own_words()
        inside.addWidget(Label(CHOOSE, "xl", wrap=True))
        for choose, _notice in own.values():
            inside.addWidget(Label(choose, "xl", wrap=True))
        self.buttons: dict[str, Button] = {}
        for code, name in LANGUAGES.items():
            button = Button(name, "choice")
            button.clicked.connect(lambda _on=False, code=code: on_choice(code))
            inside.addWidget(button)
            self.buttons[code] = button
            if code not in CHECKED:
                for notice in (own[code][1], NOTICE):
                    inside.addWidget(Label(notice, "xs", tone="text3", wrap=True))
        self.setProperty("first", next(iter(self.buttons.values())))


def own_words() -> dict[str, tuple[str, str]]:
    """Return for each language but English how it says *choose* and *not checked*."""
    text = (bundled("assets") / "style" / "languages.txt").read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return {code: (choose, notice) for code, choose, notice in lines}


def unchecked_notice() -> str:
    """Return the sentence that marks an unchecked translation."""
    return _(NOTICE)
