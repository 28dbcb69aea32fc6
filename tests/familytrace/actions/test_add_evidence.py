"""A file is told by its content, kept whole, and shown small."""

import io
from pathlib import Path

import pytest
from PIL import Image

from familytrace.actions.add_evidence import THUMBNAIL, add_evidence, add_file, kind_of
from familytrace.actions.start_case import start_case
from familytrace.model.evidence import Evidence
from familytrace.vault.vault import Vault


def _png() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (900, 500), (10, 80, 90)).save(held, "PNG")
    return held.getvalue()


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"%PDF-1.7", "application/pdf"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"\0\0\0\x18ftypisom", "video/mp4"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"hello", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(start: bytes, kind: str) -> None:
    assert kind == kind_of(start)


def test_the_name_of_a_file_does_not_decide_what_it_is(family: Vault, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(_png())
    saved = add_file(family, start_case(family), path, Evidence(kind="letter"))
    assert ("image/png", "letter.pdf") == (saved.media_type, saved.file_name)


def test_a_picture_gets_a_small_one_of_pixels(family: Vault) -> None:
    case_id = start_case(family)
    saved = add_evidence(family, case_id, io.BytesIO(_png()), Evidence(kind="photo"))
    small = b"".join(family.read_evidence(case_id, saved.id, THUMBNAIL))
    assert (256, 142) == Image.open(io.BytesIO(small)).size


def test_a_broken_picture_is_kept_and_can_never_be_attached(family: Vault) -> None:
    case_id = start_case(family)
    data = _png()[:200]
    saved = add_evidence(family, case_id, io.BytesIO(data), Evidence(kind="photo"))
    assert "application/octet-stream" == saved.media_type
    assert data == b"".join(family.read_evidence(case_id, saved.id))
