"""Look for somebody's name, number or account in every text that hides in a file."""

import contextlib
import io
import re
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pyrage

from familytrace.model.case import Case
from familytrace.model.document import CaseDocument, write_document

# Every way in which T06 writes the name of the sister who is still there.
_SISTER = re.compile(
    "[Rr][ae]yh[ae]n'?g[u\u00fc]l|"
    "\u0631\u06d5\u064a\u06be\u0627\u0646\u06af\u06c8\u0644|"
    "\u0420\u04d9\u0439\u04bb\u0430\u043d\u0433\u04af\u043b|"
    "\u70ed\u4f9d\u6c57\u53e4\u4e3d"
)


def voice(path: Path) -> Path:
    """Write a file that begins like a voice message and is as long as that of T06."""
    head = bytes.fromhex("00000020667479704d344120") + bytes(4) + b"M4A mp42isom" + bytes(4)
    path.write_bytes(head + bytes(183204 - len(head)))
    return path


def spellings(case: Case) -> set[str]:
    """Return the protected words, sources and the sister's name as it is written anywhere."""
    plain = str(write_document(CaseDocument(case)))
    found = {one.text for one in case.safety.protected}
    found |= {claim.source_name for claim in case.claims if claim.source_name}
    return found | set(_SISTER.findall(plain)) | {"5550106", "555 0106"}


def members(package: Path, identity: str, place: Path) -> list[Path]:
    """Open a package as a stranger would, without our reader, and return its members."""
    secret = next(line for line in identity.splitlines() if line.startswith("AGE-SECRET-KEY-1"))
    key = pyrage.x25519.Identity.from_str(secret)
    data = pyrage.decrypt(package.read_bytes(), [key])
    folder = place / "opened"
    folder.mkdir()
    made = []
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for member in tar:
            held = tar.extractfile(member)
            assert held is not None
            target = folder / Path(member.name).name
            target.write_bytes(held.read())
            made.append(target)
    return made


def seen_in(path: Path, hidden: set[str]) -> set[str]:
    """Return which of the words can be read anywhere in a file."""
    texts = [_plain(text) for text in _texts(path.read_bytes())]
    return {word for word in hidden if any(_plain(word) in text for text in texts)}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _texts(data: bytes) -> Iterator[str]:
    streams = [data]
    for part in data.split(b"stream\n")[1:]:
        with contextlib.suppress(zlib.error):
            streams.append(zlib.decompressobj().decompress(part))
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            streams += [archive.read(name) for name in archive.namelist()]
    for stream in streams:
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            yield stream.decode(encoding, "replace")
    if data.startswith(b"%PDF-"):
        for page in pypdfium2.PdfDocument(data):
            yield page.get_textpage().get_text_bounded()
