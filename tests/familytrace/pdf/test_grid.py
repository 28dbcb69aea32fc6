"""Tables: their columns fill the page, and what does not fit becomes cards."""

import pytest

from familytrace.pdf.grid import Cards, Grid, table
from familytrace.pdf.theme import theme_for

THEME = theme_for("en", "ug")
WIDTH = 480.0


def test_columns_fill_the_width_of_the_page() -> None:
    (grid,) = table(("When", "What"), (("2017", "a letter"),), THEME, WIDTH)
    assert isinstance(grid, Grid)
    assert sum(grid.widths) == pytest.approx(WIDTH)


def test_a_date_is_not_broken_to_make_room_for_a_long_text() -> None:
    rows = (("12 September 2018", "word " * 60),)
    (grid,) = table(("When", "What"), rows, THEME, WIDTH)
    grid.wrap(WIDTH, 0)
    first = grid.rows[0][0].blocks[0].para
    assert len(first.lines or []) == 1


def test_many_crowded_columns_become_one_card_a_row() -> None:
    columns = tuple("abcdef")
    rows = (("a long answer with many words in it",) * 6,) * 3
    cards = table(columns, rows, THEME, WIDTH)
    assert [type(card) for card in cards] == [Cards] * 3


def test_an_empty_cell_has_no_line_on_a_card() -> None:
    (card,) = table(("Longtitle",) * 9, (("x",) * 8 + ("",),), THEME, WIDTH)
    assert len(card.rows) == 8


@pytest.mark.parametrize("height", [30.0, 90.0, 200.0, 400.0])
def test_a_table_cut_in_two_keeps_every_row_and_its_head(height: float) -> None:
    rows = tuple((str(place), "text") for place in range(30))
    (grid,) = table(("Number", "Text"), rows, THEME, WIDTH)
    grid.wrap(WIDTH, 0)
    parts = grid.split(WIDTH, height)
    kept = [row[0].blocks[0].para.text for part in parts or [grid] for row in part.rows]
    assert kept == [row[0] for row in rows]
    assert all(part.head is grid.head for part in parts)
