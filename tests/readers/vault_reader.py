"""Read a vault with its recovery code, from docs/file-formats.md alone: every record and file.

Usage: python vault_reader.py FOLDER CODE-OF-48-DIGITS
"""

import hashlib
import hmac
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nacl.bindings as sodium
import sqlcipher3.dbapi2 as sqlcipher

PIECE = 256 * 1024 + 17
LINE = "number, step, at, case_id, noun, record_id, act, target, reason"


def canonical(value: Any, *without: str) -> bytes:
    if without:
        value = {name: held for name, held in value.items() if name not in without}
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def subkey(key: bytes, purpose: str) -> bytes:
    extracted = hmac.digest(b"FamilyTrace vault 1", key, "sha256")
    return hmac.digest(extracted, purpose.encode() + b"\x01", "sha256")


def unlock(folder: Path, secret: bytes) -> tuple[dict[str, Any], bytes]:
    valid = []
    for name in ("keys.json", "keys.backup.json"):
        keys = json.loads((folder / name).read_bytes())
        if hashlib.sha256(canonical(keys, "sha256")).hexdigest() == keys["sha256"]:
            valid.append(keys)
    keys = max(valid, key=lambda one: int(one["generation"]))
    slot = next(one for one in keys["slots"] if one["way"] == "recovery")
    body = json.loads(canonical(slot, "sealed"))
    context = canonical({"slot": body, "vault": keys["vault"], "version": 1})
    sealed, way = bytes.fromhex(slot["sealed"]), subkey(secret, "slot recovery")
    opened = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        sealed[24:], context, sealed[:24], way
    )
    mac = hmac.digest(subkey(opened, "key file"), canonical(keys, "mac", "sha256"), "sha256")
    assert mac.hex() == keys["mac"], "the key file was changed"
    return keys, bytes(opened)


def verify(conn: Any, anchor: dict[str, Any]) -> int:
    inner = conn.execute("SELECT value FROM meta WHERE name = 'secret'").fetchone()[0]
    key, previous, number, seen = subkey(inner, "history"), bytes(32), 0, {0: "00" * 32}
    for number, (*said, salt, payload, digest, linked, mac) in enumerate(
        conn.execute(f"SELECT {LINE}, salt, payload, digest, previous, mac FROM history"), 1
    ):
        line = canonical([*said, digest.hex(), previous.hex()])
        assert payload is None or hmac.digest(salt, payload.encode(), "sha256") == digest
        assert hmac.digest(key, line, "sha256") == mac
        assert (said[0], linked) == (number, previous), "the history has a gap"
        previous, seen[number] = mac, mac.hex()
    assert seen.get(anchor["number"]) == anchor["hash"], "this is an older copy"
    return number


def media(folder: Path, conn: Any) -> Iterator[tuple[str, str, bytes]]:
    columns = "media_id, evidence_id, role, key, size, sha256"
    for name, owner, role, key, size, digest in conn.execute(f"SELECT {columns} FROM media_key"):
        data, plain, tag = (folder / "media" / f"{name}.ftm").read_bytes(), b"", 0
        state = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, data[8:32], key)
        for at in range(32, len(data), PIECE):
            piece, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                state, data[at : at + PIECE], name.encode()
            )
            plain += piece
        assert (data[:8], tag, len(plain)) == (b"FTMEDIA1", 3, size), "a file is damaged"
        assert hashlib.sha256(plain).hexdigest() == digest, "a file is damaged"
        yield owner, role, plain


def main(folder: Path, code: str) -> None:
    digits = "".join(filter(str.isdigit, code))
    groups = [int(digits[at : at + 6]) // 11 for at in range(0, 48, 6)]
    keys, key = unlock(folder, b"".join(group.to_bytes(2, "big") for group in groups))
    conn = sqlcipher.connect(str(folder / "cases.db"))
    conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    found: list[object] = [{"history": verify(conn, keys["anchor"])}]
    tables = conn.execute("SELECT name FROM pragma_table_list WHERE strict AND schema = 'main'")
    for (table,) in tables.fetchall():
        names = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
        if {"case_id", "body"} <= set(names) and table != "draft":
            rows = conn.execute(f"SELECT case_id, body FROM {table}")
            found += [{table: [case, json.loads(body)]} for case, body in rows]
    found += [{"file": [owner, role, len(plain)]} for owner, role, plain in media(folder, conn)]
    sys.stdout.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
