"""Seal with words told by voice: an age v1 file with one scrypt stanza, as stock age reads it.

The stanza is written here because the library picks a cost of its own, which wants
half a gigabyte and more. Ours is 2**18 (256 MiB). The form is that of C2SP age.md.
"""

import base64
import hashlib
import hmac
import io
import os
import unicodedata
from collections.abc import Iterator

from familytrace.errors import PackageDamagedError, PackageTooBigError, WrongWordsError
from familytrace.package.age_file import Taker
from familytrace.package.age_head import VERSION, Head, check_scrypt, read_head
from familytrace.package.limits import AGE_HEADER, SCRYPT_FACTOR, SEALED

_CHUNK = 64 * 1024
_TAG = 16
_NONCE = 16
_SCRYPT_ROOM = 320 << 20


def normal_words(words: str) -> str:
    """Return words in the form they are sealed with: NFKC, one space between them."""
    return " ".join(unicodedata.normalize("NFKC", words).split())


def seal_with_words(data: bytes, words: str, *, cost: int = SCRYPT_FACTOR) -> bytes:
    """Seal data so that these words open it; ``cost`` is the power of two scrypt takes."""
    file_key, salt = os.urandom(16), os.urandom(16)
    wrapped = _box(_wrap_key(normal_words(words), salt, cost), bytes(12), file_key)
    head = VERSION + b"\n-> scrypt " + _base64(salt) + b" %d\n" % cost
    head += _base64(wrapped) + b"\n---"
    mac = hmac.digest(_derive(file_key, b"", b"header"), head, "sha256")
    nonce = os.urandom(16)
    sink = io.BytesIO()
    sink.write(head + b" " + _base64(mac) + b"\n" + nonce)
    _seal_chunks(sink, memoryview(data), _derive(file_key, nonce, b"payload"))
    return sink.getvalue()


def unseal_with_words(data: bytes, words: str) -> bytes:
    """Open a file sealed with words; a truncated file gives nothing.

    Raises WrongWordsError, NotAPackageError, PackageDamagedError, PackageMalformedError
    or PackageTooBigError. A file from outside is opened in a worker, never here.
    """
    sink = io.BytesIO()
    unseal_stream(iter([data]), sink, words)
    return sink.getvalue()


def unseal_stream(pieces: Iterator[bytes], sink: Taker, words: str) -> None:
    """Unseal into ``sink``; what was given to it holds only if this returns."""
    data = b"".join(pieces)
    if len(data) > SEALED:
        raise PackageTooBigError
    head = read_head(data[:AGE_HEADER], words=True)
    file_key = _open_file_key(head, words)
    mac = hmac.digest(_derive(file_key, b"", b"header"), head.signed, "sha256")
    if not hmac.compare_digest(_base64(mac), head.mac.encode("ascii")):
        raise PackageDamagedError
    start = head.size + _NONCE
    key = _derive(file_key, data[head.size : start], b"payload")
    _open_chunks(sink, memoryview(data)[start:], key)


def _open_file_key(head: Head, words: str) -> bytes:
    stanza = head.stanzas[0]
    salt, wrapped = _unbase64(stanza.words[1], 16), _unbase64(stanza.body, 32)
    opened = _unbox(_wrap_key(normal_words(words), salt, check_scrypt(stanza)), bytes(12), wrapped)
    if opened is None:
        raise WrongWordsError
    return opened


def _open_chunks(sink: Taker, sealed: memoryview, key: bytes) -> None:
    size = _CHUNK + _TAG
    for number, start in enumerate(range(0, max(len(sealed), 1), size)):
        last = start + size >= len(sealed)
        nonce = number.to_bytes(11, "big") + bytes([last])
        opened = _unbox(key, nonce, bytes(sealed[start : start + size]))
        if opened is None or (not opened and number):
            raise PackageDamagedError
        sink.write(opened)


def _seal_chunks(sink: io.BytesIO, data: memoryview, key: bytes) -> None:
    starts = range(0, max(len(data), 1), _CHUNK)
    for number, start in enumerate(starts):
        last = start + _CHUNK >= len(data)
        nonce = number.to_bytes(11, "big") + bytes([last])
        sink.write(_box(key, nonce, bytes(data[start : start + _CHUNK])))


def _wrap_key(words: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(
        words.encode("utf-8"),
        salt=VERSION + b"/scrypt" + salt,
        n=1 << cost,
        r=8,
        p=1,
        maxmem=_SCRYPT_ROOM,
        dklen=32,
    )


def _derive(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes by HKDF-SHA-256 (RFC 5869)."""
    drawn = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(drawn, info + b"\x01", "sha256")


def _box(key: bytes, nonce: bytes, data: bytes) -> bytes:
    from nacl.bindings import crypto_aead_chacha20poly1305_ietf_encrypt

    return crypto_aead_chacha20poly1305_ietf_encrypt(data, None, nonce, key)


def _unbox(key: bytes, nonce: bytes, sealed: bytes) -> bytes | None:
    from nacl.bindings import crypto_aead_chacha20poly1305_ietf_decrypt
    from nacl.exceptions import CryptoError

    try:
        return crypto_aead_chacha20poly1305_ietf_decrypt(sealed, None, nonce, key)
    except (CryptoError, ValueError):
        return None


def _unbase64(text: str, size: int) -> bytes:
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        raise PackageDamagedError from None
    if len(raw) != size or _base64(raw) != text.encode("ascii"):
        raise PackageDamagedError
    return raw


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
