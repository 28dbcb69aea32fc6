"""A filled form as a PDF file: exactly what FilledForm holds, for the eye."""

from collections.abc import Iterator, Mapping

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from familytrace.forms.filled import Answer, FilledForm, FilledQuestion, FilledSection, Picture
from familytrace.pdf.columns import WORDING, Block, Column
from familytrace.pdf.grid import Grid, table
from familytrace.pdf.head import Head, Notice, Pictures, feet
from familytrace.pdf.layout import Style
from familytrace.pdf.pages import make_pages, text_width
from familytrace.pdf.para import Para
from familytrace.pdf.picture import Jpeg, Photo, read_jpeg
from familytrace.pdf.rows import LongAnswer, QuestionRow, SectionBar, Strip
from familytrace.pdf.signing import Signatures, Statement, signature_wording
from familytrace.pdf.theme import ACCENT, PORTRAIT, RULE, Theme, tag, theme_for

_ENOUGH = 64.0  # of a long answer, at least three lines stay with the question
_ROW = 160.0  # a row beside its question rather moves on whole
_LONG = 420  # characters; longer answers take the whole width
_ANNEX = (230.0, 260.0)  # the greatest size of a picture inside the form
_WRITING = {False: 26.0, True: 150.0}  # room to write by hand on a printed blank
_LONG_LABEL = 240  # characters; a longer question stands above its answer
_BARS = {"own_words": ACCENT, "translation": RULE}


def form_pdf(form: FilledForm, pictures: Mapping[str, bytes], *, paper: str = "A4") -> bytes:
    """Return a form as PDF/A-2u bytes; the same form gives the same bytes.

    ``pictures`` holds rebuilt JPEG bytes by the names that the form uses; one that is not
    there is left out. ``paper`` is "A4" or "letter". Raises PictureError for a JPEG that
    carries more than pixels.
    """
    if type(form) is not FilledForm:
        raise TypeError("only a FilledForm may be drawn")
    theme = theme_for(form.language, form.second_language)
    width = text_width(paper)
    story: list[Flowable] = [_head(form, pictures, theme)]
    story += [Notice(Para(text, theme.notice), rtl=theme.rtl) for text in form.notices]
    for section in form.sections:
        story += _section(section, form, theme, width)
    story += _pictures(form, pictures, theme)
    story += _end(form, theme)
    return make_pages(
        story,
        title=form.title,
        language=tag(form.language),
        paper=paper,
        furniture=feet(form, theme),
    )


def _head(form: FilledForm, pictures: Mapping[str, bytes], theme: Theme) -> Head:
    """Return the titles, to whom and when, and the portrait beside them."""
    portrait = next((one for one in form.pictures if one.is_portrait), None)
    photo = None
    if portrait and portrait.name in pictures:
        photo = _photo(portrait, read_jpeg(pictures[portrait.name]), theme, PORTRAIT)
    blocks = [Block(Para(form.title, theme.title, static=True), role="H1")]
    if form.second_title:
        blocks.append(Block(Para(form.second_title, theme.second_title, static=True), gap=2))
    if form.recipient:
        blocks.append(Block(Para(form.recipient, theme.value), gap=6))
    line = " \u00b7 ".join(f"\u2068{told}\u2069" for told in (form.code, form.date) if told)
    blocks.append(Block(Para(line, theme.note), gap=2))
    return Head(Column(blocks, theme.side), photo, rtl=theme.rtl)


def _section(
    section: FilledSection, form: FilledForm, theme: Theme, width: float
) -> Iterator[Flowable]:
    title = _numbered(section.number, section.title)
    titles = [Block(Para(title, theme.section, static=True), hugs=WORDING, role="H2")]
    if section.second_title:
        second = Para(section.second_title, theme.second_section, static=True)
        titles.append(Block(second, hugs=WORDING))
    before: list[Flowable] = [SectionBar(Column(titles, theme.side), rtl=theme.rtl)]
    for question in section.questions:
        parts = [*before, *_question(question, form, theme, width)]
        yield CondPageBreak(_least_room(parts, width))
        yield from parts
        before = []
    yield from before


def _least_room(parts: list[Flowable], width: float) -> float:
    """Return the room below which a question with all that heads it moves on."""
    room = 0.0
    for part in parts:
        if isinstance(part, Grid):
            return room + min(part.least_room(width), _ENOUGH)
        height: float = part.wrap(width, 0)[1]
        if not isinstance(part, SectionBar | Strip):
            most = _ROW if isinstance(part, QuestionRow) else _ENOUGH
            return room + min(height, most)
        room += height + part.getSpaceBefore()
    return room


