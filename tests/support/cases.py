"""The fictional cases T01 to T16, and one disclosure written out in every form it can take."""

import dataclasses
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from familytrace import canonical
from familytrace.consent.gate import Disclosure, disclose
from familytrace.forms.fill import fill
from familytrace.forms.filled import FilledForm
from familytrace.forms.library import bundled_profile
from familytrace.forms.sheet import sheet_text
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Consent
from familytrace.model.document import CaseDocument, read_document, write_document
from familytrace.model.recipient import Recipient
from familytrace.model.topics import Purpose, Topic
from familytrace.plain import to_plain

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
KEY = b"a secret of one vault, for tests"
GROUP = Recipient(id="sinaq-rights-group", name="Sinaq Rights Group (fictional)")
FOLDER = Path(__file__).parent.parent / "data" / "cases"
NAMES = tuple(f"T{number:02d}" for number in range(1, 17))

GENERAL, UN = "our-case-form", "wgeid"
# Every form with every purpose it can be used for.
WAYS = (
    (GENERAL, Purpose.HELP),
    (GENERAL, Purpose.HOST_STATE),
    (GENERAL, Purpose.COURT),
    (GENERAL, Purpose.PUBLIC),
    (GENERAL, Purpose.CAMPAIGN),
    (UN, Purpose.UN),
)

Disclose = Callable[..., Disclosure]


@cache
def document(name: str) -> CaseDocument:
    """Return one of the fictional cases."""
    return read_document(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def agreed(
    topics: Iterable[Topic | str], purpose: Purpose, speaker: str = "a", **more: Any
) -> Consent:
    """Return a yes that nothing stands against, given for the group."""
    said: dict[str, Any] = {
        "id": f"consent-{speaker}-{purpose.value}",
        "number": 1,
        "speaker": speaker,
        "recipient": GROUP.id,
        "purpose": purpose,
        "answer": Answer.YES,
        "topics": frozenset(map(Topic, topics)),
        "government_learns_relative": Answer.YES,
        "government_learns_me": Answer.YES,
        "government_learns_told": Answer.YES,
        "given_at": datetime(2026, 10, 1, 9, 0, tzinfo=UTC),
        "ends_on": date(2027, 4, 1),
        "interpreter_role": "interpreter",
    }
    return Consent(**{**said, **more})


def give(
    case: Case,
    consents: Iterable[Consent],
    way: tuple[str, Purpose],
    *,
    now: datetime = NOW,
    to: Recipient = GROUP,
    key: bytes = KEY,
    through: Disclose = disclose,
) -> Disclosure:
    """Return what one recipient would get; ``through`` is the gate, or a faulty copy of it."""
    profile, purpose = way
    return through(
        case,
        consents,
        to,
        purpose,
        now,
        asked=bundled_profile(profile).asks(),
        code_key=key,
    )


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything that is written for a recipient, before it is drawn, packed and sealed."""

    json: bytes
    agreements: bytes
    forms: tuple[FilledForm, ...]
    attachments: tuple[tuple[str, str], ...]
    ends_on: date | None

    @property
    def sheets(self) -> str:
        """All sheets, one under another."""
        return "\n".join(map(sheet_text, self.forms))

    @property
    def text(self) -> str:
        """Everything that can be read in it."""
        forms = "\n".join(repr(dataclasses.asdict(form)) for form in self.forms)
        data = json.loads(self.json), json.loads(self.agreements)
        return "\n".join((json.dumps(data, ensure_ascii=False), forms, self.sheets))


def outgoing(disclosure: Disclosure) -> Outgoing:
    """Write a disclosure out in every form and language of its profile."""
    profile = bundled_profile(disclosure.profile)
    pairs = [(language, None) for language in profile.languages] + [("en", "ug")]
    return Outgoing(
        json=canonical.encode(write_document(CaseDocument(disclosure.case))),
        agreements=canonical.encode(to_plain(disclosure.agreements)),
        forms=tuple(fill(profile, disclosure, *pair) for pair in pairs),
        attachments=tuple((one.name, one.kind) for one in disclosure.attachments),
        ends_on=disclosure.ends_on,
    )
