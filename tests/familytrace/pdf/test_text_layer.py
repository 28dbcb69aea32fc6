"""What a reader can copy and find: the words of a page, in reading order, as pdfium sees them."""

from collections.abc import Callable

import pytest

Printed = Callable[..., bytes]
ReadPages = Callable[[bytes], list[str]]


def words(text: str) -> list[str]:
    bare = text.translate(dict.fromkeys((0x2066, 0x2069)))
    return [word.strip(".,()\u060c\u00ab\u00bb") for word in bare.split()]


@pytest.mark.parametrize("key", ["ug_right", "ug_name", "lam_alef", "kk", "tr", "zh_name"])
def test_every_word_is_found_in_its_place(
    key: str, texts: dict[str, str], printed: Printed, read_pages: ReadPages
) -> None:
    (page,) = read_pages(printed(texts[key]))
    assert words(page) == words(texts[key])


def test_chinese_is_read_in_order_across_its_lines(
    texts: dict[str, str], printed: Printed, read_pages: ReadPages
) -> None:
    (page,) = read_pages(printed(texts["zh"] * 4))
    assert "".join(page.split()) == texts["zh"] * 4


def test_all_parts_of_a_mixed_line_are_found_whole(
    texts: dict[str, str], printed: Printed, read_pages: ReadPages
) -> None:
    (page,) = read_pages(printed(texts["mixed"]))
    for part in (texts["ug_name"], "Aynur", "+90 555 010 23 45", "2017-03-19"):
        assert part in page
    assert "659999198903170021" in page


def test_a_number_with_its_uyghur_ending_is_one_word(
    printed: Printed, read_pages: ReadPages
) -> None:
    told = "\u0626\u06c7 2017-\u064a\u0649\u0644\u0649 \u0643\u06d5\u062a\u062a\u0649"
    (page,) = read_pages(printed(told))
    assert page.strip() == told


def test_markup_in_what_was_told_is_only_text(printed: Printed, read_pages: ReadPages) -> None:
    told = '<img src="file:///etc/passwd"/> <b>&amp; {page} %s</b> )Tj ET'
    (page,) = read_pages(printed(told))
    assert page.strip() == told


def test_letters_beyond_the_first_plane_keep_their_place(
    printed: Printed, read_pages: ReadPages
) -> None:
    told = "\U00020164 \u0626\u06c7 \u963f a"
    (page,) = read_pages(printed(told))
    assert set(told.split()) <= set(page.split())


def test_turned_round_text_would_be_noticed(
    texts: dict[str, str], printed: Printed, read_pages: ReadPages
) -> None:
    (page,) = read_pages(printed(texts["ug_name"][::-1]))
    assert words(page) != words(texts["ug_name"])
