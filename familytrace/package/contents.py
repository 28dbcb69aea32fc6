"""What goes into a package of each kind, and what is read out of one, as records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from familytrace import canonical, plain
from familytrace.consent.gate import Agreement, Disclosure
from familytrace.errors import PackageMalformedError, PackageTooNewError
from familytrace.forms.filled import FilledForm
from familytrace.model.case import Case
from familytrace.model.document import CaseDocument, read_document, write_document
from familytrace.model.topics import Purpose
from familytrace.package.limits import JSON_DEPTH
from familytrace.package.write import (
    PackageContents,
    case_contents,
    reply_contents,
    withdrawal_contents,
)

VERSION = 1
"""Major version of case.json, consent.json, withdrawal.json and reply.json."""

BAD_RECORD = 50

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class ConsentPaper:
    """What the recipient is told of the family's agreement; ``ends_on`` is its last day."""

    recipient: str
    purpose: Purpose
    profile: str
    on: date
    agreements: tuple[Agreement, ...]
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A notice that an agreement is taken back; it names nobody.

    ``case`` is the id this recipient knows the case by. ``purposes`` lists what is no
    longer allowed; empty means everything.
    """

    case: str
    on: date
    purposes: tuple[Purpose, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A recipient's answer: ``kind`` is ``received``, ``promise``, ``answer`` or ``official``.

    ``language`` is the BCP 47 code of ``text``.
    """

    case: str
    kind: str
    on: date
    text: str = ""
    language: str = ""


def contents_of(
    disclosure: Disclosure,
    filled: FilledForm,
    *,
    form_pdf: bytes | None,
    form_docx: bytes | None = None,
    sheet: str | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> PackageContents:
    """Put together the package of a disclosure and of the form made from it.

    ``pictures`` are JPEGs rebuilt from pixels by the names in ``disclosure.attachments``;
    all of them and no others. Raises ValueError when the parts are not of one export.
    """
    given = dict(pictures or {})
    names = [attachment.name for attachment in disclosure.attachments]
    if filled.profile != disclosure.profile or filled.code != disclosure.case.file.code:
        raise ValueError("form and disclosure are not of one export")
    if sorted(names) != sorted(given):
        raise ValueError("pictures are not those of the disclosure")
    paper = ConsentPaper(
        recipient=disclosure.recipient,
        purpose=disclosure.purpose,
        profile=disclosure.profile,
        on=disclosure.on,
        agreements=disclosure.agreements,
        ends_on=disclosure.ends_on,
    )
    return case_contents(
        case=canonical.encode(write_document(CaseDocument(disclosure.case))),
        consent=_encode("consent", paper),
        form_pdf=form_pdf,
        form_docx=form_docx,
        sheet=sheet,
        pictures=[given[name] for name in sorted(names)],
    )


def withdrawal_of(notice: Withdrawal) -> PackageContents:
    """Put together the package of a withdrawal."""
    return withdrawal_contents(_encode("withdrawal", notice))


def reply_of(reply: Reply, pictures: tuple[bytes, ...] = ()) -> PackageContents:
    """Put together the package of an answer, with pictures of papers rebuilt from pixels."""
    return reply_contents(_encode("reply", reply), pictures)


def read_case(data: bytes) -> Case:
    """Read case.json; what a later minor version added is kept in ``extra``.

    Raises PackageMalformedError or PackageTooNewError, as do the three below.
    """
    try:
        return read_document(_held("case", data)).case
    except (plain.PlainError, TypeError, ValueError, RecursionError):
        raise PackageMalformedError(code=BAD_RECORD) from None


def read_consent(data: bytes) -> ConsentPaper:
    """Read consent.json."""
    return _decode("consent", ConsentPaper, data)


def read_withdrawal(data: bytes) -> Withdrawal:
    """Read withdrawal.json."""
    return _decode("withdrawal", Withdrawal, data)


def read_reply(data: bytes) -> Reply:
    """Read reply.json."""
    return _decode("reply", Reply, data)


def _encode(kind: str, value: object) -> bytes:
    return canonical.encode(
        {"format": f"familytrace-{kind}", "version": VERSION, kind: plain.to_plain(value)}
    )


def _decode(kind: str, record: type[Thing], data: bytes) -> Thing:
    try:
        return plain.from_plain(record, _held(kind, data).get(kind), lenient=True)
    except (plain.PlainError, TypeError, ValueError, RecursionError):
        raise PackageMalformedError(code=BAD_RECORD) from None


def _held(kind: str, data: bytes) -> dict[str, Any]:
    try:
        held: Any = canonical.decode(data, depth=JSON_DEPTH)
    except canonical.CanonicalError:
        raise PackageMalformedError(code=BAD_RECORD) from None
    if not isinstance(held, dict) or held.get("format") != f"familytrace-{kind}":
        raise PackageMalformedError(code=BAD_RECORD)
    version = held.get("version")
    if type(version) is not int or version < 1:
        raise PackageMalformedError(code=BAD_RECORD)
    if version > VERSION:
        raise PackageTooNewError
    return held
