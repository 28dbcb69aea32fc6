"""Language, colours, size of the text, and the words of the vault."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import LANGUAGES, _, isolate_ltr
from ui.gate.language import CHECKED, unchecked_notice
from ui.pages.settings_vault import VaultCard
from ui.tokens import TEXT_SIZES
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return SettingsPage(shell)


class SettingsPage(Page):
    """Every change shows at once."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(_("Settings"))
        self._shell = shell
        kept = shell.session.preferences
        look = Card(_("How it looks"), gap=16)
        self.language = Chips(list(LANGUAGES.items()), chosen=[kept.language])
        note = "" if kept.language in CHECKED else unchecked_notice()
        look.add(Field(_("Language"), self.language, help_text=note))
        sizes = [(str(size), isolate_ltr(f"{size} %")) for size in TEXT_SIZES]
        self.text_size = Chips(sizes, chosen=[str(kept.percent)])
        look.add(Field(_("Size of the text"), self.text_size))
        self.colours = Chips(
            [("light", _("Light")), ("dark", _("Dark"))],
            chosen=["dark" if kept.dark else "light"],
        )
        look.add(Field(_("Colours"), self.colours))
        self.add(look)
        self.vault = VaultCard(shell)
        self.add(self.vault)
        self.finish()
        self.language.changed.connect(self._language)
        self.text_size.changed.connect(self._size)
        self.colours.changed.connect(self._colours)
        self.setProperty("first", self.language.buttons.get(kept.language))

    def _language(self, codes: list[str]) -> None:
        if codes:
            self._shell.session.preferences.language = codes[0]
        self._shell.dress()

    def _size(self, codes: list[str]) -> None:
        if codes:
            self._shell.session.preferences.percent = int(codes[0])
        self._shell.dress()

    def _colours(self, codes: list[str]) -> None:
        self._shell.session.preferences.dark = codes == ["dark"]
        self._shell.dress()
