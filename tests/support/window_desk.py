"""A desk for tests: windows on an empty computer, and a group's vault with its card."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_hands import Hands

from familytrace.actions.group_keys import key_backup, list_keys
from familytrace.actions.own_card import make_own_card
from familytrace.i18n import set_language
from familytrace.model.recipient import Recipient
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault
from ui import theme
from ui.preferences import Preferences
from ui.tokens import LOOK
from ui.vault_doors import VaultDoors
from ui.widgets.first_moment import FirstMoment
from ui.widgets.scroll import Scroll
from ui.window import Window

QUICK = Cost(64 * 1024 * 1024, 3)
GROUP_WORDS = "amber river window garden seven lantern"


@dataclass(frozen=True)
class Group:
    """A rights group: its vault, the card it gives away, the digits on its own screen."""

    folder: Path
    card: Path
    digits: tuple[str, ...]
    identity: str


def make_group(place: Path, said: Recipient) -> Group:
    """Make the vault, the key and the card of a group."""
    folder = place / "records-group.familytrace"
    vault = Vault.create(folder, GROUP_WORDS, cost=QUICK)[0]
    made = make_own_card(
        vault,
        said.name,
        contact=said.contact,
        keeps=said.keeps,
        refuses=tuple(said.refuses.splitlines()),
    )
    identity = key_backup(vault, list_keys(vault)[0].id)
    vault.close()
    card = place / "group.ftcard"
    card.write_text(made.text, encoding="utf-8")
    return Group(folder, card, tuple(made.digits), identity)


class Desk:
    """Opens windows one after the other; each is closed before the next."""

    def __init__(self, app: QApplication, bot: QtBot, home: Path) -> None:
        self._app, self._bot, self._home = app, bot, home
        self.hands: Hands | None = None
        self.locked = 0
        Scroll.watchful = True
        FirstMoment.length = 0
        app.setStyle("fusion")

    @property
    def folder(self) -> Path:
        """Return the folder that new vaults are made in."""
        return self._home / "FamilyTrace"

    def sit_down(self, language: str = "", vault: Path | None = None) -> Hands:
        """Open a window; without a language it is the first time on this computer."""
        self.get_up()
        kept = Preferences()
        kept.language, kept.vault = language, vault
        doors = VaultDoors(self.folder, QUICK)
        window = Window(self._app, kept, doors, relaunch=self._relaunch)
        window.show()
        window.activateWindow()
        self._bot.waitUntil(lambda: window.isActiveWindow() and window._painted)
        self.hands = Hands(window, self._bot)
        return self.hands

    def _relaunch(self) -> None:
        self.locked += 1

    def get_up(self) -> None:
        """Close the window that is open, when it has nothing left to do."""
        if self.hands is not None:
            self.hands.rest()
            self.hands.window.close()
            self.hands.window.deleteLater()
            self.hands = None
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        set_language("en")
        if LOOK.rtl:
            theme.apply(self._app)

    def read(self, words: str, look: Callable[[Vault], object]) -> None:
        """Close the window and look into its vault with fresh eyes."""
        self.get_up()
        (folder,) = self.folder.glob("*.familytrace")
        with Vault.open(folder, words) as vault:
            look(vault)
