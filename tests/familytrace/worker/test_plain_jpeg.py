import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from familytrace.errors import PictureError
from familytrace.worker.plain_jpeg import check_plain_jpeg


def _jpeg(**words: object) -> bytes:
    sheet = io.BytesIO()
    Image.effect_noise((60, 40), 60).convert("RGB").save(sheet, "JPEG", **words)
    return sheet.getvalue()


PLAIN = _jpeg()


@pytest.mark.parametrize("words", [{}, {"optimize": True}, {"progressive": True}, {"quality": 95}])
def test_pixels_alone_are_plain(words: dict[str, object]) -> None:
    assert check_plain_jpeg(_jpeg(**words))


@pytest.mark.parametrize("kind", [0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xFE, 0xF0, 0x01])
def test_any_place_for_words_is_noticed(kind: int) -> None:
    words = bytes((0xFF, kind)) + b"\0\x05abc"
    for at in (2, PLAIN.index(b"\xff\xda")):
        with pytest.raises(PictureError):
            check_plain_jpeg(PLAIN[:at] + words + PLAIN[at:])
    with pytest.raises(PictureError):
        check_plain_jpeg(PLAIN[:-2] + words + PLAIN[-2:])


def test_a_thumbnail_in_the_first_segment_is_noticed() -> None:
    longer = PLAIN[:4] + b"\0\x13" + PLAIN[6:20] + b"abc" + PLAIN[20:]
    with pytest.raises(PictureError):
        check_plain_jpeg(longer)


def test_every_cut_and_every_trailer_is_noticed() -> None:
    for length in range(len(PLAIN)):
        with pytest.raises(PictureError):
            check_plain_jpeg(PLAIN[:length])
    with pytest.raises(PictureError):
        check_plain_jpeg(PLAIN + b"\0")
    with pytest.raises(PictureError):
        check_plain_jpeg(PLAIN + PLAIN)


@given(st.binary(max_size=100))
def test_any_bytes_are_plain_or_refused(noise: bytes) -> None:
    for data in (noise, PLAIN[:2] + noise, PLAIN[:-2] + noise):
        with pytest.raises(PictureError):
            check_plain_jpeg(data)
