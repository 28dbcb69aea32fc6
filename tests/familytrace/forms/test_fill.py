import json
import re
from dataclasses import replace
from typing import Any

import pytest
from cases import GENERAL, NAMES, UN, WAYS, agreed, document, give, outgoing
from filled_cases import full_case

from familytrace.consent.gate import Disclosure
from familytrace.errors import ConsentError, FormLanguageError
from familytrace.forms.fill import fill
from familytrace.forms.filled import FilledForm, FilledQuestion
from familytrace.forms.library import bundled_profile
from familytrace.forms.sheet import sheet_text
from familytrace.model.case import Case
from familytrace.model.consent import Answer as Yes
from familytrace.model.events import ContactAttempt, Letter, OfficialResponse
from familytrace.model.partial_date import PartialDate
from familytrace.model.topics import Purpose, Topic

HELP, UNITED = (GENERAL, Purpose.HELP), (UN, Purpose.UN)
_DIRECTION = dict.fromkeys((*range(0x2066, 0x206A), *range(0x202A, 0x202F)))


def _form(name: str, way: tuple[str, Purpose], language: str = "en") -> FilledForm:
    here = document(name)
    return fill(bundled_profile(way[0]), give(here.case, here.consents, way), language)


def _question(form: FilledForm, number: str) -> FilledQuestion:
    return next(q for s in form.sections for q in s.questions if q.number == number)


def _lines(form: FilledForm, number: str) -> list[str]:
    return [
        f"{one.label}: {one.text}".translate(_DIRECTION).removeprefix(": ")
        for one in _question(form, number).answers
    ]


# --- element 5 -------------------------------------------------------------------------------


def test_t10_tells_sixteen_requests_in_order_with_their_silence() -> None:
    lines = _lines(_form("T10", UNITED), "5 (a)")
    assert [f"{at}:" for at in range(1, 17)] == [line.split()[0] for line in lines]
    calls = (
        "1: February 2019 \u2013 December 2024 (about every season, 22 times) \u2013 her husband"
        " \u2013 Embassy of the People's Republic of China in the Kyrgyz Republic"
        " \u2013 Call to an embassy \u2013 asked for where the person is \u2013 result: No answer"
    )
    assert calls == lines[0]
    letter = (
        "4: 2 September 2019 \u2013 letter to People's Government of the Xinjiang Uyghur"
        " Autonomous Region \u2013 Registered letter \u2013 receipt RK 003 010 010 KG"
        " \u2013 asked for written reasons, copies of official papers"
        " \u2013 result: No reply, 2 October 2019"
    )
    assert letter == lines[3]
    assert 14 == sum("letter to" in line for line in lines)
    assert 14 == sum("No reply" in line for line in lines)


def test_t10_sums_the_calls_to_her_up_for_the_un_and_tells_them_to_the_group() -> None:
    summary = ["1: between 2018 and 2019 \u2013 Attempts to reach people privately"]
    assert summary == _lines(_form("T10", UNITED), "5 (b)")
    (line,) = _lines(_form("T10", HELP), "4.2")
    assert "(about every week, 40 times)" in line
    assert "WeChat" in line


def test_why_nothing_more_was_possible_is_told() -> None:
    assert ["No papers"] == _lines(_form("T10", UNITED), "5 (c)")[:1]
    assert ["Fear for relatives there, Told not to call"] == _lines(_form("T06", HELP), "4.3")[:1]


def test_an_answer_stands_with_what_it_answers_and_only_once() -> None:
    case = Case(
        letters=(Letter(id="l", addressee="The court", sent=PartialDate("2020-01-01")),),
        responses=(
            OfficialResponse(id="r", answers="l", kinds=("receipt_only",)),
            OfficialResponse(id="s", kinds=("no_such_person",), date=PartialDate("2019")),
        ),
    )
    left = give(case, [agreed(Topic, Purpose.HELP)], HELP)
    lines = _lines(fill(bundled_profile(GENERAL), left, "en"), "4.1")
    assert ["1: Said there is no such person, 2019"] == lines[:1]
    assert ["2: 1 January 2020 \u2013 letter to The court \u2013 result: Only a receipt"] == lines[
        1:
    ]


