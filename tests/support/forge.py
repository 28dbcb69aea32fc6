"""Packages for tests: honest ones, and ones broken in one chosen way under a good seal.

The tar is built here by hand, so that a fault in the product's writer cannot hide one
in its reader.
"""

import hashlib
import io
import json
import math
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from PIL import Image

from familytrace.package import age_file, minisign
from familytrace.package.write import Envelope, PackageContents, case_contents, write_package

ME = age_file.new_identity()
SOMEBODY = age_file.new_identity()
SEED = bytes(range(32))
OTHER_SEED = bytes(range(1, 33))
LINE = minisign.public_line(minisign.public_key(SEED))
OTHER_LINE = minisign.public_line(minisign.public_key(OTHER_SEED))
DAY = date(2026, 3, 1)
CASE_ID = "c0" * 16

Members = list[tuple[str, bytes]]


@cache
def picture(colour: str = "red") -> bytes:
    sheet = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(sheet, "JPEG", quality=85)
    return sheet.getvalue()


def contents() -> PackageContents:
    return case_contents(
        case=b'{"person":{"name":"Adil Sinaq"}}',
        consent=b'{"until":"2026-12-31"}',
        form_pdf=b"%PDF-1.7 a form",
        sheet="Name | Adil Sinaq\n",
        pictures=[picture("red"), picture("blue")],
    )


def envelope(**changes: Any) -> Envelope:
    given: dict[str, Any] = {
        "recipient": ME.public,
        "case": CASE_ID,
        "sequence": 1,
        "created": DAY,
        "signing_seed": SEED,
        "consent_until": date(2026, 12, 31),
        "package": "a1" * 16,
    }
    return Envelope(**{**given, **changes})


def honest() -> bytes:
    return write_package(contents(), envelope()).data


def members() -> Members:
    """The members after the manifest of an honest package, in their order."""
    return [
        ("case.json", b'{"person":{"name":"Adil Sinaq"}}'),
        ("consent.json", b'{"until":"2026-12-31"}'),
        ("form.pdf", b"%PDF-1.7 a form"),
        ("sheet.txt", b"Name | Adil Sinaq\n"),
        ("attachments/0001.jpg", picture("red")),
        ("attachments/0002.jpg", picture("blue")),
        ("READ-ME.txt", b"Plain words.\n"),
    ]


def values(held: Members, **changes: Any) -> dict[str, Any]:
    """The manifest of members as plain data, with some values changed (None keeps the key)."""
    given = {
        "format": "familytrace-package",
        "version": 1,
        "min_version": 1,
        "kind": "case",
        "package": "a1" * 16,
        "case": CASE_ID,
        "sequence": 1,
        "previous": None,
        "recipient": hashlib.sha256(ME.public.encode()).hexdigest(),
        "sender": LINE,
        "created": "2026-03-01",
        "consent_until": "2026-12-31",
        "reply_to": None,
        "members": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in held
        ],
    }
    return {**given, **changes}


def text_of(manifest: dict[str, Any]) -> bytes:
    return json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def whole(held: Members, manifest: bytes, seed: bytes | None = SEED) -> Members:
    """All members in order: the manifest, its signature unless there is no seed, the rest."""
    head = [("manifest.json", manifest)]
    if seed is not None:
        head.append(("manifest.json.minisig", minisign.sign(manifest, seed)))
    return [*head, *held]


def header(name: str, length: int, **changes: bytes) -> bytes:
    """One ustar head block; ``changes`` replace fields by name, the checksum follows."""
    fields = {
        "name": name.encode("utf-8", "surrogateescape").ljust(100, b"\0"),
        "mode": b"0000644\0",
        "uid": b"0000000\0",
        "gid": b"0000000\0",
        "size": b"%011o\0" % length,
        "mtime": b"%011o\0" % 946684800,
        "sum": b" " * 8,
        "type": b"0",
        "link": bytes(100),
        "magic": b"ustar\x0000",
        "rest": bytes(247),
        **changes,
    }
    block = b"".join(fields.values())
    if "sum" in changes:
        return block
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def padme(blocks: int) -> int:
    """The Padme length for a number of blocks, written straight from its paper."""
    exponent = math.floor(math.log2(blocks))
    unit = 1 << (exponent - math.floor(math.log2(exponent)) - 1)
    return math.ceil(blocks / unit) * unit


def tar(held: Members, fill: int | None = None) -> bytes:
    """A tar of members with honest heads, honest padding unless told, and the end."""
    out = b"".join(header(name, len(data)) + data + bytes(-len(data) % 512) for name, data in held)
    least = len(out) + 512 + 1024
    room = max(65536, padme(least // 512) * 512) - least if fill is None else fill
    return out + header("padding", room) + bytes(room + -room % 512) + bytes(1024)


def inside(**changes: Any) -> bytes:
    """The plain tar of a package whose manifest has some values changed, well signed."""
    held = members()
    return tar(whole(held, text_of(values(held, **changes))))


def sealed(plain: bytes) -> bytes:
    return age_file.seal(plain, ME.public)


def with_members(change: Callable[[Members], Members]) -> bytes:
    """The tar of a well signed package whose members were changed before it was made."""
    held = change(members())
    return tar(whole(held, text_of(values(held))))
