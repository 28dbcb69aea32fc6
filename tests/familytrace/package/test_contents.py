import dataclasses
import json
from datetime import date
from pathlib import Path

import forge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace import canonical, errors
from familytrace.consent.gate import Agreement, Attachment, Disclosure
from familytrace.forms.filled import FilledForm
from familytrace.model.case import Case, CaseFile
from familytrace.model.person import PersonName
from familytrace.model.topics import Purpose
from familytrace.package import contents, read, write
from familytrace.package.contents import Reply, Withdrawal

DAY = date(2026, 3, 1)
AGREEMENT = Agreement(
    purpose=Purpose.HELP,
    recipient="An office",
    basis="family",
    given_on=DAY,
    ends_on=date(2027, 3, 1),
    method="spoken",
    language="ug",
    wording="1",
    wording_hash="ab" * 32,
    wording_reviewed="no",
    government_learns_relative="no",
    government_learns_me="no",
    government_learns_told="no",
)
CASE = Case(
    id=forge.CASE_ID,
    file=CaseFile(code="FT-ABCDEF"),
    names=(PersonName(id="n1", text="Adil Sinaq", extra={"later": "version"}),),
)
DISCLOSED = Disclosure(
    recipient="An office",
    recipient_key=forge.ME.public,
    purpose=Purpose.HELP,
    profile="general",
    on=DAY,
    case=CASE,
    agreements=(AGREEMENT,),
    ends_on=date(2027, 3, 1),
    attachments=(Attachment("attachments/0001.jpg", "an id of the vault", "photo"),),
    consents=("an id of the vault",),
)
FILLED = FilledForm(
    profile="general",
    title="",
    second_title="",
    language="en",
    second_language=None,
    recipient="An office",
    code="FT-ABCDEF",
    date="2026-03-01",
    notices=(),
    sections=(),
    pictures=(),
    statement=(),
    signatures=(),
    closing=(),
    empty_mark="",
    page_words="",
    second_page_words="",
)
PICTURES = {"attachments/0001.jpg": forge.picture()}


def made() -> write.PackageContents:
    return contents.contents_of(
        DISCLOSED, FILLED, form_pdf=b"%PDF-1.7", sheet="a sheet\n", pictures=PICTURES
    )


def test_a_disclosure_travels_and_is_read_back_as_records() -> None:
    data = write.write_package(made(), forge.envelope()).data
    opened = read.open_package(data, forge.ME.secret, today=DAY)
    case = contents.read_case(opened.case or b"")
    paper = contents.read_consent(opened.consent or b"")
    assert "Adil Sinaq" == case.names[0].text
    assert (AGREEMENT,) == paper.agreements
    assert (Purpose.HELP, "general", date(2027, 3, 1)) == (
        paper.purpose,
        paper.profile,
        paper.ends_on,
    )


def test_ids_of_the_vault_and_what_is_not_understood_stay_at_home() -> None:
    whole = b"".join(bytes(member.data) for member in made().members)
    assert b"an id of the vault" not in whole
    assert b"later" not in whole


def test_parts_of_two_exports_are_never_put_together() -> None:
    for form in (
        dataclasses.replace(FILLED, code="FT-OTHERS"),
        dataclasses.replace(FILLED, profile="wgeid"),
    ):
        with pytest.raises(ValueError, match="one export"):
            contents.contents_of(DISCLOSED, form, form_pdf=None, pictures=PICTURES)
    for pictures in ({}, {**PICTURES, "attachments/0002.jpg": forge.picture("blue")}):
        with pytest.raises(ValueError, match="pictures"):
            contents.contents_of(DISCLOSED, FILLED, form_pdf=None, pictures=pictures)


def test_a_withdrawal_and_an_answer_are_read_back() -> None:
    notice = Withdrawal(case=forge.CASE_ID, on=DAY, purposes=(Purpose.HELP,))
    reply = Reply(case=forge.CASE_ID, kind="promise", on=DAY, text="We will ask.", language="en")
    sent = write.write_package(contents.withdrawal_of(notice), forge.envelope()).data
    found = read.open_package(sent, forge.ME.secret, today=DAY)
    assert notice == contents.read_withdrawal(found.withdrawal or b"")
    sent = write.write_package(contents.reply_of(reply), forge.envelope()).data
    found = read.open_package(sent, forge.ME.secret, today=DAY)
    assert reply == contents.read_reply(found.reply or b"")


def test_what_a_later_minor_version_added_is_kept_aside() -> None:
    later = json.loads(bytes(made().members[0].data))
    later["case"]["names"][0]["tone"] = "rising"
    case = contents.read_case(canonical.encode(later))
    assert {"tone": "rising"} == case.names[0].extra


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{}", errors.PackageMalformedError),
        (b"[]", errors.PackageMalformedError),
        (b'{"case":{},"format":"familytrace-case","version":2}', errors.PackageTooNewError),
        (b'{"case":[],"format":"familytrace-case","version":1}', errors.PackageMalformedError),
        (b'{"case":{"names":7},"format":"familytrace-case","version":1}', None),
        (b'{"case":{},"format":"familytrace-consent","version":1}', None),
        (b'{"case":{},"format":"familytrace-case","version":true}', None),
        (b'{"case":{},"format":"familytrace-case"}', None),
    ],
)
def test_a_case_that_is_none_is_refused(data: bytes, kind: type[errors.PackageError]) -> None:
    with pytest.raises(kind or errors.PackageMalformedError):
        contents.read_case(data)


_WORDS = st.sampled_from(["case", "names", "text", "id", "file", "told", "earliest", "extra"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5) | st.just("2020-01-01"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(_JSON)
def test_any_case_is_read_or_refused(value: object) -> None:
    data = json.dumps(
        {"case": value, "format": "familytrace-case", "version": 1},
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )
    try:
        contents.read_case(data.encode("utf-8", "surrogatepass"))
    except errors.PackageError:
        return


def test_a_form_file_is_written_beside_the_others(tmp_path: Path) -> None:
    docx = contents.contents_of(
        DISCLOSED, FILLED, form_pdf=None, form_docx=b"PK\x03\x04", pictures=PICTURES
    )
    path = tmp_path / "a.ftcase"
    path.write_bytes(write.write_package(docx, forge.envelope()).data)
    with path.open("rb") as file:
        opened = read.open_package(file, forge.ME.secret, today=DAY)
    assert b"PK\x03\x04" == opened.form_docx
    assert opened.form_pdf is None
