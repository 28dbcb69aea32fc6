"""Open a package in quarantine and take only what holds: all of it, or nothing.

One worker holds the key and only unseals; the other parses and never sees a key. What
comes back is checked once more here by means that parse nothing risky: the strict
manifest, the signature, the SHA-256 of every member that is not a picture.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from familytrace import canonical, clock
from familytrace.errors import (
    ConsentEndedInPackageError,
    ForSomebodyElseError,
    PackageTooBigError,
    ReplayedError,
    WorkerError,
    WrongKeyError,
)
from familytrace.package import age_file, content
from familytrace.package.limits import SEALED
from familytrace.package.manifest import (
    NAME,
    SIGNATURE_NAME,
    Manifest,
    check_signature,
    decode_manifest,
    listed,
    manifest_hash,
    recipient_hash,
)
from familytrace.package.tar import NAMES, Member
from familytrace.worker.plain_jpeg import check_plain_jpeg
from familytrace.worker.run import Launch, Limits, command, run_chain

SenderState = Literal["verified", "known", "unknown", "unsigned"]

LIMITS = Limits(memory=768 << 20, processor_seconds=90, seconds=120.0, output=128 << 20)
_PIECE = 1 << 20


class Stream(Protocol):
    """A file or another source of a sealed package."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, nothing at the end."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What this vault remembers of earlier packages and their senders.

    ``packages`` holds package ids; ``last`` the highest sequence by (sender line, case);
    ``senders`` tells of a sender line whether its key is ``known`` or was ``verified``.
    """

    packages: frozenset[str] = frozenset()
    last: Mapping[tuple[str, str], int] = field(default_factory=dict)
    senders: Mapping[str, Literal["verified", "known"]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """A package that holds: checked members, and what is known of who sealed it.

    ``pictures`` were rebuilt from pixels. ``form_pdf`` and ``form_docx`` are the
    sender's bytes: a PDF is shown only through ``worker.pictures.document_pages``,
    the other is never opened.
    """

    manifest: Manifest
    manifest_hash: str
    sender: SenderState
    case: bytes | None = field(repr=False)
    consent: bytes | None = field(repr=False)
    withdrawal: bytes | None = field(repr=False)
    reply: bytes | None = field(repr=False)
    form_pdf: bytes | None = field(repr=False)
    form_docx: bytes | None = field(repr=False)
    sheet: str | None = field(repr=False)
    read_me: str = field(repr=False)
    pictures: tuple[bytes, ...] = field(repr=False)


def open_package(
    source: bytes | Stream,
    *secrets: str,
    seen: Seen | None = None,
    today: date | None = None,
    launch: Launch = command,
) -> OpenedPackage:
    """Open a sealed package with the one of some secret age keys that fits.

    Raises one PackageError of errors.py and keeps nothing, or returns all of it.
    """
    if not secrets:
        raise WrongKeyError
    ours = {recipient_hash(age_file.public_of(secret)) for secret in secrets}
    opened = _opened(f"key {' '.join(secrets)}".encode("ascii"), source, seen or Seen(), launch)
    if opened.manifest.recipient not in ours:
        raise ForSomebodyElseError
    return _current(opened, seen or Seen(), today or clock.today())


def open_package_with_words(
    source: bytes | Stream,
    words: str,
    *,
    seen: Seen | None = None,
    today: date | None = None,
    launch: Launch = command,
) -> OpenedPackage:
    """Open a package sealed with words; otherwise as ``open_package``."""
    opened = _opened(b"words " + words.encode("utf-8"), source, seen or Seen(), launch)
    if opened.manifest.recipient is not None:
        raise ForSomebodyElseError
    return _current(opened, seen or Seen(), today or clock.today())


def _opened(secret: bytes, source: bytes | Stream, seen: Seen, launch: Launch) -> OpenedPackage:
    if isinstance(source, bytes) and len(source) > SEALED:
        raise PackageTooBigError
    payload = _payload(secret, source)
    answer = run_chain(["unseal", "parse-package"], payload, limits=LIMITS, launch=launch)
    return _checked(_members(answer), seen)


def _payload(secret: bytes, source: bytes | Stream) -> Iterator[bytes]:
    yield secret
    if isinstance(source, bytes):
        for start in range(0, len(source), _PIECE):
            yield source[start : start + _PIECE]
        return
    total = 0
    while piece := source.read(_PIECE):
        total += len(piece)
        if total > SEALED + _PIECE:
            return
        yield piece


def _members(answer: bytes) -> dict[str, bytes]:
    """Split a worker's answer into members by name; WorkerError if it is not in form."""
    length = int.from_bytes(answer[:4], "big")
    try:
        head = canonical.decode(answer[4 : 4 + length])
        sizes = [(entry["name"], entry["size"]) for entry in head["members"]]
    except (canonical.CanonicalError, KeyError, TypeError):
        raise WorkerError from None
    members: dict[str, bytes] = {}
    at = 4 + length
    for name, size in sizes:
        good = isinstance(name, str) and NAMES.fullmatch(name) and name not in members
        if not good or not isinstance(size, int) or size < 0:
            raise WorkerError
        members[name] = answer[at : at + size]
        at += size
    if at != len(answer) or NAME not in members:
        raise WorkerError
    return members


def _checked(members: dict[str, bytes], seen: Seen) -> OpenedPackage:
    """Check again what a worker said, so that a broken one cannot make anything up."""
    text = members.pop(NAME)
    manifest = decode_manifest(text)
    check_signature(manifest, text, members.pop(SIGNATURE_NAME, None))
    for entry in manifest.members:
        data = members.get(entry.name)
        if data is None:
            raise WorkerError
        if entry.name.startswith("attachments/"):
            check_plain_jpeg(data)
        elif listed([Member(entry.name, data)]) != (entry,):
            raise WorkerError
    if len(members) != len(manifest.members):
        raise WorkerError
    return OpenedPackage(
        manifest=manifest,
        manifest_hash=manifest_hash(text),
        sender=_sender(manifest, seen),
        case=members.get("case.json"),
        consent=members.get("consent.json"),
        withdrawal=members.get("withdrawal.json"),
        reply=members.get("reply.json"),
        form_pdf=members.get("form.pdf"),
        form_docx=members.get("form.docx"),
        sheet=_text(members.get("sheet.txt")),
        read_me=_text(members.get("READ-ME.txt")) or "",
        pictures=tuple(data for name, data in members.items() if name.startswith("attachments/")),
    )


def _sender(manifest: Manifest, seen: Seen) -> SenderState:
    if manifest.sender is None:
        return "unsigned"
    return seen.senders.get(manifest.sender, "unknown")


def _text(data: bytes | None) -> str | None:
    return None if data is None else content.check_text(data)


def _current(opened: OpenedPackage, seen: Seen, today: date) -> OpenedPackage:
    """Refuse what was there before, is older than what was there, or has ended."""
    manifest = opened.manifest
    before = seen.last.get((manifest.sender or "", manifest.case), 0)
    late = manifest.sequence <= before and manifest.kind != "withdrawal"
    if manifest.package in seen.packages or late:
        raise ReplayedError
    ended = manifest.consent_until is not None and manifest.consent_until < today
    if ended and manifest.kind == "case":
        raise ConsentEndedInPackageError
    return opened
