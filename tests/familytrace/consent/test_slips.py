"""Sentences leak, not only fields: T06, whose informant must stand in no byte."""

import unicodedata
from dataclasses import replace

import pytest
from cases import GENERAL, UN, WAYS, agreed, document, give, outgoing
from variants import faulty_gate

from familytrace.consent import gate, slips
from familytrace.consent.redact import Opening
from familytrace.consent.slips import own_names, protected_of
from familytrace.errors import ConsentError
from familytrace.model.case import Case
from familytrace.model.claim import Claim
from familytrace.model.disappearance import Disappearance
from familytrace.model.document import CaseDocument
from familytrace.model.events import ContactAttempt
from familytrace.model.person import IdentityDocument, Relative, Reporter
from familytrace.model.safety import ProtectedWord, Safety
from familytrace.model.telling import Telling
from familytrace.model.topics import Level, Purpose, Topic

# Pieces of her name in every script it is written in, too short to be missed by an ending.
SISTER = (
    "reyhan",
    "rayhan",
    "\u0631\u06d5\u064a\u06be\u0627\u0646",
    "\u0440\u04d9\u0439\u04bb\u0430\u043d",
    "\u70ed\u4f9d\u6c57",
    "wxid_reyhan",
    "5550106",
)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign == "_")


def _shows_her(text: str) -> list[str]:
    plain = _plain(text)
    return [piece for piece in map(_plain, SISTER) if piece in plain]


def _everything_leaves(purpose: Purpose) -> CaseDocument:
    """T06 as if she had opened every topic, under a name of her own."""
    t06 = document("T06")
    reporters = tuple(
        replace(one, name="Gulbanu Sinaq", contact="desk", identity_mode="named")
        for one in t06.case.reporters
    )
    consent = agreed(Topic, purpose, "t06-reporter")
    return CaseDocument(replace(t06.case, reporters=reporters), (consent,))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_the_sisters_name_stands_in_nothing_that_leaves(way: tuple[str, Purpose]) -> None:
    wide = _everything_leaves(way[1])
    text = outgoing(give(wide.case, wide.consents, way)).text
    assert [] == _shows_her(text)
    assert "Tahir" in text
    assert "checkpoint" in text


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_the_sisters_name_does_not_leave_under_the_real_agreements(
    way: tuple[str, Purpose],
) -> None:
    t06 = document("T06")
    try:
        left = give(t06.case, t06.consents, way)
    except ConsentError:
        return
    assert [] == _shows_her(outgoing(left).text)


def test_the_case_itself_is_full_of_her() -> None:
    assert set(map(_plain, SISTER)) == set(_shows_her(repr(document("T06"))))


_FAULTS = [
    (gate, "open_case = _without_slips(open_case, protected, case, opening)", "pass"),
    (gate, "    if not protected:\n        return case\n", "    return case\n"),
    (gate, 'if f.name == "told")', 'if f.name == "none")'),
    (slips, "for word in case.safety.protected)\n", "for word in ())\n"),
]


def _with_a_date_that_tells(wide: CaseDocument) -> CaseDocument:
    event = wide.case.event
    date = replace(event.date, told="the day Reyhang\u00fcl called") if event.date else None
    return replace(wide, case=replace(wide.case, event=replace(event, date=date)))


def _alone_on_the_list(wide: CaseDocument) -> CaseDocument:
    """Nobody but the family's own list knows of her."""
    case = replace(wide.case, relatives=(), claims=(), attempts=(), evidence=())
    event = replace(case.event, witness_names="", last_seen_by="")
    return replace(wide, case=replace(case, event=event))


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: fault[1].strip()[:50])
def test_a_search_with_this_line_spoiled_is_noticed(fault: tuple[object, str, str]) -> None:
    wide = _everything_leaves(Purpose.HELP)
    through = faulty_gate(*fault)  # type: ignore[arg-type]
    noticed = []
    for one in (wide, _with_a_date_that_tells(wide), _alone_on_the_list(wide)):
        way = (GENERAL, Purpose.HELP)
        noticed += _shows_her(outgoing(give(one.case, one.consents, way, through=through)).text)
        assert [] == _shows_her(outgoing(give(one.case, one.consents, way)).text)
    assert noticed


# --- who is on the list ----------------------------------------------------------------------


def _opening(*topics: Topic, named: str = "", ceiling: Level = Level.ENDANGERING) -> Opening:
    return Opening(
        topics=frozenset(topics),
        ceiling=ceiling,
        asked=frozenset(),
        purpose=Purpose.HELP,
        named=frozenset({named}),
        quoted=frozenset(),
    )


def _texts(case: Case, opening: Opening) -> set[tuple[str, str]]:
    return {(one.kind, one.text) for one in protected_of(case, opening)}


