"""Single rules of the bidirectional algorithm that the conformance files do not name."""

from familytrace.pdf.bidi_explicit import explicit_levels, first_strong
from familytrace.pdf.bidi_implicit import bracket_pairs


def test_an_isolate_is_jumped_over_when_the_first_letter_is_looked_for() -> None:
    classes = ["LRI", "L", "PDI", "AL"]
    assert first_strong(classes, 0, 4, closes=False) == 1
    assert first_strong(["L"], 0, 0, closes=False) is None


def test_the_end_of_an_isolate_ends_the_search_inside_it() -> None:
    assert first_strong(["EN", "PDI", "R"], 0, 3, closes=True) is None


def test_brackets_pair_from_the_inside_out() -> None:
    codes = [ord(char) for char in "a(b[c)d]"]
    names = ["L", "ON", "L", "ON", "L", "ON", "L", "ON"]
    assert bracket_pairs(names, codes) == [(1, 5)]


def test_more_than_63_open_brackets_are_given_up() -> None:
    codes = [ord("(")] * 64 + [ord(")")] * 64
    assert bracket_pairs(["ON"] * 128, codes) == []


def test_levels_stop_at_125() -> None:
    found = explicit_levels(["RLE"] * 200 + ["L"], 0)
    assert found.levels[-1] == 125
