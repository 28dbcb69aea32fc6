"""Glyphs remember their text; the file keeps one code for each pair of both."""

import re

from familytrace.pdf.bidi import resolve
from familytrace.pdf.document import Document
from familytrace.pdf.embed import Embedded, number
from familytrace.pdf.faces import stack
from familytrace.pdf.itemise import runs_of
from familytrace.pdf.layout import Piece
from familytrace.pdf.objects import Stream
from familytrace.pdf.shape import Glyph, shape, spoken
from familytrace.pdf.tags import Element, Structure


def glyphs_of(text: str) -> list[Glyph]:
    runs = runs_of(text, stack(bold=False), resolve(text))
    return [glyph for run in runs for glyph in shape(run, text, spoken(text), "ug")]


def test_lam_and_alef_are_two_glyphs_with_a_letter_each() -> None:
    assert [glyph.text for glyph in glyphs_of("\u0644\u0627")] == ["\u0627", "\u0644"]


def test_a_letter_takes_another_form_inside_a_word() -> None:
    alone, first = glyphs_of("\u0628"), glyphs_of("\u0628\u0628\u0628")
    assert {glyph.text for glyph in first} == {"\u0628"}
    assert len({alone[0].number, *(glyph.number for glyph in first)}) == 4


def test_directions_leave_nothing_on_the_page() -> None:
    assert [glyph.text for glyph in glyphs_of("\u206612\u2069")] == ["1", "2"]


def test_brackets_are_mirrored_in_right_to_left_text() -> None:
    inside = glyphs_of("(\u0627)")
    assert [glyph.text for glyph in inside] == [")", "\u0627", "("]
    outside = {glyph.text: glyph.number for glyph in glyphs_of("\u0627 a (b)")}
    assert inside[0].number != inside[2].number
    assert outside


def test_a_hyphen_between_a_year_and_its_ending_is_told_as_a_true_hyphen() -> None:
    assert spoken("2017-\u064a\u0649\u0644\u0649") == "2017\u2010\u064a\u0649\u0644\u0649"
    assert spoken("2017-03-19 \u064a") == "2017-03-19 \u064a"


def test_one_glyph_with_two_texts_has_two_codes() -> None:
    embedded = Embedded(stack(bold=False).latin, "F1")
    glyph = Glyph(40, 0, "-", 0, 0, 500)
    embedded.show(Piece(embedded.face, 12, [glyph, glyph._replace(text="\u2010")]))
    assert embedded.glyphs == [(0, ""), (40, "-"), (40, "\u2010")]


def test_numbers_are_written_short() -> None:
    assert [number(value) for value in (1.0, 0.5, 1 / 3, -2.004)] == ["1", "0.5", "0.33", "-2"]


def test_a_stream_tells_its_true_length() -> None:
    document = Document("T", "en")
    for packed in (True, False):
        data = Stream.of(b"content " * 50, packed=packed).format(document)
        length = int(re.findall(rb"/Length (\d+)", data)[0])
        body = data.split(b"\nstream\n", 1)[1]
        assert body[length:] == b"\nendstream\n"


def test_groups_nest_and_leaves_count_on_from_zero_on_each_page() -> None:
    tree = Structure()
    with tree.group("Table"), tree.group("TR"):
        assert tree.leaf(1, Element("TD")) == "/TD <</MCID 0>> BDC"
        assert tree.leaf(2, Element("TD")) == "/TD <</MCID 0>> BDC"
    tree.leaf(2, Element("P"))
    (grid, paragraph) = tree.root.kids
    assert paragraph.place == (2, 1)
    assert [kid.role for kid in grid.kids[0].kids] == ["TD", "TD"]
