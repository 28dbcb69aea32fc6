"""The file itself: PDF/A in shape, the same bytes every time, nothing of this computer in it."""

import hashlib
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from familytrace.forms.filled import FilledForm
from familytrace.pdf.document import srgb_profile
from familytrace.pdf.form_pdf import form_pdf

Printed = Callable[..., bytes]
AGAIN = """
import hashlib, sys
from familytrace.pdf.layout import Style
from familytrace.pdf.pages import make_pages
from familytrace.pdf.para import Para
story = [Para(text, Style(size=12.5)) for text in sys.argv[1:]]
made = make_pages(story, title="Trial", language="en", paper="A4", furniture=lambda *_told: None)
print(hashlib.sha256(made).hexdigest())
"""


@pytest.fixture
def page(printed: Printed, texts: dict[str, str]) -> bytes:
    return printed(texts["ug_right"], texts["zh"], texts["kk"])


def opened(data: bytes) -> bytes:
    """Return the file with its streams unpacked behind it."""
    found = [data]
    for part in data.split(b"\nstream\n")[1:]:
        content = part.split(b"\nendstream\n")[0]
        try:
            found.append(zlib.decompress(content))
        except zlib.error:
            found.append(content)
    return b"\n".join(found)


def test_the_file_says_that_it_is_pdf_a_2u_and_in_which_language(page: bytes) -> None:
    told = opened(page)
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in told
    assert b"/Title (Trial)" in told
    for entry in (b"/OutputIntents", b"/GTS_PDFA1", b"/Lang (en)", b"/Metadata", b"/ID"):
        assert entry in told


def test_every_stream_ends_with_a_line_end(page: bytes) -> None:
    assert page.count(b"\nendstream\n") == page.count(b"\nstream\n") > 0


def test_all_fonts_are_embedded_with_their_texts(page: bytes) -> None:
    fonts = page.count(b"/Type0")
    assert fonts == 3
    assert page.count(b"/FontFile2") == page.count(b"/ToUnicode") == fonts
    assert b"Helvetica" not in opened(page)


def test_nothing_is_attached_or_runs_by_itself(page: bytes) -> None:
    told = opened(page)
    for entry in (
        b"EmbeddedFile",
        b"/JavaScript",
        b"/OpenAction",
        b"/URI",
        b"/Launch",
        b"/AcroForm",
    ):
        assert entry not in told


def test_no_date_author_or_place_of_this_computer_is_in_the_file(page: bytes) -> None:
    told = opened(page)
    here = (os.environ.get("USER", "root"), str(Path.home()), os.uname().nodename)
    for leak in (b"CreationDate", b"ModDate", b"/Author", b"anonymous", b"unspecified"):
        assert leak not in told
    for name in here:
        assert len(name) < 3 or name.encode() not in told


def test_another_process_in_another_environment_writes_the_same_bytes(
    printed: Printed, texts: dict[str, str]
) -> None:
    told = (texts["ug_right"], texts["zh"], texts["mixed"])
    expected = hashlib.sha256(printed(*told)).hexdigest()
    odd = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1500000000", "TZ": "Asia/Urumqi"}
    made = subprocess.run(
        [sys.executable, "-c", AGAIN, *told],
        env={**os.environ, **odd, "LANG": "C"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert made.stdout.strip() == expected


def test_other_words_give_another_identifier(printed: Printed) -> None:
    first, second = printed("one"), printed("two")
    assert first.rsplit(b"/ID", 1)[1] != second.rsplit(b"/ID", 1)[1]


def test_the_colour_profile_is_a_small_version_2_profile() -> None:
    profile = srgb_profile()
    assert len(profile) == int.from_bytes(profile[:4], "big") < 1200
    assert profile[8] == 2
    assert profile[36:40] == b"acsp"


def test_every_mark_on_the_page_belongs_to_the_structure_or_is_decoration(
    form: FilledForm, portrait: dict[str, bytes]
) -> None:
    told = opened(form_pdf(form, portrait))
    marks = re.findall(rb"/(\w+) <</MCID (\d+)>> BDC", told)
    assert told.count(b"\nEMC") == len(marks) + told.count(b"/Artifact BMC")
    leaves = re.findall(rb"/S /(\w+) [^<>]*?/K (\d+)", told)
    assert sorted(leaves) == sorted(marks)
    assert told.count(b"/S /H1") == 1
    assert told.count(b"/S /H2") == len(form.sections)
    assert told.count(b"/S /Table") >= 2
