"""Opening packages, pictures and documents from outside makes no file anywhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import forge
import pytest

pytestmark = pytest.mark.tracer
ROOT = Path(__file__).parents[3]
SCRIPT = """
import io, sys
sys.path += sys.argv[1:3]
from datetime import date
from reportlab.pdfgen.canvas import Canvas
import forge
from familytrace.package import read
from familytrace.worker import pictures
sheet = io.BytesIO()
paper = Canvas(sheet)
paper.drawString(9, 9, "a page")
paper.save()
with open(sys.argv[3], "rb") as file:
    data = file.read()
print("begin", flush=True)
for _ in range(3):
    opened = read.open_package(data, sys.argv[4], today=date(2026, 3, 1))
    assert len(opened.pictures) == 2
    pictures.picture_pixels(opened.pictures[0])
    pictures.document_pages(sheet.getvalue())
for broken in (data[:-9], b"nothing"):
    try:
        read.open_package(broken, sys.argv[4])
    except Exception as error:
        print(type(error).__name__)
if len(sys.argv) > 5:
    open(sys.argv[5], "w").close()
"""
CALLS = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,memfd_create,link,linkat,symlink"
MAKING = re.compile(r"O_CREAT|O_TMPFILE|O_WRONLY|O_RDWR|\b(creat|mk\w+|memfd_create|\w*link\w*)\(")
OWN = ("/dev/null", "/dev/tty")


def _made(tmp_path: Path, *more: str) -> list[str]:
    (tmp_path / "a.ftcase").write_bytes(forge.honest())
    trace = tmp_path / "trace"
    words = [str(ROOT), str(ROOT / "tests" / "support"), str(tmp_path / "a.ftcase")]
    watch = ("strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={CALLS}")
    script = (sys.executable, "-B", "-c", SCRIPT, *words, forge.ME.secret, *more)
    done = subprocess.run(
        [*watch, *script],
        capture_output=True,
        text=True,
        check=False,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("nothing can be traced here")
    assert ["begin", "PackageDamagedError", "NotAPackageError"] == done.stdout.split(), done.stderr
    lines = trace.read_text().splitlines()
    assert any("libc.so" in line for line in lines)
    return [line for line in lines if MAKING.search(line) and not any(own in line for own in OWN)]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")
def test_looking_at_what_came_in_makes_no_file(tmp_path: Path) -> None:
    assert [] == _made(tmp_path)


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")
def test_a_file_that_was_made_would_be_seen(tmp_path: Path) -> None:
    planted = str(tmp_path / "planted")
    assert [planted in line for line in _made(tmp_path, planted)] == [True]
