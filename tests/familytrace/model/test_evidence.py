import pytest

from familytrace.model.choices import CHOICES
from familytrace.model.evidence import Evidence, evidence_covered
from familytrace.model.topics import Level, Topic

LOCKED = (Topic.HOW, Level.LOCKED)


@pytest.mark.parametrize(
    ("expected", "kind"),
    [
        ((Topic.PHOTO, Level.IDENTIFYING), "photo"),
        ((Topic.IDS, Level.ENDANGERING), "id_copy"),
        ((Topic.OFFICIAL, Level.ENDANGERING), "court"),
        ((Topic.SEARCH, Level.ENDANGERING), "letter"),
        ((Topic.ME, Level.ENDANGERING), "statement_signed"),
        (LOCKED, "voice_message"),
        (LOCKED, "video"),
        (LOCKED, "call_recording"),
        (LOCKED, "screenshot"),
        (LOCKED, "other"),
        (LOCKED, None),
        (LOCKED, "a_kind_of_2031"),
    ],
)
def test_what_a_file_is_decides_who_may_see_it(
    expected: tuple[Topic, Level], kind: str | None
) -> None:
    assert expected == evidence_covered(Evidence(kind=kind))


@pytest.mark.parametrize("kind", sorted(CHOICES["evidence_kind"]))
def test_a_file_that_shows_others_never_leaves(kind: str) -> None:
    assert LOCKED == evidence_covered(Evidence(kind=kind, shows_others="yes"))


@pytest.mark.parametrize("kind", sorted(set(CHOICES["evidence_kind"]) - {"photo"}))
def test_a_file_from_inside_never_leaves_but_a_photo_of_the_person(kind: str) -> None:
    assert LOCKED == evidence_covered(Evidence(kind=kind, from_inside="yes"))
    assert LOCKED != evidence_covered(Evidence(kind="photo", from_inside="yes"))
