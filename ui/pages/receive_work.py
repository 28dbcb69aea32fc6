"""What the receive page asks of the vault, beside the screen."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from familytrace.actions.group_keys import list_keys
from familytrace.actions.receive_package import ReceivedCase, look_into
from familytrace.actions.received_limits import taken_back
from familytrace.actions.sealed_files import read_sealed
from familytrace.vault.senders import Received, received_packages


@dataclass(frozen=True)
class Inbox:
    """What has come in, the newest first, and whether there is a key to open more.

    ``titles`` are the names of the cases that are still here, by case id; ``ended`` the
    packages whose agreement was taken back by a later notice.
    """

    has_key: bool
    received: tuple[Received, ...]
    titles: dict[str, str]
    ended: frozenset[str]


def inbox(vault: Any) -> Inbox:
    """Read what has come in."""
    received = received_packages(vault.store)
    return Inbox(
        has_key=bool(list_keys(vault)),
        received=tuple(sorted(received, key=lambda one: one.at, reverse=True)),
        titles={line.id: line.title for line in vault.cases()},
        ended=taken_back(received),
    )


def open_file(vault: Any, path: Path) -> ReceivedCase:
    """Open one package in quarantine; nothing is kept."""
    return look_into(vault, read_sealed(path))
