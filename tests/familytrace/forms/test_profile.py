from datetime import date
from pathlib import Path

import pytest

from familytrace.errors import ProfileError, UnknownFormError
from familytrace.forms.compose import COMPOSERS
from familytrace.forms.library import bundled_names, bundled_profile, load_profile
from familytrace.forms.profile import NEEDS, fact_named, read_profile
from familytrace.model.facts import facts_of
from familytrace.model.records import CASE_NOUNS
from familytrace.model.topics import Level, Purpose

HEAD = """
id = "mine"
version = 1
title.en = "My form"
issuer = "We"
source = "Ourselves"
checked_on = "2026-11-20"
verified = false
languages = ["en"]
purposes = ["help"]
china_may_read = false
needs_reporter = false
"""
QUESTION = """
[[section]]
number = "1"
title.en = "Who"
[[section.question]]
number = "1.1"
wording.en = "Sex"
facts = ["person.sex"]
"""


def test_a_small_form_is_read() -> None:
    profile = read_profile(HEAD + QUESTION)
    assert ("mine", date(2026, 11, 20)) == (profile.id, profile.checked_on)
    assert frozenset({"person.sex"}) == profile.asks().facts


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ("no such fact: person.shoe_size", "person.sex", "person.shoe_size"),
        ("no such fact: persons.sex", "person.sex", "persons.sex"),
        ("no such fact: sex", "person.sex", "sex"),
        ("never leaves: claims.source_name", '"person.sex"', '"claims.source_name"'),
        ("never leaves: safety.note", '"person.sex"', '"safety.note"'),
        ("never leaves: relatives.contact", '"person.sex"', '"relatives.contact"'),
        ("exactly one", 'facts = ["person.sex"]', ""),
        ("exactly one", 'facts = ["person.sex"]', 'facts = ["person.sex"]\nanswer = "age"'),
        ("no answer is called poem", 'facts = ["person.sex"]', 'answer = "poem"'),
        ("no check is called luck", 'facts = ["person.sex"]', 'answer = "age"\nneed = "luck"'),
        (
            "no such fact: claims.shoe",
            'facts = ["person.sex"]',
            'table = "claims"\ncolumns = ["shoe"]',
        ),
        (
            "never leaves: claims.source",
            'facts = ["person.sex"]',
            'table = "claims"\ncolumns = ["source"]',
        ),
        (
            "never leaves: claims.source",
            'facts = ["person.sex"]',
            'table = "claims"\ncolumns = ["note"]\nwhere = { source = "rumour" }',
        ),
        ("no wording in en", 'wording.en = "Sex"', 'wording.ug = "x"'),
        ("title has no wording in en", 'title.en = "My form"', 'title.ug = "x"'),
        ("names no language", 'languages = ["en"]', "languages = []"),
        ("purposes", 'purposes = ["help"]', 'purposes = ["fun"]'),
        ("version", "version = 1", 'version = "one"'),
        ("checked_on", '"2026-11-20"', '"yesterday"'),
        ("china_may_read", "china_may_read = false", 'china_may_read = "no"'),
        ("published ones", "version = 1", 'version = 1\nkey = "age1"'),
        ("published ones", 'wording.en = "Sex"', 'wording.en = "Sex"\nceiling = 4'),
        ("not complete", 'issuer = "We"', ""),
        ("no part called cats", "version = 1", 'version = 1\nalso = ["cats.*"]'),
        ("no such fact: person.tail", "version = 1", 'version = 1\nalso = ["person.tail"]'),
        ("line 2", 'id = "mine"', "id = mine"),
    ],
)
def test_a_faulty_form_says_what_is_wrong_with_it(said: str, old: str, new: str) -> None:
    text = HEAD + QUESTION
    assert old in text
    with pytest.raises(ProfileError) as caught:
        read_profile(text.replace(old, new, 1))
    assert said in caught.value.said()


@pytest.mark.parametrize("name", bundled_names())
def test_every_bundled_form_loads_and_asks_only_for_what_we_keep(name: str) -> None:
    profile = bundled_profile(name)
    assert name == profile.id
    assert profile.purposes
    for question in profile.questions():
        assert question.need in NEEDS
        assert question.asked()
        for language in profile.languages:
            assert question.wording[language].strip()


@pytest.mark.parametrize("name", bundled_names())
def test_no_number_of_a_question_stands_twice(name: str) -> None:
    numbers = [question.number for question in bundled_profile(name).questions()]
    assert len(numbers) == len(set(numbers))


def test_what_is_locked_cannot_be_asked_in_any_way() -> None:
    locked = [
        f"{noun.attribute}.{name}"
        for noun in CASE_NOUNS
        for name, fact in facts_of(noun.record).items()
        if fact.level is Level.LOCKED
    ]
    assert len(locked) > 20
    for name in locked:
        with pytest.raises(ProfileError):
            read_profile((HEAD + QUESTION).replace("person.sex", name))


def test_no_composed_answer_reads_what_is_locked() -> None:
    for composer in COMPOSERS.values():
        for name in composer.facts:
            fact = fact_named(name)
            assert fact is not None, name
            assert fact.level is not Level.LOCKED


def test_every_element_of_the_un_form_is_asked() -> None:
    wgeid = bundled_profile("wgeid")
    starred = {
        question.number[0]: question.missing.get("en", "")
        for question in wgeid.questions()
        if question.required
    }
    assert list("123456") == sorted(starred)
    assert all("The Working Group needs" in sentence for sentence in starred.values())
    assert (True, True) == (wgeid.china_may_read, wgeid.needs_reporter)
    assert frozenset({Purpose.UN}) == wgeid.purposes
    needs = {question.need for question in wgeid.questions() if question.required}
    assert set(NEEDS) == needs


def test_un_pages_say_nothing_of_agreement_or_of_what_was_kept_back() -> None:
    wgeid = bundled_profile("wgeid")
    assert ((), False) == (wgeid.closing, wgeid.consent_statement)


def test_a_form_of_a_user_always_counts_as_read_by_the_government() -> None:
    profile = read_profile(HEAD + QUESTION)
    assert profile.asks(added_by_user=True).china_may_read
    assert not profile.asks().china_may_read


def test_an_unknown_form_is_not_looked_for_on_the_disk() -> None:
    for name in ("", "none", "../profiles/wgeid", "wgeid.toml"):
        with pytest.raises(UnknownFormError):
            bundled_profile(name)


@pytest.mark.parametrize(
    ("said", "data"),
    [("UTF-8", b"id = '\xff'"), ("too long", b"#" * (256 * 1024 + 1))],
)
def test_a_file_that_is_no_form_is_refused(tmp_path: Path, said: str, data: bytes) -> None:
    path = tmp_path / "form.toml"
    path.write_bytes(data)
    with pytest.raises(ProfileError, match=said):
        load_profile(path)
    with pytest.raises(ProfileError, match="cannot be read"):
        load_profile(tmp_path / "missing.toml")
    path.write_text(HEAD + QUESTION, encoding="utf-8")
    assert "mine" == load_profile(path).id
