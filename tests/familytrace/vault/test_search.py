import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.model.claim import Claim
from familytrace.model.events import ContactAttempt
from familytrace.model.person import IdentityDocument, PersonName
from familytrace.model.telling import Telling
from familytrace.vault import search
from familytrace.vault.vault import Vault

ASKED = json.loads((Path(__file__).parent / "search_cases.json").read_text("utf-8"))


def found(vault: Vault, text: str) -> list[str]:
    return sorted(line.id for line in vault.search(text))


@pytest.mark.parametrize("case", ASKED, ids=[case["why"] for case in ASKED])
def test_a_text_is_found_however_it_is_typed(vault: Vault, case: dict[str, str]) -> None:
    vault.save("c1", PersonName(text=case["kept"]))
    vault.save("c2", PersonName(text="Nobody Else"))
    assert found(vault, case["asked"]) == ["c1"]


def test_every_word_must_be_somewhere_in_the_case(vault: Vault) -> None:
    vault.save("c1", PersonName(text="Alim Sinaq"), Claim(facility_name="Camp at Peyzawat"))
    vault.save("c2", PersonName(text="Alim Other"))
    assert found(vault, "alim") == ["c1", "c2"]
    assert found(vault, "peyz ALIM") == ["c1"]
    assert found(vault, "peyz other") == []


def test_own_words_and_numbers_are_found_but_no_codes(vault: Vault) -> None:
    vault.save(
        "c1",
        ContactAttempt(outcome=("no_answer",), words=Telling(text="They hung up")),
        IdentityDocument(number="653101199001011234"),
    )
    assert found(vault, "hung") == ["c1"]
    assert found(vault, "19900101") == ["c1"]
    assert found(vault, "no_answer") == []


def test_what_is_changed_or_deleted_is_found_no_more(vault: Vault) -> None:
    vault.save("c1", PersonName(id="n1", text="Alim"))
    vault.save("c1", PersonName(id="n1", text="Gulnar"))
    assert (found(vault, "alim"), found(vault, "gulnar")) == ([], ["c1"])
    vault.delete("c1", "person_name", "n1")
    assert found(vault, "gulnar") == []
    vault.undo("c1")
    assert found(vault, "gulnar") == ["c1"]
    assert vault.check().is_sound


@pytest.mark.parametrize(
    "asked",
    [
        "",
        " ",
        '"',
        "AND",
        "NOT",
        "NEAR(",
        "a*",
        "*",
        "-x",
        ":col",
        "(",
        "words:x",
        "\0",
        "'",
        "^a",
        "+",
    ],
)
def test_signs_of_the_query_language_are_only_text(vault: Vault, asked: str) -> None:
    vault.save("c1", PersonName(text="Sinaq"))
    assert found(vault, asked) == []


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = search.fold(text)
    assert search.fold(once) == once


def test_any_question_survives(vault: Vault) -> None:
    vault.save("c1", PersonName(text="Sinaq"))

    @given(st.text(max_size=60))
    def ask(text: str) -> None:
        vault.search(text)

    ask()
    vault.search("x " * 5000)


def test_a_kept_text_is_found_by_any_of_its_words(vault: Vault) -> None:
    @given(st.text(max_size=40))
    def keep_and_ask(text: str) -> None:
        vault.save("c1", PersonName(id="n1", text=text))
        words = search.fold(text.encode("utf-8", "replace").decode()).split()
        for word in words[:8]:
            assert found(vault, word) == ["c1"], word

    keep_and_ask()


def test_what_was_saved_since_the_last_question_is_found_after_a_crash(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    vault.save("c1", PersonName(text="Alim"))
    assert found(vault, "alim") == ["c1"]
    vault.save("c2", PersonName(text="Alim"))
    vault.abandon()
    with reopen(folder) as again:
        assert found(again, "alim") == ["c1", "c2"]
        assert again.store.ask("SELECT * FROM search_due") == []
