"""A recipient's card: a small signed TOML file that an organisation gives to families.

The signature binds the sealing key, the signing key and the words together. Who made
the card it cannot tell: for that the digits are read aloud and compared by voice.
"""

import base64
import hashlib
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from familytrace import canonical
from familytrace.errors import CardError, SignatureError
from familytrace.package import age_file, minisign
from familytrace.package.limits import CARD

FORMAT = "familytrace-card"
VERSION = 1
SUFFIX = ".ftcard"
GROUPS = 8
_GROUP_DIGITS = 5
_DOMAIN = b"FamilyTrace recipient card v1\0"
_LINE = 200
_TEXT = 2_000
_REFUSALS = 20
_FINGER = b"FamilyTrace recipient keys v1\0"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_KEYS = (
    "format",
    "version",
    "name",
    "age_key",
    "signing_key",
    "contact",
    "keeps",
    "refuses",
    "date",
)


@dataclass(frozen=True, slots=True)
class Card:
    """What an organisation says of itself.

    ``age_key`` is what packages are sealed to, ``signing_key`` a minisign public key
    line. ``keeps`` says how long records are kept, ``refuses`` what it will not do.
    """

    name: str
    age_key: str
    signing_key: str
    contact: str
    keeps: str
    refuses: tuple[str, ...]
    made_on: date


def make_card(card: Card, signing_seed: bytes) -> str:
    """Return the text of a card signed with the seed of its own signing key.

    Raises CardError when a part would not be read back.
    """
    values = _values(card)
    _checked(values)
    if minisign.public_line(minisign.public_key(signing_seed)) != card.signing_key:
        raise CardError
    signature = base64.b64encode(minisign.sign_raw(_signed(values), signing_seed))
    lines = [f"{key} = {_toml(values[key])}" for key in _KEYS]
    return "\n".join([*lines, f'signature = "{signature.decode("ascii")}"']) + "\n"


def read_card(text: str | bytes) -> Card:
    """Read and verify a card; CardError for whatever is not exactly a valid one."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    if len(data) > CARD:
        raise CardError
    try:
        values = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise CardError from None
    signature = values.pop("signature", None)
    card = _checked(values)
    if not isinstance(signature, str):
        raise CardError
    try:
        raw = base64.b64decode(signature, validate=True)
    except ValueError:
        raise CardError from None
    if not minisign.holds_raw(_signed(values), raw, minisign.key_of_line(card.signing_key)):
        raise CardError
    return card


def digits(age_key: str, signing_key: str) -> tuple[str, ...]:
    """Return the eight groups of five digits that stand for a recipient's two keys.

    They are read aloud and compared; about 132 bits of a SHA-512 hash of both keys.
    """
    raw = hashlib.sha512(_FINGER + f"{age_key} {signing_key}".encode("ascii")).digest()
    numbers = (int.from_bytes(raw[at : at + 8], "big") for at in range(0, 8 * GROUPS, 8))
    return tuple(f"{number % 10**_GROUP_DIGITS:0{_GROUP_DIGITS}}" for number in numbers)


def card_digits(card: Card) -> tuple[str, ...]:
    """Return the groups of digits of a card."""
    return digits(card.age_key, card.signing_key)


def _values(card: Card) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": card.name,
        "age_key": card.age_key,
        "signing_key": card.signing_key,
        "contact": card.contact,
        "keeps": card.keeps,
        "refuses": list(card.refuses),
        "date": card.made_on.isoformat(),
    }


def _signed(values: dict[str, Any]) -> bytes:
    return _DOMAIN + canonical.encode(values)


def _checked(values: dict[str, Any]) -> Card:
    refuses = values.get("refuses")
    good = (
        set(values) == set(_KEYS)
        and values["format"] == FORMAT
        and values["version"] == VERSION
        and type(values["version"]) is int
        and _is_line(values["name"], least=1)
        and _is_line(values["contact"])
        and _is_text(values["keeps"])
        and isinstance(refuses, list)
        and len(refuses) <= _REFUSALS
        and all(_is_text(one) for one in refuses)
        and isinstance(values["date"], str)
        and isinstance(values["age_key"], str)
        and isinstance(values["signing_key"], str)
    )
    if not good:
        raise CardError
    try:
        minisign.key_of_line(values["signing_key"])
        made_on = date.fromisoformat(values["date"])
    except (ValueError, SignatureError):
        raise CardError from None
    if made_on.isoformat() != values["date"]:
        raise CardError
    return Card(
        name=values["name"],
        age_key=age_file.check_recipient(values["age_key"]),
        signing_key=values["signing_key"],
        contact=values["contact"],
        keeps=values["keeps"],
        refuses=tuple(values["refuses"]),
        made_on=made_on,
    )


def _is_line(value: object, least: int = 0) -> bool:
    return isinstance(value, str) and least <= len(value) <= _LINE and _is_plain(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _TEXT and _is_plain(value)


def _is_plain(text: str) -> bool:
    """Tell whether a text has no control characters and nothing that turns directions."""
    kinds = {unicodedata.category(letter) for letter in text}
    return not kinds & {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} and not _TURNING.search(text)


def _toml(value: object) -> str:
    """Write a text, a whole number or a list of texts as TOML."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
