"""The printed form: every answer on it, in order, on both kinds of page and paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from familytrace.forms.filled import Answer, FilledForm, FilledQuestion, FilledSection
from familytrace.pdf import para
from familytrace.pdf.form_pdf import form_pdf

ReadPages = Callable[[bytes], list[str]]
MakeJpeg = Callable[..., bytes]


def joined(pages: list[str]) -> str:
    return "".join("".join(pages).split())


def bare(text: str) -> str:
    return "".join(text.replace("\u2066", "").replace("\u2069", "").split())


def with_answer(form: FilledForm, **told: Any) -> FilledForm:
    question = FilledQuestion("1", "What happened", **told)
    return replace(form, sections=(FilledSection("1", "Part", "", (question,)),))


def test_every_label_and_every_answer_stands_on_the_pages(
    form: FilledForm, portrait: dict[str, bytes], read_pages: ReadPages
) -> None:
    seen = joined(read_pages(form_pdf(form, portrait)))
    for section in form.sections:
        assert bare(section.title) in seen
        for question in section.questions:
            assert bare(question.label) in seen
            for answer in question.answers:
                longest = max(answer.text.split(), key=len)
                assert bare(longest.strip(".,()\u060c")) in seen
    for line in form.signatures:
        assert bare(line.label) in seen


def test_questions_are_read_in_their_order(
    form: FilledForm, portrait: dict[str, bytes], read_pages: ReadPages
) -> None:
    seen = joined(read_pages(form_pdf(form, portrait)))
    labels = [bare(q.number + q.label) for part in form.sections for q in part.questions]
    places = [seen.index(label) for label in labels]
    assert places == sorted(places)


def test_an_answer_not_known_is_marked(form: FilledForm, read_pages: ReadPages) -> None:
    pages = read_pages(form_pdf(with_answer(form), {}))
    assert form.empty_mark in pages[0]


def test_the_original_comes_before_its_translation(form: FilledForm, read_pages: ReadPages) -> None:
    own = Answer("\u0626\u06c7 \u0643\u06d5\u062a\u062a\u0649", "own_words", "ug")
    translated = Answer("She left", "translation", "en", "Translation")
    asked = with_answer(form, answers=(own, translated), wide=True)
    (page,) = read_pages(form_pdf(asked, {}))
    assert page.index("\u0643\u06d5\u062a\u062a\u0649") < page.index("Translation")
    assert page.index("Translation") < page.index("She left")


def test_every_page_tells_its_number_and_their_count(
    form: FilledForm, portrait: dict[str, bytes], read_pages: ReadPages
) -> None:
    pages = read_pages(form_pdf(form, portrait))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert form.notices[0] in page
        assert form.code in page


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("language", ["en", "ug"])
def test_a_long_narrative_runs_over_pages_without_losing_a_word(
    paper: str, language: str, form: FilledForm, read_pages: ReadPages, texts: dict[str, str]
) -> None:
    count = 40
    told = " ".join(f"{texts['tr']} nr{place}." for place in range(count))
    asked = with_answer(form, answers=(Answer(told, "own_words", "tr"),), wide=True)
    pages = read_pages(form_pdf(replace(asked, language=language), {}, paper=paper))
    assert len(pages) > 1
    assert [place for place in range(count) if f"nr{place}." not in joined(pages)] == []


def test_a_table_repeats_its_head_on_each_page(form: FilledForm, read_pages: ReadPages) -> None:
    rows = tuple((f"{year}", f"Letter {year}", "No reply") for year in range(1990, 2050))
    asked = with_answer(form, columns=("When", "What", "Result"), rows=rows)
    pages = read_pages(form_pdf(asked, {}))
    assert len(pages) > 2
    assert all("When What Result" in page for page in pages[:-1])
    assert all(f"Letter {year}" in "".join(pages) for year in range(1990, 2050))


def test_a_table_too_wide_is_written_as_cards(form: FilledForm, read_pages: ReadPages) -> None:
    columns = tuple(f"Longtitle{place}" for place in range(9))
    rows = (tuple(f"answer{place}" for place in range(9)),)
    (page,) = read_pages(form_pdf(with_answer(form, columns=columns, rows=rows), {}))
    assert "Longtitle0 answer0" in page
    assert "Longtitle8 answer8" in page


def test_a_cell_taller_than_a_page_is_cut_in_two(form: FilledForm, read_pages: ReadPages) -> None:
    told = " ".join(f"word{place}" for place in range(900))
    asked = with_answer(form, columns=("When", "What"), rows=(("2017", told),))
    seen = joined(read_pages(form_pdf(asked, {})))
    assert [place for place in range(900) if f"word{place}" not in seen] == []


def test_the_same_form_gives_the_same_bytes(form: FilledForm, portrait: dict[str, bytes]) -> None:
    first = form_pdf(form, portrait)
    para.clear_caches()
    assert form_pdf(form, portrait) == first


def test_a_picture_is_drawn_only_if_its_bytes_are_given(
    form: FilledForm, portrait: dict[str, bytes]
) -> None:
    assert b"/DCTDecode" in form_pdf(form, portrait)
    assert b"/DCTDecode" not in form_pdf(form, {})


def test_nothing_a_family_told_is_kept_for_the_next_document(
    form: FilledForm, portrait: dict[str, bytes]
) -> None:
    para.clear_caches()
    form_pdf(form, portrait)
    kept = {key[0] for key in para._kept}
    told = {
        text
        for section in form.sections
        for question in section.questions
        for text in (*(answer.text for answer in question.answers), *sum(question.rows, ()))
    }
    assert kept
    assert kept & told <= {form.empty_mark}


def test_only_a_filled_form_may_be_drawn(form: FilledForm) -> None:
    class Wider(FilledForm):
        pass

    wider = Wider(*(getattr(form, name) for name in FilledForm.__slots__))
    with pytest.raises(TypeError):
        form_pdf(wider, {})


def test_a_letter_no_font_has_is_told_by_its_number(
    form: FilledForm, read_pages: ReadPages
) -> None:
    (page,) = read_pages(form_pdf(with_answer(form, answers=(Answer("a\ud55cb"),)), {}))
    assert "a[U+D55C]b" in page


def test_a_question_or_notice_longer_than_a_page_runs_on(
    form: FilledForm, read_pages: ReadPages
) -> None:
    words = " ".join(f"word{place}" for place in range(1500))
    question = FilledQuestion("1", words, answers=(Answer("yes"),))
    asked = replace(
        form, notices=("Confidential", words), sections=(FilledSection("1", "P", "", (question,)),)
    )
    seen = joined(read_pages(form_pdf(asked, {})))
    assert seen.count("word1499") == 2


def test_a_printed_blank_leaves_room_to_write(form: FilledForm, read_pages: ReadPages) -> None:
    questions = tuple(FilledQuestion(str(n), f"Asked {n}", wide=n % 3 == 0) for n in range(25))
    blank = replace(form, sections=(FilledSection("1", "Part", "", questions),), empty_mark="")
    marked = replace(blank, empty_mark="Not known")
    assert len(read_pages(form_pdf(blank, {}))) > len(read_pages(form_pdf(marked, {})))
