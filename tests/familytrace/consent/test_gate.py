import ast
import hashlib
import hmac
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from cases import GENERAL, GROUP, KEY, NAMES, NOW, UN, WAYS, agreed, document, give, outgoing
from filled_cases import full_case

import familytrace
from familytrace.consent.gate import Agreement, Asked, Disclosure, disclose
from familytrace.errors import ConsentError, GovernmentConsentError, PurposeError
from familytrace.model import events
from familytrace.model.case import Case
from familytrace.model.consent import Answer
from familytrace.model.document import records_of
from familytrace.model.events import ContactAttempt, OfficialResponse
from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName, Relative, Reporter
from familytrace.model.recipient import Recipient
from familytrace.model.telling import Telling
from familytrace.model.topics import Purpose, Topic

HELP = (GENERAL, Purpose.HELP)
UNITED = (UN, Purpose.UN)


def _all(purpose: Purpose, **more: Any) -> Any:
    return agreed(Topic, purpose, **more)


def _coded(plain: str, key: bytes = KEY) -> str:
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()[:32]


def test_a_form_is_used_for_its_own_purposes_only() -> None:
    with pytest.raises(PurposeError):
        give(Case(), [_all(Purpose.UN)], (GENERAL, Purpose.UN))
    with pytest.raises(PurposeError):
        give(Case(), [_all(Purpose.HELP)], (UN, Purpose.HELP))


def test_a_form_that_a_user_added_counts_as_read_by_the_government() -> None:
    asked = Asked("mine", frozenset({"names.text"}), frozenset({Purpose.HELP}), True, False)
    silent = _all(Purpose.HELP, government_learns_relative=Answer.NO)
    with pytest.raises(GovernmentConsentError):
        disclose(Case(), [silent], GROUP, Purpose.HELP, NOW, asked=asked, code_key=KEY)


@pytest.mark.parametrize("purpose", [Purpose.PUBLIC, Purpose.CAMPAIGN, Purpose.HOST_STATE])
def test_what_the_state_will_read_needs_the_question_about_the_state(purpose: Purpose) -> None:
    silent = _all(purpose, government_learns_relative=Answer.NO)
    with pytest.raises(GovernmentConsentError):
        give(Case(), [silent], (GENERAL, purpose))


def test_every_id_is_known_to_one_recipient_only() -> None:
    case = full_case()
    consents = [_all(Purpose.HELP), _all(Purpose.HELP, recipient="other")]
    here = give(case, consents, HELP)
    there = give(case, consents, HELP, to=Recipient(id="other", name="Other"), key=b"other")
    ids = [
        {record.id for record in records_of(one.case) if record.id} | {one.case.id}
        for one in (here, there)
    ]
    assert len(ids[0]) > 20
    assert ids[0].isdisjoint(ids[1])
    assert ids[0].isdisjoint({record.id for record in records_of(case)} | {case.id})
    assert here.case.file.code != there.case.file.code


def test_the_same_recipient_finds_the_same_ids_next_time() -> None:
    first, again = (give(full_case(), [_all(Purpose.HELP)], HELP) for _ in range(2))
    assert first == again
    assert _coded("case") == first.case.id


def test_references_point_to_what_left_and_to_nothing_else() -> None:
    case = full_case()
    for way in WAYS:
        left = give(case, [_all(way[1])], way).case
        known = {record.id for record in records_of(left)} | {""}
        pointing = [one.answers for one in left.responses] + [one.response for one in left.claims]
        assert known >= {*pointing, *(one.speaker for one in left.testimonies)}
    help_case = give(case, [_all(Purpose.HELP)], HELP).case
    assert _coded("attempts-1") == help_case.responses[0].answers
    un_case = give(case, [_all(Purpose.UN)], UNITED).case
    assert ["", _coded("letters-0")] == [one.answers for one in un_case.responses]


def test_an_answer_never_points_to_a_call_that_was_summed_up() -> None:
    case = Case(
        attempts=(ContactAttempt(id="call", target="person_missing", outcome=("no_answer",)),),
        responses=(OfficialResponse(id="answer", answers="call", kinds=("accusation",)),),
        reporters=(Reporter(id="a", name="Ferhat Sinaq"),),
    )
    left = give(case, [_all(Purpose.UN)], UNITED).case
    assert "private_attempts" == left.attempts[0].summary
    assert "" == left.responses[0].answers
    assert _coded("call") not in {record.id for record in records_of(left)}


