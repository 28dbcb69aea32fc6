"""Signatures in minisign's prehashed form, which stock minisign makes and verifies.

Ed25519 over the BLAKE2b-512 of the text, then over that signature and the trusted
comment. A key's number is the first eight bytes of the BLAKE2b of the public key.
"""

import base64
import hashlib
import os
import re

from familytrace.errors import SignatureError

SEED_SIZE = 32
TRUSTED = "FamilyTrace package"
_UNTRUSTED = "untrusted comment: signature of a FamilyTrace package"
_LONGEST = 1_024
_LINES = re.compile(
    r"untrusted comment: [ -~]*\n([A-Za-z0-9+/=]{100})\n"
    r"trusted comment: ([ -~]*)\n([A-Za-z0-9+/=]{88})\n?"
)


def new_seed() -> bytes:
    """Make the 32 random bytes that a signing key is made from; keep them in the vault."""
    return os.urandom(SEED_SIZE)


def public_key(seed: bytes) -> bytes:
    """Return the 32 bytes of the public key that belongs to a seed."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key)


def public_line(key: bytes) -> str:
    """Return a public key as ``minisign -P`` takes it."""
    return base64.b64encode(b"Ed" + _number(key) + key).decode("ascii")


def key_of_line(line: str) -> bytes:
    """Return the 32 bytes of a public key line; SignatureError when it is not one."""
    raw = _base64(line, 42)
    if raw[:2] != b"Ed":
        raise SignatureError
    return raw[10:]


def sign(text: bytes, seed: bytes, trusted: str = TRUSTED) -> bytes:
    """Return the signature file for ``text``; the same input gives the same bytes."""
    from nacl.signing import SigningKey

    key = SigningKey(seed)
    first = key.sign(hashlib.blake2b(text).digest()).signature
    second = key.sign(first + trusted.encode("ascii")).signature
    head = b"ED" + _number(bytes(key.verify_key)) + first
    lines = (
        _UNTRUSTED,
        base64.b64encode(head).decode("ascii"),
        f"trusted comment: {trusted}",
        base64.b64encode(second).decode("ascii"),
    )
    return ("\n".join(lines) + "\n").encode("ascii")


def key_number(line: str) -> bytes:
    """Return the eight bytes by which stock minisign calls the key of a public key line."""
    return _base64(line, 42)[2:10]


def verify(text: bytes, signature: bytes, key: bytes, number: bytes | None = None) -> str:
    """Check a signature file against a text and a public key; return its trusted comment.

    ``number`` is the key's number where it was not made here. Raises SignatureError.
    Only the prehashed form is taken.
    """
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    found = _LINES.fullmatch(signature[:_LONGEST].decode("ascii", "replace"))
    if len(signature) > _LONGEST or not found:
        raise SignatureError
    first, second = _base64(found[1], 74), _base64(found[3], 64)
    if first[:2] != b"ED" or first[2:10] != (number or _number(key)):
        raise SignatureError
    try:
        checker = VerifyKey(key)
        checker.verify(hashlib.blake2b(text).digest(), first[10:])
        checker.verify(first[10:] + found[2].encode("ascii"), second)
    except (CryptoError, ValueError):
        raise SignatureError from None
    return found[2]


def sign_raw(text: bytes, seed: bytes) -> bytes:
    """Return a bare Ed25519 signature (64 bytes) of a text that names its own purpose."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).sign(text).signature)


def holds_raw(text: bytes, signature: bytes, key: bytes) -> bool:
    """Tell whether a bare signature is this key's over this text."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(text, signature)
    except (CryptoError, ValueError):
        return False
    return True


def _number(key: bytes) -> bytes:
    return hashlib.blake2b(key, digest_size=8).digest()


def _base64(text: str, size: int) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raise SignatureError from None
    if len(raw) != size or base64.b64encode(raw).decode("ascii") != text:
        raise SignatureError
    return raw
