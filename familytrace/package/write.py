"""Make a package: list, sign, put together, seal. Nothing here reads a vault or a case."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from familytrace.i18n import _, in_language
from familytrace.package import age_file, age_words, content, minisign
from familytrace.package.manifest import (
    NAME,
    SIGNATURE_NAME,
    Kind,
    Manifest,
    check_names,
    encode_manifest,
    in_order,
    listed,
    manifest_hash,
    picture_names,
    recipient_hash,
)
from familytrace.package.tar import Member, write_tar
from familytrace.worker.plain_jpeg import check_plain_jpeg

SUFFIX = ".ftcase"


@dataclass(frozen=True, slots=True)
class PackageContents:
    """What goes into a package, in order, without manifest and READ-ME.

    Make one with ``case_contents``, ``withdrawal_contents`` or ``reply_contents``.
    """

    kind: Kind
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends what to whom: everything of a manifest that is not content.

    ``recipient`` is an age public key, None where the file is sealed with words or by
    other means. ``signing_seed`` (32 bytes) is the key kept for this recipient alone;
    None leaves the package unsigned. ``case`` is 32 hex letters that only this sender
    can trace back. ``reply_to`` is a public age key whose secret the caller keeps.
    ``language`` is the recipient's, for READ-ME.txt.
    """

    recipient: str | None
    case: str
    sequence: int
    created: date
    signing_seed: bytes | None = field(default=None, repr=False)
    previous: str | None = None
    consent_until: date | None = None
    reply_to: str | None = None
    language: str = "en"
    package: str = field(default_factory=lambda: os.urandom(16).hex())


@dataclass(frozen=True, slots=True)
class Package:
    """A finished package before its seal: the tar, and the hash that stands for it."""

    tar: bytes = field(repr=False)
    manifest_hash: str


@dataclass(frozen=True, slots=True)
class SealedPackage:
    """A sealed file ready to be written.

    ``manifest_hash`` is the ``previous`` of the next package to the same recipient;
    ``name`` is a file name that says nothing.
    """

    data: bytes = field(repr=False)
    manifest_hash: str
    package: str
    name: str

    def file_hash(self) -> str:
        """Return the SHA-256 of the sealed file in hex, for the ledger."""
        return hashlib.sha256(self.data).hexdigest()


def case_contents(
    *,
    case: bytes,
    consent: bytes,
    form_pdf: bytes | None = None,
    form_docx: bytes | None = None,
    sheet: str | None = None,
    pictures: Sequence[bytes] = (),
) -> PackageContents:
    """Put together what was let through for one recipient.

    ``case`` and ``consent`` are canonical JSON, ``pictures`` JPEGs rebuilt from pixels.
    Raises PackageMalformedError, PackageTooBigError or PictureError for anything that
    a reader would refuse.
    """
    documents = [
        ("case.json", content.check_json(case)),
        ("consent.json", content.check_json(consent)),
        ("form.pdf", form_pdf),
        ("form.docx", form_docx),
        ("sheet.txt", None if sheet is None else content.clean_text(sheet)),
    ]
    for name, data in documents:
        if data is not None:
            content.check_start(name, data)
    members = [Member(name, data) for name, data in documents if data is not None]
    return PackageContents("case", (*members, *_pictures(pictures)))


def withdrawal_contents(notice: bytes) -> PackageContents:
    """Put together a notice (canonical JSON) that takes an agreement back."""
    return PackageContents("withdrawal", (Member("withdrawal.json", content.check_json(notice)),))


def reply_contents(reply: bytes, pictures: Sequence[bytes] = ()) -> PackageContents:
    """Put together an answer (canonical JSON) to a family, with pictures of its papers."""
    members = (Member("reply.json", content.check_json(reply)), *_pictures(pictures))
    return PackageContents("reply", members)


def write_package(contents: PackageContents, envelope: Envelope) -> SealedPackage:
    """Make the sealed file for one recipient with a key.

    Raises CardError for a wrong key and PackageTooBigError above the limits.
    """
    if envelope.recipient is None:
        raise ValueError("there is no recipient to seal to")
    built = build_package(contents, envelope)
    return _sealed(age_file.seal(built.tar, envelope.recipient), built, envelope)


def write_package_with_words(
    contents: PackageContents, envelope: Envelope, words: str
) -> SealedPackage:
    """Make the sealed file for a recipient without a key; the words are told by voice."""
    built = build_package(contents, envelope)
    return _sealed(age_words.seal_with_words(built.tar, words), built, envelope)


def build_package(contents: PackageContents, envelope: Envelope) -> Package:
    """Make the package without a seal (for a seal of another kind, such as OpenPGP)."""
    with in_language(envelope.language):
        words = read_me(contents.kind, envelope.reply_to)
    readme = Member("READ-ME.txt", words.encode("utf-8"))
    held = {member.name: member for member in (*contents.members, readme)}
    members = [held[name] for name in in_order(list(held))]
    seed, recipient = envelope.signing_seed, envelope.recipient
    manifest = Manifest(
        kind=contents.kind,
        package=envelope.package,
        case=envelope.case,
        sequence=envelope.sequence,
        previous=envelope.previous,
        recipient=None if recipient is None else recipient_hash(recipient),
        sender=None if seed is None else minisign.public_line(minisign.public_key(seed)),
        created=envelope.created,
        consent_until=envelope.consent_until,
        reply_to=envelope.reply_to,
        members=listed(members),
    )
    check_names(manifest)
    text = encode_manifest(manifest)
    head = [Member(NAME, text)]
    if seed is not None:
        head.append(Member(SIGNATURE_NAME, minisign.sign(text, seed)))
    return Package(write_tar([*head, *members]), manifest_hash(text))


def read_me(kind: Kind, reply_to: str | None) -> str:
    """Return the plain words that lie in a package, in the language in use."""
    what = {
        "case": _("This package is about a missing person. The family agreed to give it to you."),
        "withdrawal": _("With this notice a family takes back its agreement."),
        "reply": _("This package is an answer to a family."),
    }[kind]
    lines = [
        what,
        _("It was sealed for you alone. Please do not pass it on."),
        "",
        _("manifest.json lists every file with its SHA-256."),
        _("manifest.json.minisig signs that list."),
        _("The signature shows that the sender is the same as before. It does not show who."),
        _("padding only hides how long the package is."),
    ]
    if kind == "case":
        lines += [
            _("consent.json says what the family agreed to and until when. Please keep to it."),
            _("form.pdf and case.json say the same: one to read, one for programs."),
        ]
    if reply_to:
        lines += [
            "",
            _("To answer safely, seal your answer with this key:"),
            reply_to,
            f"age -r {reply_to} -o answer.age answer.txt",
        ]
    return "\n".join(lines) + "\n"


def _pictures(pictures: Sequence[bytes]) -> tuple[Member, ...]:
    names = picture_names(len(pictures))
    return tuple(
        Member(name, check_plain_jpeg(data)) for name, data in zip(names, pictures, strict=True)
    )


def _sealed(data: bytes, built: Package, envelope: Envelope) -> SealedPackage:
    name = f"case-{os.urandom(4).hex()}{SUFFIX}"
    return SealedPackage(data, built.manifest_hash, envelope.package, name)
