"""Blocks of text: measured, cut in two without losing a line, drawn on the right side."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familytrace.pdf.columns import WORDING, Block, Column
from familytrace.pdf.layout import Style
from familytrace.pdf.para import Para

STYLE = Style(size=12)
WIDTH = 200.0


def column(*texts: str) -> Column:
    made = Column([Block(Para(text, STYLE), gap=4) for text in texts], "left")
    made.measure(WIDTH)
    return made


def lines_of(made: Column) -> list[str]:
    return [line.text for block in made.blocks for line in block.para.lines or []]


def test_gaps_stand_between_blocks_only() -> None:
    one, two = column("a").measure(WIDTH), column("a", "a").measure(WIDTH)
    assert two == pytest.approx(2 * one + 4)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.floats(0, 900))
@settings(max_examples=100, deadline=None)
def test_cutting_a_column_loses_no_line(counts: list[int], height: float) -> None:
    texts = [" ".join(f"w{place}" for place in range(count)) for count in counts]
    whole = column(*texts)
    expected = lines_of(whole)
    parts = whole.split(height)
    if parts is not None:
        first, rest = parts
        assert lines_of(first) + lines_of(rest) == expected
        assert first.measure(WIDTH) <= height + 0.01
        assert lines_of(first)
        assert lines_of(rest)


def test_a_small_label_is_not_left_behind_on_the_page() -> None:
    label = Block(Para("Translation", STYLE, static=True))
    made = Column([Block(Para("a", STYLE)), label, Block(Para("b " * 400, STYLE))], "left")
    made.measure(WIDTH)
    parts = made.split(40)
    assert parts is not None
    assert [block.para.text for block in parts[0].blocks] == ["a"]
    assert parts[1].blocks[0] is label


def test_a_number_stands_once_even_when_its_text_is_cut() -> None:
    block = Block(Para("word " * 200, STYLE), marker=Para("7.", STYLE))
    made = Column([block], "left")
    made.measure(WIDTH)
    parts = made.split(100)
    assert parts is not None
    assert [part.blocks[0].marker is not None for part in parts] == [True, False]
    assert parts[1].blocks[0].para.width == parts[0].blocks[0].para.width


def test_room_to_write_is_kept_where_nothing_is_written() -> None:
    made = Column([Block(Para("", STYLE), room=150, hugs=WORDING)], "left")
    assert made.measure(WIDTH) == 150
