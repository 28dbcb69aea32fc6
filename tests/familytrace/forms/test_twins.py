"""The twin property in print: the packages of two families who kept back other things."""

from functools import cache
from io import BytesIO

import pytest
from cases import GENERAL, UN, Disclose, agreed, give
from filled_cases import chance_case
from oracle import Terms
from PIL import Image
from twins import twin
from variants import faulty_gate

from familytrace.consent import redact
from familytrace.consent.gate import disclose
from familytrace.errors import ReporterNeededError
from familytrace.forms.fill import fill
from familytrace.forms.library import bundled_profile
from familytrace.forms.sheet import sheet_text
from familytrace.model.case import Case
from familytrace.model.topics import Purpose, Topic
from familytrace.package.contents import contents_of
from familytrace.package.tar import Member
from familytrace.pdf.form_pdf import form_pdf

WAYS = [(GENERAL, Purpose.HELP), (GENERAL, Purpose.PUBLIC), (UN, Purpose.UN)]
SUBSETS = [
    frozenset[Topic](),
    frozenset({Topic.WHO, Topic.HAPPENED, Topic.ME}),
    frozenset({Topic.WHO, Topic.SEARCH, Topic.OTHERS, Topic.ME}),
    frozenset(Topic) - {Topic.WORDS, Topic.OFFICIAL, Topic.PHOTO},
    frozenset(Topic),
]


@cache
def _picture() -> bytes:
    data = BytesIO()
    Image.new("RGB", (8, 8), "grey").save(data, "JPEG")
    return data.getvalue()


def _members(
    case: Case, topics: frozenset[Topic], way: tuple[str, Purpose], through: Disclose = disclose
) -> tuple[Member, ...]:
    """Return everything that would be packed: case, agreements, pages, sheet, pictures."""
    profile = bundled_profile(way[0])
    try:
        left = give(case, [agreed(topics, way[1])], way, through=through)
    except ReporterNeededError:
        return ()
    filled = fill(profile, left, "en", "ug" if way[0] == GENERAL else None)
    pictures = {one.name: _picture() for one in left.attachments}
    contents = contents_of(
        left,
        filled,
        form_pdf=form_pdf(filled, pictures),
        sheet=sheet_text(filled),
        pictures=pictures,
    )
    return contents.members


def _twins(seed: int, topics: frozenset[Topic], way: tuple[str, Purpose]) -> tuple[Case, Case]:
    case = chance_case(seed)
    terms = Terms(topics, way[1], bundled_profile(way[0]).asks().facts)
    return case, twin(case, terms, frozenset(), seed)


@pytest.mark.parametrize("topics", SUBSETS, ids=lambda topics: " ".join(sorted(topics)) or "none")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way[1].value)
def test_everything_packed_for_twins_is_the_same_bytes(
    way: tuple[str, Purpose], topics: frozenset[Topic]
) -> None:
    one, other = _twins(7, topics, way)
    assert _members(one, topics, way) == _members(other, topics, way)


def test_packages_that_tell_twins_apart_are_noticed() -> None:
    way, topics = (GENERAL, Purpose.HELP), frozenset({Topic.WHO, Topic.HAPPENED, Topic.ME})
    through = faulty_gate(redact, "        and _topics(record, fact) <= opening.topics\n", "")
    one, other = _twins(7, topics, way)
    ours, theirs = (_members(case, topics, way, through) for case in (one, other))
    assert {"case.json", "form.pdf", "sheet.txt"} <= {
        mine.name for mine, yours in zip(ours, theirs, strict=False) if mine != yours
    }
