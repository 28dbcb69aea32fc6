"""Add a file: the original is kept whole, its kind is told from its content, not its name."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from familytrace.errors import DocumentError, PictureError
from familytrace.model.evidence import Evidence
from familytrace.vault.vault import Vault
from familytrace.worker.pictures import document_pages, rebuild_picture

THUMBNAIL = "thumbnail"
_THUMBNAIL_SIDE = 256
_KINDS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"GIF8", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"PK\x03\x04", "application/zip"),
)

_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"mif1"), "image/heic"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
}


def kind_of(start: bytes) -> str:
    """Return a file's media type by its first bytes; ``application/octet-stream`` if unknown."""
    if start[4:8] == b"ftyp":
        return _BRANDS.get(start[8:12], "video/mp4")
    return next((kind for magic, kind in _KINDS if start.startswith(magic)), _UNKNOWN)


_UNKNOWN = "application/octet-stream"


def add_evidence(
    vault: Vault,
    case_id: str,
    stream: BinaryIO,
    record: Evidence,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Evidence:
    """Keep a file with its record; a small picture of it is made in quarantine.

    Raises FileTooBigError. A picture that cannot be read safely is kept all the same,
    and stays at home: it can never be attached.
    """
    start = stream.read(16)
    stream.seek(0)
    saved = vault.add_evidence(
        case_id, replace(record, media_type=kind_of(start)), stream, progress
    )
    return _with_thumbnail(vault, case_id, saved)


def add_file(vault: Vault, case_id: str, path: Path, record: Evidence) -> Evidence:
    """Keep a file from the disk; its name is remembered and never leaves."""
    with path.open("rb") as stream:
        return add_evidence(vault, case_id, stream, replace(record, file_name=path.name))


def _with_thumbnail(vault: Vault, case_id: str, saved: Evidence) -> Evidence:
    try:
        if saved.media_type == "application/pdf":
            data = b"".join(vault.read_evidence(case_id, saved.id))
            pages = document_pages(data, first=0, count=1, width=_THUMBNAIL_SIDE).pages
            (saved,) = vault.save(case_id, replace(saved, pages=pages), reason="add")
        elif saved.media_type in ("image/jpeg", "image/png"):
            data = b"".join(vault.read_evidence(case_id, saved.id))
            small = rebuild_picture(data, max_side=_THUMBNAIL_SIDE, quality=80)
            vault.add_copy(case_id, saved.id, THUMBNAIL, BytesIO(small.jpeg))
    except (PictureError, DocumentError):
        (saved,) = vault.save(case_id, replace(saved, media_type=_UNKNOWN), reason="add")
    return saved
