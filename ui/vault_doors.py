"""The real ways into a vault."""

from pathlib import Path
from typing import Any

from familytrace.paths import default_vault_folder


class VaultDoors:
    """Imports what it needs when it is used: cryptography is not for the first paint.

    ``parent`` is the folder that new vaults are made in; ``cost`` is the work of one
    key derivation, a parameter so that tests are quick.
    """

    def __init__(self, parent: Path | None = None, cost: Any = None) -> None:
        self._parent = parent or default_vault_folder()
        self._cost = {} if cost is None else {"cost": cost}

    def offer(self, language: str) -> str:
        """Return six random words."""
        from familytrace.vault.passphrase import offer

        return offer(language)

    def create(self, words: str) -> tuple[Path, Any]:
        """Make a new vault in the usual folder."""
        from familytrace.vault.opened import new_folder_name
        from familytrace.vault.vault import Vault

        folder = self._parent / new_folder_name()
        return folder, Vault.create(folder, words, **self._cost)[0]

    def open(self, folder: Path, words: str) -> Any:
        """Open a vault with its words."""
        from familytrace.vault.vault import Vault

        return Vault.open(folder, words)

    def recover(self, folder: Path, code: str, words: str) -> Any:
        """Open a vault with its recovery code and give it new words."""
        from familytrace.vault.vault import Vault

        vault = Vault.open_with_recovery(folder, code)
        try:
            vault.change_passphrase(words, **self._cost)
        except BaseException:
            vault.close()
            raise
        return vault

    def restore(self, backup: Path, words: str) -> tuple[Path, Any]:
        """Restore a backup into the usual folder and open it."""
        from familytrace.vault.opened import new_folder_name
        from familytrace.vault.restore import restore
        from familytrace.vault.slots import Way
        from familytrace.vault.vault import Vault

        folder = self._parent / new_folder_name()
        restore(backup, folder, Way.PASSPHRASE, words)
        return folder, Vault.open(folder, words)
