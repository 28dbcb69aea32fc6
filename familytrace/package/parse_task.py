"""Inside the worker without a key: take a package apart, check all, rebuild pictures."""

from familytrace import canonical
from familytrace.errors import PackageMalformedError, PackageTooBigError, PictureError
from familytrace.package import content, minisign
from familytrace.package.limits import PICTURE_PIXELS, PICTURE_SIDE, TAR
from familytrace.package.manifest import (
    BAD_MEMBERS,
    NAME,
    SIGNATURE_NAME,
    check_members,
    check_signature,
    decode_manifest,
)
from familytrace.package.tar import Member, read_tar
from familytrace.worker import images
from familytrace.worker.main import Emit, Frames


def warm_up() -> None:
    """Load picture decoders and the signature library."""
    images.warm_up()
    seed = bytes(32)
    minisign.verify(b"-", minisign.sign(b"-", seed), minisign.public_key(seed))


def work(frames: Frames, emit: Emit) -> None:
    """Answer the inside of a package with its checked members.

    The answer is four bytes of length, JSON (``members`` with name and size), and the
    members one after the other, pictures rebuilt from pixels.
    """
    inside = bytearray()
    for frame in frames:
        inside += frame
        if len(inside) > TAR:
            raise PackageTooBigError
    members = checked(inside)
    sizes = [{"name": member.name, "size": len(member.data)} for member in members]
    head = canonical.encode({"members": sizes})
    emit(len(head).to_bytes(4, "big") + head)
    for member in members:
        emit(bytes(member.data))


def checked(inside: bytes | bytearray) -> list[Member]:
    """Return the members of a package, each checked and every picture rebuilt.

    Raises the one declared error that fits.
    """
    members = read_tar(inside)
    if not members or members[0].name != NAME:
        raise PackageMalformedError(code=BAD_MEMBERS)
    manifest = decode_manifest(bytes(members[0].data))
    signed = len(members) > 1 and members[1].name == SIGNATURE_NAME
    check_signature(manifest, bytes(members[0].data), bytes(members[1].data) if signed else None)
    content_members = members[2:] if signed else members[1:]
    check_members(manifest, content_members)
    _check_pixels(content_members)
    return members[: 1 + signed] + [_clean(member) for member in content_members]


def _check_pixels(members: list[Member]) -> None:
    total = 0
    for member in members:
        if member.name.startswith("attachments/"):
            width, height = images.measure(bytes(member.data))
            total += width * height
            if max(width, height) > PICTURE_SIDE or total > PICTURE_PIXELS:
                raise PictureError


def _clean(member: Member) -> Member:
    data = bytes(member.data)
    if member.name.endswith(".json"):
        content.check_json(data)
    elif member.name.endswith(".txt"):
        content.check_text(data)
    elif member.name.startswith("attachments/"):
        data = images.rebuild(data)[2]
    else:
        content.check_start(member.name, data)
    return Member(member.name, data)
