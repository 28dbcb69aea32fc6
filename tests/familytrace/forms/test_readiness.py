import tomllib
from dataclasses import replace
from typing import Any

import pytest
from cases import FOLDER, GENERAL, GROUP, KEY, NAMES, NOW, UN, agreed, document, give

from familytrace import i18n
from familytrace.consent.gate import Disclosure, disclose
from familytrace.errors import ConsentError
from familytrace.forms.fill import fill
from familytrace.forms.library import bundled_profile
from familytrace.forms.readiness import gaps, untranslated
from familytrace.model.case import Case
from familytrace.model.disappearance import Disappearance
from familytrace.model.document import CaseDocument
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import PersonName, Reporter
from familytrace.model.place import Place
from familytrace.model.telling import Telling
from familytrace.model.topics import Purpose, Topic

EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    (FOLDER / "readiness.toml").read_text(encoding="utf-8")
)
WAYS = {
    "our-case-form": (GENERAL, Purpose.HELP),
    "wgeid": (UN, Purpose.UN),
    "public": (GENERAL, Purpose.PUBLIC),
}
ROWS = [(name, column, said) for name, row in EXPECTED.items() for column, said in row.items()]


def _left(here: CaseDocument, column: str) -> Disclosure:
    return give(here.case, here.consents, WAYS[column])


def _outcome(here: CaseDocument, column: str) -> object:
    try:
        left = _left(here, column)
    except ConsentError as refusal:
        return type(refusal).__name__
    return [gap.number for gap in gaps(bundled_profile(WAYS[column][0]), here.case, left)]


@pytest.mark.parametrize(("name", "column", "said"), ROWS)
def test_each_case_comes_to_what_its_outline_says(name: str, column: str, said: object) -> None:
    assert said == _outcome(document(name), column)


def test_every_case_stands_in_the_table_with_both_forms() -> None:
    assert set(NAMES) == set(EXPECTED)
    assert all({"our-case-form", "wgeid"} <= set(row) for row in EXPECTED.values())


def test_t01_learns_in_plain_words_that_the_month_is_missing() -> None:
    t01 = document("T01")
    first = gaps(bundled_profile(UN), t01.case, _left(t01, "wgeid"))[0]
    assert "at least the month and the year" in first.sentence
    assert "best guess" in first.sentence
    assert not first.blocked


# --- the checks of the UN form ---------------------------------------------------------------


def _un_gaps(case: Case, *topics: Topic) -> dict[str, bool]:
    return {
        gap.number: gap.blocked
        for gap in gaps(
            bundled_profile(UN),
            case,
            give(case, [agreed(topics or Topic, Purpose.UN, "t05-brother")], WAYS["wgeid"]),
        )
    }


@pytest.mark.parametrize(
    ("missing", "edtf"),
    [
        (True, None),
        (True, "2017"),
        (True, "2016-23"),
        (True, "201X"),
        (True, "2017-XX"),
        (True, "2017/2018"),
        (True, "../2017-05"),
        (False, "2017-05"),
        (False, "2017-05-19"),
        (False, "2017-05~"),
        (False, "2017-05-XX"),
        (False, "2017-06/2017-07"),
    ],
)
def test_the_second_element_needs_month_and_year(missing: bool, edtf: str | None) -> None:
    t05 = document("T05").case
    case = replace(t05, event=replace(t05.event, date=PartialDate(edtf, "the hot days")))
    assert missing == ("2 (a)" in _un_gaps(case))


def test_a_guessed_month_needs_its_reason() -> None:
    t05 = document("T05").case
    guess = replace(t05.event, date=PartialDate("2017-05"), month_is_estimate=True)
    assert "2 (a)" in _un_gaps(replace(t05, event=guess))
    reason = replace(guess, estimate_basis="The apricots were ripe")
    assert "2 (a)" not in _un_gaps(replace(t05, event=reason))


@pytest.mark.parametrize(
    ("missing", "changed"),
    [
        (True, {"place": None}),
        (False, {"place": None, "last_seen_place": Place("Hospital", "654002")}),
    ],
)
def test_the_third_element_takes_where_the_person_was_last_seen(
    missing: bool, changed: dict[str, Any]
) -> None:
    t05 = document("T05").case
    case = replace(t05, event=replace(t05.event, **changed))
    assert missing == ("3 (a)" in _un_gaps(case))


