"""Only pictures rebuilt from pixels are embedded."""

from collections.abc import Callable

import pytest
from PIL import Image

from familytrace.errors import PictureError
from familytrace.pdf.picture import read_jpeg

MakeJpeg = Callable[..., bytes]


def test_a_rebuilt_picture_is_measured(make_jpeg: MakeJpeg) -> None:
    found = read_jpeg(make_jpeg((60, 80)))
    assert (found.width, found.height, found.parts) == (60, 80, 3)


def test_a_grey_picture_is_allowed(make_jpeg: MakeJpeg) -> None:
    assert read_jpeg(make_jpeg((8, 9), "L")).parts == 1


def exif() -> bytes:
    told = Image.Exif()
    told[0x010E] = "where we live"
    return told.tobytes()


@pytest.mark.parametrize(
    "extra", [{"exif": exif()}, {"comment": b"a note"}, {"icc_profile": b"profile"}], ids=str
)
def test_a_picture_with_more_than_pixels_is_refused(
    extra: dict[str, bytes], make_jpeg: MakeJpeg
) -> None:
    with pytest.raises(PictureError):
        read_jpeg(make_jpeg((8, 8), **extra))


def test_four_colour_pictures_are_refused(make_jpeg: MakeJpeg) -> None:
    with pytest.raises(PictureError):
        read_jpeg(make_jpeg((8, 8), "CMYK"))


def test_what_is_no_jpeg_is_refused() -> None:
    for data in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x02"):
        with pytest.raises(PictureError):
            read_jpeg(data)


def test_a_picture_cut_short_anywhere_in_its_head_is_refused(make_jpeg: MakeJpeg) -> None:
    whole = make_jpeg((8, 8))
    scan = whole.index(b"\xff\xda")
    for end in range(scan):
        with pytest.raises(PictureError):
            read_jpeg(whole[:end])
