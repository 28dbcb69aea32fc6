"""The bundled fonts: whole, licensed, without CFF, covering the languages of the forms."""

import hashlib
from pathlib import Path

import pytest
import uharfbuzz as hb

from familytrace.paths import bundled
from familytrace.pdf.faces import is_covered, stack, uncovered

FONTS = bundled("assets") / "fonts"
FILES = sorted(file.name for file in FONTS.glob("*.ttf"))


def sums(folder: Path) -> dict[str, str]:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def test_every_font_is_the_one_whose_hash_was_written_down() -> None:
    wanted = sums(FONTS)
    found = {name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in wanted}
    assert found == wanted
    assert set(FILES) <= set(wanted)


@pytest.mark.parametrize("name", FILES)
def test_every_font_has_glyf_outlines_and_its_licence_beside_it(name: str) -> None:
    face = hb.Face(hb.Blob.from_file_path(FONTS / name))
    assert "glyf" in face.table_tags
    assert "CFF " not in face.table_tags
    family = name.split("-", maxsplit=1)[0]
    licence = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_no_bundled_font_uses_the_reserved_name() -> None:
    face = hb.Face(hb.Blob.from_file_path(FONTS / "NotoSansSC-Regular.ttf"))
    assert "Source" not in (face.get_name(1) or "")


def test_all_texts_of_the_trial_pages_are_covered(texts: dict[str, str]) -> None:
    assert uncovered("".join(texts.values())) == ""


ALPHABETS = {
    "Uyghur": "\u0626\u0627\u06d5\u0628\u067e\u062a\u062c\u0686\u062e\u062f\u0631\u0632\u0698\u0633"
    "\u0634\u063a\u0641\u0642\u0643\u06af\u06ad\u0644\u0645\u0646\u06be\u0648\u06c7\u06c6\u06c8"
    "\u06cb\u06d0\u0649\u064a\u060c\u061b\u061f",
    "Kazakh": "\u04d8\u0492\u049a\u04a2\u04e8\u04b0\u04ae\u04ba\u0406"
    "\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb\u0456\u0451\u044a",
    "Kazakh in Arabic letters": "\u0674\u0675\u0676\u0677\u0678\u06c5\u06c9\u06d5\u062d",
    "Turkish": "\u011e\u0130\u015e\u00c7\u011f\u0131\u015f\u00e7\u00d6\u00fc\u00e2",
    "Uyghur Latin and pinyin": "\u00eb\u00e9\u00f6\u00fc\u0101\u01d4\u011b\u01da\u01dc\u0148",
    "signs": "\u2013\u2014\u2018\u2019\u201c\u201d\u00ab\u00bb\u2026\u2116\u00b7\u20ac\u300a\u300b",
}


@pytest.mark.parametrize("alphabet", ALPHABETS, ids=str)
def test_every_letter_of_our_languages_is_covered(alphabet: str) -> None:
    assert uncovered(ALPHABETS[alphabet]) == ""


def test_all_8105_characters_of_general_use_are_there() -> None:
    covered = stack(bold=False).han.covered
    assert len([code for code in covered if 0x4E00 <= code < 0xA000 or code > 0x20000]) >= 8105


def test_what_no_font_covers_is_named_once_in_order() -> None:
    assert uncovered("a\ud55c\u0915b\ud55c\n\u2066\u200d ") == "\ud55c\u0915"


def test_directions_and_line_ends_need_no_glyph() -> None:
    assert all(is_covered(char) for char in "\u2066\u2069\u200c\u200d\n\t\u3000\u00a0")
