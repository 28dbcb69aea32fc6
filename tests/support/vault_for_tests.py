"""What the vault's tests share: a vault made once, and a clock that is moved by hand."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from familytrace.vault.keys_sealing import Cost
from familytrace.vault.slots import Way
from familytrace.vault.vault import Vault

QUICK = Cost(memory=64 * 1024 * 1024, turns=3)
PASSPHRASE = "seven quiet rivers under the poplars"
NAME = "records-test.familytrace"


class Template:
    """One vault for all tests, with the secrets that open it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        vault, self.code = Vault.create(folder, PASSPHRASE, cost=QUICK)
        self.secret = vault.remember_on_this_computer()
        vault.close()

    def copy(self, place: Path) -> Path:
        return Path(shutil.copytree(self.folder, place / NAME))

    def open(self, folder: Path) -> Vault:
        return Vault.open_with(folder, Way.COMPUTER, self.secret)


class Hands:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def on(self, **steps: float) -> datetime:
        self.now += timedelta(**steps)
        return self.now
