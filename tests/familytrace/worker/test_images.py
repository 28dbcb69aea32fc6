import io
import struct
import zlib
from collections.abc import Callable

import pytest
from busy import busy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from familytrace.errors import PictureError, WorkerError
from familytrace.worker import images, pictures

CANARY = b"Sinaq-43.82N-87.61E"


def jpeg(picture: Image.Image | None = None, **words: object) -> bytes:
    sheet = io.BytesIO()
    (picture or Image.new("RGB", (40, 30), "red")).save(sheet, "JPEG", **words)
    return sheet.getvalue()


def png(picture: Image.Image, **words: object) -> bytes:
    sheet = io.BytesIO()
    picture.save(sheet, "PNG", **words)
    return sheet.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def loaded_jpeg() -> bytes:
    """A camera's JPEG with the canary wherever a JPEG can carry words."""
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    exif.get_ifd(0x8825)[29] = CANARY.decode()
    xmp = b"http://ns.adobe.com/xap/1.0/\0" + CANARY
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + CANARY
    data = jpeg(exif=exif, comment=CANARY, icc_profile=profile)
    app1 = b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp
    app13 = b"\xff\xed" + struct.pack(">H", len(CANARY) + 2) + CANARY
    return data[:2] + app1 + app13 + data[2:] + CANARY


def loaded_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", CANARY.decode())
    words.add_itxt("Title", CANARY.decode())
    words.add_text("Zipped", CANARY.decode(), zip=True)
    return png(Image.new("RGB", (40, 30)), pnginfo=words) + CANARY


@pytest.mark.parametrize("make", [loaded_jpeg, loaded_png])
def test_nothing_but_pixels_survives(make: Callable[[], bytes]) -> None:
    data = make()
    assert CANARY in data
    _, _, body = images.rebuild(data)
    assert CANARY not in body
    assert {"jfif", "jfif_version", "jfif_unit", "jfif_density"} >= set(opened(body).info) - {"dpi"}


def test_saving_a_picture_again_would_keep_its_comment() -> None:
    assert CANARY in jpeg(opened(loaded_jpeg()))


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_comes_out_upright(turn: int) -> None:
    upright = Image.new("RGB", (64, 32), "white")
    upright.paste("red", (0, 0, 16, 16))
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[turn]
    exif = Image.Exif()
    exif[0x0112] = turn
    taken = upright.transpose(undo) if undo is not None else upright
    width, height, body = images.rebuild(jpeg(taken, exif=exif, quality=95))
    assert (64, 32) == (width, height)
    corner = opened(body).getpixel((4, 4))
    assert isinstance(corner, tuple)
    assert corner[0] > 200
    assert corner[1] < 80


def test_a_broken_note_of_the_camera_does_not_cost_the_picture() -> None:
    broken = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12"
    assert (40, 30) == images.rebuild(jpeg(exif=broken))[:2]


def test_transparency_becomes_white() -> None:
    clear = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    pixel = opened(images.rebuild(png(clear))[2]).getpixel((10, 10))
    assert isinstance(pixel, tuple)
    assert min(pixel) > 245


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    data = png(Image.new(mode, (17, 9)))
    assert (17, 9) == images.rebuild(data)[:2]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_is_read(mode: str) -> None:
    assert (17, 9) == images.rebuild(jpeg(Image.new(mode, (17, 9))))[:2]


def test_sixteen_bit_greys_keep_their_light() -> None:
    data = png(Image.new("I;16", (8, 8), 0x8000))
    assert 120 < int(opened(images.rebuild(data)[2]).convert("L").tobytes()[0]) < 136


def test_only_the_first_picture_of_a_moving_one_is_taken() -> None:
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue", "green")]
    moving = png(frames[0], save_all=True, append_images=frames[1:])
    pixel = opened(images.rebuild(moving)[2]).getpixel((15, 15))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200


def test_the_same_picture_gives_the_same_bytes_in_and_out_of_a_worker() -> None:
    data = loaded_jpeg()
    assert images.rebuild(data) == images.rebuild(data)
    here = images.rebuild(data)
    there = pictures.rebuild_picture(data)
    assert here == (there.width, there.height, there.jpeg)


def test_a_big_picture_is_made_smaller() -> None:
    width, height, _ = images.rebuild(jpeg(Image.new("RGB", (6000, 1500))))
    assert (4096, 1024) == (width, height)


def test_a_picture_is_made_coarser_and_smaller_until_mail_takes_it() -> None:
    noisy = jpeg(Image.effect_noise((1600, 1200), 90).convert("RGB"), quality=95)
    body = images.rebuild(noisy, images.Wanted(target_bytes=120_000))[2]
    assert len(body) <= 120_000
    assert max(opened(body).size) >= 320


@given(
    width=st.integers(1, 90),
    height=st.integers(1, 90),
    side=st.integers(1, 80),
)
@settings(max_examples=25)
def test_any_shape_fits_into_the_wanted_side(width: int, height: int, side: int) -> None:
    data = png(Image.new("RGB", (width, height)))
    found = images.rebuild(data, images.Wanted(max_side=side))
    assert max(found[:2]) <= side
    assert min(found[:2]) >= 1


def claimed_png(width: int, height: int, body: bytes = b"", *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG whose head claims a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    more = b"".join(chunk(kind, data) for kind, data in extra)
    packed = zlib.compress(body or bytes(100))
    end = chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + end


def _other_format(name: str) -> bytes:
    sheet = io.BytesIO()
    Image.new("RGB", (8, 8)).save(sheet, name)
    return sheet.getvalue()


BOMBS = {
    "too many pixels": claimed_png(8_000, 8_000),
    "far too many pixels": claimed_png(100_000, 100_000),
    "more than the library allows": claimed_png(2**31 - 1, 2**31 - 1),
    "too wide": claimed_png(12_001, 1),
    "no size at all": claimed_png(0, 0),
    "almost no data": claimed_png(6_000, 6_000),
    "a bomb of text": claimed_png(4, 4, b"", (b"zTXt", b"k\0\0" + zlib.compress(bytes(200 << 20)))),
    "a bomb of a profile": claimed_png(
        4, 4, b"", (b"iCCP", b"k\0\0" + zlib.compress(bytes(200 << 20)))
    ),
    "jpeg that claims much": jpeg(Image.new("RGB", (64, 64))).replace(
        b"\x00\x40\x00\x40", b"\xff\xff\xff\xff"
    ),
    "cut short": jpeg(Image.effect_noise((400, 400), 50).convert("RGB"))[:9_000],
    "empty": b"",
    "words": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "post script": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    **{name: _other_format(name) for name in ("GIF", "BMP", "TIFF", "WEBP", "PPM", "ICO", "TGA")},
}


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda name: name.replace(" ", "-"))
def test_a_hostile_picture_is_one_quick_error(bomb: str) -> None:
    before = busy()
    with pytest.raises((PictureError, WorkerError)):
        pictures.rebuild_picture(BOMBS[bomb])
    assert busy() - before < 2


def test_the_biggest_allowed_picture_fits_into_a_worker() -> None:
    biggest = png(Image.new("RGBA", (8_000, 5_000), (9, 9, 9, 90)), compress_level=1)
    found = pictures.rebuild_picture(biggest)
    assert (4096, 2560) == (found.width, found.height)


def test_pixels_for_the_screen_are_as_many_as_they_say() -> None:
    found = pictures.picture_pixels(loaded_jpeg(), max_side=20)
    assert (20, 15) == (found.width, found.height)
    assert 20 * 15 * 3 == len(found.rgb)
