"""The signed list of what a package holds, from whom, for whom and in which order."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast, get_args

from familytrace import canonical
from familytrace.errors import (
    PackageMalformedError,
    PackageTooBigError,
    PackageTooNewError,
    SignatureError,
)
from familytrace.package import minisign
from familytrace.package.content import most_values
from familytrace.package.limits import MANIFEST, PICTURES
from familytrace.package.tar import Member

FORMAT = "familytrace-package"
VERSION = 1
NAME = "manifest.json"
SIGNATURE_NAME = "manifest.json.minisig"

Kind = Literal["case", "withdrawal", "reply"]

MUST_HOLD: dict[str, tuple[str, ...]] = {
    "case": ("case.json", "consent.json", "READ-ME.txt"),
    "withdrawal": ("withdrawal.json", "READ-ME.txt"),
    "reply": ("reply.json", "READ-ME.txt"),
}
MAY_HOLD: dict[str, tuple[str, ...]] = {
    "case": ("form.pdf", "form.docx", "sheet.txt"),
    "withdrawal": (),
    "reply": (),
}
WITH_PICTURES = {"case", "reply"}
_ORDER = (
    "case.json",
    "consent.json",
    "withdrawal.json",
    "reply.json",
    "form.pdf",
    "form.docx",
    "sheet.txt",
    "attachments/",
    "READ-ME.txt",
)

BAD_MANIFEST, BAD_MEMBERS, BAD_ORDER, BAD_HASH, BAD_PICTURES = range(30, 35)

_MOST_VALUES = 3_000
_HASH = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{32}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SENDER = re.compile(r"[A-Za-z0-9+/=]{56}")
_AGE_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")


@dataclass(frozen=True, slots=True)
class Listed:
    """What the manifest says of one member: name, length in bytes, SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The head of a package.

    ``package`` is its own random id and ``case`` the id this sender uses for the case
    with this recipient (32 hex letters each). ``sequence`` counts this sender's
    packages to this recipient from 1; ``previous`` is the manifest hash of the one
    before. ``recipient`` is the SHA-256 of the recipient's public key, or None where
    the seal is made of words. ``sender`` is a minisign public key line, or None when
    nobody signed. ``consent_until`` is the last day of the family's agreement.
    ``reply_to`` is a public age key for an answer.
    """

    kind: Kind
    package: str
    case: str
    sequence: int
    previous: str | None
    recipient: str | None
    sender: str | None
    created: date
    consent_until: date | None
    reply_to: str | None
    members: tuple[Listed, ...]
    version: int = VERSION
    min_version: int = VERSION


def recipient_hash(public: str) -> str:
    """Return how a manifest names a recipient: SHA-256 of the public age key, in hex."""
    return hashlib.sha256(public.encode("ascii")).hexdigest()


def manifest_hash(data: bytes) -> str:
    """Return the hash that stands for a whole package: SHA-256 of its manifest."""
    return hashlib.sha256(data).hexdigest()


def listed(members: Sequence[Member]) -> tuple[Listed, ...]:
    """Return the entries of a manifest for members."""
    return tuple(
        Listed(member.name, len(member.data), hashlib.sha256(member.data).hexdigest())
        for member in members
    )


def encode_manifest(manifest: Manifest) -> bytes:
    """Return the one form of a manifest in bytes (RFC 8785)."""
    until = manifest.consent_until
    return canonical.encode(
        {
            "format": FORMAT,
            "version": manifest.version,
            "min_version": manifest.min_version,
            "kind": manifest.kind,
            "package": manifest.package,
            "case": manifest.case,
            "sequence": manifest.sequence,
            "previous": manifest.previous,
            "recipient": manifest.recipient,
            "sender": manifest.sender,
            "created": manifest.created.isoformat(),
            "consent_until": until.isoformat() if until else None,
            "reply_to": manifest.reply_to,
            "members": [
                {"name": one.name, "size": one.size, "sha256": one.sha256}
                for one in manifest.members
            ],
        }
    )


def decode_manifest(data: bytes) -> Manifest:
    """Read a manifest strictly.

    Raises PackageTooNewError, PackageTooBigError or PackageMalformedError. Keys that
    this version does not know are passed over only when a newer version wrote them.
    """
    if len(data) > MANIFEST:
        raise PackageTooBigError
    if most_values(data) > _MOST_VALUES:
        raise PackageMalformedError(code=BAD_MANIFEST)
    try:
        value = canonical.decode(data, depth=4)
    except canonical.CanonicalError:
        raise PackageMalformedError(code=BAD_MANIFEST) from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise PackageMalformedError(code=BAD_MANIFEST)
    version, lowest = value.get("version"), value.get("min_version")
    if not isinstance(version, int) or not isinstance(lowest, int):
        raise PackageMalformedError(code=BAD_MANIFEST)
    if isinstance(version, bool) or not 1 <= lowest <= version:
        raise PackageMalformedError(code=BAD_MANIFEST)
    if lowest > VERSION:
        raise PackageTooNewError
    if version == VERSION and len(value) != 14:
        raise PackageMalformedError(code=BAD_MANIFEST)
    return _manifest(value)


def _manifest(value: dict[str, Any]) -> Manifest:
    members = value.get("members")
    good = (
        value.get("kind") in get_args(Kind)
        and _fits(_ID, value.get("package"))
        and _fits(_ID, value.get("case"))
        and _is_count(value.get("sequence"))
        and _absent_or(_HASH, value, "previous")
        and _absent_or(_HASH, value, "recipient")
        and _absent_or(_SENDER, value, "sender")
        and _fits(_DATE, value.get("created"))
        and _absent_or(_DATE, value, "consent_until")
        and _absent_or(_AGE_KEY, value, "reply_to")
        and isinstance(members, list)
    )
    if not good:
        raise PackageMalformedError(code=BAD_MANIFEST)
    until = value["consent_until"]
    return Manifest(
        kind=cast(Kind, value["kind"]),
        package=value["package"],
        case=value["case"],
        sequence=value["sequence"],
        previous=value["previous"],
        recipient=value["recipient"],
        sender=value["sender"],
        created=_day(value["created"]),
        consent_until=_day(until) if until else None,
        reply_to=value["reply_to"],
        members=tuple(_listed(entry) for entry in cast(list[object], members)),
        version=value["version"],
        min_version=value["min_version"],
    )


def check_members(manifest: Manifest, members: Sequence[Member]) -> None:
    """Check that members are what the manifest lists, allowed, complete and in order.

    ``members`` are those after the manifest and its signature. Raises
    PackageMalformedError.
    """
    if [entry.name for entry in manifest.members] != [member.name for member in members]:
        raise PackageMalformedError(code=BAD_MEMBERS)
    check_names(manifest)
    if manifest.members != listed(members):
        raise PackageMalformedError(code=BAD_HASH)


def check_names(manifest: Manifest) -> None:
    """Check that the listed names are allowed, complete and in order for this kind.

    Raises PackageMalformedError.
    """
    names = [entry.name for entry in manifest.members]
    if names != in_order(names):
        raise PackageMalformedError(code=BAD_ORDER)
    pictures = [name for name in names if name.startswith("attachments/")]
    if pictures != picture_names(len(pictures)) or len(pictures) > PICTURES:
        raise PackageMalformedError(code=BAD_PICTURES)
    allowed = {*MUST_HOLD[manifest.kind], *MAY_HOLD[manifest.kind]}
    if manifest.kind in WITH_PICTURES:
        allowed.update(pictures)
    if not allowed.issuperset(names) or not set(MUST_HOLD[manifest.kind]).issubset(names):
        raise PackageMalformedError(code=BAD_MEMBERS)


def check_signature(manifest: Manifest, text: bytes, signature: bytes | None) -> None:
    """Check that the key named in the manifest signed it; neither may be there alone.

    ``text`` is the manifest as it came. Raises SignatureError.
    """
    if (manifest.sender is None) != (signature is None):
        raise SignatureError
    if manifest.sender is not None and signature is not None:
        minisign.verify(text, signature, minisign.key_of_line(manifest.sender))


def in_order(names: Sequence[str]) -> list[str]:
    """Return member names in the one order they stand in, without any that is not known."""
    known = [name for name in names if _group(name) in _ORDER]
    return sorted(known, key=lambda name: (_ORDER.index(_group(name)), name))


def picture_names(count: int) -> list[str]:
    """Return the names of that many pictures: ``attachments/0001.jpg`` and on."""
    return [f"attachments/{number:04}.jpg" for number in range(1, count + 1)]


def _group(name: str) -> str:
    folder, slash, _ = name.partition("/")
    return folder + slash


def _listed(entry: object) -> Listed:
    if not isinstance(entry, dict) or set(entry) != {"name", "size", "sha256"}:
        raise PackageMalformedError(code=BAD_MANIFEST)
    name, size, sha256 = entry["name"], entry["size"], entry["sha256"]
    if (
        not isinstance(name, str)
        or in_order([name]) != [name]
        or not _is_count(size, 0)
        or not _fits(_HASH, sha256)
    ):
        raise PackageMalformedError(code=BAD_MANIFEST)
    return Listed(name, size, sha256)


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _absent_or(pattern: re.Pattern[str], value: dict[str, Any], key: str) -> bool:
    return key in value and (value[key] is None or _fits(pattern, value[key]))


def _is_count(value: object, least: int = 1) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PackageMalformedError(code=BAD_MANIFEST) from None
