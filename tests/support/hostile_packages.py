"""Everything a sender with a good seal and a good signature could get wrong on purpose."""

import json
from collections.abc import Callable
from typing import Any

import forge

from familytrace import errors
from familytrace.package import content, manifest, tar

E = errors.PackageMalformedError
Members = forge.Members


def replaced(name: str, data: bytes) -> Callable[[Members], Members]:
    return lambda held: [(one, data if one == name else old) for one, old in held]


def without(name: str) -> Callable[[Members], Members]:
    return lambda held: [pair for pair in held if pair[0] != name]


def renamed(old: str, new: str) -> Callable[[Members], Members]:
    return lambda held: [(new if name == old else name, data) for name, data in held]


def swapped(first: int, second: int) -> Callable[[Members], Members]:
    def change(held: Members) -> Members:
        held[first], held[second] = held[second], held[first]
        return held

    return change


def more(name: str, data: bytes, at: int = 99) -> Callable[[Members], Members]:
    return lambda held: [*held[:at], (name, data), *held[at:]]


def made(change: Callable[[Members], Members]) -> Callable[[], bytes]:
    return lambda: forge.with_members(change)


def json_inside(text: bytes) -> Callable[[], bytes]:
    return made(replaced("case.json", text))


def manifest_of(**changes: Any) -> Callable[[], bytes]:
    return lambda: forge.inside(**changes)