def test_steps_without_a_date_come_last() -> None:
    case = Case(
        attempts=(
            ContactAttempt(id="a", target="media", channel="email"),
            ContactAttempt(id="b", target="media", channel="fax", date=PartialDate("2020")),
        )
    )
    left = give(case, [agreed(Topic, Purpose.HELP)], HELP)
    lines = _lines(fill(bundled_profile(GENERAL), left, "en"), "4.2")
    assert ["1: 2020 \u2013 The press \u2013 Fax", "2: The press \u2013 E-mail"] == lines


# --- names, statements, sentences ------------------------------------------------------------


def test_the_name_as_on_the_id_comes_first_with_its_latin_letters() -> None:
    names = _question(_form("T02", HELP), "1.1").answers
    assert "As on the Chinese ID card (Chinese characters)" == names[0].label
    assert "Maihemutijiang Sinake" == names[1].text
    assert names[-1].role == "note"
    assert 8 == len(names)


def test_the_un_form_divides_the_name_in_latin_letters() -> None:
    form = _form("T02", UNITED)
    assert ["Mehmutjan"] == _lines(form, "1 (b)")
    assert "Sinaq" == _lines(form, "1 (a)")[0]
    assert "father's name" in _lines(form, "1 (a)")[1]


def test_a_real_family_name_gets_no_note_on_fathers() -> None:
    assert ["SINAK"] == _lines(_form("T08", UNITED), "1 (a)")


def test_sixteen_years_and_eleven_months_are_told_with_court_and_charge() -> None:
    (line,) = _lines(_form("T04", UNITED), "7 (c)")
    assert "16 years 11 months" in line
    assert "court: " in line
    assert "charge: " in line
    assert "source: The authorities say so" in line


def test_t04_tells_the_chain_of_detention_in_order() -> None:
    chain = _lines(_form("T04", UNITED), "3 (c)")
    assert ["Internment camp", "Detention centre before trial", "Prison"] == [
        line.split(": ")[1].split(",")[0] for line in chain
    ]


def test_t05_shows_what_contradicts_and_the_states_word_wins_nothing() -> None:
    form = _form("T05", HELP)
    assert _lines(form, "3.1")[0].startswith("Sentenced, in prison")
    told = "\n".join(_lines(form, "3.2"))
    assert "Released, seems to be free" in told
    assert "The authorities say so" in told
    (seen,) = _lines(form, "3.3")
    assert "women's prison" in seen.lower()


def test_t11_would_say_watched_and_not_free() -> None:
    here = document("T11")
    left = give(here.case, [agreed(Topic, Purpose.HELP, "t11-brother")], HELP)
    form = fill(bundled_profile(GENERAL), left, "en")
    assert _lines(form, "3.1")[0].startswith("Released, watched or restricted")


def test_a_question_with_several_facts_says_which_is_which() -> None:
    lines = _lines(_form("T04", HELP), "2.4")
    assert "Was a paper shown: No" in lines
    assert ["Farmer"] == _lines(_form("T01", HELP), "1.7")


def test_a_place_leads_up_to_the_region() -> None:
    (place,) = _lines(_form("T05", UNITED), "1 (g)")
    assert place.endswith("Xinjiang Uyghur Autonomous Region, China")


# --- languages, statement, notices -----------------------------------------------------------


def test_the_family_reads_every_question_in_its_own_language_beside() -> None:
    here = document("T02")
    left = give(here.case, here.consents, HELP)
    form = fill(bundled_profile(GENERAL), left, "en", "ug")
    for section in form.sections:
        assert section.second_title not in ("", section.title)
        assert all(one.second_label not in ("", one.label) for one in section.questions)
    alone = fill(bundled_profile(GENERAL), left, "en", "en")
    assert alone == fill(bundled_profile(GENERAL), left, "en")
    assert all(not one.second_label for s in alone.sections for one in s.questions)


def test_a_language_the_form_is_not_made_in_is_refused() -> None:
    here = document("T02")
    with pytest.raises(FormLanguageError):
        fill(bundled_profile(UN), give(here.case, here.consents, UNITED), "ug")


def test_the_second_language_changes_no_answer() -> None:
    here = document("T02")
    left = give(here.case, here.consents, HELP)
    plain, double = (fill(bundled_profile(GENERAL), left, "en", second) for second in (None, "ug"))
    assert sheet_text(plain) == sheet_text(double)


