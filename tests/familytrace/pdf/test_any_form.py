"""Whatever is written into a form, pages come out of it."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familytrace.forms.filled import Answer, FilledForm, FilledQuestion, FilledSection
from familytrace.pdf.form_pdf import form_pdf

ReadPages = Callable[[bytes], list[str]]
LETTERS = (
    "ab \u0626\u06c7\u0644\u0627\u064e \u963f\u4f9d\u3002 12-(\u00ab\u00bb).\u2066\u2069\u2068\n"
)
WORDS = st.one_of(
    st.text(alphabet=LETTERS, max_size=80),
    st.text(max_size=30),
    st.builds(lambda word, count: word * count, st.text(LETTERS, max_size=9), st.integers(1, 400)),
)
ROLES = st.sampled_from(["answer", "own_words", "translation", "name", "note"])
ANSWERS = st.builds(
    Answer, WORDS, ROLES, st.sampled_from([None, "ug", "zh", "en"]), st.text(LETTERS, max_size=9)
)


@st.composite
def questions(draw: st.DrawFn) -> FilledQuestion:
    width = draw(st.integers(0, 7))
    columns = tuple(draw(st.text(LETTERS, max_size=20)) for _ in range(width))
    count = draw(st.integers(0, 3)) if width else 0
    rows = tuple(tuple(draw(WORDS) for _ in range(width)) for _ in range(count))
    return FilledQuestion(
        number=draw(st.text("12()a ", max_size=6)),
        label=draw(st.text(LETTERS, max_size=120)),
        second_label=draw(st.text(LETTERS, max_size=60)),
        answers=tuple(draw(st.lists(ANSWERS, max_size=4))),
        columns=columns,
        rows=rows,
        required=draw(st.booleans()),
        wide=draw(st.booleans()),
    )


@given(st.lists(questions(), max_size=5), st.sampled_from(["en", "ug"]))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_form_whatever_can_be_drawn(
    form: FilledForm, read_pages: ReadPages, asked: list[FilledQuestion], language: str
) -> None:
    section = FilledSection("1", "Part", "", tuple(asked))
    pages = read_pages(form_pdf(replace(form, sections=(section,), language=language), {}))
    assert pages
    assert all(form.code in page for page in pages)
