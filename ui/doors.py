"""The few actions that lead to an open vault, as the first pages need them.

Everything here runs beside the screen; what is returned is the open vault.
"""

from pathlib import Path
from typing import Any, Protocol


class Doors(Protocol):
    """Ways into a vault. Each raises a FamilyTraceError that says what happened."""

    def offer(self, language: str) -> str:
        """Return six random words with spaces between them."""

    def create(self, words: str) -> tuple[Path, Any]:
        """Make a new vault in the usual place; return its folder and the open vault."""

    def open(self, folder: Path, words: str) -> Any:
        """Open a vault with its words."""

    def recover(self, folder: Path, code: str, words: str) -> Any:
        """Open a vault with its recovery code and give it new words."""

    def restore(self, backup: Path, words: str) -> tuple[Path, Any]:
        """Restore a backup into the usual place and open it with its words."""
