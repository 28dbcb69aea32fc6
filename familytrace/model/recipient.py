"""An organisation that may receive cases, and the record of what went to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from familytrace.model.topics import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A recipient with its card; ``verified_on`` is None until the digits were compared.

    ``age_key`` is the public key packages are sealed to (empty: print only),
    ``card`` the signed card as received, ``keeps`` and ``refuses`` its own promises.
    """

    id: str = ""
    name: str = ""
    age_key: str = ""
    card: str = ""
    contact: str = ""
    keeps: str = ""
    refuses: str = ""
    made_on: date | None = None
    verified_on: date | None = None
    verified_how: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """What left, to whom, under which agreement.

    ``state`` is prepared, written, lost or unsure; ``sha256`` is that of the file,
    ``manifest_hash`` what the next package to this recipient names as the one before,
    ``reply_secret`` the age key that opens this recipient's answer.
    """

    id: str = ""
    case_id: str = ""
    recipient: str = ""
    purpose: Purpose = Purpose.HELP
    profile: str = ""
    format: str = ""
    consents: tuple[str, ...] = ()
    package_id: str = ""
    sequence: int = 0
    manifest_hash: str = ""
    reply_secret: str = ""
    sha256: str = ""
    file_name: str = ""
    state: str = "prepared"
    at: datetime | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
