"""Lines: how they break, what they hold, and on which side they begin."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familytrace.pdf.bidi import resolve
from familytrace.pdf.breaks import opportunities
from familytrace.pdf.faces import is_invisible, script_of, stack
from familytrace.pdf.itemise import runs_of
from familytrace.pdf.layout import Style, clean, lay_out

STYLE = Style(size=12)
LETTERS = "ab \u0626\u06c7\u0644\u0627 \u963f\u4f9d\u3002 12-(\u00ab\u00bb).\u2066\u2069\u04d9 "


def pieces_of(text: str) -> list[str]:
    ends = [0, *opportunities(text), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


@given(st.text(alphabet=LETTERS, max_size=120), st.floats(min_value=40, max_value=300))
@settings(max_examples=150, deadline=None)
def test_no_line_is_wider_than_the_page_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = lay_out(text, STYLE, width)
    assert all(line.width <= width + 0.01 for line in lines)
    kept = "".join(line.text for line in lines)
    seen = [char for char in kept if not char.isspace() and not is_invisible(char)]
    assert seen == [char for char in text if not char.isspace() and not is_invisible(char)]


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_whatever_can_be_laid_out(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert lay_out(text, STYLE, 200)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_the_glyphs_of_the_lines_carry_the_whole_text(text: str) -> None:
    lines = lay_out(text, STYLE, 150)
    told = [g.text for line in lines for piece in line.pieces for g in piece.glyphs]
    marks = "".join(told).replace("\u2010", "-").replace("\u00a0", "").replace(" ", "")
    wanted = [char for char in text if not char.isspace() and not is_invisible(char)]
    assert sorted(marks) == sorted(wanted)


def test_a_line_breaks_at_blanks_and_between_chinese_characters() -> None:
    assert pieces_of("two words") == ["two ", "words"]
    assert pieces_of("\u963f\u4f9d\u52aa") == ["\u963f", "\u4f9d", "\u52aa"]


def test_a_chinese_full_stop_never_begins_a_line() -> None:
    assert pieces_of("\u5e73\u7b49\u3002\u4ed6") == ["\u5e73", "\u7b49\u3002", "\u4ed6"]
    assert pieces_of("\u300a\u963f\u300b\u4f9d") == ["\u300a\u963f\u300b", "\u4f9d"]


def test_a_date_never_breaks_and_a_hyphened_word_may() -> None:
    assert pieces_of("2017-03-19") == ["2017-03-19"]
    assert pieces_of("ill-treated") == ["ill-", "treated"]


@pytest.mark.parametrize("phone", ["+90 555 010 23 45", "\u2066+998 71 234-56-78\u2069"])
def test_a_telephone_number_stays_on_one_line(phone: str) -> None:
    text = (
        f"\u0626\u06c7\u0646\u0649\u06ad \u062a\u06d0\u0644\u06d0\u0641\u0648\u0646\u0649 {phone}"
    )
    lines = lay_out(text, STYLE, 130)
    digits = "".join(char for char in phone if char.isdigit())
    held = ["".join(char for char in line.text if char.isdigit()) for line in lines]
    assert digits in held


def test_a_word_longer_than_the_line_is_cut_after_a_sign() -> None:
    first, *_rest = lay_out("https://example.org/a/very/long/path/indeed", STYLE, 150)
    assert first.text.endswith("/")


def test_a_mark_is_never_torn_from_its_letter() -> None:
    lines = lay_out("e\u0301" * 60, STYLE, 100)
    assert len(lines) > 1
    assert all(line.text[0] == "e" for line in lines)


def test_each_line_of_a_text_keeps_its_own_direction() -> None:
    assert [line.base for line in lay_out("ab\n\u0626\u06c7\n12", STYLE, 200)] == [0, 1, 0]


def test_brackets_take_the_face_of_what_they_hold() -> None:
    text = "(\u0626\u0627) [ab]"
    runs = runs_of(text, stack(bold=False), resolve(text))
    faces = {text[place]: run.face.name for run in runs for place in range(run.start, run.end)}
    assert faces["("] == faces[")"] == "FTNaskh-Regular"
    assert faces["["] == faces["]"] == "NotoSans-Regular"


def test_scripts_are_told_apart() -> None:
    assert [script_of(char) for char in "a\u0456\u0626\u963f7."] == [
        "Latn", "Cyrl", "Arab", "Hani", "Latn", "",
    ]  # fmt: skip


def test_what_no_face_covers_is_spelled_as_its_number() -> None:
    assert clean("a\ud55c") == "a[U+D55C]"


def test_control_characters_do_not_reach_the_page() -> None:
    assert clean("a\tb\r\nc\x00d\x1b") == "a b\ncd"


def test_arabic_lines_have_more_room_than_latin_ones() -> None:
    latin, arabic = lay_out("ab\n\u0626\u06c7", STYLE, 200)
    assert arabic.above + arabic.below > latin.above + latin.below