@pytest.mark.parametrize(("said", "learns"), [("must not learn", "no"), ("may learn", "yes")])
def test_the_statement_says_what_the_government_may_learn(said: str, learns: str) -> None:
    consent = agreed(Topic, Purpose.HELP, government_learns_relative=Yes(learns))
    left = give(Case(), [consent], HELP)
    (statement,) = fill(bundled_profile(GENERAL), left, "en").statement
    assert f"The Chinese government {said}" in statement.text
    assert "Given on 1 October 2026. It ends on 1 April 2027." in statement.text


def test_un_pages_carry_no_statement_and_ask_for_confidence() -> None:
    form = _form("T05", UNITED)
    assert ((), ()) == (form.statement, form.closing)
    assert "must not be given to the Government" in form.notices[0]


def test_the_general_form_says_one_fixed_sentence_on_what_is_not_there() -> None:
    closings = {_form(name, HELP).closing for name in ("T01", "T02", "T06", "T12")}
    assert 1 == len(closings)


# --- the sheet -------------------------------------------------------------------------------


def _filled_forms(name: str) -> list[FilledForm]:
    here = document(name)
    forms: list[FilledForm] = []
    for way in WAYS:
        try:
            left: Disclosure = give(here.case, here.consents, way)
        except ConsentError:
            continue
        forms += outgoing(left).forms
    return forms


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\|", "|")


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_holds_every_answer_of_the_form_in_the_same_words(name: str) -> None:
    for form in _filled_forms(name):
        sheet = sheet_text(form)
        lines = [_unescaped(line).translate(_DIRECTION) for line in sheet.splitlines()]
        at = 0
        for question in (q for s in form.sections for q in s.questions):
            for answer in question.answers:
                before = f"{answer.label}: " if answer.label else ""
                wanted = f"{question.number} | {question.label} | {before}{answer.text}"
                at = lines.index(wanted.translate(_DIRECTION), at)
            for row in question.rows:
                cells = [cell.translate(_DIRECTION) for cell in row if cell]
                at = next(
                    n
                    for n, line in enumerate(lines)
                    if n >= at
                    and line.startswith(f"{question.number} |")
                    and all(cell in line for cell in cells)
                )
        assert "\t" not in sheet


def test_a_line_of_the_sheet_cannot_be_forged_by_an_answer() -> None:
    form = _form("T12", HELP)
    expected = sum(max(1, len(q.answers) + len(q.rows)) for s in form.sections for q in s.questions)
    answered = re.findall(r"^\d+\.\d+ \|", sheet_text(form), re.MULTILINE)
    assert expected == len(answered)


def test_everything_known_and_asked_stands_in_the_full_form() -> None:
    left = give(full_case(), [agreed(Topic, Purpose.HELP)], HELP)
    form = fill(bundled_profile(GENERAL), left, "en")
    empty = [q.number for s in form.sections for q in s.questions if q.is_empty]
    assert [] == empty


def test_a_form_of_nothing_has_every_question_and_no_answer() -> None:
    for way in (HELP, (GENERAL, Purpose.PUBLIC)):
        left = give(Case(), [agreed(Topic, way[1])], way)
        form = fill(bundled_profile(way[0]), left, "en")
        assert all(q.is_empty for s in form.sections for q in s.questions)
        assert "Not stated" == form.empty_mark


def test_the_case_that_leaves_is_plain_json() -> None:
    here = document("T12")
    out = outgoing(give(here.case, here.consents, HELP))
    data: dict[str, Any] = json.loads(out.json)
    assert "extra" not in out.json.decode()
    assert "drone_pilot_2031" not in out.text
    assert "shoe_size" not in out.text
    assert "=HYPERLINK" in data["case"]["names"][0]["text"]


def test_a_portrait_stands_in_the_form_and_other_files_are_annexes() -> None:
    form = fill(
        bundled_profile(GENERAL), give(full_case(), [agreed(Topic, Purpose.HELP)], HELP), "en"
    )
    (portrait,) = form.pictures
    assert ("attachments/0001.jpg", True) == (portrait.name, portrait.is_portrait)
    annexes = _question(form, "7.1").answers
    assert annexes[0].label.startswith("Annex 0001")
    assert all(one.label for one in annexes)
    none = replace(full_case(), evidence=())
    left = give(none, [agreed(Topic, Purpose.HELP)], HELP)
    assert () == fill(bundled_profile(GENERAL), left, "en").pictures