def _question(
    question: FilledQuestion, form: FilledForm, theme: Theme, width: float
) -> Iterator[Flowable]:
    label = _label(question, theme)
    answers = Column(list(_answers(question, form, theme)), theme.side)
    if question.rows:
        yield Strip(label)
        yield from table(question.columns, question.rows, theme, width)
        if question.answers:
            yield LongAnswer(answers)
    elif _is_wide(question, form):
        yield Strip(label)
        yield LongAnswer(answers)
    else:
        yield QuestionRow(label, answers, rtl=theme.rtl)


def _is_wide(question: FilledQuestion, form: FilledForm) -> bool:
    """Tell whether a question's answer takes the whole width."""
    if len(question.label) + len(question.second_label) > _LONG_LABEL:
        return True
    if question.is_empty:
        return question.wide and not form.empty_mark
    return question.wide or any(len(answer.text) > _LONG for answer in question.answers)


def _label(question: FilledQuestion, theme: Theme) -> Column:
    words = _numbered(question.number, question.label)
    if question.required:
        words += "\u00a0*"
    blocks = [Block(Para(words, theme.label, static=True), hugs=WORDING)]
    if question.second_label:
        second = Para(question.second_label, theme.second_label, static=True)
        blocks.append(Block(second, gap=1, hugs=WORDING))
    return Column(blocks, theme.side)


def _numbered(number: str, words: str) -> str:
    """Put a number before words of any direction."""
    return f"\u2068{number}\u2069\u2002{words}" if number else words


def _answers(question: FilledQuestion, form: FilledForm, theme: Theme) -> Iterator[Block]:
    if question.is_empty:
        room = 0.0 if form.empty_mark else _WRITING[question.wide]
        yield Block(Para(form.empty_mark, theme.note, static=True), room=room)
    for answer in question.answers:
        yield from _answer(answer, theme)


def _answer(answer: Answer, theme: Theme) -> Iterator[Block]:
    """Give an answer's small label, then the answer itself in its own style."""
    bar = _BARS.get(answer.role)
    gap = 7.0 if answer.role != "answer" else 3.0
    marker = None
    if answer.label.isdigit():
        marker, gap = Para(f"{answer.label}.", theme.value, static=True), 6.0
    elif answer.label:
        yield Block(Para(answer.label, theme.small, static=True), gap=gap)
        gap = 0.0
    style: Style = (
        theme.note if answer.role == "note" else theme.words(answer.text, answer.language)
    )
    hugs = int(answer.role != "own_words")
    yield Block(Para(answer.text, style), gap=gap, bar=bar, hugs=hugs, marker=marker)


def _pictures(form: FilledForm, data: Mapping[str, bytes], theme: Theme) -> Iterator[Flowable]:
    """Give every picture but the portrait, two beside one another."""
    held: list[Photo] = []
    shown_above = next((one for one in form.pictures if one.is_portrait), None)
    for picture in form.pictures:
        if picture is shown_above or picture.name not in data:
            continue
        held.append(_photo(picture, read_jpeg(data[picture.name]), theme, _ANNEX))
    for place in range(0, len(held), 2):
        yield Pictures(held[place : place + 2], rtl=theme.rtl)


def _photo(picture: Picture, jpeg: Jpeg, theme: Theme, box: tuple[float, float]) -> Photo:
    caption = Para(picture.caption, theme.small) if picture.caption else None
    return Photo(jpeg, box, caption)


def _statements(form: FilledForm, theme: Theme) -> Iterator[Statement]:
    """Give each sentence its box to tick; its wording in another language shares the box."""
    blocks: list[Block] = []
    for said in form.statement:
        block = Block(Para(said.text, theme.words(said.text, said.language)), gap=4)
        if said.language in (None, form.language) and blocks:
            yield Statement(Column(blocks, theme.side), ticked=bool(form.empty_mark), rtl=theme.rtl)
            blocks = []
        blocks.append(block)
    if blocks:
        yield Statement(Column(blocks, theme.side), ticked=bool(form.empty_mark), rtl=theme.rtl)


def _end(form: FilledForm, theme: Theme) -> Iterator[Flowable]:
    """Give the statement, the lines to sign on and the closing sentences."""
    end: list[Flowable] = list(_statements(form, theme))
    if form.signatures:
        wordings = [
            signature_wording(line.label, line.second_label, theme) for line in form.signatures
        ]
        end.append(Signatures(wordings, rtl=theme.rtl))
    if end:
        yield Spacer(1, 14)
        yield KeepTogether(end)
    if form.closing:
        yield Spacer(1, 10)
    for sentence in form.closing:
        yield LongAnswer(Column([Block(Para(sentence, theme.note))], theme.side), closes=False)
