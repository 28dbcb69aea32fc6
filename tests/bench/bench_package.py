"""Writing a package of 50 MB, members ready, against pyrage plus one SHA-256.

What happens before the members are ready is measured apart: starting a worker, and building a
picture anew from its pixels in one.
"""

import hashlib
import io
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyrage
from harness import Figure
from PIL import Image

from familytrace.package import age_file
from familytrace.package.write import Envelope, case_contents, write_package
from familytrace.worker.images import rebuild
from familytrace.worker.pictures import rebuild_picture
from familytrace.worker.run import run

_PICTURES = 25
_EACH = 2_000_000


def figures(_folder: Path) -> Iterator[Figure]:
    """Yield the package, then what is done before it."""
    yield _package()
    yield Figure("start of one worker", _start, _bare_python, "a bare Python that does nothing")
    yield _rebuilding()


def _picture(seed: int) -> bytes:
    """Return an honest JPEG whose compressed data is as long as wanted."""
    sheet = io.BytesIO()
    Image.new("RGB", (16, 16), (seed, 90, 90)).save(sheet, "JPEG")
    plain = sheet.getvalue()
    noise = random.Random(seed).randbytes(_EACH).replace(b"\xff", b"\x7f")
    return plain[:-2] + noise + plain[-2:]


def _package() -> Figure:
    pictures = [_picture(seed) for seed in range(_PICTURES)]
    contents = case_contents(case=b"{}", consent=b"{}", form_pdf=None, pictures=pictures)
    recipient = age_file.new_identity().public
    key = pyrage.x25519.Recipient.from_str(recipient)
    plain = b"".join(pictures)

    def ours(number: int) -> None:
        envelope = Envelope(
            recipient, "0" * 32, number + 1, date(2026, 3, 1), signing_seed=bytes(32)
        )
        write_package(contents, envelope)

    def baseline(_number: int) -> None:
        hashlib.sha256(plain).hexdigest()
        pyrage.encrypt_io(io.BytesIO(plain), io.BytesIO(), [key])

    return Figure("package of 50 MB", ours, baseline, "pyrage plus one SHA-256", aim=1.5)


def _start(_round: int) -> None:
    run("enforced", [])


def _bare_python(_round: int) -> None:
    subprocess.run([sys.executable, "-I", "-c", "pass"], check=True)


def _rebuilding() -> Figure:
    noise = random.Random(7).randbytes(1200 * 900 * 3)
    sheet = io.BytesIO()
    picture = Image.frombytes("RGB", (1200, 900), noise).resize((3000, 2250))
    picture.save(sheet, "JPEG", quality=90)
    photo = sheet.getvalue()

    def ours(_round: int) -> None:
        rebuild_picture(photo)

    def baseline(_round: int) -> None:
        rebuild(photo)

    return Figure("a photo rebuilt in a worker", ours, baseline, "the same without a worker")