def test_a_speaker_who_wants_a_code_name_is_named_nowhere() -> None:
    case = Case(
        names=(PersonName(id="n", text="Tahir Sinaq"),),
        reporters=(Reporter(id="a", name="Adalet", contact="desk 5", identity_mode="code_name"),),
        testimonies=(
            events.Testimony(id="t", speaker="a", words=Telling("I, Adalet, saw it", "en")),
        ),
    )
    out = outgoing(give(case, [_all(Purpose.HELP)], HELP)).text
    assert "Adalet" not in out
    assert "desk 5" in out
    assert "saw it" in out


def test_names_of_the_person_are_cut_where_who_they_are_is_kept_back() -> None:
    case = full_case()
    case = replace(
        case,
        names=(PersonName(id="n", text="Zulpiye Sinaq"),),
        event=replace(case.event, narrative=Telling("They took Zulpiye away.", "en")),
    )
    without = agreed(set(Topic) - {Topic.WHO}, Purpose.HELP)
    assert "Zulpiye" not in outgoing(give(case, [without], HELP)).text
    assert "They took Zulpiye" in outgoing(give(case, [_all(Purpose.HELP)], HELP)).text


def test_an_agreement_is_searched_for_protected_words_too() -> None:
    case = replace(full_case(), relatives=(Relative(id="r", name="Hawagul", in_region="yes"),))
    said = _all(Purpose.HELP, method="call through Hawagul", language="ug, Hawagul")
    assert "awagul" not in outgoing(give(case, [said], HELP)).text


def test_an_agreement_tells_only_what_the_recipient_may_know() -> None:
    said = _all(
        Purpose.HELP,
        teach_back="hushed-1",
        others_in_room="hushed-2",
        basis_words="hushed-3",
        interpreter_role="hushed-4",
        capacity="hushed-5",
        extra={"later": "hushed-6"},
    )
    out = outgoing(give(full_case(), [said], HELP))
    assert "hushed" not in out.text
    assert {"purpose", "recipient", "basis", "given_on", "ends_on", "method", "language"} | {
        "wording", "wording_hash", "wording_reviewed", "onward"
    } | {f"government_learns_{who}" for who in ("relative", "me", "told")} == {
        f.name for f in fields(Agreement)
    }  # fmt: skip


@pytest.mark.parametrize("pages", [None, 0, -5, 1, 3, 2**50])
def test_pages_of_a_paper_are_numbered_within_bounds(pages: int | None) -> None:
    paper = Evidence(
        id="e", kind="photo", media_type="application/pdf", shows_others="no", pages=pages
    )
    photo = replace(paper, id="f", media_type="image/jpeg", pages=None)
    left = give(Case(evidence=(paper, photo)), [_all(Purpose.HELP)], HELP)
    count = min(max(pages or 1, 1), 200)
    assert count + 1 == len(left.attachments)
    assert f"attachments/{count + 1:04d}.jpg" == left.case.evidence[1].attachment


def test_a_file_that_is_no_picture_stays_at_home() -> None:
    voice = Evidence(id="v", kind="photo", media_type="text/html", shows_others="no")
    left = give(Case(evidence=(voice,)), [_all(Purpose.HELP)], HELP)
    assert ((), ()) == (left.attachments, left.case.evidence)


def test_only_the_gate_makes_a_disclosure() -> None:
    makers = []
    for path in Path(familytrace.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Disclosure":
                makers.append(path.name)
    assert ["gate.py"] == makers
    assert Disclosure.__doc__


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_every_case_leaves_or_says_why_not(name: str, way: tuple[str, Purpose]) -> None:
    here = document(name)
    refusal = None
    try:
        left = give(here.case, here.consents, way)
    except ConsentError as error:
        refusal = error
    if refusal is not None:
        assert refusal.said().endswith(".")
        assert "Sinaq" not in refusal.said() + refusal.advice()
        return
    home = {record.id for record in records_of(here.case) if record.id} | {here.case.id}
    text = outgoing(left).text
    assert not [one for one in home if one in text]