def raw_manifest(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    def make() -> bytes:
        held = forge.members()
        return forge.tar(forge.whole(held, change(forge.text_of(forge.values(held)))))

    return make


def one_head(field: str, value: bytes, name: str = "form.pdf") -> Callable[[], bytes]:
    def make() -> bytes:
        size = len(dict(forge.members())[name])
        plain = forge.inside()
        return plain.replace(forge.header(name, size), forge.header(name, size, **{field: value}))

    return make


def name_head(name: str) -> Callable[[], bytes]:
    def make() -> bytes:
        size = len(dict(forge.members())["form.pdf"])
        plain = forge.inside()
        return plain.replace(forge.header("form.pdf", size), forge.header(name, size))

    return make


def _at_the_form() -> int:
    return forge.inside().index(b"%PDF-1.7 a form") + 5


def _missing() -> bytes:
    held = forge.members()
    text = forge.text_of(forge.values(held))
    return forge.tar(forge.whole([*held[:2], *held[3:]], text))


def _unlisted() -> bytes:
    held = forge.members()
    text = forge.text_of(forge.values(held))
    return forge.tar(forge.whole([*held[:4], ("form.docx", b"PK\x03\x04")], text))


def _swapped_blob() -> bytes:
    held = forge.members()
    text = forge.text_of(forge.values(held))
    held[4] = ("attachments/0001.jpg", forge.picture("green"))
    return forge.tar(forge.whole(held, text))


def _two_of_one_name() -> bytes:
    held = forge.members()
    held.insert(3, ("form.pdf", b"%PDF-1.7 another"))
    return forge.tar(forge.whole(held, forge.text_of(forge.values(held))))


def _hidden_in_padding() -> bytes:
    plain = bytearray(forge.inside())
    plain[-2000:-1994] = b"secret"
    return bytes(plain)


def _hidden_in_fill() -> bytes:
    plain = forge.inside()
    at = plain.index(b"%PDF-1.7 a form") + 20
    return plain[:at] + b"x" + plain[at + 1 :]


def _wrong_bucket() -> bytes:
    held = forge.members()
    return forge.tar(forge.whole(held, forge.text_of(forge.values(held))), fill=512)


def _no_padding() -> bytes:
    held = forge.members()
    plain = forge.tar(forge.whole(held, forge.text_of(forge.values(held))), fill=0)
    return plain.replace(forge.header("padding", 0), b"")


def _signature_first() -> bytes:
    held = forge.members()
    text = forge.text_of(forge.values(held))
    both = forge.whole(held, text)
    return forge.tar([both[1], both[0], *both[2:]])


def _signed_by(seed: bytes | None, **changes: Any) -> Callable[[], bytes]:
    def make() -> bytes:
        held = forge.members()
        return forge.tar(forge.whole(held, forge.text_of(forge.values(held, **changes)), seed))

    return make


def _edited_after_signing() -> bytes:
    held = forge.members()
    both = forge.whole(held, forge.text_of(forge.values(held)))
    both[0] = ("manifest.json", forge.text_of(forge.values(held, sequence=2)))
    return forge.tar(both)


def _deep(levels: int) -> bytes:
    return b'{"a":' * levels + b"1" + b"}" * levels


TRAILER = forge.picture() + b"PK\x03\x04 more"

BROKEN: dict[str, tuple[Any, int, Callable[[], bytes]]] = {
    # --- the tar
    "not a tar": (E, tar.BAD_NAME, lambda: b"x" * 65536),
    "empty": (E, tar.BAD_END, lambda: b""),
    "only zeros": (E, tar.BAD_NAME, lambda: bytes(65536)),
    "cut inside a member": (E, tar.BAD_SIZE, lambda: forge.inside()[: _at_the_form()]),
    "a byte after the end": (E, tar.BAD_END, lambda: forge.inside() + b"\0"),
    "a block after the end": (E, tar.BAD_END, lambda: forge.inside() + bytes(512)),
    "a package after the end": (E, tar.BAD_END, lambda: forge.inside() * 2),
    "no end": (E, tar.BAD_END, lambda: forge.inside()[:-512]),
    "a secret in the padding": (E, tar.BAD_PADDING, _hidden_in_padding),
    "a secret after a member": (E, tar.BAD_FILL, _hidden_in_fill),
    "padding of another length": (E, tar.BAD_PADDING, _wrong_bucket),
    "no padding": (E, tar.BAD_NAME, _no_padding),
    "a link": (E, tar.BAD_HEAD, one_head("type", b"2")),
    "a hard link": (E, tar.BAD_HEAD, one_head("type", b"1")),
    "a folder": (E, tar.BAD_HEAD, one_head("type", b"5")),
    "a device": (E, tar.BAD_HEAD, one_head("type", b"3")),
    "a pax head": (E, tar.BAD_HEAD, one_head("type", b"x")),
    "a GNU long name": (E, tar.BAD_HEAD, one_head("type", b"L")),
    "a sparse file": (E, tar.BAD_HEAD, one_head("type", b"S")),
    "an owner": (E, tar.BAD_HEAD, one_head("uid", b"0001750\0")),
    "a program": (E, tar.BAD_HEAD, one_head("mode", b"0000755\0")),
    "a time": (E, tar.BAD_HEAD, one_head("mtime", b"14700000000\0")),
    "a link name": (E, tar.BAD_HEAD, one_head("link", b"/etc/passwd".ljust(100, b"\0"))),
    "an owner's name": (E, tar.BAD_HEAD, one_head("rest", b"sinaq".ljust(247, b"\0"))),
    "a wrong checksum": (E, tar.BAD_HEAD, one_head("sum", b"000001\0 ")),
    "another magic": (E, tar.BAD_HEAD, one_head("magic", b"ustar  \0")),
    "a size in binary": (E, tar.BAD_SIZE, one_head("size", b"\x80" + b"\xff" * 11)),
    "a negative size": (E, tar.BAD_SIZE, one_head("size", b"-0000000001\0")),
    "a size past the end": (E, tar.BAD_SIZE, one_head("size", b"77777777777\0")),
    "a size with spaces": (E, tar.BAD_SIZE, one_head("size", b"         17 \0")),
    "two members of one name": (E, tar.TWICE, _two_of_one_name),
    # --- names
    **{
        f"the name {name!r}": (E, tar.BAD_NAME, name_head(name))
        for name in (
            "../form.pdf",
            "/form.pdf",
            "./form.pdf",
            "form.pdf/",
            "FORM.PDF",
            "form.pdf.exe",
            "-rf",
            "CON",
            "attachments/../x.jpg",
            "attachments/1.jpg",
            "attachments/0001.jpeg",
            "attachments\\0001.jpg",
            "Adil Sinaq.pdf",
            "form\u202efdp.exe",
            "form.pdf\n",
            "",
        )
    },
    # --- the manifest
    "no manifest": (E, manifest.BAD_MEMBERS, lambda: forge.tar(forge.members())),
    "the signature first": (E, manifest.BAD_MEMBERS, _signature_first),
    "a key twice": (
        E,
        manifest.BAD_MANIFEST,
        raw_manifest(lambda text: text[:-1] + b',"sequence":9}'),
    ),
    "spaces in the manifest": (
        E,
        manifest.BAD_MANIFEST,
        raw_manifest(lambda text: text.replace(b":", b": ")),
    ),
    "keys in another order": (
        E,
        manifest.BAD_MANIFEST,
        raw_manifest(lambda text: json.dumps(dict(reversed(json.loads(text).items()))).encode()),
    ),
    "a byte order mark": (
        E,
        manifest.BAD_MANIFEST,
        raw_manifest(lambda text: b"\xef\xbb\xbf" + text),
    ),
    "UTF-16": (
        E,
        manifest.BAD_MANIFEST,
        raw_manifest(lambda text: text.decode().encode("utf-16")),
    ),
    "an unknown key": (E, manifest.BAD_MANIFEST, manifest_of(more="1")),
    "a missing key": (
        E,
        manifest.BAD_MANIFEST,
        raw_manifest(lambda text: text.replace(b'"previous":null,', b"")),
    ),
    "too deep": (E, manifest.BAD_MANIFEST, manifest_of(kind=[[[[[[1]]]]]])),
    "a fraction": (E, manifest.BAD_MANIFEST, manifest_of(sequence=1.5)),
    "a truth for a number": (E, manifest.BAD_MANIFEST, manifest_of(sequence=True)),
    "a sequence of nought": (E, manifest.BAD_MANIFEST, manifest_of(sequence=0)),
    "a day that is none": (E, manifest.BAD_MANIFEST, manifest_of(created="2026-02-30")),
    "a time for a day": (E, manifest.BAD_MANIFEST, manifest_of(created="2026-03-01T10:00")),
    "another format": (E, manifest.BAD_MANIFEST, manifest_of(format="something")),
    "another kind": (E, manifest.BAD_MANIFEST, manifest_of(kind="update")),
    "capital hash": (E, manifest.BAD_MANIFEST, manifest_of(recipient="AB" * 32)),
    "a secret as return key": (
        E,
        manifest.BAD_MANIFEST,
        manifest_of(reply_to=forge.ME.secret),
    ),
    "a version of nought": (E, manifest.BAD_MANIFEST, manifest_of(version=0)),
    "a floor above the version": (E, manifest.BAD_MANIFEST, manifest_of(min_version=2)),
    "a newer version": (
        errors.PackageTooNewError,
        0,
        manifest_of(version=3, min_version=2, new="1"),
    ),
    "a manifest too long": (
        errors.PackageTooBigError,
        0,
        raw_manifest(lambda text: text + b" " * (1 << 20)),
    ),
    # --- members against the manifest
    "a member not listed": (E, manifest.BAD_MEMBERS, _unlisted),
    "a member missing": (E, manifest.BAD_MEMBERS, _missing),
    "no case": (E, manifest.BAD_MEMBERS, made(without("case.json"))),
    "no consent": (E, manifest.BAD_MEMBERS, made(without("consent.json"))),
    "a reply in a case": (E, manifest.BAD_MEMBERS, made(more("reply.json", b"{}", 2))),
    "another order": (E, manifest.BAD_ORDER, made(swapped(0, 1))),
    "pictures in another order": (E, manifest.BAD_ORDER, made(swapped(4, 5))),
    "a picture left out": (E, manifest.BAD_PICTURES, made(without("attachments/0001.jpg"))),
    "a picture of another number": (
        E,
        manifest.BAD_PICTURES,
        made(renamed("attachments/0002.jpg", "attachments/0003.jpg")),
    ),
    "a swapped picture": (E, manifest.BAD_HASH, _swapped_blob),
    "a manifest in the manifest": (
        E,
        tar.TWICE,
        made(more("manifest.json", b"{}")),
    ),
    # --- the signature
    "stripped": (errors.SignatureError, 0, _signed_by(None)),
    "signed by another key": (errors.SignatureError, 0, _signed_by(forge.OTHER_SEED)),
    "signed but nobody named": (errors.SignatureError, 0, _signed_by(forge.SEED, sender=None)),
    "edited after signing": (errors.SignatureError, 0, _edited_after_signing),
    "a key that is none": (errors.SignatureError, 0, _signed_by(forge.SEED, sender="A" * 56)),
    # --- contents
    "consent twice, no and yes": (E, content.BAD_JSON, json_inside(b'{"ok":false,"ok":true}')),
    "a list for a case": (E, content.BAD_JSON, json_inside(b"[]")),
    "a case too deep": (E, content.BAD_JSON, json_inside(_deep(14))),
    "a case far too deep": (E, content.JSON_TOO_RICH, json_inside(_deep(100_000))),
    "not a number": (E, content.BAD_JSON, json_inside(b'{"a":NaN}')),
    "a huge number": (E, content.BAD_JSON, json_inside(b'{"a":' + b"9" * 6000 + b"}")),
    "a power": (E, content.BAD_JSON, json_inside(b'{"a":1e400}')),
    "half a character": (E, content.BAD_JSON, json_inside(b'{"a":"\\ud800"}')),
    "a nought in a text": (E, content.BAD_JSON, json_inside(b'{"a":"\\u0000"}')),
    "broken UTF-8": (E, content.BAD_JSON, json_inside(b'{"a":"\xff"}')),
    "too many values": (
        E,
        content.JSON_TOO_RICH,
        json_inside(b'{"a":[' + b"1," * 100_000 + b"1]}"),
    ),
    "too long a text": (E, content.JSON_TOO_RICH, json_inside(b'{"a":"' + b"x" * 600_000 + b'"}')),
    "a case too big": (
        errors.PackageTooBigError,
        0,
        json_inside(b'{"a":"' + b"x" * (5 << 20) + b'"}'),
    ),
    "an escape in a text": (E, content.BAD_TEXT, made(replaced("sheet.txt", b"\x1b[2Jhello"))),
    "a form that is a program": (E, content.BAD_PDF, made(replaced("form.pdf", b"MZ\x90\0"))),
    "a docx that is none": (
        E,
        content.BAD_DOCX,
        made(more("form.docx", b"\xd0\xcf\x11\xe0", 3)),
    ),
    "a picture that is a page": (
        errors.PictureError,
        0,
        made(replaced("attachments/0001.jpg", b"<html></html>")),
    ),
    "half a picture": (
        errors.PictureError,
        0,
        made(replaced("attachments/0001.jpg", forge.picture()[:300])),
    ),
    "a nested package": (
        errors.PictureError,
        0,
        made(replaced("attachments/0001.jpg", forge.honest())),
    ),
}
