"""Read a FamilyTrace vault without FamilyTrace: libsodium, SQLCipher and the standard library.

Written from docs/file-formats-vault.md alone; it shares no code with the program. It takes the
passphrase as it is normalised already (small letters, one space between words).

    python vault_reader.py FOLDER PASSPHRASE
"""

import hashlib
import hmac
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nacl.bindings as sodium
import nacl.exceptions
import sqlcipher3.dbapi2 as sqlcipher
from nacl.pwhash import argon2id


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def subkey(key: bytes, purpose: str) -> bytes:
    extracted = hmac.digest(b"FamilyTrace vault 1", key, "sha256")
    return hmac.digest(extracted, purpose.encode() + b"\x01", "sha256")


def without(plain: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in names}


def key_file(folder: Path) -> dict[str, Any]:
    """Return the valid key file of the higher generation."""
    found = []
    for name in ("keys.json", "keys.backup.json"):
        plain = json.loads((folder / name).read_bytes())
        if hashlib.sha256(canonical(without(plain, "sha256"))).hexdigest() == plain["sha256"]:
            found.append(plain)
    return max(found, key=lambda plain: int(plain["generation"]))


def unlock(keys: dict[str, Any], way: str, secret: bytes) -> bytes:
    """Return the vault's key by a passphrase or by the 16 bytes of a recovery code."""
    for slot in keys["slots"]:
        if slot["way"] != way:
            continue
        key = subkey(secret, f"slot {way}")
        if way == "passphrase":
            salt, memory, turns = bytes.fromhex(slot["salt"]), slot["memory"], slot["turns"]
            key = argon2id.kdf(32, secret, salt, opslimit=turns, memlimit=memory)
        context = {"slot": without(slot, "sealed"), "vault": keys["vault"], "version": 1}
        sealed = bytes.fromhex(slot["sealed"])
        try:
            opened = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
                sealed[24:], canonical(context), sealed[:24], key
            )
        except nacl.exceptions.CryptoError:
            continue
        signed = canonical(without(keys, "mac", "sha256"))
        if hmac.digest(subkey(opened, "key file"), signed, "sha256").hex() != keys["mac"]:
            raise SystemExit("the key file was changed")
        return bytes(opened)
    raise SystemExit("this does not open the vault")


def connect(folder: Path, key: bytes) -> Any:
    conn = sqlcipher.connect(str(folder / "cases.db"))
    conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return conn


def verify(conn: Any, anchor: dict[str, Any]) -> int:
    """Walk through the whole history and return how many entries there are."""
    inner = conn.execute("SELECT value FROM meta WHERE name = 'secret'").fetchone()[0]
    key, previous, number, seen = subkey(inner, "history"), bytes(32), 0, {0: "00" * 32}
    for *said, salt, payload, digest, linked, mac in conn.execute(
        "SELECT number, step, at, case_id, noun, record_id, act, target, reason, "
        "salt, payload, digest, previous, mac FROM history ORDER BY number"
    ):
        number += 1
        line = canonical([*said, digest.hex(), previous.hex()])
        whole = payload is None or hmac.digest(salt, payload.encode(), "sha256") == digest
        right = hmac.digest(key, line, "sha256") == mac
        if not (whole and right and said[0] == number and linked == previous):
            raise SystemExit(f"the history does not fit together at entry {number}")
        previous, seen[number] = mac, mac.hex()
    if seen.get(anchor["number"]) != anchor["hash"]:
        raise SystemExit("this is an older copy")
    return number


def media(folder: Path, conn: Any) -> Iterator[tuple[str, str, bytes]]:
    """Yield evidence id, role and plain bytes of every file."""
    for name, owner, role, key, size, digest in conn.execute(
        "SELECT media_id, evidence_id, role, key, size, sha256 FROM media_key"
    ):
        data = (folder / "media" / f"{name}.ftm").read_bytes()
        state = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, data[8:32], key)
        plain, tag = b"", 0
        for at in range(32, len(data), 256 * 1024 + 17):
            piece, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                state, data[at : at + 256 * 1024 + 17], name.encode()
            )
            plain += piece
        whole = data[:8] == b"FTMEDIA1" and tag == 3 and len(plain) == size
        if not whole or hashlib.sha256(plain).hexdigest() != digest:
            raise SystemExit("a file of evidence is damaged")
        yield owner, role, plain


def main(folder: Path, passphrase: str) -> None:
    keys = key_file(folder)
    conn = connect(folder, unlock(keys, "passphrase", passphrase.encode()))
    say = sys.stdout.write
    say(f"{verify(conn, keys['anchor'])} entries of history\n")
    for case_id, title in conn.execute("SELECT case_id, title FROM case_line"):
        say(f"{case_id} {title}\n")
    for owner, role, plain in media(folder, conn):
        say(f"{owner} {role} {len(plain)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
