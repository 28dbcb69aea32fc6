"""The few cryptographic steps of the key file: derive, seal and unseal a key."""

import hashlib
import hmac
import os
from dataclasses import dataclass
from typing import Final

import nacl.bindings
import nacl.exceptions
import nacl.pwhash.argon2id

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 24
SALT_BYTES: Final = 16
_MIB = 1024 * 1024
_EXTRACT_SALT = b"FamilyTrace vault 1"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: bytes of memory and passes over them."""

    memory: int = 256 * _MIB
    turns: int = 4

    def is_allowed(self) -> bool:
        """Tell whether a key file may ask for this: 64 MiB to 1 GiB, 3 to 20 passes."""
        return 64 * _MIB <= self.memory <= 1024 * _MIB and 3 <= self.turns <= 20


STANDARD = Cost()


class UnsealError(Exception):
    """The key does not fit, or what it sealed was changed."""


def subkey(key: bytes, purpose: str) -> bytes:
    """Return a 32-byte key for one purpose (HKDF-SHA256, RFC 5869, one block)."""
    extracted = hmac.digest(_EXTRACT_SALT, key, hashlib.sha256)
    return hmac.digest(extracted, purpose.encode() + b"\x01", hashlib.sha256)


def stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte Argon2id key of a passphrase, one lane (RFC 9106)."""
    return nacl.pwhash.argon2id.kdf(
        KEY_BYTES, passphrase, salt, opslimit=cost.turns, memlimit=cost.memory
    )


def seal(key: bytes, content: bytes, context: bytes) -> bytes:
    """Seal bytes and bind them to a context (XChaCha20-Poly1305, nonce in front)."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        content, context, nonce, key
    )


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """Return what was sealed; raises UnsealError if key, bytes or context differ."""
    try:
        return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            sealed[NONCE_BYTES:], context, sealed[:NONCE_BYTES], key
        )
    except (nacl.exceptions.CryptoError, ValueError):
        raise UnsealError from None