@pytest.mark.parametrize(
    ("missing", "changed"),
    [
        (True, {}),
        (True, {"perpetrators": ("unknown",)}),
        (False, {"perpetrators": ("unknown", "cn_court")}),
        (False, {"perpetrator_detail": "Two men in uniform"}),
        (False, {"state_link": "The whole street was taken"}),
    ],
)
def test_the_fourth_element_takes_any_indication_but_not_known_is_none(
    missing: bool, changed: dict[str, Any]
) -> None:
    t05 = document("T05").case
    bare = replace(t05.event, perpetrators=(), perpetrator_detail="", state_link="")
    case = replace(t05, event=replace(bare, **changed))
    assert missing == ("4 (a)" in _un_gaps(case))


@pytest.mark.parametrize(
    ("missing", "changed"),
    [
        (True, {"attempts": (), "letters": (), "responses": ()}),
        (False, {"letters": (), "responses": ()}),
        (False, {}),
    ],
)
def test_the_fifth_element_needs_a_step_or_the_reason_for_none(
    missing: bool, changed: dict[str, Any]
) -> None:
    case = replace(document("T05").case, **changed)
    assert missing == ("5 (a)" in _un_gaps(case))
    reason = replace(case.event, no_attempt=("fear_for_relatives",))
    assert "5 (a)" not in _un_gaps(replace(case, event=reason))


def _emptied(reporter: Reporter, field: str) -> Reporter:
    blank: dict[str, Any] = {field: ""}
    return replace(reporter, **blank)


@pytest.mark.parametrize("field", ["contact", "name"])
def test_the_sixth_element_needs_name_and_contact(field: str) -> None:
    t05 = document("T05").case
    without = replace(t05, reporters=(_emptied(t05.reporters[0], field),))
    if field == "contact":
        assert "6 (a)" in _un_gaps(without)
        return
    with pytest.raises(ConsentError, match="no anonymous cases"):
        _un_gaps(without)


def test_what_is_known_and_kept_back_is_said_to_be_kept_back() -> None:
    t05 = document("T05").case
    kept = _un_gaps(t05, Topic.WHO, Topic.ME)
    assert {"2 (a)": True, "3 (a)": True, "4 (a)": True, "5 (a)": True} == kept


def test_a_blocked_answer_names_the_body_and_the_question() -> None:
    t05 = document("T05").case
    left = give(t05, [agreed([Topic.ME], Purpose.UN, "t05-brother")], WAYS["wgeid"])
    for gap in gaps(bundled_profile(UN), t05, left):
        assert gap.blocked
        assert "UN Working Group" in gap.sentence
        assert "kept back" in gap.sentence
        assert gap.label in gap.sentence


def test_before_anybody_is_asked_the_whole_case_is_looked_at() -> None:
    assert () == gaps(bundled_profile(GENERAL), document("T05").case, None)
    empty = gaps(bundled_profile(GENERAL), Case(), None)
    assert ["1.1", "2.1"] == [gap.number for gap in empty]
    assert all(not gap.blocked for gap in empty)


def test_a_half_told_case_can_be_looked_at_for_every_form() -> None:
    for profile in (GENERAL, UN):
        assert gaps(bundled_profile(profile), Case(), None)


# --- answers that lack the form's language ---------------------------------------------------


def _form_of(case: Case, language: str = "en") -> list[str]:
    asked = bundled_profile(GENERAL)
    left = disclose(
        case,
        [agreed(Topic, Purpose.HELP)],
        GROUP,
        Purpose.HELP,
        NOW,
        asked=asked.asks(),
        code_key=KEY,
    )
    return [one.number for one in untranslated(fill(asked, left, language))]


def test_an_account_without_translation_is_listed() -> None:
    uyghur = document("T02").case.event.own_words
    assert uyghur is not None
    told = Telling(uyghur.text, "ug")
    assert ["2.5"] == _form_of(Case(event=Disappearance(narrative=told)))
    both = Case(event=Disappearance(narrative=uyghur))
    assert [] == _form_of(both)
    assert [] == _form_of(Case(event=Disappearance(narrative=told)), "ug")


def test_a_name_needs_no_translation() -> None:
    name = document("T01").case.names[0].text
    assert [] == _form_of(Case(names=(PersonName(id="n", text=name),)))


def test_a_place_with_its_county_needs_no_translation() -> None:
    told = document("T02").case.event.place
    assert told is not None
    assert [] == _form_of(Case(event=Disappearance(place=told)))
    assert ["2.3"] == _form_of(Case(event=Disappearance(place=Place(told=told.told))))


def test_the_list_is_the_same_whatever_the_screen_speaks() -> None:
    case = Case(event=Disappearance(narrative=Telling(document("T02").case.names[0].text, "ug")))
    with i18n.in_language("ug"):
        assert ["2.5"] == _form_of(case)