@pytest.mark.parametrize(
    ("expected", "field"),
    [
        ({("number", "+86 996 555 0106")}, "+86 996 555 0106"),
        ({("account", "wxid_aygul")}, "wxid_aygul"),
        ({("number", "0996 555 0106"), ("number", "0991 555 0107")}, "0996 555 0106/0991 555 0107"),
        ({("account", "wxid_aygul"), ("number", "09965550106")}, "wxid_aygul, 09965550106"),
    ],
)
def test_a_contact_field_is_taken_apart(expected: set[tuple[str, str]], field: str) -> None:
    case = Case(claims=(Claim(source_contact=field),))
    assert expected <= _texts(case, _opening())


def test_an_account_is_found_with_and_without_its_label() -> None:
    case = Case(attempts=(ContactAttempt(address="WeChat: aygul_88"),))
    assert ("account", "aygul_88") in _texts(case, _opening())


def test_several_names_in_one_field_are_several_names() -> None:
    case = Case(event=Disappearance(witness_names="Adalet Sinaq, Polat Sinaq"))
    assert {("name", "Adalet Sinaq"), ("name", "Polat Sinaq")} == _texts(case, _opening())


def test_a_relative_is_protected_until_named_with_agreement() -> None:
    abroad = Relative(name="Aylin", in_region="no", safe_to_name="yes")
    assert ("name", "Aylin") in _texts(Case(relatives=(abroad,)), _opening())
    assert set() == _texts(Case(relatives=(abroad,)), _opening(Topic.OTHERS))
    inside = replace(abroad, in_region="yes")
    assert ("name", "Aylin") in _texts(Case(relatives=(inside,)), _opening(Topic.OTHERS))


def test_a_speaker_is_protected_until_named() -> None:
    case = Case(reporters=(Reporter(id="a", name="Ferhat", contact="0123 456 789"),))
    everything = {("name", "Ferhat"), ("number", "0123 456 789")}
    assert everything == _texts(case, _opening())
    assert set() == _texts(case, _opening(Topic.ME, named="a"))
    public = _opening(Topic.ME, named="a", ceiling=Level.IDENTIFYING)
    assert everything == _texts(case, public)


def test_a_number_of_a_paper_is_protected_until_numbers_are_agreed() -> None:
    case = Case(documents=(IdentityDocument(number="659999198001010013"),))
    assert {("number", "659999198001010013")} == _texts(case, _opening())
    assert set() == _texts(case, _opening(Topic.IDS))


def test_the_persons_own_names_may_stand_only_where_who_they_are_is_agreed() -> None:
    t06 = document("T06").case
    assert 3 == len(own_names(t06, _opening(Topic.WHO)))
    assert () == own_names(t06, _opening())


def test_an_id_number_slips_out_of_no_sentence() -> None:
    case = Case(
        documents=(IdentityDocument(id="d", number="659999198001010013"),),
        event=Disappearance(narrative=Telling("ID 6599 9919 8001 0100 13, taken at home", "en")),
        reporters=(Reporter(id="a", name="Ferhat"),),
    )
    for way in ((GENERAL, Purpose.HELP), (UN, Purpose.UN)):
        closed = agreed(set(Topic) - {Topic.IDS}, way[1])
        assert "0100 13" not in outgoing(give(case, [closed], way)).text
        assert "0100 13" in outgoing(give(case, [agreed(Topic, way[1])], way)).text


def test_a_named_speaker_keeps_the_name_that_a_source_bears_too() -> None:
    case = Case(
        reporters=(Reporter(id="a", name="Zeynep Yulghun", contact="zeynep@example"),),
        claims=(
            Claim(source_name="Zeynep Yulghun"),
            Claim(source_name="Meryem Yulghun"),
        ),
        event=Disappearance(narrative=Telling("Zeynep went, Meryem stayed.", "en")),
    )
    text = outgoing(give(case, [agreed(Topic, Purpose.HELP)], (GENERAL, Purpose.HELP))).text
    assert "Zeynep Yulghun" in text
    assert "zeynep@example" in text
    assert "Zeynep went" in text
    assert "Meryem" not in text
    silent = agreed(set(Topic) - {Topic.ME}, Purpose.HELP)
    assert "Zeynep" not in outgoing(give(case, [silent], (GENERAL, Purpose.HELP))).text


def test_the_familys_own_list_wins_over_everything() -> None:
    case = Case(
        reporters=(Reporter(id="a", name="Zeynep Yulghun"),),
        safety=Safety(protected=(ProtectedWord("name", "Zeynep Yulghun"),)),
        event=Disappearance(narrative=Telling("Zeynep went.", "en")),
    )
    left = give(case, [agreed(Topic, Purpose.HELP)], (GENERAL, Purpose.HELP)).case
    assert left.event.narrative is not None
    assert "Zeynep" not in left.event.narrative.text
